"""Policies: of which type, whose, for whom, and how they stand by the sentences that are about them."""

from collections.abc import Callable

import pytest

from torkham.model import Policy, Reading

CASES = [
    ("Chad launched a deportation drive on Monday.", "RepatriationPlan|Chad|in-force"),
    ("Turkey announced a plan to return Syrians.", "RepatriationPlan|Turkey|to Syrians|announced"),
    ("Ankara suspended its plan to deport Syrians.", "RepatriationPlan|Turkey|suspended"),
    ("Activists urged Ankara to halt its plan to deport Syrians.", "RepatriationPlan|Turkey|unknown"),
    ("Amnesty International asked Iran to stop its expulsion campaign.", "RepatriationPlan|Iran|unknown"),
    ("Denmark did not suspend its expulsion policy.", "RepatriationPlan|Denmark|unknown"),
    ("Denmark could suspend its expulsion policy.", "RepatriationPlan|Denmark|unknown"),
    ("Denmark will suspend its expulsion policy.", "RepatriationPlan|Denmark|unknown"),
    ("Denmark will launch a repatriation programme.", "RepatriationPlan|Denmark|announced"),
    ("Iran announced the expansion of its expulsion campaign.", "RepatriationPlan|Iran|extended"),
    ("The expansion of its expulsion campaign was criticised in Iran.", "RepatriationPlan|unknown"),
    ("The United States suspended its refugee admissions programme.", "ResettlementProgramme|United States|suspended"),
    ("Germany ended its resettlement programme in May.", "ResettlementProgramme|Germany|ended"),
    ("Germany resumed its relocation scheme.", "ResettlementProgramme|Germany|in-force"),
    (
        "If Germany ends its resettlement programme, thousands will be stranded.",
        "ResettlementProgramme|Germany|unknown",
    ),
    ("The judge blocked the deportation plan.", "RepatriationPlan|suspended"),
    ("Kenya's crackdown on Somali refugees continues.", "RepatriationPlan|Kenya|in-force"),
    (
        "Pakistan on Friday told card holders to leave, widening an expulsion campaign.",
        "RepatriationPlan|Pakistan|extended",
    ),
    ("Washington revoked the protected status of 9,000 Afghans.", "ProtectionProgramme|ended"),
    ("Kabul criticised a Pakistani crackdown on undocumented migrants.", "RepatriationPlan|Pakistan|unknown"),
    ("Chad imposed new border restrictions.", "BorderMeasure|Chad"),
    ("Iran said its repatriation programme had ended.", "RepatriationPlan|Iran|ended"),
    ("The minister vowed to launch a deportation campaign.", "RepatriationPlan|announced"),
    ("Syrians fear the deportation campaign.", "RepatriationPlan|unknown"),
    ("She was granted refugee status in Denmark.", ""),
    ("The police officer had a plan.", ""),
    ("They were removed under formal deportation orders.", ""),
    ("They had broken the Labor Law.", ""),
    ("Iran has launched a deportation campaign of Afghans.", "RepatriationPlan|Iran|in-force"),
    ("Haiti's TPS designation was set to expire in May.", "ProtectionProgramme|unknown"),
    ("UNHCR criticised the country's asylum policy.", "ProtectionProgramme|unknown"),
    ("UNHCR criticised the deportation policy.", "RepatriationPlan|unknown"),
    ("Kenya defended its deportation policy.", "RepatriationPlan|Kenya"),
    ("The U.S. Refugee Admissions Program was suspended.", "ResettlementProgramme|United States|suspended"),
    ("Her travel plans were cancelled by the ministry.", ""),
    ("The school closed its lunch programme.", ""),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_policies(text: str, expected: str, read: Callable[[str], Reading]) -> None:
    """Expected: the type and what must be told of it, parted by bars; nothing where there is no policy."""
    reading = read(text)
    told = [_told(reading, one) for one in reading.policies]
    if expected:
        assert len(told) == 1
        assert set(expected.split("|")) <= told[0]
    else:
        assert told == []


def _told(reading: Reading, one: Policy) -> set[str]:
    issuer = {reading.entities[index].label for index in one.issuer}
    return {one.type, one.status, *issuer, *(f"to {reading.entities[index].label}" for index in one.targets)}


def test_a_label_ends_with_a_whole_phrase(read: Callable[[str], Reading]) -> None:
    (policy,) = read(
        "Chad began the programme of repatriation of foreign nationals living in Abéché for years."
    ).policies
    assert not policy.label.endswith("living")


LABELS = [
    (
        "Chad approved the second phase of the Illegal Foreigners' Repatriation Plan.",
        "Illegal Foreigners' Repatriation Plan",
    ),
    ("Lebanon resumed its “voluntary return” plan for Syrians.", "voluntary return plan"),
    ("The current TPS designation will lapse in May.", "TPS designation"),
]


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_labels(text: str, label: str, read: Callable[[str], Reading]) -> None:
    (policy,) = read(text).policies
    assert policy.label == label


@pytest.mark.parametrize(
    "text",
    [
        "We have no plan to expel refugees.",
        "They left before the cabinet had taken any decision to repatriate Syrians.",
        "An extension of 60 days is not a refugee policy.",
    ],
)
def test_what_is_denied_is_no_policy(text: str, read: Callable[[str], Reading]) -> None:
    assert read(text).policies == ()
