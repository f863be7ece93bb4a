"""Policies of the corpus: named ones joined by name, unnamed ones by issuer and type."""

import re
from collections.abc import Callable, Sequence

from torkham.model import Dating, Policy, Reading, ResolvedPolicy
from torkham.model.reading import Status

KeyOf = Callable[[str, int], str]
_RANK: tuple[Status, ...] = ("ended", "suspended", "extended", "in-force", "announced", "unknown")
_LABEL = 60
Signed = tuple[str, tuple[str, ...], str]
"""Type, issuers, and the folded name of a named policy ('' of an unnamed one)."""


def merge(readings: Sequence[Reading], datings: Sequence[Dating], key: KeyOf) -> tuple[ResolvedPolicy, ...]:
    """The policies, sorted by key. Unnamed ones of one issuer and type that the texts do not tell apart are one; where
    that issuer has exactly one named policy of the type, they are taken for it."""
    dated = {(one.document, one.time): one.value for one in datings}
    groups: dict[Signed, list[tuple[Reading, int]]] = {}
    for reading in readings:
        for index, policy in enumerate(reading.policies):
            groups.setdefault(_sign(reading, policy, key), []).append((reading, index))
    joined = _named_homes(groups)
    return tuple(
        sorted((_resolved(sign, members, dated, key) for sign, members in joined.items()), key=lambda one: one.key)
    )


def _sign(reading: Reading, policy: Policy, key: KeyOf) -> Signed:
    issuer = tuple(sorted({key(reading.document, index) for index in policy.issuer}))
    if policy.named:
        return policy.type, (), _folded(policy.label)
    return policy.type, issuer or (f"document {reading.document}",), ""


def _folded(name: str) -> str:
    return re.sub(r"\W+", " ", name.casefold().replace("programme", "program")).strip()


def _named_homes(groups: dict[Signed, list[tuple[Reading, int]]]) -> dict[Signed, list[tuple[Reading, int]]]:
    """An unnamed policy joins the named one of its own document and type, if there is only one."""
    joined = {sign: list(members) for sign, members in groups.items()}
    for sign in [one for one in joined if not one[2]]:
        documents = {reading.document for reading, _ in joined[sign]}
        homes = [
            other
            for other, members in joined.items()
            if other[2] and other[0] == sign[0] and {reading.document for reading, _ in members} & documents
        ]
        if len(homes) == 1 and len(documents) == 1:
            joined[homes[0]] += joined.pop(sign)
    return joined


def _resolved(
    sign: Signed, members: list[tuple[Reading, int]], dated: dict[tuple[str, int], str], key: KeyOf
) -> ResolvedPolicy:
    policies = [(reading.document, reading.policies[index]) for reading, index in members]
    issuer = tuple(sorted({key(document, index) for document, policy in policies for index in policy.issuer}))
    targets = tuple(sorted({key(document, index) for document, policy in policies for index in policy.targets}))
    announced = sorted(
        value
        for document, policy in policies
        if policy.announced is not None and (value := dated.get((document, policy.announced)))
    )
    label = _label(members, issuer)
    return ResolvedPolicy(
        key=_slug(label if sign[2] else "-".join((*issuer, sign[0]) if issuer else (members[0][0].document, sign[0]))),
        type=sign[0],
        label=label,
        status=min((policy.status for _, policy in policies), key=_RANK.index),
        issuer=issuer,
        targets=targets,
        announced=announced[0] if announced else None,
        members=tuple(sorted((reading.document, index) for reading, index in members)),
    )


def _label(members: list[tuple[Reading, int]], issuer: tuple[str, ...]) -> str:
    """The text's own name, else the issuer and the fullest description."""
    named = sorted({reading.policies[index].label for reading, index in members if reading.policies[index].named})
    if named:
        return named[0]
    reading, index = max(members, key=lambda one: (_fitness(one[0].policies[one[1]].label), one[0].document))
    policy = reading.policies[index]
    owner = reading.entities[policy.issuer[0]].label if policy.issuer else None
    return f"{owner}: {policy.label}" if owner else policy.label


def _fitness(label: str) -> tuple[bool, int]:
    """A description of a few words, without numbers and quotation marks, says it best."""
    return len(label) <= _LABEL and not re.search(r"[\d\"“”]", label), len(label)


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold().replace("'", "").replace("’", "")).strip("-")[:80]
