"""People's corrections: withdrawn, changed, lost; a line that cannot be applied says so."""

from pathlib import Path

import pytest

from fixtures.cast_made import entity, event, reading
from torkham.errors import InputError
from torkham.model import FactRef, Figure, Reading
from torkham.resolve import Correction, add, correction, judgement, load
from torkham.resolve.changes import changed
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


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        ("event", "start=3", "type, modality can"),
        ("event", "modality=perhaps", "'perhaps'"),
        ("event", "type=Party", "Expulsion"),
        ("figure", "measure=banana", "returned"),
        ("figure", "value=many", "'many'"),
        ("position", "role=", "''"),
    ],
)
def test_an_impossible_change_is_refused_when_said_and_when_loaded(
    tmp_path: Path, kind: str, value: str, told: str
) -> None:
    with pytest.raises(InputError, match=told):
        line(kind=kind, action="change", value=value)
    path = add(tmp_path, line())
    path.write_text(path.read_text() + f"a\t0\t8\t{kind}\tchange\t{value}\tmn\twhy\n")
    with pytest.raises(InputError, match=rf"corrections\.tsv, line 3: .*{told}"):
        load(tmp_path)


def test_what_is_added_is_loaded_again(tmp_path: Path) -> None:
    path = add(tmp_path, line())
    add(tmp_path, line(start=0, end=8))
    assert path.name == "corrections.tsv"
    assert [(one.line, one.start) for one in load(tmp_path).corrections] == [(2, 50), (3, 0)]


def _figure(**fields: object) -> Figure:
    given = {"value": 25_000, "lower": 23_750, "upper": 26_250, "qualifier": "about", "measure": "other", **fields}
    return Figure(start=0, end=11, sentence=0, rule="test", **given)


def test_the_bounds_of_a_figure_follow_its_value() -> None:
    new = changed(_figure(), "value", 300)
    assert (new.value, new.lower, new.upper) == (300, 300, 300)
    assert changed(_figure(qualifier="more-than", upper=None), "value", 300).upper is None
    assert changed(new, "upper", 320).upper == 320


@pytest.mark.parametrize(
    ("fields", "name", "value", "told"),
    [
        ({}, "lower", 30_000, "above"),
        ({}, "value", -1, "below 0"),
        ({"qualifier": "vague", "value": None}, "value", 40, "qualifier first"),
    ],
)
def test_a_change_never_makes_a_figure_contradict_itself(
    fields: dict[str, object], name: str, value: int, told: str
) -> None:
    with pytest.raises(InputError, match=told):
        changed(_figure(**fields), name, value)


def test_quotation_marks_in_a_reason_swallow_nothing(tmp_path: Path) -> None:
    for why in ('"Forced" is not said', 'he said "no', "plain"):
        add(tmp_path, line(why=why))
    assert [one.why for one in load(tmp_path).corrections] == ['"Forced" is not said', 'he said "no', "plain"]


def test_a_file_or_folder_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "corrections.tsv").write_bytes(b"\xff\xfe")
    for folder, told in ((tmp_path, r"corrections\.tsv: is not UTF-8"), (tmp_path / "none", "none: is no folder")):
        for act in (load, lambda folder: add(folder, line())):
            with pytest.raises(InputError, match=told):
                act(folder)


def test_an_actor_is_not_judged_against_itself() -> None:
    with pytest.raises(InputError, match="two actors"):
        judgement({"left": "iom", "right": "iom", "judgement": "same", "who": "mn", "why": "x"})


def test_a_tab_in_a_reason_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="tabs"):
        add(tmp_path, line(why="a\tb"))
    assert load(tmp_path).corrections == ()
