Feature: What keeps data from being erased, and what happens afterwards
  Who asks for access as well gets it first. What a hold keeps stays while a claim is open. Neither the erasure nor the clean-up takes it meanwhile, and the erasure goes on by itself afterwards
  (Art. 15, 17(3)(e) GDPR).

  Scenario: An open request for access comes first
    Given Anna signs up as a customer
    And it is 6 January 2028
    And Anna asks for access
    And 1 day passes
    And Anna asks to be erased
    When the manager grants the erasure of Anna and orders it
    And the shop erases what it can
    And the manager approves the clean-up and it is done
    Then Anna is still a customer
    When the manager grants the request of Anna and the shop answers
    And 1 day passes
    And the shop erases what it can
    Then Anna is gone from the shop
    And the erasure of Anna is not done

  Scenario: A hold is lifted
    Given Anna signs up as a customer
    And a hold is placed on Anna
    And Anna asks to be erased
    When the manager grants the erasure of Anna and orders it
    And the shop erases what it can
    Then Anna is still a customer
    When everybody who has something to do for the erasure of Anna does it
    Then the letter to Anna says "needed for a legal claim"
    When the shop sends the letter to Anna
    And the hold on Anna is lifted
    And 1 day passes
    And the shop erases what it can
    Then Anna is gone from the shop
    And the erasure of Anna is done
