"""What is to be reached, and whether it is."""

from __future__ import annotations

from typing import Any

from .outcome import Outcome

NAMES = {
    "vusPr": "VUS-PR", "aucPr": "AUC-PR", "f1": "F1", "precision": "precision",
    "eventRecall": "events found", "falseAlarmsPerEntityDay": "false alarms per entity-day",
    "normalTimeInAlarm": "normal time in alarm", "medianDelaySeconds": "median delay, s",
    "coverage": "coverage", "nab": "NAB score", "trainingSeconds": "training, s per entity",
    "scoringMicros": "scoring, µs per row",
}

Condition = dict[str, Any]


def goal_text(goal: list[Condition]) -> str:
    """A goal in words."""
    return " and ".join(_text(each) for each in goal)


def reached(goal: list[Condition], outcome: Outcome, others: dict[str, Outcome]) -> bool | None:
    """Whether an outcome meets all conditions; None where what it is compared with is missing."""
    bounds = [_bound(each, others) for each in goal]
    if None in bounds:
        return None
    return all(outcome.value(each["metric"]) >= bound if "least" in each
               else outcome.value(each["metric"]) <= bound
               for each, bound in zip(goal, bounds))


def _text(condition: Condition) -> str:
    sign = "≥" if "least" in condition else "≤"
    number = condition.get("least", condition.get("most"))
    times = f" × {condition['times']}" if "times" in condition else ""
    return f"{NAMES[condition['metric']]} {sign} {number:g}{times}"


def _bound(condition: Condition, others: dict[str, Outcome]) -> float | None:
    number = condition.get("least", condition.get("most"))
    if "times" not in condition:
        return number
    other = others.get(condition["times"])
    return None if other is None else _times(number, other.value(condition["metric"]))


def _times(number: float, value: float) -> float:
    """So much more of what may be negative, as a NAB score is: it is more then, too."""
    return value + (number - 1) * abs(value)
