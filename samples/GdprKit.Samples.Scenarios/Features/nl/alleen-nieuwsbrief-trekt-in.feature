# language: nl
Functionaliteit: Wie alleen de nieuwsbrief leest, gaat weg als die wordt stopgezet
  Intrekken beëindigt meteen wat erop berust (art. 7 lid 3), en wat niets anders nodig heeft, gaat weg zonder dat iemand erom vraagt (art. 17 lid 1 onder b).

  Achtergrond:
    Gegeven Anna geeft zich alleen op voor de nieuwsbrief
    En Anna kruist het vakje voor "Nieuwsbrief" aan
    En Anna volgt de link in de mail die vraagt om "Nieuwsbrief" te bevestigen

  Scenario: Zolang de toestemming geldt, gaat er niets weg
    Als er 1 jaar voorbijgaat
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan heeft de winkel het "E-mailadres" van Anna nog

  Scenario: De dag na het afmelden is er niets meer
    Als Anna zich afmeldt voor "Nieuwsbrief"
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan heeft de winkel het "E-mailadres" van Anna nog
    Als er 1 dag voorbijgaat
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna weg uit de winkel

  Scenario: Ook een toestemming die afloopt, beëindigt het
    Als er 2 jaar voorbijgaan
    En er 1 dag voorbijgaat
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna weg uit de winkel

  Scenario: Wat gekocht is, wordt bewaard zolang daarvoor nodig is
    Gegeven Anna koopt muziek
    Als Anna zich afmeldt voor "Nieuwsbrief"
    En er 1 dag voorbijgaat
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan heeft de winkel het "E-mailadres" van Anna nog

  Scenario: Een verwijderstop houdt het nog even vast
    Gegeven er komt een verwijderstop op Anna
    Als Anna zich afmeldt voor "Nieuwsbrief"
    En er 1 dag voorbijgaat
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan heeft de winkel het "E-mailadres" van Anna nog
    Als de verwijderstop op Anna wordt opgeheven
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna weg uit de winkel
