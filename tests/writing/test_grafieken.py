"""Charts: what is in the file stands on our own sheets, is stored beside the reference, and is told in words."""

import re
from typing import Any

import pytest

from actieplan_xl.domain import palet
from actieplan_xl.domain.status import Kleur
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.writing import styles
from actieplan_xl.writing.drawing import draw
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek, build_sheets
from actieplan_xl.writing.sheet import Chart, Range, Reference, Series, Sheet, Workbook
from writing.dump import dump, load, parts

VERWIJZING = re.compile(rb"<c:f>(.*?)</c:f>")
BRON = re.compile(rb"<c:f>([^<]*)</c:f><c:(?:str|num)Cache>(.*?)</c:(?:str|num)Cache>", re.DOTALL)
WAARDE = re.compile(rb"<c:v>(.*?)</c:v>")


def chart_parts(xlsx: bytes) -> list[bytes]:
    return [inhoud for naam, inhoud in sorted(parts(xlsx).items()) if naam.startswith("xl/charts/chart")]


def sheet_with_chart(soort: Any, naam: str = "Wat's er") -> Sheet:
    """A sheet with three moments and two series, and a chart beside them."""
    sheet = Sheet(naam, breedtes={1: 20.0})
    sheet.put_row(1, ("stand", "voltooid", "gepland"), styles.KOP)
    for rij, waarden in enumerate((("mei", 1, 3), ("juni", 2, 2), ("juli", 4, 0)), 2):
        sheet.put_row(rij, waarden, styles.CEL)
    reeksen = tuple(
        Series(
            Reference(naam, Range(1, kolom, 1, kolom)),
            Reference(naam, Range(2, 1, 4, 1)),
            Reference(naam, Range(2, kolom, 4, kolom)),
            palet.GRAFIEKVERF[kleur],
        )
        for kolom, kleur in ((2, Kleur.GROEN), (3, Kleur.GEEN))
    )
    sheet.grafieken = [Chart(soort, "Verloop", "Hoe het gaat.", Range(1, 5, 12, 9), reeksen)]
    return sheet


def test_nothing_in_a_chart_refers_outside_the_workbook(regiowerkboek: bytes) -> None:
    """Every reference is to a sheet that is there; a `[1]Blad1!A1` would make Excel ask for another file."""
    bladen = {f"'{naam}'" for naam in load(regiowerkboek).sheetnames}
    verwijzingen = [v.decode() for deel in chart_parts(regiowerkboek) for v in VERWIJZING.findall(deel)]

    assert len(verwijzingen) == 2 * 5 * 3
    assert {verwijzing.rpartition("!")[0] for verwijzing in verwijzingen} <= bladen
    for naam, inhoud in parts(regiowerkboek).items():
        assert b'TargetMode="External"' not in inhoud, naam
        assert not naam.startswith("xl/externalLinks")


def test_a_chart_keeps_the_values_that_stand_in_its_cells(regiowerkboek: bytes) -> None:
    """A viewer that does not calculate draws from what is stored with the chart."""
    boek = load(regiowerkboek, data_only=True)
    vergeleken = 0
    for deel in chart_parts(regiowerkboek):
        for verwijzing, bewaard in BRON.findall(deel):
            blad, _, bereik = verwijzing.decode().rpartition("!")
            cellen = boek[blad.strip("'")][bereik.replace("$", "")]
            cellen = cellen if isinstance(cellen, tuple) else ((cellen,),)
            assert [str(cel.value) for (cel,) in cellen] == [w.decode() for w in WAARDE.findall(bewaard)]
            vergeleken += 1

    assert vergeleken == 2 * 5 * 3


def test_every_chart_of_ours_is_told_in_words_to_who_does_not_see_it(
    regiowerkboek: bytes, samenvoeging: Samenvoeging
) -> None:
    """The alt text names what is drawn and where the same numbers stand as text."""
    grafieken = [grafiek for blad in build_sheets(samenvoeging) for grafiek in blad.grafieken]
    tekening = parts(regiowerkboek)["xl/drawings/drawing1.xml"].decode()

    assert len(grafieken) == 2
    for grafiek in grafieken:
        assert grafiek.omschrijving.startswith(grafiek.titel)
        assert "tabel" in grafiek.omschrijving
        assert f'descr="{grafiek.omschrijving}"' in tekening
    assert tekening.count("descr=") == tekening.count("<xdr:graphicFrame ")


