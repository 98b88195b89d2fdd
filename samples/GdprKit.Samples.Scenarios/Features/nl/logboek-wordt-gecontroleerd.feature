# language: nl
Functionaliteit: Wie het logboek herschrijft, valt door de mand
  De winkel moet kunnen aantonen wat zij deed (art. 5 lid 2). Bewijs dat iedereen met het wachtwoord van de database kan herschrijven, bewijst niets; de volgorde van het logboek en de kopie buiten de database verraden het.

  Achtergrond:
    Gegeven Anna wordt klant
    En Bram wordt klant
    En het logboek is buiten de database gekopieerd

  Scenario: Een logboek waar niemand aan zat, klopt
    Als de leidinggevende het logboek controleert
    Dan zegt de controle "De kopie buiten de database is bij."

  Scenario: Een regel die in de database is veranderd, wordt aangewezen
    Als iemand met de hand regel 1 van het logboek in de database verandert
    En de leidinggevende het logboek controleert
    Dan zegt de controle "Positie 1: Wat hier was vastgelegd, is achteraf veranderd."
    En zegt de controle "Laat de database zoals hij is, bewaar een kopie als bewijs, en zoek uit wie dit kon veranderen."

  Scenario: Een regel die uit de database is gehaald, wordt aangewezen
    Als iemand met de hand regel 1 van het logboek uit de database haalt
    En de leidinggevende het logboek controleert
    Dan zegt de controle "Positie 1: Wat hier was vastgelegd, is weg of niet meer te lezen, terwijl de bewaartermijn nog loopt."

  Scenario: De kopie is zoek
    Als de kopie van het logboek zoekraakt
    En de leidinggevende het logboek controleert
    Dan zegt de controle "De kopie buiten de database is weg, of mist regels die erin stonden."
