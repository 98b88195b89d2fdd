Feature: Doubt about who it is
  Only where there is reasonable doubt may the shop ask who makes a request, and promptly. Until the answer the period stands still. Who asks by their own link need not show
  anything (Art. 12(6) GDPR).

  Scenario: A letter from an address that is not known
    Given Anna signs up as a customer
    And it is 15 January 2026
    And a letter in the name of Anna asks for access
    And it is 19 January 2026
    When an employee doubts that it is Anna and asks
    Then the period of Anna stands still
    When it is 29 January 2026
    And Anna shows who it is
    Then the day to aim at for Anna is 25 February 2026

  Scenario: A request by the own link
    Given Anna signs up as a customer
    When Anna asks for access
    Then nobody may ask Anna to show who it is
