"""People's corrections applied: facts changed or withdrawn, and what could no longer be found reported."""

from collections.abc import Iterable, Sequence

import msgspec

from torkham.errors import InputError
from torkham.model import AppliedCorrection, Fact, FactRef, Reading
from torkham.resolve.changes import change, changed
from torkham.resolve.judgements import Correction


def apply(
    readings: Sequence[Reading], corrections: Iterable[Correction]
) -> tuple[list[Reading], tuple[AppliedCorrection, ...]]:
    """The readings with changed facts, and every correction with the fact that it met (None where its passage is gone).

    Withdrawn facts stay in the reading; the rdf stage leaves them out and says that they were withdrawn.

    Raises:
        InputError: a change names a field that cannot be changed, or gives it an impossible value (as no loaded one does).
    """
    by_document = {reading.document: reading for reading in readings}
    applied: list[AppliedCorrection] = []
    for one in corrections:
        reading = by_document.get(one.document)
        index = _find(reading, one) if reading is not None else None
        fact = FactRef(one.document, one.kind, index) if index is not None else None
        if reading is not None and index is not None and one.action == "change":
            by_document[one.document] = _changed(reading, index, one)
        values = {name: getattr(one, name) for name in one.__struct_fields__}
        applied.append(AppliedCorrection(**values, fact=fact))
    return [by_document[reading.document] for reading in readings], tuple(applied)


def _find(reading: Reading, one: Correction) -> int | None:
    facts: Sequence[Fact] = getattr(reading, f"{one.kind}s")
    exact = [i for i, fact in enumerate(facts) if (fact.start, fact.end) == (one.start, one.end)]
    near = [i for i, fact in enumerate(facts) if fact.start < one.end and one.start < fact.end]
    return next(iter(exact or near), None)


def _changed(reading: Reading, index: int, one: Correction) -> Reading:
    facts = list(getattr(reading, f"{one.kind}s"))
    name, value = change(one.kind, one.value)
    try:
        facts[index] = changed(facts[index], name, value)
    except InputError as error:
        raise InputError(f"corrections.tsv, line {one.line}: {error}") from error
    return msgspec.structs.replace(reading, **{f"{one.kind}s": tuple(facts)})
