import os
from pathlib import Path

import pytest

from actieplan_xl.cli.verslag import report_uitvraag
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.tasks import Uitvraag
from cli.kleinplan import ALLES, Invullen, Run


def test_each_gemeente_says_first_what_is_missing_and_then_what_is_wrong(run: Run, met_gaten: Path) -> None:
    uitvoer = run("controleren", met_gaten).stdout

    assert uitvoer == (
        "Actieplan 2019 · Maas en Leijgraaf\n"
        "Stand per 1 juni 2019: 4 van 9 antwoorden binnen, 5 oranje (niet nader bepaald).\n"
        "Nog geen bestand van: Boekel. Vraag om het ingevulde invulblad.\n"
        "Compleet: Cuijk.\n"
        "\n"
        "Grave (1 van 3 beantwoord)\n"
        "  nog geen antwoord op 1.1.2, 1.2.1\n"
        "  fout      Grave.xlsx › Invulblad › C14\n"
        "            Status 'bijna klar' kennen we niet. Kies uit de lijst; bedoel je\n"
        "            'voltooid'? [STATUS_ONBEKEND]\n"
    )


def test_what_belongs_to_no_gemeente_comes_last_under_algemeen(run: Run, met_gaten: Path) -> None:
    (met_gaten / "lijst.csv").write_bytes(b"a;b")

    uitvoer = run("controleren", met_gaten).stdout

    assert "\n\nAlgemeen\n  ter info  lijst.csv\n" in uitvoer
    assert uitvoer.index("Algemeen") > uitvoer.index("Grave (")


def test_many_findings_ter_info_are_only_counted(run: Run, compleet: Path) -> None:
    for nummer in range(5):
        (compleet / f"lijst {nummer}.csv").write_bytes(b"a;b")

    resultaat = run("controleren", compleet)

    assert resultaat.exit_code == 0
    assert "brief" not in resultaat.stdout
    assert "Verder 5 meldingen ter info" in resultaat.stdout


def test_gemeenten_that_disagree_are_told_under_their_kolom_with_the_remedy_once(
    run: Run, invullen: Invullen, retour: Path
) -> None:
    invullen("Cuijk", ALLES)
    invullen("Grave", dict.fromkeys(ALLES, "structureel"))
    invullen("Boekel", ALLES)

    uitvoer = run("controleren", retour).stdout

    assert "\nCGM\n  let op    Bij 1.1.1 zijn de gemeenten van CGM het niet eens" in uitvoer
    assert uitvoer.count("het niet eens") == 3
    assert uitvoer.count("Bij alle 3: vraag of het één antwoord kan worden") == 1


def test_findings_on_one_sheet_that_say_the_same_are_told_as_one_with_their_cells() -> None:
    """The place of each is there, the sentence and the remedy once."""
    plekken = [Plek("Boekel.xlsx", "Invulblad", cel) for cel in ("D12", "E13", "D15")]
    zelfde = tuple(Bevinding(Code.CEL_NIET_BEREKEND, plek) for plek in plekken)

    tekst = "\n".join(report_uitvraag(Uitvraag((), zelfde), Path("uit")))

    assert "Boekel.xlsx › Invulblad › D12, E13 en D15 (3 keer)\n" in tekst
    assert tekst.count("[CEL_NIET_BEREKEND]") == 1
    assert "Bij alle" not in tekst


def test_what_is_counted_in_the_summary_is_what_stands_in_the_list(run: Run, invullen: Invullen, retour: Path) -> None:
    """Whoever reads "3 × fout" finds three of them above."""
    invullen("Cuijk", {"1.1.1": "bijna klar", "1.1.2": "klaar?", "1.2.1": "onderhanden"})
    (retour / "Boekel.docx").write_bytes(b"x")

    resultaat = run("controleren", retour)

    aantal = [
        sum(regel.startswith(f"  {ernst}") for regel in resultaat.stdout.splitlines()) for ernst in ("fout", "let")
    ]
    assert aantal == [3, 1]
    assert "4 meldingen vragen aandacht (3 × fout en 1 × let op)" in " ".join(resultaat.stderr.split())


def test_who_sent_a_letter_sent_something(run: Run, compleet: Path) -> None:
    """No file of hers counts, and yet there is more to do than to ask for one."""
    (compleet / "Boekel.xlsx").rename(compleet / "Boekel.docx")

    for opdracht, waar in (("controleren", "hieronder"), ("samenvoegen", "op het werkblad Bevindingen")):
        uitvoer = " ".join(run(opdracht, compleet).stdout.split())

        assert "Nog geen bestand van: Boekel." in uitvoer
        assert f"Wel iets gestuurd, maar geen invulblad: Boekel. Wat het is, staat {waar}." in uitvoer


