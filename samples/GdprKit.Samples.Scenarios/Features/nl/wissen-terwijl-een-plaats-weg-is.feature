# language: nl
Functionaliteit: Wissen wacht op de plaats die weg is, en op niets anders
  De gegevens staan op twee plaatsen. Een daarvan is drie dagen weg: de andere wist meteen, die weg is wordt telkens opnieuw gevraagd, en niemand hoort dat het klaar is voor het zo is (art. 17 AVG).

  Scenario: De zoekindex is drie dagen weg
    Gegeven Anna wordt klant
    En Anna vraagt om gewist te worden
    En de zoekindex geeft geen antwoord
    Als de leidinggevende het wissen van Anna toewijst en opdracht geeft
    En de winkel wist wat weg kan
    Dan is Anna weg uit de winkel
    En is de zoekindex 1 keer gevraagd Anna te wissen
    Als iedereen die voor het wissen van Anna iets moet doen, doet dat
    Dan kan de winkel Anna nog niet antwoorden
    Als er 1 dag voorbijgaat
    En de winkel wist wat weg kan
    En er gaat 1 dag voorbij
    En de winkel wist wat weg kan
    Dan is de zoekindex 3 keer gevraagd Anna te wissen
    En de winkel kan Anna nog niet antwoorden
    Als de zoekindex weer antwoord geeft
    En er gaat 1 dag voorbij
    En de winkel wist wat weg kan
    Dan is de zoekindex 4 keer gevraagd Anna te wissen
    Als de winkel Anna de brief stuurt
    En de winkel wist wat weg kan
    Dan is het wissen van Anna klaar
    En het bewijs van het wissen van Anna klopt
