"""What the command line says of the workbooks that it put ready to be sent back."""

import json
import zipfile
from pathlib import Path

from cli.kleinplan import Run


def name(wie: str) -> str:
    return f"Retour Actieplan 2019 - {wie}.xlsx"


def names(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.iterdir())


def test_the_command_says_what_is_ready_to_be_sent_back(run: Run, met_gaten: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(met_gaten / "Grave.xlsx", "a") as werkboek:
        werkboek.writestr("xl/media/image1.png", b"PNG")
    (met_gaten / "Boekel.xlsx").write_bytes(b"%PDF-1.7")

    resultaat = run("controleren", met_gaten, "--retour", "terug")

    assert resultaat.exit_code == 1
    assert resultaat.stdout.endswith(
        "\n2 werkboeken staan klaar om terug te sturen, in terug\n"
        "  Grave (2 punten) en Boekel (3 punten).\n"
        "  Grave krijgt een nieuw blad: er staan afbeeldingen in.\n"
        "  Boekel krijgt een nieuw blad: er was geen leesbaar bestand.\n"
    )
    assert names(tmp_path / "terug") == [name("Boekel"), name("Grave")]


def test_of_who_sent_nothing_nothing_is_said(run: Run, met_gaten: Path, tmp_path: Path) -> None:
    resultaat = run("controleren", met_gaten, "--retour", "terug")

    assert resultaat.stdout.endswith("\n1 werkboek staat klaar om terug te sturen, in terug\n  Grave (2 punten).\n")
    assert names(tmp_path / "terug") == [name("Grave")]


def test_without_the_option_nothing_is_said_or_written(run: Run, met_gaten: Path, tmp_path: Path) -> None:
    was = names(tmp_path)

    assert "terug te sturen" not in run("controleren", met_gaten).stdout
    assert names(tmp_path) == was


def test_when_everything_is_in_there_is_nothing_to_send_back(run: Run, compleet: Path) -> None:
    resultaat = run("controleren", compleet, "--retour", "terug")

    assert resultaat.exit_code == 0
    assert resultaat.stdout.endswith("Alles is binnen en klopt. Je kunt samenvoegen.\n")


def test_a_retour_of_an_earlier_time_is_told_and_left(run: Run, compleet: Path, tmp_path: Path) -> None:
    (tmp_path / "terug").mkdir()
    (tmp_path / "terug" / name("Boekel")).write_bytes(b"van vorige week")

    resultaat = run("controleren", compleet, "--retour", "terug")

    assert resultaat.exit_code == 0
    assert " ".join(resultaat.stdout.split()).endswith(
        f"{name('Boekel')} stond er al en hoort bij een eerdere keer: haal het weg, of kijk of het nog terug moet."
    )
    assert names(tmp_path / "terug") == [name("Boekel")]


def test_the_folder_that_is_read_is_refused_with_a_sentence(run: Run, met_gaten: Path) -> None:
    was = names(met_gaten)

    resultaat = run("controleren", met_gaten, "--retour", met_gaten)

    assert (resultaat.exit_code, resultaat.stdout) == (2, "")
    assert "Kies voor --retour een andere map." in " ".join(resultaat.stderr.split())
    assert names(met_gaten) == was


def test_older_retours_are_replaced_only_when_asked(run: Run, met_gaten: Path) -> None:
    assert run("controleren", met_gaten, "--retour", "terug").exit_code == 1

    geweigerd = run("controleren", met_gaten, "--retour", "terug")

    assert (geweigerd.exit_code, geweigerd.stdout) == (2, "")
    assert "dit bestand bestaat al" in " ".join(geweigerd.stderr.split())
    assert "--overschrijven" in geweigerd.stderr
    assert run("controleren", met_gaten, "--retour", "terug", "--overschrijven").exit_code == 1


def test_json_tells_of_each_retour(run: Run, met_gaten: Path) -> None:
    (met_gaten / "Boekel.xlsx").write_bytes(b"%PDF-1.7")

    uit = json.loads(run("controleren", met_gaten, "--retour", "terug", "--json").stdout)

    assert uit["retour"] == [
        {"wie": "Grave", "bestand": name("Grave"), "punten": 2, "opnieuw": ""},
        {"wie": "Boekel", "bestand": name("Boekel"), "punten": 3, "opnieuw": "er was geen leesbaar bestand"},
    ]


def test_json_without_retour_has_none(run: Run, met_gaten: Path) -> None:
    assert json.loads(run("controleren", met_gaten, "--json").stdout)["retour"] == []
