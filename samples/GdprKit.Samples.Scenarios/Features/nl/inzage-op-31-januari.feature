# language: nl
Functionaliteit: Een verzoek om inzage op 31 januari
  Een maand later is er geen 31 februari: dan geldt de laatste dag van de maand. Is dat geen werkdag, dan mag het antwoord de eerstvolgende werkdag nog komen (art. 12 lid 3 AVG;
  Verordening 1182/71, art. 3).

  Scenario: De streefdag is de laatste dag van februari, de uiterste dag de maandag erna
    Gegeven Anna wordt klant
    En het is 31 januari 2026
    Als Anna om inzage vraagt
    Dan is de streefdag voor Anna 28 februari 2026
    En de uiterste dag voor Anna is 2 maart 2026
    Als het 2 maart 2026 is
    Dan is het antwoord aan Anna nog op tijd
    Als het 3 maart 2026 is
    Dan is het antwoord aan Anna te laat
