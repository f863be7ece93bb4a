"""What an event's arguments, place and modality are, where words around it could mislead."""

from collections.abc import Callable

import pytest

from torkham.model import EventReport, Reading

Read = Callable[[str], Reading]


def _of(reading: Reading, kind: str) -> list[EventReport]:
    return [report for report in reading.events if report.type == kind]


def _labels(reading: Reading, indexes: tuple[int, ...]) -> set[str]:
    return {reading.entities[index].label for index in indexes}


@pytest.mark.parametrize(
    ("text", "kind", "agents"),
    [
        ("Egypt is detaining Syrians who fled the war and sending them home.", "Expulsion", {"Egypt"}),
        ("The IOM calls on states to refrain from returns and urges Iran to wait.", "Appeal", {"IOM"}),
        ("Germany, which deported 81 Afghans, and Austria were asked to stop.", "Expulsion", {"Germany"}),
        ("At least 800 Syrians were bussed across the border, says the Danish Refugee Council.", "Expulsion", set()),
        ("Iran deported 300 Afghans on Monday. Another 200 Afghans were arrested in Karaj.", "Arrest", {"Iran"}),
        ("Two Afghans were abducted in Quetta.", "Arrest", set()),
        ("Turkey is strict. The minister said the country had sent back 114,000 Afghans.", "Expulsion", {"Turkey"}),
        (
            "We, the undersigned organisations, call on Chad to wait. We urge Iran to halt it.",
            "Appeal",
            {"undersigned organisations"},
        ),
        (
            "They urged Pakistan and the international community to halt the expulsions.",
            "Expulsion",
            {"Pakistan"},
        ),
        (
            "Former US officials wrote a letter. We urge Pakistan to wait, the former US officials said.",
            "Appeal",
            {"former US officials"},
        ),
        ("Sudan deported 2,940 South Sudanese on Friday.", "Expulsion", {"Sudan"}),
        ("India's top court refuses to halt Rohingya removals.", "Expulsion", set()),
        (
            "Dhaka protested. India's Supreme Court did not stop the government from deporting Rohingya.",
            "Expulsion",
            {"India"},
        ),
        ("The minister runs a return programme.", "Return", set()),
        ("Her clients wait. Of the 30,000 Syrians in Denmark, some 900 have gone home.", "Return", {"Syrians"}),
        ("The Afghans were in danger of being deported to Libya.", "Expulsion", set()),
        ("Another 294 Afghans returned via the border in South Waziristan.", "Return", {"Afghans"}),
        ("More than 24,000 Afghans went through Torkham on Wednesday.", "Return", {"Afghans"}),
        ("The Taliban arrested three men. Thousands of Afghans were deported.", "Expulsion", set()),
        ("Several hundred were held in a similar sweep, RFE/RL's Tajik Service reported.", "Arrest", set()),
        ("The UN asked donors for help. UNHCR supports returning families.", "Return", {"returning families"}),
        ("The men were escorted to the checkpost at Landi Kotal by Punjab police.", "Expulsion", {"Punjab police"}),
        ("Syrian men were detained, beaten and sent back by Turkish police.", "Attack", {"Turkish police"}),
        ("The families were deported from Iran without their papers.", "Expulsion", {"Iran"}),
        ("He was deported twice, from Iran in 2021 and from Pakistan last year.", "Expulsion", set()),
        ("The Rohingya refugees had been detained in New Delhi.", "Arrest", {"India"}),
        ("Two Syrians were arrested in Takhar Province.", "Arrest", set()),
        ("Several Turks were arrested in Istanbul.", "Arrest", set()),
        ("Refugees protest. They deport our people, one said.", "Expulsion", set()),
        ("The agency has issued cards to help prevent their arrest.", "Arrest", set()),
        ("The envoy urged the Dominican government to avoid mass deportations.", "Expulsion", {"Dominican Republic"}),
        (
            "Iran deported 300 Afghans. The envoy asked Islamabad to hold off on deportations.",
            "Expulsion",
            {"Pakistan"},
        ),
        ("Human Rights Watch criticised Iran for deporting Afghans.", "Expulsion", {"Iran"}),
        ("Turkey told Syrians who hold cards to go home, widening its campaign.", "PolicyExpansion", {"Turkey"}),
        ("Fighting between the armies has driven thousands of people into Chad.", "Flight", {"people"}),
        ("Officials put the number of those who have left Pakistan at 620,000.", "Return", set()),
        ("Syrians fear the police. Thousands have fled to Lebanon.", "Flight", {"Syrians"}),
        (
            "Iran deported 300 Afghans. The camp was quiet. It was cold. About 40 people were sent back.",
            "Expulsion",
            {"Iran"},
        ),
        ("The European Union announced on May 2 an aid package for Lebanon.", "Announcement", {"European Union"}),
        ("Many arms of the Greek authorities detain migrants.", "Arrest", {"Greece"}),
        ("Amnesty slammed Greece for the pushback of migrants.", "Expulsion", {"Greece"}),
        ("Ann Lee has called for extending the deadline.", "DeadlineExtension", set()),
        (
            "One of the men was a defector, a relative said, warning that his life is in danger.",
            "Warning",
            {"relative"},
        ),
        ("Nearly 600 Burundians were voluntarily repatriated from Tanzania.", "Return", {"Burundians"}),
        ("Some 290,000 refugees have repatriated since 2017.", "Return", {"refugees"}),
        (
            "Iranian security forces fought Israel. The authorities should suspend deportations, Amnesty said.",
            "Expulsion",
            {"Iran"},
        ),
        (
            "During July, authorities in Khartoum state deported 2,940 South Sudanese whom they accused of having no "
            "papers.",
            "Expulsion",
            {"authorities in Khartoum state"},
        ),
        ("He put at 700,000 the number of Afghans to have returned.", "Return", {"Afghans"}),
        ("The gangs have driven 1.4 million people from their homes.", "Flight", {"people"}),
        ("The court ruled that the promises were binding and ordered the ministry to act.", "Ruling", {"court"}),
        ("The war is driving more families across the border.", "Flight", {"families"}),
        (
            '"It is wrong," says Ann Lee, a spokesperson for the group, which has urged Berlin to wait.',
            "Appeal",
            {"group"},
        ),
        ("Briefing journalists in Geneva, Ann Lee commended Uganda.", "Praise", {"Ann Lee"}),
        ("Fighting flared in Rakhine between Pakistan and the Arakan Army.", "Attack", {"Pakistan", "Arakan Army"}),
        ("Iran deported 400 Syrians whom they accused of spying.", "Accusation", set()),
    ],
)
def test_who_acts(read: Read, text: str, kind: str, agents: set[str]) -> None:
    reading = read(text)
    assert _labels(reading, _of(reading, kind)[-1].agent) == agents


