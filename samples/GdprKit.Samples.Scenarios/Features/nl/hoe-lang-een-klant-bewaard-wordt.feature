# language: nl
Functionaliteit: Gegevens blijven zo lang als iets ze nodig heeft, en niet langer
  De winkel bewaart een account twee jaar na de laatste aankoop, of na de aanmelding van wie nooit iets kocht.
  Voor klachten zijn naam, e-mailadres en aankopen vijf jaar na de factuur nodig.

  Scenario: Iemand meldt zich aan en koopt nooit iets
    Gegeven Anna wordt klant
    Dan wordt het e-mailadres van Anna bewaard tot en met 5 januari 2028
    Als het 6 januari 2028 is
    Dan mag het e-mailadres van Anna weg

  Scenario: Een aankoop houdt wat een klacht nodig kan hebben
    Gegeven Anna wordt klant
    Als er 3 maanden voorbijgaan
    En Anna muziek koopt
    Dan wordt het telefoonnummer van Anna bewaard tot en met 5 april 2028
    En wordt het e-mailadres van Anna bewaard tot en met 5 april 2031
