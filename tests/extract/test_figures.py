"""Counts of people: found, measured and attributed, in the styles of many newsrooms."""

from collections.abc import Callable

import pytest

from torkham.model import Reading

CASES = [
    (
        "Nearly 450,000 Afghans have returned from Iran since the beginning of June, according to the United "
        "Nations’ migration agency.",
        {("450000", "returned")},
    ),
    (
        "From June 1 to July 5, a total of 449,218 Afghans crossed back into Afghanistan from Iran, bringing "
        "the number of returnees for 2024 to 906,326, the IOM confirmed on Monday.",
        {("449218", "returned"), ("906326", "returned")},
    ),
    (
        "At Islam Qala, over 43,000 people crossed in a single day on July 1, according to the UNHCR.",
        {("43000", "returned")},
    ),
    ("More than 250,000 people returned in June alone.", {("250000", "returned")}),
    (
        "More than 800,000 Afghans hold an Afghan Citizen Card in Pakistan, according to U.N. data.",
        {("800000", "resident")},
    ),
    (
        "Another roughly 1.3 million are formally registered with the Pakistan government and hold a separate"
        " Proof of Residence card.",
        {("1300000", "resident")},
    ),
    (
        "The U.N. says that more than 800,000 Afghans have returned to Afghanistan from Pakistan since the "
        "repatriation drive began and that in total Pakistan hosted around 2.8 million Afghan refugees.",
        {("800000", "returned"), ("2800000", "resident")},
    ),
    ("Presently, as many as 8,40,000 ACC holders are legally staying in Pakistan, he added.", {("840000", "resident")}),
    (
        "More than 13,000 Haitians were deported from the Dominican Republic during the month of July, "
        "according to official figures.",
        {("13000", "expelled")},
    ),
    (
        "The official said that the other 6,901 Haitians were arrested during migration controls throughout the country.",
        {("6901", "arrested")},
    ),
    (
        "The General Directorate of Migration has deported 54,733 undocumented Haitians to their country in "
        "the last 15 months.",
        {("54733", "expelled")},
    ),
    (
        "Bangladesh is now hosting over 1.1 million Rohingyas and most of them entered Bangladesh since August 25, 2017.",
        {("1100000", "resident")},
    ),
    ("So far, we have registered 10 lakh 4 thousand 742 Rohingya, he said.", {("1004742", "resident")}),
    (
        "The United Nations estimates that 9 lakh 62 thousand Rohingya are living near the Myanmar border.",
        {("962000", "resident")},
    ),
    ("MSF said 6,700 Rohingyas were killed in the first month of the operation.", {("6700", "killed")}),
    (
        "We've prepared a list of over 3,000 Rohingyas from whom we expect to send back 1,000 to Myanmar "
        "initially in or around December, he said.",
        {("3000", "in-pipeline"), ("1000", "targeted")},
    ),
    (
        "Some 128,000 people who fled the violence back then are still living in camps for internally displaced persons.",
        {("128000", "resident")},
    ),
    ("Turkish authorities deported at least 57,519 Syrians and others in 2023.", {("57519", "expelled")}),
    ("Turkey, home to 3.6 million Syrian refugees, has been criticised.", {("3600000", "resident")}),
    (
        "Some 509,000 Syrians have gone home voluntarily since December, Interior Minister Ali Yerlikaya said.",
        {("509000", "returned")},
    ),
    ("Police rounded up dozens of Afghans in Karachi and took them to holding centres.", {("24-99", "arrested")}),
    ("Around 20,000 Afghans in Pakistan are awaiting relocation to the United States.", {("20000", "in-pipeline")}),
    ("IOM provided cash assistance to 585 undocumented Afghans during the past week.", {("585", "assisted")}),
    ("According to Khaama Press, 173 Afghan prisoners were freed from Pakistani jails.", {("173", "released")}),
    ("UNHCR has recorded 16,164 deportations through Milak.", {("16164", "expelled")}),
    (
        "Five people, among them two children, died in the cold while waiting at the border.",
        {("5", "killed"), ("2", "killed")},
    ),
    ("A family of six was detained on the way to Turkey.", set()),
    (
        "Iran's interior minister Eskandar Momeni said two million illegal migrants would have to leave the country.",
        {("2000000", "targeted")},
    ),
    ("Germany flew 28 convicted Afghan nationals back to Kabul.", {("28", "expelled")}),
    ("In 2023, 2000 refugees left Chaman.", {("2000", "returned")}),
    ("The death toll rose to 41.", {("41", "killed")}),
    ("Pakistan expelled 4,800 and arrested 120 people on Tuesday.", {("4800", "expelled"), ("120", "arrested")}),
    ("He said 1.7m foreigners were living illegally in the country.", {("1700000", "resident")}),
    ("Amnesty said that at least 1,200 Afghan journalists and activists risk being deported.", {("1200", "targeted")}),
    (
        "The number of Afghans returning from Iran this year has surpassed 1.2 million, IOM said.",
        {("1200000", "returned")},
    ),
    ("More than two-thirds of the 1.5 million returnees are women and children.", {("1500000", "returned")}),
    ("The UN refugee agency puts the number of those displaced at 3.2 million.", {("3200000", "fled")}),
    ("An average of 2,000 people per day have been returning.", {("2000", "returned")}),
    ("Tehran has said it will expel two million Afghans by March 2025.", {("2000000", "targeted")}),
    ("Authorities in Islamabad have detained 60 Afghans who were waiting for visas.", {("60", "arrested")}),
    ("The U.S. has issued 25,000 letters to Afghans.", set()),
    ("Some 4,200 people returned voluntarily and 6,300 were deported.", {("4200", "returned"), ("6300", "expelled")}),
    ("Last week 176 families returned via the Milak border in Nimroz.", {("176", "returned")}),
    ("The number of returnees from Iran is 97,880 individuals.", {("97880", "returned")}),
    ("The agency gave cash to 585 (6%) of all undocumented Afghans from Iran.", {("585", "assisted")}),
    (
        "Chad deported 300 people. The group included: Adré (40 men, 12 children), Abéché (20 men).",
        {("300", "expelled"), ("40", "expelled"), ("12", "expelled"), ("20", "expelled")},
    ),
    (
        "Over 900,000 people have fled Sudan. These numbers include 285,300 in Egypt and 414,600 in Chad.",
        {("900000", "fled"), ("285300", "fled"), ("414600", "fled")},
    ),
    (
        "Some 3,500 families entered Chad via Adré, 243 families through Tine and 640 migrants from Libya.",
        {("3500", "arrived"), ("243", "arrived"), ("640", "arrived")},
    ),
    (
        "Over 550,000 people have fled Sudan, including 475,000 refugees and at least 75,000 migrant returnees.",
        {("550000", "fled"), ("475000", "fled"), ("75000", "fled")},
    ),
    ("A total of 253,000 Haitians were deported, surpassing the figure of 2023 by 2,310.", {("253000", "expelled")}),
    (
        "Kenya expelled 9,000 people in May, and in June it expelled at least 6,000 more.",
        {("9000", "expelled"), ("6000", "expelled")},
    ),
    (
        "At least 1,080 civilians have been killed, including at least 20 who died in a camp.",
        {("1080", "killed"), ("20", "killed")},
    ),
    (
        "The force arrested about 920 people a day. It hit almost 1,200 a day in June.",
        {("920", "arrested"), ("1200", "arrested")},
    ),
    (
        "Mexico led in deportations (87,290 people), followed by Guatemala (66,400) and Honduras (45,900).",
        {("87290", "expelled"), ("66400", "expelled"), ("45900", "expelled")},
    ),
    ("The influx piled on to hundreds of thousands also forced out of Chad.", {("200000-999999", "expelled")}),
    ("Over 100,000 refugees are among those who have fled Sudan.", {("100000", "fled")}),
    ("A crowd of people, totalling 2 lakh, have returned to Afghanistan.", {("200000", "returned")}),
    ("The group of 152 men and 45 women were being held on the island.", {("152", "arrested"), ("45", "arrested")}),
    (
        "Over 4.1 lakh held Proof of Registration cards; 3,000 refugees did not.",
        {("410000", "resident"), ("3000", "other")},
    ),
    ("Tens of thousands of at-risk Afghans left for Pakistan.", {("20000-99999", "fled")}),
    (
        "Chad expelled 60 men. At least a million more, like her, have no papers.",
        {("60", "expelled"), ("1000000", "other")},
    ),
    ("Germany organized a deportation flight of 81 Afghan men.", {("81", "expelled")}),
    ("Police arrested 300 people. Of the total, 80 were children.", {("300", "arrested"), ("80", "arrested")}),
    (
        "There are 110 Indians among 1,638 people who were illegally pushed into Bangladesh.",
        {("110", "expelled"), ("1638", "expelled")},
    ),
    (
        "India expelled 2,055 people. Among them are at least 173 Rohingya, including 50 registered with UNHCR.",
        {("2055", "expelled"), ("173", "expelled"), ("50", "resident")},
    ),
    (
        "India expelled 14 people. There are nine men and five women among them.",
        {("14", "expelled"), ("9", "expelled"), ("5", "expelled")},
    ),
    ("Some 664,000 people remain newly displaced across Syria.", {("664000", "fled")}),
    ("On the route 962 people died, and 1,536 went missing.", {("962", "killed"), ("1536", "other")}),
    ("The daily rate of refugees returning home stands at 91 people.", {("91", "returned")}),
    ("Around half a million Afghans have residency visas.", {("500000", "resident")}),
    ("Jordan is a country of 11 million people.", {("11000000", "resident")}),
    ("An estimated 1.6 million aliens have self-deported since May.", {("1600000", "returned")}),
    ("The total includes around 1.6 million voluntary self-departures.", {("1600000", "returned")}),
    (
        "Of those arrested, 300 were violators of the law and 40 people had broken it twice.",
        {("300", "arrested"), ("40", "arrested")},
    ),
    ("The fund helped 74,300 Proof of Registration card holders.", {("74300", "assisted")}),
    ("Some 239,000 migrants attempted to cross the border.", {("239000", "other")}),
    ("The real number of Syrians in the country is 2 million.", {("2000000", "resident")}),
    ("Kenya set a deadline for sending some 350,000 Somalis home.", {("350000", "targeted")}),
    (
        "Around 25,000 Afghans a month are deported, along with another 30,000 a month who cross voluntarily.",
        {("25000", "expelled"), ("30000", "returned")},
    ),
    ("“They have been arresting hundreds of Afghans daily,” Karim Yar said.", {("200-999", "arrested")}),
    ("Polish guards pushed back a total of 774 migrants from 28 to 31 March.", {("774", "expelled")}),
    ("The forces tried to expel about 350 migrants to Belarus.", {("350", "targeted")}),
    ("The forced return to Haiti of about 200,000 people has worsened the crisis.", {("200000", "expelled")}),
    ("Chad expelled 900 people. The number of sites in the city has increased from 73 to 108.", {("900", "expelled")}),
    ("There are 37,860 (9,340 households) IDPs living in open sites.", {("37860", "resident"), ("9340", "other")}),
    ("IOM facilitated the voluntary return and reintegration of 107 Haitians.", {("107", "returned")}),
    ("Floods affected more than 315,000 people nationwide.", {("315000", "other")}),
    (
        "The region has about 90,000 refugees, of whom 58,800 are in a camp, and about 33 000 living in villages.",
        {("90000", "resident"), ("58800", "resident"), ("33000", "resident")},
    ),
    ("More than 50 female Afghan women’s rights activists are facing deportation.", {("50", "targeted")}),
    ("They tried to strip protections from over half a million people.", {("500000", "targeted")}),
    ("At least 17 people drowned when a boat with 60 on board sank.", {("17", "killed"), ("60", "other")}),
    (
        "Some 8,000 people fled; the camp now holds more than 31,000.",
        {("8000", "fled"), ("31000", "resident")},
    ),
    (
        "Iran plans to expel 2 million Afghans, on top of the 1.3 million it says it removed last year.",
        {("2000000", "targeted"), ("1300000", "expelled")},
    ),
    (
        "Chad deported 1,080 people despite an order that stayed the removal of 1,200.",
        {("1080", "expelled"), ("1200", "expelled")},
    ),
    ("Some 1.2 million people have come home this year.", {("1200000", "returned")}),
    ("The raids netted 52 foreigners, 17 of whom were let go later.", {("52", "arrested"), ("17", "released")}),
    ("Some 23 people, among them a woman and her three sons, were expelled.", {("23", "expelled"), ("3", "expelled")}),
    ("The second group are the Syrians, who number 2.7 million.", {("2700000", "resident")}),
    ("Mexico received 38,700 of its own citizens.", {("38700", "returned")}),
    (
        "Of 1.7 million undocumented Afghans, barely 300,000 had left.",
        {("1700000", "resident"), ("300000", "returned")},
    ),
    ("Some 76,000 Afghans had their cards cancelled.", {("76000", "targeted")}),
    ("Officers have removed 3,700 people from the register.", {("3700", "other")}),
    ("They have two daughters.", {("2", "other")}),
    ("Families were helped. Brussels gave 7.4 billion euros, of which 200 million was earmarked.", set()),
    ("Gang violence has forced nearly 1.3 million people from their homes.", {("1300000", "fled")}),
    ("Police forced 300 people from their homes.", {("300", "expelled")}),
    ("Fewer than 9,000 people had signed up when it closed.", {("9000", "other")}),
    ("It has registered about 9,400 returnee families.", {("9400", "returned")}),
    ("She was arrested at a bakery along with her two brothers.", {("2", "arrested")}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_counts_and_their_measures(text: str, expected: set[tuple[str, str]], read: Callable[[str], Reading]) -> None:
    found = {
        (str(one.value if one.value is not None else f"{one.lower}-{one.upper}"), one.measure)
        for one in read(text).figures
    }
    assert found == expected


ATTRIBUTED = [
    ("They are among the 4.4 million Afghans Islamabad estimates to be living in the country.", "Pakistan"),
    (
        "The Afghan consulate in Peshawar puts the number of registered refugees at 11 lakh.",
        "Afghan consulate in Peshawar",
    ),
    ("Border officials recorded 21,400 deportees over nine months.", "border officials"),
    (
        "InfoMigrants reported that, according to the Nigerien authorities, 16,000 people had been deported since April.",
        "Niger",
    ),
    (
        "Iranian officials and UNHCR have estimated that the refugee population would be 3 million.",
        "Iranian officials UNHCR",
    ),
    ("Another 2,090 people came in March, according to whistleblowers of the group.", "whistleblowers"),
    ("The migrants include four women, IOM said, adding that two bodies were found.", "IOM"),
    ("“Some 211 people, according to our current information, have been deported,” Josef Lang said.", "Josef Lang"),
    ("According to UNHCR's tally, 1.2 million people have come home this year.", "UNHCR"),
    ("The Zenda consulate said 3,410 Afghans had crossed, 412 of them deported.", "Zenda consulate"),
    ("IOM has registered the return of 1.9 million Afghans.", "IOM"),
    ("Some 600,000 Afghans had left in a month; IOM's count was 508,000.", "IOM"),
    ("Some 900 people were sent back, UNHCR said, including 120 with asylum papers.", "UNHCR"),
    ("Local media reported 28 deaths; the Chadian army spoke of 11 dead.", "Chadian army"),
    ("More than 1 million Haitians have fled their homes, according to UNHCR.", "UNHCR"),
    ("UNHCR counted 3.8 million Afghans, while Iranian officials spoke of as many as 6 million.", "Iranian officials"),
    ("The two states deported 300 Afghans, UN data show.", "United Nations"),
    ("OCHA warned of hunger. The UN agency noted that 9,000 Afghans were arriving every day.", "OCHA"),
]


@pytest.mark.parametrize(("text", "speaker"), ATTRIBUTED)
def test_whose_number_it_is(text: str, speaker: str, read: Callable[[str], Reading]) -> None:
    reading = read(text)
    figure = reading.figures[-1]
    names = {
        name
        for index in figure.attributed_to
        for name in (reading.entities[index].label, *reading.entities[index].names)
    }
    assert any(name in speaker or speaker in name for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "Five, according to UNHCR, were expelled to Mali; nine Malians were let out.",
        "Nine Malians were let out the next day; five, according to UNHCR, were expelled to Mali.",
        "In the town, where a strike killed 11 people, according to UNHCR, dozens of deportees are housed.",
    ],
)
def test_a_source_in_a_clause_of_its_own_gives_no_other_number(text: str, read: Callable[[str], Reading]) -> None:
    spoken = [bool(figure.attributed_to) for figure in read(text).figures[:2]]
    assert sorted(spoken) == [False, True]


def test_what_comes_before_said_is_the_speakers_though_more_is_added_behind(read: Callable[[str], Reading]) -> None:
    reading = read(
        "Police have detained at least 300 Syrians in Ankara and neighboring Konya since May 1, said Ann Lee, a "
        "Berlin-based lawyer who represents refugees, and dozens of them had open cases."
    )
    assert [reading.entities[one].label for one in reading.figures[0].attributed_to] == ["Ann Lee"]


def test_a_count_of_some_keeps_population_and_speaker(read: Callable[[str], Reading]) -> None:
    reading = read(
        "Amnesty said police had arrested more than 230 Syrians. Of these, about 80 have since been released."
    )
    whole, part = reading.figures
    assert (part.measure, part.population, part.attributed_to) == ("released", whole.population, whole.attributed_to)
    assert (whole.part, part.part) == (False, True)


def test_a_number_that_only_some_adjective_tells(read: Callable[[str], Reading]) -> None:
    (figure,) = read("The number of Afghans deported last week was very small.").figures
    assert (figure.qualifier, figure.value, figure.lower, figure.upper) == ("unquantified", None, None, None)


def test_what_trails_the_speaker_is_the_speakers(read: Callable[[str], Reading]) -> None:
    first, second = read("Some 30,000 people left in June, IOM said, with 12,000 returns recorded in a week.").figures
    assert first.attributed_to
    assert first.attributed_to == second.attributed_to


POPULATIONS = [
    ("At Milak, 144 families — 761 people in total — were registered.", ["families", "people"]),
    ("Chad expelled 20 men and 300 women.", ["men", "women"]),
    ("Chad expelled 300 people. Of the Sudanese, 15 were sent back.", ["people", "Sudanese nationals"]),
    ("Chad expelled 300 people. Of these, 80 were children.", ["people", "children"]),
    (
        "Chad expelled 90 people, including 40 nationals of Niger and 50 from other countries.",
        ["people", "Nigeriens", "people"],
    ),
    (
        "Another 15,250 expatriates - 12,780 men, 2,460 women - are awaiting deportation.",
        ["expatriates", "men", "women"],
    ),
    ("The camps host 500,000 people from Somalia, South Sudan and Ethiopia.", ["people"]),
    ("India expelled 300 people over the year – mostly from the neighbouring Sri Lanka.", ["people"]),
    ("Some 50 Afghan women’s rights activists fled.", ["rights activists"]),
    ("“They took 300 of us to the border,” said Amin Haidari, 24.", [""]),
    (
        "IOM says 1.3 million people were displaced, half of them children. About 200,000 of them live in schools.",
        ["people", "people"],
    ),
    ("If the number included children, the refugee population would be 3 million.", ["refugee population"]),
]


@pytest.mark.parametrize(("text", "labels"), POPULATIONS)
def test_who_is_counted(text: str, labels: list[str], read: Callable[[str], Reading]) -> None:
    reading = read(text)
    assert [" | ".join(reading.entities[i].label for i in one.population) for one in reading.figures] == labels


DATES = [
    ("On 25 June, IOM recorded 28,000 people crossing back into Afghanistan.", ["25 June"]),
    ("Police made 56,000 arrests in October and 250,000 arrests in December 2023.", ["October", "December 2023"]),
    (
        "A wave of deportations, from May 2023 through July 2024, drove out 800,000 Afghans.",
        ["May 2023 through July 2024"],
    ),
    (
        "After the raids in March, at least 7,300 people were deported from April till July 2021.",
        ["April till July 2021"],
    ),
    ("Over a million Afghans have left since 2023, including 200,000 since April.", ["2023", "April"]),
    (
        "From September 15, 2023, to November 8, 2025, 1.7 million people returned.",
        ["September 15, 2023, to November 8, 2025"],
    ),
    ("Some 10,700 migrants were expelled, 14 percent more than in 2023.", []),
    ("Haiti took back 62,000 people in May and 71,000 between July and September.", ["May", "July and September"]),
]


@pytest.mark.parametrize(("text", "dates"), DATES)
def test_when_they_were_counted(text: str, dates: list[str], read: Callable[[str], Reading]) -> None:
    reading = read(text)
    assert [reading.times[one.time].text for one in reading.figures if one.time is not None] == dates


@pytest.mark.parametrize(
    "text",
    [
        "Karim Saleh denied that 300 people had been beaten.",
        "The governor dismissed claims that 2,000 families had been driven from their homes.",
        "Iran disputed that 500 Afghans had been deported.",
    ],
)
def test_whoever_denies_a_number_does_not_give_it(text: str, read: Callable[[str], Reading]) -> None:
    (figure,) = read(text).figures
    assert figure.attributed_to == ()


def test_a_place_whose_verb_is_left_out(read: Callable[[str], Reading]) -> None:
    reading = read("Ethiopia has received 20,600 Sudanese, Kenya at least 8,900 and Uganda some 55,000.")
    assert [[reading.entities[i].label for i in one.place] for one in reading.figures] == [
        ["Ethiopia"],
        ["Kenya"],
        ["Uganda"],
    ]
