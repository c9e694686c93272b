"""The forecaster: its graph step by step against PyTorch."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from forecasters import FAMILY, STEPS, history, network_of

from kilter_models.evaluate import Evaluate, evaluate, evaluator
from kilter_models.families import LAYERS
from kilter_models.forecaster import Forecaster
from kilter_models.graph import build_graph


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
