Feature: Erased stays erased, also when an older backup is restored
  What was erased lives on in backups until those are replaced, and a restore brings it back. The shop notices that, uses no data until all is repeated, and forgets no "no"
  (Art. 5(1)(f), 17, 32(1)(c) GDPR).

  Scenario: The letter says until when backups have it
    Given Anna signs up as a customer
    And Anna asks to be erased
    When the manager grants the erasure of Anna and orders it
    And the shop erases what it can
    And everybody who has something to do for the erasure of Anna does it
    Then the letter to Anna says "6 April 2026"
    And what is erased today is gone from the backups by 6 April 2026
    When the rotation fails, and backups are kept until 1 September 2026
    Then the letter to Anna says "1 September 2026"

  Scenario: Last week's backup is restored
    Given Anna signs up as a customer
    And Bram signs up as a customer
    And the shop makes a backup
    And 7 days pass
    And Anna asks to be erased
    And the manager grants the erasure of Anna and orders it
    And the shop erases what it can
    And everybody who has something to do for the erasure of Anna does it
    And the shop sends the letter to Anna
    And the shop erases what it can
    And Bram objects to all advertising
    When the last backup is restored
    Then the shop notices that an older backup was restored
    And Anna is still a customer
    When the manager repeats what happened since
    Then everything is repeated
    And Anna is gone from the shop
    And Bram is still a customer
    And the shop may not mail Bram for "Newsletter": "This person objected to direct marketing. Then it is not allowed, whatever the reason for it."

  Scenario: A customer says no while the shop waits
    Given Anna signs up as a customer
    And Bram signs up as a customer
    And the shop makes a backup
    And 1 day passes
    And Anna asks for access
    When the last backup is restored
    Then the shop notices that an older backup was restored
    When Bram objects to all advertising
    And the last backup is restored
    And the manager repeats what happened since
    Then everything is repeated
    And the shop may not mail Bram for "Newsletter": "This person objected to direct marketing. Then it is not allowed, whatever the reason for it."

  Scenario: Nobody is told twice
    Given Anna signs up as a customer
    And Bram signs up as a customer
    And the shop begins to tell everybody of its privacy notice
    And the shop makes a backup
    And the mails go out
    When the last backup is restored
    Then no mail may go out
    When the manager repeats what happened since
    And the mails go out
    Then everybody has one mail

  Scenario: A newcomer got the number of somebody who was erased
    Given the shop makes a backup
    And Anna signs up as a customer
    And Anna asks to be erased
    And the manager grants the erasure of Anna and orders it
    And the shop erases what it can
    And everybody who has something to do for the erasure of Anna does it
    And the shop sends the letter to Anna
    And the shop erases what it can
    And 1 day passes
    When the last backup is restored
    And Bram signs up as a customer
    Then Bram has the customer number that Anna had
    When the manager repeats what happened since, and has 1 thing to look at
    Then Bram is still a customer
