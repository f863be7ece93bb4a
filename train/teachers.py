"""Soft targets: what several networks together think of a batch, for the student to learn beside the gold (Hinton, Vinyals
& Dean 2015, https://arxiv.org/abs/1503.02531).

The mean of the networks' probabilities is the target. It also teaches trees where a corpus has only names.
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from train.network import Network, start_from_shipped

TASKS = ("upos", "xpos", "start", "ner", "arc")
Inputs = tuple[Tensor, Tensor, Tensor, Tensor]


class Teachers:
    """Networks of the same classes as the student; ``named`` of them (the last ones) also teach names."""

    def __init__(self, weights: Sequence[Path], classes: dict[str, list[str]], named: int) -> None:
        self.networks = [_loaded(path, classes) for path in weights]
        self.named = named

    @torch.no_grad()
    def __call__(self, inputs: Inputs, heads: Tensor | None) -> dict[str, Tensor]:
        """Probabilities by task; ``rel`` those of the labels of ``heads`` (1-based, 0 is the root), or of the likeliest heads.

        ``heads`` in the answer are the ones that ``rel`` is about.
        """
        scores = [{task: value.float() for task, value in network(*inputs).items()} for network in self.networks]
        found = {task: _mean([one[task] for one in scores]) for task in TASKS if task != "ner"}
        found["ner"] = _mean([one["ner"] for one in scores[-self.named :]])
        chosen = heads if heads is not None else found["arc"].argmax(-1)
        pairs = zip(self.networks, scores, strict=True)
        found["rel"] = _mean([network.label_scores(one, chosen).float() for network, one in pairs])
        return {**found, "heads": chosen}


def divergence(scores: Tensor, target: Tensor, real: Tensor) -> Tensor:
    """Kullback-Leibler divergence from ``target`` probabilities, the mean over the ``real`` words."""
    each = functional.kl_div(functional.log_softmax(scores, -1), target, reduction="none").sum(-1)
    return each[real].mean()


def _mean(scores: list[Tensor]) -> Tensor:
    return torch.stack([one.softmax(-1) for one in scores]).mean(0)


def _loaded(path: Path, classes: dict[str, list[str]]) -> Network:
    network = Network(classes)
    if path.suffix == ".npz":
        start_from_shipped(network, path)
    else:
        network.load_state_dict(torch.load(path))
    return network.eval()
