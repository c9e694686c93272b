"""What a user may get wrong in training, each with a sentence that says where."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from conftest import SMALL, event, kilter_models, normal_lines

FULL = {"speed": 1500.0, "temperature": 60.0}
NAN = {"speed": float("nan"), "temperature": float("nan")}


@pytest.mark.parametrize("text, place, reason", [
    ("", "", "the recording is empty"),
    (event("a", 0, FULL), ":1:", "too few rows: the longest entity, a, has 1, a sequence needs 16"),
    ("".join(event("a", s, FULL) for s in range(15)), ":1:", "has 15, a sequence needs 16"),
    ("".join(event("a", s, NAN) for s in range(40)), ":1:", "channel speed has no number"),
    (event("a", 0, FULL) + "speed=3\n", ":2:", "not JSON"),
    (event("a", 0, FULL) + event("a", 1, FULL)[:40], ":2:", "the file may be cut off"),
    (event("a", 0, FULL) + event("a", 1, {"sped": 1}), ":2:", "unknown channel 'sped'"),
    (event("a", 0, FULL) + event("a", 1, {"speed": "fast"}), ":2:", "'fast' is not a number"),
    (event("a", 9, FULL) + event("a", 1, FULL), ":2:", "the time of a goes back"),
    ('{"entity": "a"}\n', ":1:", "not an event"),
    ('{"entity": "a", "time": "noon", "values": {"speed": 1}}\n', ":1:", "time: 'noon'"),
])
def test_a_bad_recording_is_refused_with_file_line_and_reason(
        tmp_path: Path, text: str, place: str, reason: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(text)
    _assert_refused(path, tmp_path, f"{path}{place}", reason)


def test_a_cut_off_gzip_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress("".join(normal_lines(6, 40)).encode())[:-500])
    _assert_refused(path, tmp_path, f"{path}:", "cut off")


def test_a_file_that_is_not_gzip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plain.jsonl.gz"
    path.write_text("".join(normal_lines(1, 40)))
    _assert_refused(path, tmp_path, str(path), "cannot be read")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    _assert_refused(tmp_path / "none.jsonl", tmp_path, "none.jsonl", "cannot be read")


def test_a_constant_channel_is_floored_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "constant.jsonl"
    lines = [json.loads(line) for line in normal_lines(6, 60)]
    for line in lines:
        line["values"]["mode"] = 3
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    trained = kilter_models("train", "--recording", path, "--out", tmp_path / "run", *SMALL)
    assert trained.returncode == 0, trained.stderr
    assert f"{path}:1: warning: channel mode is constant at 3" in trained.stdout
    run = json.loads((tmp_path / "run" / "run.json").read_text())
    assert all(deviation > 0 for deviation in run["errors"]["deviation"])


def _assert_refused(path: Path, tmp_path: Path, place: str, reason: str) -> None:
    trained = kilter_models("train", "--recording", path, "--out", tmp_path / "run", *SMALL)
    assert trained.returncode == 2, trained.stdout + trained.stderr
    assert place in trained.stderr
    assert reason in trained.stderr
    assert "Traceback" not in trained.stderr
    assert trained.stderr.count("\n") == 1
