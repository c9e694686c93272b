"""Paired differences over entities, and how sure they are."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .outcome import Outcome

RESAMPLES = 10_000


@dataclass(frozen=True)
class Difference:
    """How much better one is than the other, entity by entity."""

    one: str
    other: str
    median: float
    low: float  # of 95 % of resampled entities
    high: float
    better: int  # entities
    entities: int


def difference(one: Outcome, other: Outcome, metric: str, seed: int = 1) -> Difference:
    """The median over entities of what `one` has more, with a bootstrap interval of 95 %."""
    gains = paired(one, other, metric)
    low, high = bootstrap_median(gains, seed)
    return Difference(one.name, other.name, float(np.median(gains)), low, high,
                      int((gains > 0).sum()), len(gains))


def paired(one: Outcome, other: Outcome, metric: str) -> np.ndarray:
    """What `one` has more, of each entity for which the metric means something."""
    return np.array([values[metric] - other.by_entity[entity][metric]
                     for entity, values in one.by_entity.items()
                     if values[metric] is not None
                     and other.by_entity[entity][metric] is not None])


def bootstrap_median(values: np.ndarray, seed: int) -> tuple[float, float]:
    """Where 95 % of the medians lie if the entities are drawn anew."""
    drawn = np.random.default_rng(seed).choice(values, (RESAMPLES, len(values)))
    low, high = np.quantile(np.median(drawn, axis=1), [0.025, 0.975])
    return float(low), float(high)


def best(outcomes: list[Outcome], metric: str) -> Outcome:
    """The best by the mean over entities; of equals the first."""
    return max(outcomes, key=lambda outcome: mean_over_entities(outcome, metric))


def mean_over_entities(outcome: Outcome, metric: str) -> float:
    """The mean over the entities for which the metric means something."""
    values = [each[metric] for each in outcome.by_entity.values() if each[metric] is not None]
    return float(np.mean(values)) if values else 0.0
