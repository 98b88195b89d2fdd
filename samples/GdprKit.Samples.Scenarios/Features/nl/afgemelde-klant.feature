# language: nl
Functionaliteit: Klanten mogen post krijgen tot zij bezwaar maken
  Wie iets kocht, mag ongevraagd mail krijgen over muziek die daarop lijkt (art. 11.7 Telecommunicatiewet), tot hij bezwaar maakt. Geen reden weegt daartegen op (art. 21 lid 3).

  Scenario: Wie zich alleen aanmeldde, krijgt geen tips
    Gegeven Anna wordt klant
    Dan mag de winkel Anna niet mailen voor "Tips bij wat je kocht": "De regel voor bestaande klanten geldt hier niet: een van de vijf voorwaarden ontbreekt."

  Scenario: Een klant maakt bezwaar tegen alle reclame
    Gegeven Anna wordt klant
    En Anna koopt muziek
    En de winkel mag Anna mailen voor "Tips bij wat je kocht"
    En Anna kruist het vakje voor "Nieuwsbrief" aan
    En Anna volgt de link in de mail die vraagt om "Nieuwsbrief" te bevestigen
    Als Anna bezwaar maakt tegen alle reclame
    Dan mag de winkel Anna niet mailen voor "Tips bij wat je kocht": "Deze persoon heeft bezwaar gemaakt tegen reclame. Dan mag het niet, wat de reden er ook voor is."
    En mag de winkel Anna niet mailen voor "Nieuwsbrief": "Deze persoon heeft bezwaar gemaakt tegen reclame. Dan mag het niet, wat de reden er ook voor is."
