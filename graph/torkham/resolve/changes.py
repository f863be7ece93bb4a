"""What a person may change in a fact, and to what: ``measure=returned``, ``value=300``."""

from typing import get_type_hints

import msgspec

from torkham.errors import InputError
from torkham.model import Deadline, EventReport, Fact, Figure, Position, Statement
from torkham.vocabulary import EVENT_TYPE, MEASURE

_FIELDS = ("type", "modality", "measure", "qualifier", "value", "lower", "upper", "role", "change", "mode")
_KINDS = {"position": Position, "event": EventReport, "statement": Statement, "figure": Figure, "deadline": Deadline}
_VAGUE = ("range", "vague", "unquantified")
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


def changed(fact: Fact, name: str, value: object) -> Fact:
    """The fact with a new value in one field. The bounds of a figure follow its value, until they are changed themselves.

    Raises:
        InputError: the fact would contradict itself.
    """
    bounds = [bound for bound in ("lower", "upper") if name == "value" and getattr(fact, bound) is not None]
    new = msgspec.structs.replace(fact, **dict.fromkeys([name, *bounds], value))
    if isinstance(new, Figure):
        _check(new)
    return new


def _check(figure: Figure) -> None:
    """What the shape of a figure refuses, told as what it is here: a person's slip."""
    if figure.value is not None and figure.qualifier in _VAGUE:
        raise InputError(f"a figure that is {figure.qualifier} has no value; change its qualifier first, or its bounds")
    if min(number for number in (figure.value, figure.lower, figure.upper, 0) if number is not None) < 0:
        raise InputError("a count of people is not below 0")
    if figure.lower is not None and figure.upper is not None and figure.lower > figure.upper:
        raise InputError(f"the lower bound {figure.lower} is above the upper one, {figure.upper}")
