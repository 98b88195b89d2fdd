# language: nl
Functionaliteit: Wie met het een instemde, stemde niet met het ander in
  Toestemming dekt wat mensen verteld was toen zij instemden (art. 4 punt 11, 7). Verklaart de winkel iets anders, dan vraagt zij het opnieuw, en wie met iets anders instemde, merkt er niets van.

  Achtergrond:
    Gegeven de winkel heeft een jeugdclub voor kinderen
    En Anna wordt klant
    En Anna kruist het vakje voor "Nieuwsbrief" aan
    En Anna volgt de link in de mail die vraagt om "Nieuwsbrief" te bevestigen
    En Bram wordt klant
    En Bram is geboren op 1 maart 1990
    En Bram kruist het vakje voor "Jeugdclub" aan

  Scenario: De nieuwsbrief gaat kijken naar wat mensen kochten
    Als de winkel verklaart dat "Nieuwsbrief" ook "aankopen" gebruikt
    Dan past 1 toestemming niet meer bij wat de winkel verklaart
    En mag de winkel Anna niet mailen voor "Nieuwsbrief": "De toestemming is voor iets anders gegeven."
    En mag de winkel Bram mailen voor "Jeugdclub"
    Als de winkel vastlegt dat 1 toestemming niet meer geldt
    Dan passen 0 toestemmingen niet meer bij wat de winkel verklaart
    En zegt de historie van Anna "Niet meer geldig: de toestemming voor ‘Nieuwsbrief’. Wat ermee gebeurt, is veranderd."
    En mag de winkel Anna niet mailen voor "Nieuwsbrief": "De toestemming bleek niet geldig te zijn."
    Als Anna het vakje voor "Nieuwsbrief" aankruist
    En Anna de link in de mail volgt die vraagt om "Nieuwsbrief" te bevestigen
    Dan mag de winkel Anna mailen voor "Nieuwsbrief"
    En mag de winkel Bram mailen voor "Jeugdclub"

  Scenario: Een ander doel is een andere activiteit
    Als de winkel "Concerten" verklaart in plaats van "Jeugdclub": "Wij vertellen je welke concerten er bij jou in de buurt zijn."
    Dan past 1 toestemming niet meer bij wat de winkel verklaart
    En mag de winkel Bram niet mailen voor "Concerten": "Er is geen toestemming van deze persoon bekend."
    Als de winkel vastlegt dat 1 toestemming niet meer geldt
    En Bram het vakje voor "Concerten" aankruist
    Dan mag de winkel Bram mailen voor "Concerten"
    En mag de winkel Anna mailen voor "Nieuwsbrief"

  Scenario: Wie minder gebruikt, vraagt niemand iets
    Als de winkel verklaart dat "Nieuwsbrief" geen "naam" meer gebruikt
    Dan passen 0 toestemmingen niet meer bij wat de winkel verklaart
    En mag de winkel Anna mailen voor "Nieuwsbrief"

  Scenario: Een verandering die wordt teruggedraaid voordat er iets is vastgelegd, veranderde niets
    Gegeven de winkel verklaart dat "Nieuwsbrief" ook "aankopen" gebruikt
    En 1 toestemming past niet meer bij wat de winkel verklaart
    Als de winkel verklaart dat "Nieuwsbrief" geen "aankopen" meer gebruikt
    Dan passen 0 toestemmingen niet meer bij wat de winkel verklaart
    En mag de winkel Anna mailen voor "Nieuwsbrief"
