# language: nl
Functionaliteit: Een antwoord dat langer duurt
  Is een verzoek ingewikkeld, of zijn er veel, dan mag het antwoord drie maanden na ontvangst komen. Dat moet in de eerste maand zijn verteld, met de redenen (art. 12 lid 3 AVG).

  Scenario: In de eerste maand verteld
    Gegeven Anna wordt klant
    En het is 15 januari 2026
    En Anna vraagt om inzage
    En het is 10 februari 2026
    Als een medewerker Anna vertelt waarom het langer duurt
    Dan is de streefdag voor Anna 15 april 2026
    Als het 15 april 2026 is
    Dan is het antwoord aan Anna nog op tijd

  Scenario: Na de eerste maand kan het niet meer
    Gegeven Anna wordt klant
    En het is 15 januari 2026
    En Anna vraagt om inzage
    Als het 16 februari 2026 is
    Dan is het te laat om Anna te vertellen dat het langer duurt
    En de uiterste dag voor Anna is 16 februari 2026