def test_a_nationality_before_a_deportation_says_whose(read: Read) -> None:
    reading = read("Iran holds many Afghans. It warned that more Afghan deportations will begin.")
    report = _of(reading, "Expulsion")[0]
    assert (_labels(reading, report.patient), _labels(reading, report.agent)) == ({"Afghans"}, set())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police arrested 40 Afghans during raids in Karachi.", "Karachi"),
        ("An Afghan man was put on a charter flight to Kabul.", "Kabul"),
        ("Turkey detained 320 migrants in the eastern province of Van.", "Van"),
        ("Others have been driven to the border.", "border"),
        ("They were held in a transit camp without a lawyer.", "transit camp"),
        ("They were detained across Punjab.", "Punjab"),
        ("Afghan families arrested in different parts of Punjab province were released.", "Punjab"),
        ("Thousands of Syrians have headed home since December.", "Syria"),
        ("The Red Cross opened a shelter in Herat.", "Herat"),
        ("Turkey deported hundreds of Syrian refugees to northern Syria.", "Syria"),
        ("Sudanese refugees were expelled from the country by Egypt.", "Egypt"),
        ("Chile deported 900 Haitians to this country in May.", "Haiti"),
    ],
)
def test_where(read: Read, text: str, place: str) -> None:
    reading = read(text)
    assert _labels(reading, reading.events[0].place) == {place}


@pytest.mark.parametrize(
    ("text", "origin", "destination"),
    [
        ("Hundreds of Afghans returned to Herat from Iran.", {"Iran"}, {"Herat"}),
        ("Afghans have been driven out of Iran.", {"Iran"}, set()),
        ("More than 600,000 people fled Afghanistan.", {"Afghanistan"}, set()),
        ("Thousands of Syrians have headed home from Turkey.", {"Turkey"}, {"Syria"}),
        ("Pakistan has sent scores of Afghans back to their country.", set(), {"Afghanistan"}),
        ("Thousands of Afghans arrived in Peshawar.", set(), {"Peshawar"}),
        ("Thousands of Afghans returned through Torkham.", set(), set()),
        ("Police arrested 40 Afghans in Karachi.", set(), set()),
    ],
)
def test_where_from_and_where_to(read: Read, text: str, origin: set[str], destination: set[str]) -> None:
    reading = read(text)
    report = reading.events[0]
    assert (_labels(reading, report.origin), _labels(reading, report.destination)) == (origin, destination)


