"""Verification: is a bundle whole, does its graph do what its contract and PyTorch say?"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Callable

import numpy as np
import onnx
from onnx import TensorProto, numpy_helper

from .evaluate import Evaluate, evaluator
from .problem import Problem
from .schema import model_schema, violations

TOLERANCE = 1e-5
Report = Callable[[str], None]


def verify_bundle(directory: Path, report: Report) -> None:
    """Says each thing that holds; raises Problem at the first that does not."""
    contract, golden = _json(directory / "model.json"), _json(directory / "golden.json")
    _check_contract(directory, contract)
    report("contract: complete and consistent")
    graph = _bytes(directory / "model.onnx")
    if hashlib.sha256(graph).hexdigest() != contract["sha256"]:
        raise Problem(f"{directory / 'model.onnx'}: its SHA-256 is not the one in model.json")
    report(f"hash: {contract['sha256']}")
    model = _check_graph(directory / "model.onnx", graph, contract)
    report("graph: sound, no external data, names and shapes as in the contract, dynamic batch")
    name, run = evaluator(model)
    inputs = np.array([each["input"] for each in golden["sequences"]], np.float32).swapaxes(0, 1)
    together = run(inputs)
    worst = _check_golden(directory / "golden.json", golden, together, _deviation(model))
    report(f"golden: {inputs.shape[1]} sequences agree with PyTorch to {worst:.1e} ({name})")
    _check_one_by_one(directory, run, inputs, together, _deviation(model))
    report("batch: together as one by one; NaN in, NaN out")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Problem(f"{path}: cannot be read: {error.strerror}") from error


def _json(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(_bytes(path))
    except ValueError as error:
        raise Problem(f"{path}: not JSON: {error}") from error
    if not isinstance(value, dict):
        raise Problem(f"{path}: an object is expected")
    return value


def _check_contract(directory: Path, contract: dict[str, Any]) -> None:
    path = directory / "model.json"
    for violation in violations(contract, model_schema()):
        raise Problem(f"{path}: {violation}")
    for key in ("errors", "smoothing", "quantiles", "training"):
        if key not in contract:
            raise Problem(f"{path}: {key}: is missing")
    width = len(contract["channels"])
    if len({channel["name"] for channel in contract["channels"]}) < width:
        raise Problem(f"{path}: channels: a name appears twice")
    for key in ("mean", "deviation"):
        if len(contract["errors"][key]) != width:
            raise Problem(f"{path}: errors.{key}: {width} numbers are expected, one per channel")
    levels = sorted(contract["quantiles"], key=float)
    if [contract["quantiles"][level] for level in levels] \
            != sorted(contract["quantiles"].values()):
        raise Problem(f"{path}: quantiles: a higher quantile has a lower score")
    whole = directory.resolve()
    if (whole.parent.name, whole.name) != (contract["name"], contract["version"]):
        raise Problem(f"{path}: name and version are {contract['name']}/{contract['version']}, "
                      f"the directory is {whole.parent.name}/{whole.name}")


def _check_graph(path: Path, graph: bytes, contract: dict[str, Any]) -> onnx.ModelProto:
    try:
        model = onnx.load_model_from_string(graph)
        onnx.checker.check_model(model, full_check=True)
    except Exception as error:  # onnx raises whatever protobuf and its C++ checker raise
        raise Problem(f"{path}: not a sound ONNX graph: {error}") from error
    if any(tensor.data_location == TensorProto.EXTERNAL for tensor in model.graph.initializer):
        raise Problem(f"{path}: refers to data outside the file")
    length, width = contract["sequence"]["length"], len(contract["channels"])
    shapes = {"sequence": [length, None, width], "reconstruction": [length, None, width],
              "errors": [None, width]}
    tensors = {tensor.name: tensor for tensor in [*model.graph.input, *model.graph.output]}
    for entry in [*contract["inputs"], *contract["outputs"]]:
        expected = shapes.get(entry["role"])
        if entry["name"] not in tensors or _shape(tensors[entry["name"]]) != expected:
            raise Problem(f"{path}: {entry['name']}: {entry['role']} of shape {expected} (None: "
                          "any) is expected")
    return model


def _shape(tensor: onnx.ValueInfoProto) -> list[int | None]:
    return [dimension.dim_value if dimension.HasField("dim_value") else None
            for dimension in tensor.type.tensor_type.shape.dim]


def _deviation(model: onnx.ModelProto) -> np.ndarray:
    """What one scaled unit is per channel, if the graph scales under that name, else 1."""
    for tensor in model.graph.initializer:
        if tensor.name == "deviation":
            return numpy_helper.to_array(tensor)
    return np.ones(1, dtype=np.float32)


def _check_golden(path: Path, golden: dict[str, Any], outputs: dict[str, np.ndarray],
                  deviation: np.ndarray) -> float:
    units = _units(deviation)
    worst = 0.0
    for index, sequence in enumerate(golden["sequences"]):
        for name, expected in sequence["outputs"].items():
            found = outputs[name][..., index, :] / units[name]
            wanted = np.array(expected) / units[name]
            off = np.max(np.abs(found - wanted) / np.maximum(1, np.abs(wanted)))
            worst = max(worst, float(off))
            if not off <= TOLERANCE:
                raise Problem(f"{path}: sequence {index}: {name} is off by {off:.1e}, "
                              f"more than {TOLERANCE:.0e}")
    return worst


def _units(deviation: np.ndarray) -> dict[str, np.ndarray]:
    return {"reconstruction": deviation, "errors": np.ones(1)}


def _check_one_by_one(directory: Path, run: Evaluate, inputs: np.ndarray,
                      together: dict[str, np.ndarray], deviation: np.ndarray) -> None:
    for index in range(inputs.shape[1]):
        for name, alone in run(inputs[:, index:index + 1]).items():
            unit = _units(deviation)[name]
            if not np.allclose(alone[..., 0, :] / unit, together[name][..., index, :] / unit,
                               rtol=TOLERANCE, atol=TOLERANCE):
                raise Problem(f"{directory}: {name} depends on what shares the batch")
    broken = inputs.copy()
    broken[0, :, -1] = np.nan
    if any(not np.isnan(output).all() for output in run(broken).values()):
        raise Problem(f"{directory}: a NaN comes out as a number")
