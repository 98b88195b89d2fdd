Feature: Who rewrites the log is found
  The shop has to be able to show what it did (Art. 5(2)). Proof that anybody with the password of the database can rewrite proves nothing; the order of the log and its copy outside of the database give it away.

  Background:
    Given Anna signs up as a customer
    And Bram signs up as a customer
    And the log is copied outside of the database

  Scenario: A log that nobody touched is sound
    When the manager verifies the log
    Then the verification says "The copy outside of the database is up to date."

  Scenario: A line that was changed in the database is named
    When somebody changes line 1 of the log in the database by hand
    And the manager verifies the log
    Then the verification says "Position 1: What was recorded here was changed afterwards."
    And the verification says "Leave the database as it is, keep a copy as evidence, and find out who could change this."

  Scenario: A line that was removed from the database is named
    When somebody removes line 1 of the log from the database by hand
    And the manager verifies the log
    Then the verification says "Position 1: What was recorded here is gone or cannot be read, although it is still to be kept."

  Scenario: The copy got lost
    When the copy of the log gets lost
    And the manager verifies the log
    Then the verification says "The copy outside of the database is gone, or lacks lines that were in it."