@pytest.mark.parametrize(
    ("text", "kind", "patients"),
    [
        ("Former soldiers are being sent back into danger.", "Expulsion", {"former soldiers"}),
        ("The country had deported or repatriated 11,000 Haitians.", "Expulsion", {"Haitians"}),
        ("The families were given food before being deported.", "Expulsion", {"families"}),
        ("UNHCR urged India to refrain from returning refugees to danger.", "Expulsion", {"refugees"}),
        ("Iran coerced 200 Afghans into going home.", "Expulsion", {"Afghans"}),
        ("UNHCR knew of 51 registered refugees who had been removed.", "Expulsion", {"registered refugees"}),
        ("The minister welcomed Germany's decision.", "Praise", {"Germany"}),
        ("The NGO denounced on Friday Algeria's expulsion of migrants.", "Accusation", {"Algeria"}),
        ("Iran deported 900 Afghans. The United Nations condemned the deportations.", "Accusation", {"Iran"}),
        ("Amnesty slammed the deportation of Afghans.", "Accusation", set()),
        ("Traders alleged that the Turkish police were extorting money.", "Accusation", {"Turkish police"}),
        ("Ann Lee was stopped in Doha, held for two days without food and sent to Kabul.", "Arrest", {"Ann Lee"}),
        ("The committee does not count those seized at the airport.", "Arrest", {"those seized at the airport"}),
        ("The Syrian refugees wait. Some were deported to Idlib.", "Expulsion", {"Syrian refugees"}),
        ("The men have been in detention in India since May.", "Arrest", {"men"}),
        ("Canada has resettled individuals in the US.", "Assistance", {"individuals"}),
        ("The court heard the case of eight men it seeks to deport to South Sudan.", "Expulsion", {"men"}),
        ("The NGO spoke of eight men currently held in a prison in Doha.", "Arrest", {"men"}),
        (
            "UNHCR fears the deportation by India of seven Rohingya refugees to Myanmar.",
            "Expulsion",
            {"Rohingya refugees"},
        ),
        ("Taj Gul Haidari, a woman who was deported from Iran, waits in Herat.", "Expulsion", {"Taj Gul Haidari"}),
        ("Ann Lee said her uncle secured her release.", "Release", {"Ann Lee"}),
        ("At least 37 people, among them five unaccompanied children, were put on buses.", "Expulsion", {"people"}),
        (
            "Egypt deported Sudanese refugees. Egyptian families helped Sudanese women. Those who flee were held in a camp.",
            "Arrest",
            {"Sudanese women"},
        ),
        ("Each family receives a cash grant.", "Assistance", {"family"}),
    ],
)
def test_whom_it_befalls(read: Read, text: str, kind: str, patients: set[str]) -> None:
    reading = read(text)
    assert _labels(reading, _of(reading, kind)[-1].patient) == patients


def test_a_headline_leaves_out_the_passive(read_blocks: Callable[..., Reading]) -> None:
    reading = read_blocks(("headline", "Nearly 11,000 Haitians sent back in a week"))
    assert _labels(reading, _of(reading, "Expulsion")[0].patient) == {"Haitians"}


def test_a_deadline_for_people_to_leave_is_theirs(read: Read) -> None:
    reading = read("Islamabad set a May 1 deadline for Syrian refugees to leave.")
    assert _labels(reading, _of(reading, "DeadlineSet")[0].addressee) == {"Syrian refugees"}


@pytest.mark.parametrize(
    "text",
    ["Protesters demanded that the Turkish government halt the process.", "The minister requested that Turkey wait."],
)
def test_who_is_to_act_in_a_demand_is_asked(read: Read, text: str) -> None:
    reading = read(text)
    assert _labels(reading, _of(reading, "Appeal")[0].addressee) == {"Turkey"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The exodus of Rohingya to Bangladesh began in 2017.", "Flight"),
        ("The exodus of Rohingya to Myanmar began in 2017.", "Return"),
        ("Rohingya refugees have left India for Bangladesh.", "Flight"),
        ("Venezuelans wait. The Venezuelans hold permits. Nearly 8 million people have left Venezuela.", "Flight"),
        ("Afghans wait. The Afghans hold permits. Nearly 8,000 people have left Pakistan.", "Return"),
    ],
)
def test_a_people_without_a_state_has_a_homeland(read: Read, text: str, kind: str) -> None:
    assert [report.type for report in read(text).events] == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("More than 60,000 Afghans have crossed into Afghanistan since April.", "Return"),
        ("Some 4,000 Afghans crossed into Iran in May.", "Arrival"),
    ],
)
def test_who_crosses_into_the_own_country_comes_home(read: Read, text: str, kind: str) -> None:
    assert [report.type for report in read(text).events] == [kind]


def test_who_fetches_its_own_people_expels_nobody(read: Read) -> None:
    reading = read("Caracas has flown home more than 30,000 citizens.")
    assert [(report.type, _labels(reading, report.agent)) for report in reading.events] == [("Return", {"citizens"})]


