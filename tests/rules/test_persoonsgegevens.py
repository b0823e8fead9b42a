"""What looks like a BSN, a licence plate, a phone number or an IBAN is told, and never repeated."""

import re
import time
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writing.voorbeeld import INGEVULD, facts

from actieplan_xl.domain.afspraken import Afspraken
from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.datum import MAANDEN
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie, Invulling, Plek
from actieplan_xl.domain.inzending import Herkomst, Inzending
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.rules.herstel import collect_herstel
from actieplan_xl.rules.persoonsgegevens import BSN, IBAN, KENTEKEN, TELEFOON, find_persoonsgegevens
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge

GEVONDEN = {
    TELEFOON: (
        "06-12345678", "06 12 34 56 78", "bel 0612345678.", "+31 6 1234 5678", "+31(0)6-12345678", "0031612345678",
        "06‑1234‑5678", "0412-123456", "(0412) 12 34 56", "024 - 123 45 67", "0885551234", "+31 (0)412 123456",
        "+32 470 12 34 56", "in 2019 via 06-12345678",
    ),
    BSN: (
        "123456782", "1234.56.782", "123 456 782", "123.456.782", "nr 111222333, 2019", "bsn 10000008",
        "Burgerservicenummer: 10000008", "op 1-1-2019 123456782",
    ),
    IBAN: (
        "NL91 ABNA 0417 1643 00", "nl91abna0417164300 graag", "NL91.ABNA.0417.1643.00", "BE68 5390 0754 7034",
        "IBAN:DE89370400440532013000", "NL91\xa0ABNA\xa00417\xa01643\xa000",
    ),
    KENTEKEN: (
        "XX-99-99", "12-34-AB", "12-AB-34", "AB-12-CD", "AB-CD-12", "12-AB-CD", "12-ABC-3", "1-ABC-23", "AB-123-C",
        "A-123-BC", "ABC-12-D", "A-12-BCD", "1-AB-234", "123-AB-4", "12-ab-cd", "GV123K", "de auto (1-XYZ-23)",
    ),
}  # fmt: skip
NIETS = (
    "2019-2020", "2018, 2019, 2020 en 2021", "2018-2019-2020", "GM1684", "GM0786 GM0856", "1.1.1", "1.10.12",
    "€ 123.456.782", "€ 12.500,00", "1.000.000 euro", "5431 AB", "5431AB Cuijk", "20190517", "17052019",
    "06-12-2019 10:00", "01-02-2019 12:30", "17-05-2019 t/m 19-05-2019", "2019-03-12", "2019/2020 - 2020/2021",
    "0900-1234567", "0800 1234", "14 0412", "112", "1-mei-19", "di-14-05 en wo-15-05", "zaak 2019-123456",
    "12-jan-2019", "KvK 12345678", "week 06 2019 2020",
    "06.00-12.00 uur 2019", "6f9619ff-8b86-d011-b42d-00c04fc964ff", "+2019-2020-2021", "06 2019 2020",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "1e kwartaal 2019", "Q1-2019", "123456789",
    "zaak 1234567821", "000000000", "NL91ABNA0417164301", "NL18 gemeenten", "BE-12", "A4-papier", "N65/A50",
)  # fmt: skip


@pytest.mark.parametrize(("soort", "tekst"), [(soort, een) for soort, teksten in GEVONDEN.items() for een in teksten])
def test_a_kind_is_known_in_the_ways_people_write_it(soort, tekst):
    assert find_persoonsgegevens(tekst) == (soort,)


@pytest.mark.parametrize("tekst", NIETS)
def test_what_only_looks_a_little_like_one_is_none(tekst):
    assert find_persoonsgegevens(tekst) == ()


def test_each_kind_is_told_once_however_often_it_stands_there():
    tekst = "bel 06-12345678 of 06-87654321 over AB-12-CD, NL91 ABNA 0417 1643 00 en 123456782"

    assert sorted(find_persoonsgegevens(tekst)) == sorted([TELEFOON, KENTEKEN, IBAN, BSN])


def test_no_text_of_the_example_seems_to_hold_any():
    plan = facts.make_plan()
    standen = facts.make_standen(plan)
    teksten = [stand.planning for van_een in standen.values() for stand in van_een.values()]
    teksten += [actie.tekst for actie in plan.acties]

    assert [tekst for tekst in teksten if find_persoonsgegevens(tekst)] == []
    assert told(merge(plan, read_inzendingen([INGEVULD], Vraag(plan)))) == []


_JAAR = st.integers(1990, 2040).map(str)
_DAGEN = st.dates(date(1950, 1, 1), date(2150, 1, 1))
_DATUM = _DAGEN.map(lambda dag: dag.strftime("%d-%m-%Y")) | _DAGEN.map(lambda dag: dag.strftime("%d/%m/%y"))
_MAAND = st.sampled_from(list(MAANDEN))
_DAG = st.builds(lambda dag, maand, jaar: f"{dag}-{maand[:3]}-{jaar}", st.integers(1, 31), _MAAND, _JAAR)
_DEEL = st.one_of(
    _JAAR, _DATUM, _DAG, st.builds("{} {}".format, _MAAND, _JAAR), st.builds("{}-{}".format, _JAAR, _JAAR),
    st.sampled_from(["najaar", "1e kwartaal", "Q3", "via werkgroep", "elk jaar", "1.1.1", "10:00 uur", "50%", "x 3"]),
)  # fmt: skip
_TUSSEN = st.sampled_from([", ", " en ", " of ", " t/m ", "; ", "\n", " - "])


@given(st.lists(st.tuples(_DEEL, _TUSSEN), min_size=1, max_size=6))
def test_a_planning_of_years_dates_and_words_holds_none(delen):
    assert find_persoonsgegevens("".join(deel + tussen for deel, tussen in delen)) == ()


