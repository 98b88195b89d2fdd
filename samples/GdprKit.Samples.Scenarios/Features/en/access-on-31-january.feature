Feature: A request for access on 31 January
  A month later there is no 31 February: the last day of the month counts. Where that is no working day, the answer is in time on the next one (Art. 12(3) GDPR; Regulation 1182/71,
  Art. 3).

  Scenario: The day to aim at is the last of February, and the last day is the Monday after
    Given Anna signs up as a customer
    And it is 31 January 2026
    When Anna asks for access
    Then the day to aim at for Anna is 28 February 2026
    And the last day for Anna is 2 March 2026
    When it is 2 March 2026
    Then the answer to Anna is still in time
    When it is 3 March 2026
    Then Anna is overdue
