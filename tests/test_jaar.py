"""A whole year of the programme on the example, command after command, as the handleiding tells it."""

import email
import shutil
from collections.abc import Sequence
from email import policy
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from writing.voorbeeld import INGEVULD, MAP, facts, maak

import actieplan_xl as ax
from actieplan_xl.cli import main
from actieplan_xl.domain.status import Reden, Status

ALLEN = tuple(gemeente.naam for gemeente in facts.make_plan().gemeenten)
VROEG = ("Cuijk", "Grave", "Boxmeer", "Boekel", "Uden")


class Jaar:
    """A folder in which the coördinator works, and what each command said."""

    def __init__(self, map_: Path):
        self.map = map_

    def run(self, *woorden: str, code: int = 0) -> Result:
        """Run a command as it is typed; it ends with this code and never with a traceback."""
        resultaat = CliRunner().invoke(main, list(woorden))
        assert resultaat.exit_code == code, (woorden, resultaat.output)
        assert "Traceback" not in resultaat.output
        return resultaat

    def receive(self, gemeenten: Sequence[str]) -> None:
        """Put what these gemeenten sent back in the folder `binnen`."""
        (self.map / "binnen").mkdir(exist_ok=True)
        for pad in INGEVULD.iterdir():
            if pad.stem.rpartition(" - ")[2] in gemeenten:
                shutil.copy(pad, self.map / "binnen")

    def drafts(self, naam: str) -> dict[str, int]:
        """By receiver, how many files are attached to the drafts in a folder; each is still to be sent."""
        gevonden = {}
        for pad in sorted((self.map / naam).glob("*.eml")):
            mail = email.message_from_bytes(pad.read_bytes(), policy=policy.default)
            assert mail["X-Unsent"] == "1"
            gevonden[str(mail["To"])] = len(list(mail.iter_attachments()))  # type: ignore[attr-defined]
        return gevonden


@pytest.fixture
def jaar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Jaar:
    monkeypatch.chdir(tmp_path)
    return Jaar(tmp_path)


def test_a_whole_year_and_the_herindeling_after_it(jaar: Jaar) -> None:
    """Every command of the contract, each on what the one before it left."""
    jaar.run("nieuw", "plan.xlsx", "--voorbeeld", "maas-en-leijgraaf-2019")
    jaar.run("uitvragen", "plan.xlsx", "--naar", "uit")
    jaar.receive(VROEG)

    jaar.run("herinneren", "binnen", "--plan", "plan.xlsx", "--naar", "mei13", "--vandaag", "13-5-2019")
    assert len(jaar.drafts("mei13")) == 8
    jaar.receive(ALLEN)
    zegt = jaar.run("herinneren", "binnen", "--plan", "plan.xlsx", "--naar", "mei20", "--vandaag", "20-5-2019").output
    assert "Landerd (nog 2 van 11)" in zegt

    jaar.run("controleren", "binnen", "--plan", "plan.xlsx", "--retour", "terug", code=1)
    assert len(list((jaar.map / "terug").iterdir())) == 8
    jaar.run("samenvoegen", "binnen", "--plan", "plan.xlsx", "--naar", "juni.xlsx")
    jaar.run("verzenden", "juni.xlsx", "--naar", "post", "--invoer", "binnen")
    assert list(jaar.drafts("post").values()) == [1]

    najaar = maak.make_najaar(jaar.map, jaar.map / "juni.xlsx")
    shutil.move(najaar, jaar.map / "november.xlsx")
    zegt = jaar.run("vergelijken", "juni.xlsx", "november.xlsx").output
    assert "9 oranje geworden" in " ".join(zegt.split())
    jaar.run("exporteren", "november.xlsx", "--als", "csv", "--naar", "november.csv")

    zegt = jaar.run("verlengen", "november.xlsx", "--jaar", "2020", "--naar", "plan-2020.xlsx").output
    assert "plan-2020.xlsx" in zegt
    plan = ax.read_planwerkboek(jaar.map / "plan-2020.xlsx").plan
    assert [gemeente.naam for gemeente in plan.gemeenten] == list(ALLEN)
    jaar.run("uitvragen", "plan-2020.xlsx", "--naar", "uit2020")
    assert len(list((jaar.map / "uit2020").iterdir())) == 8

    lijst = str(MAP / "gemeenten.csv")
    verlengen = ("verlengen", "november.xlsx", "--jaar", "2022", "--naar", "plan-2022.xlsx", "--herindeling", lijst)
    jaar.run(*verlengen, code=1)  # of the new gemeenten nobody knows the address yet
    jaar.run("uitvragen", "plan-2022.xlsx", "--naar", "uit2022")
    assert sorted(pad.stem.rpartition(" - ")[2] for pad in (jaar.map / "uit2022").iterdir()) == [
        "Boekel",
        "Land van Cuijk",
        "Maashorst",
    ]


def test_nothing_that_was_answered_in_a_year_is_lost_on_the_way(jaar: Jaar) -> None:
    """What a gemeente said in June and not in November is still beside her question of next year."""
    jaar.receive(ALLEN)
    jaar.run("samenvoegen", "binnen", "--naar", "juni.xlsx")
    november = maak.make_najaar(jaar.map, jaar.map / "juni.xlsx")

    matrix = ax.read_regiowerkboek(november).matrix
    wie = maak.ZONDER_BESTAND_IN_NAJAAR
    assert {i.reden for i in matrix.invullingen if i.gemeente == wie} == {Reden.GEEN_BESTAND}
    jaar.run("uitvragen", str(november), "--naar", "uit")
    standen = ax.read_planwerkboek(november).standen[wie]
    toen = ax.read_regiowerkboek(jaar.map / "juni.xlsx").matrix
    for nr, stand in standen.items():
        invulling = toen.invulling(wie, nr)
        assert invulling is not None
        assert (stand.status, stand.planning) == (invulling.status, invulling.planning)
    assert len(standen) == sum(i.status is not Status.NIET_BEPAALD for i in toen.invullingen if i.gemeente == wie)
