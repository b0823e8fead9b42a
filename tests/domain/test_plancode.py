import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actieplan_xl.domain.afspraken import Afspraken
from actieplan_xl.domain.plan import Actie, Gemeente, Hoofdlijn, Kolom, Ontvanger, Plan, Plangegevens, Thema
from actieplan_xl.domain.plancode import decode_plan, encode_plan, plan_id

TEKST = st.text(st.characters(codec="utf-8"), max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda kind: st.lists(kind, max_size=4) | st.dictionaries(st.sampled_from(["gegevens", "kolommen", "x"]), kind),
    max_leaves=10,
)


@st.composite
def plannen(draw: st.DrawFn) -> Plan:
    namen = draw(st.lists(TEKST, min_size=1, max_size=3, unique=True))
    kolommen = tuple(Kolom(naam, (Gemeente(f"{naam}!", naam, draw(TEKST)),)) for naam in namen)
    acties = tuple(
        Actie(f"1.1.{n}", draw(TEKST), tuple(draw(st.lists(TEKST, max_size=2))), draw(TEKST), tuple(namen[:1]))
        for n in range(1, draw(st.integers(2, 5)))
    )
    gegevens = Plangegevens(*(draw(TEKST) for _ in range(9)))
    lijnen = (Hoofdlijn("1", draw(TEKST), (Thema("1.1", draw(TEKST), acties),)), Hoofdlijn("2", draw(TEKST), ()))
    noten = draw(st.dictionaries(TEKST, TEKST, max_size=2))
    return Plan(gegevens, kolommen, lijnen, noten, noten, (Ontvanger(draw(TEKST), draw(TEKST)),))


@settings(max_examples=60, deadline=None)
@given(plannen())
def test_a_plan_comes_back_from_its_code(plan):
    code = encode_plan(plan)

    assert decode_plan(code) == plan
    assert encode_plan(decode_plan(code)) == code


@given(st.text() | JSON.map(json.dumps))
def test_anything_else_is_a_value_error(tekst):
    with pytest.raises(ValueError):
        decode_plan(tekst)


def _spoil(plan: Plan, pad: str, waarde: object) -> str:
    ruw = json.loads(encode_plan(plan))
    doel = ruw
    *ouders, laatste = pad.split("/")
    for deel in ouders:
        doel = doel[int(deel)] if deel.isdigit() else doel[deel]
    doel[int(laatste) if laatste.isdigit() else laatste] = waarde
    return json.dumps(ruw)


@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        ("gegevens", None),
        ("gegevens/naam", 2019),
        ("gegevens/rekening", "NL00"),
        ("kolommen", []),
        ("kolommen", "CGM"),
        ("kolommen/0/gemeenten", []),
        ("kolommen/0/gemeenten/0/kolom", "Uden"),
        ("kolommen/1/naam", "CGM"),
        ("kolommen/0/gemeenten/1/naam", "Cuijk"),
        ("hoofdlijnen", []),
        ("hoofdlijnen/0/themas/0/acties/1/nr", "1.1.1"),
        ("hoofdlijnen/0/themas/0/acties/1/nr", "1.1.1; DROP"),
        ("hoofdlijnen/0/themas/0/acties/1/tekst", {"x": "y"}),
        ("hoofdlijnen/0/themas/0/acties/1/geldt_voor", [1]),
        ("voetnoten", [1]),
        ("ontvangers", [["rol"]]),
        ("teksten", None),
        ("afspraken", {"planning_bij_gepland": "ja"}),
        ("afspraken", {"planning_bij_gepland": 1}),
        ("afspraken", {"iets_anders": True}),
        ("afspraken", ["planning_bij_gepland"]),
    ],
)
def test_a_plan_that_was_tampered_with_is_a_value_error(plan, pad, waarde):
    with pytest.raises(ValueError):
        decode_plan(_spoil(plan, pad, waarde))


def test_nesting_without_end_is_a_value_error():
    with pytest.raises(ValueError):
        decode_plan("[" * 100_000)


def test_half_a_character_is_a_value_error(plan):
    with pytest.raises(ValueError):
        decode_plan(_spoil(plan, "hoofdlijnen/0/themas/0/acties/1/tekst", "\ud83d"))


def test_two_plans_that_ask_the_same_have_the_same_fingerprint(plan):
    anders = replace(plan, gegevens=replace(plan.gegevens, inleverdatum="2019-09-01"), teksten={}, ontvangers=())

    assert plan_id(anders) == plan_id(plan)


@pytest.mark.parametrize("veld", ["naam", "jaar"])
def test_another_plan_has_another_fingerprint(plan, veld):
    assert plan_id(replace(plan, gegevens=replace(plan.gegevens, **{veld: "anders"}))) != plan_id(plan)


def test_another_question_gives_another_fingerprint(plan):
    lijn = plan.hoofdlijnen[1]
    actie = replace(lijn.themas[0].acties[0], geldt_voor=())
    anders = replace(plan, hoofdlijnen=(plan.hoofdlijnen[0], replace(lijn, themas=(Thema("2.1", "BIBOB", (actie,)),))))

    assert plan_id(anders) != plan_id(plan)


def test_the_opvolger_of_a_gemeente_goes_along_and_changes_no_question(plan):
    """Where there is none it is left out of the text: an older version can read that."""
    cuijk, *anderen = plan.kolommen[0].gemeenten
    kolom = replace(plan.kolommen[0], gemeenten=(replace(cuijk, opvolger="Land van Cuijk"), *anderen))
    met = replace(plan, kolommen=(kolom, *plan.kolommen[1:]))

    assert decode_plan(encode_plan(met)) == met
    assert encode_plan(met).count("opvolger") == 1
    assert "opvolger" not in encode_plan(plan)
    assert plan_id(met) == plan_id(plan)


def test_afspraken_go_along_where_they_are_not_the_default_and_change_no_question(plan):
    """Where they are, they are left out of the text: an older version can read that."""
    met = replace(plan, afspraken=Afspraken(planning_bij_gepland=True, let_op_persoonsgegevens=False))

    assert decode_plan(encode_plan(met)) == met
    assert json.loads(encode_plan(met))["afspraken"] == {
        "planning_bij_gepland": True,
        "let_op_persoonsgegevens": False,
    }
    assert "afspraken" not in encode_plan(plan)
    assert plan_id(met) == plan_id(plan)
