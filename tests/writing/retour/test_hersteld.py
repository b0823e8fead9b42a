"""A mended retour beside the file it was made from: it counts whatever the dates say, and no answer is lost unsaid."""

import re
from itertools import permutations
from pathlib import Path

import pytest
from tekenen.xls import draw_xls

from actieplan_xl import tasks
from actieplan_xl.domain.bevinding import Bevinding, Code, Ernst
from actieplan_xl.domain.invulling import Communicatiemoment, EigenActie
from actieplan_xl.domain.plan import Plan
from actieplan_xl.reading.inzending import Vraag, read_inzendingen
from actieplan_xl.reading.verborgen import read_verborgen
from actieplan_xl.reading.werkboek.bestand import Bestand
from actieplan_xl.reading.werkboek.openen import open_werkboek
from actieplan_xl.rules.samenvoeging import Samenvoeging, merge
from actieplan_xl.writing.invulblad import Antwoord
from writing.dump import parts
from writing.retour.bewerkt import edited
from writing.retour.terugsturen import added, invulblad, read, send_back, stream

PLAATJE = {"xl/media/image1.png": b"PNG"}
ANTWOORDEN = {"1.1.1": Antwoord("bijna klar", "2019"), "1.1.2": Antwoord("voltooid", "2018", "samen met Uden")}
KERN = (
    '<cp:coreProperties xmlns:cp="cp" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dcterms:modified>2019-05-0{}T10:00:00Z</dcterms:modified></cp:coreProperties>"
)
SOORTEN = {"haar eigen werkboek": {}, "een nieuw blad": PLAATJE}


def saved(inhoud: bytes, dag: int) -> bytes:
    """Return a workbook that says it was last saved on a day of May."""
    return added(inhoud, {"docProps/core.xml": KERN.format(dag).encode()})


def mended(inhoud: bytes, antwoorden: dict[str, str], dag: int = 2) -> bytes:
    """Return a retour after she filled in a status at these acties."""

    def mend(boek) -> None:
        blad = boek["Invulblad"]
        kolom = next(cel.column for rij in blad.iter_rows() for cel in rij if cel.value == "Status")
        for rij in blad.iter_rows():
            if rij[0].value in antwoorden:
                blad.cell(rij[0].row, kolom).value = antwoorden[rij[0].value] or None

    return saved(edited(inhoud, mend), dag)


def together(plan: Plan, *bestanden: tuple[str, bytes]) -> Samenvoeging:
    return merge(plan, read_inzendingen([stream(inhoud, naam) for naam, inhoud in bestanden], Vraag(plan)))


def told(samen: Samenvoeging, bestand: str) -> list[Bevinding]:
    return [b for b in samen.bevindingen if b.plek.bestand == bestand]


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_retour_knows_which_files_it_was_made_from(plan, soort):
    inhoud = added(invulblad(plan, antwoorden=ANTWOORDEN), SOORTEN[soort])

    eerste = send_back(plan, inhoud)
    tweede = send_back(plan, added(eerste.inhoud, SOORTEN[soort]))

    sha = [Bestand("x", wat).sha256 for wat in (inhoud, added(eerste.inhoud, SOORTEN[soort]))]
    for terug, van in ((eerste, sha[:1]), (tweede, sha)):
        assert read_verborgen(open_werkboek(Bestand("x.xlsx", terug.inhoud))).retour_van == frozenset(van)
        assert read(plan, terug.inhoud).retour_van == frozenset(van)


@pytest.mark.parametrize("soort", SOORTEN)
@pytest.mark.parametrize("dag", [1, 2, 3])
def test_the_mended_one_counts_whatever_the_dates_say(plan, soort, dag):
    inhoud = saved(added(invulblad(plan, antwoorden=ANTWOORDEN), SOORTEN[soort]), 2)
    hersteld = mended(send_back(plan, inhoud).inhoud, {"1.1.1": "voltooid", "1.2.1": "gepland"}, dag)

    for volgorde in permutations((("oud.xlsx", inhoud), ("nieuw.xlsx", hersteld))):
        samen = together(plan, *volgorde)

        assert samen.telt["Boekel"].herkomst.bestand == "nieuw.xlsx"
        assert str(samen.matrix.invulling("Boekel", "1.1.1").status) == "voltooid"
        assert {b.ernst for b in told(samen, "oud.xlsx")} == {Ernst.TER_INFO}
        assert [(b.code, b.nr) for b in told(samen, "oud.xlsx")] == [
            (Code.BESTAND_HERSTELD, ""),
            (Code.ANTWOORD_HERSTELD, "1.1.1"),
            (Code.ANTWOORD_AANGEVULD, "1.2.1"),
        ]
        (herkomst,) = (h for h in samen.herkomst if h.bestand == "oud.xlsx")
        assert (herkomst.is_gebruikt, herkomst.reden) == (False, "er is een herstelde versie van")


