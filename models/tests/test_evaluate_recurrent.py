"""ONNX's recurrent layers in numpy: every output against PyTorch's."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from onnx import TensorProto, helper
from torch import nn

from kilter_models.evaluate import NotEvaluated, evaluate
from kilter_models.graph_recurrent import layer_weights


def run(operator: str, inputs: dict[str, np.ndarray], **attributes: object) -> list[np.ndarray]:
    """One node's outputs."""
    names = ["Y", "Y_h", "Y_c"][:3 if operator == "LSTM" else 2]
    node = helper.make_node(operator, list(inputs), names, **attributes)
    infos = [[helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in each if name]
             for each in (inputs, names)]
    graph = helper.make_graph([node], "one", *infos)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 15)])
    return list(evaluate(model, inputs).values())


def with_rows(weights: dict[str, np.ndarray], rows: torch.Tensor) -> dict[str, np.ndarray]:
    """A recurrent node's inputs."""
    return {"rows": rows.numpy(), **weights}


@pytest.mark.parametrize("both_ways", [False, True])
@pytest.mark.parametrize("cell", [nn.LSTM, nn.GRU])
def test_rows_and_last_states_are_those_of_pytorch(cell: type, both_ways: bool) -> None:
    torch.manual_seed(3)
    layer = cell(3, 5, bidirectional=both_ways)
    rows = 2 * torch.randn(11, 4, 3)
    with torch.no_grad():
        outputs, states = layer(rows)
    states = states if cell is nn.LSTM else (states,)
    more = {"linear_before_reset": 1} if cell is nn.GRU else {}
    found = run(layer.mode, with_rows(layer_weights("w", layer, 1), rows), hidden_size=5,
                direction="bidirectional" if both_ways else "forward", **more)
    apart = outputs.reshape(11, 4, -1, 5).transpose(1, 2).numpy()
    np.testing.assert_allclose(found[0], apart, atol=1e-6)
    for state, wanted in zip(found[1:], states):
        np.testing.assert_allclose(state, wanted.numpy(), atol=1e-6)


@pytest.mark.parametrize("both_ways", [False, True])
@pytest.mark.parametrize("cell", [nn.LSTM, nn.GRU])
def test_initial_states_are_those_of_pytorch(cell: type, both_ways: bool) -> None:
    torch.manual_seed(3)
    layer, ways = cell(3, 5, bidirectional=both_ways), 1 + both_ways
    rows, hidden, memory = (torch.randn(shape, 4, width) for shape, width in
                            ((6, 3), (ways, 5), (ways, 5)))
    with torch.no_grad():
        if cell is nn.LSTM:
            outputs, states = layer(rows, (hidden, memory))
        else:
            outputs, state = layer(rows, hidden)
            states = (state,)
    initial = dict(zip(("hidden", "memory"), (hidden.numpy(), memory.numpy())))
    if cell is nn.GRU:
        del initial["memory"]
    more = {"linear_before_reset": 1} if cell is nn.GRU else {}
    given = {**with_rows(layer_weights("w", layer, 1), rows), "": None, **initial}
    found = run(layer.mode, given, hidden_size=5,
                direction="bidirectional" if both_ways else "forward", **more)
    np.testing.assert_allclose(found[0], outputs.reshape(6, 4, ways, 5).transpose(1, 2), atol=1e-6)
    for mine, wanted in zip(found[1:], states):
        np.testing.assert_allclose(mine, wanted, atol=1e-6)


def test_lengths_of_sequences_are_not_guessed_at() -> None:
    given = {**with_rows(layer_weights("w", nn.LSTM(3, 5), 1), torch.randn(2, 1, 3)),
             "lengths": np.array([1], np.int32)}
    with pytest.raises(NotEvaluated, match="LSTM, as it is used here, needs onnxruntime"):
        run("LSTM", given, hidden_size=5)


def test_backward_only_is_forward_on_the_rows_turned_round() -> None:
    layer = nn.LSTM(3, 5)
    weights, rows = layer_weights("w", layer, 1), torch.randn(6, 2, 3)
    forward = run("LSTM", with_rows(weights, rows.flip(0)), hidden_size=5)
    backward = run("LSTM", with_rows(weights, rows), hidden_size=5, direction="reverse")
    np.testing.assert_array_equal(backward[0], forward[0][::-1])
    np.testing.assert_array_equal(backward[1], forward[1])


def test_an_early_reset_acts_on_the_state_and_spares_the_bias() -> None:
    """With one unit and no recurrent bias the two orders are one; with a bias they are not."""
    torch.manual_seed(3)
    layer, rows = nn.GRU(2, 1), torch.randn(5, 2, 2)
    weights = layer_weights("w", layer, 1)

    def both() -> list[np.ndarray]:
        return [run("GRU", with_rows(weights, rows), hidden_size=1, linear_before_reset=late)[0]
                for late in (0, 1)]

    weights["w.bias"][:, 5:] = 0
    early, late = both()
    np.testing.assert_allclose(early, late, atol=1e-6)
    weights["w.bias"][:, 5:] = 1
    early, late = both()
    assert np.abs(early - late).max() > 0.01
    # The bias that is not reset may as well be the input's.
    weights["w.bias"][:, 5:], weights["w.bias"][:, 2:3] = 0, weights["w.bias"][:, 2:3] + 1
    np.testing.assert_allclose(both()[0], early, atol=1e-6)


@pytest.mark.parametrize("attributes", [{"clip": 1.0}, {"activations": ["Relu", "Tanh", "Tanh"]}])
def test_what_numpy_does_not_know_is_not_guessed(attributes: dict) -> None:
    weights = layer_weights("w", nn.LSTM(3, 5), 1)
    with pytest.raises(NotEvaluated, match="needs onnxruntime"):
        run("LSTM", with_rows(weights, torch.randn(2, 1, 3)), hidden_size=5, **attributes)
