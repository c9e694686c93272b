"""The graph of a bundle held against its contract."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

import onnx
from onnx import TensorProto

from .problem import Problem

Shapes = dict[str, list[Optional[int]]]  # of tensors by name; None: of any size


def check_graph(path: Path, graph: bytes, contract: dict[str, Any]) -> onnx.ModelProto:
    """The graph, if it is sound, whole, and its tensors are those of the contract."""
    try:
        model = onnx.load_model_from_string(graph)
        onnx.checker.check_model(model, full_check=True)
    except Exception as error:  # onnx raises whatever protobuf and its C++ checker raise
        raise Problem(f"{path}: not a sound ONNX graph: {error}") from error
    if any(tensor.data_location == TensorProto.EXTERNAL for tensor in model.graph.initializer):
        raise Problem(f"{path}: refers to data outside the file")
    taken, given = ({tensor.name: _shape(tensor) for tensor in tensors}
                    for tensors in (model.graph.input, model.graph.output))
    _check_shapes(path, contract, taken, given)
    _check_states(path, contract, taken, given)
    return model


def _check_shapes(path: Path, contract: dict[str, Any], taken: Shapes, given: Shapes) -> None:
    expected = _expected(contract)
    for side, tensors in (("inputs", taken), ("outputs", given)):
        for entry in contract[side]:
            role, shape = entry["role"], tensors.get(entry["name"])
            wanted = shape if role == "state" else expected.get(role)
            if shape is None or not _fits(shape, wanted, side == "outputs"):
                raise Problem(f"{path}: {entry['name']}: {role} of shape {wanted} (None: any) is "
                              "expected")


def _fits(shape: list[int | None], wanted: list[int | None] | None, named: bool) -> bool:
    """Whether a shape is as wanted; sizes that have but a name may be any, in what is given."""
    return wanted is not None and len(shape) == len(wanted) and all(
        size == right or named and size is None for size, right in zip(shape, wanted))


def _expected(contract: dict[str, Any]) -> dict[str, list[int | None]]:
    sequence, width = contract["sequence"], len(contract["channels"])
    varies = sequence.get("minimumLength", sequence["length"]) < sequence["length"]
    rows = [None if varies else sequence["length"], None, width]
    if contract["axes"] == "batch-major":
        rows = [rows[1], rows[0], width]
    return {**dict.fromkeys(("sequence", "mask", "reconstruction", "forecast"), rows),
            "lengths": [None], "errors": [None, width],
            "probabilities": [None, len(contract.get("classes", []))]}


def _check_states(path: Path, contract: dict[str, Any], taken: Shapes, given: Shapes) -> None:
    """Each state that is taken is given back, in the same order and shape."""
    before, after = ([tensors[entry["name"]] for entry in contract[side]
                      if entry["role"] == "state"]
                     for side, tensors in (("inputs", taken), ("outputs", given)))
    carries = contract["kind"] == "forecast"
    fit = all(len(shape) == 3 and shape[0] and shape[1] is None and shape[2] for shape in before)
    if before != after or bool(before) != carries or not fit:
        raise Problem(f"{path}: the state taken has the shapes {before}, that given {after}: a "
                      "model of kind forecast, and no other, gives back what it takes, [layers, "
                      "None, hidden], in the same order")


def _shape(tensor: onnx.ValueInfoProto) -> list[int | None]:
    return [dimension.dim_value if dimension.HasField("dim_value") else None
            for dimension in tensor.type.tensor_type.shape.dim]
