Feature: A clean-up that is cut off goes on, and counts every row once
  The power can fail at any moment. What was done is gone and counted; what was not is there still, and its turn comes when the program runs again (Art. 5(1)(f), 5(2)).

  Background:
    Given Anna signs up as a customer
    And Anna buys music
    And it is 1 January 2034

  Scenario: The power fails half-way
    When the power fails half-way through the clean-up
    Then the clean-up is not finished
    And Anna is still a customer
    When 10 minutes pass
    And the clean-up goes on
    Then Anna is gone from the shop
    And every row that is gone was counted once

  Scenario: Who is protected meanwhile stays
    When the power fails half-way through the clean-up
    And a hold is placed on Anna
    And 10 minutes pass
    And the clean-up goes on
    Then Anna is still a customer
    And every row that is gone was counted once
