# language: nl
Functionaliteit: Een nummer dat opnieuw wordt uitgegeven, is iemand anders
  De database geeft het nummer van een verwijderde klant aan de volgende.
  Wat van de eerste onthouden is, mag nooit voor of tegen de tweede tellen.

  Scenario: Een nieuwe klant krijgt het nummer van iemand die vertrok
    Gegeven Anna wordt klant
    En de historie van Anna zegt "Klant geworden met het formulier op de site."
    En Anna kruist het vakje voor "Nieuwsbrief" aan
    En Anna volgt de link in de mail die vraagt om "Nieuwsbrief" te bevestigen
    Als een medewerker Anna verwijdert
    En Bram klant wordt
    Dan heeft Bram het klantnummer dat Anna had
    En heeft de historie van Bram 1 regel
    En mag de winkel Bram niet mailen voor "Nieuwsbrief": "Er is geen toestemming van deze persoon bekend."
    En zegt de historie van Bram "Klant geworden met het formulier op de site."
