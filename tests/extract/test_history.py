"""When an article can have appeared, by the known events and office-holders that it speaks of."""

from collections.abc import Callable

import pytest

from torkham.model import Reading

CASES = [
    ("Four years after the Taliban seized power, girls are barred from school.", ("2025-05-16", "2026-08-15")),
    ("Four years after the Taliban seized power, he fled to Chad.", ("2025-05-16", None)),
    ("Nearly four years after the Taliban takeover, girls are barred from school.", ("2025-01-08", "2025-09-14")),
    ("It has been seven months since the fall of Bashar al-Assad.", ("2025-07-01", "2025-08-08")),
    (
        "In the weeks since the suspension of the U.S. Refugee Admissions Program, the flights stopped.",
        ("2025-01-20", "2025-05-20"),
    ),
    ("Families marked the eighth anniversary of their exodus from Myanmar.", ("2025-06-11", "2025-11-08")),
    ("Many came after Bashar al-Assad was ousted last December.", ("2024-12-08", "2025-12-08")),
    ("He left after the Taliban returned to power, four years ago last month.", ("2024-08-15", "2026-08-15")),
    ("The war in Sudan broke out on April 15, 2023, and they fled.", ("2023-04-15", None)),
    ("Joe Biden, the president, said he would not sign the order.", ("2021-01-20", "2025-01-20")),
    ("An order of President Luis Abinader barred them from hospitals.", ("2020-08-16", None)),
]


@pytest.mark.parametrize(("text", "span"), CASES)
def test_what_is_known_bounds_the_day(text: str, span: tuple[str, str | None], read: Callable[[str], Reading]) -> None:
    assert span in [one for bound in read(text).bounds for one in bound.spans]


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban first seized power in 1996.",
        "Former U.S. president Joe Biden said he would not sign the order.",
        "The militants seized a post.",
    ],
)
def test_what_bounds_nothing(text: str, read: Callable[[str], Reading]) -> None:
    assert read(text).bounds == ()
