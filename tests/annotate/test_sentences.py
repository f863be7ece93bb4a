"""Sentence borders that survive news text, and the sentences that are read."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from torkham.model import Block


@pytest.mark.parametrize(
    "text",
    [
        "ISLAMABAD, Nov 1 (Reuters) - | Turkey has deported 40 men.",
        "KABUL (AP) — | The Taliban denied it. | They said so.",
        "GENEVA – | Returns have slowed.",
        "He met Gen. Asif Ali and A. K. Khan. | Then he left.",
        "“We have nothing.” | Hamid left in May.",
        "The U.S. Embassy did not comment. | It never does.",
        'At Risk Despite the Visa Pipeline |"The process must be faster," he said.',
        "They walked for hours.|The children were ill.",
        'He said: "Stop. | Go home."',
        "The bill was Rs. 500 for a visa.",
        "• Food for families\n| • Tents and blankets\n| • Cash",
        "“Nobody came?” he asked. | She said no.",
        "The minister told reporters: “They will go.” | He left.",
    ],
)
def test_borders(read: Callable[..., Doc], text: str) -> None:
    expected = [part.strip() for part in text.split("|")]
    text = text.replace(" | ", " ").replace("\n| ", "\n").replace(" |", "").replace("|", "")
    doc = read(text)
    assert [span.text for span in doc.spans["sentences"]] == expected


def test_sentences_carry_the_kind_of_their_block_and_unread_blocks_have_none(read: Callable[..., Doc]) -> None:
    text = "Turkey Expels Men in Border Raids\n\nSEE ALSO: More news\nMen wait at the border. They left."
    blocks = [Block(0, 33, "headline"), Block(35, 54, "teaser"), Block(55, len(text), "paragraph")]
    doc = read(text, *blocks)
    found = [(span.text, span.label_) for span in doc.spans["sentences"]]
    assert found == [
        ("Turkey Expels Men in Border Raids", "headline"),
        ("Men wait at the border.", "paragraph"),
        ("They left.", "paragraph"),
    ]
    assert {sent.start_char for sent in doc.sents} >= {0, 35, 55}


def test_no_sentence_crosses_a_block(read: Callable[..., Doc]) -> None:
    text = "Men wait at the border with Iran and women wait too"
    doc = read(text, Block(0, 32, "caption"), Block(33, len(text), "caption"))
    assert [span.text for span in doc.spans["sentences"]] == [text[:32], text[33:]]


def test_every_sentence_has_one_root_and_a_tree(read: Callable[..., Doc]) -> None:
    doc = read("The man who came said that, as far as he knew, nobody had left. \n\n  Why? Because.")
    for sent in doc.sents:
        assert [token.dep_ for token in sent].count("root") == 1
        assert all(sent.root in [token, *token.ancestors] for token in sent)


def test_white_space_is_kept(read: Callable[..., Doc]) -> None:
    text = " \n Iran  expelled them.\r\n\r\n\tThey left . \n"
    assert read(text).text == text


def test_an_empty_text_is_an_empty_document(read: Callable[..., Doc]) -> None:
    assert len(read("").spans["sentences"]) == 0
    assert len(read(" \n ").spans["sentences"]) == 0
