# language: nl
Functionaliteit: Een kind heeft een ouder nodig
  Wie er te jong voor is, stemt niet zelf in met een dienst voor kinderen; een ouder doet dat (art. 8). Vanaf welke leeftijd een kind het zelf mag, zegt de wet van zijn land: 16 in Nederland, 13 in België.

  Achtergrond:
    Gegeven de winkel heeft een jeugdclub voor kinderen
    En Lotte wordt klant
    En Lotte is geboren op 3 mei 2012

  Scenario: Een ouder stemt in voor een kind dat te jong is
    Dan mag Lotte zonder ouder niet instemmen met "Jeugdclub"
    En mag de winkel Lotte niet mailen voor "Jeugdclub": "Er is geen toestemming van deze persoon bekend."
    Als een ouder van Lotte het vakje voor "Jeugdclub" aankruist
    Dan mag de winkel Lotte mailen voor "Jeugdclub"
    En zegt de historie van Lotte "Toestemming gegeven voor ‘Jeugdclub’ op de website, door een ouder of voogd."

  Scenario: Vanaf de verjaardag stemt het kind zelf in
    Als het 2 mei 2028 is
    Dan mag Lotte zonder ouder niet instemmen met "Jeugdclub"
    Als het 3 mei 2028 is
    En Lotte het vakje voor "Jeugdclub" aankruist
    Dan mag de winkel Lotte mailen voor "Jeugdclub"

  Scenario: Waarmee een ouder instemde, blijft tot het kind, dat dan oud genoeg is, iets anders zegt
    Gegeven een ouder van Lotte kruist het vakje voor "Jeugdclub" aan
    Als het 3 mei 2028 is
    Dan mag de winkel Lotte mailen voor "Jeugdclub"
    Als Lotte zich afmeldt voor "Jeugdclub"
    Dan mag de winkel Lotte niet mailen voor "Jeugdclub": "Deze persoon heeft de toestemming ingetrokken."
    Als Lotte het vakje voor "Jeugdclub" aankruist
    Dan mag de winkel Lotte mailen voor "Jeugdclub"

  Scenario: In een ander land is de leeftijd een andere
    Gegeven Noor wordt klant
    En Noor is geboren op 3 mei 2012
    En Noor woont in België
    Als Noor het vakje voor "Jeugdclub" aankruist
    Dan mag de winkel Noor mailen voor "Jeugdclub"
    En mag Lotte zonder ouder niet instemmen met "Jeugdclub"

  Scenario: Een leeftijd die niemand weet, beschermt zoals een die te laag is
    Gegeven Daan wordt klant
    Dan mag Daan zonder ouder niet instemmen met "Jeugdclub"
    Als Daan het vakje voor "Nieuwsbrief" aankruist
    En Daan de link in de mail volgt die vraagt om "Nieuwsbrief" te bevestigen
    Dan mag de winkel Daan mailen voor "Nieuwsbrief"
