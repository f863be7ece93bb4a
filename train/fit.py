"""The training loop: all tasks jointly, learning rate tied to elapsed time, a moving average of the weights kept."""

import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from torkham.annotate.pieces import Encoded, WordPieces
from train.augment import varied
from train.network import Network
from train.teachers import TASKS, Inputs, Teachers, divergence
from train.units import Unit
from train.words import Words

PIECES_PER_BATCH = 1000
BUCKET = 400
MOST_PIECES = 400
ROUND, TREE_STEPS = 4, (0, 1, 2)
LABEL_WEIGHTS = {"upos": 0.5, "xpos": 0.5}
WARM_UP = 100


@dataclass(frozen=True)
class Schedule:
    """How long and how fast: minutes of wall clock, peak rates, seed, and how often the average is written."""

    minutes: float
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    seed: int = 0
    save_every: float = 180.0
    decay: float = 0.995


@dataclass
class Batch:
    """Units with their encoded rows."""

    units: list[Unit]
    rows: list[Encoded]


def batches(units: list[Unit], pieces: WordPieces, words: Words, rng: random.Random) -> Iterator[Batch]:
    """Endless batches of units of like length, each freshly varied."""
    while True:
        order = rng.sample(units, len(units))
        for k in range(0, len(order), BUCKET):
            fresh = [varied(unit, words, rng) for unit in order[k : k + BUCKET]]
            rows = sorted(((pieces.encode(u.words), u) for u in fresh), key=lambda pair: len(pair[0].ids))
            group: list[tuple[Encoded, Unit]] = []
            ready = []
            for row in rows:
                if group and len(row[0].ids) * (len(group) + 1) > PIECES_PER_BATCH:
                    ready.append(group)
                    group = []
                if len(row[0].ids) <= MOST_PIECES:
                    group.append(row)
            rng.shuffle(ready)
            yield from (Batch([u for _, u in g], [r for r, _ in g]) for g in [*ready, group] if g)


def padded(rows: list[list[int]], fill: int = 0) -> Tensor:
    """Rows of unequal length as one matrix."""
    longest = max(map(len, rows))
    return torch.tensor([row + [fill] * (longest - len(row)) for row in rows])


class Losses:
    """Gold classes as numbers, and the joint loss of a batch; what a unit lacks counts nothing."""

    def __init__(self, classes: dict[str, list[str]], *, half: bool, teachers: Teachers | None = None) -> None:
        """``half`` multiplies matrices in bfloat16, which this kind of processor does three times as fast."""
        self.half, self.teachers = half, teachers
        self.number = {task: {name: i for i, name in enumerate(names)} for task, names in classes.items()}

    def __call__(self, network: Network, batch: Batch) -> dict[str, Tensor]:
        """The loss of every task for which the batch has gold."""
        rows = batch.rows
        ids, shapes, first, last = (
            padded([list(getattr(r, part)) for r in rows]) for part in ("ids", "shapes", "first", "last")
        )
        inputs = ids, shapes, first, last
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
            scores = {task: value.float() for task, value in network(*inputs).items()}
        losses = {"ner": self._plain(scores["ner"], "ner", [u.names or [None] * len(u.words) for u in batch.units])}
        if batch.units[0].heads is not None:
            losses["upos"] = self._plain(scores["upos"], "upos", [list(u.upos or ()) for u in batch.units])
            losses["xpos"] = self._plain(scores["xpos"], "xpos", [list(u.xpos or ()) for u in batch.units])
            losses |= self._trees(network, scores, batch.units)
        weighed = {task: LABEL_WEIGHTS.get(task, 1.0) * loss for task, loss in losses.items() if not loss.isnan()}
        if self.teachers is None:
            return weighed
        return {**weighed, "taught": self._taught(network, self.teachers, inputs, scores, batch)}

    def _taught(
        self, network: Network, teachers: Teachers, inputs: Inputs, scores: dict[str, Tensor], batch: Batch
    ) -> Tensor:
        """How far the scores are from what the teachers think, all tasks together."""
        real = padded([[1] * len(unit.words) for unit in batch.units]).bool()
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
            target = teachers(inputs, self._heads(batch.units) if batch.units[0].heads is not None else None)
            labels = network.label_scores(scores, target["heads"]).float()
        parts = {task: divergence(scores[task], target[task], real) for task in TASKS}
        parts["rel"] = divergence(labels, target["rel"], real)
        return sum((LABEL_WEIGHTS.get(task, 1.0) * part for task, part in parts.items()), torch.zeros(()))

    def _plain(self, scores: Tensor, task: str, gold: list[list[str | None]] | list[list[str]]) -> Tensor:
        numbers = padded([[self.number[task].get(str(x), -1) for x in row] for row in gold], -1)
        return functional.cross_entropy(scores.flatten(0, 1), numbers.flatten(), ignore_index=-1)

    def _trees(self, network: Network, scores: dict[str, Tensor], units: list[Unit]) -> dict[str, Tensor]:
        length = scores["arc"].shape[1]
        starts = padded([self._starts(u) for u in units], -1)
        sentence = padded([self._sentences(u) for u in units], -2)
        same = sentence[:, :, None] == sentence[:, None, :]
        allowed = torch.cat([torch.ones(len(units), length, 1, dtype=torch.bool), same], 2)
        heads = self._heads(units, -1)
        arcs = scores["arc"].masked_fill(~allowed, -1e4)
        with torch.autocast("cpu", torch.bfloat16, enabled=self.half):
            labels = network.label_scores(scores, heads.clamp(min=0)).float()
        return {
            "start": functional.cross_entropy(scores["start"].flatten(0, 1), starts.flatten(), ignore_index=-1),
            "arc": functional.cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=-1),
            "rel": self._plain(labels, "rel", [list(u.labels or ()) for u in units]),
        }

    @staticmethod
    def _heads(units: list[Unit], fill: int = 0) -> Tensor:
        return padded([[0 if h == i else h + 1 for i, h in enumerate(u.heads or ())] for u in units], fill)

    @staticmethod
    def _starts(unit: Unit) -> list[int]:
        wanted = set(unit.starts or ())
        row = [int(i in wanted) for i in range(len(unit.words))]
        row[0] = -1 if len(wanted) == 1 else 1
        return row

    @staticmethod
    def _sentences(unit: Unit) -> list[int]:
        wanted, row, count = set(unit.starts or ()), [], 0
        for i in range(len(unit.words)):
            count += i in wanted
            row.append(count)
        return row


