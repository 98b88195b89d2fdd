Feature: A mail that comes back reached nobody, and who says nothing is reminded once
  Told is who the mail reached. A confirmation is not asked by the law; a reminder is a courtesy, and goes once.

  Background:
    Given Anna signs up as a customer
    And Bram signs up as a customer
    And the shop begins to tell everybody of its privacy notice, and to remind after 14 days
    And the mails go out

  Scenario: A mail comes back, and the address is corrected
    When the mail to Anna comes back
    Then the history of Anna says "The privacy notice came back."
    When the mails go out
    Then Anna has 1 mail about it
    When Anna gives anna@nieuw.example as address, and is told again
    And the mails go out
    Then Anna has 1 mail about it
    And Anna has confirmed nothing

  Scenario: Who confirmed is not reminded, and who did not is, once
    When Anna follows the link in the mail and presses the button
    And 15 days pass
    And the mails go out
    Then Anna has 1 mail about it
    And Bram has 2 mails about it
    And the last mail to Bram is called "Reminder: how we handle your data"
    When 30 days pass
    And the mails go out
    Then Bram has 2 mails about it
