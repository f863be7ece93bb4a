"""EDTF values taken apart."""

from datetime import date

import pytest

from torkham.rdf import edtf


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-11-01", date(2023, 11, 1), date(2023, 11, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2023-12-14/2024-02-29", date(2023, 12, 14), date(2024, 2, 29)),
        ("2023-10/..", date(2023, 10, 1), None),
        ("../2023-10", None, date(2023, 10, 31)),
        ("XXXX-03-31", None, None),
        ("2023-02-30", None, None),
    ],
)
def test_bounds(value: str, first: date | None, last: date | None):
    assert edtf.bounds(value) == (first, last)


def test_only_closed_intervals_have_two_ends():
    assert edtf.ends("2023-12-14/2024-02-29") == ("2023-12-14", "2024-02-29")
    assert edtf.ends("2023-10/..") == ("2023-10/..", None)
    assert edtf.ends("2023") == ("2023", None)


@pytest.mark.parametrize(
    ("value", "kind"), [("2023", "year"), ("2023-10", "month"), ("XXXX-03-31", "day"), ("2023/2024", "interval")]
)
def test_precision(value: str, kind: str):
    assert edtf.precision(value) == kind
