# language: nl
Functionaliteit: Een andere formulering vraagt niemand iets
  Veranderen alleen de woorden, en niet wat er met gegevens gebeurt, dan wordt er een nieuwe tekst gepubliceerd en wordt niemand opnieuw ingelicht. De tekst van daarvoor blijft zoals hij was.

  Scenario: Een andere naam voor een soort gegevens
    Gegeven Anna wordt klant
    En de winkel publiceert haar privacyverklaring
    En de winkel vertelt iedereen erover
    En iedereen is erover verteld
    Als er 1 dag voorbijgaat
    En de winkel "aankopen" voortaan "aankoopgeschiedenis" noemt
    Dan leest niemand in de privacyverklaring: "aankoopgeschiedenis"
    Als de winkel haar privacyverklaring publiceert
    Dan leest iedereen in de privacyverklaring: "aankoopgeschiedenis"
    En vraagt de winkel niemand iets
    En is iedereen erover verteld
    En heeft de historie van Anna 2 regels
