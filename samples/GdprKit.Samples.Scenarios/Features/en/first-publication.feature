Feature: The first privacy notice that is published is told to everybody
  Everybody whose data are kept is told, whatever they chose about advertising (Art. 13, 14). Who read it before is not mailed, and nobody is mailed twice.

  Scenario: Everybody is told, once
    Given Anna signs up as a customer
    When the shop publishes its privacy notice
    Then everybody reads in the privacy notice: "Newsletter"
    When the shop tells everybody of it
    Then everybody was told of it
    And the history of Anna says "Was sent the privacy notice by e-mail."
    When the shop tells everybody of it
    Then the history of Anna has 2 lines

  Scenario: Who said to have read it is not mailed
    Given Anna signs up as a customer
    And the shop publishes its privacy notice
    And Anna says to have read the privacy notice
    When the shop tells everybody of it
    Then everybody was told of it
    And Anna got no mail about it

  Scenario: Who comes later is told as well
    Given the shop publishes its privacy notice
    And the shop tells everybody of it
    When Bram signs up as a customer
    And the shop tells everybody of it
    Then everybody was told of it
    And the history of Bram says "Was sent the privacy notice by e-mail."
