Feature: The last word counts, also when the mailing was prepared before it
  Who may be mailed is chosen when a mailing is prepared, and asked again before each mail is sent: withdrawal counts at once (Art. 7(3)).

  Scenario: Somebody unsubscribes after the list was made and before the mail was sent
    Given Anna signs up as a customer
    And Anna ticks the box for "Newsletter"
    And Anna follows the link in the mail that asks to confirm "Newsletter"
    And Bram signs up as a customer
    And Bram ticks the box for "Newsletter"
    And Bram follows the link in the mail that asks to confirm "Newsletter"
    And Cato signs up as a customer
    And Cato ticks the box for "Newsletter"
    When the shop prepares a mailing of "Newsletter"
    Then Anna is on the list of the mailing
    And Bram is on the list of the mailing
    And Cato is not on the list of the mailing
    When 1 day passes
    And Anna unsubscribes from "Newsletter"
    And the mailing is sent
    Then Anna does not get the mailing: "This person withdrew the consent."
    And Bram gets the mailing

  Scenario: Somebody unsubscribes and is chosen no more
    Given Anna signs up as a customer
    And Anna ticks the box for "Newsletter"
    And Anna follows the link in the mail that asks to confirm "Newsletter"
    When Anna unsubscribes from "Newsletter"
    And the shop prepares a mailing of "Newsletter"
    Then Anna is not on the list of the mailing
