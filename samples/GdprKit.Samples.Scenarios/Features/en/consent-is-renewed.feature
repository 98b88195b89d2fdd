Feature: Consent does not last for ever
  The shop asks again after two years. Who does not answer then is no longer written to.

  Background:
    Given Anna signs up as a customer
    And Anna ticks the box for "Newsletter"
    And Anna follows the link in the mail that asks to confirm "Newsletter"

  Scenario: Nobody renews it
    When 2 years pass
    Then the shop may not mail Anna for "Newsletter": "The consent has expired."

  Scenario: Anna renews it in time
    Given 23 months pass
    When Anna ticks the box for "Newsletter"
    And Anna follows the link in the mail that asks to confirm "Newsletter"
    And 2 months pass
    Then the shop may mail Anna for "Newsletter"