@pytest.mark.parametrize(
    "tekst",
    [
        "06-12-19 / 13-12-19", "06-11/12-2019 2020", "wk-36-40", "Wk-12-13 2019", "kw-19-20", "vj-19-20", "KPMG19",
        "EUR 100.000.009", "100.000.009 euro",
    ],
)  # fmt: skip
def test_days_weeks_codes_and_amounts_are_nobodys(tekst):
    """People write these at Planning and Toelichting."""
    assert find_persoonsgegevens(tekst) == ()


@given(st.text(alphabet="0123456789 -./()+ABGKNLabn€\u2011\xa0", max_size=60))
def test_looking_never_fails(tekst):
    assert set(find_persoonsgegevens(tekst)) <= {BSN, KENTEKEN, TELEFOON, IBAN}


@pytest.mark.parametrize(
    "stukje",
    ["0", "06", "06 ", "+1 ", "+31 (0) ", "NL12 ", "NL12NL", "AB-12-", "12 - ", "(0412) ", "1.2", "bsn 1 ", "0 -"],
)
def test_the_longest_text_that_a_cell_holds_is_looked_through_at_once(stukje):
    tekst = (stukje * 32_767)[:32_767]
    begin = time.process_time()

    find_persoonsgegevens(tekst)

    assert time.process_time() - begin < 1


UDEN = Plek("Uden.xlsx", "Invulblad", "D11")


def sent(plan, planning="", toelichting="", getypt="", **overig) -> Samenvoeging:
    status, reden = (Status.NIET_BEPAALD, Reden.NIET_HERKEND) if getypt else (Status.GEPLAND, None)
    antwoord = Invulling("Uden", "1.1.1", status, planning, toelichting, reden, getypt, UDEN)
    herkomst = Herkomst("Uden.xlsx", "sha", gemeenten=("Uden",))
    klaar = {nr: replace(antwoord, nr=nr, planning="2019", toelichting="") for nr in ("1.1.2", "1.2.1", "2.1.1")}
    klaar = {nr: replace(een, status=Status.GEPLAND, reden=None, getypt="") for nr, een in klaar.items()}
    inzending = Inzending(herkomst, ("Uden",), "Uden", antwoorden={"1.1.1": antwoord, **klaar}, **overig)
    return merge(plan, [inzending])


def told(samenvoeging: Samenvoeging) -> list[Bevinding]:
    return [b for b in samenvoeging.bevindingen if b.code is Code.PERSOONSGEGEVEN]


@pytest.mark.parametrize(
    ("velden", "waar"),
    [
        ({"planning": "bel 06-12345678"}, "bij Planning"),
        ({"toelichting": "bel 06-12345678"}, "bij Toelichting"),
        ({"getypt": "bel 06-12345678"}, "bij Status"),
        ({"eigen_acties": (EigenActie("Uden", "bel 06-12345678", plek=UDEN),)}, "bij Actie"),
        ({"communicatie": (Communicatiemoment("Uden", "", "x", kanaal="bel 06-12345678", plek=UDEN),)}, "bij Kanaal"),
    ],
)
def test_every_text_a_gemeente_typed_is_looked_at(plan, velden, waar):
    (bevinding,) = told(sent(plan, **velden))

    assert bevinding.tekst == f"{waar} lijkt een telefoonnummer te staan."
    assert (bevinding.gemeente, bevinding.plek, bevinding.ernst) == ("Uden", UDEN, Ernst.LET_OP)


def test_a_text_beside_the_answers_that_is_told_is_looked_at_as_well(plan):
    """A comment, a cell beside the table; of an answer that a finding quotes it is told once."""
    opmerking = Bevinding(
        Code.OPMERKING_NIET_GELEZEN, replace(UDEN, cel="F12"), "Uden", waarden={"waarde": "bel 06-12345678", "wie": ""}
    )
    verwijst = Bevinding(
        Code.PLANNING_VERWIJST, replace(UDEN, cel="E11"), "Uden", waarden={"waarde": "zie 06-12345678"}
    )

    gevonden = told(sent(plan, planning="zie 06-12345678", bevindingen=(opmerking, verwijst)))

    assert [(b.plek.cel, b.tekst) for b in gevonden] == [
        ("D11", "bij Planning lijkt een telefoonnummer te staan."),
        ("F12", "buiten de antwoorden lijkt een telefoonnummer te staan."),
    ]


@pytest.mark.parametrize("tekst", [teksten[0] for teksten in GEVONDEN.values()])
def test_what_was_found_is_not_repeated(plan, tekst):
    uit = sent(plan, toelichting=f"zie {tekst} graag")

    cijfers = re.findall(r"\d{2,}", tekst)
    assert len(told(uit)) == 1
    assert not any(cijfer in str(b.to_dict()) for b in uit.bevindingen for cijfer in cijfers)


def test_it_can_be_put_off_with_one_setting(plan):
    uit = replace(plan, afspraken=Afspraken(let_op_persoonsgegevens=False))

    assert told(sent(uit, toelichting="06-12345678")) == []
    assert told(sent(plan, toelichting="06-12345678"))[0].remedie.endswith("bij 'let op persoonsgegevens'.")


def test_it_goes_back_to_whoever_typed_it_without_a_word_of_a_sheet_she_does_not_have(plan):
    (herstel,) = (h for h in collect_herstel(sent(plan, toelichting="06-12345678")) if h.wie == "Uden")

    assert [b.code for b in herstel.bevindingen] == [Code.PERSOONSGEGEVEN]
    assert "Plan" not in herstel.bevindingen[0].eigen_remedie
