"""Who says what where the words are cut in two, set apart between commas, or no report at all."""

from collections.abc import Callable

import pytest
from tests.extract.test_saying import same, told

from torkham.model import Reading

Read = Callable[..., Reading]

SAID: list[tuple[str, list[str]]] = [
    ("“If I pack,” said Ann Lee, “my girls will know it is over.”", ["Ann Lee | my girls will know it is over."]),
    ("Ann Lee left. “They came,” she says, “and took my sons.”", ["Ann Lee | and took my sons."]),
    ("Women clutched toddlers; a teenager in a school uniform asked a stranger for a phone.", []),
    ("Her sons are in jail and Ann Lee does not know where they are.", []),
    ("Masooma, a widow who asked that her family name be withheld, was born in Iran.", []),
    (
        "OCHA called on all parties to guarantee safe passage for civilians, and the UN human rights office, OHCHR,"
        " warned that the removals might breach the law.",
        ["OHCHR | the removals might breach the law"],
    ),
    (
        "Unless fresh money comes in, said its country director, Paulo Tavares, the agency will have to drop 450,000"
        " people from its lists.",
        ["Paulo Tavares | the agency will have to drop"],
    ),
    (
        "Agencies are running out of cash to feed people, the UN aid coordination office, OCHA, cautioned on Friday,"
        " with up to 1,800 arriving each day.",
        ["OCHA | Agencies are running out of cash"],
    ),
    (
        "Amu TV, citing local sources in Nimroz, reported that guards had opened fire.",
        ["local sources in Nimroz | guards had opened fire | Amu TV"],
    ),
    (
        "Eleven of those interviewed said that police tore up passports.",
        ["Eleven of those interviewed | police tore up passports"],
    ),
    (
        "The Dominican Republic expelled many. President Luis Abinader has vowed not to let up. His government says it is"
        " defending itself.",
        ["Dominican Republic | it is defending itself"],
    ),
    (
        'A special rapporteur on Myanmar has opened an inquiry into what he called "a blatant disregard for human life".',
        ["special rapporteur on Myanmar | a blatant disregard"],
    ),
    (
        '"How can you call it voluntary?" Abdul Wasi Haqyar, a spokesman for the Taliban-run Ministry of Refugees and'
        " Repatriation, said in an audio message.",
        ["Abdul Wasi Haqyar | How can you call it voluntary?"],
    ),
    (
        "In the town of Haripur, home to one of the oldest camps, Zarmina, a widow in her 50s, said her son had been held.",
        ["Zarmina | her son had been held"],
    ),
    (
        "In Peshawar, Capital City Police Officer Qasim Ali Khan said 187 Afghans had been taken into custody during search"
        " operations in Hayatabad, Board Bazaar and Tehkal.",
        ["Qasim Ali Khan | 187 Afghans had been taken"],
    ),
    ("A Berlin court ruled that the promises were binding.", ["Berlin court | the promises were binding"]),
]


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_who_says_what_between_commas(text: str, wanted: list[str], read: Read) -> None:
    lines = told(text, read(text))
    assert len(lines) == len(wanted), lines
    assert all(any(same(line, one) for line in lines) for one in wanted), lines


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("OCHA called on all parties to the conflict to stop.", ["OCHA"]),
        ("South Sudan is poor. The Government has promised land.", ["South Sudan"]),
        ("UN children’s fund UNICEF helped.", ["UNICEF"]),
        ("India's top court refused.", ["Supreme Court of India"]),
        (
            "The UN refugee agency UNHCR and the International Organization for Migration (IOM) met. UNHCR left. The agency"
            " has money.",
            ["UNHCR", "IOM"],
        ),
        ("Punjab police left. The families thanked the force.", ["Punjab police", "families"]),
    ],
)
def test_who_is_no_actor(text: str, wanted: list[str], read: Read) -> None:
    assert [one.label for one in read(text).entities] == wanted
