"""The sheets of an .ods: rows and columns that are repeated, hidden, merged or far away, up to the limits."""

import pytest
from tekenen.ods import colour

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.status import Kleur
from actieplan_xl.reading.werkboek import grenzen

from .odsbouw import cel, keer, open_rijen, open_tabellen, rij, tabel, tekst, texts_of

GROEN = colour("groen", "00B050")
LEEG = cel()
VERBORGEN = 'table:visibility="collapse"'


def kolom(hoe: str = "") -> str:
    return f"<table:table-column {hoe}/>"


def refused(*rijen: str, stijlen: str = "") -> Code:
    with pytest.raises(BestandError) as gevangen:
        open_rijen(*rijen, stijlen=stijlen)
    return gevangen.value.bevinding.code


def test_cells_and_rows_are_counted_from_one():
    sheet = open_rijen(rij("a", "b"), rij(), rij(LEEG, "c"))

    assert texts_of(sheet) == {(1, 1): "a", (1, 2): "b", (3, 2): "c"}


def test_rows_in_groups_and_headers_are_rows():
    kop = f"<table:table-header-rows>{rij('kop')}</table:table-header-rows>"
    groep = f"<table:table-row-group><table:table-rows>{rij('in')}</table:table-rows></table:table-row-group>"

    assert texts_of(open_rijen(kop, groep, rij("na"))) == {(1, 1): "kop", (2, 1): "in", (3, 1): "na"}


def test_what_is_empty_and_repeated_only_takes_room():
    sheet = open_rijen(
        rij(cel(hoe=keer(3)), "a", cel(hoe=keer(16_000))),
        rij(LEEG, hoe=keer(99, "rows")),
        rij("b"),
        rij(cel(hoe=keer(16_384)), hoe=keer(1_048_475, "rows")),
    )

    assert texts_of(sheet) == {(1, 4): "a", (101, 1): "b"}


def test_a_value_that_is_repeated_stands_in_each_of_its_places():
    sheet = open_rijen(rij(LEEG, tekst("x", hoe=keer(2)), "na", hoe=keer(3, "rows")), rij("onder"))

    blok = {(r, k): "x" for r in (1, 2, 3) for k in (2, 3)}
    assert texts_of(sheet) == {**blok, **{(r, 4): "na" for r in (1, 2, 3)}, (4, 1): "onder"}


def test_a_formula_that_is_repeated_is_remembered_in_each_of_its_places():
    sheet = open_rijen(rij(tekst("x", hoe=f'{keer(2)} table:formula="of:=A9"'), "y", hoe=keer(2, "rows")))

    assert sheet.inhoud.formules == {(r, k): "of:=A9" for r in (1, 2) for k in (1, 2)}


@pytest.mark.parametrize("aantal", ["0", "-5", "kaas", "", "999999999999", "1.5", "²"])
def test_a_senseless_number_of_repeats_is_one(aantal):
    hoe = f'table:number-columns-repeated="{aantal}"'

    sheet = open_rijen(rij(tekst("x", hoe=hoe), "y", hoe=hoe.replace("columns", "rows")), rij("onder"))

    assert texts_of(sheet) == {(1, 1): "x", (1, 2): "y", (2, 1): "onder"}


def test_the_last_row_of_the_grid_is_read():
    sheet = open_rijen(rij("a"), rij(LEEG, hoe=keer(1_048_574, "rows")), rij(cel(hoe=keer(16_383)), "z"))

    assert texts_of(sheet) == {(1, 1): "a", (1_048_576, 16_384): "z"}


def test_what_stands_beyond_the_grid_is_kept_too():
    sheet = open_rijen(rij(LEEG, hoe=keer(1_048_576, "rows")), rij(cel(hoe=keer(16_384)), "x"))

    assert [waarde for _, waarde in sheet.texts()] == ["x"]


@pytest.mark.parametrize(
    "xml",
    [
        rij("a", hoe=keer(1_048_576, "rows")) * 2,
        rij(tekst("a", hoe=keer(16_384)), hoe=keer(1_048_576, "rows")),
        rij(tekst("a", hoe=keer(99_999_999))),
        rij("a", hoe=keer(99_999_999, "rows")),
        rij(cel(hoe=f'table:formula="of:=1" {keer(99_999_999)}')),
    ],
)
def test_filled_cells_by_the_million_are_refused(xml):
    assert refused(xml) is Code.BESTAND_TE_GROOT


def test_the_limit_on_cells_counts_over_all_sheets(monkeypatch):
    monkeypatch.setattr(grenzen, "CELLEN", 6)
    blad = tabel(rij(tekst("x", hoe=keer(3))))

    assert [len(sheet.inhoud.cells) for sheet in open_tabellen(blad, blad).sheets] == [3, 3]
    with pytest.raises(BestandError, match="het aantal cellen"):
        open_tabellen(blad, blad, tabel(rij("x")))


def test_the_limit_on_cells_counts_what_is_repeated(monkeypatch):
    monkeypatch.setattr(grenzen, "CELLEN", 6)
    vol = rij("x", "y", hoe=keer(3, "rows"))

    assert len(open_rijen(vol).inhoud.cells) == 6
    assert refused(vol, rij("z")) is Code.BESTAND_TE_GROOT


def test_as_many_sheets_as_there_may_be_are_read_and_no_more():
    bladen = [tabel(rij("x"), naam=f"Blad {n}") for n in range(grenzen.WERKBLADEN)]

    assert len(open_tabellen(*bladen).sheets) == grenzen.WERKBLADEN
    with pytest.raises(BestandError, match="het aantal werkbladen"):
        open_tabellen(*bladen, tabel())