def test_who_rejects_an_allegation_contradicts_who_made_it(read: Read) -> None:
    reading = read("Ann Lee accused the police of extortion. The ministry denied the allegation.")
    assert _labels(reading, _of(reading, "Rejection")[0].addressee) == {"Ann Lee"}


def test_who_denies_it_denies_what_was_said(read: Read) -> None:
    report = _of(read("Pakistan accused the Taliban of lying. Officials in Kabul deny it."), "Rejection")[0]
    assert not report.patient


@pytest.mark.parametrize("text", ["The Taliban seized power in 2021.", "He left after the Taliban takeover."])
def test_a_takeover_is_of_the_country_that_they_rule(read: Read, text: str) -> None:
    reading = read(text)
    (report,) = _of(reading, "Takeover")
    assert (_labels(reading, report.agent), _labels(reading, report.place)) == ({"Taliban"}, {"Afghanistan"})


def test_two_governments_are_two_states(read: Read) -> None:
    reading = read("UNHCR is calling on the Governments of Tanzania and Burundi to wait.")
    assert _labels(reading, _of(reading, "Appeal")[0].addressee) == {"Tanzania", "Burundi"}


def test_authorities_in_a_town_are_no_place(read: Read) -> None:
    reading = read("The group appealed to the authorities in Niamey to wait.")
    assert _labels(reading, _of(reading, "Appeal")[0].addressee) == {"Niger"}


def test_police_that_act_in_another_country_are_of_that_country(read: Read) -> None:
    text = (
        "Police in Herat registered them. Farid, a bricklayer from Ghor, said police beat him at a centre near Mashhad."
    )
    reading = read(text)
    assert _labels(reading, _of(reading, "Attack")[0].agent) == {"Iranian police"}


def test_homes_are_no_country(read: Read) -> None:
    assert not _of(read("Police arrested the Syrians in their homes."), "Arrest")[0].place


def test_who_brushes_calls_aside_was_called(read: Read) -> None:
    reading = read("Islamabad has brushed aside calls from the United Nations to rethink the plan.")
    assert _labels(reading, _of(reading, "Appeal")[0].addressee) == {"Pakistan"}


@pytest.mark.parametrize(
    "text",
    [
        "Judge Ann Lee ordered the government to free them.",
        "The Sindh High Court has barred the ministry from deporting 83 women.",
    ],
)
def test_courts_rule(read: Read, text: str) -> None:
    reading = read(text)
    ruling = _of(reading, "Ruling")[0]
    assert ruling.agent
    assert ruling.addressee
    assert not _of(reading, "Appeal")


@pytest.mark.parametrize(
    "text",
    ["The official asked not to be identified.", "Two officials, who declined to be named, spoke to Reuters."],
)
def test_anonymity_is_no_event(read: Read, text: str) -> None:
    assert not read(text).events


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“The request was turned down,” sources told Dawn.", "sources"),
        ("“The request failed,” the officer, who did not wish to be named, told The Ganges Chronicle.", "officer"),
        ("“I have paid,” said Ann Flores, a nurse’s aide in Los Angeles and one of the plaintiffs.", "Ann Flores"),
        ("Eswatini received five men in July, its government said.", "Eswatini"),
    ],
)
def test_there_is_one_speaker(read: Read, text: str, speaker: str) -> None:
    reading = read(text)
    assert [_labels(reading, one.speaker) for one in reading.statements] == [{speaker}]


def test_the_administration_is_the_one_that_acted(read: Read) -> None:
    text = (
        "The Trump administration sent a plane to South Sudan. The administration said it had expelled eight migrants."
    )
    reading = read(text)
    assert _labels(reading, _of(reading, "Expulsion")[-1].agent) == {"United States"}


def test_according_to_is_no_destination(read: Read) -> None:
    reading = read("Chad hosts about 13,000 refugees, according to UNHCR.")
    assert _labels(reading, _of(reading, "Assistance")[0].patient) == {"refugees"}


@pytest.mark.parametrize(
    "text",
    [
        "A former judge told the BBC that police had come.",
        "A doctor had declared him unfit to travel.",
        "The group had been lodged in a transit camp.",
        "They were kept in the dark.",
        "He ran for a disputed third term.",
        "A prosecutor whose flight to Virginia was cancelled spoke of it.",
        "They managed to get in touch with him in Syria.",
    ],
)
def test_no_event(read: Read, text: str) -> None:
    assert not read(text).events


def test_them_who_are_asked_are_those_asked_before(read: Read) -> None:
    text = (
        "The Taliban called on Pakistan to wait. Many Afghans fear for their lives. "
        "“We call on them not to deport Afghans,” the Taliban said."
    )
    reading = read(text)
    assert [_labels(reading, one.addressee) for one in _of(reading, "Appeal")] == [{"Pakistan"}, {"Pakistan"}]
