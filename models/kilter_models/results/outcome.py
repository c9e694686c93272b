"""What `kilter evaluate` said of one candidate."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_RANKING = ("vusPr", "aucPr")
_PLAIN = ("f1", "precision", "eventRecall", "falseAlarmsPerEntityDay", "normalTimeInAlarm",
          "medianDelaySeconds", "nab")


@dataclass(frozen=True)
class Outcome:
    """One row of a table: metrics, and what they cost."""

    name: str
    ours: bool
    metrics: dict[str, float | None]
    by_entity: dict[str, dict[str, float | None]]
    training: str = ""  # the command of the first entity

    def value(self, metric: str) -> float:
        """A metric; what is not defined (no alarm, no precision) is worth 0."""
        return self.metrics[metric] or 0.0


def read_evaluation(file: Path) -> dict[str, Any]:
    """The JSON that `kilter evaluate` wrote."""
    return json.loads(file.read_text(encoding="utf-8"))


def metrics_of(performance: dict[str, Any]) -> dict[str, float | None]:
    """The metrics of one detector: of Kilter, of chance, of always alarming."""
    ranking = performance["rankingMean"]
    return {**{key: ranking[key] for key in _RANKING},
            **{key: performance[key] for key in _PLAIN}}


def entities_of(evaluation: dict[str, Any]) -> dict[str, dict[str, float | None]]:
    """The metrics of each entity."""
    return {each["entity"]: {**{key: each["ranking"][key] for key in _RANKING},
                             **{key: each[key] for key in _PLAIN}}
            for each in evaluation["byEntity"]}


def read_outcome(name: str, ours: bool, folder: Path) -> Outcome:
    """What was measured of a candidate in its folder."""
    evaluation = read_evaluation(folder / "evaluation.json")
    training = json.loads((folder / "training.json").read_text(encoding="utf-8"))
    metrics = {**metrics_of(evaluation["kilter"]), "coverage": evaluation["coverage"],
               "trainingSeconds": training["trainingSecondsPerEntity"],
               "scoringMicros": training["scoringMicrosPerRow"]}
    return Outcome(name, ours, metrics, entities_of(evaluation), training["trainingCommand"])


def without_skill(of: str, evaluation: dict[str, Any]) -> list[Outcome]:
    """The rows that need no skill; the alarms of chance are those of a model, moved."""
    return [Outcome(f"random (alarms of {of}, moved)", False,
                    metrics_of(evaluation["random"]), {}),
            Outcome("always alarming", False, metrics_of(evaluation["alwaysAlarming"]), {})]
