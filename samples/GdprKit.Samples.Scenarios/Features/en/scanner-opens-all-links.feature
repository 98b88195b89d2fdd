Feature: Opening a link confirms nothing
  Programs that guard mailboxes open every link before anybody has read the mail. Only the button behind the link says that somebody has read the notice.

  Background:
    Given Anna signs up as a customer
    And the shop begins to tell everybody of its privacy notice
    And the mails go out

  Scenario: A scanner opens all links
    When a scanner opens every link in the mail to Anna
    Then Anna has confirmed nothing
    When Anna follows the link in the mail and presses the button
    Then Anna has confirmed to have read it
    And the history of Anna says "Confirmed through a link to have read the privacy notice."
