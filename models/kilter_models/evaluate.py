"""A second opinion on a graph: ONNX Runtime where it is installed, else these few operators."""

from __future__ import annotations

from typing import Callable

import numpy as np
import onnx
from onnx import NodeProto, numpy_helper

Evaluate = Callable[[dict[str, np.ndarray]], dict[str, np.ndarray]]


def evaluator(model: onnx.ModelProto) -> tuple[str, Evaluate]:
    """The evaluator's name, and a function from the inputs to the outputs, both by name."""
    try:
        import onnxruntime
    except ImportError:
        return "numpy", lambda inputs: evaluate(model, inputs)
    session = onnxruntime.InferenceSession(model.SerializeToString(),
                                           providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return "onnxruntime", lambda inputs: dict(zip(names, session.run(names, inputs)))


def evaluate(model: onnx.ModelProto, inputs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Runs the graph's nodes in order with numpy; ValueError for an operator not known here."""
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    values.update(inputs)
    for node in model.graph.node:
        if node.op_type not in _OPERATORS:
            raise ValueError(f"operator {node.op_type} needs onnxruntime to be evaluated")
        taken = [values[name] if name else None for name in node.input]
        for name, value in zip(node.output, _OPERATORS[node.op_type](node, taken)):
            values[name] = value
    return {output.name: values[output.name] for output in model.graph.output}


def _lstm(node: NodeProto, inputs: list) -> list[np.ndarray]:
    """One forward layer without peepholes: ONNX's equations, gates in the order i, o, f, c.

    Swallows NaN, as ONNX Runtime's kernel does, so that a graph which relies on it is found out.
    """
    if len(inputs) > 4 or {attribute.name for attribute in node.attribute} - {"hidden_size"}:
        raise ValueError("an LSTM with more than input, recurrent and bias needs onnxruntime")
    sequence, weight, recurrent, bias = inputs[0], inputs[1][0], inputs[2][0], inputs[3][0]
    hidden = recurrent.shape[1]
    output = cell = np.zeros((sequence.shape[1], hidden), dtype=np.float32)
    outputs = []
    for row in sequence:
        gates = row @ weight.T + output @ recurrent.T + bias[:4 * hidden] + bias[4 * hidden:]
        gates = np.nan_to_num(gates)
        entry, leave, forget, candidate = np.split(gates, 4, axis=1)
        cell = _sigmoid(forget) * cell + _sigmoid(entry) * np.tanh(candidate)
        output = _sigmoid(leave) * np.tanh(cell)
        outputs.append(output)
    return [np.stack(outputs)[:, None], output[None], cell[None]]


def _sigmoid(values: np.ndarray) -> np.ndarray:
    return np.float32(0.5) * (np.tanh(values * np.float32(0.5)) + np.float32(1))


def _slice(node: NodeProto, inputs: list) -> list[np.ndarray]:
    data, starts, ends, axes = inputs
    chosen = [slice(None)] * data.ndim
    for start, end, axis in zip(starts, ends, axes):
        chosen[axis] = slice(start, end)
    return [data[tuple(chosen)]]


def _expand(node: NodeProto, inputs: list) -> list[np.ndarray]:
    data, shape = inputs
    return [np.broadcast_to(data, np.broadcast_shapes(data.shape, tuple(shape)))]


def _attribute(node: NodeProto, name: str) -> int:
    return next(each.i for each in node.attribute if each.name == name)


def _shape(node: NodeProto, inputs: list) -> list[np.ndarray]:
    shape = inputs[0].shape[_attribute(node, "start"):_attribute(node, "end")]
    return [np.array(shape, dtype=np.int64)]


_OPERATORS: dict[str, Callable[[NodeProto, list], list[np.ndarray]]] = {
    "Abs": lambda node, inputs: [np.abs(inputs[0])],
    "Add": lambda node, inputs: [inputs[0] + inputs[1]],
    "Concat": lambda node, inputs: [np.concatenate(inputs, axis=_attribute(node, "axis"))],
    "Div": lambda node, inputs: [inputs[0] / inputs[1]],
    "Expand": _expand,
    "LSTM": _lstm,
    "MatMul": lambda node, inputs: [inputs[0] @ inputs[1]],
    # Swallows NaN, as a kernel may.
    "Min": lambda node, inputs: [np.fmin(inputs[0], inputs[1])],
    "Mul": lambda node, inputs: [inputs[0] * inputs[1]],
    "ReduceSum": lambda node, inputs: [inputs[0].sum(axis=tuple(inputs[1]), keepdims=True)],
    "Shape": _shape,
    "Slice": _slice,
    "Squeeze": lambda node, inputs: [np.squeeze(inputs[0], axis=tuple(inputs[1]))],
    "Sub": lambda node, inputs: [inputs[0] - inputs[1]],
}
