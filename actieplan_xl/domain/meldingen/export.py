"""Sentences about other formats: what is needed for them, and what does not go into them."""

from actieplan_xl.domain.codes import Code, Ernst
from actieplan_xl.domain.meldingen.melding import Melding

_F, _L = Ernst.FOUT, Ernst.LET_OP

MELDINGEN: dict[Code, Melding] = {
    Code.EXPORT_ZONDER_UITBREIDING: Melding(
        _F,
        "voor parquet is pyarrow nodig, en dat is niet geïnstalleerd.",
        "Installeer het met pip install 'actieplan_xl[parquet]', of kies --als csv.",
    ),
    Code.EXPORT_ZONDER_LIBREOFFICE: Melding(
        _F,
        "voor {soort} is LibreOffice nodig, en dat is op deze computer niet te vinden.",
        "Installeer LibreOffice (gratis, van libreoffice.org), of sla het werkboek in Excel op als {soort}.",
    ),
    Code.EXPORT_NIET_VEILIG: Melding(
        _F,
        "uit voorzorg niet aan LibreOffice gegeven: {waarom}.",
        "Haal dat weg, sla het op als Excel-werkmap (.xlsx) en probeer het opnieuw.",
    ),
    Code.EXPORT_MISLUKT: Melding(
        _F,
        "LibreOffice kon er geen {soort} van maken ({waarom}).",
        "Probeer het nog eens; lukt het dan niet, open het zelf in LibreOffice en bewaar het daar als {soort}.",
    ),
    Code.KALENDER_ZONDER_DATUM: Melding(
        _L,
        "het communicatiemoment '{wat}' staat niet in de agenda: '{datum}' is geen dag.",
        "Zet op de Communicatiekalender bij Datum dag, maand en jaar, zoals 12-3-2019, of zet het zelf in de agenda.",
    ),
    Code.KALENDER_LEEG: Melding(
        _F,
        "er is geen agenda gemaakt: {waarom}.",
        "Zet op de Communicatiekalender bij Datum dag, maand en jaar, zoals 12-3-2019.",
    ),
}
