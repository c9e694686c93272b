"""ONNX's recurrent layers with numpy: their equations and default activations.

They swallow NaN, as ONNX Runtime's kernels do, so that a graph which relies on it is found out.
"""

from __future__ import annotations

from functools import partial
from typing import Callable

import numpy as np
from onnx import NodeProto, helper

_KNOWN = {"hidden_size", "direction", "linear_before_reset"}
_WAYS = {"forward": (1,), "reverse": (-1,), "bidirectional": (1, -1)}
_LENGTHS, _STATES, _PEEPHOLES = 4, 5, 7  # where these are among the inputs, if anywhere
# rows, weight, recurrent, bias, initial states -> every output, last states
Direction = Callable[..., tuple]


def lstm(node: NodeProto, inputs: list) -> list[np.ndarray]:
    """Y [time, direction, batch, hidden], Y_h and Y_c [direction, batch, hidden]."""
    return _every_direction(_attributes(node), inputs, _lstm_direction, 2)


def gru(node: NodeProto, inputs: list) -> list[np.ndarray]:
    """Y [time, direction, batch, hidden] and Y_h [direction, batch, hidden]."""
    attributes = _attributes(node)
    late = attributes.get("linear_before_reset", 0) != 0
    return _every_direction(attributes, inputs, partial(_gru_direction, late), 1)


def _attributes(node: NodeProto) -> dict:
    attributes = {each.name: helper.get_attribute_value(each) for each in node.attribute}
    if any(node.input[_LENGTHS:_STATES]) or any(node.input[_PEEPHOLES:]) \
            or attributes.keys() - _KNOWN:
        raise ValueError("more than input, recurrent, bias and initial states")
    return attributes


def _every_direction(attributes: dict, inputs: list, run: Direction,
                     states: int) -> list[np.ndarray]:
    """Runs each direction by itself; what the backward one gives is put in the rows' order."""
    rows, *weights = inputs[:_LENGTHS]
    ways = _WAYS[attributes.get("direction", b"forward").decode()]
    zeros = np.zeros((len(ways), rows.shape[1], weights[1].shape[2]), dtype=np.float32)
    given = inputs[_STATES:_STATES + states]
    initial = [each if each is not None else zeros for each in given] or [zeros] * states
    found = [run(rows[::way], *(each[number] for each in [*weights, *initial]))
             for number, way in enumerate(ways)]
    outputs = [each[0][::way] for each, way in zip(found, ways)]
    return [np.stack(outputs, axis=1), *(np.stack(states) for states in
                                         zip(*(each[1:] for each in found)))]


def _lstm_direction(rows: np.ndarray, weight: np.ndarray, recurrent: np.ndarray,
                    bias: np.ndarray, output: np.ndarray,
                    cell: np.ndarray) -> tuple[np.ndarray, ...]:
    """Gates in the order i, o, f, c."""
    hidden = recurrent.shape[1]
    outputs = []
    for row in rows:
        gates = row @ weight.T + output @ recurrent.T + bias[:4 * hidden] + bias[4 * hidden:]
        gates = np.nan_to_num(gates)
        entry, leave, forget, candidate = np.split(gates, 4, axis=1)
        cell = _sigmoid(forget) * cell + _sigmoid(entry) * np.tanh(candidate)
        output = _sigmoid(leave) * np.tanh(cell)
        outputs.append(output)
    return np.stack(outputs), output, cell


def _gru_direction(late: bool, rows: np.ndarray, weight: np.ndarray, recurrent: np.ndarray,
                   bias: np.ndarray, output: np.ndarray) -> tuple[np.ndarray, ...]:
    """Gates in the order z, r, h; a late reset acts on what the recurrent weights gave."""
    hidden = recurrent.shape[1]
    outputs = []
    for row in rows:
        given = np.nan_to_num(row @ weight.T + bias[:3 * hidden])
        kept = output @ recurrent.T + bias[3 * hidden:]
        gates = _sigmoid(given[:, :2 * hidden] + kept[:, :2 * hidden])
        update, reset = gates[:, :hidden], gates[:, hidden:]
        if late:
            remembered = reset * kept[:, 2 * hidden:]
        else:
            remembered = (reset * output) @ recurrent[2 * hidden:].T + bias[5 * hidden:]
        candidate = np.tanh(given[:, 2 * hidden:] + remembered)
        output = (1 - update) * candidate + update * output
        outputs.append(output)
    return np.stack(outputs), output


def _sigmoid(values: np.ndarray) -> np.ndarray:
    return np.float32(0.5) * (np.tanh(values * np.float32(0.5)) + np.float32(1))
