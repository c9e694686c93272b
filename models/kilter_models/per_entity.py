"""One network for many entities: what is normal for each of them, beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Callable

import numpy as np

from .calibration import (Calibration, final_scores, measure_errors, quantiles_of, raw_scores,
                          rounded)
from .recording import Rows
from .settings import Settings
from .training import Report, floored

ENOUGH_FOR_ERRORS = 100  # held-out scores of an entity
ENOUGH_FOR_QUANTILES = 1000

Spread = tuple[np.ndarray, np.ndarray]  # mean and deviation, [channel]
Measure = Callable[[list[Rows]], tuple[np.ndarray, np.ndarray]]  # errors, and where stretches start


@dataclass(frozen=True)
class Normal:
    """What is normal for entities that each have a scale of their own."""

    scales: dict[str, Spread]
    common: Spread  # of all entities together: what the network is told

    def on_common_scale(self, rows: list[Rows]) -> list[Rows]:
        """Rows as the network is told of them, as the pipeline does it.

        What is so many deviations off the entity's mean is as many off the mean of all.
        """
        return [replace(each, values=self._moved(each)) for each in rows]

    def _moved(self, rows: Rows) -> np.ndarray:
        mean, deviation = (part.astype(np.float64) for part in self.scales[rows.entity])
        deviations = (rows.values - mean) / deviation
        return (deviations * self.common[1] + self.common[0]).astype(np.float32)


@dataclass(frozen=True)
class Scoring:
    """How scores come about."""

    measure: Measure  # of one entity's rows; none where there are too few
    screened: np.ndarray  # bool [channel]: drifts, and does not count


def measure_scales(trained: list[Rows], common: Spread, masked: bool) -> Normal:
    """Mean and deviation of each entity; a channel it never measured has those of all."""
    scales = {}
    for entity, rows in by_entity(trained).items():
        values = np.concatenate([_counted(each, masked) for each in rows]).astype(np.float64)
        mean, deviation = (part.astype(np.float64) for part in common)
        known = ~np.isnan(values).all(axis=0)
        mean[known] = np.nanmean(values[:, known], axis=0)
        deviation[known] = floored(mean[known], np.nanstd(values[:, known], axis=0))
        scales[entity] = (mean.astype(np.float32), deviation.astype(np.float32))
    return Normal(scales, common)


def _counted(rows: Rows, masked: bool) -> np.ndarray:
    return np.where(rows.measured, rows.values, np.float32(np.nan)) if masked else rows.values


def by_entity(rows: list[Rows]) -> dict[str, list[Rows]]:
    """The stretches of each entity, by name."""
    found: dict[str, list[Rows]] = {}
    for each in sorted(rows, key=lambda each: each.entity):
        found.setdefault(each.entity, []).append(each)
    return found


def calibrate_entities(normal: Normal, held_out: list[Rows], scoring: Scoring,
                       settings: Settings, report: Report) -> dict[str, Any]:
    """The entities of entities.json, from held-out rows on the common scale.

    An entity with few scores has the errors, or the quantiles, of all entities on their scales.
    """
    measured = {entity: scoring.measure(rows) for entity, rows in by_entity(held_out).items()}
    errors = np.concatenate([each for each, _ in measured.values()])
    common = measure_errors(errors, settings.error)
    own = {entity: _errors(each, common, settings) for entity, (each, _) in measured.items()}
    scores = {entity: _scores(each, starts, own[entity], scoring, settings)
              for entity, (each, starts) in measured.items()}
    shared = quantiles_of(np.concatenate(list(scores.values())))
    entities = {}
    for entity, scale in normal.scales.items():
        quantiles = _quantiles(scores.get(entity, np.empty(0)), shared)
        calibration = Calibration.of(own.get(entity, common), quantiles)
        entities[entity] = {"scaling": _spread(scale),
                            "errors": {"mean": calibration.mean,
                                       "deviation": calibration.deviation},
                            "quantiles": calibration.quantiles}
    report(f"{len(entities)} entities: {_count(scores, ENOUGH_FOR_ERRORS)} with errors and "
           f"{_count(scores, ENOUGH_FOR_QUANTILES)} with quantiles of their own, the others with "
           "those of all")
    return entities


def _scores(errors: np.ndarray, starts: np.ndarray, usual: Spread, scoring: Scoring,
            settings: Settings) -> np.ndarray:
    counted = np.where(scoring.screened, np.nan, errors)
    return final_scores(raw_scores(counted, *usual), starts, settings.smoothing)


def _errors(errors: np.ndarray, common: Spread, settings: Settings) -> Spread:
    if len(errors) < ENOUGH_FOR_ERRORS:
        return common
    known = ~np.isnan(errors).all(axis=0)
    mean, deviation = common[0].copy(), common[1].copy()
    mean[known], deviation[known] = measure_errors(errors[:, known], settings.error)
    return mean, deviation


def _quantiles(scores: np.ndarray, shared: dict[str, float]) -> dict[str, float]:
    if len(scores) < ENOUGH_FOR_QUANTILES:
        return shared
    own = quantiles_of(scores)
    return own if min(own.values()) > 0 else shared


def _count(scores: dict[str, np.ndarray], enough: int) -> int:
    return sum(len(each) >= enough for each in scores.values())


def _spread(scale: Spread) -> dict[str, list[float]]:
    mean, deviation = ([rounded(value) for value in part] for part in scale)
    return {"mean": mean, "deviation": deviation}
