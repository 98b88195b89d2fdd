# language: nl
Functionaliteit: Het laatste woord telt, ook als de mailing daarvoor al klaarstond
  Wie gemaild mag worden, wordt gekozen als een mailing wordt klaargezet, en opnieuw gevraagd voordat elke mail weggaat: intrekken werkt meteen (art. 7 lid 3).

  Scenario: Iemand meldt zich af nadat de lijst is gemaakt en voordat de mail is verstuurd
    Gegeven Anna wordt klant
    En Anna kruist het vakje voor "Nieuwsbrief" aan
    En Anna volgt de link in de mail die vraagt om "Nieuwsbrief" te bevestigen
    En Bram wordt klant
    En Bram kruist het vakje voor "Nieuwsbrief" aan
    En Bram volgt de link in de mail die vraagt om "Nieuwsbrief" te bevestigen
    En Cato wordt klant
    En Cato kruist het vakje voor "Nieuwsbrief" aan
    Als de winkel een mailing van "Nieuwsbrief" klaarzet
    Dan staat Anna op de lijst van de mailing
    En staat Bram op de lijst van de mailing
    En staat Cato niet op de lijst van de mailing
    Als er 1 dag voorbijgaat
    En Anna zich afmeldt voor "Nieuwsbrief"
    En de mailing wordt verstuurd
    Dan krijgt Anna de mailing niet: "Deze persoon heeft de toestemming ingetrokken."
    En krijgt Bram de mailing

  Scenario: Iemand meldt zich af en wordt niet meer gekozen
    Gegeven Anna wordt klant
    En Anna kruist het vakje voor "Nieuwsbrief" aan
    En Anna volgt de link in de mail die vraagt om "Nieuwsbrief" te bevestigen
    Als Anna zich afmeldt voor "Nieuwsbrief"
    En de winkel een mailing van "Nieuwsbrief" klaarzet
    Dan staat Anna niet op de lijst van de mailing
