"""Sentences about what the coördinator changed after a phone call."""

from actieplan_xl.domain.codes import Code, Ernst
from actieplan_xl.domain.meldingen.melding import Melding

_F, _L, _I = Ernst.FOUT, Ernst.LET_OP, Ernst.TER_INFO

MELDINGEN: dict[Code, Melding] = {
    # the list
    Code.CORRECTIES_GELEZEN: Melding(
        _I,
        "{aantal} hieruit meegenomen.",
        "Je hoeft niets te doen. Begin je een nieuwe ronde, haal ze dan weg.",
    ),
    Code.CORRECTIES_NIET_MEE: Melding(
        _L,
        "in dit werkboek staan correcties; die tellen niet, want het is zelf geen invoer.",
        "Geef het mee met --plan als ze moeten tellen, of zet ze in een eigen werkboek bij de invoer.",
    ),
    Code.CORRECTIES_GEEN_LIJST: Melding(
        _F,
        "hier staat geen lijst met correcties: geen kopregel met {koppen} gevonden.",
        "Zet die koppen naast elkaar boven de correcties, zoals op het werkblad Correcties van een nieuw planwerkboek.",
    ),
    # a row that does not count
    Code.CORRECTIE_ONVOLLEDIG: Melding(
        _F,
        "deze correctie telt niet: '{kop}' is niet ingevuld.",
        "Vul '{kop}' in, zodat te verantwoorden is wat er waarom is gewijzigd.",
    ),
    Code.CORRECTIE_GEMEENTE_ONBEKEND: Melding(
        _F,
        "deze correctie telt niet: '{waarde}' staat niet in het plan.",
        "Schrijf een gemeente of kolom zoals in het plan: {bekend}.",
    ),
    Code.CORRECTIE_NR_ONBEKEND: Melding(
        _F,
        "deze correctie telt niet: actie '{waarde}' staat niet in het plan.",
        "Schrijf het nummer van een actie, zoals {voorbeeld}.",
    ),
    Code.CORRECTIE_NIET_VAN_TOEPASSING: Melding(
        _F,
        "deze correctie telt niet: {nr} geldt niet voor {naam}.",
        "Kijk of het nummer en de gemeente kloppen.",
    ),
    Code.CORRECTIE_DATUM_ONBEKEND: Melding(
        _F,
        "deze correctie telt niet: '{waarde}' is geen datum.",
        "Schrijf de dag van het gesprek, zoals 3-6-2019 of '3 juni 2019'.",
    ),
    Code.CORRECTIE_ANDERE_RONDE: Melding(
        _F,
        "deze correctie telt niet: {wanneer} ligt te ver van de peildatum, {peildatum}.",
        "Kijk of het jaar klopt; is de correctie van een andere ronde, haal de rij dan weg.",
    ),
    Code.CORRECTIE_DOORGEHAALD: Melding(
        _F,
        "deze correctie telt niet: '{waarde}' is doorgehaald, en of ze nog geldt, raden we niet.",
        "Haal de rij weg, of haal de streep weg.",
    ),
    Code.CORRECTIE_NIET_GELEZEN: Melding(
        _I,
        "hier staat '{waarde}'; dat hoort bij geen kolom van de correcties en gaat niet mee.",
        "Zet het bij 'waarom' als het bewaard moet blijven.",
    ),
    Code.CORRECTIES_BOTSEN: Melding(
        _F,
        "voor {naam} staan bij {nr} verschillende correcties van {wanneer}; hier '{waarde}', ook op {ander}. "
        "Geen van alle telt.",
        "Laat de goede staan en haal de andere weg.",
    ),
    # what became of it
    Code.CORRECTIE_VERVANGEN: Melding(
        _I,
        "de correctie '{waarde}' bij {nr} van {naam} ({wanneer}, {waarom}) telt niet: {reden}.",
        "Je hoeft niets te doen als dat klopt.",
    ),
    Code.CORRECTIE_TOEGEPAST: Melding(
        _I,
        "bij {nr} is van {naam} ontvangen: {was}. Op {wanneer} gewijzigd in '{waarde}' door {door}: {waarom}.",
        "Je hoeft niets te doen als dat klopt.",
    ),
    Code.CORRECTIE_ONZEKER: Melding(
        _L,
        "bij {nr} is van {naam} ontvangen: {was}. Op {wanneer} gewijzigd in '{waarde}' door {door}: {waarom}. "
        "Dat telt, maar {twijfel}.",
        "Kijk wat het laatste woord van {naam} is; haal de rij weg als haar bestand geldt.",
    ),
    Code.CORRECTIE_ACHTERHAALD: Melding(
        _L,
        "de correctie '{waarde}' bij {nr} van {naam} ({wanneer}, {door}: {waarom}) telt niet: haar bestand is van "
        "later en zegt {was}.",
        "Geldt de correctie toch, zet er dan de dag van vandaag bij; haal de rij anders weg.",
    ),
    Code.CORRECTIE_ZEGT_HETZELFDE: Melding(
        _I,
        "de correctie '{waarde}' bij {nr} van {naam} ({wanneer}, {door}: {waarom}) is niet nodig: haar eigen bestand "
        "zegt hetzelfde.",
        "Je hoeft niets te doen.",
    ),
    Code.CORRECTIE_OP_JE_BLAD: Melding(
        _L,
        "hier is van jullie ontvangen: {was}. Op {wanneer} is dat bij ons gewijzigd in '{waarde}': {waarom}.",
        "Zet het ook hier zo neer; klopt het niet, zet dan neer wat wel klopt.",
    ),
}
