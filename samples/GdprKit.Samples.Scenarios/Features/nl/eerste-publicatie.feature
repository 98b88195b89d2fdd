# language: nl
Functionaliteit: Over de eerste privacyverklaring die wordt gepubliceerd wordt iedereen verteld
  Iedereen van wie gegevens worden bewaard wordt ingelicht, wat iemand ook over reclame koos (art. 13, 14). Wie haar al las krijgt geen mail, en niemand krijgt er twee.

  Scenario: Iedereen hoort het, één keer
    Gegeven Anna wordt klant
    Als de winkel haar privacyverklaring publiceert
    Dan leest iedereen in de privacyverklaring: "Nieuwsbrief"
    Als de winkel iedereen erover vertelt
    Dan is iedereen erover verteld
    En zegt de historie van Anna "Kreeg de privacyverklaring per e-mail."
    Als de winkel iedereen erover vertelt
    Dan heeft de historie van Anna 2 regels

  Scenario: Wie zei haar te hebben gelezen, krijgt geen mail
    Gegeven Anna wordt klant
    En de winkel publiceert haar privacyverklaring
    En Anna zegt de privacyverklaring te hebben gelezen
    Als de winkel iedereen erover vertelt
    Dan is iedereen erover verteld
    En kreeg Anna er geen mail over

  Scenario: Wie later komt, hoort het ook
    Gegeven de winkel publiceert haar privacyverklaring
    En de winkel vertelt iedereen erover
    Als Bram klant wordt
    En de winkel iedereen erover vertelt
    Dan is iedereen erover verteld
    En zegt de historie van Bram "Kreeg de privacyverklaring per e-mail."
