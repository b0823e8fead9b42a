"""The styles of an .ods: which hue a cell has by hand, and as what a number or a date is shown."""

import io
import zipfile

import pytest
from tekenen import pack
from tekenen.ods import colour, pack_ods, with_format

from actieplan_xl.domain.bevinding import Code
from actieplan_xl.domain.errors import BestandError
from actieplan_xl.domain.status import Kleur
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.boek import Sheet, Werkboek
from actieplan_xl.reading.werkboek.openen import open_werkboek

from .odsbouw import cel, keer, open_rijen, rij, tabel, tekst

GROEN, ROOD = colour("groen", "00B050"), colour("rood", "FF0000")


def stijl(naam: str, vlak: str = "", ouder: str = "", formaat: str = "", familie: str = "table-cell") -> str:
    """Return a style of a cell: its colour, the style it comes from and the format that it shows."""
    hoe = f'style:name="{naam}" style:family="{familie}"'
    hoe += f' style:parent-style-name="{ouder}"' if ouder else ""
    hoe += f' style:data-style-name="{formaat}"' if formaat else ""
    binnen = f'<style:table-cell-properties fo:background-color="{vlak}"/>' if vlak else ""
    return f"<style:style {hoe}>{binnen}</style:style>"


def with_style(naam: str, waarde: str = "x") -> str:
    return tekst(waarde, hoe=f'table:style-name="{naam}"')


def kleur_of(*stijlen: str, naam: str = "a") -> Kleur:
    return open_rijen(rij(with_style(naam)), stijlen="".join(stijlen)).kleur(1, 1)


def open_with_part(stijlen: str, blad: str, deel: str) -> Werkboek:
    """Open a document with automatic styles and, in a part of their own, the styles `deel`."""
    vol = f"<office:automatic-styles>{stijlen}</office:automatic-styles>"
    return open_werkboek(Bestand("Boekel.ods", pack_ods(vol, blad, extra={"styles.xml": deel.encode()})))


def part(*stijlen: str, voor: str = "") -> str:
    """Return the part that holds the styles with a name."""
    ruimten = " ".join(f'xmlns:{naam}="urn:{naam}"' for naam in ("office", "style", "fo", "number"))
    binnen = f"<office:styles>{''.join(stijlen)}</office:styles>"
    return f"<?xml version='1.0'?>{voor}<office:document-styles {ruimten}>{binnen}</office:document-styles>"


@pytest.mark.parametrize(
    ("vlak", "kleur"),
    [
        ("#00b050", Kleur.GROEN),
        ("#FF0000", Kleur.ROOD),
        ("#0070C0", Kleur.BLAUW),
        ("#ffc000", Kleur.ORANJE),
        ("#FFFFFF", Kleur.GEEN),
        ("#d9d9d9", Kleur.GEEN),
        ("#FFFBEA", Kleur.GEEN),
        ("transparent", Kleur.GEEN),
        ("", Kleur.GEEN),
        ("kaas", Kleur.GEEN),
        ("#GGHHII", Kleur.GEEN),
        ("#0b5", Kleur.GEEN),
    ],
)
def test_the_hue_of_a_cell_is_that_of_its_style(vlak, kleur):
    assert kleur_of(stijl("a", vlak)) is kleur


@pytest.mark.parametrize(
    ("stijlen", "kleur"),
    [
        ((stijl("a", ouder="b"), stijl("b", "#00B050")), Kleur.GROEN),
        ((stijl("a", ouder="b"), stijl("b", ouder="c"), stijl("c", "#00B050")), Kleur.GROEN),
        ((stijl("a", "#FF0000", ouder="b"), stijl("b", "#00B050")), Kleur.ROOD),
        ((stijl("a", "transparent", ouder="b"), stijl("b", "#00B050")), Kleur.GEEN),
        ((stijl("a", ouder="weg"),), Kleur.GEEN),
        ((stijl("a", ouder="a"),), Kleur.GEEN),
        ((stijl("a", ouder="b"), stijl("b", ouder="a")), Kleur.GEEN),
        ((stijl("b", "#00B050"),), Kleur.GEEN),
        ((stijl("a", "#00B050", familie="paragraph"),), Kleur.GEEN),
        ((stijl("a", "#00B050"), stijl("a", "#FF0000", familie="paragraph")), Kleur.GROEN),
    ],
)
def test_a_style_without_a_colour_has_that_of_the_style_it_comes_from(stijlen, kleur):
    assert kleur_of(*stijlen) is kleur


def test_what_holds_by_default_never_colours_the_style_before_it():
    standaard = (
        '<style:default-style style:family="table-cell"><style:table-cell-properties '
        'fo:background-color="#FF0000"/></style:default-style>'
    )

    assert kleur_of(stijl("a", "#00B050"), standaard) is Kleur.GROEN
    assert kleur_of(stijl("a"), standaard.replace(' fo:background-color="#FF0000"', ""), stijl("b")) is Kleur.GEEN


