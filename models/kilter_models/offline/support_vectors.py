"""Support vector regression of each channel on its own rows before."""

from __future__ import annotations

import numpy as np
from sklearn.svm import SVR

from .rows import evenly, lagged

LAGS = 8
MOST = 1_000  # rows that are fitted, evenly spread: the cost grows with their square


class SupportVectors:
    """One regression a channel, with a radial kernel and the library's own settings."""

    single = False

    def fit(self, stretches: list[np.ndarray]) -> None:
        """Fits each channel, unless it is constant: then it is expected to remain so."""
        before = np.concatenate([lagged(each, LAGS) for each in stretches])
        rows = np.concatenate(stretches)
        chosen = evenly(len(rows), MOST)
        self.fitted = [SVR().fit(before[chosen, :, column], rows[chosen, column])
                       if np.ptp(rows[:, column]) > 0 else None
                       for column in range(rows.shape[1])]

    def errors(self, rows: np.ndarray) -> np.ndarray:
        """Distance from what is expected of the next row."""
        before = lagged(rows, LAGS)
        expected = [np.zeros(len(rows)) if fitted is None else fitted.predict(before[:, :, column])
                    for column, fitted in enumerate(self.fitted)]
        return np.abs(rows - np.stack(expected, axis=1))