def test_a_chart_moves_along_with_the_cells_that_it_stands_over(
    samenvoeging: Samenvoeging, regiowerkboek: bytes
) -> None:
    """Excel may fit a row again; a chart that did not move would then lie over a table."""
    grafieken = [grafiek for blad in build_sheets(samenvoeging) for grafiek in blad.grafieken]
    tekening = parts(regiowerkboek)["xl/drawings/drawing1.xml"].decode()
    hoeken = re.findall(r"<xdr:col>(\d+)</xdr:col>.*?<xdr:row>(\d+)</xdr:row>", tekening)

    assert [(int(rij) + 1, int(kolom) + 1) for kolom, rij in hoeken] == [
        hoek for g in grafieken for hoek in ((g.plek.rij, g.plek.kolom), (g.plek.tot_rij, g.plek.tot_kolom))
    ]
    assert "editAs" not in tekening


def test_charts_are_the_same_bytes_each_time(samenvoeging: Samenvoeging) -> None:
    """No number of a chart depends on what was drawn before."""
    assert chart_parts(build_regiowerkboek(samenvoeging)) == chart_parts(build_regiowerkboek(samenvoeging))


@pytest.mark.parametrize(
    ("soort", "vorm", "groep"),
    [
        ("aandelen", "barChart", "percentStacked"),
        ("lijn", "lineChart", "standard"),
    ],
)
def test_each_kind_of_chart_is_drawn_in_dutch(soort: str, vorm: str, groep: str) -> None:
    """Kind, title and language, whatever the name of the sheet."""
    xlsx = draw(Workbook((sheet_with_chart(soort),), "Titel"))
    (deel,) = chart_parts(xlsx)

    tekst = deel.decode()
    assert f"<c:{vorm}>" in tekst
    assert f'<c:grouping val="{groep}"/>' in tekst
    assert '<c:lang val="nl-NL"/>' in tekst
    assert "en-US" not in tekst
    assert "'Wat''s er'!$B$2:$B$4 ⇒ 1|2|4" in dump(xlsx)


def test_lines_differ_by_more_than_their_colour_and_none_is_white() -> None:
    """By their dashes and by the sign on every point."""
    (deel,) = chart_parts(draw(Workbook((sheet_with_chart("lijn"),), "Titel")))
    reeksen = re.findall(r"<c:ser>.*?</c:ser>", deel.decode())

    assert len(reeksen) == 2
    assert len({re.search(r'<c:symbol val="(\w+)"', reeks)[1] for reeks in reeksen}) == 2  # type: ignore[index]
    assert len({re.search(r'prstDash val="(\w+)"', reeks)[1] for reeks in reeksen}) == 2  # type: ignore[index]
    assert palet.WIT not in "".join(reeksen)


def test_a_status_with_a_pattern_in_the_palet_has_it_on_paper(regiowerkboek: bytes) -> None:
    """For grey print: rood is striped, and each part of a bar has a number in it."""
    for deel in chart_parts(regiowerkboek):
        assert deel.count(b"<a:pattFill") == 1
        assert deel.count(b'<c:showVal val="1"/>') == 5
        assert deel.count(b'formatCode="0;;"') == 5


def test_every_workbook_of_ours_says_that_it_is_dutch_and_what_it_is_called(
    planwerkboek: bytes, invulblad_cuijk: bytes, regiowerkboek: bytes
) -> None:
    """A screen reader chooses its voice by the language, and reads the title first."""
    for xlsx in (planwerkboek, invulblad_cuijk, regiowerkboek):
        eigenschappen = load(xlsx).properties
        assert eigenschappen.language == "nl-NL"
        assert "Actieplan ondermijning 2019" in eigenschappen.title
