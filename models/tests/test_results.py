"""The measuring: differences, tables, goals and the log; of numbers made up, never of labels."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kilter_models.problem import Problem
from kilter_models.results import log, repository
from kilter_models.results.differences import best, bootstrap_median, difference, paired
from kilter_models.results.goals import goal_text, reached
from kilter_models.results.outcome import Outcome
from kilter_models.results.sets import SETS, DataSet, read_set
from kilter_models.results.tables import BEGIN, END, put_between_marks, set_tables

METRICS = ("vusPr", "aucPr", "f1", "precision", "eventRecall", "falseAlarmsPerEntityDay",
           "normalTimeInAlarm", "medianDelaySeconds", "nab", "coverage", "trainingSeconds",
           "scoringMicros")


def outcome(name: str, values: list[float | None], ours: bool = False) -> Outcome:
    """One that has these VUS-PR of its entities, and of all other metrics a half."""
    known = [value for value in values if value is not None]
    metrics = {**dict.fromkeys(METRICS, 0.5), "vusPr": float(np.mean(known))}
    return Outcome(name, ours, metrics,
                   {f"e{number}": {"vusPr": value} for number, value in enumerate(values)})


def dataset(**said: object) -> DataSet:
    """A set with these choices."""
    return DataSet("asd", {"title": "Made up", "headline": "vusPr", "goals": [], **said},
                   Path("nowhere"))


def test_a_difference_is_paired_by_entity_and_leaves_out_what_is_not_defined() -> None:
    one, other = outcome("a", [0.9, None, 0.2, 0.5]), outcome("b", [0.5, 0.1, 0.3, None])
    np.testing.assert_allclose(paired(one, other, "vusPr"), [0.4, -0.1])


def test_the_interval_of_a_median_is_the_one_its_resamples_have() -> None:
    """Of n values it reaches about as far as a coin thrown n times: 0.98 √n to each side."""
    values = np.arange(101.0)
    low, high = bootstrap_median(values, seed=1)
    assert (low, high) == pytest.approx((50 - 9.8, 50 + 9.8), abs=1)
    assert bootstrap_median(values, seed=1) == (low, high)


def test_equal_differences_leave_no_doubt() -> None:
    found = difference(outcome("a", [0.7] * 5), outcome("b", [0.5] * 5), "vusPr")
    assert (found.median, found.low, found.high) == pytest.approx((0.2, 0.2, 0.2))
    assert (found.better, found.entities) == (5, 5)


def test_the_best_is_the_one_with_the_highest_mean_over_entities() -> None:
    assert best([outcome("a", [0.4, 0.5]), outcome("b", [0.1, 0.9])], "vusPr").name == "b"


def test_a_table_has_a_row_for_each_and_the_best_of_ours_against_every_baseline() -> None:
    outcomes = [outcome("ours-1", [0.6, 0.6], True), outcome("ours-2", [0.8, 0.6], True),
                outcome("z-score", [0.5, 0.7]), outcome("pca", [0.6, 0.7])]
    text = set_tables(dataset(), outcomes, [outcome("always alarming", [0.1])])
    assert text.startswith("### Made up\n")
    assert "| **ours-2** | 0.700 | 0.500 |" in text
    assert "| always alarming | 0.100 |" in text
    assert "is ours-2; the best baseline is pca" in text
    assert "| pca | +0.050 | -0.100 to +0.200 | 1 of 2 |" in text
    assert text.index("| pca | +0.050") < text.index("| z-score | +0.100")


def test_a_metric_that_is_not_defined_is_a_dash() -> None:
    one = outcome("a", [0.5], True)
    one.metrics["precision"] = None
    assert "| 0.500 | – | 0.500 |" in set_tables(dataset(), [one], [])


def test_a_goal_is_told_with_who_reaches_it() -> None:
    goals = [[{"metric": "vusPr", "least": 0.78}],
             [{"metric": "f1", "least": 0.45}, {"metric": "coverage", "most": 0.6}]]
    text = set_tables(dataset(goals=goals), [outcome("a", [0.7], True)], [])
    assert "- Goal: VUS-PR ≥ 0.78: reached by none of ours." in text
    assert "- Goal: F1 ≥ 0.45 and coverage ≤ 0.6: a." in text


@pytest.mark.parametrize("other, met", [(0.6, True), (0.7, False), (None, None)])
def test_a_goal_may_be_a_multiple_of_a_baseline(other: float | None, met: bool | None) -> None:
    goal = [{"metric": "vusPr", "least": 1.1, "times": "z-score"}]
    others = {} if other is None else {"z-score": outcome("z-score", [other])}
    assert goal_text(goal) == "VUS-PR ≥ 1.1 × z-score"
    assert reached(goal, outcome("a", [0.7], True), others) is met


@pytest.mark.parametrize("value, met", [(-8.0, True), (-9.5, False), (-10.5, False)])
def test_a_multiple_of_what_is_negative_is_more_than_it(value: float, met: bool) -> None:
    goal = [{"metric": "vusPr", "least": 1.1, "times": "z-score"}]
    others = {"z-score": outcome("z-score", [-10.0])}
    assert reached(goal, outcome("a", [value], True), others) is met


def test_what_stands_outside_the_marks_of_a_page_stays(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    put_between_marks(page, "new")
    put_between_marks(page, "newer")
    assert page.read_text() == f"before\n{BEGIN}\n\nnewer\n\n{END}\nafter\n"


def test_a_page_without_marks_is_refused_and_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{BEGIN}\nno end\n")
    with pytest.raises(Problem, match="are expected"):
        put_between_marks(page, "new")
    assert page.read_text() == f"{BEGIN}\nno end\n"


def test_the_log_gains_a_line_and_loses_none(tmp_path: Path) -> None:
    file = tmp_path / "evaluation.log"
    file.write_text("what was there\n")
    for name in ("a", "b"):
        log.append(log.Entry("2026-01-01T00:00:00Z", "asd", name, "c0ffee", "beef",
                             "python -m …", {"vusPr": 0.5}), file)
    first, *added = file.read_text().splitlines()
    assert first == "what was there"
    assert [json.loads(line)["model"] for line in added] == ["a", "b"]


@pytest.fixture
def rule_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DataSet:
    """A set whose files are committed in a clone of their own."""
    folder = tmp_path / "clone"
    folder.mkdir()
    monkeypatch.setattr(repository, "HOME", folder)
    for module, name in (("kilter_models.results.sets", "RECORDINGS"),
                         ("kilter_models.results.sets", "FOLDER")):
        monkeypatch.setattr(f"{module}.{name}", folder)
    for name in ("asd.json", "rules.yaml", "mapping.yaml"):
        (folder / name).write_text(name)
    commands = ("init", "-q"), ("add", "."), (
        "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "rules")
    for words in commands:
        repository._git(*words)
    return dataset(rules="rules.yaml", mapping="mapping.yaml")


def test_rules_as_committed_are_known_by_their_hash(rule_files: DataSet) -> None:
    assert len(log.rules_of(rule_files, uncommitted=False)) == 16


@pytest.mark.parametrize("name", ["asd.json", "rules.yaml", "mapping.yaml"])
def test_rules_that_are_not_as_committed_are_refused_unless_that_is_said(
        rule_files: DataSet, name: str) -> None:
    committed = log.rules_of(rule_files, uncommitted=False)
    (rule_files.file.parent / name).write_text("changed")
    with pytest.raises(Problem, match="not as committed"):
        log.rules_of(rule_files, uncommitted=False)
    told = log.rules_of(rule_files, uncommitted=True)
    assert told.endswith(" uncommitted") and not told.startswith(committed)


@pytest.mark.parametrize("name", SETS)
def test_every_set_has_files_that_are_there_and_goals_that_can_be_told(name: str) -> None:
    found = read_set(name, Path("nowhere"))
    assert found.rules.exists() and found.mapping.exists()
    assert all(goal_text(goal) for goal in found.said["goals"])
