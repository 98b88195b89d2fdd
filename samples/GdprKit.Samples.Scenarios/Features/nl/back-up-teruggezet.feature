# language: nl
Functionaliteit: Gewist blijft gewist, ook als er een oudere back-up wordt teruggezet
  Wat gewist is, staat nog in back-ups tot die vervangen zijn, en wie er een terugzet haalt het terug. De winkel merkt dat, gebruikt geen gegevens tot alles is herhaald, en vergeet geen enkel "nee"
  (art. 5 lid 1 onder f, 17 en 32 lid 1 onder c AVG).

  Scenario: De brief zegt tot wanneer het in back-ups staat
    Gegeven Anna wordt klant
    En Anna vraagt om gewist te worden
    Als de leidinggevende het wissen van Anna toewijst en opdracht geeft
    En de winkel wist wat weg kan
    En iedereen die voor het wissen van Anna iets moet doen, doet dat
    Dan zegt de brief aan Anna "6 april 2026"
    En wat vandaag gewist wordt is uiterlijk 6 april 2026 uit de back-ups
    Als het opruimen van back-ups mislukt, en ze blijven tot 1 september 2026
    Dan zegt de brief aan Anna "1 september 2026"

  Scenario: De back-up van vorige week wordt teruggezet
    Gegeven Anna wordt klant
    En Bram wordt klant
    En de winkel maakt een back-up
    En er gaan 7 dagen voorbij
    En Anna vraagt om gewist te worden
    En de leidinggevende wijst het wissen van Anna toe en geeft opdracht
    En de winkel wist wat weg kan
    En iedereen die voor het wissen van Anna iets moet doen, doet dat
    En de winkel stuurt Anna de brief
    En de winkel wist wat weg kan
    En Bram maakt bezwaar tegen alle reclame
    Als de laatste back-up teruggezet wordt
    Dan merkt de winkel dat er een oudere back-up is teruggezet
    En Anna is nog klant
    Als de leidinggevende herhaalt wat er sindsdien gebeurd is
    Dan is alles herhaald
    En Anna is weg uit de winkel
    En Bram is nog klant
    En mag de winkel Bram niet mailen voor "Nieuwsbrief": "Deze persoon heeft bezwaar gemaakt tegen reclame. Dan mag het niet, wat de reden er ook voor is."

  Scenario: Een klant zegt nee terwijl de winkel wacht
    Gegeven Anna wordt klant
    En Bram wordt klant
    En de winkel maakt een back-up
    En er gaat 1 dag voorbij
    En Anna vraagt om inzage
    Als de laatste back-up teruggezet wordt
    Dan merkt de winkel dat er een oudere back-up is teruggezet
    Als Bram bezwaar maakt tegen alle reclame
    En de laatste back-up teruggezet wordt
    En de leidinggevende herhaalt wat er sindsdien gebeurd is
    Dan is alles herhaald
    En mag de winkel Bram niet mailen voor "Nieuwsbrief": "Deze persoon heeft bezwaar gemaakt tegen reclame. Dan mag het niet, wat de reden er ook voor is."

  Scenario: Niemand wordt twee keer ingelicht
    Gegeven Anna wordt klant
    En Bram wordt klant
    En de winkel begint iedereen over haar privacyverklaring te vertellen
    En de winkel maakt een back-up
    En de mails gaan de deur uit
    Als de laatste back-up teruggezet wordt
    Dan mag er geen mail de deur uit
    Als de leidinggevende herhaalt wat er sindsdien gebeurd is
    En de mails de deur uit gaan
    Dan heeft iedereen één mail

  Scenario: Een nieuwkomer kreeg het nummer van iemand die gewist is
    Gegeven de winkel maakt een back-up
    En Anna wordt klant
    En Anna vraagt om gewist te worden
    En de leidinggevende wijst het wissen van Anna toe en geeft opdracht
    En de winkel wist wat weg kan
    En iedereen die voor het wissen van Anna iets moet doen, doet dat
    En de winkel stuurt Anna de brief
    En de winkel wist wat weg kan
    En er gaat 1 dag voorbij
    Als de laatste back-up teruggezet wordt
    En Bram klant wordt
    Dan heeft Bram het klantnummer dat Anna had
    Als de leidinggevende herhaalt wat er sindsdien gebeurd is, en 1 ding moet nakijken
    Dan is Bram nog klant
