import json
import re
from pathlib import Path
from typing import Any

from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Plek
from actieplan_xl.domain.words import GEGEVENS_KOLOMMEN
from actieplan_xl.sending.als_json import to_json
from sending.conftest import Maak

DOCS = Path(__file__).parents[2] / "docs" / "json.md"
PLEK = Plek("Boekel.xlsx", "Invulblad", "B30")


def export(maak: Maak) -> dict[str, Any]:
    moment = Communicatiemoment("Boekel", "12-3-2019", "Avond", "boeren", "zaal", "lokaal", "", "2019-03-12", PLEK)
    eigen = EigenActie("Boekel", "=Eigen", "9", "gepland", "2019", "zo", PLEK)
    inhoud: dict[str, Any] = json.loads(to_json(maak("2018-2019", (moment,), (eigen,))))
    return inhoud


def test_json_holds_every_answer_under_the_headings_of_gegevens(maak: Maak) -> None:
    """One object per gemeente × actie; the years are numbers."""
    eerste, tweede, _ = export(maak)["gegevens"]

    assert list(eerste) == list(GEGEVENS_KOLOMMEN)
    assert (eerste["gemeente"], eerste["status"], eerste["jaren"]) == ("Boekel", "gepland", [2018, 2019])
    assert (tweede["gemeente"], tweede["kleur"], tweede["reden"]) == ("Uden", "oranje", "geen bestand")


def test_json_holds_the_plan_without_addresses(maak: Maak) -> None:
    """Texts and footnotes stand where they belong; nobody's e-mail goes along."""
    plan = export(maak)["plan"]

    thema = plan["hoofdlijnen"][0]["themas"][0]
    assert (plan["naam"], thema["tekst"]) == ("Actieplan 2019", "Lopende tekst")
    assert thema["acties"][0] == {
        "nr": "1.1.1",
        "actie": "Training",
        "trekker": "RIEC",
        "voetnoten": ["Met de regio"],
        "geldt_voor": [],
    }
    assert "@" not in json.dumps(plan)


def test_json_holds_own_acties_and_moments_as_typed(maak: Maak) -> None:
    """What gemeenten added themselves is in it to the letter."""
    inhoud = export(maak)

    assert inhoud["eigen_acties"][0]["actie"] == "=Eigen"
    assert inhoud["communicatie"][0]["sorteerdatum"] == "2019-03-12"


def test_every_field_of_the_export_is_documented(maak: Maak) -> None:
    """Programs build on these names, so the page knows them all."""
    hoofdstuk = DOCS.read_text("utf-8").partition("## Het regiowerkboek als JSON")[2]
    genoemd = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`\n]+)`", hoofdstuk))))

    def names(waarde: Any) -> set[str]:
        if isinstance(waarde, dict):
            return set(waarde).union(*map(names, waarde.values()))
        return set().union(*map(names, waarde)) if isinstance(waarde, list) else set()

    assert names(export(maak)) - genoemd == set()
