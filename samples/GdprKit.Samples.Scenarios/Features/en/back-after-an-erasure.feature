Feature: Who comes back after an erasure is somebody new
  What was erased stays erased, and an order that is done is about nobody any more. Whoever signs up again starts with nothing, and loses nothing (Art. 17 GDPR).

  Scenario: Anna signs up again
    Given Anna signs up as a customer
    And Anna asks to be erased
    When the manager grants the erasure of Anna and orders it
    And the shop erases what it can
    And everybody who has something to do for the erasure of Anna does it
    And the shop sends the letter to Anna
    And the shop erases what it can
    Then the erasure of Anna is done
    When Anna signs up as a customer
    And 1 day passes
    And the shop erases what it can
    Then Anna is still a customer
    And the history of Anna has 1 line
    And Anna has 0 open requests
