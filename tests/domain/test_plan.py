import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.plan import nr_key, parse_nr


@pytest.mark.parametrize(
    ("getypt", "nr"),
    [
        ("1", "1"),
        ("1.1", "1.1"),
        ("1.1.1", "1.1.1"),
        (" 1.1.1. ", "1.1.1"),
        ("1, 1, 1", "1.1.1"),
        ("1 . 2 . 3", "1.2.3"),
        ("Actie 1.1.1", "1.1.1"),
        ("nr. 1.10.2", "1.10.2"),
        ("THEMA 1.1", "1.1"),
        ("", None),
        ("1.1.1.1", None),
        ("0.1", None),
        ("1.01", None),
        ("1.1.x", None),
        ("1-1-2001", None),
        ("a", None),
        ("1000", None),
    ],
)
def test_a_number_is_read_the_way_people_type_it(getypt, nr):
    assert parse_nr(getypt) == nr


@given(st.text())
def test_reading_a_number_never_raises_and_gives_one_that_reads_the_same(tekst):
    nr = parse_nr(tekst)

    assert nr is None or parse_nr(nr) == nr


def test_ten_comes_after_nine():
    assert sorted(["1.10", "1.9", "1", "1.1.2"], key=nr_key) == ["1", "1.1.2", "1.9", "1.10"]


def test_a_name_stands_for_a_gemeente_or_for_all_of_a_kolom(plan):
    assert [g.naam for g in plan.find_gemeenten("boekel ")] == ["Boekel"]
    assert [g.naam for g in plan.find_gemeenten("cgm")] == ["Cuijk", "Grave"]
    assert plan.find_gemeenten("Oss") == ()
    assert plan.find_gemeenten("") == ()


def test_an_actie_without_kolommen_is_meant_for_all(plan):
    assert [a.nr for a in plan.acties_van("CGM")] == ["1.1.1", "1.1.2", "1.2.1"]
    assert [a.nr for a in plan.acties_van("Uden")] == ["1.1.1", "1.1.2", "1.2.1", "2.1.1"]
    assert plan.kolom_op_naam["CGM"].is_gezamenlijk
    assert not plan.kolom_op_naam["Uden"].is_gezamenlijk


def test_a_text_that_stands_twice_points_to_no_actie(plan):
    assert plan.actie_op_tekst["e learning"].nr == "1.1.2"
    dubbel = plan.hoofdlijnen[0].themas[0].acties[0]
    lijn = plan.hoofdlijnen[0]
    thema = type(lijn.themas[0])("1.3", "Nog eens", (type(dubbel)("1.3.1", dubbel.tekst.upper()),))
    groter = type(plan)(plan.gegevens, plan.kolommen, (type(lijn)("1", "x", (*lijn.themas, thema)),))

    assert "training voor bestuurders" not in groter.actie_op_tekst
