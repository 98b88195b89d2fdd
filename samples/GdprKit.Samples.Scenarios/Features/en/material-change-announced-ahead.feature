Feature: A new purpose is announced ahead, and counts for those who were told of it
  Data that were collected for one thing are used for another only after the person was told (Art. 13(3)). Until the new text holds, everybody reads the present one.

  Scenario: Listening advice from the first of March
    Given Anna signs up as a customer
    And the shop publishes its privacy notice
    And the shop tells everybody of it
    When the shop adds "Listening advice": "We advise you what to listen to."
    Then the shop may not use the data of Anna for "Listening advice": "This person was not told yet that the data are used for this."
    When the shop publishes its privacy notice, to hold from 1 March 2026
    Then a new privacy notice is announced from 1 March 2026
    And nobody reads in the privacy notice: "Listening advice"
    When the shop tells everybody of it
    Then everybody was told of it
    And the shop may not use the data of Anna for "Listening advice": "This person was not told yet that the data are used for this."
    When it is 1 March 2026
    Then everybody reads in the privacy notice: "Listening advice"
    And the shop may use the data of Anna for "Listening advice"
    And the shop may use the data of Anna for "Your account and orders"

  Scenario: Consent to something new is asked as soon as everybody can read what for
    Given the shop publishes its privacy notice
    And 1 day passes
    When the shop has a youth club for children
    Then newcomers are not asked about "Youth club" yet
    And newcomers are asked about "Newsletter"
    When the shop publishes its privacy notice, to hold from 1 March 2026
    Then newcomers are not asked about "Youth club" yet
    When it is 1 March 2026
    Then newcomers are asked about "Youth club"

  Scenario: Who was not told yet is left alone
    Given Anna signs up as a customer
    And the shop publishes its privacy notice
    And 1 day passes
    And the shop adds "Listening advice": "We advise you what to listen to."
    When the shop publishes its privacy notice
    Then the shop may not use the data of Anna for "Listening advice": "This person was not told yet that the data are used for this."
    When Anna says to have read the privacy notice
    Then the shop may use the data of Anna for "Listening advice"
