"""A round as it really goes: plans that changed, one sheet for a whole kolom, names that are awkward."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from actieplan_xl import tasks
from actieplan_xl.domain.codes import Code
from actieplan_xl.domain.errors import GebruikError
from actieplan_xl.domain.invulling import Invulling, Stand
from actieplan_xl.domain.matrix import Matrix, places
from actieplan_xl.domain.matrixcel import format_stand, parse_stand
from actieplan_xl.domain.plan import Gemeente, Kolom
from actieplan_xl.domain.status import Reden, Status
from actieplan_xl.reading.inzending import read_invulblad
from actieplan_xl.reading.planwerkboek import read_planwerkboek
from actieplan_xl.reading.regiowerkboek import read_regiowerkboek, read_vorige
from actieplan_xl.rules.samenvoeging import Samenvoeging
from actieplan_xl.writing.invulblad import build_invulblad
from actieplan_xl.writing.planwerkboek import build_planwerkboek
from actieplan_xl.writing.regiowerkboek import build_regiowerkboek


def type_over(inhoud: bytes, zoek: str, waarde: str, blad: str = "Invulblad") -> BytesIO:
    """Return a workbook in which a person replaced the text of one cell."""
    boek = openpyxl.load_workbook(BytesIO(inhoud))
    cel = next(cel for rij in boek[blad].iter_rows() for cel in rij if cel.value == zoek)
    cel.value = waarde
    uit = BytesIO()
    boek.save(uit)
    uit.seek(0)
    return uit


def with_kolom(plan, naam, gemeenten):
    eerste = Kolom(naam, tuple(Gemeente(gemeente, naam) for gemeente in gemeenten))
    overige = tuple(kolom for kolom in plan.kolommen if kolom.naam != "CGM")
    return replace(plan, kolommen=(eerste, *overige))


def make_regio(plan, **standen) -> bytes:
    invullingen = {
        (gemeente.naam, actie.nr): Invulling(gemeente.naam, actie.nr, Status.NIET_BEPAALD, reden=Reden.LEEG)
        for gemeente, actie in places(plan)
    }
    for gemeente, stand in standen.items():
        invullingen[gemeente, "1.1.1"] = Invulling(gemeente, "1.1.1", stand.status, stand.planning)
    return build_regiowerkboek(Samenvoeging(Matrix.build(plan, invullingen), (), ()))


@pytest.fixture
def ongewijzigd_voor_cgm(plan, tmp_path):
    """Return a sheet of Cuijk that says "ongewijzigd" for all of CGM, and the round it came from: Grave differed."""
    regio = make_regio(plan, Cuijk=Stand(Status.VOLTOOID, "2018"), Grave=Stand(Status.GEPLAND, "2020"))
    (tmp_path / "regio.xlsx").write_bytes(regio)
    uitgevraagd = tasks.distribute(tmp_path / "regio.xlsx", tmp_path / "uit").paden
    cuijk = next(pad for pad in uitgevraagd if "Cuijk" in pad.name).read_bytes()
    boek = openpyxl.load_workbook(type_over(cuijk, "alleen Cuijk", "heel CGM"))
    blad = boek["Invulblad"]
    rij = next(rij[0].row for rij in blad.iter_rows() if rij[0].value == "1.1.1")
    blad.cell(rij, 4).value = "ongewijzigd"
    boek.save(tmp_path / "CGM.xlsx")
    return tmp_path / "CGM.xlsx", tmp_path / "regio.xlsx"


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_unchanged_for_a_whole_kolom_is_no_answer_where_the_gemeenten_differed(ongewijzigd_voor_cgm):
    gelezen = read_invulblad(ongewijzigd_voor_cgm[0])

    assert gelezen.gemeenten == ("Cuijk", "Grave")
    assert gelezen.antwoorden["1.1.1"].reden is Reden.NIET_HERKEND
    assert Code.ONGEWIJZIGD_NIET_GEDEELD in [b.code for b in gelezen.bevindingen]


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
@pytest.mark.parametrize("met_vorige_ronde", [True, False])
def test_nor_when_the_sheet_no_longer_says_which_states_they_share(plan, ongewijzigd_voor_cgm, met_vorige_ronde):
    """Without its hidden sheet it shows what Cuijk had; of Grave the previous round knows better, or nobody does."""
    cgm, regio = ongewijzigd_voor_cgm
    boek = openpyxl.load_workbook(cgm)
    del boek["_actieplan"]
    boek.save(cgm)
    (cgm.parent / "plan.xlsx").write_bytes(build_planwerkboek(plan))

    uitkomst = tasks.check([cgm], plan=regio if met_vorige_ronde else cgm.parent / "plan.xlsx")

    per_gemeente = {i.gemeente: i.reden for i in uitkomst.matrix.invullingen if i.nr == "1.1.1"}
    assert per_gemeente["Cuijk"] is per_gemeente["Grave"] is Reden.NIET_HERKEND
    assert Code.ONGEWIJZIGD_NIET_GEDEELD in [b.code for b in uitkomst.bevindingen]


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
@pytest.mark.parametrize("keuze", ["alle drie", "alleen Grave"])
def test_a_choice_that_is_none_of_the_two_is_told(plan, keuze):
    cuijk = build_invulblad(plan, plan.find_gemeenten("Cuijk")[0])

    gelezen = read_invulblad(type_over(cuijk, "alleen Cuijk", keuze))

    assert gelezen.gemeenten == ("Cuijk",)
    assert [b.code for b in gelezen.bevindingen] == [Code.KEUZE_ONBEKEND, Code.NIETS_INGEVULD]


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_a_choice_that_was_emptied_is_hers_alone(plan):
    cuijk = build_invulblad(plan, plan.find_gemeenten("Cuijk")[0])

    gelezen = read_invulblad(type_over(cuijk, "alleen Cuijk", None))

    assert gelezen.gemeenten == ("Cuijk",)
    assert [b.code for b in gelezen.bevindingen] == [Code.NIETS_INGEVULD]


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_a_gemeente_that_was_renamed_in_a_regiowerkboek_does_not_lose_her_state_without_a_word(plan):
    regio = type_over(make_regio(plan, Uden=Stand(Status.VOLTOOID)), "Uden", "Maashorst", "Gemeenten")

    codes = [b.code for b in read_vorige(regio).bevindingen]

    assert Code.PLAN_GEGEVENS_PAST_NIET in codes


def test_one_file_named_for_two_gemeenten_is_wrong_use(plan, tmp_path):
    pad = tmp_path / "cgm.xlsx"
    pad.write_bytes(build_invulblad(plan, plan.find_gemeenten("Cuijk")[0]))

    with pytest.raises(GebruikError, match="genoemd voor Cuijk en voor Grave"):
        tasks.check([pad], gemeenten={"Cuijk": "cgm.xlsx", "Grave": "cgm.xlsx"})


@pytest.mark.parametrize("planning", ["n.v.t.\nwant regionaal", "voltooid in 2018", "voltooid\nin 2018", "n.v.t."])
def test_a_planning_that_begins_like_a_mark_comes_back_as_a_planning(planning):
    stand = Stand(Status.GEPLAND, planning)

    assert parse_stand(format_stand(stand)) == stand
    assert format_stand(stand).partition("\n")[0] in (planning, "gepland")


def test_a_kolom_may_have_many_gemeenten(plan):
    groot = with_kolom(plan, "Groot", [f"Gemeente met een lange naam {nummer}" for nummer in range(20)])

    gelezen = read_invulblad(BytesIO(build_invulblad(groot, groot.gemeenten[0])))

    assert gelezen.gemeenten == ("Gemeente met een lange naam 0",)


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_a_kolom_may_have_a_comma_in_its_name(plan):
    naam = "Cuijk, Grave en Mill"
    met_komma = with_kolom(plan, naam, ["Cuijk", "Grave"])
    lijn, *rest = met_komma.hoofdlijnen
    thema, *themas = lijn.themas
    acties = (replace(thema.acties[0], geldt_voor=(naam, "Uden")), *thema.acties[1:])
    lijn = replace(lijn, themas=(replace(thema, acties=acties), *themas))
    met_komma = replace(met_komma, hoofdlijnen=(lijn, *rest))

    gelezen = read_planwerkboek(BytesIO(build_planwerkboek(met_komma))).plan
    heel = type_over(build_invulblad(met_komma, met_komma.gemeenten[0]), "alleen Cuijk", "heel Cuijk Grave en Mill")

    assert gelezen.acties[0].geldt_voor == (naam, "Uden")
    assert read_invulblad(heel).gemeenten == ("Cuijk", "Grave")


def test_long_names_and_ampersands_never_stop_an_invulblad(plan):
    gegevens = replace(plan.gegevens, naam="R&D & " * 60, rubricering="&" * 200, jaar="2019 " * 80, regio="x" * 400)

    assert read_invulblad(BytesIO(build_invulblad(replace(plan, gegevens=gegevens), plan.gemeenten[0])))


@pytest.mark.filterwarnings("ignore:.*extension is not supported:UserWarning")
def test_a_regiowerkboek_as_it_was_written_gives_no_findings(plan):
    assert read_regiowerkboek(BytesIO(make_regio(plan, Uden=Stand(Status.VOLTOOID, "2018")))).bevindingen == ()
