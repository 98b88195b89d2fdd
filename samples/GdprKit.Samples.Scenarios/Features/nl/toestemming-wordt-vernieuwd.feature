# language: nl
Functionaliteit: Toestemming duurt niet eeuwig
  De winkel vraagt het na twee jaar opnieuw. Wie dan niet antwoordt, krijgt geen post meer.

  Achtergrond:
    Gegeven Anna wordt klant
    En Anna kruist het vakje voor "Nieuwsbrief" aan
    En Anna volgt de link in de mail die vraagt om "Nieuwsbrief" te bevestigen

  Scenario: Niemand vernieuwt haar
    Als er 2 jaar voorbijgaan
    Dan mag de winkel Anna niet mailen voor "Nieuwsbrief": "De toestemming is verlopen."

  Scenario: Anna vernieuwt haar op tijd
    Gegeven er gaan 23 maanden voorbij
    Als Anna het vakje voor "Nieuwsbrief" aankruist
    En Anna de link in de mail volgt die vraagt om "Nieuwsbrief" te bevestigen
    En er 2 maanden voorbijgaan
    Dan mag de winkel Anna mailen voor "Nieuwsbrief"