def test_a_row_coloured_to_its_end_costs_a_handful_of_cells():
    groen = 'table:style-name="groen"'

    sheet = open_rijen(
        rij(cel(hoe=f"{groen} {keer(16_384)}"), hoe=keer(1_048_570, "rows")), rij("onder"), stijlen=GROEN
    )

    assert sheet.kleur(1, 1) is Kleur.GROEN
    assert len(sheet.inhoud.cells) < 100
    assert sheet.text(1_048_571, 1) == "onder"


def test_a_colour_that_is_repeated_a_few_times_is_in_each_of_its_places():
    sheet = open_rijen(rij("1.1", cel(hoe=f'table:style-name="groen" {keer(3)}'), "na"), stijlen=GROEN)

    assert [sheet.kleur(1, k) for k in range(1, 6)] == [Kleur.GEEN, *[Kleur.GROEN] * 3, Kleur.GEEN]
    assert sheet.text(1, 5) == "na"


def test_a_colour_is_repeated_along_with_the_row_it_is_in():
    sheet = open_rijen(rij("x", cel(hoe='table:style-name="groen"'), hoe=keer(3, "rows")), stijlen=GROEN)

    assert [sheet.kleur(r, 2) for r in (1, 2, 3)] == [Kleur.GROEN] * 3


@pytest.mark.parametrize("hoe", [VERBORGEN, 'table:visibility="filter"'])
def test_a_hidden_row_is_read_and_remembered(hoe):
    sheet = open_rijen(rij("a"), rij("b", hoe=f"{hoe} {keer(2, 'rows')}"), rij("c", hoe='table:visibility="visible"'))

    assert [sheet.text(r, 1) for r in range(1, 5)] == ["a", "b", "b", "c"]
    assert sheet.inhoud.verborgen_rijen == {2, 3}


def test_a_million_rows_hidden_below_the_table_are_not_remembered_one_by_one():
    sheet = open_rijen(rij("a", hoe=VERBORGEN), rij(LEEG, hoe=f"{VERBORGEN} {keer(1_048_575, 'rows')}"))

    assert 1 in sheet.inhoud.verborgen_rijen
    assert len(sheet.inhoud.verborgen_rijen) < 1000


@pytest.mark.parametrize("hoe", [VERBORGEN, 'table:visibility="filter"'])
def test_a_hidden_column_is_read_and_remembered(hoe):
    kolommen = (kolom(), kolom(f"{hoe} {keer(2)}"), kolom(), kolom(f"{hoe} {keer(99_999)}"))

    sheet = open_rijen(*kolommen, rij("a", "b", "c", "d"))

    assert [sheet.text(1, k) for k in range(1, 5)] == ["a", "b", "c", "d"]
    assert sheet.inhoud.verborgen_kolommen == [(2, 3), (5, 16_384)]


def test_a_hidden_sheet_is_read_and_remembered():
    weg = (
        '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/>'
        '</style:style><style:style style:name="ta1" style:family="table"><style:table-properties/></style:style>'
    )
    bladen = [tabel(rij("x"), naam=naam, hoe=f'table:style-name="{naam}"') for naam in ("ta1", "ta2", "onbekend")]

    boek = open_tabellen(*bladen, stijlen=weg)

    assert [(s.naam, s.staat, s.text(1, 1)) for s in boek.sheets] == [
        ("ta1", "visible", "x"),
        ("ta2", "hidden", "x"),
        ("onbekend", "visible", "x"),
    ]


def test_sheets_keep_their_order_and_each_its_own_cells():
    boek = open_tabellen(
        tabel(rij("a", hoe=VERBORGEN), rij("b"), naam="Eén &amp; 'twee'"),
        tabel(naam=""),
        tabel(kolom(VERBORGEN), rij("c"), naam="Eén &amp; 'twee'"),
    )

    assert [(s.naam, texts_of(s)) for s in boek.sheets] == [
        ("Eén & 'twee'", {(1, 1): "a", (2, 1): "b"}),
        ("", {}),
        ("Eén & 'twee'", {(1, 1): "c"}),
    ]
    assert [s.inhoud.verborgen_rijen for s in boek.sheets] == [{1}, set(), set()]
    assert [s.inhoud.verborgen_kolommen for s in boek.sheets] == [[], [], [(1, 1)]]


def spanned(breed: object, hoog: object, binnen: str = "") -> str:
    hoe = f'table:number-columns-spanned="{breed}" table:number-rows-spanned="{hoog}"'
    return tekst(binnen, hoe=hoe) if binnen else cel(hoe=hoe)


@pytest.mark.parametrize("boven", ["zichtbaar", ""])
def test_what_a_merge_covers_is_read_and_the_merge_remembered(boven):
    bedekt = cel("<text:p>bedekt</text:p>", 'office:value-type="string"', "covered-table-cell")

    sheet = open_rijen(
        rij(LEEG, spanned(2, 2, boven), cel(naam="covered-table-cell"), "na"),
        rij(LEEG, cel(naam="covered-table-cell", hoe=keer(2))),
        rij(LEEG, spanned(1, 2, boven)),
        rij(LEEG, bedekt),
    )

    assert sheet.text(4, 2) == "bedekt"
    assert (sheet.text(1, 2), sheet.text(1, 4)) == (boven, "na")
    assert sheet.inhoud.samengevoegd == ["B1:C2", "B3:B4"]


@pytest.mark.parametrize(("breed", "hoog"), [("1", "1"), ("0", "kaas"), ("-3", ""), ("999999999999", "1")])
def test_a_merge_with_itself_or_with_nothing_is_none(breed, hoog):
    assert open_rijen(rij(spanned(breed, hoog, "x"))).inhoud.samengevoegd == []
