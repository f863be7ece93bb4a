"""Did it happen? What words around an event make of it, read by the shipped pipeline."""

from collections.abc import Callable

import pytest

from torkham.model import EventReport, Reading

Read = Callable[[str], Reading]


def _of(reading: Reading, kind: str) -> list[EventReport]:
    return [report for report in reading.events if report.type == kind]


def _labels(reading: Reading, indexes: tuple[int, ...]) -> set[str]:
    return {reading.entities[index].label for index in indexes}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Pakistan must suspend the deportations of Afghans, Amnesty said.", "actual"),
        ("The court stopped the deportation of the family.", "denied"),
        ("The envoy told the council that Tanzania would not expel refugees.", "denied"),
        ("The ministry demanded new rules, deporting 40 Afghans the same day.", "actual"),
        ("Refugees have legal protections against being sent back to their countries.", "hypothetical"),
        ("The Afghans were in danger of being deported.", "threatened"),
        ("The plan could subject Afghans to expulsion.", "hypothetical"),
        ("Officials said that refugees would be moved to tents before being sent back.", "planned"),
        ("Deportations of card holders would start on April 1, the ministry said.", "planned"),
        ("Turkey said it would begin next week, expelling 100 Syrians a day.", "planned"),
        ("Turkey rejected accusations of returning refugees to Syria.", "denied"),
        ("Turkey did not rule out sending Syrians to Idlib.", "hypothetical"),
        ("The envoy asked Islamabad to hold off on deportations.", "hypothetical"),
        ("Amnesty called on states to refrain from deportations to Syria.", "hypothetical"),
        ("The rest were kept in a camp pending their repatriation.", "planned"),
        ("Instead of formal repatriation, they were told to wait.", "hypothetical"),
        ("The groups urged Pakistan to protect the Afghans, not deport them.", "hypothetical"),
        ("The council demanded that Turkey deport the men.", "requested"),
        ("Rights groups have warned of forcible returns by Turkey.", "hypothetical"),
        ("They live in fear of being abducted or being forcefully returned to Syria.", "threatened"),
        ("The minister said that there would be no more deportations.", "denied"),
        ("Turkey has no plan to expel refugees.", "denied"),
        ("Amnesty urged Germany to drop plans to send Afghans home.", "planned"),
        ("Iran gave Afghans until July 6 to go or be deported.", "threatened"),
    ],
)
def test_what_is_asked_to_stop_goes_on(read: Read, text: str, modality: str) -> None:
    assert _of(read(text), "Expulsion")[0].modality == modality


def test_who_is_kept_from_crossing_does_not_cross(read: Read) -> None:
    assert _of(read("Guards stopped the refugees from crossing the border."), "Arrival")[0].modality == "denied"


def test_a_headline_says_with_to_what_will_be_done(read_blocks: Callable[..., Reading]) -> None:
    reading = read_blocks(("headline", "Turkey to deport 900 Syrians a week"))
    report = _of(reading, "Expulsion")[0]
    assert (_labels(reading, report.agent), report.modality) == ({"Turkey"}, "planned")


def test_who_is_forced_to_go_back_goes_once(read: Read) -> None:
    assert [report.type for report in read("Nobody will be forced to go back, the minister said.").events] == [
        "Expulsion"
    ]


def test_forced_belongs_to_another_noun(read: Read) -> None:
    text = "The men were subject to forced conscription upon return to Syria."
    assert [report.type for report in read(text).events] == ["Return"]
