# language: nl
Functionaliteit: Opruimen dat wordt afgebroken, gaat verder en telt elke rij één keer
  De stroom kan elk moment uitvallen. Wat gedaan was, is weg en geteld; wat niet gedaan was, is er nog en komt aan de beurt als het programma weer draait (art. 5 lid 1 onder f en lid 2).

  Achtergrond:
    Gegeven Anna wordt klant
    En Anna koopt muziek
    En het is 1 januari 2034

  Scenario: De stroom valt halverwege uit
    Als de stroom halverwege het opruimen uitvalt
    Dan is het opruimen niet klaar
    En is Anna nog klant
    Als er 10 minuten voorbijgaan
    En het opruimen verdergaat
    Dan is Anna weg uit de winkel
    En is elke rij die weg is, één keer geteld

  Scenario: Wie intussen een verwijderstop krijgt, blijft
    Als de stroom halverwege het opruimen uitvalt
    En er een verwijderstop op Anna komt
    En er 10 minuten voorbijgaan
    En het opruimen verdergaat
    Dan is Anna nog klant
    En is elke rij die weg is, één keer geteld
