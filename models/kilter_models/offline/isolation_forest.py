"""An isolation forest: how soon random cuts part a row from the others."""

from __future__ import annotations

import numpy as np
from sklearn.ensemble import IsolationForest


class IsolationForestScore:
    """One score a row, from 0 to 1, with the library's own settings: 100 trees of 256 rows."""

    single = True

    def fit(self, stretches: list[np.ndarray]) -> None:
        """Grows the trees."""
        self.forest = IsolationForest(random_state=7).fit(np.concatenate(stretches))

    def errors(self, rows: np.ndarray) -> np.ndarray:
        """The score, as [row, 1]."""
        return -self.forest.score_samples(rows)[:, None]
