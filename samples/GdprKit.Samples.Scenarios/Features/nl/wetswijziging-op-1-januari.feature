# language: nl
Functionaliteit: Een wet die op 1 januari verandert, telt vanaf die dag
  Is de oude termijn al om, dan verandert een nieuwe daar niets meer aan; wat op de dag van de wijziging nog bewaard wordt, valt onder de nieuwe. Dat kan jaren vooruit worden
  vastgelegd (art. 5 lid 1 onder e en art. 6 lid 1 onder c).

  Scenario: De boeken worden voortaan langer bewaard
    Gegeven vanaf 1 januari 2034 is de bewaartermijn van "Facturen en boekhouding" volgens de wet 10 jaar
    En Anna wordt klant
    En Bram wordt klant
    En Anna koopt muziek
    En het is 1 januari 2027
    En Bram koopt muziek
    Als het 31 december 2033 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna nog klant
    Als het 1 januari 2034 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna weg uit de winkel
    En is Bram nog klant
    Als het 31 december 2037 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Bram nog klant
    Als het 1 januari 2038 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Bram weg uit de winkel

  Scenario: De boeken worden voortaan korter bewaard
    Gegeven vanaf 1 januari 2032 is de bewaartermijn van "Facturen en boekhouding" volgens de wet 5 jaar
    En Anna wordt klant
    En Bram wordt klant
    En Anna koopt muziek
    En het is 1 januari 2027
    En Bram koopt muziek
    Als het 31 december 2031 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna nog klant
    Als het 1 januari 2032 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna weg uit de winkel
    En is Bram nog klant
    Als het 1 januari 2033 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Bram weg uit de winkel
