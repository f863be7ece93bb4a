"""Who says what, to whom and through whom, in short sentences of many kinds, read by the shipped pipeline."""

from collections.abc import Callable

import pytest

from torkham.model import Reading, Statement

Read = Callable[..., Reading]

# Each line of what is said: speaker | how the words begin | who relays it | who hears it.
SAID: list[tuple[str, list[str]]] = [
    (
        "Over 3,000 Afghans were sent to Kabul, Khaama Press reported, citing the refugees ministry.",
        ["refugees ministry | Over 3,000 Afghans were sent to Kabul | Khaama Press"],
    ),
    (
        "Over 3,000 Afghans were sent to Kabul, ANI reported, quoting Khaama Press.",
        ["Khaama Press | Over 3,000 Afghans were sent to Kabul | ANI"],
    ),
    (
        "Citing police officials, Dawn reported that 40 families had been detained in Quetta.",
        ["police officials | 40 families had been detained in Quetta | Dawn"],
    ),
    (
        "Interior Minister Eskandar Momeni was quoted by IRNA as saying that 4,000 migrants had left.",
        ["Eskandar Momeni | 4,000 migrants had left | IRNA"],
    ),
    (
        "IRNA quoted Interior Minister Eskandar Momeni as saying that 4,000 migrants had left.",
        ["Eskandar Momeni | 4,000 migrants had left | IRNA"],
    ),
    ("Five men were held in Gao, AFP quoted Ali Moradi as saying.", ["Ali Moradi | Five men were held in Gao | AFP"]),
    (
        "State media quoted the minister as saying the camps would close.",
        ["minister | the camps would close | state media"],
    ),
    ("• Since September 2023, 845,000 have left: IOM", ["IOM | Since September 2023, 845,000 have left"]),
    ("Amnesty Int'l said the plan was cruel.", ["Amnesty International | the plan was cruel"]),
    (
        'Ali Khan left. "I told them so. They laughed," he said, sitting on a curb. "I don\'t even know."',
        ["Ali Khan | I told them so", "Ali Khan | They laughed", "Ali Khan | I don't even know"],
    ),
    ("A spokesman, Ali Khan, said 300 families comprising 900 people had left.", ["Ali Khan | 300 families"]),
    (
        "At least 49 people were held, two security sources told Dawn. Ten of them, the sources said, were women.",
        ["security sources | At least 49 people were held |  | Dawn", "security sources | Ten of them"],
    ),
    (
        "The committee confirmed that men had been removed. It alleged that they had broken the rules.",
        ["committee | men had been removed", "committee | they had broken the rules"],
    ),
    (
        "Ankara deported 42 Syrians last week, the Berlin-based monitor Refugee Watch alleged in a dossier.",
        ["Refugee Watch | Ankara deported 42 Syrians last week"],
    ),
    ("Iran denied that 500 Afghans had been deported.", ["Iran | denied that 500 Afghans had been deported"]),
    ("The ministry did not deny that police had held men.", ["ministry | did not deny that police had held men"]),
    ("Iran left the pact, denying that it had bowed to Kabul.", ["Iran | denying that it had bowed to Kabul"]),
    ("The ministry, quoted by AFP, said the border would reopen.", ["ministry | the border would reopen | AFP"]),
    (
        "The Guardian reported that UNHCR had warned that the camp was full.",
        ["The Guardian | UNHCR had warned", "UNHCR | the camp was full | The Guardian"],
    ),
    (
        "Syrian refugees should “start thinking about going home,” Lebanon’s deputy premier, Ghassan Hasbani, told the BBC.",
        ["Ghassan Hasbani | Syrian refugees should |  | BBC"],
    ),
    (
        'The border commander, Majid Shojai, has said that 13,204 "illegal" migrants had been expelled, Khaama Press reported.',
        [
            'Khaama Press | The border commander, Majid Shojai, has said that 13,204 "illegal" migrants had been expelled',
            'Majid Shojai | 13,204 "illegal" migrants had been expelled | Khaama Press',
        ],
    ),
    (
        "The mayor has said the city will not help, and the governor reminded residents of their rights.",
        ["mayor | the city will not help"],
    ),
    (
        "The ministry had proposed an extension, but the cabinet turned it down, two officials familiar with the talks said.",
        ["officials | The ministry had proposed an extension, but the cabinet turned it down"],
    ),
    (
        "A boy died of pneumonia in the camp, according to his relatives.",
        ["relatives | A boy died of pneumonia in the camp"],
    ),
    (
        "The refugees were welcomed at first, said Mr Hasbani, but their number has grown.",
        ["Hasbani | The refugees were welcomed at first"],
    ),
    ("Trinidad ships Venezuelans home as lawyers cry foul.", []),
    ("The minister was blunt: “We will not wait any longer.”", ["minister | We will not wait any longer."]),
    ("Amina told researchers: “They tied his hands.”", ["Amina | They tied his hands. |  | researchers"]),
    ("Karim Antoun sat down on a suitcase. “They came at night,” he said.", ["Karim Antoun | They came at night,"]),
    (
        "“They came at night,” said Karim Antoun. He paused. “They took my brother.”",
        ["Karim Antoun | They came at night,", "Karim Antoun | They took my brother."],
    ),
    (
        "“I told them the baby could come any day,” said Rosa Pierre. “They laughed.”",
        ["Rosa Pierre | I told them", "Rosa Pierre | They laughed."],
    ),
    (
        "Claudia Sheinbaum promised humane treatment. Nearly 900 had come since Trump’s inauguration, she told reporters.",
        ["Claudia Sheinbaum | Nearly 900 had come since Trump’s inauguration |  | reporters"],
    ),
    (
        'Ahmad Khatib will leave, as others did after Bashar al-Assad was toppled. "Nobody left me a choice," he told AFP.',
        ["Ahmad Khatib | Nobody left me a choice, |  | AFP"],
    ),
    (
        "Zulfiqar Ali said 46,520 Afghans had been repatriated so far, adding that the operation would end in February.",
        [
            "Zulfiqar Ali | 46,520 Afghans had been repatriated so far",
            "Zulfiqar Ali | the operation would end in February",
        ],
    ),
    (
        "In a report released on Monday, Human Rights Watch found that police had beaten detainees.",
        ["Human Rights Watch | police had beaten detainees"],
    ),
    (
        "According to a report by the UN High Commissioner for Refugees (UNHCR), Pakistan has expelled 825,600 Afghans.",
        ["UNHCR | Pakistan has expelled 825,600 Afghans"],
    ),
    (
        "In a post on X, Interior Minister Mohsin Naqvi said the deadline would not be extended.",
        ["Mohsin Naqvi | the deadline would not be extended"],
    ),
    ("“The raids must end,” Amnesty International wrote on X.", ["Amnesty International | The raids must end,"]),
    ("A letter signed by 80 former officials says the plan is cruel.", ["former officials | the plan is cruel"]),
    (
        "“The process will begin on September 1,” read the interior ministry letter.",
        ["interior ministry | The process will begin on September 1,"],
    ),
    ("The embassy’s statement added that visas would be issued.", ["embassy | visas would be issued"]),
    (
        "A statement by the two UN organizations said it was dangerous. “It would have consequences,” the statement added.",
        ["UN organizations | it was dangerous", "UN organizations | It would have consequences,"],
    ),
    (
        "A security official, who asked not to be named, said the raids would go on.",
        ["security official | the raids would go on"],
    ),
    (
        "“There is no water,” said a mother of three who declined to be identified for fear of arrest.",
        ["mother | There is no water,"],
    ),
    ("A Syrian teacher who gave only her first name, Rima, said she would stay.", ["Rima | she would stay"]),
    ("Families were told that they had to leave. It was reported that 40 people had died.", []),
    (
        "‘They have nowhere to go and no one will help them,’ said Mary Jones, a volunteer.",
        ["Mary Jones | They have nowhere to go and no one will help them,"],
    ),
    ("Pakistan expelled 900 “illegal” Afghans on Monday.", []),
    ("In its report titled “Coercion and Complicity”, the group asks Pakistan to end police abuse.", []),
    ("UNHCR maintains that returns must be voluntary.", ["UNHCR | returns must be voluntary"]),
    ("UNICEF cautioned that children were at risk.", ["UNICEF | children were at risk"]),
    ("The ministry clarified that card holders were exempt.", ["ministry | card holders were exempt"]),
    ("“We lost everything,” lamented Gul Agha.", ["Gul Agha | We lost everything,"]),
    ("Turkey put at least 300 Afghans on planes at Igdir, two lawyers said.", ["lawyers | Turkey put at least 300"]),
    ("UNHCR put at over 3,000 the number of deportees.", ["UNHCR | at over 3,000 the number of deportees"]),
    ("Amina recounted how soldiers had burned her house.", ["Amina | how soldiers had burned her house"]),
    ("Many of the refugees recalled being beaten by the police.", ["refugees | being beaten by the police"]),
    ("Oxfam tweeted that the border was closed.", ["Oxfam | the border was closed"]),
    ("The witness testified that guards had fired at the crowd.", ["witness | guards had fired at the crowd"]),
    (
        "Afghan refugees told Human Rights Watch that insecure status, threats, and police abuses had left them with no choice.",
        [
            "Afghan refugees | insecure status, threats, and police abuses had left them with no choice |  | Human Rights Watch"
        ],
    ),
    (
        "The ministry added that returnees were referred to the United Nations High Commissioner for Refugees (UNHCR).",
        ["ministry | returnees were referred to the United Nations High Commissioner for Refugees (UNHCR)"],
    ),
    (
        "Beirut estimates the number of refugees at 1.5 million, although the UN puts it at less than a million.",
        ["Lebanon | the number of refugees at 1.5 million", "United Nations | it at less than a million"],
    ),
    (
        "UNHCR said returns should happen only when people feel that it is safe.",
        ["UNHCR | returns should happen only when people feel that it is safe"],
    ),
    ("“We were never asked.” — Abdul Wahid, day labourer", ["Abdul Wahid | We were never asked."]),
    (
        "In the agency’s view, returns should be voluntary. UNHCR said so again.",
        ["agency | returns should be voluntary"],
    ),
    ("The ministry did not say that the camp would close.", []),
    ("The agency declined to say how many had left. If the minister says that they must go, they will.", []),
    (
        "The spokesman for President Donald Trump said the raids would go on.",
        ["spokesman for President Donald Trump | the raids would go on"],
    ),
    (
        "Amnesty International’s Regional Director for East Africa and the Great Lakes Muthoni Wanyeki said returns must stop.",
        ["Muthoni Wanyeki | returns must stop"],
    ),
    (
        "The UNHCR described the plan as abrupt and warned that it would have “extreme humanitarian consequences”.",
        ["UNHCR | it would have"],
    ),
    (
        "BBC News reports: Lebanon cannot accept any more refugees, Information Minister Ramzi Jreij has said.",
        ["Ramzi Jreij | Lebanon cannot accept any more refugees"],
    ),
    (
        "New York mayor and presidential candidate Bill Carter has said the city will not help.",
        ["Bill Carter | the city will not help"],
    ),
    (
        "Amina told researchers that she never saw the decision, and that nobody had asked her.",
        ["Amina | she never saw the decision, and that nobody had asked her |  | researchers"],
    ),
    (
        "“How can they challenge it?” Judge Ann Lee asked. Karim Antoun did not answer.",
        ["Ann Lee | How can they challenge it?"],
    ),
    ("“They came at night.” Karim Antoun asked the guards for water.", []),
    (
        "“The ties must be kept,” the Taliban said in a statement, warning that more raids could harm trade.",
        ["Taliban | The ties must be kept,", "Taliban | more raids could harm trade"],
    ),
    (
        "“Iran is full,” Eskandar Momeni said, adding that “jobs have been taken.”",
        ["Eskandar Momeni | Iran is full,", "Eskandar Momeni | jobs have been taken."],
    ),
    ("AFP quoted Bo, a deportee, as saying: “We had no choice.”", ["Bo | We had no choice. | AFP"]),
    (
        "Karim Antoun was quoted by AFP as saying, “I did not say that” when two lawyers asked the court to rule.",
        ["Karim Antoun | I did not say that | AFP"],
    ),
    ("Afghan migrants forcibly returned from Iran say they were beaten.", ["Afghan migrants | they were beaten"]),
    ("The minister made it clear that nobody would be spared.", ["minister | nobody would be spared"]),
    ("Omar Kamal is a farmer who says he was expelled.", ["Omar Kamal | he was expelled"]),
    (
        "Antoun said the deportees were pressed into leaving as officials have reported.",
        ["Antoun | the deportees were pressed", "officials | the deportees were pressed into leaving | Antoun"],
    ),
    (
        "“According to the guards, 360 people need help at once,” added UNHCR, which works there.",
        [
            "UNHCR | According to the guards, 360 people need help at once,",
            "guards | 360 people need help at once | UNHCR",
        ],
    ),
    (
        "In Leeds, a teacher who gave only her first name, Rima, said she would stay. “They came,” she said.",
        ["Rima | she would stay", "Rima | They came,"],
    ),
    (
        "The November statement by Ann Lee is old. “It is bad,” a statement by the two UN organizations said on"
        " October 7. “It will get worse,” the statement added.",
        ["UN organizations | It is bad,", "UN organizations | It will get worse,"],
    ),
    ("Police claimed to have moved 900 Afghans. They claim to be kind.", ["police | to have moved 900 Afghans"]),
    (
        'A U.S. official told AFP that his country had "no formal way to track these cases," adding that the number of'
        ' Afghans deported while awaiting U.S. resettlement was "very small."',
        ["U.S. official | his country had |  | AFP", "U.S. official | the number of Afghans deported"],
    ),
    ("The government was seeking to remove “asylum seekers and victims of trafficking”.", []),
]