def hues(sheet: Sheet, rijnummer: int = 1) -> list[Kleur]:
    return [sheet.kleur(rijnummer, kolom) for kolom in range(1, 5)]


def default_column(naam: str, aantal: int = 1) -> str:
    return f'<table:table-column table:default-cell-style-name="{naam}" {keer(aantal)}/>'


def test_a_cell_without_a_style_has_the_one_of_its_column():
    sheet = open_rijen(
        "<table:table-column/>",
        default_column("groen", 2),
        default_column("rood"),
        rij("a", "b", cel(), "d"),
        rij("a", with_style("rood"), with_style("onbekend"), cel(hoe='table:style-name="groen"')),
        stijlen=GROEN + ROOD,
    )

    assert hues(sheet) == [Kleur.GEEN, Kleur.GROEN, Kleur.GROEN, Kleur.ROOD]
    assert hues(sheet, 2) == [Kleur.GEEN, Kleur.ROOD, Kleur.GEEN, Kleur.GROEN]


def test_a_cell_without_a_style_has_the_one_of_its_row_before_that_of_its_column():
    sheet = open_rijen(
        default_column("rood", 2),
        rij("a", with_style("rood"), hoe='table:default-cell-style-name="groen"'),
        rij("a", "b"),
        stijlen=GROEN + ROOD,
    )

    assert hues(sheet)[:2] == [Kleur.GROEN, Kleur.ROOD]
    assert hues(sheet, 2)[:2] == [Kleur.ROOD, Kleur.ROOD]


def test_a_column_beyond_the_grid_has_no_say():
    sheet = open_rijen(default_column("groen", 99_999), default_column("rood", 5), rij("a"), stijlen=GROEN + ROOD)

    assert sheet.kleur(1, 1) is Kleur.GROEN


def test_columns_of_one_sheet_say_nothing_of_the_next():
    stijlen = f"<office:automatic-styles>{GROEN}</office:automatic-styles>"
    boek = open_werkboek(
        Bestand("a.ods", pack_ods(stijlen, tabel(default_column("groen"), rij("a")) + tabel(rij("b"))))
    )

    assert [sheet.kleur(1, 1) for sheet in boek.sheets] == [Kleur.GROEN, Kleur.GEEN]


def test_styles_with_a_name_stand_in_a_part_of_their_own():
    deel = part(stijl("Goed", "#00B050"), stijl("Fout", "#FF0000"))

    boek = open_with_part(
        stijl("a", ouder="Goed") + stijl("Fout", "#0070C0"), tabel(rij(*map(with_style, ("a", "Goed", "Fout")))), deel
    )

    assert hues(boek.sheets[0])[:3] == [Kleur.GROEN, Kleur.GROEN, Kleur.BLAUW]
    assert boek.meldingen == []


def test_broken_styles_leave_the_text_readable_and_are_told():
    boek = open_with_part(GROEN, tabel(rij(with_style("groen"), with_style("Goed"))), "<styles><style>")

    assert [boek.sheets[0].text(1, kolom) for kolom in (1, 2)] == ["x", "x"]
    assert hues(boek.sheets[0])[:2] == [Kleur.GROEN, Kleur.GEEN]
    assert [b.code for b in boek.meldingen] == [Code.STIJLEN_KAPOT]


def test_styles_that_are_unsafe_are_refused():
    with pytest.raises(BestandError) as gevangen:
        open_with_part("", tabel(rij("x")), part(voor="<!DOCTYPE x [<!ENTITY a 'b'>]>"))

    assert gevangen.value.bevinding.code is Code.BESTAND_ONVEILIG


def number(*delen: str) -> str:
    """Return the parts of a format: "day", "month" and so on, "MONTH" for its name, anything else as it stands."""
    namen = {"day", "month", "year", "hours", "minutes", "seconds", "day-of-week", "era", "quarter", "week-of-year"}
    xml = ""
    for deel in delen:
        if deel == "MONTH":
            xml += '<number:month number:style="long" number:textual="true"/>'
        else:
            xml += f"<number:{deel}/>" if deel in namen else f"<number:text>{deel}</number:text>"
    return xml


DAGMAANDJAAR = number("day", "-", "month", "-", "year")


