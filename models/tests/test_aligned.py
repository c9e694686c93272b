"""Rows that a replay aligned: read as they are, and a network that is told by a mask."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import PACKAGE, SMALL, kilter_models

from kilter_models.aligned import is_aligned, read_aligned
from kilter_models.autoencoder import Autoencoder, Layers
from kilter_models.calibration import raw_scores
from kilter_models.corruption import hide
from kilter_models.evaluate import evaluate
from kilter_models.graph import build_graph
from kilter_models.network import Frame
from kilter_models.recording import Rows
from kilter_models.sequences import cut_sequences
from kilter_models.training import errors_of

NAN = np.nan
CHANNELS = [{"name": "speed", "unit": "rpm", "aggregate": "mean", "fill": "none"},
            {"name": "temperature", "unit": "Cel", "aggregate": "last", "fill": "hold",
             "maximumAge": "PT60S"}]


def header(period: str | None = "PT10S", channels: list | None = None) -> dict:
    """The first line."""
    return {"kilterRows": 1, **({"period": period} if period else {}),
            "channels": channels or CHANNELS}


def row(entity: str, second: int, values: dict, **more: object) -> dict:
    """One line."""
    return {"entity": entity, "time": 1000 * second, "values": values, **more}


def write(path: Path, lines: list[dict]) -> Path:
    """A file of aligned rows."""
    path.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines))
    return path


def lines_of(entities: int, rows: int) -> list[dict]:
    """Machines on a grid; now and then the speed is missing and the temperature held."""
    noise = np.random.default_rng(5)
    lines = []
    for number in range(rows):
        for entity in range(entities):
            load = np.sin(number / 30 + entity)
            values = {"speed": 1500 + 300 * load + noise.normal(),
                      "temperature": 60 + 8 * load + 0.1 * noise.normal()}
            told = {"begins": True} if number == 0 else {}
            if number % 50 > 44:
                del values["speed"]
            elif number % 50 > 40:
                told["filled"] = ["temperature"]
            lines.append(row(f"pump-{entity}", 10 * number, values, **told))
    return lines


def test_values_mask_and_channels_are_what_the_file_says(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", [
        header(), row("a", 0, {"speed": 1, "temperature": 2}, begins=True),
        row("a", 10, {"temperature": 2}, filled=["temperature"])])
    assert is_aligned(path)
    read = read_aligned(path)
    assert read.period == "PT10S"
    assert [channel.to_json() for channel in read.channels] == CHANNELS
    np.testing.assert_array_equal(read.stretches[0].values, [[1, 2], [NAN, 2]])
    np.testing.assert_array_equal(read.stretches[0].measured, [[True, True], [False, False]])


def test_a_stretch_ends_where_the_next_begins_or_the_grid_is_left(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", [
        header(), row("a", 0, {"speed": 1}, begins=True), row("b", 0, {"speed": 7}, begins=True),
        row("a", 10, {"speed": 2}), row("a", 20, {"speed": 3}, begins=True),
        row("a", 40, {"speed": 4}), row("b", 10, {"speed": 8})])
    found = [(rows.entity, rows.values[:, 0].tolist()) for rows in read_aligned(path).stretches]
    assert sorted(found) == [("a", [1, 2]), ("a", [3]), ("a", [4]), ("b", [7, 8])]


@pytest.mark.parametrize("lines, place, reason", [
    ([{**header(), "kilterRows": 2}], ":1:", "these rows have version 2"),
    ([header()], "", "there are no rows in it"),
    ([header(channels=[{"name": "a", "fil": "hold"}])], ":1:", "fil: 'hold' is not expected"),
    ([header(), row("a", 0, {"sped": 1})], ":2:", "unknown channel 'sped'"),
    ([header(), row("a", 0, {"speed": 1}, filled=["x"])], ":2:", "unknown channel 'x'"),
    ([header(), row("a", 9, {"speed": 1}), row("a", 0, {"speed": 1})], ":3:", "goes back"),
    ([header(), row("a", 0, {"speed": 1, "temperature": 1})], ":1:", "fill 'none' needs --mask"),
])
def test_bad_rows_are_refused_with_file_line_and_reason(
        tmp_path: Path, lines: list, place: str, reason: str) -> None:
    path = write(tmp_path / "rows.jsonl", lines)
    trained = kilter_models("train", "--recording", path, "--out", tmp_path / "run", *SMALL)
    assert trained.returncode == 2, trained.stdout + trained.stderr
    assert f"{path}{place}" in trained.stderr and reason in trained.stderr
    assert "Traceback" not in trained.stderr


def test_a_model_of_aligned_rows_with_a_mask_and_varying_length_verifies(tmp_path: Path) -> None:
    path = write(tmp_path / "rows.jsonl", [header(), *lines_of(6, 200)])
    trained = kilter_models("train", "--recording", path, "--out", tmp_path / "run", "--mask",
                            "--minimum-length", "6", *SMALL)
    assert trained.returncode == 0, trained.stderr
    exported = kilter_models("export", tmp_path / "run", "--to", tmp_path)
    assert exported.returncode == 0, exported.stderr
    contract = json.loads((tmp_path / "tiny" / "1" / "model.json").read_text())
    assert contract["sequence"] == {"length": 16, "stride": 1, "period": "PT10S",
                                    "minimumLength": 6}
    assert contract["channels"] == CHANNELS
    assert [each["role"] for each in contract["inputs"]] == ["sequence", "mask"]
    golden = json.loads((tmp_path / "tiny" / "1" / "golden.json").read_text())["sequences"]
    assert {len(each["input"]) for each in golden} == {6, 16}
    assert any(0 in np.array(each["mask"]) for each in golden)
    verified = kilter_models("verify", tmp_path / "tiny" / "1")
    assert verified.returncode == 0, verified.stderr
    card = (tmp_path / "tiny" / "1" / "README.md").read_text()
    assert "6 to 16 rows" in card and "One row per PT10S" in card and "told by a mask" in card


def test_a_period_in_the_channels_of_plain_events_is_refused(
        recording: Path, tmp_path: Path) -> None:
    trained = kilter_models("train", "--recording", recording, "--out", tmp_path, *SMALL,
                            "--channels", PACKAGE / "channels" / "pumps.json")
    assert trained.returncode == 2
    assert "kilter replay --rows-as" in trained.stderr


def masked_network() -> Autoencoder:
    """Three channels, the weights at random."""
    torch.manual_seed(2)
    frame = Frame(16, torch.tensor([3.0, 1500, 0]), torch.tensor([0.5, 300, 2]), masked=True)
    return Autoencoder(frame, Layers(12, 5)).eval()


@pytest.mark.parametrize("length", [5, 16])
@pytest.mark.parametrize("batch", [1, 7, 64])
def test_the_exported_masked_graph_agrees_with_pytorch_at_every_length(
        length: int, batch: int) -> None:
    network = masked_network()
    sequence = torch.randn(length, batch, 3) * network.deviation * 2 + network.mean
    mask = (torch.rand(length, batch, 3) < 0.7).float()
    with torch.no_grad():
        rebuilt, errors = network(sequence, mask)
    found = evaluate(build_graph(network, varying=True),
                     {"sequence": sequence.numpy(), "mask": mask.numpy()})
    scaled = (found["reconstruction"] - rebuilt.numpy()) / network.deviation.numpy()
    np.testing.assert_allclose(scaled, 0, atol=1e-5)
    np.testing.assert_allclose(found["errors"], errors.numpy(), rtol=1e-5, atol=1e-5)


def test_what_stands_at_a_masked_place_makes_no_difference() -> None:
    network = masked_network()
    mask = np.ones((16, 1, 3), dtype=np.float32)
    mask[4:, 0, 1] = 0
    sequence = np.ones((16, 1, 3), dtype=np.float32)
    other = np.where(mask == 1, sequence, np.float32(-5000))
    model = build_graph(network)
    found = [evaluate(model, {"sequence": each, "mask": mask}) for each in (sequence, other)]
    np.testing.assert_array_equal(found[0]["reconstruction"], found[1]["reconstruction"])
    np.testing.assert_array_equal(found[0]["errors"], found[1]["errors"])
    assert found[0]["errors"][0, 1] == 0 and found[0]["errors"][0, 0] > 0


def test_sequences_at_a_beginning_are_shorter_and_half_of_one_must_be_measured() -> None:
    values = np.arange(14.0).reshape(7, 2)
    values[4, :] = NAN
    values[5:, 0] = NAN
    rows = Rows("a", values, ~np.isnan(values), "")
    told = cut_sequences([rows], 4, 2, masked=True)
    assert told.newest.tolist() == [1, 2, 3, 5, 6]
    assert told.lengths.tolist() == [2, 3, 4, 4, 4]
    np.testing.assert_array_equal(told.take(np.array([3]))[-2:, 0], [[0, 0], [0, 11]])
    np.testing.assert_array_equal(told.take_mask(np.array([3]))[-2:, 0], [[0, 0], [0, 1]])
    assert cut_sequences([rows], 4, 2).newest.tolist() == [1, 2, 3]


def test_a_channel_that_was_not_measured_does_not_count_and_draws_the_score_in() -> None:
    raw = raw_scores(np.array([[3.0, 5, NAN]]), np.ones(3), np.array([2.0, 4, 1]))
    np.testing.assert_allclose(raw, [2 / np.sqrt(2 * 3)])


def test_what_was_filled_in_has_no_error() -> None:
    rows = Rows("a", np.ones((18, 3), dtype=np.float32), np.ones((18, 3), dtype=bool), "")
    rows.measured[16, 1] = False
    errors = errors_of(masked_network(), cut_sequences([rows], 16, 14, masked=True))
    assert np.isnan(errors).tolist() == [[False, each == 3, False] for each in range(5)]


def test_hiding_only_takes_away_and_leaves_half_of_the_channels() -> None:
    torch.manual_seed(1)
    mask = (torch.rand(16, 400, 6) < 0.9).float()
    hidden = hide(mask, 0.5)
    assert (hidden <= mask).all()
    assert 150 < (hidden != mask).any(dim=2).any(dim=0).sum() < 250
    gone = (hide(torch.ones(16, 400, 6), 1.0)[-1] == 0).sum(dim=1)
    assert 3 <= gone.max() < 6 and gone.float().mean() > 1
