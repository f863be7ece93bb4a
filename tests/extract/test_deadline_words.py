"""Deadlines in many words: when, what became of it, who sets it (by), whom it binds (to), what it replaces (prev)."""

from collections.abc import Callable

import pytest

from torkham.model import Deadline, Reading

CASES = [
    ("Denmark's immigration ministry said the new rule would take effect from July 1.", ""),
    ("The expulsion order takes effect on 3 March, Ankara said.", "3 March"),
    ("Deportations of Chadian refugees will take effect from September 1, the letter read.", "September 1"),
    ("All Syrians living in the school must leave by Friday.", "Friday|to Syrians"),
    ("The repatriation of the remaining families must be wrapped up by March 15, the governor said.", "March 15"),
    ("The evictions in N'Djamena will be completed by 30 June, the mayor of the city said.", "30 June"),
    ("Turkey extended the deadline by a week to January 21.", "January 21|extended|by Turkey"),
    ("The deadline was extended by three months to June 30.", "June 30|extended"),
    ("Iran pushed the deadline back to September 6.", "September 6|extended|by Iran"),
    ("The deadline, originally May 31, was pushed back to 15 July.", "15 July|extended|prev May 31"),
    ("Washington brought the deadline forward from June 30 to May 1.", "May 1|set|by United States|prev June 30"),
    ("Free travel for refugees will stop at the end of the year, the directorate said.", "the end of the year"),
    ("Tehran had set 6 July as the cut-off for Afghans without papers.", "6 July|set|by Iran|to Afghans"),
    ("Those who have not left by December 31 will lose their status.", "December 31"),
    ("Anyone who has not registered by 1 October faces expulsion.", "1 October"),
    ("The United States gave Haitians until September 2 to leave.", "September 2|set|by United States|to Haitians"),
    ("The family has until Monday to vacate the flat.", "Monday|to family"),
    ("Refugees must apply no later than April 4.", "April 4"),
    ("Their residence permits expire on 30 November.", "30 November"),
    ("On May 3 Chad ordered the Sudanese to leave within ten days.", "ten days|set|by Chad"),
    ("Pakistan on Friday gave undocumented Afghans 28 days to leave the country.", "28 days|set|by Pakistan"),
    ("Ankara told the Syrians on 4 March to register within 48 hours.", "48 hours|set|by Turkey"),
    ("Employers will have 60 days, starting Friday, to register the workers.", "60 days"),
    ("The offer was open until May 17 and was then extended by two weeks.", "two weeks|extended|prev May 17"),
    ("Under a scheme of the ministry, Syrians could visit home. It wound up on July 1.", "July 1"),
    ("The exemption, in force since July 1, was due to expire on Sept. 30.", "Sept. 30"),
    ("Pakistan agreed to tolerate the Afghans until the end of the year.", "the end of the year"),
    ("The pilot, which began in May, runs until June 3.", "June 3"),
    ("The ministry said that all cases would be decided by the end of May.", "the end of May"),
    ("Food stocks in the camps will last only until the end of May.", ""),
    ("The agency has money for rations only until May 30.", ""),
    ("He keeps a list of 346 people with valid cards who passed through the centre in November.", ""),
    ("I had a visa until the end of the year, the man said.", ""),
    ("- extend until 31 December the amnesty for Sudanese whose permits have lapsed", ""),
    ("Kenya announced in May 2016 that Dadaab would be closed by the end of November.", "the end of November|set"),
    ("The ministry wants both camps empty by June 30 next year.", "June 30 next year|set"),
    ("Turkey has put back to Oct. 30 a deadline for Syrians to leave.", "Oct. 30|extended|by Turkey"),
    ("He put at 700,000 the number who would have to go by the end of May.", "the end of May|set"),
    ("The status would end on Jan. 5. It had been due to run out on May 3.", "May 3"),
    ("Repatriation was supposed to start within a week and be completed by January 2020.", "January 2020|set"),
    ("Pakistan had insisted that the group leave by August 31.", "August 31|set|by Pakistan"),
    ("Dobrindt wants all remaining cases settled by the end of December.", "the end of December|set"),
    ("That date, 20 April, passed without a report.", "20 April|restated"),
    ("The interior minister of Iran said the July 6 deadline would not be extended.", "July 6|restated"),
    ("Chad refused to extend the June 30 deadline.", "June 30|restated"),
    ("It had set March 31 as the deadline, but pushed it back to April 30.", "April 30|extended"),
    ("Refugees who had been booked to travel before 3 February must be admitted first.", ""),
    (
        "The government gave nationals living without documents in Quetta and Pishin until July 31 to return.",
        "July 31|set",
    ),
    ("Families can take their goods across without paying duty until September 15.", "September 15|set"),
    ("They may stay until May 3. The cards were last renewed for a year in July 2024.", "May 3"),
    ("Iran has set Sunday, July 6, as the last date for Afghans to leave.", "Sunday, July 6|set|by Iran"),
    ("They agreed to prolong the programme by a year, until 31 December 2025.", "31 December 2025|extended"),
    ("In 2012 Tanzania gave them until the end of that year to leave.", "the end of that year|set|by Tanzania"),
    ("Registration will close on May 15, brought forward from May 30.", "May 15|set|prev May 30"),
    ("Refugees must go before the end of Ramadan.", ""),
    ("A grace period for overstayers runs until December 31.", "December 31"),
    ("Saudi Arabia announced a grace period until 2 June for visa overstayers.", "2 June|set|by Saudi Arabia"),
    ("Denmark scrapped the March 31 deadline for Syrians to leave.", "March 31"),
    ("Kenya issued an ultimatum to the refugees to leave Dadaab by November 30.", "November 30|set|by Kenya"),
    ("The deadline for Venezuelans to leave is 10 April.", "10 April|to Venezuelans"),
    ("April 24 is the deadline for the migrants to depart.", "April 24|to migrants"),
    ("The amnesty for irregular workers ends on 31 December.", "31 December"),
    ("The police must free them by noon, the court ruled.", ""),
    ("The minister said the army had cleared the camp by June 5.", ""),
    ("Talks will be held by Friday.", ""),
    ("The fighting stopped at the end of the year.", ""),
    ("He worked in Tehran until March 3.", ""),
    ("UNHCR said 40,000 people could be displaced by the end of the year.", ""),
    ("UNHCR said refugees must leave by 1 November.", "1 November"),
    ("The war ended on 11 November.", ""),
    ("The deadline for these foreigners to leave Pakistan lapsed on November 1.", "November 1|to foreigners"),
    ("Foreigners without papers will be deported from April 1, Pakistan said.", "April 1|set|by Pakistan"),
    ("Chad told all foreigners to leave by March 31. Those who remain will be deported from April 1.", "March 31"),
    (
        "Tehran extended the cards that expired on April 1, 2024, to June 30, 2024.",
        "June 30, 2024|extended|prev April 1, 2024",
    ),
    ("The cabinet decided that the cards would be valid until the end of March.", "the end of March|set"),
    ("Kakar offered all foreigners until October 31 to leave willingly.", "October 31|set|by Kakar|to foreigners"),
    (
        "The Interior Ministry of Pakistan asked all foreigners to leave the country by March 31.",
        "March 31|set|by Ministry of Interior of Pakistan",
    ),
    ("Officials expect the camp to be empty by March.", ""),
    ("Turkey set 1 September as the date by which all Syrians must be out of Istanbul.", "1 September|set"),
    ("A directive says all card holders are to be sent back from September 1.", "September 1"),
    ("Those who have not re-entered by December 31 will forfeit their status.", "December 31"),
    ("The designation was set to expire on Sept. 10, 2025.", "Sept. 10, 2025"),
    (
        "Biden granted an extension earlier this month, which allowed Venezuelans to stay until Oct. 2, 2026.",
        "Oct. 2, 2026|extended",
    ),
    ("Some 300,000 Afghans are expected to return by the end of 2025.", ""),
    ("Undocumented foreigners were asked to leave Pakistan by 1 November.", "1 November|set"),
    ("Police warned squatters to clear the site before August 9 or face arrest.", "August 9|by police"),
    ("Authorities set a 15 January cutoff date for applications.", "15 January|set"),
    ("The validity of the cards was extended for six months to 30 June 2026.", "30 June 2026|extended"),
    ("Families began arriving on Tuesday, as the government's deadline for Syrians neared.", ""),
    ("Some 70,000 have left since Chad set the deportation deadline on October 3.", ""),
    ("Chad set Apr.1 as the deadline.", "Apr.1|set|by Chad"),
    ("Turkey was asked to extend the deadline until 31 May.", ""),
    ("The men were given until 7 PM Wednesday to register with the police.", "Wednesday|set"),
    ("Denmark allowed its 40 Syrian refugees to stay until 5 June.", "5 June|set|by Denmark"),
    (
        "Turkey had given migrants, most of whom are Syrian, until June 17 to register.",
        "June 17|set|by Turkey|to migrants",
    ),
    ("Kenya had set March 31 as the final date for the return of all refugees.", "March 31|set|by Kenya"),
    ("The police officer will remain in custody until 3 May.", ""),
    ("The border will remain closed until Friday.", ""),
    ("Their stay was prolonged until 31 March.", "31 March|extended"),
    ("Germany will accept applications until 30 April.", "30 April"),
    ("If they do not leave by 7 April, they will be removed.", "7 April"),
    ("Families with schoolchildren were allowed to stay on till November 15.", "November 15|to families"),
    ("The scheme closes to new applicants on 1 July.", "1 July"),
    ("Ukrainians can work in Poland until 4 March 2026.", "4 March 2026"),
    ("Protected status for Haitians is due to lapse on February 3.", "February 3"),
    ("The court gave the government 30 days on Monday to comply.", "30 days|set"),
    ("A 72-hour ultimatum was issued on 5 June.", "72-hour"),
    ("Residents were told on October 15 to vacate their houses within five days.", "five days"),
    ("Pakistani police detained 200 people within five days.", ""),
    ("They arrived in Niamey within two weeks of leaving on May 1.", ""),
    (
        "The government of Chad announced on Monday that all foreigners have to be out by June 30.",
        "June 30|set|by Chad",
    ),
    ("Syrian families were told to hand in their cards by 5 May.", "5 May"),
    ("Burundians who stay in the camp after 30 June would lose their status.", "30 June|set"),
    ("Syrians who stayed in the camp after 30 June told us about it.", ""),
    ("A day before protections for 9,000 Haitians were due to lapse on May 3, a judge blocked the plan.", "May 3"),
    ("On 29 June Iran pushed the date back to September 6 for families.", "September 6|extended|by Iran"),
    ("He demanded that Syrian families be given time till March 31.", ""),
    ("UNHCR needs money to assist Syrians and the towns that receive them through the end of 2026.", ""),
    ("The agency will have to drop 400,000 people from its lists by October.", ""),
    ("Refugees will have to register by October 1.", "October 1|set"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_a_deadline(text: str, expected: str, read: Callable[[str], Reading]) -> None:
    """Expected: the date's words and then what must be told of it; nothing where there is no deadline."""
    reading = read(text)
    told = [_told(reading, one) for one in reading.deadlines]
    if expected:
        assert set(expected.split("|")) <= set(told[-1])
    else:
        assert told == []


def _told(reading: Reading, one: Deadline) -> list[str]:
    by = [f"by {reading.entities[index].label}" for index in one.set_by]
    to = [f"to {reading.entities[index].label}" for index in one.applies_to]
    before = [f"prev {reading.times[one.previous].text}"] if one.previous is not None else []
    return [reading.times[one.time].text, one.change, *by, *to, *before]


def test_a_body_that_only_reports_a_deadline_does_not_set_it(read: Callable[[str], Reading]) -> None:
    (deadline,) = read("UNHCR said refugees must leave Chad by 1 November.").deadlines
    assert deadline.set_by == ()


def test_an_extension_by_some_time_tells_the_date_before(read: Callable[[str], Reading]) -> None:
    reading = read("Pakistan extended the validity of the cards by 12 months, until June 30, 2025.")
    (deadline,) = reading.deadlines
    assert deadline.previous is not None
    before = reading.times[deadline.previous]
    assert (before.unit, before.offset, before.anchor) == ("month", -12, deadline.time)


def test_a_span_of_time_counts_from_the_day_it_was_given(read: Callable[[str], Reading]) -> None:
    reading = read("Residents were told on October 15 to vacate their houses within five days.")
    (deadline,) = reading.deadlines
    time = reading.times[deadline.time]
    assert (time.unit, time.offset, reading.times[int(time.anchor or 0)].edtf) == ("day", 5, "XXXX-10-15")
