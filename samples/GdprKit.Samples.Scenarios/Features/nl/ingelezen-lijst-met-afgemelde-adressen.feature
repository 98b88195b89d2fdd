# language: nl
Functionaliteit: Een ingelezen lijst gaat over niemands nee heen
  Een lijst uit een ander systeem zegt wie daar instemde. Zij gaat nooit over wat iemand hier zei, en een adres op de lijst van wie geen reclame wil, krijgt die niet, voor wie het ook werd ingelezen (art. 21 lid 3).

  Scenario: Van twee mensen op een lijst wil er een geen reclame
    Gegeven Anna wordt klant
    En Bram wordt klant
    En het adres van Anna staat op de lijst van wie geen reclame wil
    Als een oude lijst wordt ingelezen waarop Bram instemde met "Nieuwsbrief"
    En er wordt een oude lijst ingelezen waarop Anna instemde met "Nieuwsbrief"
    En de winkel een mailing van "Nieuwsbrief" klaarzet
    En de mailing verstuurd wordt
    Dan telt het antwoord van Anna op de lijst niet
    En staat Anna niet op de lijst van de mailing
    En mag de winkel Anna niet mailen voor "Nieuwsbrief": "Dit adres staat op de lijst van wie geen reclame wil."
    En krijgt Bram de mailing

  Scenario: Een adres komt op de lijst als de mailing al klaarstaat
    Gegeven Anna wordt klant
    En er wordt een oude lijst ingelezen waarop Anna instemde met "Nieuwsbrief"
    En de winkel zet een mailing van "Nieuwsbrief" klaar
    Als het adres van Anna op de lijst komt van wie geen reclame wil
    En de mailing verstuurd wordt
    Dan krijgt Anna de mailing niet: "Dit adres staat op de lijst van wie geen reclame wil."

  Scenario: Wie zich afmeldde, wordt niet door een lijst weer aangemeld
    Gegeven Anna wordt klant
    En Anna kruist het vakje voor "Nieuwsbrief" aan
    En Anna volgt de link in de mail die vraagt om "Nieuwsbrief" te bevestigen
    En Anna meldt zich af voor "Nieuwsbrief"
    Als er 1 dag voorbijgaat
    En een oude lijst wordt ingelezen waarop Anna instemde met "Nieuwsbrief"
    Dan telt het antwoord van Anna op de lijst niet
    En mag de winkel Anna niet mailen voor "Nieuwsbrief": "Deze persoon heeft de toestemming ingetrokken."

  Scenario: Wie geen reclame wilde en verwijderd werd, komt niet terug door een lijst
    Gegeven Anna wordt klant
    En Anna maakt bezwaar tegen alle reclame
    En een medewerker verwijdert Anna
    Als er 1 dag voorbijgaat
    En Anna klant wordt
    En een oude lijst wordt ingelezen waarop Anna instemde met "Nieuwsbrief"
    Dan mag de winkel het adres van Anna niet mailen voor "Nieuwsbrief": "Dit adres staat op de lijst van wie geen reclame wil."

  Scenario: Alleen een nieuwe toestemming, bevestigd door wie de mailbox heeft, haalt een adres van de lijst
    Gegeven Anna wordt klant
    En Anna maakt bezwaar tegen alle reclame
    En een medewerker verwijdert Anna
    En er gaat 1 dag voorbij
    Als Anna klant wordt
    En Anna het vakje voor "Nieuwsbrief" aankruist
    Dan mag de winkel het adres van Anna niet mailen voor "Nieuwsbrief": "Dit adres staat op de lijst van wie geen reclame wil."
    Als Anna de link in de mail volgt die vraagt om "Nieuwsbrief" te bevestigen
    En de winkel een mailing van "Nieuwsbrief" klaarzet
    En de mailing verstuurd wordt
    Dan krijgt Anna de mailing
