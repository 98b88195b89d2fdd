# language: nl
Functionaliteit: Wat te oud is, gaat weg, en niets anders
  De winkel bewaart een account tot twee jaar na de laatste aankoop, of na de aanmelding van wie nooit iets kocht, wat voor een klacht nodig kan zijn vijf jaar, en haar boeken zeven jaar.
  Wat er weggaat, wordt eerst bekeken en goedgekeurd (art. 5 lid 1 onder e en lid 2).

  Scenario: Wie nooit iets kocht, gaat weg als het account te oud is
    Gegeven Anna wordt klant
    Als het 5 januari 2028 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna nog klant
    Als het 6 januari 2028 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna weg uit de winkel

  Scenario: Een verwijderstop houdt vast wat te oud is, tot hij wordt opgeheven
    Gegeven Anna wordt klant
    En het is 6 januari 2028
    En er komt een verwijderstop op Anna
    Als de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna nog klant
    En heeft de winkel het "E-mailadres" van Anna nog
    Als de verwijderstop op Anna wordt opgeheven
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna weg uit de winkel

  Scenario: Een verwijderstop op de facturen van enkele jaren houdt die vast, en van wie ze zijn
    Gegeven Anna wordt klant
    En er gaan 3 maanden voorbij
    En Anna koopt muziek
    En het is 1 januari 2034
    En de facturen sinds 2025 krijgen een verwijderstop
    Als de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna nog klant
    Als de verwijderstop op de facturen sinds 2025 voorbij is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna weg uit de winkel

  Scenario: Wat niets meer nodig heeft, gaat weg, en de rest blijft voor wat het nog nodig heeft
    Gegeven Anna wordt klant
    En er gaan 3 maanden voorbij
    En Anna koopt muziek
    Als het 6 april 2028 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan heeft de winkel geen "Taal" van Anna meer
    En heeft de winkel het "E-mailadres" van Anna nog
    En is Anna nog klant

  Scenario: Zeven jaar later is er niets meer, op de dag zelf en niet eerder
    Gegeven Anna wordt klant
    En er gaan 3 maanden voorbij
    En Anna koopt muziek
    Als het 31 december 2033 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna nog klant
    Als het 1 januari 2034 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna weg uit de winkel
