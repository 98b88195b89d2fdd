# language: nl
Functionaliteit: Wie na het wissen terugkomt, is iemand nieuw
  Wat gewist is blijft gewist, en een opdracht die klaar is gaat over niemand meer. Wie opnieuw klant wordt, begint met niets en raakt niets kwijt (art. 17 AVG).

  Scenario: Anna wordt weer klant
    Gegeven Anna wordt klant
    En Anna vraagt om gewist te worden
    Als de leidinggevende het wissen van Anna toewijst en opdracht geeft
    En de winkel wist wat weg kan
    En iedereen die voor het wissen van Anna iets moet doen, doet dat
    En de winkel stuurt Anna de brief
    En de winkel wist wat weg kan
    Dan is het wissen van Anna klaar
    Als Anna klant wordt
    En er gaat 1 dag voorbij
    En de winkel wist wat weg kan
    Dan is Anna nog klant
    En de historie van Anna heeft 1 regel
    En Anna heeft 0 open verzoeken
