Feature: A newsletter by double opt-in
  Somebody could fill in the address of another. So the newsletter waits until the owner of the mailbox confirms.

  Scenario: Ticking the box is not enough
    Given Anna signs up as a customer
    When Anna ticks the box for "Newsletter"
    Then the shop may not mail Anna for "Newsletter": "The consent has yet to be confirmed, so that it is certain to come from this person."
    When Anna follows the link in the mail that asks to confirm "Newsletter"
    Then the shop may mail Anna for "Newsletter"

  Scenario: Who said nothing gets nothing
    Given Anna signs up as a customer
    Then the shop may not mail Anna for "Newsletter": "No consent of this person is known."
