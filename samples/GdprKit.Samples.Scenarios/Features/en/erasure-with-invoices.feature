Feature: Erased at once what no law demands, and the rest on its day
  Tax law demands invoices for seven years. What it does not demand goes at once; the invoices go by themselves on the day on which they may, and nobody has to ask again
  (Art. 17(1), 17(3)(b) GDPR; art. 52(4) AWR).

  Scenario: The invoices stay until 31 December, and then go by themselves
    Given Anna signs up as a customer
    And Anna buys music
    And Bram signs up as a customer
    And Anna asks to be erased
    When the manager grants the erasure of Anna and orders it
    And the shop erases what it can
    Then the shop has no "Language" of Anna any more
    And the shop still has the "First name" of Anna
    And the shop has 1 invoice of Anna
    And the shop cannot answer Anna yet
    When everybody who has something to do for the erasure of Anna does it
    Then the letter to Anna says "31 December 2033"
    And the letter to Anna says "art. 52 lid 4 AWR"
    And the letter to Anna says "- e-mail address"
    When the shop sends the letter to Anna
    And it is 31 December 2033
    And the shop erases what it can
    Then the shop has 1 invoice of Anna
    And the erasure of Anna is not done
    When it is 1 January 2034
    And the shop erases what it can
    Then Anna is gone from the shop
    And the shop has 0 invoices of Anna
    And the erasure of Anna is done
    And nothing leads from the log to Anna any more
    And the certificate of the erasure of Anna holds
    And Bram is still a customer
