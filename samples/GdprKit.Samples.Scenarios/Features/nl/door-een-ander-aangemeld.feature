# language: nl
Functionaliteit: Wie door een ander wordt aangemeld, hoort het binnen een maand
  Wie zijn gegevens niet zelf gaf, wordt uiterlijk een maand nadat de winkel ze kreeg ingelicht over wat die ermee doet en van wie zij ze heeft (art. 14 lid 3 onder a). De maand loopt ook als niemand iemand inlicht, en de winkel ziet tot wanneer zij tijd heeft.

  Achtergrond:
    Gegeven het is 2 februari 2026
    En een vereniging meldt Anna aan, op een lijst van 31 januari 2026

  Scenario: De maand loopt, en februari is korter
    Dan moet Anna uiterlijk op 28 februari 2026 zijn ingelicht
    En zegt de historie van Anna "Door een ander aangemeld, op een lijst."
    Als het 28 februari 2026 is
    Dan is de winkel voor 0 van hen te laat
    Als het 1 maart 2026 is
    Dan is de winkel voor 1 van hen te laat

  Scenario: Wie is ingelicht, weet ook van wie de winkel de gegevens heeft
    Als de winkel iedereen over haar privacyverklaring begint te vertellen
    Dan moet Anna uiterlijk op 28 februari 2026 zijn ingelicht
    Als de mails de deur uit gaan
    Dan hoeft Anna niet binnen een maand te worden ingelicht
    En heeft Anna er 1 mail over
    En leest iedereen in de privacyverklaring: "je muziekvereniging, als die je bij ons aanmeldt"

  Scenario: Een mail die terugkomt, lichtte niemand in
    Als de winkel iedereen over haar privacyverklaring begint te vertellen
    En de mails de deur uit gaan
    En de mail aan Anna terugkomt
    Dan moet Anna uiterlijk op 28 februari 2026 zijn ingelicht
    Als Anna anna@nieuw.example als adres opgeeft en opnieuw wordt ingelicht
    En de mails de deur uit gaan
    Dan hoeft Anna niet binnen een maand te worden ingelicht

  Scenario: Wie later op een lijst staat, hoort het vanzelf zolang de winkel iedereen inlicht
    Gegeven de winkel begint iedereen over haar privacyverklaring te vertellen
    En de mails gaan de deur uit
    En het is 10 maart 2026
    Als een vereniging Bram aanmeldt, op een lijst van 10 maart 2026
    Dan moet Bram uiterlijk op 10 april 2026 zijn ingelicht
    Als de mails de deur uit gaan
    Dan hoeft Bram niet binnen een maand te worden ingelicht
    En heeft Bram er 1 mail over

  Scenario: Wie zelf klant wordt, gaf zijn gegevens zelf
    Als Bram klant wordt
    Dan hoeft Bram niet binnen een maand te worden ingelicht
