"""Whom a pronoun, surname or description means, read by the shipped pipeline."""

from collections.abc import Callable

import pytest

from torkham.model import Reading

Read = Callable[[str], Reading]


def meant(reading: Reading, text: str) -> dict[str, list[str]]:
    """The words of each entity's mentions, by its label."""
    return {one.label: [text[said.start : said.end] for said in one.mentions] for one in reading.entities}


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        # he and she, by given name, title, noun and office
        ("Donald Trump met Claudia Sheinbaum. She told reporters so.", "Claudia Sheinbaum", "She"),
        ("Claudia Sheinbaum met Donald Trump. He told reporters so.", "Donald Trump", "He"),
        ("Carlos Diaz met Maria Lopez at the shelter. She wept.", "Maria Lopez", "She"),
        ("Mr. Khan and his wife, Fatima, crossed. She said guards took it.", "Fatima", "She"),
        ("Jamila Noor sat beside her son Yusuf. She said that he had not eaten.", "Yusuf", "he"),
        ("The spokeswoman of the ministry, Lena Vogt, met Peter Braun. She declined.", "Lena Vogt", "She"),
        ("Governor Greg Abbott met Kristi Noem in Austin. He thanked her.", "Kristi Noem", "her"),
        ("Volker Türk met President Masoud Pezeshkian. He urged Iran to stop.", "Volker Türk", "He"),
        ("Hassan Rouhani's brother, Hossein Fereydoun, was held. He denied it.", "Hossein Fereydoun", "He"),
        ("A Syrian woman who gave her name as Rima said she would return. She wept.", "Rima", "She"),
        ("Individuals wept. Those Afghans who have left, we assure them of help.", "Afghans", "them"),
        # of one surname
        (
            "Ana Maria Torres and Jose Torres left Caracas. Torres said she had lost her job.",
            "Ana Maria Torres",
            "Torres",
        ),
        ("Nasir Ahmad said his cousin Wali Ahmad was deported. Ahmad said he feared it.", "Nasir Ahmad", "Ahmad"),
        ("Ahmad Zahir came with his brother Omar Zahir. Omar said they had walked.", "Omar Zahir", "Omar"),
        # descriptions
        (
            "Zahra Ahmadi, a journalist, fled to Quetta. The journalist said her visa had expired.",
            "Zahra Ahmadi",
            "journalist",
        ),
        ("President Trump said he would end it. Rubio said the president had decided.", "Donald Trump", "president"),
        (
            "Ahmad al-Khatib packed his cases. The 44-year-old welder will cross on Thursday.",
            "Ahmad al-Khatib",
            "44-year-old welder",
        ),
        # bodies
        ("Ann Lee of UNHCR said help was needed. Lee said the agency had no money.", "UNHCR", "agency"),
        ("The United Nations said Iran had sent back 300 people. Its spokesman left.", "United Nations", "Its"),
        ("The Norwegian Refugee Council (NRC) left. NRC said so.", "Norwegian Refugee Council", "NRC"),
        ("The rights group Terre Ouverte left. Terre Ouverte wept.", "Terre Ouverte", "Terre Ouverte"),
        ("The semi-official Tasnim news agency said so. Tasnim quoted him.", "Tasnim News Agency", "Tasnim"),
        ("The U.N.'s migration agency has no money. IOM needs help.", "IOM", "U.N.'s migration agency"),
        ("The U.S. gave in. Trump's administration ended it.", "United States", "administration"),
        ("Police in Rawalpindi searched homes. Rawalpindi police left.", "Rawalpindi police", "Police"),
        ("Minister for Interior Talal Chaudhry spoke. Chaudhry left.", "Talal Chaudhry", "Chaudhry"),
        (
            "Nadia Bibi moved the court through lawyer Saqib Khan. The counsel said his client had come in 1996.",
            "Saqib Khan",
            "counsel",
        ),
        (
            "Pakistan's government extended the cards. Some 600,000 Afghans who arrived after the Taliban seized power "
            "hold no cards. The caretaker government had given them until Nov 1 to leave.",
            "Pakistan",
            "caretaker government",
        ),
        ("Refugees Aid, a coalition, cannot show police the papers, said Ann Lee, its founder.", "Refugees Aid", "its"),
        (
            "Mobs beat Syrians in several towns and eight municipalities ordered them to leave their homes.",
            "Syrians",
            "them",
        ),
        (
            'Ann Lee of UNHCR wept. "Rima", a mother of four, told Amnesty that soldiers had come. "They left," she said.',
            "Rima",
            "she",
        ),
        ("The Iranian embassy in Kabul stayed open. The embassy said so.", "Iranian embassy", "embassy"),
    ],
)
def test_who_is_meant(text: str, label: str, words: str, read: Read) -> None:
    assert words in meant(read(text), text)[label]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        (
            "The interior ministry deported 40 men. The foreign ministry denied it.",
            ("interior ministry", "foreign ministry"),
        ),
        ("The Pakistani embassy closed. The Iranian embassy stayed open.", ("Pakistani embassy", "Iranian embassy")),
        ("Rahim's lawyer, Sofia Petrou, said he had been beaten.", ("Rahim", "Sofia Petrou")),
    ],
)
def test_two_are_kept_apart(text: str, apart: tuple[str, str], read: Read) -> None:
    assert set(apart) <= set(meant(read(text), text))


def test_she_is_who_welcomed_it_not_the_judge_before(read: Read) -> None:
    reading = read(
        "A Kenyan judge blocked the plan. The ruling was welcomed by Muthoni Wanyeki of Amnesty International. "
        '"Today is a historic day," she said.'
    )
    assert [reading.entities[one.speaker[0]].label for one in reading.statements] == ["Muthoni Wanyeki"]


def test_who_stands_beside_the_speaker_does_not_speak(read: Read) -> None:
    reading = read("Amir Baloch came. Speaking beside Ghulam Memon, he said the camp would close.")
    assert [reading.entities[one.speaker[0]].label for one in reading.statements] == ["Amir Baloch"]


def test_a_lawyer_speaks_not_her_client(read: Read) -> None:
    reading = read("Rahim's lawyer, Sofia Petrou, said he had been beaten.")
    assert [reading.entities[one.speaker[0]].label for one in reading.statements] == ["Sofia Petrou"]


@pytest.mark.parametrize(
    ("text", "label", "words"),
    [
        ("Their daughter had been at an aunt's house. They had come to the city in 1992.", "aunt", "They"),
        ('The police came at dawn. "It is only for verification," they said.', "police", "It"),
    ],
)
def test_who_is_not_meant(text: str, label: str, words: str, read: Read) -> None:
    assert words not in meant(read(text), text).get(label, [])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Police detained 320 migrants in the eastern province of Van.", "province"),
        ("Kabul was being shelled by rival factions in 1992.", "Afghanistan"),
        ("Funds were gone and he closed the office.", "funds"),
        ("A second group of about 250,000 has until May to leave Texas.", "second group of about 250,000"),
        ("Quetta SSP Naveed Baig said the men were freed.", "Quetta SSP"),
        ("Secretary of State Marco Rubio left Doha.", "State"),
    ],
)
def test_what_is_no_actor(text: str, label: str, read: Read) -> None:
    assert label not in meant(read(text), text)
