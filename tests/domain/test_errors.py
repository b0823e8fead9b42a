import pytest

from actieplan_xl.domain import errors
from actieplan_xl.domain.bevinding import Bevinding, Code
from actieplan_xl.domain.errors import ActieplanError, BestandError, GebruikError, PlanError, VerzendError
from actieplan_xl.domain.invulling import Plek


@pytest.mark.parametrize("soort", [PlanError, BestandError, GebruikError, VerzendError])
def test_every_error_of_ours_stands_in_one_tree(soort):
    assert soort.__bases__ == (ActieplanError,)
    assert soort.__name__ in str(errors.__doc__)


def test_there_are_no_errors_outside_the_tree():
    eigen = {
        waarde for waarde in vars(errors).values() if isinstance(waarde, type) and waarde.__module__ == errors.__name__
    }

    assert eigen == {ActieplanError, PlanError, BestandError, GebruikError, VerzendError}


def test_a_plan_error_says_every_problem():
    problemen = [
        Bevinding(Code.PLAN_ZONDER_NAAM, Plek("plan.xlsx", "Plan", "B1")),
        Bevinding(Code.PLAN_THEMA_LEEG, Plek("plan.xlsx", "Actieplan", "A7"), waarden={"nr": "1.2"}),
    ]

    error = PlanError(problemen)

    assert error.bevindingen == problemen
    assert str(error).splitlines() == [str(probleem) for probleem in problemen]


def test_a_bestand_error_says_which_file_and_what_to_do():
    error = BestandError(Bevinding(Code.BESTAND_LEEG, Plek("a.xlsx")))

    assert str(error).startswith("a.xlsx: dit bestand is leeg (0 bytes). Staat het")


def test_a_refusal_to_send_says_ten_problems_and_how_many_more_there_are():
    """The screen stays readable; all of them are in the error itself."""
    problemen = [Bevinding(Code.REGIO_ZONDER_HERKOMST, Plek(f"{nr}.xlsx")) for nr in range(12)]

    error = VerzendError(problemen, "Geef --toch mee.")

    assert error.bevindingen == problemen
    assert str(error).splitlines()[-2:] == ["En nog 2 van zulke meldingen.", "Geef --toch mee."]