@pytest.mark.parametrize(
    ("vorm", "waarde", "gelezen"),
    [
        (DAGMAANDJAAR, "2019-05-01", "1-5-2019"),
        (number("MONTH", " ", "year"), "2019-05-01", "mei 2019"),
        (number("month", "-", "year"), "2019-05-01", "mei 2019"),
        (number("year"), "2019-01-01", "2019"),
        (number("era", "year"), "2019-01-01", "2019"),
        (number("day", " ", "MONTH", " ", "year"), "2019-05-01", "1 mei 2019"),
        (number("day-of-week", " ", "day", " ", "MONTH", " ", "year"), "2019-05-01", "1 mei 2019"),
        (DAGMAANDJAAR, "2019-05-01T09:30:00", "1-5-2019"),
        (DAGMAANDJAAR + number(" ", "hours", ":", "minutes"), "2019-05-01T09:30:00", "1-5-2019 09:30"),
        (DAGMAANDJAAR + number(" ", "hours", ":", "minutes"), "2019-05-01", "1-5-2019"),
        (DAGMAANDJAAR, "2019-02-31", "2019-02-31"),
        ("", "2019-05-01", "1-5-2019"),
        ("", "2019-05-01T09:30:00", "1-5-2019 09:30"),
    ],
)
def test_a_date_is_read_as_it_is_shown(vorm, waarde, gelezen):
    xml = cel("<text:p>x</text:p>", f'office:value-type="date" office:date-value="{waarde}" table:style-name="d"')

    assert open_rijen(rij(xml), stijlen=with_format("d", "date-style", vorm)).text(1, 1) == gelezen


def test_only_a_real_date_sorts_as_one():
    xml = [
        cel(hoe=f'office:value-type="date" office:date-value="{waarde}"')
        for waarde in ("2019-05-01", "2019-05-01T23:59:59", "2019-02-31")
    ]

    sheet = open_rijen(rij(*xml, "1 mei 2019"))

    assert [sheet.sorteerdatum(1, kolom) for kolom in range(1, 5)] == ["2019-05-01", "2019-05-01", "", ""]
    assert [sheet.is_no_date(sheet.cell(1, kolom)) for kolom in range(1, 5)] == [False, False, True, False]


EURO = "<number:currency-symbol>€</number:currency-symbol>"
GETAL = "<number:number/>"


@pytest.mark.parametrize(
    ("vorm", "delen", "soort", "waarde", "gelezen"),
    [
        ("percentage-style", f"{GETAL}<number:text>%</number:text>", "percentage", "0.5", "50%"),
        ("percentage-style", GETAL, "percentage", "0.125", "12,5%"),
        ("currency-style", f"{EURO}<number:text> </number:text>{GETAL}", "currency", "5000", "€ 5000"),
        ("currency-style", GETAL + EURO.replace("€", " EUR "), "currency", "5000", "EUR 5000"),
        ("currency-style", GETAL, "currency", "5000", "5000"),
        ("number-style", f"{GETAL}<number:text> dagen</number:text>", "float", "12", "12"),
        ("number-style", GETAL, "float", "2019", "2019"),
        ("number-style", f"<number:text>€ </number:text>{GETAL}", "float", "5000", "€ 5000"),
        ("number-style", f"{GETAL}<number:text> £</number:text>", "float", "5000", "£ 5000"),
        ("number-style", f"<number:text>over </number:text>{GETAL}<number:text> €</number:text>", "float", "5", "€ 5"),
        ("number-style", GETAL, "float", "0.30000000000000004", "0,3"),
        ("time-style", number("hours", ":", "minutes"), "time", "PT18H00M00S", "18:00"),
        ("time-style", number("hours", ":", "minutes", ":", "seconds"), "time", "PT18H00M00S", "18:00"),
        ("text-style", "<number:text-content/>", "float", "2019", "2019"),
    ],
)
def test_a_number_is_read_as_it_is_shown(vorm, delen, soort, waarde, gelezen):
    naam = "time-value" if soort == "time" else "value"
    xml = cel("<text:p>x</text:p>", f'office:value-type="{soort}" office:{naam}="{waarde}" table:style-name="n"')

    assert open_rijen(rij(xml), stijlen=with_format("n", vorm, delen)).text(1, 1) == gelezen


def in_parts(vorm: str, binnen: str, *voorwaarden: str) -> str:
    """Return a format for text, or negative numbers, with before it the one for positive numbers: `deel`."""
    kaarten = "".join(f'<style:map style:condition="value(){v}" style:apply-style-name="Ndeel"/>' for v in voorwaarden)
    return with_format("deel", vorm, binnen) + with_format("a", "text-style", f"<number:text-content/>{kaarten}")


