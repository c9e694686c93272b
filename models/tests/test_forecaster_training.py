"""An LSTM forecaster: what it is trained for, the errors along an entity's rows, its options."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import bundle_of
from forecasters import FAMILY, history, network_of

from kilter_models.along import errors_along
from kilter_models.fitting import fit_network
from kilter_models.losses import loss_of
from kilter_models.problem import Problem
from kilter_models.recording import Rows
from kilter_models.sequences import cut_sequences
from kilter_models.settings import Settings


@pytest.mark.parametrize("masked", [False, True])
def test_errors_along_are_those_of_each_stretch_by_itself_without_its_warm_up(
        masked: bool) -> None:
    network = network_of(1, masked)
    random = np.random.default_rng(3)
    entities = []
    for length in (9, 3, 1500, 5, 4):
        values = random.normal(size=(length, 3)).astype(np.float32)
        entities.append(Rows("a", values, np.ones(values.shape, bool), ""))
    entities[2].measured[700, 1] = not masked
    errors, starts = errors_along(network, cut_sequences(entities, 1, masked=masked), 4, "here")
    assert len(errors) == 5 + 1496 + 1
    assert np.flatnonzero(starts).tolist() == [0, 5, 1501]
    assert np.isnan(errors).sum() == masked and np.isnan(errors[5 + 696, 1]) == masked
    first = 0
    for rows in (entities[0], entities[2], entities[3]):
        for length in {5, len(rows.values)}:
            inputs = [torch.from_numpy(each[:length, None].astype(np.float32))
                      for each in (rows.values, rows.measured)][:1 + masked]
            with torch.no_grad():
                newest = network(*inputs)[1][0]
            np.testing.assert_allclose(errors[first + length - 5], newest, rtol=1e-4, atol=1e-5)
        first += len(rows.values) - 4


def test_a_row_with_a_hole_is_passed_over_and_the_state_goes_on() -> None:
    network = network_of()
    values = np.random.default_rng(3).normal(size=(12, 3)).astype(np.float32)
    holed = values.copy()
    holed[5, 1] = np.nan
    both = [errors_along(network, cut_sequences([Rows("a", each, ~np.isnan(each), "")], 1), 2, "")
            for each in (holed, np.delete(values, 5, axis=0))]
    np.testing.assert_array_equal(both[0][0], both[1][0])
    assert both[0][1].tolist() == [True] + 8 * [False]


def test_no_stretch_beyond_the_warm_up_is_refused() -> None:
    rows = Rows("a", np.zeros((4, 3), np.float32), np.ones((4, 3), bool), "")
    with pytest.raises(Problem, match="file:1: no stretch .* more than the 4 rows of --warm-up"):
        errors_along(network_of(), cut_sequences([rows], 1), 4, "file:1")


def test_neither_the_warm_up_nor_what_was_not_measured_counts_in_the_loss() -> None:
    network = network_of(masked=True)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.zero_()
    settings = Settings("tiny", "1", FAMILY, length=10, warm_up=4, mask=True, hide=0.0)
    rows, measured = history(network, 2, 10)

    def loss() -> float:
        return loss_of(network, [rows, measured], torch.ones(3), settings).item()

    before = loss()
    rows[:4] += 100 * network.deviation
    rows[measured == 0] += 1000
    assert loss() == before
    rows[4] += 100 * network.deviation
    assert loss() > 2 * before


@pytest.mark.parametrize("mask", [False, True])
def test_training_learns_to_foretell(mask: bool) -> None:
    time = np.arange(1200)
    values = np.stack([np.sin(time / 4), np.sin(time / 4 + 1)], axis=1).astype(np.float32)
    rows = [Rows("a", values, np.ones(values.shape, bool), "")]
    settings = Settings("tiny", "1", FAMILY, length=40, warm_up=8, hidden=12, mask=mask, epochs=4,
                        sequences_per_epoch=640, threads=1, learning_rate=0.01)
    network = fit_network(cut_sequences(rows, 40, masked=mask),
                          (np.zeros(2, np.float32), np.ones(2, np.float32)), settings, lambda _: None)
    errors, _ = errors_along(network, cut_sequences(rows, 1, masked=mask), 32, "")
    standing_still = (np.diff(values, axis=0) ** 2).mean()
    assert errors.mean() < standing_still / 4


@pytest.mark.parametrize("layers, mask", [(1, ()), (2, ("--mask",))])
def test_a_bundle_of_the_family_verifies_and_says_what_it_is(
        layers: int, mask: tuple, recording: Path, tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, FAMILY, "--recording", recording, "--layers", layers, *mask)
    contract = json.loads((bundle / "model.json").read_text())
    assert contract["kind"] == "forecast"
    assert contract["sequence"] == {"length": 1, "stride": 1, "warmUp": 4}
    roles = [(each["name"], each["role"]) for each in contract["inputs"] + contract["outputs"]]
    assert roles == [("sequence", "sequence"), *([("mask", "mask")] if mask else []),
                     ("hidden", "state"), ("cell", "state"), ("forecast", "forecast"),
                     ("errors", "errors"), ("hidden.next", "state"), ("cell.next", "state")]
    golden = json.loads((bundle / "golden.json").read_text())
    assert golden["channels"] == ["speed", "temperature"]
    assert {len(each["input"]) for each in golden["sequences"]} == {16, 8}
    for each in golden["sequences"]:
        assert set(each["outputs"]) == {"forecast", "errors"} and ("mask" in each) == bool(mask)
        assert len(each["outputs"]["forecast"]) == len(each["input"])
    card = (bundle / "README.md").read_text()
    assert "An LSTM forecaster" in card and "first 4 rows are not scored" in card


def test_one_seed_gives_one_model(recording: Path, tmp_path: Path) -> None:
    graphs = [(bundle_of(tmp_path / name, FAMILY, "--recording", recording, "--epochs", 1)
               / "model.onnx").read_bytes() for name in ("one", "two")]
    assert graphs[0] == graphs[1]


@pytest.mark.parametrize("option, value", [
    ("latent", 4), ("corrupt", 0.5), ("newest_weight", 2.0), ("minimum_length", 5),
    ("variance", 0.5)])
def test_an_option_that_means_nothing_to_a_forecaster_is_refused(option: str, value: float) -> None:
    words = f"--{option.replace('_', '-')}: means nothing to --family {FAMILY}"
    with pytest.raises(Problem, match=words):
        Settings("tiny", "1", FAMILY, **{option: value}).check()


def test_a_warm_up_means_nothing_to_what_carries_no_state() -> None:
    with pytest.raises(Problem, match="--warm-up: means nothing to --family lstm-autoencoder"):
        Settings("tiny", "1", warm_up=8).check()


@pytest.mark.parametrize("warm_up", [-1, 16, 40])
def test_a_warm_up_leaves_rows_to_train_on(warm_up: int) -> None:
    Settings("tiny", "1", FAMILY, length=16, warm_up=15).check()
    with pytest.raises(Problem, match=f"--warm-up: {warm_up} rows leave none of the 16"):
        Settings("tiny", "1", FAMILY, length=16, warm_up=warm_up).check()
