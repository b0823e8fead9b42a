"""`actieplan herinneren`: what it says and with which code it ends."""

from dataclasses import replace
from pathlib import Path

import pytest

from actieplan_xl.domain.plan import Kolom, Plan
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from cli.kleinplan import Run


@pytest.fixture
def met_adres(plan: Plan, tmp_path: Path) -> Path:
    """The plan with an address for everyone, and uitstel for Boekel."""
    kolommen = []
    for kolom in plan.kolommen:
        gemeenten = tuple(replace(g, e_mail=f"info@{g.naam.lower()}.example") for g in kolom.gemeenten)
        kolommen.append(Kolom(kolom.naam, gemeenten))
    (boekel,) = kolommen[-1].gemeenten
    kolommen[-1] = Kolom("Boekel", (replace(boekel, uitstel_tot="2019-07-01", uitstel_reden="ziekte"),))
    pad = tmp_path / "plan.xlsx"
    pad.write_bytes(build_planwerkboek(replace(plan, kolommen=tuple(kolommen))))
    return pad


@pytest.mark.usefixtures("met_gaten", "met_adres")
def test_herinneren_says_who_gets_what_and_that_nothing_was_sent(run: Run, tmp_path: Path) -> None:
    """That somebody owes an answer is what it is for: it ends with 0."""
    resultaat = run("herinneren", "retour", "--plan", "plan.xlsx", "--naar", "her", "--vandaag", "28-6-2019")

    assert (resultaat.exit_code, resultaat.stderr) == (0, "")
    assert resultaat.stdout.splitlines() == [
        "1 herinnering staat klaar in her",
        "  Herinnering Grave.eml: Grave (nog 2 van 3), aan info@grave.example",
        "",
        "Compleet: Cuijk.",
        "",
        "Boekel heeft uitstel tot 1 juli 2019 (ziekte).",
        "",
        "Er is niets verstuurd. Open ze in je mailprogramma, kijk ze na en verstuur ze",
        "zelf.",
    ]
    assert (tmp_path / "her" / "Herinnering Grave.eml").exists()


@pytest.mark.usefixtures("met_gaten")
def test_herinneren_without_an_address_ends_with_1(run: Run) -> None:
    """The drafts are made all the same, and what to do stands there."""
    resultaat = run("herinneren", "retour", "--naar", "her")

    assert resultaat.exit_code == 1
    assert "nog zonder" in resultaat.stdout
    assert "[HERINNERING_ZONDER_ADRES]" in resultaat.stdout
    assert "voordat je" in resultaat.stderr
    assert "Wie uitstel heeft staat in het planwerkboek." in resultaat.stdout
    assert max(map(len, resultaat.stdout.splitlines())) <= 80


@pytest.mark.usefixtures("compleet")
def test_herinneren_says_so_when_nobody_owes_anything(run: Run, tmp_path: Path) -> None:
    """And makes no folder for nothing."""
    resultaat = run("herinneren", "retour", "--naar", "her")

    assert (resultaat.exit_code, resultaat.stderr) == (0, "")
    assert resultaat.stdout.splitlines()[0] == "Er is niemand te herinneren: alle antwoorden zijn binnen."
    assert not (tmp_path / "her").exists()


@pytest.mark.usefixtures("met_gaten", "met_adres")
def test_the_text_can_be_written_out_changed_and_given_back(run: Run, tmp_path: Path) -> None:
    """Nothing else need be given to write it; what is there already is left alone."""
    assert run("herinneren", "--tekst-voorbeeld", "tekst.txt").exit_code == 0
    pad = tmp_path / "tekst.txt"
    pad.write_text(pad.read_text(encoding="utf-8").replace("Beste collega", "Hoi {gemeente}"), encoding="utf-8")

    gemaakt = run("herinneren", "retour", "--plan", "plan.xlsx", "--naar", "her", "--tekst", "tekst.txt")
    nog_eens = run("herinneren", "--tekst-voorbeeld", "tekst.txt")

    assert gemaakt.exit_code == 0
    assert b"Hoi Grave" in (tmp_path / "her" / "Herinnering Grave.eml").read_bytes()
    assert (nog_eens.exit_code, nog_eens.stdout) == (2, "")
    assert "is er al" in nog_eens.stderr


@pytest.mark.usefixtures("met_gaten", "met_adres")
def test_a_text_that_cannot_be_used_stops_before_anything_is_made(run: Run, tmp_path: Path) -> None:
    """Whether it is not there, no text, or asks for what does not exist."""
    (tmp_path / "fout.txt").write_text("Onderwerp: x\n\n{datum}\n", encoding="utf-8")

    for tekst, zin in (
        ("fout.txt", "SJABLOON_GAT_ONBEKEND"),
        ("niet.txt", "BESTAND_NIET_GEVONDEN"),
        ("plan.xlsx", "SJABLOON_GEEN_TEKST"),
    ):
        resultaat = run("herinneren", "retour", "--naar", "her", "--tekst", tekst)
        assert (resultaat.exit_code, resultaat.stdout) == (2, "")
        assert zin in resultaat.stderr
    assert not (tmp_path / "her").exists()


@pytest.mark.usefixtures("met_gaten", "met_adres")
def test_controleren_and_samenvoegen_say_until_when_somebody_has_uitstel(run: Run) -> None:
    """She is not among those to go after."""
    gecontroleerd = run("controleren", "retour", "--plan", "plan.xlsx")
    samengevoegd = run("samenvoegen", "retour", "--plan", "plan.xlsx")

    for resultaat in (gecontroleerd, samengevoegd):
        assert "Boekel heeft uitstel tot 1 juli 2019 (ziekte); open: 3." in resultaat.stdout
        assert "Nog geen bestand van" not in resultaat.stdout
    assert "5 antwoorden ontbreken (3 met uitstel)" in gecontroleerd.stderr
