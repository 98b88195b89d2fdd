# language: nl
Functionaliteit: Een bewaartermijn die per ongeluk korter wordt, wist niets
  Na een wijziging van de regels keurt de winkel een week lang niets zelf goed, en nooit dat veel klanten tegelijk gegevens kwijtraken. Zo valt een vergissing op voordat ze kwaad kan
  (art. 5 lid 1 onder f en art. 25 lid 1).

  Scenario: Het valt dezelfde nacht op en wordt teruggezet
    Gegeven Anna wordt klant
    En er gaan 2 maanden voorbij
    En het nachtelijke opruimen is aan de beurt
    Als de winkel de bewaartermijn van "Je account en bestellingen" op 1 maand zet
    En het nachtelijke opruimen aan de beurt is
    Dan wacht het opruimen, omdat de regels nieuw zijn
    En ziet de leidinggevende dat er klanten weg zouden gaan
    En is Anna nog klant
    Als de winkel de bewaartermijnen terugzet zoals ze waren
    En er 8 dagen voorbijgaan
    En het nachtelijke opruimen aan de beurt is
    Dan ziet de leidinggevende dat er geen klant weg zou gaan
    En is Anna nog klant

  Scenario: Niemand kijkt een week lang
    Gegeven Anna wordt klant
    En er gaan 2 maanden voorbij
    Als de winkel de bewaartermijn van "Je account en bestellingen" op 1 maand zet
    En het nachtelijke opruimen aan de beurt is
    En er 8 dagen voorbijgaan
    En het nachtelijke opruimen aan de beurt is
    Dan laat het opruimen het aan de leidinggevende over, omdat het te veel zou zijn
    En is Anna nog klant
    En heeft de winkel de "Taal" van Anna nog
    Als de winkel de bewaartermijnen terugzet zoals ze waren
    En het nachtelijke opruimen aan de beurt is
    En er 8 dagen voorbijgaan
    En het nachtelijke opruimen aan de beurt is
    Dan ziet de leidinggevende dat er geen klant weg zou gaan
    En is Anna nog klant
    En heeft de winkel de "Taal" van Anna nog
