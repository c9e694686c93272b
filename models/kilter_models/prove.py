"""Golden sequences held against what the exported graph makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import numpy_helper

from .answer import Answers, Ask, ask_by_role
from .evaluate import Evaluate
from .problem import Problem

TOLERANCE = 1e-5


def check_golden(directory: Path, contract: dict[str, Any], sequences: list[dict[str, Any]],
                 model: onnx.ModelProto, run: Evaluate) -> float:
    """Raises Problem where outputs are off, or depend on what shares the batch; how far off."""
    path, ask = directory / "golden.json", ask_by_role(contract, model, run)
    units = {role: _deviation(contract, model) for role in ("reconstruction", "forecast")}
    lengths = _lengths(path, contract, sequences)
    worst = 0.0
    for length in sorted(lengths):
        group = [each for each in sequences if len(each["input"]) == length]
        inputs = _inputs(group)
        together = ask(inputs)
        worst = max(worst, _compare(path, group, together, units))
        _check_one_by_one(directory, ask, inputs, together, units)
        _check_nan(directory, contract, ask, inputs, together)
    return worst


def _lengths(path: Path, contract: dict[str, Any], sequences: list[dict[str, Any]]) -> set[int]:
    lengths = {len(each["input"]) for each in sequences}
    if contract["kind"] == "forecast":
        if min(lengths) < 2:
            raise Problem(f"{path}: a sequence of {min(lengths)} row(s) does not show that the "
                          "state goes on; 2 rows at least are needed")
        return lengths
    wanted = {contract["sequence"].get(key) for key in ("length", "minimumLength")} - {None}
    if not wanted <= lengths:
        raise Problem(f"{path}: a sequence of each of the lengths {sorted(wanted)} is needed")
    return lengths


def _inputs(group: list[dict[str, Any]]) -> Answers:
    """What the network may be told, by role, of sequences of one length."""
    values = np.array([each["input"] for each in group], np.float32)
    masks = np.array([each.get("mask", np.ones_like(values[0])) for each in group], np.float32)
    return {"sequence": values.swapaxes(0, 1), "mask": masks.swapaxes(0, 1),
            "lengths": np.full(len(group), values.shape[1], np.int64)}


def _deviation(contract: dict[str, Any], model: onnx.ModelProto) -> np.ndarray:
    """What one scaled unit is per channel: from the contract, or the graph if it scales, else 1."""
    if "scaling" in contract:
        return np.array(contract["scaling"]["deviation"], np.float32)
    for tensor in model.graph.initializer:
        if tensor.name == "deviation":
            return numpy_helper.to_array(tensor)
    return np.ones(1, dtype=np.float32)


def _compare(path: Path, group: list[dict[str, Any]], outputs: Answers,
             units: dict[str, np.ndarray]) -> float:
    worst = 0.0
    for index, sequence in enumerate(group):
        for role, expected in sequence["outputs"].items():
            if role not in outputs:
                raise Problem(f"{path}: outputs.{role}: the contract has no output of that role")
            found = outputs[role][..., index, :] / units.get(role, 1)
            wanted = np.array(expected) / units.get(role, 1)
            off = np.max(np.abs(found - wanted) / np.maximum(1, np.abs(wanted)))
            worst = max(worst, float(off))
            if not off <= TOLERANCE:
                raise Problem(f"{path}: sequence {index} of length {len(sequence['input'])}: "
                              f"{role} is off by {off:.1e}, more than {TOLERANCE:.0e}")
    return worst


def _check_one_by_one(directory: Path, ask: Ask, inputs: Answers, together: Answers,
                      units: dict[str, np.ndarray]) -> None:
    for index in range(inputs["sequence"].shape[1]):
        alone = ask({role: _only(value, index) for role, value in inputs.items()})
        for role in alone.keys() - {"state"}:
            if not np.allclose(alone[role][..., 0, :] / units.get(role, 1),
                               together[role][..., index, :] / units.get(role, 1),
                               rtol=TOLERANCE, atol=TOLERANCE):
                raise Problem(f"{directory}: {role} depends on what shares the batch")


def _check_nan(directory: Path, contract: dict[str, Any], ask: Ask, inputs: Answers,
               together: Answers) -> None:
    """A NaN must be seen in errors or probabilities, but not in what was expected of its row by a forecast.

    Where the pipeline counts the errors, they are the newest row's; a state it keeps from NaN.
    """
    in_graph = any(entry["role"] == "errors" for entry in contract["outputs"])
    forecasts = contract["kind"] == "forecast"
    classifies = contract["kind"] == "classification"
    for row in (0, -1) if classifies or (in_graph and not forecasts) else (-1,):
        broken = {**inputs, "sequence": inputs["sequence"].copy()}
        broken["sequence"][row, :, -1] = np.nan
        found = ask(broken)
        if not np.isnan(found["probabilities" if classifies else "errors"]).any(axis=-1).all():
            raise Problem(f"{directory}: a NaN comes out as a number")
    if forecasts and not np.array_equal(found["forecast"], together["forecast"]):
        raise Problem(f"{directory}: the forecast of a row depends on the row itself; it must be "
                      "made from the state before it")


def _only(value: np.ndarray, index: int) -> np.ndarray:
    """One sequence of a batch; the batch is the second axis, or the only one."""
    return value[:, index:index + 1] if value.ndim > 1 else value[index:index + 1]
