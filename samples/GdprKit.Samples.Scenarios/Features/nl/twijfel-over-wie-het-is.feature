# language: nl
Functionaliteit: Twijfel over wie het is
  Alleen bij redelijke twijfel mag de winkel vragen wie een verzoek doet, en dan meteen. Tot het antwoord staat de termijn stil. Wie via de eigen link vraagt, hoeft niets te
  laten zien (art. 12 lid 6 AVG).

  Scenario: Een brief van een onbekend adres
    Gegeven Anna wordt klant
    En het is 15 januari 2026
    En een brief op naam van Anna vraagt om inzage
    En het is 19 januari 2026
    Als een medewerker twijfelt of het Anna is en ernaar vraagt
    Dan staat de termijn van Anna stil
    Als het 29 januari 2026 is
    En Anna laat zien wie het is
    Dan is de streefdag voor Anna 25 februari 2026

  Scenario: Een vraag via de eigen link
    Gegeven Anna wordt klant
    Als Anna om inzage vraagt
    Dan mag niemand Anna vragen wie het is
