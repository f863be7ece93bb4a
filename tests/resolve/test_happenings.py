"""From reports to events: joined where kind, actors and date agree; only what happened is an event."""

from fixtures.cast_made import entity, event, reading
from torkham.model import Dating, Event, Reading
from torkham.resolve.happenings import find

CAST = (entity("State", "Iran"), entity("Population", "Afghans"))


def key(document: str, index: int) -> str:
    return CAST[index].label.casefold()


def dated(document: str, value: str = "2023-11-01") -> Dating:
    return Dating(document=document, time=0, value=value, precision="day", basis="stated", why="")


def events(*readings: Reading, datings: tuple[Dating, ...] = ()) -> tuple[Event, ...]:
    return find(readings, datings, key)


def test_only_what_happened_is_an_event() -> None:
    reports = tuple(
        event(10 * n, modality=value) for n, value in enumerate(("planned", "denied", "requested", "actual"))
    )
    (one,) = events(reading("a", *CAST, events=reports))
    assert [ref.index for ref in one.reports] == [3]


def test_reports_of_one_article_with_the_same_actors_share_an_event() -> None:
    (one,) = events(reading("a", *CAST, events=(event(0), event(50))))
    assert len(one.reports) == 2
    assert one.reason == "same kind and same actors in one article"


def test_reports_without_agent_or_patient_stay_alone() -> None:
    assert len(events(reading("a", *CAST, events=(event(0, agent=()), event(50, agent=()))))) == 2
    assert len(events(reading("a", *CAST, events=(event(0, patient=()), event(50, patient=()))))) == 2


def test_articles_share_an_event_only_by_date() -> None:
    pair = [reading(name, *CAST, events=(event(0, time=0),)) for name in ("a", "b")]
    assert len(events(*pair)) == 2
    (joined,) = events(*pair, datings=(dated("a"), dated("b")))
    assert "2023-11-01" in joined.reason
    assert len(events(*pair, datings=(dated("a"), dated("b", "2023-11-02")))) == 2


def test_what_only_speakers_assert_is_contested() -> None:
    said, told = event(0, attributed_to=(0,)), event(50)
    (claimed,) = events(reading("a", *CAST, events=(said,)))
    (stated,) = events(reading("a", *CAST, events=(said, told)))
    assert (claimed.contested, stated.contested) == (True, False)
