"""How a retour begins: what it is called, what was the matter with her file, how much is open, and until when."""

from dataclasses import replace

import pytest

from actieplan_xl.domain.bevinding import Ernst
from actieplan_xl.domain.invulling import Bekend
from actieplan_xl.domain.plan import Plan
from actieplan_xl.rules.herstel import Herstel, collect_herstel
from actieplan_xl.writing.retour import build_retour, retour_name
from writing.dump import load
from writing.retour.punten import leeg, onbekend, sheet_of
from writing.retour.terugsturen import merged, points


@pytest.mark.parametrize(("aantal", "zin"), [(1, "Er staat nog 1 punt open."), (2, "Er staan nog 2 punten open.")])
def test_how_much_there_is_to_do_is_said_in_proper_dutch(plan, aantal, zin):
    uitleg = sheet_of(plan, *[leeg(f"C{rij}") for rij in range(aantal)]).cells[3, 1].value

    assert uitleg.startswith(zin)


def on_day(plan: Plan, peildatum: str, **velden: str) -> Plan:
    return replace(plan, gegevens=replace(plan.gegevens, peildatum=peildatum, **velden))


def test_the_introduction_says_by_when_and_to_whom(plan):
    blad = sheet_of(on_day(plan, "2019-05-01"), leeg(), onbekend(), vooraf="Lees dit eerst.")

    assert blad.cells[3, 1].value == (
        "Lees dit eerst. Er staan nog 2 punten open. Klik bij ‘Ga naar’ op een cel; daar staat in een opmerking wat er "
        "nodig is. Sla daarna op en stuur dit bestand uiterlijk 15 mei 2019 terug naar plan@voorbeeld.nl. Op dit "
        "werkblad hoef je niets in te vullen."
    )


@pytest.mark.parametrize(
    ("peildatum", "zin"),
    [
        ("2019-05-14", "stuur dit bestand uiterlijk 15 mei 2019 terug naar"),
        ("2019-05-15", "stuur dit bestand uiterlijk 15 mei 2019 terug naar"),
        ("2019-05-16", "stuur dit bestand terug naar"),
        ("", "stuur dit bestand uiterlijk 15 mei 2019 terug naar"),
    ],
)
def test_a_day_that_has_passed_is_not_asked_for(plan, peildatum, zin):
    assert zin in sheet_of(on_day(plan, peildatum), leeg()).cells[3, 1].value


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"inleverdatum": ""}, "stuur dit bestand terug naar plan@voorbeeld.nl."),
        ({"e_mail_afzender": ""}, "stuur dit bestand uiterlijk 15 mei 2019 terug naar Coördinator."),
        ({"e_mail_afzender": "", "afzender": "", "inleverdatum": ""}, "stuur dit bestand terug."),
    ],
)
def test_what_the_plan_does_not_say_is_left_out_of_the_introduction(plan, velden, zin):
    assert zin in sheet_of(on_day(plan, "2019-05-01", **velden), leeg()).cells[3, 1].value


def herstel_van(plan: Plan, wie: str, *bestanden: tuple[str, bytes]) -> Herstel:
    return next(h for h in collect_herstel(merged(plan, *bestanden)) if h.wie == wie)


def test_whose_file_could_not_be_read_reads_why_and_finds_every_actie(plan):
    herstel = herstel_van(plan, "Uden", ("Uden versie 2.xlsx", b"%PDF-1.7"))

    gebouwd = build_retour(plan, herstel, None, Bekend())

    assert gebouwd.opnieuw == "er was geen leesbaar bestand"
    assert load(gebouwd.inhoud)["Te herstellen"]["A3"].value.startswith(
        "Het bestand ‘Uden versie 2.xlsx’ was niet te gebruiken: dit is een PDF, geen Excel-werkmap. Dit is een nieuw "
        "blad. Er staan nog 4 punten open."
    )
    assert [punt[:2] for punt in points(gebouwd.inhoud)] == [
        ("Hier ontbreekt nog een antwoord (4)", ""),
        *((actie.nr, actie.tekst) for actie in plan.acties),
    ]
    assert herstel.waarom[0].ernst is Ernst.FOUT


@pytest.mark.parametrize(
    ("naam", "wie", "verwacht"),
    [
        ("Actieplan 2019", "Boekel", "Retour Actieplan 2019 - Boekel"),
        ("Actieplan 2019/2020: nu!", "Boekel", "Retour Actieplan 2019 2020 nu! - Boekel"),
        ("Boekel", "Boekel", "Retour Boekel - Boekel"),
        ("Invulblad", "CGM", "Retour Invulblad - CGM"),
    ],
)
def test_a_retour_is_named_after_plan_and_sender(plan, naam, wie, verwacht):
    anders = replace(plan, gegevens=replace(plan.gegevens, naam=naam))
    gemeente = plan.find_gemeenten(wie)[0]

    assert retour_name(anders, Herstel(wie, gemeente, None, ())) == verwacht
