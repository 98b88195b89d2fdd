# language: nl
Functionaliteit: Iedereen leest de privacyverklaring in de eigen taal
  Wie iets moet begrijpen, leest het in een taal die hij kent (art. 12 lid 1). De mail, de herinnering en de pagina achter de link zijn in de taal waarin iemand klant werd, en in die taal is vastgelegd wat hij las.

  Achtergrond:
    Gegeven Anna wordt klant op de Nederlandse site
    En John wordt klant op de Engelse site

  Scenario: Twee klanten, twee talen
    Als de winkel iedereen over haar privacyverklaring begint te vertellen
    En de mails de deur uit gaan
    Dan heet de laatste mail aan Anna "Zo gaan wij met je gegevens om"
    En zijn alle mails aan Anna in het Nederlands
    En heet de laatste mail aan John "How we handle your data"
    En zijn alle mails aan John in het Engels
    En is de pagina achter de link in de mail aan Anna in het Nederlands
    En is de pagina achter de link in de mail aan John in het Engels
    Als John de link in de mail volgt en op de knop drukt
    Dan heeft John bevestigd het in het Engels te hebben gelezen
    En heeft Anna niets bevestigd

  Scenario: De herinnering is in dezelfde taal
    Als de winkel iedereen over haar privacyverklaring begint te vertellen, met een herinnering na 14 dagen
    En de mails de deur uit gaan
    En er 15 dagen voorbijgaan
    En de mails de deur uit gaan
    Dan heeft John er 2 mails over
    En zijn alle mails aan John in het Engels
    En heet de laatste mail aan John "Reminder: how we handle your data"

  Scenario: Wiens taal niet bekend is, leest Nederlands
    Gegeven de taal van John is niet bekend
    Als de winkel iedereen over haar privacyverklaring begint te vertellen
    En de mails de deur uit gaan
    Dan zijn alle mails aan John in het Nederlands
    En is de pagina achter de link in de mail aan John in het Nederlands
