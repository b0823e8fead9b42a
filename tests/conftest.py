"""What all tests share: one small plan with everything in it, and a short way from a drawing to a reading."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tekenen import RawWorkbook, draw_invulblad

from actieplan_xl.domain.inzending import Inzending
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Ontvanger, Plan, Plangegevens, Thema
from actieplan_xl.reading.inzending import read_invulblad

Bewaar = Callable[..., Path]
Lees = Callable[..., Inzending]


@pytest.fixture(scope="session")
def plan() -> Plan:
    """Three kolommen, of which CGM has two gemeenten; 2.1.1 is not meant for CGM and has a footnote."""
    return Plan(
        gegevens=Plangegevens(
            naam="Actieplan 2019",
            regio="Maas en Leijgraaf",
            jaar="2019",
            peildatum="2019-06-01",
            inleverdatum="2019-05-15",
            rubricering="Intern gebruik",
            afzender="Coördinator",
            e_mail_afzender="plan@voorbeeld.nl",
        ),
        kolommen=(
            Kolom("CGM", (Gemeente("Cuijk", "CGM", "GM1684"), Gemeente("Grave", "CGM", "GM0786"))),
            Kolom("Boekel", (Gemeente("Boekel", "Boekel", "GM0755", "boekel@voorbeeld.nl"),)),
            Kolom("Uden", (Gemeente("Uden", "Uden", "GM0856"),)),
        ),
        hoofdlijnen=(
            Hoofdlijn(
                "1",
                "Bewustwording",
                (
                    Thema(
                        "1.1", "Training", (Actie("1.1.1", "Training voor bestuurders"), Actie("1.1.2", "E-learning"))
                    ),
                    Thema("1.2", "Communicatie", (Actie("1.2.1", "Kalender bijhouden", trekker="RIEC"),)),
                ),
            ),
            Hoofdlijn(
                "2",
                "Informatie",
                (Thema("2.1", "BIBOB", (Actie("2.1.1", "BIBOB-beleid", ("1",), "", ("Boekel", "Uden")),)),),
            ),
        ),
        teksten={"1": "Waar het om gaat."},
        voetnoten={"1": "Liefst één en hetzelfde beleid."},
        ontvangers=(Ontvanger("Burgemeester", "bm@voorbeeld.nl"),),
    )


@pytest.fixture
def bewaar(tmp_path: Path) -> Bewaar:
    """Put bytes, or a drawing, under a name in a folder of its own and return the path."""

    def save(inhoud: bytes | RawWorkbook, naam: str = "werkboek.xlsx") -> Path:
        pad = tmp_path / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(inhoud.bytes() if isinstance(inhoud, RawWorkbook) else inhoud)
        return pad

    return save


@pytest.fixture
def lees(bewaar: Bewaar, plan: Plan) -> Lees:
    """Draw an invulblad (see `draw_invulblad`), under the name `bestand`, and read it against the plan."""

    def draw_and_read(tekst: str, bestand: str = "blad.xlsx", gemeente: str | None = None, **hoe: object) -> Inzending:
        return read_invulblad(bewaar(draw_invulblad(tekst, **hoe), bestand), plan, gemeente)  # type: ignore[arg-type]

    return draw_and_read
