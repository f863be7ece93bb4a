"""Who holds which office where, read by the shipped pipeline from sentences as news writes them."""

from collections.abc import Callable

import pytest

from torkham.model import Reading

Read = Callable[[str], Reading]


def held(reading: Reading) -> list[tuple[str, str, str]]:
    """The positions of a reading: person, role, organisation."""
    labels = [entity.label for entity in reading.entities]
    return [(labels[one.person], one.role, labels[one.organisation]) for one in reading.positions]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        # titles before the name
        ("Mexican President Claudia Sheinbaum spoke.", ("Claudia Sheinbaum", "President", "Mexico")),
        ("Captain Luis Ortega of the Colombian navy left.", ("Luis Ortega", "Captain", "Colombian navy")),
        (
            "Sgt. Dale Porter of the El Paso Police Department left.",
            ("Dale Porter", "Sgt.", "El Paso Police Department"),
        ),
        ("Chief Secretary Aslam Domki of Balochistan left.", ("Aslam Domki", "Chief Secretary", "Balochistan")),
        (
            "Foreign Minister and Deputy Prime Minister Saad Karimov of Uzbekistan left.",
            ("Saad Karimov", "Foreign Minister and Deputy Prime Minister", "Uzbekistan"),
        ),
        ("Mayor Ricardo Nunes of Sao Paulo opened the shelter.", ("Ricardo Nunes", "Mayor", "Sao Paulo")),
        ("Chaman police chief Naseer Khan shut the gate.", ("Naseer Khan", "police chief", "Chaman")),
        ("UNHCR's Representative in Pakistan Ann Lee spoke.", ("Ann Lee", "Representative", "UNHCR")),
        ("Under President Joe Biden, the program grew.", ("Joe Biden", "President", "United States")),
        (
            "Deputy Commissioner Khyber Captain (retd) Sanaullah Khan opened the camp.",
            ("Sanaullah Khan", "Deputy Commissioner", "Khyber"),
        ),
        (
            "Assistant Commissioner Landi Kotal Irshad Ali left.",
            ("Irshad Ali", "Assistant Commissioner", "Landi Kotal"),
        ),
        ("Chief of Army Staff (COAS) Gen Asim Munir left.", ("Asim Munir", "Chief of Army Staff", "Pakistan")),
        # an owned office, a comma, a name
        ("Awami Party (AWP) Co-chairman, Sher Khan, is old.", ("Sher Khan", "Co-chairman", "Awami Party")),
        ("Omar Shah, Donald Trump's border czar, said so.", ("Omar Shah", "border czar", "United States")),
        ("Kenya's interior minister, Grace Otieno, said so.", ("Grace Otieno", "interior minister", "Kenya")),
        ("Its spokesman was late. The mayor of Agadez, Rhissa Feltou, left.", ("Rhissa Feltou", "mayor", "Agadez")),
        ("A spokesperson for UNHCR, Dina Farouk, said so.", ("Dina Farouk", "spokesperson", "UNHCR")),
        (
            "BEIRUT (AFP) – Lebanon sent back 300 Syrians. Caretaker minister of the displaced Karim Antoun told AFP so.",
            ("Karim Antoun", "Caretaker minister", "Lebanon"),
        ),
        ("Texas Gov. Greg Abbott left.", ("Greg Abbott", "Gov.", "Texas")),
        ("Herat police spokesman Mahmood Rasouli left.", ("Mahmood Rasouli", "spokesman", "Herat police")),
        # after the name
        ("Ann Diaz, then the UNHCR representative in Chad, left.", ("Ann Diaz", "representative", "UNHCR")),
        (
            "Bo Diaz, the Jesuit priest who runs the shelter, accuses both governments.",
            ("Bo Diaz", "head", "shelter"),
        ),
        (
            "Guerline Diaz, co-founder and executive director of the Haitian Bridge Alliance, said so.",
            ("Guerline Diaz", "co-founder and executive director", "Haitian Bridge Alliance"),
        ),
        (
            "Tricia Lee, assistant secretary for public affairs at the Department of Homeland Security, said so.",
            ("Tricia Lee", "assistant secretary for public affairs", "U.S. Department of Homeland Security"),
        ),
        (
            "Roza Diaz, the UN secretary-general's special representative for Chad, left.",
            ("Roza Diaz", "special representative", "United Nations"),
        ),
        (
            "Zia Takal, deputy spokesperson for the foreign ministry, left.",
            ("Zia Takal", "deputy spokesperson", "foreign ministry"),
        ),
        (
            "Hamid Reza, 51, the deputy head of the Iranian Red Crescent, left.",
            ("Hamid Reza", "deputy head", "Iranian Red Crescent Society"),
        ),
        (
            "Agnes Callamard, Secretary-General of Amnesty International, called on Iran to stop.",
            ("Agnès Callamard", "Secretary-General", "Amnesty International"),
        ),
        (
            "Abdul Kabir, the Taliban's acting minister for refugees, left.",
            ("Abdul Kabir", "acting minister for refugees", "Taliban"),
        ),
        ("Olivier Kabongo, an adviser to the president of Chad, left.", ("Olivier Kabongo", "adviser", "Chad")),
        ("Milan Novak, Slovakia's ambassador to Austria, left.", ("Milan Novak", "ambassador", "Slovakia")),
        (
            "Asif Durrani, Pakistan's special representative for Afghanistan, flew to Kabul.",
            ("Asif Durrani", "special representative", "Pakistan"),
        ),
        (
            "Ravina Shamdasani, spokesperson for the Office of the UN High Commissioner for Human Rights, spoke.",
            ("Ravina Shamdasani", "spokesperson", "OHCHR"),
        ),
        (
            "Wiebke Judith, legal policy spokeswoman for the group Pro Asyl, left.",
            ("Wiebke Judith", "legal policy spokeswoman", "Pro Asyl"),
        ),
        (
            "Foreign Office spokesperson Shafqat Ali Khan said that Pakistan had shown generosity.",
            ("Shafqat Ali Khan", "spokesperson", "Foreign Office"),
        ),
        ("ANP Sindh president Shahi Syed left.", ("Shahi Syed", "president", "Awami National Party")),
        # over, and said so
        ("Former Afghan president Hamid Karzai left.", ("Hamid Karzai", "Former Afghan president", "Afghanistan")),
        (
            "Yannis Mouzalas, Greece's former migration minister, left.",
            ("Yannis Mouzalas", "former migration minister", "Greece"),
        ),
        # predicates
        ("Ann Diaz took over as head of IOM in May.", ("Ann Diaz", "head", "IOM")),
        ("Clara Weiss, 43, who coordinates the work of Caritas, left.", ("Clara Weiss", "coordinator", "Caritas")),
        ("Joseph Mwangi, who runs the transit centre, left.", ("Joseph Mwangi", "head", "transit centre")),
        ("The mission is headed by Anders Lund.", ("Anders Lund", "head", "mission")),
        ("Milan Novak, who is Slovakia's ambassador to Austria, left.", ("Milan Novak", "ambassador", "Slovakia")),
        ("Ibrahim Sow was named Senegal's foreign minister.", ("Ibrahim Sow", "foreign minister", "Senegal")),
        (
            "Mohammad Rahim is the head of the Kandahar Chamber of Commerce.",
            ("Mohammad Rahim", "head", "Kandahar Chamber of Commerce"),
        ),
        # a known holder; the country that the text is about
        ("President Luis Abinader said Haitians would go.", ("Luis Abinader", "President", "Dominican Republic")),
        (
            "Niger sees it differently. State Minister for Interior Harouna Djibrilla protested.",
            ("Harouna Djibrilla", "State Minister for Interior", "Niger"),
        ),
        (
            "Niger sees it differently. Interior Minister Harouna Djibrilla protested.",
            ("Harouna Djibrilla", "Interior Minister", "Niger"),
        ),
        # bodies without a name
        ("Border police chief Gloria Chavez left.", ("Gloria Chavez", "Border police chief", "Border police")),
    ],
)
def test_the_position_is_read(text: str, position: tuple[str, str, str], read: Read) -> None:
    assert held(read(text)) == [position]


