Feature: Customers may be written to until they object
  Who bought something may be mailed about similar music without being asked first (art. 11.7 Telecommunicatiewet), until they object. No reason outweighs that (Art. 21(3)).

  Scenario: Who only signed up gets no tips
    Given Anna signs up as a customer
    Then the shop may not mail Anna for "Tips that go with what you bought": "The rule for existing customers does not apply here: one of its five conditions is missing."

  Scenario: A customer objects to all advertising
    Given Anna signs up as a customer
    And Anna buys music
    And the shop may mail Anna for "Tips that go with what you bought"
    And Anna ticks the box for "Newsletter"
    And Anna follows the link in the mail that asks to confirm "Newsletter"
    When Anna objects to all advertising
    Then the shop may not mail Anna for "Tips that go with what you bought": "This person objected to direct marketing. Then it is not allowed, whatever the reason for it."
    And the shop may not mail Anna for "Newsletter": "This person objected to direct marketing. Then it is not allowed, whatever the reason for it."
