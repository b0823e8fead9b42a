"""Sentences about next year's plan: what changed on the way there, and what is still to be filled in."""

from actieplan_xl.domain.codes import Code, Ernst
from actieplan_xl.domain.meldingen.melding import Melding

_F, _L, _I = Ernst.FOUT, Ernst.LET_OP, Ernst.TER_INFO

MELDINGEN: dict[Code, Melding] = {
    Code.VERLENGEN_GEMEENTE_NIEUW: Melding(
        _L,
        "de nieuwe gemeente {naam} heeft nog geen {wat}.",
        "Vul het in op het werkblad Gemeenten van het nieuwe plan.",
    ),
    Code.VERLENGEN_HERINDELING_ONBEKEND: Melding(
        _L,
        "{naam} staat bij de herindeling, maar niet in dit regiowerkboek; die regel doet niets.",
        "Schrijf de naam zoals op het werkblad Gemeenten, of haal de regel weg.",
    ),
    Code.VERLENGEN_HERINDELING_ONLEESBAAR: Melding(
        _F,
        "hier is geen herindeling in te lezen: {waarom}.",
        "Geef een csv of een werkboek met de kolommen gemeente en opvolger, en een rij per gemeente.",
    ),
    Code.VERLENGEN_GELDT_VOOR_MEER: Melding(
        _I,
        "{nr} gold niet voor {niet}, en geldt nu voor heel {kolom}.",
        "Klopt dat niet, pas dan in het nieuwe plan de kolom Geldt voor aan.",
    ),
    Code.VERLENGEN_THEMA_VERVALT: Melding(
        _I,
        "thema {nr} ({naam}) heeft geen acties meer en staat niet in het nieuwe plan.",
        "Komt er een nieuwe actie bij, zet het thema dan terug en geef de actie een nummer dat nog niet gebruikt is.",
    ),
    Code.VERLENGEN_NAAM_GELIJK: Melding(
        _L,
        "het plan heet nog net als het vorige, '{naam}'.",
        "Verander de naam op het werkblad Plan; de invulbladen en het regiowerkboek heten ernaar.",
    ),
    Code.VERLENGEN_JAAR_NIET_LATER: Melding(
        _L,
        "het nieuwe plan is van {jaar}, en dat is niet later dan het vorige, van {vorig}.",
        "Kijk of je het goede regiowerkboek gaf, en het goede jaar.",
    ),
}
