"""Verification: is a bundle whole, does its graph do what its contract and PyTorch say?"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Callable

from .evaluate import NotEvaluated, evaluator
from .problem import Problem
from .prove import check_golden
from .schema import model_schema, violations
from .verify_entities import check_entities
from .verify_graph import check_graph

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
    entities = check_entities(directory, contract)
    if entities:
        report(f"entities: {entities} with statistics of their own")
    model = check_graph(directory / "model.onnx", graph, contract)
    report("graph: sound, no external data, names and shapes as in the contract, dynamic batch")
    _check_golden_file(directory / "golden.json", golden, contract)
    name, run = evaluator(model)
    try:
        worst = check_golden(directory, contract, golden["sequences"], model, run)
    except NotEvaluated as error:
        raise Problem(f"{directory / 'model.onnx'}: {error}") from error
    count = len(golden["sequences"])
    report(f"golden: {count} sequences agree with PyTorch to {worst:.1e} ({name})")
    report("batch: together as one by one; NaN in, NaN out")


def _check_roles(path: Path, contract: dict[str, Any]) -> None:
    forecasts = contract["kind"] == "forecast"
    answer = {"forecast": "forecast", "classification": "probabilities"}.get(
        contract["kind"], "reconstruction")
    for side, role in (("inputs", "sequence"), ("outputs", answer)):
        if [entry["role"] for entry in contract[side]].count(role) != 1:
            raise Problem(f"{path}: {side}: one of the role {role} is expected of the kind "
                          f"{contract['kind']}")
    if "warmUp" in contract["sequence"] and not forecasts:
        raise Problem(f"{path}: sequence.warmUp: only what carries a state warms up, which is of "
                      "the kind forecast")


def _check_golden_file(path: Path, golden: dict[str, Any], contract: dict[str, Any]) -> None:
    names = [channel["name"] for channel in contract["channels"]]
    if golden.get("channels", names) != names:
        raise Problem(f"{path}: channels: made with {', '.join(golden['channels'])} in this order, "
                      f"model.json has {', '.join(names)}")
    sequences = golden.get("sequences")
    if not isinstance(sequences, list) or len(sequences) < 2:
        raise Problem(f"{path}: sequences: a list of 2 at least is expected")


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
    classifies = contract["kind"] == "classification"
    for key in ("classes", "training") if classifies else ("errors", "smoothing", "quantiles",
                                                           "training"):
        if key not in contract:
            raise Problem(f"{path}: {key}: is missing")
    if "classes" in contract and (not classifies or len(set(contract["classes"])) < len(
            contract["classes"])):
        raise Problem(f"{path}: classes: each once, where kind is classification and nowhere else")
    width = len(contract["channels"])
    if len({channel["name"] for channel in contract["channels"]}) < width:
        raise Problem(f"{path}: channels: a name appears twice")
    for part in ("errors", "scaling"):
        for key in ("mean", "deviation"):
            if part in contract and len(contract[part][key]) != width:
                raise Problem(f"{path}: {part}.{key}: {width} numbers are expected, one per "
                              "channel")
    quantiles = contract.get("quantiles", {})
    if [quantiles[level] for level in sorted(quantiles, key=float)] != sorted(quantiles.values()):
        raise Problem(f"{path}: quantiles: a higher quantile has a lower score")
    _check_roles(path, contract)
    whole = directory.resolve()
    if (whole.parent.name, whole.name) != (contract["name"], contract["version"]):
        raise Problem(f"{path}: name and version are {contract['name']}/{contract['version']}, "
                      f"the directory is {whole.parent.name}/{whole.name}")
