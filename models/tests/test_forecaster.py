"""The forecaster: its graph step by step against PyTorch, its calibration, its bundle."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import bundle_of

from kilter_models.along import errors_along
from kilter_models.evaluate import Evaluate, evaluate, evaluator
from kilter_models.families import LAYERS
from kilter_models.fitting import fit_network
from kilter_models.forecaster import Forecaster
from kilter_models.graph import build_graph
from kilter_models.losses import loss_of
from kilter_models.network import Frame
from kilter_models.problem import Problem
from kilter_models.recording import Rows
from kilter_models.sequences import cut_sequences
from kilter_models.settings import Settings

FAMILY = "lstm-forecaster"
STEPS = 50


def network_of(layers: int = 1, masked: bool = False, error: str = "squared") -> Forecaster:
    """Three channels, the weights at random and large enough to matter."""
    torch.manual_seed(layers)
    frame = Frame(1, torch.tensor([3.0, 1500, 0]), torch.tensor([0.5, 300, 2]), error, masked)
    network = Forecaster(frame, 6, layers)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.mul_(2)
    return network.eval()


def history(network: Forecaster, batch: int, steps: int = STEPS) -> list[torch.Tensor]:
    """Rows around the mean, in units, and with a mask which of them were measured."""
    rows = torch.randn(steps, batch, 3) * network.deviation * 2 + network.mean
    return [rows, (torch.rand(rows.shape) < 0.7).float()][:1 + network.masked]


def stepped(run: Evaluate, network: Forecaster, inputs: list) -> dict[str, np.ndarray]:
    """The graph fed row by row with its own state: every forecast, and the newest of the rest."""
    shape = (network.layers.num_layers, inputs[0].shape[1], network.layers.hidden_size)
    state = {name: np.zeros(shape, np.float32) for name in ("hidden", "cell")}
    forecasts, outputs = [], {}
    for row in range(len(inputs[0])):
        parts = {name: np.asarray(each[row:row + 1])
                 for name, each in zip(("sequence", "mask"), inputs)}
        outputs = run({**parts, **state})
        forecasts.append(outputs["forecast"])
        state = {name: outputs[f"{name}.next"] for name in state}
    return {**outputs, "forecast": np.concatenate(forecasts)}


def graph_of(network: Forecaster) -> Evaluate:
    """The exported graph, evaluated with numpy."""
    model = build_graph(network, FAMILY)
    return lambda inputs: evaluate(model, inputs)


@pytest.mark.parametrize("batch", [1, 7, 64])
@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("layers", LAYERS)
def test_the_exported_graph_agrees_with_pytorch_step_by_step(
        layers: int, masked: bool, batch: int) -> None:
    network = network_of(layers, masked, "absolute" if batch == 7 else "squared")
    network.ceiling.copy_(torch.tensor([0.5, 2, 100]))
    inputs = history(network, batch)
    with torch.no_grad():
        forecasts, errors = network(*inputs)
    assert np.ptp(((forecasts - network.mean) / network.deviation).numpy()) > 0.1
    for run in (graph_of(network), evaluator(build_graph(network, FAMILY))[1]):
        found = stepped(run, network, inputs)
        scaled = (found["forecast"] - forecasts.numpy()) / network.deviation.numpy()
        np.testing.assert_allclose(scaled, 0, atol=1e-5)
        np.testing.assert_allclose(found["errors"], errors.numpy(), rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("layers", LAYERS)
def test_the_state_given_is_that_of_pytorch(layers: int, masked: bool) -> None:
    network = network_of(layers, masked)
    rows, *mask = history(network, 3)
    with torch.no_grad():
        _, (hidden, cell) = network.go_on(network.scale(rows), mask[0] if masked else None,
                                          network.beginning(3))
    found = stepped(graph_of(network), network, [rows, *mask])
    np.testing.assert_allclose(found["hidden.next"], hidden.numpy(), atol=1e-5)
    np.testing.assert_allclose(found["cell.next"], cell.numpy(), atol=1e-5)


def test_a_row_is_forecast_before_it_is_seen() -> None:
    network = network_of(2)
    rows, = history(network, 1)
    other = rows.clone()
    other[20:] += 5 * network.deviation
    with torch.no_grad():
        forecasts, others = network(rows)[0], network(other)[0]
    assert torch.equal(forecasts[:21], others[:21])
    assert not torch.isclose(forecasts[21], others[21]).any()


@pytest.mark.parametrize("masked", [False, True])
def test_a_history_in_parts_is_forecast_as_in_one(masked: bool) -> None:
    network = network_of(2, masked)
    rows, *mask = history(network, 3)
    scaled, state, forecasts = network.scale(rows), network.beginning(3), []
    with torch.no_grad():
        for part in (slice(0, 13), slice(13, 14), slice(14, None)):
            found, state = network.go_on(scaled[part], mask[0][part] if masked else None, state)
            forecasts.append(found)
        whole = network.rebuild(scaled, *mask)
    torch.testing.assert_close(torch.cat(forecasts), whole, rtol=0, atol=1e-6)


def test_a_forecast_stands_in_for_what_the_mask_says_is_missing() -> None:
    network = network_of(1, masked=True)
    rows, _ = history(network, 1)
    mask = torch.ones_like(rows)
    mask[20, 0, 1] = 0
    whole, run = torch.ones_like(rows), graph_of(network)
    found = stepped(run, network, [rows, mask])
    for other in (-5000, 1e30):
        rows[20, 0, 1] = other
        again = stepped(run, network, [rows, mask])
        np.testing.assert_array_equal(again["forecast"], found["forecast"])
        np.testing.assert_array_equal(again["errors"], found["errors"])
    rows[20, 0, 1] = float(found["forecast"][20, 0, 1])
    stood_in = stepped(run, network, [rows, whole])
    np.testing.assert_allclose(stood_in["forecast"], found["forecast"], rtol=1e-5)


def test_a_value_that_is_missing_has_no_error() -> None:
    network = network_of(1, masked=True)
    rows, mask = history(network, 2)
    mask[-1] = torch.tensor([[1.0, 0, 1], [1, 1, 1]])
    errors = stepped(graph_of(network), network, [rows, mask])["errors"]
    assert (errors == 0).tolist() == [[False, True, False], [False, False, False]]


@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("layers", LAYERS)
def test_a_nan_in_a_row_makes_its_errors_and_the_state_behind_it_nan(
        layers: int, masked: bool) -> None:
    network = network_of(layers, masked)
    network.ceiling.fill_(3)
    inputs = [each.numpy() for each in history(network, 2, 5)]
    inputs[0][-1, 1, 2] = np.nan
    if masked:
        inputs[1][-1, 1, 2] = 1
    found = stepped(graph_of(network), network, inputs)
    assert np.isfinite(found["forecast"]).all()
    assert np.isfinite(found["errors"][0]).all() and np.isnan(found["errors"][1]).all()
    for state in ("hidden.next", "cell.next"):
        assert np.isfinite(found[state][:, 0]).all() and np.isnan(found[state][:, 1]).all()


def test_the_graph_holds_what_the_pipeline_needs_and_no_plumbing() -> None:
    one, two = (build_graph(network_of(layers), FAMILY).graph for layers in (1, 2))
    assert [each.name for each in one.input] == ["sequence", "hidden", "cell"]
    assert [each.name for each in one.output] == ["forecast", "errors", "hidden.next", "cell.next"]
    operators = [node.op_type for node in one.node]
    assert not {"Slice", "Concat", "Split", "Transpose", "Reshape"} & set(operators)
    assert operators.count("Squeeze") == 1 and operators.count("LSTM") == 1
    assert [node.op_type for node in two.node].count("Squeeze") == 1


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
