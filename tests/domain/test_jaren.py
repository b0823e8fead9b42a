import pytest
from hypothesis import given
from hypothesis import strategies as st

from actieplan_xl.domain.jaren import format_jaren, jaren


@pytest.mark.parametrize(
    ("planning", "verwacht"),
    [
        ("2019", (2019,)),
        ("2018-2019", (2018, 2019)),
        ("2018 - 2020", (2018, 2019, 2020)),
        ("2018–2020", (2018, 2019, 2020)),
        ("2018 t/m 2020", (2018, 2019, 2020)),
        ("van 2018 tot en met 2020", (2018, 2019, 2020)),
        ("2018/19", (2018, 2019)),
        ("2018-2019-2020", (2018, 2019, 2020)),
        ("2018, 2019 en 2021", (2018, 2019, 2021)),
        ("2019 via werkgroep", (2019,)),
        ("Herhaling in 2018 of 2019", (2018, 2019)),
        ("najaar 2019", (2019,)),
        ("2019 en 2019", (2019,)),
        ("12-3-2019", (2019,)),
        ("2019-03-12", (2019,)),
        ("2019-03", (2019,)),
        ("2019/2018", (2018, 2019)),
        ("1989-2019", tuple(range(1989, 2020))),
        ("", ()),
        ("volgend jaar", ()),
        ("120190", ()),
        ("dossier 3019", ()),
        ("18-19", ()),
        ("2018 (doorgehaald)", ()),
        ("zomer 2019 (doorgehaald: 'zomer')", (2019,)),
        ("2018-2020 (doorgehaald: '-2020')", (2018,)),
        ("2018, 2019 en 2020 (doorgehaald: '2018 2020')", (2019,)),
    ],
)
def test_the_years_that_a_planning_means(planning, verwacht):
    assert jaren(planning) == verwacht


def test_a_range_too_long_to_be_meant_gives_only_its_ends():
    assert jaren("1950-2049") == (1950, 2049)
    assert jaren("1950 tot 2019") == (1950, 2019)


def test_years_are_written_with_commas():
    assert format_jaren("2018-2019") == "2018, 2019"
    assert format_jaren("ooit") == ""


@given(st.text(alphabet="0123456789 -/tm.e"))
def test_years_come_in_order_and_once(planning):
    gevonden = jaren(planning)

    assert list(gevonden) == sorted(set(gevonden))
    assert all(1900 <= jaar < 2100 for jaar in gevonden)
