Feature: A period that is shortened by mistake deletes nothing
  After a change of its rules the shop approves nothing by itself for a week, and never that many customers lose data at once. So a mistake is seen before it does harm
  (Art. 5(1)(f), 25(1)).

  Scenario: It is seen the same night, and put back
    Given Anna signs up as a customer
    And 2 months pass
    And it is time for the nightly clean-up
    When the shop sets the period of "Your account and orders" to 1 month
    And it is time for the nightly clean-up
    Then the clean-up waits, because the rules are new
    And the manager sees that customers would go
    And Anna is still a customer
    When the shop puts its periods back as they were
    And 8 days pass
    And it is time for the nightly clean-up
    Then the manager sees that no customer would go
    And Anna is still a customer

  Scenario: Nobody looks for a week
    Given Anna signs up as a customer
    And 2 months pass
    When the shop sets the period of "Your account and orders" to 1 month
    And it is time for the nightly clean-up
    And 8 days pass
    And it is time for the nightly clean-up
    Then the clean-up leaves it to the manager, because it would be too much
    And Anna is still a customer
    And the shop still has the "Language" of Anna
    When the shop puts its periods back as they were
    And it is time for the nightly clean-up
    And 8 days pass
    And it is time for the nightly clean-up
    Then the manager sees that no customer would go
    And Anna is still a customer
    And the shop still has the "Language" of Anna
