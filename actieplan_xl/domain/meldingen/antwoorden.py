"""Sentences about answers: missing, not understood, in an unexpected row or column."""

from actieplan_xl.domain.codes import Code, Ernst
from actieplan_xl.domain.meldingen.melding import Melding

NIET_DOEN = "gaan jullie het niet doen, kies dan 'wordt niet opgepakt'."
"""Ends the remedy for a text that denies: a hint, for what is denied may be something else."""

_F, _L, _I = Ernst.FOUT, Ernst.LET_OP, Ernst.TER_INFO

MELDINGEN: dict[Code, Melding] = {
    # what is missing
    Code.GEEN_BESTAND: Melding(
        _L,
        "van {naam} is geen bestand ontvangen; {aantal} oranje.",
        "Vraag {naam} om het ingevulde invulblad.",
    ),
    Code.UITSTEL: Melding(
        _I,
        "{naam} heeft {uitstel}; {aantal} nog oranje.",
        "Je hoeft {naam} tot die dag niets te vragen.",
    ),
    Code.GEEN_ANTWOORD: Melding(_L, "nog geen antwoord op {nr} {actie}.", "Kies een status uit de lijst."),
    Code.ELDERS_ANTWOORD: Melding(
        _L,
        "in een ander bestand ({bestand}) stond bij {nr} '{waarde}'; dat telt niet, want dit bestand telt.",
        "Kies het hier ook als het nog geldt.",
    ),
    # an answer
    Code.STATUS_ONBEKEND: Melding(_F, "status '{waarde}' kennen we niet.", "Kies uit de lijst{bedoel_je}"),
    Code.STATUS_GEEN_ANTWOORD: Melding(
        _F, "'{waarde}' is geen status die je kunt kiezen.", "Kies uit de lijst: {keuzes}."
    ),
    Code.STATUS_UIT_KLEUR: Melding(
        _L,
        "er staat geen status; de cel is gekleurd (het meest lijkend op {kleur}) en dus gelezen als '{status}'.",
        "Kijk of dat klopt; kies anders een status uit de lijst.",
    ),
    Code.STATUS_UIT_SPELLING: Melding(
        _I, "'{waarde}' is gelezen als '{status}'.", "Je hoeft niets te doen als dat klopt."
    ),
    Code.STATUS_UIT_PLANNING: Melding(
        _L,
        "bij Planning staat een status; gelezen als '{status}'.",
        "Zet de status in de kolom Status en de planning bij Planning.",
    ),
    Code.STATUS_MET_TEKST: Melding(
        _L,
        "de status is gelezen als '{status}'; wat er verder in de cel staat ('{rest}') is {waar}.",
        "Zet in de kolom Status alleen de status.",
    ),
    Code.STATUS_VERWIJST: Melding(
        _F,
        "'{waarde}' verwijst naar iets anders; wat er bedoeld is, raden we niet.",
        "Kies op deze rij zelf een status uit de lijst.",
    ),
    Code.STATUS_DOORGEHAALD: Melding(
        _F,
        "'{waarde}' is doorgehaald; of het antwoord nog geldt, raden we niet.",
        "Kies een status uit de lijst, zonder streep.",
    ),
    Code.KLEUR_NAAST_STATUS: Melding(
        _L,
        "er staat '{waarde}', maar de cel is met de hand gekleurd (het meest lijkend op {kleur}); het woord telt.",
        "Kijk welke van de twee klopt.",
    ),
    Code.KLEUR_TELT_NIET: Melding(
        _L,
        "bij {nummers} {cellen} met de hand {kleur} gekleurd; daar telt een kleur niet, {antwoord}.",
        "Vraag {naam} of de kleur een antwoord is; een antwoord hoort bij Status.",
        "Kies bij Status een antwoord uit de lijst als je met de kleur een antwoord bedoelt.",
    ),
    Code.PLANNING_LIJKT_STATUS: Melding(
        _L,
        "bij Planning staat '{waarde}', waarin '{woord}' op een status lijkt; gelezen als planning, dus 'gepland'.",
        "Kies een status uit de lijst als er iets anders is bedoeld.",
    ),
    Code.PLANNING_ONTKENT: Melding(
        _L,
        "er staat geen status, en bij Planning '{waarde}', met een ontkenning erin; gelezen als 'gepland'.",
        f"Kies een status uit de lijst; {NIET_DOEN}",
    ),
    Code.PLANNING_ZEGT_NIETS: Melding(
        _L,
        "er staat geen status, en bij Planning alleen '{waarde}'; dat telt niet als antwoord.",
        f"Kies een status uit de lijst; {NIET_DOEN}",
    ),
    Code.PLANNING_VERWIJST: Melding(
        _L,
        "bij Planning staat '{waarde}'; dat verwijst naar iets anders en is zo overgenomen.",
        "Schrijf op deze rij zelf wanneer.",
    ),
    Code.ALLEEN_TOELICHTING: Melding(
        _L,
        "bij {nr} staat alleen een toelichting ('{waarde}'), geen status of planning; dat telt niet als antwoord.",
        "Kies een status uit de lijst.",
    ),
    Code.ONGEWIJZIGD_ZONDER_VORIGE: Melding(
        _F,
        "'{waarde}' gekozen, maar van {nr} is geen vorige stand bekend.",
        "Kies een status uit de lijst.",
    ),
    Code.ONGEWIJZIGD_VERSCHILDE: Melding(
        _F,
        "'{waarde}' gekozen, maar bij {nr} zeiden de gemeenten die nu samen zijn niet hetzelfde.",
        "Kies een status uit de lijst.",
    ),
    Code.ONGEWIJZIGD_NIET_GEDEELD: Melding(
        _F,
        "'{waarde}' gekozen voor heel {kolom}, maar de vorige stand van {nr} is niet bij alle gemeenten dezelfde.",
        "Kies een status uit de lijst, of laat elke gemeente haar eigen blad invullen.",
    ),
    Code.ONGEWIJZIGD_MET_PLANNING: Melding(
        _L,
        "'ongewijzigd' met een andere planning dan de vorige ('{vorige}'); de nieuwe planning telt.",
        "Kijk of dat klopt.",
    ),
    Code.ONGEWIJZIGD_UIT_BLAD: Melding(
        _L,
        "'ongewijzigd' is gelezen als '{stand}', zoals op het blad bij Vorige stand staat.",
        "Kijk of dat klopt.",
    ),
    Code.CEL_FOUTWAARDE: Melding(
        _F, "er staat een foutwaarde ({waarde}); die telt niet als antwoord.", "Vul de cel opnieuw in."
    ),
    Code.CEL_NIET_BEREKEND: Melding(
        _F,
        "er staat een formule die nog niet is uitgerekend.",
        "Open het werkboek in Excel, sla het op en stuur het opnieuw.",
        "Typ het antwoord als gewone tekst.",
    ),
    Code.CEL_ONGELDIG: Melding(_F, "de inhoud van deze cel is ongeldig ('{waarde}').", "Vul de cel opnieuw in."),
    Code.CEL_ALS_TEKST: Melding(
        _L,
        "dit is geen getal, datum of keuze die bestaat; '{waarde}' is als tekst overgenomen.",
        "Kijk of er staat wat bedoeld is, en vul de cel anders opnieuw in.",
    ),
    Code.CEL_GESCHAT: Melding(
        _L,
        "deze cel heeft in het bestand een adres dat niet bestaat ('{adres}'); gelezen waar hij lijkt te horen.",
        "Kijk of '{waarde}' op deze plek hoort.",
    ),
    Code.CEL_SAMENGEVOEGD: Melding(
        _L,
        "deze cel is samengevoegd met {met}; het antwoord daar ('{waarde}') telt alleen voor die rij.",
        "Hef de samenvoeging op en kies op elke rij een status.",
    ),
    Code.CEL_BEDEKT: Melding(
        _L,
        "deze cel zit onder een samenvoeging en is niet te zien; '{waarde}' is gewoon gelezen.",
        "Hef de samenvoeging op en kijk wat er moet staan.",
    ),
    Code.FORMULE: Melding(
        _I,
        "hier staat een formule; de uitkomst '{waarde}' is overgenomen.",
        "Je hoeft niets te doen als dat klopt.",
    ),
    Code.FORMULE_LEEG: Melding(
        _L,
        "hier staat een formule met een lege uitkomst; er is dus niets overgenomen.",
        "Vraag om het antwoord als gewone tekst te typen, als hier iets moet staan.",
        "Typ het antwoord als gewone tekst, als hier iets moet staan.",
    ),
    Code.FORMULE_NAAR_BUITEN: Melding(
        _L,
        "hier staat een formule die iets buiten het werkboek opvraagt; alleen de uitkomst '{waarde}' is overgenomen.",
        "Vraag om het antwoord als gewone tekst te typen.",
        "Typ het antwoord als gewone tekst.",
    ),
    Code.TEKST_ONZICHTBAAR: Melding(
        _L,
        "in deze tekst staan tekens die je niet ziet of die de leesrichting omkeren: '{waarde}'.",
        "Kijk of er staat wat bedoeld is.",
    ),
    Code.TEKST_DOORGEHAALD: Melding(
        _L,
        "hier is '{waarde}' doorgehaald; waar de tekst is overgenomen, staat '(doorgehaald)' erbij.",
        "Kijk of het nog geldt; haal de tekst of de streep weg.",
    ),
    Code.KOPPELING_IN_CEL: Melding(
        _L,
        "achter deze cel zit een koppeling naar {doel}; die is niet geopend en niet overgenomen.",
        "Zet het adres in de tekst als het erbij hoort.",
    ),
    Code.CEL_DUBBEL: Melding(
        _F,
        "deze cel staat twee keer in het bestand; hier staat ook '{waarde}', en dat telt niet.",
        "Open het werkboek in Excel, kijk wat er moet staan en sla het op.",
    ),
    Code.CEL_BUITEN_TABEL: Melding(
        _L,
        "hier staat '{waarde}', buiten de tabel; dat is niet overgenomen.",
        "Zet wat van belang is bij Planning of Toelichting.",
        "Zet wat van belang is bij Planning of Toelichting, en haal het hier dan weg.",
    ),
    Code.TEKST_TE_LANG: Melding(
        _F,
        "deze tekst telt {lengte} tekens; in een cel passen er {grens}.",
        "Maak de tekst korter of zet hem in een bijlage.",
    ),
    Code.TEKST_HALF_TEKEN: Melding(
        _F,
        "in deze tekst staat een half teken, en dat past in geen enkel bestand.",
        "Typ de tekst opnieuw, zonder dat teken.",
    ),
    # rows and columns
    Code.NR_UIT_TEKST: Melding(
        _L,
        "nummer '{waarde}' past niet bij deze actie; aan de tekst herkend als {nr}.",
        "Kijk of dat klopt.",
    ),
    Code.NR_LEEG: Melding(
        _L,
        "op deze rij staat geen nummer; aan de tekst herkend als {nr}.",
        "Kijk of dat klopt.",
    ),
    Code.NR_KOLOM_LEEG: Melding(
        _L,
        "in de kolom Nr staan geen nummers; {aantal} acties zijn aan hun tekst herkend.",
        "Je hoeft niets te doen als aan die teksten niets is veranderd.",
    ),
    Code.NR_BOTST: Melding(
        _L,
        "bij nummer '{waarde}' ({ander}) staat de tekst van {nr}; de tekst telt.",
        "Kijk of het antwoord bij de goede actie staat.",
    ),
    Code.ACTIE_TEKST_ANDERS: Melding(
        _L,
        "de tekst van {nr} is hier '{waarde}'; in het plan staat '{tekst}'.",
        "Kijk of het antwoord nog bij deze actie hoort.",
    ),
    Code.RIJ_ONBEKEND: Melding(
        _L,
        "deze rij staat niet in het plan ('{waarde}'); bewaard bij de eigen acties.",
        "Kijk of het een eigen actie is of bij een actie van het plan hoort.",
    ),
    Code.RIJ_KOPJE: Melding(
        _L,
        "'{waarde}' is een kopje van het plan en geen actie; wat er staat is bewaard bij de eigen acties.",
        "Zet het antwoord op de rijen van de acties eronder.",
    ),
    Code.RIJ_ZONDER_ACTIE: Melding(
        _L,
        "op deze rij staat geen nummer of actie, wel '{waarde}'; bewaard bij de eigen acties.",
        "Zet het nummer van de actie in de kolom Nr als het bij een actie van het plan hoort.",
    ),
    Code.EIGEN_ZONDER_ACTIE: Melding(
        _L,
        "op deze rij van de eigen acties staat '{waarde}', maar niet bij welke actie; bewaard bij de eigen acties.",
        "Vraag {naam} welke actie het is, of of dit bij een actie van het plan hoort.",
        "Schrijf op die rij ook de actie op, of haal leeg wat er staat.",
    ),
    Code.RIJ_VAN_ANDER: Melding(
        _L,
        "deze rij staat onder '{titel}' ({waar}) en telt niet als antwoord van {naam}; hier staat '{waarde}'.",
        "Is het van {naam}, laat het dan op de rij van die actie zetten; anders hoort het op een eigen blad.",
        "Is het jullie antwoord, zet het dan op de rij van die actie hierboven; haal het hier anders weg.",
    ),
    Code.RIJ_NIET_VAN_TOEPASSING: Melding(
        _L,
        "{nr} geldt niet voor {naam}; wat er staat is bewaard bij de eigen acties.",
        "Kijk of de actie toch voor deze gemeente bedoeld is.",
    ),
    Code.RIJ_DUBBEL: Melding(
        _F,
        "{nr} staat twee keer op het blad met een verschillend antwoord; {telt} telt, hier staat '{waarde}'.",
        "Kies het goede antwoord en haal de andere rij weg.",
    ),
    Code.RIJ_DUBBEL_LEEG: Melding(
        _F,
        "{nr} staat twee keer op het blad; {leeg} is leeg, dus telt wat hier staat: '{waarde}'.",
        "Kijk van wie dit antwoord is; zet het op de eerste rij als het van {naam} is, en haal deze rij weg.",
        "Kijk of dit jullie antwoord is; zet het dan op de eerste rij, en haal deze rij weg.",
    ),
    Code.RIJ_WEG: Melding(
        _L,
        "{nr} {actie} staat niet op het blad; daarop is dus geen antwoord.",
        "Vraag om {nr} te typen op een lege rij onder de tabel, bij Nr of Actie, met het antwoord ernaast.",
        "De rij staat er weer; kies een status uit de lijst.",
    ),
    Code.KOLOM_ONTBREEKT: Melding(
        _F,
        "de kolom '{kop}' {hoe}.",
        "Zet de kolom met haar kop terug of gebruik een nieuw invulblad.",
        "De kolom staat er weer; vul in wat er hoort te staan.",
    ),
    Code.KOLOM_HERNOEMD: Melding(
        _F,
        "deze kolom {nu}; dat was '{kop}'.",
        "Zet in {cel} weer '{kop}'.",
    ),
    Code.CEL_KOP_HERNOEMD: Melding(
        _L,
        "hier staat '{waarde}'; dat telt pas als {wanneer} '{kop}' heet.",
        "Zet boven elke kolom weer de kop die daar stond.",
    ),
    Code.KOLOM_ONBEKEND: Melding(
        _L,
        "hier staat '{waarde}', in de kolom '{kop}'; wat daar staat, wordt niet overgenomen.",
        "Zet wat van belang is bij Planning of Toelichting.",
        "Zet wat van belang is bij Planning of Toelichting, en haal het hier dan weg.",
    ),
}
