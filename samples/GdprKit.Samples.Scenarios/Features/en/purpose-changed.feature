Feature: Who agreed to one thing did not agree to another
  Consent covers what people were told when they agreed (Art. 4(11), 7). When the shop declares something else they are asked anew, and who agreed to something else is left as it is.

  Background:
    Given the shop has a youth club for children
    And Anna signs up as a customer
    And Anna ticks the box for "Newsletter"
    And Anna follows the link in the mail that asks to confirm "Newsletter"
    And Bram signs up as a customer
    And Bram was born on 1 March 1990
    And Bram ticks the box for "Youth club"

  Scenario: The newsletter is to go by what people bought
    When the shop declares that "Newsletter" uses "purchases" too
    Then 1 consent no longer covers what the shop declares
    And the shop may not mail Anna for "Newsletter": "The consent was given for something else."
    And the shop may mail Bram for "Youth club"
    When the shop records that 1 consent is no longer valid
    Then 0 consents no longer cover what the shop declares
    And the history of Anna says "No longer valid: the consent to ‘Newsletter’. What is done with it has changed."
    And the shop may not mail Anna for "Newsletter": "The consent turned out not to be valid."
    When Anna ticks the box for "Newsletter"
    And Anna follows the link in the mail that asks to confirm "Newsletter"
    Then the shop may mail Anna for "Newsletter"
    And the shop may mail Bram for "Youth club"

  Scenario: Another purpose is another activity
    When the shop declares "Concerts" instead of "Youth club": "We tell you which concerts there are near you."
    Then 1 consent no longer covers what the shop declares
    And the shop may not mail Bram for "Concerts": "No consent of this person is known."
    When the shop records that 1 consent is no longer valid
    And Bram ticks the box for "Concerts"
    Then the shop may mail Bram for "Concerts"
    And the shop may mail Anna for "Newsletter"

  Scenario: Who uses less asks nobody
    When the shop declares that "Newsletter" uses "name" no longer
    Then 0 consents no longer cover what the shop declares
    And the shop may mail Anna for "Newsletter"

  Scenario: A change that is taken back before anything was recorded changed nothing
    Given the shop declares that "Newsletter" uses "purchases" too
    And 1 consent no longer covers what the shop declares
    When the shop declares that "Newsletter" uses "purchases" no longer
    Then 0 consents no longer cover what the shop declares
    And the shop may mail Anna for "Newsletter"
