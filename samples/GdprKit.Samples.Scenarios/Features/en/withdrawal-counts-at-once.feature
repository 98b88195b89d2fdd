Feature: Who unsubscribes is left alone from that moment
  Withdrawing is as easy as giving and needs no reason (Art. 7(3)). Agreeing again is the person's own choice.

  Background:
    Given Anna signs up as a customer
    And Anna ticks the box for "Newsletter"
    And Anna follows the link in the mail that asks to confirm "Newsletter"

  Scenario: The next mail is not sent any more
    Given the shop may mail Anna for "Newsletter"
    When Anna unsubscribes from "Newsletter"
    Then the shop may not mail Anna for "Newsletter": "This person withdrew the consent."

  Scenario: Unsubscribing twice is unsubscribing once
    When Anna unsubscribes from "Newsletter"
    And Anna unsubscribes from "Newsletter"
    Then the history of Anna has 4 lines

  Scenario: Agreeing again is a new consent, to be confirmed anew
    When Anna unsubscribes from "Newsletter"
    And 1 month passes
    And Anna ticks the box for "Newsletter"
    Then the shop may not mail Anna for "Newsletter": "The consent has yet to be confirmed, so that it is certain to come from this person."
    When Anna follows the link in the mail that asks to confirm "Newsletter"
    Then the shop may mail Anna for "Newsletter"
