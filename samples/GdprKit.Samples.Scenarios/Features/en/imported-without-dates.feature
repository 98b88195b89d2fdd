Feature: Somebody of whom no date is known is kept, and reported
  An old list can lack every date. Who does not know from when to count must not delete: the shop keeps such customers and reports them, and counts from the date once it is
  filled in (Art. 5(1)(d), 5(1)(e)).

  Scenario: Kept however long, and gone in time once the date is known
    Given Anna comes from an old list, without any date
    When it is 1 January 2030
    And the manager approves the clean-up and it is done
    Then Anna is still a customer
    And the manager sees 1 customer of whom no date is known
    When the day on which Anna signed up is filled in: 1 March 2029
    Then the manager sees 0 customers of whom no date is known
    And the "Email address" of Anna is kept until 1 March 2031
    When it is 1 March 2031
    And the manager approves the clean-up and it is done
    Then Anna is still a customer
    When it is 2 March 2031
    And the manager approves the clean-up and it is done
    Then Anna is gone from the shop
