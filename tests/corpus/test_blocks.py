"""What each stretch of a page is taken for. The pages are made up; only their layouts are real."""

import pytest

from torkham import corpus

LONG = "The agency said that more than a million people had crossed the border since the summer."


def _blocks(text: str) -> list[tuple[str, str]]:
    article = corpus.article("x", text)
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (LONG, [("paragraph", LONG)]),
        ("SEE ALSO: Ruritania Shuts Its Border", [("teaser", "SEE ALSO: Ruritania Shuts Its Border")]),
        ("Read more: Ruritania shuts its border.", [("teaser", "Read more: Ruritania shuts its border.")]),
        (
            'SEE ALSO: Ruritania Shuts Its Border"We have no place to go," she said.',
            [("teaser", "SEE ALSO: Ruritania Shuts Its Border"), ("paragraph", '"We have no place to go," she said.')],
        ),
        (
            "SEE ALSO: Ruritania Shuts Its “Last” BorderThe agency said that many people had come back home.",
            [
                ("teaser", "SEE ALSO: Ruritania Shuts Its “Last” Border"),
                ("paragraph", "The agency said that many people had come back home."),
            ],
        ),
        (
            "They came back. SEE ALSO: Ruritania Shuts Its Border",
            [("paragraph", "They came back."), ("teaser", "SEE ALSO: Ruritania Shuts Its Border")],
        ),
        ("WATCH: Families Cross The Border", [("teaser", "WATCH: Families Cross The Border")]),
        ("WATCH: Families cross the border.", [("noise", "WATCH:"), ("caption", "Families cross the border.")]),
        ("FILE - A camp near Zenda.", [("noise", "FILE -"), ("caption", "A camp near Zenda.")]),
        (
            "A camp near Zenda. (Photo by - / AFP) (Photo by -/AFP via Getty Images)",
            [("caption", "A camp near Zenda."), ("noise", "(Photo by - / AFP) (Photo by -/AFP via Getty Images)")],
        ),
        ("A camp near Zenda. Jo Doe/AP", [("caption", "A camp near Zenda."), ("noise", "Jo Doe/AP")]),
        ("He told the Associated Press (AP).", [("paragraph", "He told the Associated Press (AP).")]),
        ("They were sent back. (ANI)", [("paragraph", "They were sent back."), ("noise", "(ANI)")]),
        ("Your browser doesn’t support HTML5", [("noise", "Your browser doesn’t support HTML5")]),
        ("leave a reply:", [("noise", "leave a reply:")]),
        ("Home / World / South Asia", [("noise", "Home / World / South Asia")]),
        ("Subscribe to our newsletter!", [("noise", "Subscribe to our newsletter!")]),
        ("Jo Doe contributed to this report.", [("byline", "Jo Doe contributed to this report.")]),
        ("By Jo Doe", [("byline", "By Jo Doe")]),
        ("AFP Published 30 Jun, 2025 01:44pm", [("byline", "AFP Published 30 Jun, 2025 01:44pm")]),
        ("By Jo Doe | April 4, 2025, 10:15 a.m.", [("byline", "By Jo Doe | April 4, 2025, 10:15 a.m.")]),
        ("TMP – 13/11/2017", [("dateline", "TMP – 13/11/2017")]),
        ("By November 1, all must leave.", [("paragraph", "By November 1, all must leave.")]),
        ("Nov 3, 2023 06:54am", [("dateline", "Nov 3, 2023 06:54am")]),
        ("In 2023 alone, 20 of 30 left.", [("paragraph", "In 2023 alone, 20 of 30 left.")]),
        (
            "ZENDA, Nov 2 (Reuters) - They left.",
            [("dateline", "ZENDA, Nov 2 (Reuters) -"), ("paragraph", "They left.")],
        ),
        (
            "Zenda [Ruritania], July 17 (ANI): They left.",
            [("dateline", "Zenda [Ruritania], July 17 (ANI):"), ("paragraph", "They left.")],
        ),
        ("May 3, 2024 (ZENDA) – They left.", [("dateline", "May 3, 2024 (ZENDA) –"), ("paragraph", "They left.")]),
        ("ZENDA (7 July 2025) – They left.", [("dateline", "ZENDA (7 July 2025) –"), ("paragraph", "They left.")]),
        ("Zenda, April 19 (IANS) They left.", [("dateline", "Zenda, April 19 (IANS)"), ("paragraph", "They left.")]),
        ("Our Staff Reporter Published July 11, 2024", [("byline", "Our Staff Reporter Published July 11, 2024")]),
        ("(Zenda) – They left.", [("dateline", "(Zenda) –"), ("paragraph", "They left.")]),
        ("ZENDA: They left.", [("dateline", "ZENDA:"), ("paragraph", "They left.")]),
        ("UNHCR - the UN agency - said so.", [("paragraph", "UNHCR - the UN agency - said so.")]),
        ("A homeland — Zenda — was lost.", [("paragraph", "A homeland — Zenda — was lost.")]),
    ],
)
def test_a_line_by_its_cues(line: str, expected: list[tuple[str, str]]) -> None:
    assert _blocks(f"{LONG} Again.\n{line}\n{LONG} Once more.")[1:-1] == expected