HEADLINES: list[tuple[str, list[str]]] = [
    ("Iran to expel two million Afghans: minister", ["minister | Iran to expel two million Afghans"]),
    ("UNHCR: forced returns of Afghans must stop", ["UNHCR | forced returns of Afghans must stop"]),
    (
        "Refugees killed after return to Syria, says Amnesty International",
        ["Amnesty International | Refugees killed after return to Syria"],
    ),
    ("Pakistan has deported 800,000 Afghans – UNHCR", ["UNHCR | Pakistan has deported 800,000 Afghans"]),
]


def told(text: str, reading: Reading) -> list[str]:
    """The statements as lines like those above, the words in full."""

    def labels(indices: tuple[int, ...]) -> str:
        return " & ".join(sorted(reading.entities[index].label for index in indices))

    def line(one: Statement) -> str:
        parts = (labels(one.speaker), text[one.start : one.end], labels(one.via), labels(one.told_to))
        return " | ".join(parts).rstrip(" |")

    return [line(one) for one in reading.statements]


def same(line: str, wanted: str) -> bool:
    """Speaker, relays and hearers alike, and words that begin alike: where they end is another matter."""
    mine, theirs = (line + " | " * 3).split(" | "), (wanted + " | " * 3).split(" | ")
    return (mine[0], mine[2], mine[3]) == (theirs[0], theirs[2], theirs[3]) and mine[1].startswith(theirs[1])


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_who_says_what(text: str, wanted: list[str], read: Read) -> None:
    lines = told(text, read(text))
    assert len(lines) == len(wanted), lines
    assert all(any(same(line, one) for line in lines) for one in wanted), lines


@pytest.mark.parametrize(("text", "wanted"), HEADLINES)
def test_who_says_what_a_headline_says(text: str, wanted: list[str], read_blocks: Read) -> None:
    lines = told(text, read_blocks(("headline", text)))
    assert len(lines) == len(wanted), lines
    assert all(any(same(line, one) for line in lines) for one in wanted), lines
