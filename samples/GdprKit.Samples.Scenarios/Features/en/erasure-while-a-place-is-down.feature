Feature: An erasure waits for the place that is down, and for nothing else
  The data lie in two places. One of them is away for three days: the other erases at once, the one that is away is asked again and again, and nobody is told that it is done before it is (Art. 17 GDPR).

  Scenario: The search index is away for three days
    Given Anna signs up as a customer
    And Anna asks to be erased
    And the search index does not answer
    When the manager grants the erasure of Anna and orders it
    And the shop erases what it can
    Then Anna is gone from the shop
    And the search index was asked 1 time to erase Anna
    When everybody who has something to do for the erasure of Anna does it
    Then the shop cannot answer Anna yet
    When 1 day passes
    And the shop erases what it can
    And 1 day passes
    And the shop erases what it can
    Then the search index was asked 3 times to erase Anna
    And the shop cannot answer Anna yet
    When the search index answers again
    And 1 day passes
    And the shop erases what it can
    Then the search index was asked 4 times to erase Anna
    When the shop sends the letter to Anna
    And the shop erases what it can
    Then the erasure of Anna is done
    And the certificate of the erasure of Anna holds