@pytest.mark.parametrize(
    ("stijlen", "soort", "waarde", "gelezen"),
    [
        (in_parts("percentage-style", GETAL, "&gt;=0"), "percentage", "0.5", "50%"),
        (in_parts("currency-style", EURO + GETAL, "&gt;0"), "currency", "5000", "€ 5000"),
        (in_parts("number-style", GETAL, "&gt;0"), "float", "5000", "5000"),
        (
            in_parts("date-style", number("day", " ", "MONTH", " ", "year"), "&gt;=0"),
            "date",
            "2019-05-01",
            "1 mei 2019",
        ),
        (in_parts("percentage-style", GETAL), "percentage", "0.5", "0,5"),
    ],
)
def test_a_format_of_several_parts_shows_what_the_first_one_does(stijlen, soort, waarde, gelezen):
    naam = "date-value" if soort == "date" else "value"
    xml = cel("<text:p>x</text:p>", f'office:value-type="{soort}" office:{naam}="{waarde}" table:style-name="a"')

    assert open_rijen(rij(xml), stijlen=stijlen).text(1, 1) == gelezen


def test_of_several_parts_the_first_counts():
    delen = with_format("plus", "percentage-style", GETAL) + with_format("min", "number-style", GETAL)
    kaarten = "".join(f'<style:map style:condition="value()" style:apply-style-name="N{n}"/>' for n in ("plus", "min"))
    xml = cel(hoe='office:value-type="float" office:value="0.5" table:style-name="a"')

    sheet = open_rijen(rij(xml), stijlen=delen + with_format("a", "number-style", GETAL + kaarten))

    assert sheet.text(1, 1) == "50%"


def test_a_rule_that_colours_a_cell_says_nothing_of_its_format():
    regel = '<style:map style:condition="cell-content()=1" style:apply-style-name="Nanders"/>'
    percentage = with_format("a", "percentage-style", GETAL).replace('"Na"/>', f'"Na">{regel}</style:style>')
    xml = cel(hoe='office:value-type="percentage" office:value="0.5" table:style-name="a"')

    assert open_rijen(rij(xml), stijlen=percentage).text(1, 1) == "50%"


@pytest.mark.parametrize(
    ("delen", "duur", "gelezen"),
    [
        (number("hours", ":", "minutes"), "PT36H00M00S", "36:00"),
        (number("hours", ":", "minutes", ":", "seconds"), "PT36H00M30S", "36:00:30"),
        (number("minutes", ":", "seconds"), "PT1H30M00S", "1:30"),
        (number("seconds"), "PT90M00S", "1:30"),
        ("", "PT36H00M00S", "36:00"),
    ],
)
def test_a_duration_is_read_as_hours(delen, duur, gelezen):
    vorm = with_format("t", "time-style", delen, 'number:truncate-on-overflow="false"')
    xml = cel(hoe=f'office:value-type="time" office:time-value="{duur}" table:style-name="t"')

    assert open_rijen(rij(xml), stijlen=vorm).text(1, 1) == gelezen


def test_a_format_comes_from_the_style_it_comes_from():
    vorm = f'<number:date-style style:name="N9">{number("MONTH", "year")}</number:date-style>'
    xml = cel(hoe='office:value-type="date" office:date-value="2019-05-01" table:style-name="a"')

    sheet = open_rijen(rij(xml), stijlen=vorm + stijl("a", "#00B050", ouder="b") + stijl("b", formaat="N9"))

    assert (sheet.text(1, 1), sheet.kleur(1, 1)) == ("mei 2019", Kleur.GROEN)


def test_a_format_may_stand_in_the_part_of_the_styles_with_a_name():
    vorm = f'<number:date-style style:name="N9">{number("year")}</number:date-style>'
    xml = cel(hoe='office:value-type="date" office:date-value="2019-05-01" table:style-name="a"')

    boek = open_with_part(stijl("a", ouder="Jaar"), tabel(rij(xml)), part(vorm, stijl("Jaar", formaat="N9")))

    assert boek.sheets[0].text(1, 1) == "2019"


def test_a_prefix_never_decides_what_is_read():
    xml = tekst("voltooid", hoe='table:style-name="groen"') + tekst("x", hoe=keer(2))
    inhoud = pack_ods(f"<office:automatic-styles>{GROEN}</office:automatic-styles>", tabel(rij(xml)))
    anders = zipfile.ZipFile(io.BytesIO(inhoud)).read("content.xml")
    for naam in (b"office", b"table", b"text", b"style", b"fo"):
        anders = anders.replace(naam + b":", naam[:2] + b"x:").replace(b"xmlns:" + naam, b"xmlns:" + naam[:2] + b"x")

    sheet = open_werkboek(Bestand("a.ods", pack({"content.xml": anders}))).sheets[0]

    assert (sheet.naam, sheet.text(1, 1), sheet.kleur(1, 1)) == ("Blad", "voltooid", Kleur.GROEN)
    assert (sheet.text(1, 3), sheet.kleur(1, 3)) == ("x", Kleur.GEEN)
