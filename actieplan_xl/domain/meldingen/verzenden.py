"""Sentences about sending the regiowerkboek: why it may not go out as it is, and what the draft lacks."""

from actieplan_xl.domain.codes import Code, Ernst
from actieplan_xl.domain.meldingen.melding import Melding

_F, _L = Ernst.FOUT, Ernst.LET_OP
_OPNIEUW = "Voeg opnieuw samen (actieplan samenvoegen) en verzend wat daaruit komt."

MELDINGEN: dict[Code, Melding] = {
    Code.REGIO_TELT_ANDERS: Melding(
        _F, "bij '{regel}' staat {waarde}; geteld over het werkblad Gegevens is het {ander}.", _OPNIEUW
    ),
    Code.REGIO_VAST_GETAL: Melding(
        _F, "bij '{regel}' stond een formule, en nu een getal ({waarde}) dat niet meer meetelt.", _OPNIEUW
    ),
    Code.REGIO_REGEL_WEG: Melding(_F, "hier hoort '{regel}' te staan, en dat is er niet.", _OPNIEUW),
    Code.REGIO_GEGEVENS_AANTAL: Melding(
        _F, "hier staan {aantal} regels met een antwoord; volgens het plan horen het er {ander} te zijn.", _OPNIEUW
    ),
    Code.REGIO_ZONDER_HERKOMST: Melding(
        _F, "het werkblad Herkomst is er niet; dat zegt waaruit dit regiowerkboek is gemaakt.", _OPNIEUW
    ),
    Code.REGIO_ANDERE_VERSIE: Melding(
        _L,
        "dit is gemaakt met {waarde} en nu draait {ander}; de getallen op Samenvatting en Per gemeente zijn daarom "
        "niet nageteld.",
        "Voeg opnieuw samen als je zeker wilt weten dat ze kloppen.",
    ),
    Code.REGIO_OUDER_DAN_INVOER: Melding(
        _F,
        "dit bestand zit zo niet in het regiowerkboek: het is later gekomen of daarna veranderd.",
        _OPNIEUW,
    ),
    Code.ONTVANGER_ZONDER_ADRES: Melding(
        _L,
        "de ontvanger '{rol}' staat niet in het concept: '{waarde}' is geen e-mailadres.",
        "Zet het adres zelf in het concept, en in het planwerkboek op het werkblad Ontvangers.",
    ),
    Code.GEEN_ONTVANGERS: Melding(
        _L,
        "er is geen enkele ontvanger met een e-mailadres; het concept is aan niemand gericht.",
        "Zet de adressen zelf in het concept, en in het planwerkboek op het werkblad Ontvangers.",
    ),
    Code.VERSLEUTELEN_ZONDER_UITBREIDING: Melding(
        _F,
        "wat nodig is om een wachtwoord op een werkboek te zetten, is niet geïnstalleerd.",
        "Installeer het met pip install 'actieplan_xl[wachtwoord]', of verzend zonder --wachtwoord.",
    ),
    Code.VERSLEUTELEN_KAN_NIET: Melding(
        _F,
        "hier kan geen wachtwoord op: het is geen Excel-werkmap (.xlsx).",
        "Sla het op als Excel-werkmap (.xlsx) en verzend die.",
    ),
    Code.VERSLEUTELEN_MISLUKT: Melding(
        _F,
        "na het beveiligen kwam er iets anders uit dan erin ging; er is niets klaargezet.",
        "Probeer het opnieuw; lukt het dan niet, zet er dan in Excel zelf een wachtwoord op.",
    ),
    Code.SJABLOON_ZONDER_ONDERWERP: Melding(
        _F,
        "de eerste regel van deze tekst is niet het onderwerp.",
        "Laat de tekst beginnen met een regel zoals 'Onderwerp: Regiowerkboek'.",
    ),
    Code.SJABLOON_GEEN_TEKST: Melding(
        _F,
        "dit is geen tekstbestand.",
        "Maak de tekst in Kladblok en bewaar hem als .txt.",
    ),
    Code.SJABLOON_GAT_ONBEKEND: Melding(
        _F,
        "in deze tekst staat '{waarde}' tussen accolades, en dat vullen we niet in.",
        "Kies uit: {bekend}; of haal de accolades weg.",
    ),
}
