Feature: A child needs a parent
  Who is too young for it does not agree to a service for children; a parent does (Art. 8). From which age a child agrees alone, the law of its country says: 16 in the Netherlands, 13 in Belgium.

  Background:
    Given the shop has a youth club for children
    And Lotte signs up as a customer
    And Lotte was born on 3 May 2012

  Scenario: A parent agrees for a child that is too young
    Then Lotte may not agree to "Youth club" without a parent
    And the shop may not mail Lotte for "Youth club": "No consent of this person is known."
    When a parent of Lotte ticks the box for "Youth club"
    Then the shop may mail Lotte for "Youth club"
    And the history of Lotte says "Consented to ‘Youth club’ on the website, by a parent or guardian."

  Scenario: From the birthday on the child agrees alone
    When it is 2 May 2028
    Then Lotte may not agree to "Youth club" without a parent
    When it is 3 May 2028
    And Lotte ticks the box for "Youth club"
    Then the shop may mail Lotte for "Youth club"

  Scenario: What a parent agreed to stays until the child, who is old enough by then, says otherwise
    Given a parent of Lotte ticks the box for "Youth club"
    When it is 3 May 2028
    Then the shop may mail Lotte for "Youth club"
    When Lotte unsubscribes from "Youth club"
    Then the shop may not mail Lotte for "Youth club": "This person withdrew the consent."
    When Lotte ticks the box for "Youth club"
    Then the shop may mail Lotte for "Youth club"

  Scenario: In another country the age is another
    Given Noor signs up as a customer
    And Noor was born on 3 May 2012
    And Noor lives in Belgium
    When Noor ticks the box for "Youth club"
    Then the shop may mail Noor for "Youth club"
    And Lotte may not agree to "Youth club" without a parent

  Scenario: An age that nobody knows protects like one that is too low
    Given Daan signs up as a customer
    Then Daan may not agree to "Youth club" without a parent
    When Daan ticks the box for "Newsletter"
    And Daan follows the link in the mail that asks to confirm "Newsletter"
    Then the shop may mail Daan for "Newsletter"
