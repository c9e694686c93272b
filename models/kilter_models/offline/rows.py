"""What every offline baseline is given: stretches of rows, scaled, without holes."""

from __future__ import annotations

from typing import Protocol

import numpy as np


class Baseline(Protocol):
    """Says how far off each row is; fitted on normal rows."""

    single: bool  # one number a row, not one a channel

    def fit(self, stretches: list[np.ndarray]) -> None:
        """Learns from stretches of scaled rows [row, channel] that nothing breaks."""

    def errors(self, rows: np.ndarray) -> np.ndarray:
        """Of a stretch of scaled rows, [row, channel], or [row, 1]."""


class Scaled:
    """A baseline behind the scaling of its training rows, and holes closed.

    A hole is closed with the value before it, at a beginning with the mean. It has no error.
    """

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline
        self.single = baseline.single

    def fit(self, stretches: list[np.ndarray]) -> None:
        """Learns from stretches of rows in the channels' units."""
        rows = np.concatenate(stretches).astype(np.float64)
        self.mean = np.nanmean(rows, axis=0)
        deviation = np.nanstd(rows, axis=0)
        constant = deviation <= 1e-6 * np.abs(self.mean)
        floor = np.where(self.mean == 0, 1.0, np.abs(self.mean) / 100)
        self.deviation = np.where(constant, floor, deviation)
        self.baseline.fit([self._scale(each) for each in stretches])

    def errors(self, rows: np.ndarray) -> np.ndarray:
        """Of a stretch of rows; NaN where nothing was measured."""
        errors = self.baseline.errors(self._scale(rows))
        missing = np.isnan(rows)
        return np.where(missing.all(axis=1, keepdims=True) if self.single else missing,
                        np.nan, errors)

    def _scale(self, rows: np.ndarray) -> np.ndarray:
        return closed((rows - self.mean) / self.deviation)


def closed(rows: np.ndarray) -> np.ndarray:
    """Each hole with the value before it, 0 where there is none."""
    present = np.where(np.isnan(rows), -1, np.arange(len(rows))[:, None])
    last = np.maximum.accumulate(present, axis=0)
    values = np.take_along_axis(rows, np.maximum(last, 0), axis=0)
    return np.where(last >= 0, values, 0.0)


def lagged(rows: np.ndarray, lags: int) -> np.ndarray:
    """The rows before each row, newest first, [row, lag, channel]; 0 before the beginning."""
    padded = np.concatenate([np.zeros((lags, rows.shape[1])), rows])
    return np.stack([padded[lags - lag:len(padded) - lag] for lag in range(1, lags + 1)], axis=1)


def evenly(count: int, most: int) -> np.ndarray:
    """At most so many of the numbers from 0 on, evenly spread."""
    return np.unique(np.linspace(0, count - 1, min(count, most)).astype(np.int64))
