"""What a user may get wrong in training, of any family: a sentence that says where, exit code 2."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from conftest import Outcome, RunMain, event, kilter_models, normal_lines, small

from kilter_models.families import FAMILIES

FULL = {"speed": 1500.0, "temperature": 60.0}
NAN = {"speed": float("nan"), "temperature": float("nan")}
LENGTHS = {"pca": 10, "z-score": 1, "given-errors": 1}  # others: 16
every_family = pytest.mark.parametrize(  # of normal running
    "family", [name for name, family in FAMILIES.items() if not family.classifies])


def rows(values: dict, count: int) -> str:
    """Events of one machine, the same values in each."""
    return "".join(event("a", second, values) for second in range(count))


@every_family
@pytest.mark.parametrize("text, place, reason", [
    ("", "", "the recording is empty"),
    (rows(NAN, 40), ":1:", "channel speed has no number"),
    (rows({**FULL, "speed": None}, 40), ":1:", "channel speed has no number"),
    (rows(FULL, 400), ":1:", "every channel is constant (speed, temperature)"),
    (event("a", 0, FULL) + "speed=3\n", ":2:", "not JSON"),
    (event("a", 0, FULL) + event("a", 1, FULL)[:40], ":2:", "the file may be cut off"),
    (event("a", 0, FULL) + event("a", 1, {"sped": 1}), ":2:", "unknown channel 'sped'"),
    (event("a", 0, FULL) + event("a", 1, {"speed": "fast"}), ":2:", "'fast' is not a number"),
    (event("a", 9, FULL) + event("a", 1, FULL), ":2:", "the time of a goes back"),
    ('{"entity": "a"}\n', ":1:", "not an event"),
    ('{"entity": "a", "time": "noon", "values": {"speed": 1}}\n', ":1:", "time: 'noon'"),
], ids=["empty", "nan", "null", "constant", "not-json", "cut", "unknown", "text", "back",
        "no-event", "no-time"])
def test_a_bad_recording_is_refused_with_file_line_and_reason(
        run_main: RunMain, tmp_path: Path, family: str, text: str, place: str,
        reason: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(text)
    assert_refused(train(run_main, family, path), f"{path}{place}", reason)


@every_family
@pytest.mark.parametrize("one", [True, False], ids=["one-row", "one-less-than-a-sequence"])
def test_too_few_rows_are_refused(run_main: RunMain, tmp_path: Path, family: str,
                                  one: bool) -> None:
    length = LENGTHS.get(family, 16)
    count = 1 if one else max(1, length - 1)
    path = tmp_path / "few.jsonl"
    path.write_text(rows(FULL, count))
    assert_refused(train(run_main, family, path), f"{path}:1:",
                   f"too few rows: the longest entity, a, has {count}, a sequence needs {length}")


@every_family
def test_rows_of_which_none_can_be_held_out_are_refused(run_main: RunMain, tmp_path: Path,
                                                        family: str) -> None:
    length = LENGTHS.get(family, 16)
    path = tmp_path / "few.jsonl"
    path.write_text("".join(event("a", second, {"speed": second % 3})
                            for second in range(max(2, length * 5 // 4))))
    assert_refused(train(run_main, family, path), f"{path}:1:",
                   f"no sequence of {length} complete rows is among the rows held out")


@every_family
def test_channels_that_no_event_knows_or_the_file_does_not_are_refused(
        run_main: RunMain, recording: Path, tmp_path: Path, family: str) -> None:
    channels = tmp_path / "channels.json"
    for names, reason in [(["speed", "temprature"], "unknown channel 'temperature'; known are"),
                          (["speed", "temperature", "extra"], "channel extra has no number")]:
        channels.write_text(json.dumps([{"name": name} for name in names]))
        assert_refused(train(run_main, family, recording, "--channels", channels),
                       f"{recording}:1:", reason)


@every_family
@pytest.mark.parametrize("mask", [(), ("--mask",)])
def test_a_channel_that_was_only_filled_in_is_refused(
        run_main: RunMain, tmp_path: Path, family: str, mask: tuple) -> None:
    channels = [{"name": "speed"}, {"name": "mode", "fill": "constant", "constant": 5}]
    lines = [{"kilterRows": 1, "channels": channels},
             *({"entity": "a", "time": second, "values": {"speed": second % 7, "mode": 5},
                "filled": ["mode"]} for second in range(200))]
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines))
    assert_refused(train(run_main, family, path, *mask), f"{path}:2:",
                   "channel mode was never measured, only filled in")


@every_family
def test_a_constant_channel_is_floored_with_a_warning(run_main: RunMain, tmp_path: Path,
                                                      family: str) -> None:
    path = tmp_path / "constant.jsonl"
    lines = [json.loads(line) for line in normal_lines(6, 300)]
    for line in lines:
        line["values"]["mode"] = 3
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    trained = train(run_main, family, path, "--smoothing", 0.5)
    assert trained.returncode == 0, trained.stderr
    assert f"{path}:1: warning: channel mode is constant at 3" in trained.stdout
    run = json.loads((tmp_path / "run" / "run.json").read_text())
    assert all(deviation > 0 for deviation in run["errors"]["deviation"])


def test_a_threshold_that_is_not_above_0_is_refused(run_main: RunMain, tmp_path: Path) -> None:
    path = tmp_path / "short.jsonl"
    path.write_text("".join(event("a", second, {"speed": second}) for second in range(10)))
    assert_refused(train(run_main, "z-score", path), f"{path}:1:",
                   "a threshold must be above 0; more rows are needed")


def test_rows_that_do_but_warm_a_forecaster_up_are_refused(run_main: RunMain,
                                                           tmp_path: Path) -> None:
    path = tmp_path / "every-other.jsonl"
    path.write_text("".join(event("a", second, {"speed": second if second % 2 else None})
                            for second in range(80)))
    assert_refused(train(run_main, "lstm-forecaster", path, "--mask", "--warm-up", 12),
                   f"{path}:1:", "no stretch of the rows held out has more than the 12 rows of "
                                 "--warm-up; more rows, or a smaller --warm-up, are needed")


def test_a_cut_off_gzip_file_is_refused(run_main: RunMain, tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress("".join(normal_lines(6, 40)).encode())[:-500])
    assert_refused(train(run_main, "z-score", path), f"{path}:", "cut off")


def test_a_file_that_is_not_gzip_is_refused(run_main: RunMain, tmp_path: Path) -> None:
    path = tmp_path / "plain.jsonl.gz"
    path.write_text("".join(normal_lines(1, 40)))
    assert_refused(train(run_main, "z-score", path), str(path), "cannot be read")


def test_a_missing_file_is_refused(run_main: RunMain, tmp_path: Path) -> None:
    assert_refused(train(run_main, "z-score", tmp_path / "none.jsonl"), "none.jsonl",
                   "cannot be read")


def test_the_shell_sees_exit_code_2_and_one_line(tmp_path: Path) -> None:
    path = tmp_path / "empty.jsonl"
    path.write_text("")
    refused = kilter_models("train", "--recording", path, "--out", tmp_path, *small("pca"))
    assert_refused(Outcome(refused.returncode, refused.stdout, refused.stderr), str(path), "empty")


def train(run_main: RunMain, family: str, path: Path, *more: object) -> Outcome:
    return run_main("train", "--recording", path, "--out", path.parent / "run", *small(family),
                    *more)


def assert_refused(trained: Outcome, place: str, reason: str) -> None:
    assert trained.returncode == 2, trained.stdout + trained.stderr
    assert place in trained.stderr
    assert reason in trained.stderr
    assert "Traceback" not in trained.stderr
    assert trained.stderr.count("\n") == 1
