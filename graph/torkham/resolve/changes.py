"""What a person may change in a fact, and to what: ``measure=returned``, ``value=300``."""

from typing import get_type_hints

import msgspec

from torkham.errors import InputError
from torkham.model import Deadline, EventReport, Figure, Position, Statement
from torkham.vocabulary import EVENT_TYPE, MEASURE

_FIELDS = ("type", "modality", "measure", "qualifier", "value", "lower", "upper", "role", "change", "mode")
_KINDS = {"position": Position, "event": EventReport, "statement": Statement, "figure": Figure, "deadline": Deadline}
_CLOSED = {"type": EVENT_TYPE, "measure": MEASURE}


def change(kind: str, said: str) -> tuple[str, object]:
    """The field and its new value that ``field=value`` says of a fact of that kind.

    Raises:
        InputError: there is no such field, it cannot be changed, or it cannot have that value; the message says what can.
    """
    name, _, value = said.partition("=")
    hints = get_type_hints(_KINDS[kind])
    allowed = [field for field in _FIELDS if field in hints]
    if name not in allowed:
        raise InputError(f"{name!r} cannot be changed: of this kind of fact ({kind}) {', '.join(allowed)} can")
    if value not in _CLOSED.get(name, (value,)):
        raise InputError(f"{name} cannot be {value!r}: give one of {', '.join(_CLOSED[name])}")
    try:
        return name, msgspec.convert(value or None, hints[name], strict=False)
    except msgspec.ValidationError as error:
        raise InputError(f"{name} cannot be {value!r}: {error}") from error
