import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.invulling import Invulling, Stand
from actieplan_xl.domain.matrixcel import combine, format_stand, is_nvt, parse_stand
from actieplan_xl.domain.status import ANTWOORDEN, MINST_AFGEROND_EERST, Kleur, Reden, Status

PLANNINGEN = st.one_of(
    st.text(),
    st.sampled_from(["n.v.t.", "Gepland", "groen", "voltooid\n2019", "NTB", "2018-2019", "gepland\n\n2019", "."]),
).map(str.strip)


def answer(status: Status, planning: str = "", gemeente: str = "Cuijk", **overig: object) -> Invulling:
    reden = Reden.LEEG if status is Status.NIET_BEPAALD else None
    return Invulling(gemeente, "1.1.1", status, planning, **{"reden": reden, **overig})


@given(st.sampled_from(Status), PLANNINGEN)
def test_a_state_comes_back_from_its_cell(status, planning):
    stand = Stand(status, planning)

    assert parse_stand(format_stand(stand)) == stand


@pytest.mark.parametrize(
    ("stand", "tekst"),
    [
        (Stand(Status.VOLTOOID, "2018"), "voltooid\n2018"),
        (Stand(Status.STRUCTUREEL), "structureel"),
        (Stand(Status.GEPLAND, "najaar 2019"), "najaar 2019"),
        (Stand(Status.GEPLAND, "voltooid"), "gepland\nvoltooid"),
        (Stand(Status.GEPLAND, "n.v.t."), "gepland\nn.v.t."),
        (Stand(Status.GEPLAND), "gepland"),
    ],
)
def test_a_cell_starts_with_the_status_word_unless_it_is_plain_gepland(stand, tekst):
    assert format_stand(stand) == tekst


@pytest.mark.parametrize(
    ("tekst", "kleur", "stand"),
    [
        ("2018-2019", Kleur.GROEN, Stand(Status.VOLTOOID, "2018-2019")),
        ("", Kleur.BLAUW, Stand(Status.STRUCTUREEL)),
        ("voltooid\n2018", Kleur.ROOD, Stand(Status.VOLTOOID, "2018")),
        ("2018-2019", Kleur.GEEN, Stand(Status.GEPLAND, "2018-2019")),
        ("  ", Kleur.GEEN, None),
        ("N.V.T.", Kleur.GEEN, None),
    ],
)
def test_a_word_goes_before_a_colour_and_a_colour_before_a_planning(tekst, kleur, stand):
    assert parse_stand(tekst, kleur) == stand


def test_not_applicable_is_recognised_as_people_type_it():
    assert all(map(is_nvt, ("n.v.t.", "NVT".replace("", ".").strip("."), "N.v.t")))
    assert not is_nvt("2019 n.v.t.")


def test_gemeenten_that_agree_show_one_answer():
    cel = combine([answer(Status.VOLTOOID, "2018"), answer(Status.VOLTOOID, "2018", "Grave")])

    assert (cel.status, cel.tekst, cel.is_eens) == (Status.VOLTOOID, "voltooid\n2018", True)


def test_gemeenten_that_differ_say_who_said_what():
    cel = combine([answer(Status.VOLTOOID, "2018"), answer(Status.GEPLAND, "2019\nof later", "Grave")])

    assert cel.status is Status.GEPLAND
    assert cel.tekst == "gepland\nCuijk: voltooid, 2018\nGrave: gepland, 2019 / of later"
    assert not cel.is_eens


def test_the_same_status_with_another_planning_is_no_agreement():
    cel = combine([answer(Status.GEPLAND, "2018"), answer(Status.GEPLAND, "2019", "Grave")])

    assert cel.tekst == "gepland\nCuijk: gepland, 2018\nGrave: gepland, 2019"


@pytest.mark.parametrize(("een", "ander"), [*itertools.permutations(MINST_AFGEROND_EERST, 2)])
def test_of_two_the_least_settled_shows(een, ander):
    cel = combine([answer(een), answer(ander, gemeente="Grave")])

    assert cel.status is min(een, ander, key=MINST_AFGEROND_EERST.index)


@pytest.mark.parametrize("ander", ANTWOORDEN)
def test_one_missing_answer_keeps_the_whole_kolom_oranje(ander):
    leeg = answer(Status.NIET_BEPAALD, gemeente="Grave", reden=Reden.GEEN_BESTAND)

    cel = combine([answer(ander, "2019"), leeg])

    assert cel.kleur is Kleur.ORANJE
    assert "Grave: geen bestand ontvangen" in cel.tekst
    assert f"Cuijk: {ander}, 2019" in cel.tekst


@pytest.mark.parametrize(
    ("reden", "zin"),
    [
        (Reden.GEEN_BESTAND, "geen bestand ontvangen"),
        (Reden.LEEG, "niet ingevuld"),
        (Reden.ONLEESBAAR, "bestand onleesbaar"),
        (Reden.NIET_HERKEND, "status niet herkend"),
    ],
)
def test_an_oranje_cell_says_why_and_what_was_typed(reden, zin):
    cel = combine([answer(Status.NIET_BEPAALD, "najaar", reden=reden, getypt="bijna klar")])

    assert cel.tekst == f"niet nader bepaald\n{zin}\n“bijna klar”\nnajaar"


def test_an_answer_has_no_reden_and_a_missing_one_always_has():
    with pytest.raises(ValueError, match="reden"):
        Invulling("Cuijk", "1.1.1", Status.VOLTOOID, reden=Reden.LEEG)
    with pytest.raises(ValueError, match="reden"):
        Invulling("Cuijk", "1.1.1", Status.NIET_BEPAALD)


def test_a_dash_under_planning_is_shown_without_speaking_of_a_status():
    streepje = Invulling("Uden", "1.1.1", Status.NIET_BEPAALD, "-", reden=Reden.NIET_HERKEND)

    assert combine([streepje]).tekst == "niet nader bepaald\ngeen antwoord\n-"


@pytest.mark.parametrize(("getypt", "erachter"), [("Ongewijzigd", ""), ("hetzelfde", "\n“hetzelfde”")])
def test_ongewijzigd_without_a_previous_state_is_not_called_a_word_we_do_not_know(getypt, erachter):
    """The word is ours, and was understood: there was nothing to take over."""
    cel = combine([Invulling("Uden", "1.1.1", Status.NIET_BEPAALD, "", "", Reden.NIET_HERKEND, getypt)])

    assert cel.tekst == f"niet nader bepaald\nongewijzigd, maar geen vorige stand bekend{erachter}"
    assert parse_stand(cel.tekst).status is Status.NIET_BEPAALD


@pytest.mark.parametrize("regeleind", ["\r", "\r\n", "\n"])
@pytest.mark.parametrize("woord", ["voltooid", "n.v.t."])
def test_a_planning_that_would_read_as_a_status_keeps_its_own_word_whatever_its_line_end(regeleind, woord):
    """In a cell every kind of line end is a new line, and its first line is its status."""
    assert format_stand(Stand(Status.GEPLAND, f"{woord}{regeleind}2019")) == f"gepland\n{woord}{regeleind}2019"
