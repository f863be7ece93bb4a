"""Counts of people in many countries and styles: each sentence shows one way of counting, none is from an article."""

from collections.abc import Callable

import pytest

from torkham.model import Reading

SENTENCES = [
    # what the event frames tell
    ("Thai police took away 57 Rohingya from a rubber plantation in Songkhla.", "57 arrested"),
    ("Sixteen Cubans were handed over to Havana on Thursday, Deutsche Welle reported.", "16 expelled"),
    ("Germany paid 1,000 euros to each of the 28 men flown to Kabul in August.", "28 expelled"),
    ("She was detained with her two daughters at a bus station in Tabuk.", "2 arrested"),
    ("Officers put 80 Chadians across the river.", "80 expelled"),
    # acts that count people
    ("Police made 1,300 arrests in the first week of the operation.", "1300 arrested"),
    ("Deportations of 12,400 Ethiopians from Saudi Arabia were recorded in May, the IOM said.", "12400 expelled"),
    ("Returns from Turkey stood at 145,639 by mid-March, UNHCR figures show.", "145639 returned"),
    ("Arrivals in the Canary Islands fell from 46,800 to 18,100.", "46800 arrived; 18100 arrived"),
    ("The watchdog counted 3,150 arrests of Burundians in July.", "3150 arrested"),
    # numbers told of a noun that counts
    ("The number of Burundians crossing into Rwanda rose to 71,000 in a fortnight.", "71000 arrived"),
    ("The total number of Somali returnees from Yemen has reached 83,337.", "83337 returned"),
    ("The toll included 18 children.", "18 killed"),
    ("The army said it killed 14 militants, though residents put the number of dead at 31.", "14 killed; 31 killed"),
    # bare numbers
    ("Some 900 Malians left. Fewer than 200 have come back so far.", "900 returned; 200 returned"),
    ("At least 27 died and more than 60 were wounded in the blast in Quetta.", "27 killed; 60 other"),
    ("Uganda hosts 1.6 million refugees. Kenya has received 20,624.", "1600000 resident; 20624 arrived"),
    (
        "The camp's population more than doubled to 48,000, up from 22,000 a year earlier.",
        "48000 resident; 22000 resident",
    ),
    ("Hungary let in 1,300 people last year, down from 177,000 in 2015.", "1300 arrived; 177000 arrived"),
    ("Police rounded up 50 Eritreans. Five are back.", "50 arrested; 5 returned"),
    ("They arrested 40 men on Friday. The committee counts at least 120 people.", "40 arrested; 120 arrested"),
    ("Some 22,400 people went home, compared with 9,800 a year ago.", "22400 returned; 9800 returned"),
    ("The blast wounded 33 worshippers and left 11 dead.", "33 other; 11 killed"),
    ("They put at more than 7,000 the number of Syrians to have returned since March.", "7000 returned"),
    ("The raids target holders of blue cards, who number around 8,000 in all.", "8000 targeted"),
    (
        "Chad expelled 61 Malians in May. Niger, a poor state, turned back nearly 200 in June.",
        "61 expelled; 200 expelled",
    ),
    ("He said another 9,000 holders of slips would have to follow by May 1.", "9000 targeted"),
    ("A day before protections for 9,000 Haitians were due to lapse on May 3, a judge spoke.", "9000 targeted"),
    ("OCHA spoke of hunger on Friday, with up to 1,800 arriving each day on carts.", "1800 arrived"),
    ("He said the army would not wait and had already pushed back 95 Malians.", "95 expelled"),
    ("Some 4,200 Afghans crossed into Nangarhar on Tuesday.", "4200 returned"),
    ("Some 4,200 Afghans crossed into Quetta on Tuesday.", "4200 arrived"),
    ("He was seized at a brick kiln along with 16 workmates.", "16 arrested"),
    ("She was held in a hall with hundreds of others.", "None arrested"),
    ("Nor does the note help tens of thousands of Afghans waiting to be relocated.", "None in-pipeline"),
    # parts, wholes and lists
    (
        "Some 49 Malians were expelled, two security sources told AFP. Ten of them were women.",
        "49 expelled; 2 other; 10 expelled",
    ),
    ("Some 5,200 people fled the shelling of Goma, including 1,900 children.", "5200 fled; 1900 fled"),
    (
        "In April alone, 144,500 Afghans left Pakistan, including 29,900 who were deported, the IOM said.",
        "144500 returned; 29900 expelled",
    ),
    ("The refugees said some 7,000 of the 8,000 residents of the camp left the area.", "7000 fled; 8000 other"),
    ("Some 2.3 million of the country's 31 million people have emigrated.", "2300000 other; 31000000 other"),
    ("Police seized 1,141 people. Twelve minors were among them.", "1141 arrested; 12 arrested"),
    ("Out of the deportees, 652 individuals travelled alone.", "652 expelled"),
    ("Almost 2,400 were spontaneous returnees, and 6,225 were deported.", "2400 returned; 6225 expelled"),
    ("Nearly half of the 2.1 million Syrians in Lebanon have no papers.", "2100000 resident"),
    ("She interviewed 14 Sudanese who had been deported, as well as three nurses.", "14 expelled; 3 other"),
    ("There were 23 children among the deportees.", "23 expelled"),
    (
        "Pakistan deported 188 Afghans. The convoy comprised 66 men and 42 women.",
        "188 expelled; 66 expelled; 42 expelled",
    ),
    # rights that end
    ("The United States revoked the parole of half a million migrants.", "500000 targeted"),
    ("India has revoked the visas of 77 Pakistani nationals.", "77 targeted"),
    ("Humanitarian permits for 43,000 Syrians expire in March.", "43000 targeted"),
    ("About 532,000 Cubans, Haitians, Nicaraguans and Venezuelans will lose their legal status.", "532000 targeted"),
    # who moves where
    ("Around 60,000 Malians crossed the border to escape the fighting.", "60000 fled"),
    ("The charter, carrying 119 Indians, landed in Amritsar late on Saturday.", "119 arrived"),
    ("More than 180,000 Syrians have been brought to Jordan.", "180000 arrived"),
    ("Germany has promised vouchers to 20,000 returning households this winter.", "20000 returned"),
    ("The operation has seen well over a million Afghans leave.", "1000000 returned"),
    ("The centre counted 31,404 people turned back to Niger in 2024.", "31404 expelled"),
    ("Close to 30,000 people a day are walking into Uganda.", "30000 arrived"),
    ('"We have taken in 4,000 families," said the mayor of Bol in Chad.', "4000 resident"),
    ("In all, 42,654 women and children are now in the districts of Arua and Adjumani.", "42654 resident"),
    ("Ghana has flown home 330 of its citizens.", "330 returned"),
    ("About 1.5 crore people were uprooted by Partition.", "15000000 fled"),
    ("Over 360,000 Haitians have been forced to flee their homes.", "360000 fled"),
    ("The number of Syrian refugees had increased to 463,000.", "463000 resident"),
    ("The minister said 250 had been let go and 80 remained in custody.", "250 released; 80 arrested"),
    ("Five boats had sunk and 67 people remained unidentified.", "67 other"),
    ("Police have so far rounded up around 300 illegal Afghans.", "300 arrested"),
    (
        "Nearly 8 million people have left Venezuela. Peru hosts a million Venezuelans.",
        "8000000 fled; 1000000 resident",
    ),
    # no counts of people
    ("One in five of the evacuees is a minor.", ""),
    ("The ages of those held ranged from 15 to 60.", ""),
    ("Of 4,100 applications, 900 were approved.", ""),
    ("He was 47 and had three shops.", ""),
    ("The children were between the ages of 3 and 17.", ""),
]


