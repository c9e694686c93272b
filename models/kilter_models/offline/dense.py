"""A plain dense network: the next row from the rows before, all channels at once."""

from __future__ import annotations

import warnings

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPRegressor

from .rows import evenly, lagged

LAGS = 8
HIDDEN = 64
MOST = 20_000  # rows that are fitted, evenly spread


class Dense:
    """One hidden layer; training stops early when a tenth of the rows is forecast no better."""

    single = False

    def fit(self, stretches: list[np.ndarray]) -> None:
        """Fits one network for all channels."""
        before = np.concatenate([_flat(each) for each in stretches])
        rows = np.concatenate(stretches)
        chosen = evenly(len(rows), MOST)
        self.network = MLPRegressor((HIDDEN,), max_iter=100, early_stopping=True, random_state=7)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # 100 passes are what it gets
            self.network.fit(before[chosen], _target(rows[chosen]))

    def errors(self, rows: np.ndarray) -> np.ndarray:
        """Distance from what is expected of the next row."""
        return np.abs(rows - self.network.predict(_flat(rows)).reshape(rows.shape))


def _flat(rows: np.ndarray) -> np.ndarray:
    return lagged(rows, LAGS).reshape(len(rows), -1)


def _target(rows: np.ndarray) -> np.ndarray:
    """scikit-learn wants one output flat."""
    return rows[:, 0] if rows.shape[1] == 1 else rows
