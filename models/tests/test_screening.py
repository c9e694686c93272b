"""Screening: a channel that drifts in normal rows is found without labels, and does not count."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from conftest import RunMain, kilter_models
from kilter_models.calibration import calibrate
from kilter_models.screening import drifting
from kilter_models.settings import Settings


def errors(seed: int, *means: float) -> np.ndarray:
    """A thousand errors of each channel, of these means."""
    return np.random.default_rng(seed).exponential(means, size=(1000, len(means)))


def test_the_channel_whose_errors_grew_most_drifts() -> None:
    found = drifting(errors(1, 1, 5, 0.1, 2), errors(2, 1.4, 7, 0.9, 2.8), 3)
    assert found.tolist() == [False, False, True, False]


def test_errors_that_grow_in_every_channel_are_no_drift() -> None:
    assert not drifting(errors(1, 1, 5, 0.1), errors(2, 9, 45, 0.9), 3).any()


def test_a_multiple_of_none_screens_nothing() -> None:
    assert not drifting(errors(1, 1, 1, 1), errors(2, 1, 1, 99), 0).any()


def test_the_only_channel_cannot_drift() -> None:
    assert not drifting(errors(1, 1), errors(2, 99), 3).any()


def test_a_channel_that_did_not_err_in_training_divides_by_a_floor() -> None:
    found = drifting(errors(1, 1, 1, 0), errors(2, 1, 1, 0.5), 3)
    assert found.tolist() == [False, False, True]


def test_a_screened_channel_counts_as_one_that_is_absent() -> None:
    settings = Settings("a", "1", smoothing=1, error="absolute")
    starts = np.arange(1000) == 0
    found = errors(3, 1, 1)
    screened = calibrate(found, starts, settings, np.array([False, True]))
    absent = calibrate(np.where([False, True], np.nan, found)[:, :1], starts, settings,
                       np.zeros(1, bool))
    assert screened.quantiles["0.99"] == pytest.approx(absent.quantiles["0.99"] / 2 ** 0.5)


def test_a_drifting_channel_is_named_in_the_contract(tmp_path: Path) -> None:
    random, lines = np.random.default_rng(5), []
    for second in range(1200):
        drift = max(0, second - 900) * 0.02
        values = {"a": random.normal(), "b": random.normal(), "c": random.normal() + drift}
        lines.append(json.dumps({"entity": "x", "time": second * 1000, "values": values}))
    recording = tmp_path / "rows.jsonl"
    recording.write_text("\n".join(lines) + "\n")
    outcome = kilter_models("train", "--recording", recording, "--family", "z-score", "--screen",
                            3, "--name", "m", "--version", "1", "--out", tmp_path / "run")
    assert "channel c drifts" in outcome.stdout
    kilter_models("export", tmp_path / "run", "--to", tmp_path)
    contract = json.loads((tmp_path / "m" / "1" / "model.json").read_text())
    assert contract["errors"]["screened"] == ["c"]


def test_a_multiple_of_one_or_less_is_refused(run_main: RunMain) -> None:
    outcome = run_main("train", "--recording", "x", "--name", "m", "--version", "1", "--out", "y",
                       "--screen", 0.5)
    assert outcome.returncode == 2 and "--screen" in outcome.stderr
