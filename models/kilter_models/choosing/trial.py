"""One setting tried: trained on the older normal rows, and shown faults in the newest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..learning import learn
from ..recording import Rows
from ..sequences import split_by_time
from ..settings import Settings
from .alarms import AlarmRule, held_against
from .faults import inject, move
from .ranking import auc_pr, vus_pr
from .watched import Watched

KEPT_ASIDE = 0.2  # of the normal rows: neither trained nor calibrated on
_DAY = 86_400_000  # milliseconds

Numbers = dict[str, float]


@dataclass(frozen=True)
class Judging:
    """When a score is an alarm, and how often faults are put in."""

    rule: AlarmRule
    quantile: str  # the threshold
    passes: int = 5  # over the same rows, with other faults
    seed: int = 1


def try_settings(rows: list[Rows], names: list[str], settings: Settings,
                 judging: Judging) -> list[Numbers]:
    """What came of each entity: trained and calibrated on all but the newest rows, which are then
    given faults."""
    known, aside = split_by_time(rows, KEPT_ASIDE)
    learned = learn(known, names, settings, lambda line: None)
    watched = [Watched(learned, settings, names, each) for each in longest(aside)]
    return [{**_as_it_is(each, judging), **_with_faults(each, judging)} for each in watched]


def longest(rows: list[Rows]) -> list[Rows]:
    """Of each entity the stretch with the most rows."""
    found: dict[str, Rows] = {}
    for each in sorted(rows, key=lambda each: len(each.values)):
        found[each.entity] = each
    return [found[entity] for entity in sorted(found)]


def mean_of(numbers: list[Numbers]) -> Numbers:
    """The mean of each."""
    return {key: float(np.mean([each[key] for each in numbers])) for key in numbers[0]}


def _as_it_is(watched: Watched, judging: Judging) -> Numbers:
    scores = watched.scores(watched.rows.values)
    alarmed = judging.rule.alarmed(scores > watched.threshold(judging.quantile))
    still = held_against(alarmed, np.zeros(len(alarmed), dtype=bool))
    days = (watched.rows.times[-1] - watched.rows.times[0]) / _DAY
    return {"false alarms per day": still.false / days}


def _with_faults(watched: Watched, judging: Judging) -> Numbers:
    """Once as the entity is, and once with channels that are elsewhere for good."""
    random = np.random.default_rng(judging.seed)
    passes = []
    for _ in range(judging.passes):
        faulty, odd = inject(watched.rows.values, watched.deviation, random)
        moved = move(faulty, watched.deviation, random)
        plain, after = (_pass(watched, values, odd, judging) for values in (faulty, moved))
        passes.append({**plain, **{f"moved: {key}": value for key, value in after.items()}})
    return mean_of(passes)


def _pass(watched: Watched, values: np.ndarray, odd: np.ndarray, judging: Judging) -> Numbers:
    scores = watched.scores(values)
    known = ~np.isnan(scores)
    alarmed = judging.rule.alarmed(scores[known] > watched.threshold(judging.quantile))
    found = held_against(alarmed, odd[known])
    return {"VUS-PR": vus_pr(scores[known], odd[known]),
            "AUC-PR": auc_pr(scores[known], odd[known]),
            "F1": found.f1, "faults found": found.found, "in alarm": found.share}
