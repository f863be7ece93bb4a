"""Arcs and labels weighed together, and roles that a head has once."""

import numpy as np
from numpy.typing import NDArray

from torkham.annotate.roles import LabelledArcs, Roles, log_softmax

LABELS = ("ROOT", "nsubj", "obj", "obl")
ROOT, NSUBJ, OBJ, OBL = range(len(LABELS))
Array = NDArray[np.float32]


def sentence(arcs: list[list[float]], labels: list[list[list[float]]]) -> LabelledArcs:
    """Arcs of words under (root, word 1, …), and the label scores of every arc, without the root's own label."""
    table = np.array(labels, np.float32)

    def scored(dependent: Array, head: Array, under_root: NDArray[np.bool_]) -> Array:
        chosen = table[dependent[:, 0].astype(int), head[:, 0].astype(int)].copy()
        chosen[under_root] = (0, -np.inf, -np.inf, -np.inf)
        chosen[~under_root, ROOT] = -np.inf
        return log_softmax(chosen)

    numbers = [np.arange(n, dtype=np.float32)[:, None] for n in (len(arcs), len(arcs) + 1)]
    return LabelledArcs(np.array(arcs, np.float32), *numbers, scored)


def flat(words: int, *scores: float) -> list[list[list[float]]]:
    return [[[0.0, *scores]] * (words + 1)] * words


def test_an_arc_that_no_label_fits_loses_to_one_with_a_good_label() -> None:
    labels = flat(2, 0.0, 0.0, 0.0)
    labels[1] = [[0.0] * 4, [0.0, 9.0, 0.0, 0.0], [0.0] * 4]
    arcs = sentence([[3.0, -9.0, 0.0], [0.5, 0.4, -9.0]], labels)
    assert arcs.arcs[1].argmax() == 0
    assert sentence([[3.0, -9.0, 0.0], [-9.0, 0.4, 0.6]], labels).weighed()[1].argmax() == 1


def test_of_two_objects_the_less_likely_one_takes_its_next_role() -> None:
    labels = flat(3, 0.0, 3.0, 2.5)
    labels[2] = [[0.0, 0.0, 3.0, 0.0]] * 4
    arcs = sentence([[5.0, 0, 0, 0], [0, 5.0, 0, 0], [0, 5.0, 0, 0]], labels)
    heads, numbers = np.array([0, 1, 1]), np.array([ROOT, OBJ, OBJ])
    Roles(LABELS).settle(heads, numbers, arcs)
    assert numbers.tolist() == [ROOT, OBL, OBJ]
    assert heads.tolist() == [0, 1, 1]


def test_two_objects_of_which_both_are_sure_stay() -> None:
    arcs = sentence([[9.0, 0, 0, 0], [-9.0, 9.0, -9.0, -9.0], [-9.0, 9.0, -9.0, -9.0]], flat(3, -9.0, 9.0, -9.0))
    heads, numbers = np.array([0, 1, 1]), np.array([ROOT, OBJ, OBJ])
    Roles(LABELS).settle(heads, numbers, arcs)
    assert numbers.tolist() == [ROOT, OBJ, OBJ]
