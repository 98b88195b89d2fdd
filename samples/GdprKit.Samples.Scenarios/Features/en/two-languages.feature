Feature: Everybody reads the privacy notice in their own language
  Who is to understand something reads it in a language they know (Art. 12(1)). The mail, the reminder and the page behind the link are in the language in which somebody became a customer, and in that language it is recorded what they read.

  Background:
    Given Anna signs up on the Dutch site
    And John signs up on the English site

  Scenario: Two customers, two languages
    When the shop begins to tell everybody of its privacy notice
    And the mails go out
    Then the last mail to Anna is called "Zo gaan wij met je gegevens om"
    And all mails to Anna are in Dutch
    And the last mail to John is called "How we handle your data"
    And all mails to John are in English
    And the page behind the link in the mail to Anna is in Dutch
    And the page behind the link in the mail to John is in English
    When John follows the link in the mail and presses the button
    Then John has confirmed to have read it in English
    And Anna has confirmed nothing

  Scenario: The reminder is in the same language
    When the shop begins to tell everybody of its privacy notice, and to remind after 14 days
    And the mails go out
    And 15 days pass
    And the mails go out
    Then John has 2 mails about it
    And all mails to John are in English
    And the last mail to John is called "Reminder: how we handle your data"

  Scenario: Whose language nobody knows reads Dutch
    Given nobody knows the language of John
    When the shop begins to tell everybody of its privacy notice
    And the mails go out
    Then all mails to John are in Dutch
    And the page behind the link in the mail to John is in Dutch
