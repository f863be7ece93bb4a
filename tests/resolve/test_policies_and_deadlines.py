"""Policies joined over articles, and the history of their deadlines."""

from fixtures.resolve_made import deadline, key, policy, reading, time
from torkham.model import Dating, Reading
from torkham.resolve.deadlines import history
from torkham.resolve.policies import merge


def datings(one: Reading) -> list[Dating]:
    return [
        Dating(document=one.document, time=index, value=expression.edtf or "", precision="day", basis="stated", why="")
        for index, expression in enumerate(one.times)
    ]


def test_unnamed_policies_of_one_issuer_and_type_are_one() -> None:
    one = reading("a", policies=(policy("crackdown", status="announced"),))
    other = reading(
        "b", policies=(policy("drive to expel undocumented refugees", status="extended"), policy("plan", issuer=(3,)))
    )
    merged = merge([one, other], [], key)
    assert [(found.key, found.members, found.status) for found in merged] == [
        ("iran-repatriationplan", (("b", 1),), "unknown"),
        ("pakistan-repatriationplan", (("a", 0), ("b", 0)), "extended"),
    ]
    assert merged[1].label == "Pakistan: drive to expel undocumented refugees"


def test_one_official_name_is_one_policy_however_it_is_written() -> None:
    one = reading("a", policies=(policy("Illegal Foreigners' Repatriation Plan", named=True),))
    other = reading("b", policies=(policy("Illegal Foreigners’ Repatriation Plan", named=True, issuer=()),))
    (found,) = merge([one, other], [], key)
    assert (found.members, found.issuer) == ((("a", 0), ("b", 0)), ("pakistan",))


def test_an_extension_knows_the_date_before_it() -> None:
    times = (time("February 29, 2024", "2024-02-29"), time("the end of December", "2023-12-31"))
    one = reading(times=times, deadlines=(deadline(0, change="extended"), deadline(1)))
    first, second = history([one], datings(one), (), key)
    assert (first.date, first.previous, first.change) == ("2024-02-29", "2023-12-31", "extended")
    assert (second.date, second.previous, second.change) == ("2023-12-31", None, "restated")


def test_a_date_is_set_once_and_then_restated() -> None:
    times = (time("November 1", "2023-11-01"), time("November 1", "2023-11-01"))
    one = reading(times=times, deadlines=(deadline(0, change="set"), deadline(1, change="set")))
    assert [change.change for change in history([one], datings(one), (), key)] == ["set", "restated"]


def test_a_deadline_of_another_issuer_is_no_earlier_date() -> None:
    times = (time("February 29, 2024", "2024-02-29"), time("July 6, 2023", "2023-07-06"))
    one = reading(times=times, deadlines=(deadline(0, change="extended"), deadline(1, set_by=(3,))))
    assert history([one], datings(one), (), key)[0].previous is None
