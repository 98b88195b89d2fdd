Feature: A law that changes on 1 January counts from that day
  Where the old period is over, a new one changes nothing; what is still kept on the day of the change falls under the new one. It can be declared years ahead
  (Art. 5(1)(e), 6(1)(c)).

  Scenario: From then on the books are kept longer
    Given from 1 January 2034 the period of "Invoices and bookkeeping" is 10 years by law
    And Anna signs up as a customer
    And Bram signs up as a customer
    And Anna buys music
    And it is 1 January 2027
    And Bram buys music
    When it is 31 December 2033
    And the manager approves the clean-up and it is done
    Then Anna is still a customer
    When it is 1 January 2034
    And the manager approves the clean-up and it is done
    Then Anna is gone from the shop
    And Bram is still a customer
    When it is 31 December 2037
    And the manager approves the clean-up and it is done
    Then Bram is still a customer
    When it is 1 January 2038
    And the manager approves the clean-up and it is done
    Then Bram is gone from the shop

  Scenario: From then on the books are kept shorter
    Given from 1 January 2032 the period of "Invoices and bookkeeping" is 5 years by law
    And Anna signs up as a customer
    And Bram signs up as a customer
    And Anna buys music
    And it is 1 January 2027
    And Bram buys music
    When it is 31 December 2031
    And the manager approves the clean-up and it is done
    Then Anna is still a customer
    When it is 1 January 2032
    And the manager approves the clean-up and it is done
    Then Anna is gone from the shop
    And Bram is still a customer
    When it is 1 January 2033
    And the manager approves the clean-up and it is done
    Then Bram is gone from the shop
