"""Which date belongs to which event: the words of the date, or none."""

from collections.abc import Callable

import pytest

from torkham.model import Reading

CASES = [
    ("Turkish police arrested 40 Syrians on Sunday.", "arrested", "Sunday"),
    ("In August 2021, when the Taliban seized Kabul, she was in Denmark.", "seized", "August 2021"),
    ("Resentment grew last month, when a mob attacked two Chadian refugees.", "attacked", "last month"),
    ("Gunmen stormed a barracks on Friday, killing 14 soldiers.", "killing", "Friday"),
    ("Police raids began on December 5 in Istanbul.", "raids", "December 5"),
    ("The commission counted 3,150 arrests of Haitians in July.", "arrests", "July"),
    ("Denmark will begin deporting Syrians on 1 March.", "deporting", "1 March"),
    ("In a letter dated August 4, the ministry ordered the refugees to leave Chad.", "ordered", "August 4"),
    ("In an October 11 letter to Denmark, Ankara urged it to accept the refugees.", "urged", "October 11"),
    ("Since 1 January, 900 people have come back, 600 of whom were deported.", "deported", "1 January"),
    ("The ministry had on October 15 told camp residents to vacate their houses.", "told", "October 15"),
    ("They raided the house on Sunday and arrested 23 men.", "arrested", "Sunday"),
    ("The prime minister held the rebels responsible for the October 11 assault.", "held", None),
    ("The prime minister held the rebels responsible for the October 11 assault.", "assault", "October 11"),
    ("Iran has set a July 6 deadline for Afghans to leave.", "set", None),
    ("Police said on Monday that 30 migrants had been arrested in March.", "arrested", "March"),
    ("“We urge Turkey to stop the deportations,” the group said on Tuesday.", "urge", "Tuesday"),
    ("“We warned Turkey of this,” the group said on Tuesday.", "warned", None),
    (
        "Mexico deported 10,300 people in the first five weeks of the year.",
        "deported",
        "the first five weeks of the year",
    ),
    ("Chad expelled the men after soldiers were killed on 3 May.", "expelled", None),
    ("Afghan refugees rest upon their arrival in Kandahar on November 6.", "arrival", "November 6"),
    ("The army arrested 12 people who fled Sudan in 2023.", "arrested", None),
    ("The army arrested 12 people who fled Sudan in 2023.", "fled", "2023"),
    ("Police arrested 12 Haitians by Friday.", "arrested", None),
    ("In March, he says, police arrested him.", "arrested", "March"),
    (
        "Some 98,400 Haitians have gone home since January, four times as many as in the whole of 2024.",
        "gone",
        "January",
    ),
    ("Over 8,000 Haitians have been sent back since the deadline ran out on Monday.", "sent", "Monday"),
    ("He blamed Chad for 14 of the 24 bombings recorded in Niger in 2023.", "bombings", "2023"),
    ("She was stopped on 29 June, held for two days and bussed to Chad with her mother.", "held", "29 June"),
    ("Turkey released the men, Amnesty International said on Friday.", "released", None),
    ("It was the largest deportation of Haitians since April 1.", "deportation", None),
    ("Chad extended the deadline from March 31 to May 1.", "extended", None),
    ("The war has killed 500 people since it erupted in 2011.", "killed", "2011"),
    ("The agency helped 14,000 refugees move to northern cities last year.", "helped", "last year"),
    ("On April 5, guards swept through the camp, seized 160 Haitians and left.", "seized", "April 5"),
    ("Chad said on May 2 that it was following the matter and urged Sudan to wait.", "urged", "May 2"),
    ("Chad will begin sending back refugees who hold cards on May 1.", "sending", "May 1"),
    ("The deportation process will take effect from May 1.", "deportation", "May 1"),
]


@pytest.mark.parametrize(("text", "trigger", "expected"), CASES)
def test_the_date_of_an_event(text: str, trigger: str, expected: str | None, read: Callable[[str], Reading]) -> None:
    reading = read(text)
    found = [
        None if event.time is None else reading.times[event.time].text
        for event in reading.events
        if text[event.start : event.end] == trigger
    ]
    assert found == [expected]


def test_a_headline_has_the_date_of_what_the_first_sentences_tell(read_blocks: Callable[..., Reading]) -> None:
    reading = read_blocks(
        ("headline", "Turkey deports 40 Syrians in a day"),
        ("paragraph", "Turkey deported 40 Syrians through the Oncupinar crossing on Sunday, officials said."),
    )
    assert [reading.times[event.time].text for event in reading.events if event.time is not None] == ["Sunday"] * 2


def test_a_body_that_said_so_today_speaks_today(read_blocks: Callable[..., Reading]) -> None:
    reading = read_blocks(
        ("paragraph", "Turkey must release the refugees, Human Rights Watch said today."),
        ("paragraph", "Human Rights Watch urges Denmark to grant them asylum."),
    )
    appeals = [event for event in reading.events if event.type == "Appeal"]
    assert {event.time is not None and reading.times[event.time].text for event in appeals} == {"today"}
