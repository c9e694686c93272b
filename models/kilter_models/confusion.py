"""How often a classifier is right on entities it was not trained on, and what it confuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from .classifier import Classifier
from .sequences import Sequences

MOST = 2_000  # sequences of a class that are looked at


@dataclass(frozen=True)
class Confusion:
    """What sequences of each class were taken for."""

    classes: list[str]
    counts: np.ndarray  # int64 [what it is, what it was taken for]

    @property
    def accuracy(self) -> float:
        """The share that was right, each class counting the same."""
        there = self.counts.sum(axis=1) > 0
        return float(np.mean((self.counts.diagonal() / np.maximum(1, self.counts.sum(axis=1)))
                             [there]))

    def to_json(self) -> dict[str, Any]:
        """As the run directory keeps it."""
        return {"classes": self.classes, "confusion": self.counts.tolist(),
                "accuracy": self.accuracy}

    def lines(self) -> list[str]:
        """The table, a line each."""
        width = max(map(len, self.classes)) + 2
        head = " " * width + "".join(f"{number:>7}" for number in range(len(self.classes)))
        rows = [f"{number:>2} {name:<{width - 3}}" + "".join(f"{count:>7}" for count in counts)
                for number, (name, counts) in enumerate(zip(self.classes, self.counts))]
        return [head, *rows]


def measure_confusion(network: Classifier, sequences: Sequences, classes: np.ndarray,
                      names: list[str]) -> Confusion:
    """Classifies held-out sequences, at most some of each class, evenly spread."""
    counts = np.zeros((len(names), len(names)), np.int64)
    for number in range(len(names)):
        every = np.flatnonzero((classes == number) & (sequences.lengths == sequences.lengths.max()))
        chosen = every[np.linspace(0, len(every) - 1, min(MOST, len(every))).astype(np.int64)]
        if len(chosen):
            counts[number] = np.bincount(_taken_for(network, sequences, chosen),
                                         minlength=len(names))
    return Confusion(names, counts)


def _taken_for(network: Classifier, sequences: Sequences, which: np.ndarray) -> np.ndarray:
    inputs = [sequences.take(which), sequences.take_mask(which)][:1 + network.masked]
    with torch.no_grad():
        return network(*map(torch.from_numpy, inputs)).argmax(dim=1).numpy()
