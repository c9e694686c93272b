"""Rows that people have said something was wrong in, left out of a training."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from conftest import SMALL, kilter_models, small

from kilter_models.labels import without
from kilter_models.problem import Problem
from kilter_models.recording import Rows


def rows_of(entity: str, seconds: int) -> Rows:
    values = np.arange(seconds, dtype=np.float32)[:, None]
    return Rows(entity, values, np.ones_like(values, bool), f"events.jsonl:{entity}",
                np.arange(seconds, dtype=np.int64) * 1000)


def labels_file(folder: Path, *labels: tuple[str, int, int]) -> Path:
    file = folder / "labels.jsonl"
    file.write_text("".join(
        json.dumps({"entity": entity, "from": begin * 1000, "to": end * 1000, "kind": "confirmed"})
        + "\n" for entity, begin, end in labels))
    return file


def test_what_lies_before_and_behind_a_label_is_a_stretch_each(tmp_path: Path) -> None:
    left = without(labels_file(tmp_path, ("a", 3, 5)), [rows_of("a", 8)])
    assert [each.values[:, 0].tolist() for each in left] == [[0, 1, 2], [5, 6, 7]]
    assert [each.times[0] for each in left] == [0, 5000]


def test_labels_may_overlap_and_reach_beyond_the_rows(tmp_path: Path) -> None:
    labels = labels_file(tmp_path, ("a", 0, 3), ("a", 2, 4), ("a", 7, 99))
    left = without(labels, [rows_of("a", 8)])
    assert [each.values[:, 0].tolist() for each in left] == [[4, 5, 6]]


def test_other_entities_stay_whole(tmp_path: Path) -> None:
    left = without(labels_file(tmp_path, ("b", 0, 99), ("c", 0, 99)),
                   [rows_of("a", 4), rows_of("b", 4)])
    assert [(each.entity, len(each.times)) for each in left] == [("a", 4)]


def test_a_file_without_labels_leaves_all(tmp_path: Path) -> None:
    rows = [rows_of("a", 4)]
    assert [len(each.times) for each in without(labels_file(tmp_path), rows)] == [4]


def test_labels_that_leave_nothing_are_refused(tmp_path: Path) -> None:
    labels = labels_file(tmp_path, ("a", 0, 99))
    with pytest.raises(Problem, match="labels.jsonl: no row is outside of its labels"):
        without(labels, [rows_of("a", 4)])


def test_training_says_how_many_rows_it_leaves_out(recording: Path, tmp_path: Path) -> None:
    first = json.loads(gzip.decompress(recording.read_bytes()).decode().splitlines()[0])
    labels = tmp_path / "labels.jsonl"
    labels.write_text(json.dumps({"entity": first["entity"], "from": first["time"],
                                  "to": "2199-01-01T00:00:00Z", "kind": "confirmed"}) + "\n")
    trained = kilter_models("train", "--recording", recording, "--without", labels,
                            "--out", tmp_path / "run", *SMALL)
    assert trained.returncode == 0, trained.stderr
    assert "rows left out: something was wrong" in trained.stdout


def test_a_classifier_learns_from_labels_and_leaves_nothing_out(
        recording: Path, tmp_path: Path) -> None:
    labels = labels_file(tmp_path, ("a", 0, 99))
    refused = kilter_models("train", "--recording", recording, "--labels", labels, "--without", labels, "--out", tmp_path, *small("lstm-classifier"))
    assert refused.returncode == 2
    assert "--without" in refused.stderr
