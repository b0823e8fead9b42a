"""Sentences about what a region agreed on: what more an answer needs, and what no plan should hold."""

from actieplan_xl.domain.codes import Code, Ernst
from actieplan_xl.domain.meldingen.melding import Melding

_L = Ernst.LET_OP

MELDINGEN: dict[Code, Melding] = {
    Code.NIET_OPGEPAKT_ZONDER_REDEN: Melding(
        _L,
        "bij {nr} staat 'wordt niet opgepakt' zonder toelichting; in deze regio hoort daar een reden bij.",
        "Schrijf bij Toelichting waarom niet.",
    ),
    Code.GEPLAND_ZONDER_PLANNING: Melding(
        _L,
        "bij {nr} staat 'gepland' zonder planning; in deze regio hoort daar bij wanneer.",
        "Schrijf bij Planning wanneer.",
    ),
    Code.JAAR_BUITEN_PLAN: Melding(
        _L,
        "de planning bij {nr} noemt {jaren}; dat valt buiten de jaren van het plan ({planjaren}).",
        "Kijk of het jaar klopt, en schrijf bij Planning een jaar binnen het plan.",
    ),
    Code.PERSOONSGEGEVEN: Melding(
        _L,
        "{waar} lijkt {wat} te staan.",
        "Haal het weg: een plan bevat geen gegevens over personen of zaken. Staat er iets anders, dan mag het blijven. "
        "Uit te zetten op het werkblad Plan, bij '{afspraak}'.",
        "Haal het weg: een plan bevat geen gegevens over personen of zaken. Staat er iets anders, dan mag het blijven.",
    ),
}
