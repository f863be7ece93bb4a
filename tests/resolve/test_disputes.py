"""What an editor would call a disagreement between figures, and nothing else."""

import pytest

from fixtures.resolve_made import figure, key, reading, time
from torkham.model import Dating, Figure, Publication, Reading
from torkham.resolve.disputes import find, widened

ISLAMABAD = figure(4_400_000, attributed_to=(0,))
UN = figure(3_700_000, lower=3_515_000, upper=3_885_000, qualifier="about", attributed_to=(1,))


def disputes(*readings: Reading, days: dict[str, str] | None = None) -> int:
    """How many disputes are found; ``days`` are the publication dates by document."""
    published = [
        Publication(document=one.document, value=(days or {}).get(one.document), basis=None, why="") for one in readings
    ]
    datings = [
        Dating(document=one.document, time=index, value=expression.edtf, precision="day", basis="stated", why="")
        for one in readings
        for index, expression in enumerate(one.times)
        if expression.edtf
    ]
    return len(find(readings, datings, published, key))


def test_two_speakers_two_numbers_of_one_population() -> None:
    assert disputes(reading(figures=(ISLAMABAD, UN))) == 1


@pytest.mark.parametrize(
    "other",
    [
        figure(3_700_000, attributed_to=(0,)),  # the same speaker
        figure(3_700_000),  # the article's own voice
        figure(4_430_000, attributed_to=(1,)),  # within the rounding of 4.4 million
        figure(3_700_000, attributed_to=(1,), population=(3,)),  # other people
        figure(3_700_000, attributed_to=(1,), measure="returned"),  # another measure
        figure(None, lower=2_000_000, upper=3_000_000, qualifier="vague", attributed_to=(1,)),
        figure(785_000, attributed_to=(1,), part=True),  # some of them
        figure(3_700_000, lower=None, upper=None, qualifier="unquantified", attributed_to=(1,)),
    ],
)
def test_no_dispute(other: Figure) -> None:
    assert disputes(reading(figures=(ISLAMABAD, other))) == 0


def test_people_in_two_countries_are_two_counts() -> None:
    here, there = figure(4_400_000, attributed_to=(0,), place=(0,)), figure(6_000_000, attributed_to=(1,), place=(3,))
    assert disputes(reading(figures=(here, there))) == 0


def test_progress_between_november_and_january_is_no_dispute() -> None:
    early = figure(300_000, lower=300_000, upper=310_000, measure="returned", attributed_to=(0,), place=(3,))
    late = figure(500_000, measure="returned", attributed_to=(1,), place=(3,))
    one, other = reading("a", figures=(early,)), reading("b", figures=(late,))
    assert disputes(one, other, days={"a": "2023-11-10", "b": "2024-01-20"}) == 0


def test_stocks_of_two_articles_compare_within_45_days() -> None:
    one = reading("a", figures=(figure(4_400_000, attributed_to=(0,), place=(3,)),))
    other = reading("b", figures=(figure(3_700_000, attributed_to=(1,), place=(3,)),))
    assert disputes(one, other, days={"a": "2023-11-10", "b": "2023-12-20"}) == 1
    assert disputes(one, other, days={"a": "2023-11-10", "b": "2024-03-20"}) == 0
    assert disputes(one, other) == 0


def test_counts_with_one_start_and_one_day_dispute() -> None:
    since = (time("January 1, 2025", "2025-01-01", relation="since"),)
    one = figure(1_900, measure="arrested", attributed_to=(0,), time=0)
    other = figure(400, lower=None, upper=400, qualifier="less-than", measure="arrested", attributed_to=(1,), time=0)
    assert disputes(reading(times=since, figures=(one, other))) == 1


def test_a_round_number_is_widened_by_half_its_last_digit() -> None:
    assert widened(ISLAMABAD) == (4_350_000, 4_450_000)
    assert widened(figure(397)) == (397, 397)
    assert widened(figure(100, lower=100, upper=None, qualifier="at-least")) == (100, float("inf"))


@pytest.mark.parametrize(("rival", "count"), [(True, 1), (False, 0)])
def test_two_counts_of_what_happened_dispute_only_where_they_are_held_against_each_other(
    rival: bool, count: int
) -> None:
    activists = figure(3_150, measure="arrested", attributed_to=(0,))
    police = figure(1_280, measure="arrested", attributed_to=(1,), sentence=1, rival=rival)
    assert disputes(reading(figures=(activists, police))) == count
