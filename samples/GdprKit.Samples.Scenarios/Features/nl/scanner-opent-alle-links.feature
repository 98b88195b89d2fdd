# language: nl
Functionaliteit: Een link openen bevestigt niets
  Programma's die mailboxen bewaken, openen elke link voordat iemand de mail heeft gelezen. Alleen de knop achter de link zegt dat iemand de verklaring heeft gelezen.

  Achtergrond:
    Gegeven Anna wordt klant
    En de winkel begint iedereen over haar privacyverklaring te vertellen
    En de mails gaan de deur uit

  Scenario: Een scanner opent alle links
    Als een scanner elke link in de mail aan Anna opent
    Dan heeft Anna niets bevestigd
    Als Anna de link in de mail volgt en op de knop drukt
    Dan heeft Anna bevestigd het te hebben gelezen
    En zegt de historie van Anna "Bevestigde via een link de privacyverklaring te hebben gelezen."
