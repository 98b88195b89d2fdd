# language: nl
Functionaliteit: Opruimen terwijl een verzoek openstaat
  Wie om inzage vraagt, krijgt wat er was: zolang dat verzoek openstaat, ruimt de winkel van deze klant niets op. Een verzoek om te wissen houdt niets tegen (art. 15 en 17 AVG).

  Scenario: Een verzoek om inzage houdt de gegevens vast tot het antwoord
    Gegeven Anna wordt klant
    En het is 6 januari 2028
    En Anna vraagt om inzage
    Als de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna nog klant
    Als de leidinggevende het verzoek van Anna toewijst en de winkel antwoordt
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna weg uit de winkel

  Scenario: Een verzoek om te wissen houdt het opruimen niet tegen
    Gegeven Anna wordt klant
    En het is 6 januari 2028
    En Anna vraagt om gewist te worden
    Als de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna weg uit de winkel
