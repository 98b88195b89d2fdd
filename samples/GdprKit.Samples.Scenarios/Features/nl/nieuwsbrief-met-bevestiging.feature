# language: nl
Functionaliteit: Een nieuwsbrief met bevestiging
  Iemand kan het adres van een ander invullen. Daarom wacht de nieuwsbrief tot de eigenaar van de mailbox bevestigt.

  Scenario: Het vakje aankruisen is niet genoeg
    Gegeven Anna wordt klant
    Als Anna het vakje voor "Nieuwsbrief" aankruist
    Dan mag de winkel Anna niet mailen voor "Nieuwsbrief": "De toestemming moet nog worden bevestigd, zodat vaststaat dat zij van deze persoon komt."
    Als Anna de link in de mail volgt die vraagt om "Nieuwsbrief" te bevestigen
    Dan mag de winkel Anna mailen voor "Nieuwsbrief"

  Scenario: Wie niets zei, krijgt niets
    Gegeven Anna wordt klant
    Dan mag de winkel Anna niet mailen voor "Nieuwsbrief": "Er is geen toestemming van deze persoon bekend."
