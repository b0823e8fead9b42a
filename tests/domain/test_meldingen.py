import string

import pytest

from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.invulling import Plek
from actieplan_xl.domain.meldingen import MELDINGEN, bedoel_je


def _holes(code: Code) -> set[str]:
    melding = MELDINGEN[code]
    return {naam for tekst in (melding.wat, melding.doe) for _, naam, _, _ in string.Formatter().parse(tekst) if naam}


def _fill(code: Code) -> dict[str, str]:
    return {naam: "; bedoel je 'voltooid'?" if naam == "bedoel_je" else f"<{naam}>" for naam in _holes(code)}


def test_every_code_has_a_sentence_and_no_sentence_is_left_over():
    assert set(MELDINGEN) == set(Code)
    assert all(code.name == code.value for code in Code)


@pytest.mark.parametrize("code", Code)
def test_every_sentence_says_what_and_what_to_do(code):
    bevinding = Bevinding(code, waarden=_fill(code))

    assert bevinding.tekst.endswith((".", "?"))
    assert bevinding.remedie.endswith((".", "?"))
    assert bevinding.remedie[0].isupper()
    assert len(bevinding.remedie.split()) >= 3
    assert not {"{", "}"} & set(bevinding.tekst + bevinding.remedie)


@pytest.mark.parametrize("code", Code)
def test_what_fills_a_sentence_stands_in_it(code):
    bevinding = Bevinding(code, waarden=_fill(code))

    assert all(waarde in bevinding.tekst + bevinding.remedie for waarde in _fill(code).values())


@pytest.mark.parametrize("code", [code for code in Code if _holes(code)])
def test_a_hole_without_a_value_fails_loudly(code):
    for hole in _holes(code):
        waarden = {naam: waarde for naam, waarde in _fill(code).items() if naam != hole}
        with pytest.raises(KeyError, match=hole):
            Bevinding(code, waarden=waarden)


def test_a_finding_reads_as_place_problem_and_remedy():
    waarden = {"waarde": "bijna klar", "bedoel_je": bedoel_je("voltooid")}
    bevinding = Bevinding(Code.STATUS_ONBEKEND, Plek("Boekel.xlsx", "Invulblad", "C14"), waarden=waarden)

    assert str(bevinding) == (
        "Boekel.xlsx › Invulblad › C14: status 'bijna klar' kennen we niet. "
        "Kies uit de lijst; bedoel je 'voltooid'? [STATUS_ONBEKEND]"
    )


def test_without_anything_to_propose_the_remedy_ends_with_a_full_stop():
    bevinding = Bevinding(Code.STATUS_ONBEKEND, waarden={"waarde": "x", "bedoel_je": bedoel_je("")})

    assert bevinding.remedie == "Kies uit de lijst."


def test_what_a_person_typed_is_never_part_of_the_template():
    bevinding = Bevinding(Code.STATUS_ONBEKEND, waarden={"waarde": "{bedoel_je} {0} %s", "bedoel_je": "."})

    assert "'{bedoel_je} {0} %s'" in bevinding.tekst


def test_what_a_person_typed_is_shown_on_one_line():
    bevinding = Bevinding(Code.STATUS_ONBEKEND, waarden={"waarde": "a\n\u202eb", "bedoel_je": "."})

    assert "'a ⟨U+202E⟩b'" in bevinding.tekst


def test_the_most_serious_comes_first_then_the_place():
    def told(code: Code, cel: str) -> Bevinding:
        return Bevinding(code, Plek("a.xlsx", "Invulblad", cel), waarden=_fill(code))

    gesorteerd = sorted(
        [
            told(Code.STATUS_UIT_SPELLING, "A1"),
            told(Code.NR_UIT_TEKST, "D10"),
            told(Code.NR_UIT_TEKST, "D9"),
            told(Code.NR_UIT_TEKST, "AA9"),
            told(Code.CEL_ONGELDIG, "D99"),
        ],
        key=lambda b: b.sorteersleutel,
    )

    assert [(b.ernst, b.plek.cel) for b in gesorteerd] == [
        (Ernst.FOUT, "D99"),
        (Ernst.LET_OP, "D9"),
        (Ernst.LET_OP, "AA9"),
        (Ernst.LET_OP, "D10"),
        (Ernst.TER_INFO, "A1"),
    ]


def test_as_plain_texts_a_finding_has_the_columns_of_the_sheet():
    plat = Bevinding(Code.RIJ_WEG, Plek("a.xlsx"), "Uden", "1.1.1", {"nr": "1.1.1", "actie": "Training"}).to_dict()

    assert plat["ernst"] == "let op"
    assert plat["bevinding"] == "1.1.1 Training staat niet op het blad; daarop is dus geen antwoord."
    assert list(plat)[-2:] == ["bevinding", "wat te doen"]
    assert {"gemeente": "Uden", "bestand": "a.xlsx", "blad": "", "cel": ""}.items() <= plat.items()
