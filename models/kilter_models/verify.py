"""Verification: is a bundle whole, does its graph do what its contract and PyTorch say?"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Callable

import onnx
from onnx import TensorProto

from .evaluate import evaluator
from .problem import Problem
from .prove import check_golden
from .schema import model_schema, violations

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
    worst = check_golden(directory, contract, golden["sequences"], model, run)
    count = len(golden["sequences"])
    report(f"golden: {count} sequences agree with PyTorch to {worst:.1e} ({name})")
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
    sequence, width = contract["sequence"], len(contract["channels"])
    varies = sequence.get("minimumLength", sequence["length"]) < sequence["length"]
    rows = [None if varies else sequence["length"], None, width]
    shapes = {"sequence": rows, "mask": rows, "lengths": [None], "reconstruction": rows,
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
