Feature: Who is signed up by somebody else hears of it within a month
  Who did not give their data themselves is told, at the latest a month after the shop got them, what it does with them and from whom it has them (Art. 14(3)(a)). The month runs also when nobody tells anybody, and the shop sees until when it has time.

  Background:
    Given it is 2 February 2026
    And a society signs Anna up, on a list of 31 January 2026

  Scenario: The month runs, and February is shorter
    Then Anna must be told by 28 February 2026
    And the history of Anna says "Signed up by somebody else, on a list."
    When it is 28 February 2026
    Then the shop is too late for 0 of them
    When it is 1 March 2026
    Then the shop is too late for 1 of them

  Scenario: Who is told also learns from whom the shop has the data
    When the shop begins to tell everybody of its privacy notice
    Then Anna must be told by 28 February 2026
    When the mails go out
    Then Anna need not be told within a month
    And Anna has 1 mail about it
    And everybody reads in the privacy notice: "your music society, when it signs you up with us"

  Scenario: A mail that comes back told nobody
    When the shop begins to tell everybody of its privacy notice
    And the mails go out
    And the mail to Anna comes back
    Then Anna must be told by 28 February 2026
    When Anna gives anna@nieuw.example as address, and is told again
    And the mails go out
    Then Anna need not be told within a month

  Scenario: Who is on a later list hears of it without more while the shop tells everybody
    Given the shop begins to tell everybody of its privacy notice
    And the mails go out
    And it is 10 March 2026
    When a society signs Bram up, on a list of 10 March 2026
    Then Bram must be told by 10 April 2026
    When the mails go out
    Then Bram need not be told within a month
    And Bram has 1 mail about it

  Scenario: Who becomes a customer themselves gave the data themselves
    When Bram signs up as a customer
    Then Bram need not be told within a month