@pytest.mark.parametrize(
    ("top", "dateline"),
    [
        ("Zenda (Ruritania) (AFP) – 18 November 2025\n", "Zenda (Ruritania) (AFP) – 18 November 2025"),
        ("Zenda / Strelsau, 15 July 2025 – ", "Zenda / Strelsau, 15 July 2025 –"),
    ],
)
def test_place_and_date_above_the_text(top: str, dateline: str) -> None:
    assert _blocks(f"Ruritania extends its campaign\n{top}{LONG}")[1:] == [("dateline", dateline), ("paragraph", LONG)]


def test_title_kicker_byline_and_date_above_the_text() -> None:
    top = "Ruritania\nRuritania Extends Its Campaign\nJo Doe\nAugust 24, 2023"
    page = f"{top}\nZenda – {LONG}\nCalls to halt it\n{LONG} Again."
    assert [kind for kind, _ in _blocks(page)] == [
        "noise", "headline", "byline", "dateline", "dateline", "paragraph", "headline", "paragraph",
    ]  # fmt: skip
    assert corpus.article("x", page).title == "Ruritania Extends Its Campaign"


def test_the_writer_and_the_town_may_stand_below_a_subtitle_that_is_a_sentence() -> None:
    page = f"Back in Ruritania, no land waits\nThe camp will be empty by May.\nJo Doe\nZENDA, Ruritania\n{LONG}"
    assert [kind for kind, _ in _blocks(page)] == ["headline", "paragraph", "byline", "byline", "paragraph"]


def test_a_text_without_headline_has_no_title() -> None:
    assert corpus.article("x", f"{LONG}\nCalls to halt it\n{LONG} Again.").title is None


def test_lists_of_links_are_teasers() -> None:
    page = (
        f"{LONG}\nRelated stories:\nKing returns to Zenda\n{LONG} Again.\nBorder Shut Until Spring\nWhy the king fled"
    )
    assert [kind for kind, _ in _blocks(page)] == ["paragraph", "teaser", "teaser", "paragraph", "teaser", "teaser"]


def test_what_the_page_shows_twice_is_read_once() -> None:
    assert [kind for kind, _ in _blocks(f"FILE — {LONG}\nFILE — {LONG}")] == ["noise", "caption", "noise", "noise"]


def test_lines_wrapped_at_a_margin_are_one_paragraph() -> None:
    lines = [
        "The agency said on Friday that more than",
        "one million people had gone home from the",
        "hills and the plains since the summer, and",
        "warned of a hard winter.",
    ]
    wrapped = "\n".join(lines)
    assert _blocks(f"{wrapped}\n\n{wrapped.upper()}") == [("paragraph", wrapped), ("paragraph", wrapped.upper())]


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Published in The Zenda Times, November 13th, 2023", "The Zenda Times"),
        ("ZENDA (Reuters) - They left.", "Reuters"),
        ("They left. (ANI)", "Asian News International"),
        ("VOA bureau chief Jo Doe contributed to this report.", "Voice of America"),
        ("Copyright (c) 2023. RFE/RL, Inc.", "Radio Free Europe/Radio Liberty"),
        ("She told Reuters in Zenda that they left.", None),
        ("ZENDA (Reuters) - They left.\nThey came back. (AFP)", None),
    ],
)
def test_the_publisher_is_named_only_where_the_text_shows_it(line: str, publisher: str | None) -> None:
    assert corpus.article("x", f"{LONG}\n{line}\n{LONG} Again.").publisher == publisher


def test_an_article_in_one_line_loses_no_more_than_the_teaser() -> None:
    story = " ".join([LONG] * 6)
    line = f"{story} SEE ALSO: Ruritania Shuts Its Border Again {story} Subscribe to our newsletter! {story}"
    kinds = {kind: sum(len(text) for name, text in _blocks(line) if name == kind) for kind, _ in _blocks(line)}
    assert set(kinds) == {"paragraph", "teaser"}
    assert kinds["teaser"] < len("SEE ALSO: Ruritania Shuts Its Border Again ")
