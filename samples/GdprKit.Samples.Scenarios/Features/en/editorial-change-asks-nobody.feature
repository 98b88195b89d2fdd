Feature: A change of words asks nobody anything
  When only the words change, and not what happens to data, a new text is published and nobody is told anew. The text of before stays as it was.

  Scenario: Another name for a kind of data
    Given Anna signs up as a customer
    And the shop publishes its privacy notice
    And the shop tells everybody of it
    And everybody was told of it
    When 1 day passes
    And the shop calls "purchases" "record of purchases" from now on
    Then nobody reads in the privacy notice: "record of purchases"
    When the shop publishes its privacy notice
    Then everybody reads in the privacy notice: "record of purchases"
    And the shop asks nobody anything
    And everybody was told of it
    And the history of Anna has 2 lines
