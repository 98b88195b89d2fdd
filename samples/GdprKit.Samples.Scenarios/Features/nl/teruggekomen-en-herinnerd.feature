# language: nl
Functionaliteit: Een mail die terugkomt, bereikte niemand, en wie niets zegt, krijgt één herinnering
  Ingelicht is wie de mail bereikte. Een bevestiging vraagt de wet niet; een herinnering is een geste, en gaat één keer.

  Achtergrond:
    Gegeven Anna wordt klant
    En Bram wordt klant
    En de winkel begint iedereen over haar privacyverklaring te vertellen, met een herinnering na 14 dagen
    En de mails gaan de deur uit

  Scenario: Een mail komt terug, en het adres wordt verbeterd
    Als de mail aan Anna terugkomt
    Dan zegt de historie van Anna "De privacyverklaring kwam terug."
    Als de mails de deur uit gaan
    Dan heeft Anna er 1 mail over
    Als Anna anna@nieuw.example als adres opgeeft en opnieuw wordt ingelicht
    En de mails de deur uit gaan
    Dan heeft Anna er 1 mail over
    En heeft Anna niets bevestigd

  Scenario: Wie bevestigde, krijgt geen herinnering, en wie dat niet deed wel, één keer
    Als Anna de link in de mail volgt en op de knop drukt
    En er 15 dagen voorbijgaan
    En de mails de deur uit gaan
    Dan heeft Anna er 1 mail over
    En heeft Bram er 2 mails over
    En heet de laatste mail aan Bram "Herinnering: zo gaan wij met je gegevens om"
    Als er 30 dagen voorbijgaan
    En de mails de deur uit gaan
    Dan heeft Bram er 2 mails over
