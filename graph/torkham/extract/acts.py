"""What the events of an article tell of counted people: who is the patient of an expulsion is expelled."""

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from torkham.extract.count import Count
from torkham.extract.events import Telling
from torkham.extract.measurewords import Found
from torkham.extract.modality import Modality
from torkham.extract.reality import is_tried
from torkham.lexicon.quantities import Act, measures

Acts = Mapping[int, tuple[Found, ...]]
"""Token index of an argument -> the measures that the events give to whom it counts."""


def told(tellings: Iterable[Telling], modality: Modality) -> Acts:
    """The measures that events give to the people in them, by the heads of their arguments (``[[act]]`` in measures.toml)."""
    found: dict[int, list[Found]] = {}
    for telling in tellings:
        for entry in measures().act:
            if entry.event == telling.fit.frame.event:
                for token in telling.fit.roles.get(entry.role, ()):
                    found.setdefault(token.i, []).append(_measure(entry, telling, modality))
    return {index: tuple(listed) for index, listed in found.items()}


def _measure(entry: Act, telling: Telling, modality: Modality) -> Found:
    trigger: Token = telling.trigger
    done = (telling.fit.frame.modality or modality.of(trigger)) == "actual"
    name = entry.measure if done or entry.unreal is None else entry.unreal
    return Found(name, trigger, 0, done, f"{telling.fit.frame.event} {trigger.lemma_.lower()}")


def of(count: Count, acts: Acts) -> Found | None:
    """What the nearest event says of the counted people, where they fill a role in one."""
    found = [one for token in count.tokens for one in acts.get(token.i, ()) if not is_tried(one.word)]
    at = count.tokens[0].i
    return min(found, key=lambda one: abs(one.word.i - at), default=None)
