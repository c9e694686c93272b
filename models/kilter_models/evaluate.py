"""A second opinion on a graph: ONNX Runtime where it is installed, else these few operators."""

from __future__ import annotations

from typing import Callable

import numpy as np
import onnx
from onnx import NodeProto, numpy_helper

from .evaluate_recurrent import gru, lstm


class NotEvaluated(ValueError):
    """Something in a graph is beyond numpy's few operators."""


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
    """Runs the graph's nodes in order with numpy; NotEvaluated at one that is not known here."""
    values = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    values.update(inputs)
    for node in model.graph.node:
        taken = [values[name] if name else None for name in node.input]
        values.update(zip(node.output, _given(node, taken)))
    return {output.name: values[output.name] for output in model.graph.output}


def _given(node: NodeProto, taken: list) -> list[np.ndarray]:
    if node.op_type not in _OPERATORS:
        raise NotEvaluated(f"operator {node.op_type} needs onnxruntime to be evaluated")
    try:
        return _OPERATORS[node.op_type](node, taken)
    except (ValueError, TypeError, IndexError, StopIteration) as error:  # used in another way
        raise NotEvaluated(f"operator {node.op_type}, as it is used here, needs onnxruntime to be "
                           f"evaluated: {error}") from error


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


def _gemm(node: NodeProto, inputs: list) -> list[np.ndarray]:
    if {each.name: each.i for each in node.attribute} != {"transB": 1}:
        raise ValueError("more than transB")
    return [inputs[0] @ inputs[1].T + inputs[2]]


def _reshape(node: NodeProto, inputs: list) -> list[np.ndarray]:
    """0 in the new shape: as it was."""
    data, shape = inputs
    return [data.reshape([size or data.shape[axis] for axis, size in enumerate(shape)])]


def _softmax(node: NodeProto, inputs: list) -> list[np.ndarray]:
    axis = _attribute(node, "axis")
    powers = np.exp(inputs[0] - inputs[0].max(axis=axis, keepdims=True))
    return [powers / powers.sum(axis=axis, keepdims=True)]


def _transpose(node: NodeProto, inputs: list) -> list[np.ndarray]:
    return [inputs[0].transpose(next(each.ints for each in node.attribute))]


def _shape(node: NodeProto, inputs: list) -> list[np.ndarray]:
    shape = inputs[0].shape[_attribute(node, "start"):_attribute(node, "end")]
    return [np.array(shape, dtype=np.int64)]


_OPERATORS: dict[str, Callable[[NodeProto, list], list[np.ndarray]]] = {
    "Abs": lambda node, inputs: [np.abs(inputs[0])],
    "Add": lambda node, inputs: [inputs[0] + inputs[1]],
    "Concat": lambda node, inputs: [np.concatenate(inputs, axis=_attribute(node, "axis"))],
    "Div": lambda node, inputs: [inputs[0] / inputs[1]],
    "Expand": _expand,
    "GRU": gru,
    "Gemm": _gemm,
    "LSTM": lstm,
    "MatMul": lambda node, inputs: [inputs[0] @ inputs[1]],
    # Swallows NaN, as a kernel may.
    "Min": lambda node, inputs: [np.fmin(inputs[0], inputs[1])],
    "Mul": lambda node, inputs: [inputs[0] * inputs[1]],
    "ReduceSum": lambda node, inputs: [inputs[0].sum(axis=tuple(inputs[1]), keepdims=True)],
    "Reshape": _reshape,
    "Shape": _shape,
    "Slice": _slice,
    "Softmax": _softmax,
    "Split": lambda node, inputs: np.split(inputs[0], len(node.output), _attribute(node, "axis")),
    "Squeeze": lambda node, inputs: [np.squeeze(inputs[0], axis=tuple(inputs[1]))],
    "Sub": lambda node, inputs: [inputs[0] - inputs[1]],
    "Transpose": _transpose,
}
