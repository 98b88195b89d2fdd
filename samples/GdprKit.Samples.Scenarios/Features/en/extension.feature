Feature: An answer that takes longer
  Where a request is complex, or there are many, the answer may come three months after receipt. That must have been told in the first month, with the reasons (Art. 12(3) GDPR).

  Scenario: Told in the first month
    Given Anna signs up as a customer
    And it is 15 January 2026
    And Anna asks for access
    And it is 10 February 2026
    When an employee tells Anna why it takes longer
    Then the day to aim at for Anna is 15 April 2026
    When it is 15 April 2026
    Then the answer to Anna is still in time

  Scenario: After the first month it cannot be done
    Given Anna signs up as a customer
    And it is 15 January 2026
    And Anna asks for access
    When it is 16 February 2026
    Then it is too late to tell Anna that it takes longer
    And the last day for Anna is 16 February 2026
