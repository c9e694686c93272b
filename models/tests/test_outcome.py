"""What is read of an evaluation and of a training, and what becomes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kilter_models.results.outcome import read_outcome, without_skill

PLAIN = ("precision", "eventRecall", "falseAlarmsPerEntityDay", "normalTimeInAlarm",
         "medianDelaySeconds", "nab")


def performance(ranking: str, vus_pr: float, f1: float | None) -> dict:
    """As `kilter evaluate` writes the metrics of one detector or entity."""
    return {ranking: {"vusPr": vus_pr, "aucPr": 0.25, "aucRoc": 0.5, "oracleF1": 0.5},
            "f1": f1, **dict.fromkeys(PLAIN, 0.125)}


EVALUATION = {
    "coverage": 0.99, "kilter": performance("rankingMean", 0.75, 0.5),
    "random": performance("rankingMean", 0.1, 0.2),
    "alwaysAlarming": performance("rankingMean", 0.2, 0.7),
    "byEntity": [{"entity": "a", **performance("ranking", 0.5, 0.4)},
                 {"entity": "b", **performance("ranking", 1.0, None)}],
}
TRAINING = {"trainingSecondsPerEntity": 3.5, "scoringMicrosPerRow": 12.0,
            "trainingCommand": "python -m …"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a candidate leaves."""
    (tmp_path / "evaluation.json").write_text(json.dumps(EVALUATION))
    (tmp_path / "training.json").write_text(json.dumps(TRAINING))
    return tmp_path


def test_a_row_of_a_table_has_what_was_found_and_what_it_cost(folder: Path) -> None:
    found = read_outcome("pca", False, folder)
    assert found.metrics == {"vusPr": 0.75, "aucPr": 0.25, "f1": 0.5,
                             **dict.fromkeys(PLAIN, 0.125), "coverage": 0.99,
                             "trainingSeconds": 3.5, "scoringMicros": 12.0}
    assert found.training == "python -m …"


def test_each_entity_has_its_own_metrics_and_what_is_not_defined_stays_so(folder: Path) -> None:
    found = read_outcome("pca", False, folder).by_entity
    assert {entity: (each["vusPr"], each["f1"]) for entity, each in found.items()} == {
        "a": (0.5, 0.4), "b": (1.0, None)}


def test_what_needs_no_skill_is_told_with_whose_alarms_were_moved() -> None:
    chance, always = without_skill("pca", EVALUATION)
    assert (chance.name, chance.metrics["f1"]) == ("random (alarms of pca, moved)", 0.2)
    assert (always.name, always.metrics["f1"]) == ("always alarming", 0.7)
