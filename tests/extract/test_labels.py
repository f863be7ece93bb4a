"""What those are called who are described but not named, read by the shipped pipeline from texts with their dateline."""

from collections.abc import Callable

import pytest

from torkham.model import Reading

Read = Callable[[str], Reading]
NGO = "NonGovernmentalOrganization"


def mentions(reading: Reading, label: str) -> list[tuple[str, int]]:
    """The type and the number of mentions of the entities of this label, places left out."""
    return [(one.type, len(one.mentions)) for one in reading.entities if one.label == label and one.type != "Place"]


@pytest.mark.parametrize(
    ("text", "label", "kind", "count"),
    [
        # the full description of a source
        (
            "Officials of the Federal Investigation Agency said it was late. The officials left.",
            "officials of the Federal Investigation Agency",
            "UnnamedSource",
            2,
        ),
        ("A spokesman for the Peshawar police left.", "spokesman for the Peshawar police", "UnnamedSource", 1),
        ("Niger summoned Algeria's ambassador in Niamey.", "Algeria's ambassador in Niamey", "UnnamedSource", 1),
        ("Rights advocates warned that it was bad.", "rights advocates", "UnnamedSource", 1),
        ("Those interviewed described being beaten.", "those interviewed", "UnnamedSource", 1),
        # bodies of the country in which the text is written
        (
            "CAIRO (AP) — The interior ministry said 20 men were held. The ministry said no more.",
            "Egyptian interior ministry",
            "GovernmentBody",
            2,
        ),
        (
            "ISLAMABAD (AP) — It is so, according to an interior ministry letter. The ministry said no more.",
            "Ministry of Interior of Pakistan",
            "GovernmentBody",
            2,
        ),
        ("KARACHI: The government will go on. The federal government said so.", "Pakistan", "State", 2),
        ("PESHAWAR: The court directed the Centre to decide.", "Pakistan", "State", 1),
        ("The White House agreed. The Justice Department agreed. The government left.", "United States", "State", 1),
        ("Lebanon's armed forces deported 900 people.", "Lebanese Armed Forces", "GovernmentBody", 1),
        # … but not where another state acts nearby
        ("CAIRO (AP) — Sudan said it was late. The interior ministry left.", "interior ministry", "GovernmentBody", 1),
        # words that only say what a body is
        ("It grew late, according to the Hoja Diaria newspaper.", "Hoja Diaria", "NewsOrganization", 1),
        ("The NGO AOHR in Libya said that it was late.", "AOHR", "NonGovernmentalOrganization", 2),
        ("The charity Care4Calais said 20 were hurt.", "Care4Calais", "NonGovernmentalOrganization", 1),
        (
            "Activists of the Terra Nova Centre, a group based in Leeds, left. The group said so.",
            "Terra Nova Centre",
            "NonGovernmentalOrganization",
            2,
        ),
        ("Nigerian and Ghanaian high commissions left.", "Nigerian and Ghanaian high commissions", "GovernmentBody", 1),
        ("Tunisian security forces left.", "Tunisian security forces", "GovernmentBody", 1),
        ("The National Institute of Migration left.", "National Institute of Migration", "GovernmentBody", 1),
        (
            "Isabella Kirwan, of Duncan Lewis Solicitors, left.",
            "Duncan Lewis Solicitors",
            "NonGovernmentalOrganization",
            1,
        ),
        ("Rohingya were deported. Rohingya people were held.", "Rohingya", "Population", 3),
        # whose body it is
        (
            "Ann Diaz, the head of Global Refuge, left. Her organization said that it was late.",
            "Global Refuge",
            "NonGovernmentalOrganization",
            3,
        ),
        ("Syrians were dumped into the hands of their abusive government.", "Syria", "State", 1),
        (
            "KABUL: Acting refugees minister Omar Haqyar met an envoy. The ministry said no more.",
            "Ministry of Refugees and Repatriation",
            "GovernmentBody",
            1,
        ),
        ("The Access Centre for Hope and Rights (ACHR) left. ACHR wept.", "Access Centre for Hope and Rights", NGO, 3),
        # titles are no part of a name
        ("CJI Ranjan Gogoi heard it.", "Ranjan Gogoi", "Person", 1),
        ("SSP West Irfan Ghanchi told reporters so. The SSP left.", "Irfan Ghanchi", "Person", 2),
        ("Assistant Commissioner Landi Kotal Irshad Ali left.", "Irshad Ali", "Person", 2),
    ],
)
def test_what_somebody_is_called(text: str, label: str, kind: str, count: int, read_file: Read) -> None:
    assert mentions(read_file(text), label) == [(kind, count)]


def test_papers_and_god_are_no_actors(read_file: Read) -> None:
    reading = read_file("ACC holders filed a PIL. “God willing, we will stay,” said Ann Diaz.")
    assert [one.label for one in reading.entities if one.type != "Population"] == ["Ann Diaz"]


def test_a_word_of_kind_is_no_body_of_its_own(read_file: Read) -> None:
    labels = [one.label for one in read_file("The NGO AOHR said so. The AFP news agency agreed.").entities]
    assert labels == ["AOHR", "AFP"]
