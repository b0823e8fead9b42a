"""Sentences about mails that ask gemeenten for what they still owe."""

from actieplan_xl.domain.codes import Code, Ernst
from actieplan_xl.domain.meldingen.melding import Melding

_L = Ernst.LET_OP

MELDINGEN: dict[Code, Melding] = {
    Code.HERINNERING_ZONDER_ADRES: Melding(
        _L,
        "van {naam} is geen bruikbaar e-mailadres bekend; in deze herinnering staat nog geen ontvanger.",
        "Vul in je mailprogramma het adres in, en zet het ook in het planwerkboek op het werkblad Gemeenten.",
    ),
    Code.HERINNERING_ADRES_ONBRUIKBAAR: Melding(
        _L,
        "'{waarde}' bij {naam} is geen e-mailadres en staat niet in deze herinnering.",
        "Verbeter het in je mailprogramma, en in het planwerkboek op het werkblad Gemeenten.",
    ),
    Code.HERINNERING_ZONDER_VORIGE_STAND: Melding(
        _L,
        "in de bijlage voor {naam} staat geen vorige stand: die is alleen in het planwerkboek te vinden.",
        "Geef het planwerkboek mee met --plan, en --overschrijven, of vraag {naam} het eerdere invulblad te gebruiken.",
    ),
}
