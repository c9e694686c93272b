"""Calibration: what errors and scores are usual on normal rows that were held out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .problem import Problem
from .settings import Settings

QUANTILES = (0.99, 0.999, 0.9999)
_FLOORS = {"absolute": 1e-2, "squared": 1e-4}


class Uncalibrated(Problem):
    """The held-out rows are too few for a threshold above 0."""


@dataclass(frozen=True)
class Calibration:
    """Usual errors per channel and the quantiles of the final score."""

    mean: list[float]
    deviation: list[float]
    quantiles: dict[str, float]

    @staticmethod
    def of(errors: tuple[np.ndarray, np.ndarray], quantiles: dict[str, float]) -> Calibration:
        """Rounded to what float32 holds."""
        mean, deviation = ([rounded(value) for value in part] for part in errors)
        return Calibration(mean, deviation, quantiles)

    def to_json(self) -> dict[str, Any]:
        """The calibration as the run directory keeps it."""
        return {"mean": self.mean, "deviation": self.deviation, "quantiles": self.quantiles}


def measure_ceiling(errors: np.ndarray, multiple: float, form: str) -> np.ndarray:
    """The most that one error may count, per channel: a multiple of the 0.99 quantile held out."""
    return np.maximum(np.nanquantile(errors, 0.99, axis=0), _FLOORS[form]) * multiple


def calibrate(errors: np.ndarray, starts_entity: np.ndarray, settings: Settings,
              screened: np.ndarray) -> Calibration:
    """Measures held-out errors [sequence, channel], entity after entity.

    A channel that is screened counts for nothing in the scores, as one that is absent.
    """
    usual = measure_errors(errors, settings.error)
    raw = raw_scores(np.where(screened, np.nan, errors), *usual)
    return Calibration.of(usual, quantiles_of(final_scores(raw, starts_entity,
                                                           settings.smoothing)))


def measure_errors(errors: np.ndarray, form: str) -> tuple[np.ndarray, np.ndarray]:
    """Mean and deviation of errors [sequence, channel], NaN left out.

    A deviation is at least 0.01 of the channel's own (of its square for squared errors), so a
    channel that never moved cannot divide by zero.
    """
    return np.nanmean(errors, axis=0), np.maximum(np.nanstd(errors, axis=0), _FLOORS[form])


def quantiles_of(scores: np.ndarray) -> dict[str, float]:
    """The quantiles of final scores, by level."""
    return {str(level): rounded(np.quantile(scores, level)) for level in QUANTILES}


def check_quantiles(calibration: Calibration, where: str) -> None:
    """Refuses what no score can be held against: a quantile that is not above 0."""
    for level, score in calibration.quantiles.items():
        if not score > 0:
            raise Uncalibrated(
                f"{where}: the held-out rows have the {level} quantile {score:g}, and a threshold "
                "must be above 0; more rows are needed, or a larger --held-out or --smoothing")


def raw_scores(errors: np.ndarray, mean: np.ndarray, deviation: np.ndarray) -> np.ndarray:
    """The mean over channels of the standardised errors, one score per sequence.

    With k of n channels measured (NaN: not) it is drawn in by the root of k/n, as in the pipeline.
    """
    parts = (errors - mean) / deviation
    present = (~np.isnan(parts)).sum(axis=1)
    return np.nansum(parts, axis=1) / np.sqrt(present * parts.shape[1])


def final_scores(raw: np.ndarray, starts_entity: np.ndarray, weight: float) -> np.ndarray:
    """The exponential average of raw scores, begun anew at each entity's first sequence."""
    final = np.empty(len(raw))
    average = 0.0
    for index, score in enumerate(raw):
        average = score if starts_entity[index] else average + weight * (score - average)
        final[index] = average
    return final


def rounded(value: float) -> float:
    """A number with as many digits as float32 has."""
    return float(f"{value:.7g}")