def test_what_was_answered_before_it_was_mended_is_said_with_both_values(plan):
    inhoud = invulblad(plan, antwoorden=ANTWOORDEN)
    samen = together(
        plan, ("oud.xlsx", inhoud), ("nieuw.xlsx", mended(send_back(plan, inhoud).inhoud, {"1.1.1": "voltooid"}))
    )

    (gezegd,) = (b for b in samen.bevindingen if b.code is Code.ANTWOORD_HERSTELD)
    assert gezegd.tekst == (
        "bij 1.1.1 stond hier 'bijna klar, 2019'; in nieuw.xlsx, de herstelde versie, staat 'voltooid, 2019'."
    )


def test_an_answer_that_the_mended_one_lost_is_told_as_ever(plan):
    inhoud = invulblad(plan, antwoorden={**ANTWOORDEN, "2.1.1": Antwoord("voltooid")})
    hersteld = mended(send_back(plan, inhoud).inhoud, {"1.1.1": "", "2.1.1": ""})

    gemeld = {
        b.nr: (b.code, b.ernst)
        for b in told(together(plan, ("oud.xlsx", inhoud), ("nieuw.xlsx", hersteld)), "oud.xlsx")
    }

    assert gemeld["2.1.1"] == (Code.ANTWOORD_WIJKT_VOOR_LEEG, Ernst.FOUT)


def test_a_word_that_nobody_understood_and_that_is_gone_is_told(plan):
    inhoud = invulblad(plan, antwoorden={"1.1.1": Antwoord("bijna klar")})
    hersteld = mended(send_back(plan, inhoud).inhoud, {"1.1.1": ""})

    gemeld = told(together(plan, ("oud.xlsx", inhoud), ("nieuw.xlsx", hersteld)), "oud.xlsx")

    assert (Code.TWEE_BESTANDEN_VERSCHIL, "1.1.1") in [(b.code, b.nr) for b in gemeld]


def test_an_old_excel_without_a_date_does_not_win_by_that_of_the_disk(plan, tmp_path: Path):
    """The disk says when a file was copied."""
    cellen = {(1, 1): "Invulblad van Boekel"}
    for rij, regel in enumerate(
        (("Nr", "Actie", "Status", "Planning", "Toelichting"), ("1.1.1", "", "bijna klar", "", "")), 3
    ):
        cellen |= {(rij, kolom): tekst for kolom, tekst in enumerate(regel, 1) if tekst}
    oud = draw_xls(cellen)
    hersteld = mended(
        send_back(plan, oud, "Boekel.xls").inhoud, dict.fromkeys(("1.1.1", "1.1.2", "1.2.1", "2.1.1"), "voltooid")
    )
    (tmp_path / "Boekel.xls").write_bytes(oud)
    (tmp_path / "Retour.xlsx").write_bytes(hersteld)

    uitkomst = tasks.check([tmp_path])

    assert uitkomst.samenvoeging.telt["Boekel"].herkomst.bestand == "Retour.xlsx"
    assert not uitkomst.has_fouten


def test_a_file_that_could_not_be_read_is_no_fout_any_more_when_its_new_sheet_is_in(plan, tmp_path: Path):
    (tmp_path / "Boekel.xlsx").write_bytes(b"%PDF-1.7")
    (tmp_path / "Uden.xlsx").write_bytes(invulblad(plan, "Uden", antwoorden=ANTWOORDEN))
    eerst = tasks.check([tmp_path], retour=tmp_path / "terug")
    assert eerst.has_fouten
    naam = next(r.pad for r in eerst.retour if r.wie == "Boekel")
    gevuld = mended(naam.read_bytes(), {"1.1.1": "voltooid"})
    (tmp_path / "Boekel ingevuld.xlsx").write_bytes(gevuld)

    bevindingen = [b for b in tasks.check([tmp_path]).bevindingen if b.gemeente == "Boekel"]

    assert [b.code for b in bevindingen if b.plek.bestand == "Boekel.xlsx"] == [Code.BESTAND_HERSTELD]