def told(reading: Reading) -> str:
    """The figures as 'value measure', in the order of the text."""
    return "; ".join(f"{one.value} {one.measure}" for one in reading.figures)


@pytest.mark.parametrize(("text", "figures"), SENTENCES)
def test_a_way_of_counting(text: str, figures: str, read: Callable[[str], Reading]) -> None:
    assert told(read(text)) == figures


def test_another_tally_of_the_same_people_has_its_own_speaker(read: Callable[[str], Reading]) -> None:
    reading = read("Amnesty counted 3,150 arrests in July. The police put the figure at 1,280.")
    speakers = [[reading.entities[index].type for index in figure.attributed_to] for figure in reading.figures]
    assert told(reading) == "3150 arrested; 1280 arrested"
    assert speakers == [["NonGovernmentalOrganization"], ["GovernmentBody"]]


def test_whose_count_a_phrase_names(read: Callable[[str], Reading]) -> None:
    reading = read("By the ministry's count, 620,000 foreigners have departed since October 2023.")
    (figure,) = reading.figures
    assert [reading.entities[index].label for index in figure.attributed_to] == ["ministry"]


def test_who_acts_on_people_does_not_give_their_number(read: Callable[[str], Reading]) -> None:
    reading = read("Tajik officers have put more than 80 Afghans across the river.")
    assert reading.figures[0].attributed_to == ()


def test_each_number_has_the_date_right_behind_it(read: Callable[[str], Reading]) -> None:
    reading = read("Some 2.4 million Syrians remain in Turkey, down from a peak of 3.7 million in 2021.")
    now, peak = reading.figures
    assert now.time is None
    assert peak.time is not None
    assert reading.times[peak.time].edtf == "2021"


def test_those_who_left_are_not_the_officials_who_count_them(read: Callable[[str], Reading]) -> None:
    reading = read("Officials put the number of those who have left the province at 620,000.")
    assert reading.figures[0].population == ()


def test_a_bare_number_that_goes_on_is_some_of_those_before(read: Callable[[str], Reading]) -> None:
    reading = read("The country is home to 44,800 Venezuelans. Fewer than 13,000 have renewed their permits.")
    assert [figure.part for figure in reading.figures] == [False, True]
