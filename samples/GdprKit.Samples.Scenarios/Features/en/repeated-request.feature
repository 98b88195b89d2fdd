Feature: Asking for the same again
  Who asks for the same again before the answer is there, gets both answered at once, in time for the first. Who goes on asking while nothing has changed can be refused, with the
  reasons (Art. 12(5) GDPR).

  Scenario: The second request goes up in the first
    Given Anna signs up as a customer
    And it is 15 January 2026
    And Anna asks for access
    And a week passes
    And Anna asks for access
    Then Anna has 2 open requests
    When the manager handles the last request of Anna with the first
    Then Anna has 1 open request
    And the day to aim at for Anna is 15 February 2026

  Scenario: The request is excessive
    Given Anna signs up as a customer
    And Anna asks for access
    And the manager grants the request of Anna and the shop answers
    And a week passes
    And Anna asks for access
    When the manager refuses the last request of Anna as excessive
    Then Anna has 0 open requests
    And the history of Anna says "The request was refused on 12 January 2026: it is excessive (Art. 12(5) GDPR)."
