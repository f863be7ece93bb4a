"""People's corrections: withdrawn, changed, lost; a line that cannot be applied says so."""

from pathlib import Path

import pytest

from fixtures.cast_made import entity, event, reading
from torkham.errors import InputError
from torkham.model import FactRef, Reading
from torkham.resolve import Correction, add, correction, load
from torkham.resolve.corrections import apply


@pytest.fixture
def read() -> Reading:
    return reading("a", entity("State", "Iran"), entity("Population", "Afghans"), events=(event(0), event(50)))


def line(**fields: object) -> Correction:
    given = {"line": 2, "document": "a", "start": 50, "end": 58, "kind": "event", "action": "withdraw", "value": ""}
    return correction({**given, "who": "mn", "why": "he was expelled from a party", **fields})


def test_a_withdrawn_fact_stays_in_the_reading_and_is_named(read: Reading) -> None:
    readings, (applied,) = apply([read], [line()])
    assert readings == [read]
    assert (applied.fact, applied.who) == (FactRef("a", "event", 1), "mn")


def test_a_change_changes_that_field_of_that_fact_only(read: Reading) -> None:
    (changed,), _ = apply([read], [line(action="change", value="modality=planned")])
    assert [one.modality for one in changed.events] == ["actual", "planned"]
    assert changed.events[0] == read.events[0]


def test_the_nearest_overlapping_fact_is_meant_where_none_fits_exactly(read: Reading) -> None:
    _, (applied,) = apply([read], [line(start=52, end=70)])
    assert applied.fact == FactRef("a", "event", 1)


@pytest.mark.parametrize("lost", [{"start": 70, "end": 78}, {"document": "gone"}, {"kind": "figure"}])
def test_a_correction_whose_passage_is_gone_is_reported(lost: dict[str, object], read: Reading) -> None:
    readings, (applied,) = apply([read], [line(**lost)])
    assert (readings, applied.fact) == ([read], None)


@pytest.mark.parametrize("value", ["start=3", "colour=red", "modality=perhaps"])
def test_an_impossible_change_names_the_line(value: str, read: Reading) -> None:
    with pytest.raises(InputError, match=r"corrections\.tsv, line 2"):
        apply([read], [line(action="change", value=value)])


def test_what_is_added_is_loaded_again(tmp_path: Path) -> None:
    path = add(tmp_path, line())
    add(tmp_path, line(start=0, end=8))
    assert path.name == "corrections.tsv"
    assert [(one.line, one.start) for one in load(tmp_path).corrections] == [(2, 50), (3, 0)]


def test_a_tab_in_a_reason_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="tabs"):
        add(tmp_path, line(why="a\tb"))
    assert load(tmp_path).corrections == ()
