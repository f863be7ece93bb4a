"""What short sentences tell, read by the shipped pipeline: did it happen, who says so, who is who."""

from collections.abc import Callable

import pytest

from torkham.model import Entity, EventReport, Reading

Read = Callable[[str], Reading]


def told(reading: Reading, kind: str) -> EventReport:
    """The only report of this type."""
    (report,) = [one for one in reading.events if one.type == kind]
    return report


def named(reading: Reading, entities: tuple[int, ...]) -> list[str]:
    return sorted(reading.entities[index].label for index in entities)


def mentioned(text: str, entity: Entity) -> list[str]:
    return [text[one.start : one.end] for one in entity.mentions]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Iran deported 900 Afghans last week.", "actual"),
        ("Iran did not deport the families.", "denied"),
        ("Iran denied deporting the families.", "denied"),
        ("Germany suspended the deportation of Syrians.", "denied"),
        ("Iran plans to deport the families.", "planned"),
        ("Iran will deport the families.", "planned"),
        ("Iran threatened to deport the families.", "threatened"),
        ("If Iran deports the families, they will have nowhere to go.", "hypothetical"),
        ("Iran may deport the families.", "hypothetical"),
        ("UNHCR urged Iran not to deport the families.", "hypothetical"),
    ],
)
def test_whether_it_happened(text: str, modality: str, read: Read) -> None:
    assert told(read(text), "Expulsion").modality == modality


def test_what_is_asked_for_is_not_done(read: Read) -> None:
    reading = read("UNHCR urged Iran to release the families.")
    appeal, release = told(reading, "Appeal"), told(reading, "Release")
    assert (named(reading, appeal.agent), named(reading, appeal.addressee)) == (["UNHCR"], ["Iran"])
    assert (release.modality, named(reading, release.agent)) == ("requested", ["Iran"])


@pytest.mark.parametrize(
    ("text", "speaker", "kind", "words", "mode"),
    [
        (
            "Iran said that it had deported 900 Afghans.",
            "Iran",
            "collective",
            "it had deported 900 Afghans",
            "indirect",
        ),
        ("“We will not leave,” said Karim Antoun.", "Karim Antoun", "named", "We will not leave,", "direct"),
        (
            "According to UNHCR, 900 families have returned.",
            "UNHCR",
            "collective",
            "900 families have returned",
            "indirect",
        ),
        (
            "Amnesty International said Wednesday that Turkey had deported hundreds of Syrians.",
            "Amnesty International",
            "collective",
            "Turkey had deported hundreds of Syrians",
            "indirect",
        ),
        (
            "An official said police had arrested 40 migrants.",
            "official",
            "unnamed",
            "police had arrested 40 migrants",
            "indirect",
        ),
        (
            "The letter, signed by 40 groups, said the plan was unlawful.",
            "groups",
            "collective",
            "the plan was unlawful",
            "indirect",
        ),
    ],
)
def test_who_says_what(text: str, speaker: str, kind: str, words: str, mode: str, read: Read) -> None:
    reading = read(text)
    (statement,) = reading.statements
    assert named(reading, statement.speaker) == [speaker]
    assert (text[statement.start : statement.end], statement.speaker_kind, statement.mode) == (words, kind, mode)


def test_a_quotation_goes_on_with_its_speaker(read: Read) -> None:
    reading = read("“They took our phones,” Amina said. “Then they put us on a bus.”")
    assert [(named(reading, one.speaker), one.mode) for one in reading.statements] == [(["Amina"], "direct")] * 2


def test_who_relays_is_not_who_says(read: Read) -> None:
    text = "Dawn reported that the ministry had said the deadline would not be extended."
    reading = read(text)
    inner = next(one for one in reading.statements if text[one.start :].startswith("the deadline"))
    assert (named(reading, inner.speaker), named(reading, inner.via)) == (["ministry"], ["Dawn"])
    extension = told(reading, "DeadlineExtension")
    assert (named(reading, extension.attributed_to), named(reading, extension.via)) == (["ministry"], ["Dawn"])


def test_who_hears_it(read: Read) -> None:
    reading = read("The minister told reporters on Monday that the camps would close.")
    assert named(reading, reading.statements[0].told_to) == ["reporters"]


@pytest.mark.parametrize(
    ("text", "label", "kind", "mentions"),
    [
        (
            "Karim Antoun came to Beirut in May. He said soldiers had burned his house.",
            "Karim Antoun",
            "Person",
            ["Karim Antoun", "He", "his"],
        ),
        (
            "Interior Minister Sarfaraz Bugti said all foreigners must leave. Bugti spoke in Quetta.",
            "Sarfaraz Bugti",
            "Person",
            ["Sarfaraz Bugti", "Bugti"],
        ),
        (
            "The International Organization for Migration (IOM) counted 900 returns. IOM said the number would grow.",
            "IOM",
            "IntergovernmentalOrganization",
            ["International Organization for Migration", "IOM", "IOM"],
        ),
        ("The Kenyan government said it would close the camp.", "Kenya", "State", ["Kenyan government", "it"]),
        ("Islamabad announced a new plan on Monday.", "Pakistan", "State", ["Islamabad"]),
        ("Thousands of Afghans live in Islamabad.", "Islamabad", "Place", ["Islamabad"]),
        (
            "Pakistan has hosted Afghans for decades, but the country wants them to leave.",
            "Afghans",
            "Population",
            ["Afghans", "them"],
        ),
        (
            "Pakistan has hosted Afghans for decades, but the country wants them to leave.",
            "Pakistan",
            "Place",
            ["country"],
        ),
    ],
)
def test_who_is_who(text: str, label: str, kind: str, mentions: list[str], read: Read) -> None:
    (entity,) = [one for one in read(text).entities if (one.label, one.type) == (label, kind)]
    assert mentioned(text, entity) == mentions


def test_two_people_of_one_surname_stay_two(read: Read) -> None:
    reading = read("Mary Smith met Robert Smith in Geneva. Robert Smith said the talks had failed.")
    assert sorted(one.label for one in reading.entities if one.type == "Person") == ["Mary Smith", "Robert Smith"]


def test_conjoined_verbs_share_their_subject_and_pronouns_their_antecedent(read: Read) -> None:
    reading = read("Turkish police arrested 30 Syrians and deported them to Syria.")
    expulsion = told(reading, "Expulsion")
    roles = [named(reading, one) for one in (expulsion.agent, expulsion.patient, expulsion.place)]
    assert roles == [["Turkish police"], ["Syrians"], ["Syria"]]
