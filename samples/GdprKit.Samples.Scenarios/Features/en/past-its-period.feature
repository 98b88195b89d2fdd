Feature: What is past its period goes, and nothing else
  The shop keeps an account two years after the last purchase, or after the sign-up of who never bought, what a claim would need for five years, and its books for seven.
  What goes is looked at and approved first (Art. 5(1)(e), 5(2)).

  Scenario: Somebody who never bought goes when the account is past its period
    Given Anna signs up as a customer
    When it is 5 January 2028
    And the manager approves the clean-up and it is done
    Then Anna is still a customer
    When it is 6 January 2028
    And the manager approves the clean-up and it is done
    Then Anna is gone from the shop

  Scenario: A hold keeps what is past its period, until it is lifted
    Given Anna signs up as a customer
    And it is 6 January 2028
    And a hold is placed on Anna
    When the manager approves the clean-up and it is done
    Then Anna is still a customer
    And the shop still has the "Email address" of Anna
    When the hold on Anna is lifted
    And the manager approves the clean-up and it is done
    Then Anna is gone from the shop

  Scenario: A hold on the invoices of some years keeps these, and whose they are
    Given Anna signs up as a customer
    And 3 months pass
    And Anna buys music
    And it is 1 January 2034
    And the invoices since 2025 are put on hold
    When the manager approves the clean-up and it is done
    Then Anna is still a customer
    When the hold on the invoices since 2025 is over
    And the manager approves the clean-up and it is done
    Then Anna is gone from the shop

  Scenario: What nothing needs goes, while the rest stays for what still needs it
    Given Anna signs up as a customer
    And 3 months pass
    And Anna buys music
    When it is 6 April 2028
    And the manager approves the clean-up and it is done
    Then the shop has no "Language" of Anna any more
    And the shop still has the "Email address" of Anna
    And Anna is still a customer

  Scenario: Seven years later nothing is left, on the day and not before
    Given Anna signs up as a customer
    And 3 months pass
    And Anna buys music
    When it is 31 December 2033
    And the manager approves the clean-up and it is done
    Then Anna is still a customer
    When it is 1 January 2034
    And the manager approves the clean-up and it is done
    Then Anna is gone from the shop
