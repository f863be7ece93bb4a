"""Every frame names an event of the ontology and can be reached; its example holds its words, `not` the event's."""

import re

import pytest

from torkham import resources
from torkham.errors import OntologyError
from torkham.lexicon import Lexicon, files
from torkham.lexicon.frames import Frame, FrameFile
from torkham.vocabulary import EVENT_TYPE

PATHS = sorted((resources.ontology() / "lexicon" / "en" / "frames").glob("*.toml"))
FRAMES = [(path.stem, frame) for path in PATHS for frame in files.load(path, FrameFile).frame]
NAMED = [
    pytest.param(frame, id=f"{stem}-{frame.event}-{(*frame.verbs, *frame.nouns, *frame.adjectives, '')[0]}")
    for stem, frame in FRAMES
]
SLOTS = {"subject", "object", "indirect", "complement", "infinitive", "that", "modifier"}


@pytest.mark.parametrize("frame", NAMED)
def test_a_frame_names_an_event_and_words(frame: Frame) -> None:
    assert frame.event in EVENT_TYPE
    assert frame.verbs or frame.nouns or frame.adjectives
    words = (*frame.verbs, *frame.nouns, *frame.adjectives)
    assert len(set(words)) == len(words), sorted(word for word in words if words.count(word) > 1)


@pytest.mark.parametrize("frame", NAMED)
def test_needs_name_slots_that_exist(frame: Frame) -> None:
    wanted = {part for need in frame.needs for part in need.split("+")}
    prepositions = {part for part in wanted if part not in SLOTS}
    assert all(re.fullmatch(r"[a-z]+( of)?", part) for part in prepositions)


def test_all_event_types_can_be_told() -> None:
    assert {frame.event for _, frame in FRAMES} == set(EVENT_TYPE)


def test_verbs_are_found_by_their_first_lemma_longest_first(lexicon: Lexicon) -> None:
    lengths = [len(rest) for rest, _ in lexicon.verb_frames.starting("send")]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] >= 1


def test_an_unknown_key_is_refused_with_file_and_entry(tmp_path) -> None:
    path = tmp_path / "odd.toml"
    path.write_text('[[frame]]\nevent = "Return"\nexample = "x"\nverb = ["go"]\n', encoding="utf-8")
    with pytest.raises(OntologyError, match=r"odd\.toml.*verb"):
        files.load(path, FrameFile)
