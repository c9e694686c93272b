"""How well scores put faulty rows before others, as `kilter evaluate` counts it."""

from __future__ import annotations

import numpy as np

WINDOW = 100
THRESHOLDS = 250


def auc_pr(scores: np.ndarray, odd: np.ndarray) -> float:
    """The area under precision over recall, as a step function (average precision)."""
    order = np.argsort(-scores, kind="stable")
    last = np.append(np.diff(scores[order]) != 0, True)  # equal scores are passed at once
    found = np.cumsum(odd[order])[last]
    alarmed = np.flatnonzero(last) + 1
    return float((np.diff(found, prepend=0) * found / alarmed).sum() / odd.sum())


def vus_pr(scores: np.ndarray, odd: np.ndarray) -> float:
    """The volume under the surface (Paparrizos et al., VLDB 2022), defined as in TSB-AD."""
    ranks = _ranks(scores)
    counts = np.cumsum([np.bincount(ranks, weights, THRESHOLDS) for weights in (None, odd)],
                       axis=1)
    return float(np.mean([_area(ranks, odd, counts, window) for window in range(WINDOW + 1)]))


def _ranks(scores: np.ndarray) -> np.ndarray:
    """The number of the first threshold that each score reaches, the highest being number 0."""
    rising = np.sort(scores)
    last = len(rising) - 1
    places = (np.arange(THRESHOLDS) * (last / (THRESHOLDS - 1))).astype(int)
    places[-1] = last
    reached = np.searchsorted(rising[last - places][::-1], scores, side="right")
    return THRESHOLDS - reached


def _area(ranks: np.ndarray, odd: np.ndarray, counts: np.ndarray, window: int) -> float:
    edge, zones = _edges(odd, window)
    edge_hits = np.cumsum(np.bincount(ranks, edge, THRESHOLDS))
    best = [ranks[first:last + 1].min() for first, last in zones]
    zones_hit = np.cumsum(np.bincount(best, minlength=THRESHOLDS))
    alarmed, hits = counts[0], counts[1] + edge_hits
    positives = odd.sum() + edge_hits / 2
    recall = np.minimum(hits / positives, 1) * zones_hit / len(zones)
    return float((np.diff(recall, prepend=0) * hits / alarmed).sum())


def _edges(odd: np.ndarray, window: int) -> tuple[np.ndarray, list[list[int]]]:
    """What rows beside faulty ones are worth, and the stretches of rows that count."""
    edge, zones, reach = np.zeros(len(odd)), [], window // 2
    worth = np.sqrt(1 - np.arange(1, reach + 1) / max(window, 1))
    for first, last in stretches(odd):
        before, after = min(reach, first), min(reach, len(odd) - 1 - last)
        edge[first - before:first] += worth[:before][::-1]
        edge[last + 1:last + 1 + after] += worth[:after]
        if zones and zones[-1][1] >= first - before:
            zones[-1][1] = last + after
        else:
            zones.append([first - before, last + after])
    return np.where(odd, 0, np.minimum(edge, 1)), zones


def stretches(odd: np.ndarray) -> list[tuple[int, int]]:
    """First and last row of each run of rows that are true."""
    steps = np.diff(np.concatenate([[0], odd.astype(int), [0]]))
    return list(zip(np.flatnonzero(steps == 1), np.flatnonzero(steps == -1) - 1))
