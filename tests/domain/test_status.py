import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.status import (
    ANTWOORDEN,
    MINST_AFGEROND_EERST,
    Kleur,
    Status,
    Statuswoord,
    nearest,
)

GEPLAND, STRUCTUREEL, VOLTOOID, NIET_OPGEPAKT, NIET_BEPAALD = (
    Status.GEPLAND,
    Status.STRUCTUREEL,
    Status.VOLTOOID,
    Status.NIET_OPGEPAKT,
    Status.NIET_BEPAALD,
)


@pytest.mark.parametrize(
    ("getypt", "status"),
    [
        ("gepland", GEPLAND),
        ("Gepland.", GEPLAND),
        ("  INGEPLAND  ", GEPLAND),
        ("loopt", GEPLAND),
        ("in uitvoering", GEPLAND),
        ("In-uitvoering", GEPLAND),
        ("structureel", STRUCTUREEL),
        ("Strúctureel", STRUCTUREEL),
        ("doorlopend", STRUCTUREEL),
        ("blauw", STRUCTUREEL),
        ("voltooid", VOLTOOID),
        ("Vóltooid!", VOLTOOID),
        ("afgerond", VOLTOOID),
        ("gereed", VOLTOOID),
        ("klaar", VOLTOOID),
        ("groen", VOLTOOID),
        ("(groen)", VOLTOOID),
        ("wordt niet opgepakt", NIET_OPGEPAKT),
        ("wordt  niet\nopgepakt", NIET_OPGEPAKT),
        ("vervalt", NIET_OPGEPAKT),
        ("rood", NIET_OPGEPAKT),
        ("niet nader bepaald", NIET_BEPAALD),
        ("n.n.b.", NIET_BEPAALD),
        ("NTB", NIET_BEPAALD),
        ("oranje", NIET_BEPAALD),
    ],
)
def test_a_status_is_read_the_way_people_type_it(getypt, status):
    assert Status.parse(getypt) is status


@pytest.mark.parametrize(
    "getypt", ["", " ", "bijna klar", "2019", "voltooid in 2019", "geen", "?", "niet", "afgerondd"]
)
def test_a_word_that_is_not_in_the_table_is_never_guessed(getypt):
    assert Status.parse(getypt) is None


@given(st.text())
def test_parsing_never_raises(tekst):
    assert Status.parse(tekst) in (None, *Status)
    assert Statuswoord.parse(tekst).status in (None, *ANTWOORDEN)
    assert nearest(tekst) in ("", "ongewijzigd", *ANTWOORDEN)


@pytest.mark.parametrize("getypt", ["oranje", "niet nader bepaald", "n.t.b.", "nog onbekend"])
def test_oranje_is_never_an_answer(getypt):
    assert Statuswoord.parse(getypt) == Statuswoord(None)
    assert NIET_BEPAALD not in ANTWOORDEN


@pytest.mark.parametrize("getypt", ["ongewijzigd", "Ongewijzigd.", "geen wijzigingen", "hetzelfde"])
def test_unchanged_is_an_answer_but_no_status(getypt):
    assert Statuswoord.parse(getypt) == Statuswoord(None, is_ongewijzigd=True)
    assert Status.parse(getypt) is None


@pytest.mark.parametrize(
    ("getypt", "voorstel"),
    [
        ("bijna klar", "voltooid"),
        ("voltoid", "voltooid"),
        ("structurel", "structureel"),
        ("is afgerond", "voltooid"),
        ("ongewijzig", "ongewijzigd"),
        ("wordt niet opgepak", "wordt niet opgepakt"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_the_nearest_known_word_is_only_proposed(getypt, voorstel):
    assert nearest(getypt) == voorstel


@pytest.mark.parametrize(
    ("status", "kleur"),
    [
        (STRUCTUREEL, Kleur.BLAUW),
        (VOLTOOID, Kleur.GROEN),
        (NIET_OPGEPAKT, Kleur.ROOD),
        (NIET_BEPAALD, Kleur.ORANJE),
        (GEPLAND, Kleur.GEEN),
    ],
)
def test_each_status_has_the_colour_of_the_leeswijzer(status, kleur):
    assert status.kleur is kleur
    assert Status.from_kleur(kleur) is status


def test_least_settled_comes_first():
    assert MINST_AFGEROND_EERST == (NIET_BEPAALD, NIET_OPGEPAKT, GEPLAND, STRUCTUREEL, VOLTOOID)


@pytest.mark.parametrize("status", Status)
def test_the_short_word_fits_in_nine_characters(status):
    assert 0 < len(status.kort) <= 9


@pytest.mark.parametrize(
    "getypt",
    ["gestopt", "uitgesteld", "Uitgesteld!", "Structureel/gepland", "voltooid; structureel", "gepland of klaar"],
)
def test_nothing_is_proposed_that_may_be_the_opposite(getypt):
    assert nearest(getypt) == ""