def optimiser(network: Network, schedule: Schedule) -> torch.optim.Optimizer:
    """AdamW; MiniLM's embeddings of pieces and positions are frozen, shapes learn as fast as the heads."""
    for frozen in (network.enc.word, network.enc.pos):
        frozen.weight.requires_grad_(False)
    named = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    inner = [p for name, p in named if name.startswith("enc.") and "typ" not in name]
    outer = [p for name, p in named if not name.startswith("enc.") or "typ" in name]
    groups = [
        {"params": inner, "lr": schedule.encoder_rate, "peak": schedule.encoder_rate, "weight_decay": 0.01},
        {"params": outer, "lr": schedule.head_rate, "peak": schedule.head_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


class Average:
    """An exponential moving average of the weights (Polyak & Juditsky 1992), updated every ``EVERY`` steps."""

    EVERY = 5

    def __init__(self, network: Network, decay: float) -> None:
        self.network, self.decay, self.count = network, decay, 0
        self.weights = {name: p.detach().clone() for name, p in network.named_parameters() if p.requires_grad}

    @torch.no_grad()
    def update(self) -> None:
        self.count += 1
        rate = max(1 - self.decay**self.EVERY, 1 / self.count)
        for name, p in self.network.named_parameters():
            if name in self.weights:
                self.weights[name].lerp_(p, rate)

    def state(self) -> dict[str, Tensor]:
        return {**self.network.state_dict(), **self.weights}


def fit(
    network: Network, corpora: tuple[Iterator[Batch], Iterator[Batch]], losses: Losses, schedule: Schedule, out: Path
) -> None:
    """Train for the schedule's minutes; ``out/average.pt`` holds the average so far, ``log.jsonl`` the losses."""
    torch.manual_seed(schedule.seed)
    network.train()
    steps, average = optimiser(network, schedule), Average(network, schedule.decay)
    begun = saved = time.monotonic()
    step, shown = 0, dict[str, float]()
    while (passed := (time.monotonic() - begun) / 60 / schedule.minutes) < 1:
        for group in steps.param_groups:
            group["lr"] = group["peak"] * min(1, (step + 1) / WARM_UP) * max(0.01, 1 - passed)
        parts = losses(network, next(corpora[0 if step % ROUND in TREE_STEPS else 1]))
        if not parts:
            continue
        steps.zero_grad(set_to_none=True)
        sum(parts.values(), torch.zeros(())).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        steps.step()
        step += 1
        shown |= {k: 0.98 * shown.get(k, v.item()) + 0.02 * v.item() for k, v in parts.items()}
        if step % Average.EVERY == 0:
            average.update()
        if step % 50 == 0:
            line = {
                "step": step,
                "seconds": round(time.monotonic() - begun),
                **{k: round(v, 4) for k, v in shown.items()},
            }
            with (out / "log.jsonl").open("a", encoding="utf-8") as log:
                log.write(json.dumps(line) + "\n")
        if time.monotonic() - saved > schedule.save_every:
            save(average, out)
            saved = time.monotonic()
    save(average, out)


def save(average: Average, out: Path) -> None:
    """Write the average so that a half-written file never takes the place of a whole one."""
    torch.save(average.state(), out / "average.new")
    (out / "average.new").replace(out / "average.pt")
