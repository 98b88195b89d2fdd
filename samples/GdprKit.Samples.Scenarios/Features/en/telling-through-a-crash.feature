Feature: Everybody is told once, also when the program is killed
  Telling people of the privacy notice is a duty (Art. 13, 14). A crash in the middle tells nobody twice and forgets nobody: at most the same mail goes again, and a mail program shows it once.

  Background:
    Given Anna signs up as a customer
    And the shop begins to tell everybody of its privacy notice

  Scenario: The power fails in the middle
    When the power fails right after 20 mails
    And 10 minutes pass
    And the mails go out
    Then everybody has one mail
    And Anna has 1 mail about it

  Scenario: Who comes later is told too
    Given the mails go out
    When Bram signs up as a customer
    And the mails go out
    Then Bram has 1 mail about it
    And everybody has one mail
