Feature: A clean-up while a request is open
  Who asks for access gets what was there: while that request is open, the shop clears away nothing of this customer. A request to be erased holds nothing back (Art. 15 and 17 GDPR).

  Scenario: A request for access keeps the data until the answer
    Given Anna signs up as a customer
    And it is 6 January 2028
    And Anna asks for access
    When the manager approves the clean-up and it is done
    Then Anna is still a customer
    When the manager grants the request of Anna and the shop answers
    And the manager approves the clean-up and it is done
    Then Anna is gone from the shop

  Scenario: A request to be erased does not hold the clean-up back
    Given Anna signs up as a customer
    And it is 6 January 2028
    And Anna asks to be erased
    When the manager approves the clean-up and it is done
    Then Anna is gone from the shop
