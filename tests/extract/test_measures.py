"""Every entry of measures.toml and policies.toml brings its sentence, and sentences in which its words mean something else."""

from collections.abc import Callable

import pytest

from torkham.lexicon.policies import policies
from torkham.lexicon.quantities import measures
from torkham.model import Reading

MEASURES = [pytest.param(one.example, one.name, id=one.example) for one in measures().measure]
NOT_MEASURES = [pytest.param(text, one.name, id=text) for one in measures().measure for text in one.not_]
POLICIES = [pytest.param(one.example, one.type, id=one.example) for one in policies().policy]
NOT_POLICIES = [pytest.param(text, id=text) for one in policies().policy for text in one.not_]


@pytest.mark.parametrize(("text", "name"), MEASURES)
def test_the_example_gives_the_measure(text: str, name: str, read: Callable[[str], Reading]) -> None:
    assert name in {figure.measure for figure in read(text).figures}


@pytest.mark.parametrize(("text", "name"), NOT_MEASURES)
def test_the_other_sentence_gives_another(text: str, name: str, read: Callable[[str], Reading]) -> None:
    assert name not in {figure.measure for figure in read(text).figures}


@pytest.mark.parametrize(("text", "kind"), POLICIES)
def test_the_example_names_the_policy(text: str, kind: str, read: Callable[[str], Reading]) -> None:
    assert kind in {policy.type for policy in read(text).policies}


@pytest.mark.parametrize("text", NOT_POLICIES)
def test_the_other_sentence_names_none(text: str, read: Callable[[str], Reading]) -> None:
    assert read(text).policies == ()


def test_an_official_name_is_kept_and_its_issuer_found(read: Callable[[str], Reading]) -> None:
    reading = read("Pakistan has expelled 825,600 people under its “Illegal Foreigners’ Repatriation Plan.”")
    (policy,) = reading.policies
    assert (policy.label, policy.named, policy.type) == (
        "Illegal Foreigners' Repatriation Plan",
        True,
        "RepatriationPlan",
    )
    assert [reading.entities[index].label for index in policy.issuer] == ["Pakistan"]