@pytest.mark.parametrize("keuzes", [("controleren",), ("samenvoegen",), ("samenvoegen", "--naar", "nergens/r.xlsx")])
def test_no_line_on_stderr_is_wider_than_the_screen(run: Run, met_gaten: Path, keuzes: tuple[str, ...]) -> None:
    """The sentence that says what to do stood in one long line."""
    regels = run(*keuzes, met_gaten).stderr.splitlines()

    assert regels
    assert max(map(len, regels)) <= 80


def test_an_unreadable_file_is_named_with_its_gemeente(run: Run, compleet: Path) -> None:
    (compleet / "Boekel.xlsx").write_bytes(b"kapot")

    uitvoer = run("controleren", compleet).stdout

    assert "Niet gelezen: het bestand van Boekel. Waarom, en wat je eraan doet, staat" in uitvoer
    assert "[BESTAND_ANDERE_SOORT]" in uitvoer


@pytest.mark.parametrize("opdracht", ["controleren", "samenvoegen"])
def test_no_line_is_wider_than_80_columns(run: Run, met_gaten: Path, opdracht: str) -> None:
    regels = run(opdracht, met_gaten).stdout.splitlines()

    assert len(regels) > 4
    assert max(map(len, regels)) <= 80


def test_samenvoegen_tells_the_result_and_points_to_the_sheet_for_the_findings(run: Run, met_gaten: Path) -> None:
    uitvoer = run("samenvoegen", met_gaten, "--naar", "regio.xlsx").stdout

    assert uitvoer.startswith("Het regiowerkboek is gemaakt: regio.xlsx\n")
    assert "4 van 9 antwoorden binnen, 5 oranje" in uitvoer
    assert "Nog geen bestand van: Boekel." in uitvoer
    assert "Nog niet alles beantwoord: Grave (nog 2)." in uitvoer
    assert "Bevindingen: 1 × fout en 2 × let op. Ze staan op het werkblad Bevindingen." in uitvoer.replace("\n  ", " ")


@pytest.mark.skipif(os.name == "nt", reason="Windows laat zo'n naam niet toe")
def test_a_name_from_a_file_cannot_steer_the_terminal(run: Run, met_gaten: Path) -> None:
    (met_gaten / "x\x1b[2J.pdf").write_bytes(b"%PDF-1.7")

    uitvoer = run("controleren", met_gaten).stdout

    assert "\x1b" not in uitvoer
    assert "⟨U+001B⟩" in uitvoer


def test_uitvragen_tells_what_there_is_to_say_about_the_plan() -> None:
    bevinding = Bevinding(Code.PLAN_GEGEVENS_ONLEESBAAR, Plek("plan.xlsx", "Gegevens", "H7"), waarden={"waarde": "?"})

    tekst = "\n".join(report_uitvraag(Uitvraag((Path("uit/Boekel.xlsx"),), (bevinding,)), Path("uit")))

    assert tekst.startswith("1 invulblad staat in uit:\n  Boekel.xlsx\n")
    assert "plan.xlsx › Gegevens › H7" in tekst
    assert "actieplan controleren binnen" in tekst


def test_a_file_without_any_answer_is_told_in_a_few_words(run: Run, compleet: Path, invullen: Invullen) -> None:
    invullen("Boekel", {})

    assert "\nBoekel (0 van 3 beantwoord)\n  nog geen enkel antwoord\n" in run("controleren", compleet).stdout
    assert "Nog niet alles beantwoord: Boekel (nog 3)." in run("samenvoegen", compleet).stdout


def test_who_answered_everything_with_a_fout_in_it_is_not_called_compleet(
    run: Run, invullen: Invullen, retour: Path
) -> None:
    """A fout next to "Compleet" would be read as done."""
    invullen("Boekel", ALLES)
    vorige = retour / "Boekel oud.xlsx"
    vorige.write_bytes((retour / "Boekel.xlsx").read_bytes())

    voor = run("controleren", retour).stdout
    invullen("Boekel", dict.fromkeys(ALLES, "structureel"))
    na = run("controleren", retour).stdout

    assert "Compleet: Boekel." in voor
    assert "Alles beantwoord, maar met een fout: Boekel. Zie hieronder." in na
    assert "Compleet" not in na
