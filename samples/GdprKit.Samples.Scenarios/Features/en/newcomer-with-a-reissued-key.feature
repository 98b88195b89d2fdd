Feature: A number that is issued again is somebody new
  The database gives the number of a removed customer to the next one.
  What is remembered of the first must never be held against the second.

  Scenario: A newcomer gets the number of somebody who left
    Given Anna signs up as a customer
    And the history of Anna says "Became a customer with the form on the site."
    And Anna ticks the box for "Newsletter"
    And Anna follows the link in the mail that asks to confirm "Newsletter"
    When an employee removes Anna
    And Bram signs up as a customer
    Then Bram has the customer number that Anna had
    And the history of Bram has 1 line
    And the shop may not mail Bram for "Newsletter": "No consent of this person is known."
    And the history of Bram says "Became a customer with the form on the site."
