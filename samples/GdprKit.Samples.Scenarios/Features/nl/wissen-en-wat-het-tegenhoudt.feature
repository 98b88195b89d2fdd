# language: nl
Functionaliteit: Wat het wissen tegenhoudt, en hoe het daarna verdergaat
  Wie ook om inzage vraagt, krijgt die eerst. Wat een verwijderstop vasthoudt, blijft zolang een vordering loopt. Het wissen en het opruimen halen het intussen niet weg, en het wissen gaat daarna
  vanzelf verder (art. 15 en 17 lid 3 onder e AVG).

  Scenario: Een open verzoek om inzage gaat voor
    Gegeven Anna wordt klant
    En het is 6 januari 2028
    En Anna vraagt om inzage
    En er gaat 1 dag voorbij
    En Anna vraagt om gewist te worden
    Als de leidinggevende het wissen van Anna toewijst en opdracht geeft
    En de winkel wist wat weg kan
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna nog klant
    Als de leidinggevende het verzoek van Anna toewijst en de winkel antwoordt
    En er gaat 1 dag voorbij
    En de winkel wist wat weg kan
    Dan is Anna weg uit de winkel
    En het wissen van Anna is niet klaar

  Scenario: Een verwijderstop wordt opgeheven
    Gegeven Anna wordt klant
    En er komt een verwijderstop op Anna
    En Anna vraagt om gewist te worden
    Als de leidinggevende het wissen van Anna toewijst en opdracht geeft
    En de winkel wist wat weg kan
    Dan is Anna nog klant
    Als iedereen die voor het wissen van Anna iets moet doen, doet dat
    Dan zegt de brief aan Anna "nodig voor een rechtsvordering"
    Als de winkel Anna de brief stuurt
    En de verwijderstop op Anna wordt opgeheven
    En er gaat 1 dag voorbij
    En de winkel wist wat weg kan
    Dan is Anna weg uit de winkel
    En het wissen van Anna is klaar
