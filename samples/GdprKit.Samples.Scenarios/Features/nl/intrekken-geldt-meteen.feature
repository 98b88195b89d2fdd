# language: nl
Functionaliteit: Wie zich afmeldt, wordt vanaf dat moment met rust gelaten
  Intrekken is even eenvoudig als geven en vraagt geen reden (art. 7 lid 3). Opnieuw toestemmen is een eigen keuze.

  Achtergrond:
    Gegeven Anna wordt klant
    En Anna kruist het vakje voor "Nieuwsbrief" aan
    En Anna volgt de link in de mail die vraagt om "Nieuwsbrief" te bevestigen

  Scenario: De volgende mail gaat niet meer uit
    Gegeven de winkel mag Anna mailen voor "Nieuwsbrief"
    Als Anna zich afmeldt voor "Nieuwsbrief"
    Dan mag de winkel Anna niet mailen voor "Nieuwsbrief": "Deze persoon heeft de toestemming ingetrokken."

  Scenario: Twee keer afmelden is één keer afmelden
    Als Anna zich afmeldt voor "Nieuwsbrief"
    En Anna zich afmeldt voor "Nieuwsbrief"
    Dan heeft de historie van Anna 4 regels

  Scenario: Opnieuw toestemmen is een nieuwe toestemming, die opnieuw bevestigd wordt
    Als Anna zich afmeldt voor "Nieuwsbrief"
    En er 1 maand voorbijgaat
    En Anna het vakje voor "Nieuwsbrief" aankruist
    Dan mag de winkel Anna niet mailen voor "Nieuwsbrief": "De toestemming moet nog worden bevestigd, zodat vaststaat dat zij van deze persoon komt."
    Als Anna de link in de mail volgt die vraagt om "Nieuwsbrief" te bevestigen
    Dan mag de winkel Anna mailen voor "Nieuwsbrief"