def test_the_mended_one_of_one_gemeente_leaves_the_others_in_that_file_alone(plan):
    """One file for a kolom, of which one gemeente then answers for herself."""
    inhoud = invulblad(plan, "Cuijk", antwoorden=ANTWOORDEN, voor_kolom=True)
    terug = send_back(plan, inhoud, "CGM.xlsx", "CGM")

    def alone(boek) -> None:
        for rij in boek["Invulblad"].iter_rows():
            for cel in rij:
                if str(cel.value).startswith("heel "):
                    cel.value = "alleen Cuijk"

    samen = together(plan, ("CGM.xlsx", inhoud), ("Cuijk.xlsx", edited(terug.inhoud, alone)))

    assert {naam: i.herkomst.bestand for naam, i in samen.telt.items()} == {"Cuijk": "Cuijk.xlsx", "Grave": "CGM.xlsx"}
    assert Code.STATUS_ONBEKEND in [b.code for b in told(samen, "CGM.xlsx")]


def test_who_says_to_be_the_retour_of_somebody_else_has_no_say_over_her(plan):
    uden = invulblad(plan, "Uden", antwoorden=ANTWOORDEN)
    sha = Bestand("x", uden).sha256

    def claim(boek) -> None:
        blad = boek["_actieplan"]
        blad.append(["retour van", sha])

    samen = together(plan, ("uden.xlsx", uden), ("boekel.xlsx", edited(invulblad(plan, antwoorden=ANTWOORDEN), claim)))

    assert samen.telt["Uden"].herkomst.bestand == "uden.xlsx"
    assert Code.STATUS_ONBEKEND in [b.code for b in told(samen, "uden.xlsx")]


@pytest.mark.parametrize("rommel", ["", "kaas", "A" * 64, "0" * 63, "é" * 64])
def test_what_is_no_checksum_says_nothing(plan, rommel):
    def claim(boek) -> None:
        boek["_actieplan"].append(["retour van", rommel])

    assert read(plan, edited(invulblad(plan), claim)).retour_van == frozenset()


def test_the_marks_of_which_file_it_was_are_not_taken_for_something_typed(plan):
    terug = send_back(plan, invulblad(plan, antwoorden=ANTWOORDEN))

    assert [b for b in read(plan, terug.inhoud).bevindingen if b.plek.blad == "_actieplan"] == []
    assert re.search(rb"retour van", b"".join(parts(terug.inhoud).values()))


def test_what_she_took_out_of_the_mended_one_is_out_and_told(plan):
    """An eigen actie that was reworded would else stand in the regiowerkboek twice, in the old and the new words."""
    eigen = EigenActie("Boekel", "Voorlichting op school", "", "gepland", "2020")
    moment = Communicatiemoment("Boekel", "mei 2020", "Open dag")
    inhoud = invulblad(plan, antwoorden=ANTWOORDEN, eigen_acties=[eigen], communicatie=[moment])

    def reword(boek) -> None:
        for blad in (boek["Invulblad"], boek["Communicatie"]):
            for cel in (cel for rij in blad.iter_rows() for cel in rij):
                if cel.value in ("Voorlichting op school", "Open dag"):
                    cel.value = f"{cel.value} (nieuw)"

    hersteld = edited(send_back(plan, inhoud).inhoud, reword)
    samen = together(plan, ("oud.xlsx", inhoud), ("nieuw.xlsx", hersteld))

    assert [e.actie for e in samen.matrix.eigen_acties] == ["Voorlichting op school (nieuw)"]
    assert [m.wat for m in samen.matrix.communicatie] == ["Open dag (nieuw)"]
    vervallen = [b.tekst for b in samen.bevindingen if b.code is Code.EIGEN_TEKST_VERVALLEN]
    assert vervallen == [
        "hier stond 'mei 2020, Open dag'; in de herstelde versie (nieuw.xlsx) staat dat er niet meer.",
        "hier stond 'Voorlichting op school, gepland, 2020'; "
        "in de herstelde versie (nieuw.xlsx) staat dat er niet meer.",
    ]


def test_only_what_came_back_mended_is_called_so(plan):
    """Her own file goes before the mended one of her kolom, and of hers nobody says that it was mended."""
    inhoud = invulblad(plan, "Cuijk", antwoorden=ANTWOORDEN, voor_kolom=True)
    hersteld = mended(send_back(plan, inhoud, wie="CGM").inhoud, {"1.1.1": "voltooid"})
    eigen = invulblad(plan, "Grave", antwoorden={"1.1.1": Antwoord("gepland", "2021")})

    samen = together(plan, ("heel.xlsx", inhoud), ("heel nieuw.xlsx", hersteld), ("Grave.xlsx", eigen))

    over_oud = [b for b in told(samen, "heel.xlsx") if b.code is Code.ANTWOORD_HERSTELD]
    assert over_oud
    assert all("in heel nieuw.xlsx, de herstelde versie" in b.tekst for b in over_oud)
