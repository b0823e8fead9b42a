"""A list of gemeenten with their opvolger, as people have it."""

import io
from pathlib import Path

import pytest
from tekenen import draw_planwerkboek

from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.herindeling import Opvolger
from actieplan_xl.reading.herindeling import read_herindeling

VOORBEELD = Path(__file__).parents[2] / "examples" / "maas-en-leijgraaf-2019" / "gemeenten.csv"


def read(tekst: str, codering: str = "utf-8") -> dict[str, Opvolger]:
    return dict(read_herindeling(io.BytesIO(tekst.encode(codering))))


def test_the_facts_of_the_example_can_be_given_as_they_are():
    """The code is that of the opvolger; `cbs_code` and `kolom` are of the gemeente that was."""
    gelezen = read_herindeling(VOORBEELD)

    assert len(gelezen) == 8
    assert gelezen["Cuijk"] == Opvolger("Land van Cuijk", "GM1982")
    assert gelezen["Boekel"] == Opvolger("Boekel", "GM0755")


@pytest.mark.parametrize("tussen", [";", ",", "\t"])
@pytest.mark.parametrize("codering", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_may_come_from_any_program(tussen, codering):
    """Semicolons from a Dutch Excel, commas from elsewhere, tabs from a copy."""
    tekst = "Gemeente;Opvolger;e-mail opvolger\r\nSúdwest;Nieuw Súd;a@b.nl\r\n;;\r\nBoekel;;\r\n".replace(";", tussen)

    assert read(tekst, codering) == {"Súdwest": Opvolger("Nieuw Súd", "", "a@b.nl")}


def test_a_workbook_will_do_as_well():
    """The first sheet that has the headings."""
    boek = draw_planwerkboek({"Iets": "| tekst |", "Lijst": "| gemeente | opvolger |\n| Uden | Maashorst |"})

    assert read_herindeling(io.BytesIO(boek.bytes())) == {"Uden": Opvolger("Maashorst")}


@pytest.mark.parametrize(
    ("tekst", "waarom"),
    [
        ("gemeente;kolom\nUden;Uden", "de kolom 'opvolger' ontbreekt"),
        ("naam;opvolger\nUden;Maashorst", "de kolom 'gemeente' ontbreekt"),
        ("gemeente;opvolger\nUden;", "er staat geen gemeente met een opvolger in"),
        ("gemeente;opvolger\nUden;A\nUden;B", "Uden staat er twee keer"),
        ("\x00\x01", "de kolom 'gemeente' ontbreekt"),
        ('gemeente;opvolger\nUden;"' + "a" * 200_000, "het is geen csv"),
    ],
)
def test_what_is_no_such_list_is_refused_with_a_reason(tekst, waarom):
    """Whatever it is."""
    with pytest.raises(BestandError, match=waarom):
        read(tekst)
