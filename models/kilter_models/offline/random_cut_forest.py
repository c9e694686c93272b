"""A random cut forest, the library randomcutforest-core: it learns each row once it has scored it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

from ..results.launcher import kilter


class RandomCutForest:
    """One score a row, with the library's own settings: 50 trees of 256 rows.

    A forest that has learnt the rows that were fitted goes on from there, each time it is asked.
    """

    single = True
    together = 1  # rows that are looked at at once

    def fit(self, stretches: list[np.ndarray]) -> None:
        """What is to be learnt first."""
        self.before = np.concatenate(stretches)

    def errors(self, rows: np.ndarray) -> np.ndarray:
        """The scores, as [row, 1]."""
        with tempfile.TemporaryDirectory() as folder:
            to_score, scores = Path(folder, "rows.csv"), Path(folder, "scores.txt")
            np.savetxt(to_score, np.concatenate([self.before, rows]), "%.9g", ",")
            kilter("bench", "forest", to_score, "--together", self.together, "--out", scores)
            return np.loadtxt(scores, ndmin=1)[len(self.before):, None]


class RandomCutForest8(RandomCutForest):
    """The same, of the 8 newest rows together."""

    together = 8
