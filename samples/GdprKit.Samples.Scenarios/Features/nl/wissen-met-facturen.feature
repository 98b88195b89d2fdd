# language: nl
Functionaliteit: Meteen gewist wat geen wet eist, en de rest op de dag zelf
  De belastingwet eist facturen zeven jaar lang. Wat zij niet eist gaat meteen weg; de facturen gaan vanzelf weg op de dag dat het mag, en niemand hoeft er opnieuw om te vragen
  (art. 17 lid 1 en lid 3 onder b AVG; art. 52 lid 4 AWR).

  Scenario: De facturen blijven tot en met 31 december, en gaan dan vanzelf weg
    Gegeven Anna wordt klant
    En Anna koopt muziek
    En Bram wordt klant
    En Anna vraagt om gewist te worden
    Als de leidinggevende het wissen van Anna toewijst en opdracht geeft
    En de winkel wist wat weg kan
    Dan heeft de winkel geen "Taal" van Anna meer
    En heeft de winkel de "Voornaam" van Anna nog
    En de winkel heeft 1 factuur van Anna
    En de winkel kan Anna nog niet antwoorden
    Als iedereen die voor het wissen van Anna iets moet doen, doet dat
    Dan zegt de brief aan Anna "31 december 2033"
    En de brief aan Anna zegt "art. 52 lid 4 AWR"
    En de brief aan Anna zegt "- e-mailadres"
    Als de winkel Anna de brief stuurt
    En het is 31 december 2033
    En de winkel wist wat weg kan
    Dan heeft de winkel 1 factuur van Anna
    En het wissen van Anna is niet klaar
    Als het 1 januari 2034 is
    En de winkel wist wat weg kan
    Dan is Anna weg uit de winkel
    En de winkel heeft 0 facturen van Anna
    En het wissen van Anna is klaar
    En niets in het logboek leidt meer naar Anna
    En het bewijs van het wissen van Anna klopt
    En Bram is nog klant
