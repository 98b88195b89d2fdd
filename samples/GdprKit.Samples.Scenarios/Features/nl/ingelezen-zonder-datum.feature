# language: nl
Functionaliteit: Wie geen datum heeft, blijft bewaard en wordt gemeld
  Op een oude lijst kan elke datum ontbreken. Wie niet weet vanaf wanneer hij moet tellen, mag niet wissen: de winkel bewaart zulke klanten, meldt ze, en telt vanaf de datum zodra die
  is ingevuld (art. 5 lid 1 onder d en e).

  Scenario: Hoelang ook bewaard, en op tijd weg als de datum bekend is
    Gegeven Anna komt van een oude lijst, zonder datum
    Als het 1 januari 2030 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna nog klant
    En ziet de leidinggevende 1 klant van wie geen datum bekend is
    Als de dag wordt ingevuld waarop Anna klant werd: 1 maart 2029
    Dan ziet de leidinggevende 0 klanten van wie geen datum bekend is
    En wordt het "E-mailadres" van Anna bewaard tot en met 1 maart 2031
    Als het 1 maart 2031 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna nog klant
    Als het 2 maart 2031 is
    En de leidinggevende het opruimen goedkeurt en het gebeurt
    Dan is Anna weg uit de winkel