@pytest.mark.parametrize(
    "text",
    [
        "Rajab Safarov, a Moscow-based analyst, doubted it.",
        "The Syrian teacher Rima Haddad left Turkey.",
        "In his talks with Pakistan's ambassador, Kabir also spoke.",
        "Peter Braun hopes to become mayor of Cologne.",
        "Maria Rossi will be appointed head of Frontex in May.",
        "Afghanistan has changed since troops left. President Amina Sow said so in Dakar.",
        "The letter was sent to Amir Baloch, dozens of former US officials and representatives of charities said.",
    ],
)
def test_what_nobody_says_is_no_position(text: str, read: Read) -> None:
    assert held(read(text)) == []


def test_a_plural_title_is_that_of_each(read: Read) -> None:
    positions = held(read("Ministers Karl Brandt and Eva Holm of Sweden signed the deal."))
    assert sorted((person, organisation) for person, _, organisation in positions) == [
        ("Eva Holm", "Sweden"),
        ("Karl Brandt", "Sweden"),
    ]


def test_the_next_persons_title_is_not_that_of_the_one_before(read: Read) -> None:
    positions = held(read("Omar Hadid and the governor of Nimroz, Najibullah Rafi, met the elders."))
    assert positions == [("Najibullah Rafi", "governor", "Nimroz")]
