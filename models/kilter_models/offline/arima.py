"""ARIMA(2, 0, 1) of each channel by itself: fitted once, then applied with what was found."""

from __future__ import annotations

import warnings

import numpy as np
from statsmodels.tsa.arima.model import ARIMA

ORDER = (2, 0, 1)
NEWEST = 2_000  # rows that are fitted: what one fit costs grows with them


class Arima:
    """One model a channel; a channel that is constant in training is expected to remain so."""

    single = False

    def fit(self, stretches: list[np.ndarray]) -> None:
        """Fits the newest rows of the longest stretch."""
        rows = max(stretches, key=len)[-NEWEST:]
        self.fitted = [_fit(channel) if np.ptp(channel) > 0 else None for channel in rows.T]

    def errors(self, rows: np.ndarray) -> np.ndarray:
        """Distance from what each model expects one row ahead."""
        expected = [np.zeros(len(rows)) if fitted is None
                    else fitted.apply(channel).fittedvalues
                    for fitted, channel in zip(self.fitted, rows.T)]
        return np.abs(rows - np.stack(expected, axis=1))


def _fit(channel: np.ndarray):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a start was poor, or the last step small
        return ARIMA(channel, order=ORDER).fit(method_kwargs={"maxiter": 30, "disp": 0})
