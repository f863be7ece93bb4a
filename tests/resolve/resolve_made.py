"""Hand-made readings for the tests of resolution."""

from typing import Any

from torkham.model import Article, Deadline, Entity, Figure, Mention, Policy, Reading, Sentence, TimeExpression

NAMES = ("Pakistan", "United Nations", "Afghans", "Iran")


def entity(label: str) -> Entity:
    return Entity(
        type="State", label=label, names=(label,), mentions=(Mention(start=0, end=1, kind="name", reason="name"),)
    )


def key(_document: str, index: int) -> str:
    """In hand-made readings every document has the same entities."""
    return NAMES[index].lower()


def time(text: str, edtf: str | None = None, **more: Any) -> TimeExpression:
    return TimeExpression(start=0, end=len(text), text=text, edtf=edtf, **more)


def figure(value: int | None, **more: Any) -> Figure:
    fields: dict[str, Any] = {
        "start": 0,
        "end": 1,
        "sentence": 0,
        "rule": "test",
        "value": value,
        "lower": value,
        "upper": value,
        "qualifier": "exact",
        "measure": "resident",
        "population": (2,),
    }
    return Figure(**{**fields, **more})


def deadline(at: int, **more: Any) -> Deadline:
    fields: dict[str, Any] = {
        "start": at,
        "end": at + 1,
        "sentence": 0,
        "rule": "test",
        "time": at,
        "change": "restated",
        "set_by": (0,),
    }
    return Deadline(**{**fields, **more})


def reading(document: str = "a", **more: Any) -> Reading:
    fields: dict[str, Any] = {
        "document": document,
        "sentences": (Sentence(0, 10, "paragraph"),),
        "entities": tuple(entity(name) for name in NAMES),
        "times": (),
        "positions": (),
        "events": (),
        "statements": (),
        "figures": (),
        "deadlines": (),
        "policies": (),
    }
    return Reading(**{**fields, **more})


def article(document: str = "a", published: str | None = None) -> Article:
    return Article(id=document, source=f"{document}.txt", text="x" * 10, sha256="", published=published)


def policy(label: str = "crackdown", **more: Any) -> Policy:
    fields: dict[str, Any] = {
        "type": "RepatriationPlan",
        "label": label,
        "named": False,
        "mentions": ((0, 1),),
        "issuer": (0,),
    }
    return Policy(**{**fields, **more})
