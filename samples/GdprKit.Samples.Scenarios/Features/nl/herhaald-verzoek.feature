# language: nl
Functionaliteit: Nog een keer hetzelfde vragen
  Vraagt iemand opnieuw om hetzelfde voor het antwoord er is, dan wordt het samen behandeld, op tijd voor het eerste verzoek. Wie blijft vragen zonder dat er iets veranderde, kan
  worden afgewezen, met uitleg (art. 12 lid 5 AVG).

  Scenario: Het tweede verzoek gaat op in het eerste
    Gegeven Anna wordt klant
    En het is 15 januari 2026
    En Anna vraagt om inzage
    En er gaat een week voorbij
    En Anna vraagt om inzage
    Dan heeft Anna 2 open verzoeken
    Als de leidinggevende het laatste verzoek van Anna met het eerste behandelt
    Dan heeft Anna 1 open verzoek
    En de streefdag voor Anna is 15 februari 2026

  Scenario: Het verzoek is buitensporig
    Gegeven Anna wordt klant
    En Anna vraagt om inzage
    En de leidinggevende wijst het verzoek van Anna toe en de winkel antwoordt
    En er gaat een week voorbij
    En Anna vraagt om inzage
    Als de leidinggevende het laatste verzoek van Anna afwijst als buitensporig
    Dan heeft Anna 0 open verzoeken
    En de historie van Anna zegt "Het verzoek is op 12 januari 2026 afgewezen: het is buitensporig (art. 12(5) AVG)."
