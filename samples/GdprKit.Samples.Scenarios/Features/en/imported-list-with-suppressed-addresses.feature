Feature: An imported list goes over nobody's no
  A list from another system says who agreed there. It never goes over what a person said here, and an address on the list of those who want no advertising gets none, whoever it was imported for (Art. 21(3)).

  Scenario: Of two people on a list one wants no advertising
    Given Anna signs up as a customer
    And Bram signs up as a customer
    And the address of Anna is on the list of those who want no advertising
    When an old list is imported on which Bram agreed to "Newsletter"
    And an old list is imported on which Anna agreed to "Newsletter"
    And the shop prepares a mailing of "Newsletter"
    And the mailing is sent
    Then the answer of Anna on the list does not count
    And Anna is not on the list of the mailing
    And the shop may not mail Anna for "Newsletter": "This address is on the list of those who want no marketing."
    And Bram gets the mailing

  Scenario: An address comes on the list when the mailing is ready
    Given Anna signs up as a customer
    And an old list is imported on which Anna agreed to "Newsletter"
    And the shop prepares a mailing of "Newsletter"
    When the address of Anna is on the list of those who want no advertising
    And the mailing is sent
    Then Anna does not get the mailing: "This address is on the list of those who want no marketing."

  Scenario: Who unsubscribed is not subscribed again by a list
    Given Anna signs up as a customer
    And Anna ticks the box for "Newsletter"
    And Anna follows the link in the mail that asks to confirm "Newsletter"
    And Anna unsubscribes from "Newsletter"
    When 1 day passes
    And an old list is imported on which Anna agreed to "Newsletter"
    Then the answer of Anna on the list does not count
    And the shop may not mail Anna for "Newsletter": "This person withdrew the consent."

  Scenario: Who wanted no advertising and was removed is not brought back by a list
    Given Anna signs up as a customer
    And Anna objects to all advertising
    And an employee removes Anna
    When 1 day passes
    And Anna signs up as a customer
    And an old list is imported on which Anna agreed to "Newsletter"
    Then the shop may not mail the address of Anna for "Newsletter": "This address is on the list of those who want no marketing."

  Scenario: Only a new consent that the owner of the mailbox confirms takes an address off the list
    Given Anna signs up as a customer
    And Anna objects to all advertising
    And an employee removes Anna
    And 1 day passes
    When Anna signs up as a customer
    And Anna ticks the box for "Newsletter"
    Then the shop may not mail the address of Anna for "Newsletter": "This address is on the list of those who want no marketing."
    When Anna follows the link in the mail that asks to confirm "Newsletter"
    And the shop prepares a mailing of "Newsletter"
    And the mailing is sent
    Then Anna gets the mailing
