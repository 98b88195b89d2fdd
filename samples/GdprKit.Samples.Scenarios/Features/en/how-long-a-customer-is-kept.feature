Feature: Data are kept as long as something needs them, and no longer
  The shop keeps an account two years after the last purchase, or after the sign-up of who never bought.
  Claims need name, email address and purchases for five years after the invoice.

  Scenario: Somebody signs up and never buys
    Given Anna signs up as a customer
    Then the "Email address" of Anna is kept until 5 January 2028
    When it is 6 January 2028
    Then the "Email address" of Anna may go

  Scenario: A purchase keeps what a claim would need
    Given Anna signs up as a customer
    And 3 months pass
    When Anna buys music
    Then the "Phone number" of Anna is kept until 5 April 2028
    And the "Email address" of Anna is kept until 5 April 2031
