# language: nl
Functionaliteit: Iedereen wordt één keer ingelicht, ook als het programma wordt afgebroken
  Mensen over de privacyverklaring vertellen is een plicht (art. 13, 14). Een storing halverwege licht niemand twee keer in en vergeet niemand: hooguit gaat dezelfde mail nog eens, en een mailprogramma toont haar één keer.

  Achtergrond:
    Gegeven Anna wordt klant
    En de winkel begint iedereen over haar privacyverklaring te vertellen

  Scenario: De stroom valt halverwege uit
    Als de stroom direct na 20 mails uitvalt
    En er 10 minuten voorbijgaan
    En de mails de deur uit gaan
    Dan heeft iedereen één mail
    En heeft Anna er 1 mail over

  Scenario: Wie later komt, wordt ook ingelicht
    Gegeven de mails gaan de deur uit
    Als Bram klant wordt
    En de mails de deur uit gaan
    Dan heeft Bram er 1 mail over
    En heeft iedereen één mail
