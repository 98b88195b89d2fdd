Feature: Who only reads the newsletter goes when it is taken back
  A withdrawal ends what rests on it at once (Art. 7(3)), and what nothing else needs goes without a request (Art. 17(1)(b)).

  Background:
    Given Anna signs up for the newsletter only
    And Anna ticks the box for "Newsletter"
    And Anna follows the link in the mail that asks to confirm "Newsletter"

  Scenario: While the consent stands, nothing goes
    When 1 year passes
    And the manager approves the clean-up and it is done
    Then the shop still has the "Email address" of Anna

  Scenario: The day after unsubscribing nothing is left
    When Anna unsubscribes from "Newsletter"
    And the manager approves the clean-up and it is done
    Then the shop still has the "Email address" of Anna
    When 1 day passes
    And the manager approves the clean-up and it is done
    Then Anna is gone from the shop

  Scenario: A consent that expires ends it as well
    When 2 years pass
    And 1 day passes
    And the manager approves the clean-up and it is done
    Then Anna is gone from the shop

  Scenario: What was bought is kept for its own period
    Given Anna buys music
    When Anna unsubscribes from "Newsletter"
    And 1 day passes
    And the manager approves the clean-up and it is done
    Then the shop still has the "Email address" of Anna

  Scenario: A hold keeps it a while longer
    Given a hold is placed on Anna
    When Anna unsubscribes from "Newsletter"
    And 1 day passes
    And the manager approves the clean-up and it is done
    Then the shop still has the "Email address" of Anna
    When the hold on Anna is lifted
    And the manager approves the clean-up and it is done
    Then Anna is gone from the shop
