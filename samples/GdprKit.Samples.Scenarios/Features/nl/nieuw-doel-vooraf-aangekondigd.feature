# language: nl
Functionaliteit: Een nieuw doel wordt vooraf aangekondigd, en geldt voor wie het hoorde
  Gegevens die voor het een zijn verzameld, worden pas voor het ander gebruikt nadat de persoon het hoorde (art. 13 lid 3). Totdat de nieuwe tekst geldt, leest iedereen die van nu.

  Scenario: Luisteradvies vanaf 1 maart
    Gegeven Anna wordt klant
    En de winkel publiceert haar privacyverklaring
    En de winkel vertelt iedereen erover
    Als de winkel "Luisteradvies" toevoegt: "Wij adviseren je wat je kunt beluisteren."
    Dan mag de winkel de gegevens van Anna niet gebruiken voor "Luisteradvies": "Deze persoon is nog niet verteld dat de gegevens hiervoor worden gebruikt."
    Als de winkel haar privacyverklaring publiceert, die geldt vanaf 1 maart 2026
    Dan is een nieuwe privacyverklaring aangekondigd vanaf 1 maart 2026
    En leest niemand in de privacyverklaring: "Luisteradvies"
    Als de winkel iedereen erover vertelt
    Dan is iedereen erover verteld
    En mag de winkel de gegevens van Anna niet gebruiken voor "Luisteradvies": "Deze persoon is nog niet verteld dat de gegevens hiervoor worden gebruikt."
    Als het 1 maart 2026 is
    Dan leest iedereen in de privacyverklaring: "Luisteradvies"
    En mag de winkel de gegevens van Anna gebruiken voor "Luisteradvies"
    En mag de winkel de gegevens van Anna gebruiken voor "Je account en bestellingen"

  Scenario: Toestemming voor iets nieuws wordt gevraagd zodra iedereen kan lezen waarvoor
    Gegeven de winkel publiceert haar privacyverklaring
    En er gaat 1 dag voorbij
    Als de winkel een jeugdclub voor kinderen heeft
    Dan wordt nieuwe klanten nog niet gevraagd naar "Jeugdclub"
    En wordt nieuwe klanten gevraagd naar "Nieuwsbrief"
    Als de winkel haar privacyverklaring publiceert, die geldt vanaf 1 maart 2026
    Dan wordt nieuwe klanten nog niet gevraagd naar "Jeugdclub"
    Als het 1 maart 2026 is
    Dan wordt nieuwe klanten gevraagd naar "Jeugdclub"

  Scenario: Wie het nog niet hoorde, wordt met rust gelaten
    Gegeven Anna wordt klant
    En de winkel publiceert haar privacyverklaring
    En er gaat 1 dag voorbij
    En de winkel voegt "Luisteradvies" toe: "Wij adviseren je wat je kunt beluisteren."
    Als de winkel haar privacyverklaring publiceert
    Dan mag de winkel de gegevens van Anna niet gebruiken voor "Luisteradvies": "Deze persoon is nog niet verteld dat de gegevens hiervoor worden gebruikt."
    Als Anna zegt de privacyverklaring te hebben gelezen
    Dan mag de winkel de gegevens van Anna gebruiken voor "Luisteradvies"
