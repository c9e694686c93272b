"""Golden sequences held against what the exported graph makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import numpy_helper

from .evaluate import Evaluate
from .problem import Problem

TOLERANCE = 1e-5


def check_golden(directory: Path, contract: dict[str, Any], sequences: list[dict[str, Any]],
                 model: onnx.ModelProto, run: Evaluate) -> float:
    """Raises Problem where outputs are off, or depend on what shares the batch; how far off."""
    lengths = {len(each["input"]) for each in sequences}
    wanted = {contract["sequence"].get(key) for key in ("length", "minimumLength")} - {None}
    if not wanted <= lengths:
        raise Problem(f"{directory / 'golden.json'}: a sequence of each of the lengths "
                      f"{sorted(wanted)} is needed")
    worst = 0.0
    for length in sorted(lengths):
        group = [each for each in sequences if len(each["input"]) == length]
        inputs = _inputs(contract, group)
        together = run(inputs)
        units = {"reconstruction": _deviation(model), "errors": np.ones(1)}
        worst = max(worst, _compare(directory / "golden.json", group, together, units))
        _check_one_by_one(directory, run, inputs, together, units)
    return worst


def _inputs(contract: dict[str, Any], group: list[dict[str, Any]]) -> dict[str, np.ndarray]:
    """The network's inputs by name, for sequences of one length."""
    values = np.array([each["input"] for each in group], np.float32)
    masks = np.array([each.get("mask", np.ones_like(values[0])) for each in group], np.float32)
    roles = {"sequence": values.swapaxes(0, 1), "mask": masks.swapaxes(0, 1),
             "lengths": np.full(len(group), values.shape[1], np.int64)}
    return {entry["name"]: roles[entry["role"]] for entry in contract["inputs"]}


def _deviation(model: onnx.ModelProto) -> np.ndarray:
    """What one scaled unit is per channel, if the graph scales under that name, else 1."""
    for tensor in model.graph.initializer:
        if tensor.name == "deviation":
            return numpy_helper.to_array(tensor)
    return np.ones(1, dtype=np.float32)


def _compare(path: Path, group: list[dict[str, Any]], outputs: dict[str, np.ndarray],
             units: dict[str, np.ndarray]) -> float:
    worst = 0.0
    for index, sequence in enumerate(group):
        for name, expected in sequence["outputs"].items():
            found = outputs[name][..., index, :] / units[name]
            wanted = np.array(expected) / units[name]
            off = np.max(np.abs(found - wanted) / np.maximum(1, np.abs(wanted)))
            worst = max(worst, float(off))
            if not off <= TOLERANCE:
                raise Problem(f"{path}: sequence {index} of length {len(sequence['input'])}: "
                              f"{name} is off by {off:.1e}, more than {TOLERANCE:.0e}")
    return worst


def _check_one_by_one(directory: Path, run: Evaluate, inputs: dict[str, np.ndarray],
                      together: dict[str, np.ndarray], units: dict[str, np.ndarray]) -> None:
    for index in range(next(iter(together.values())).shape[-2]):
        alone = run({name: _only(value, index) for name, value in inputs.items()})
        for name, output in alone.items():
            if not np.allclose(output[..., 0, :] / units[name],
                               together[name][..., index, :] / units[name],
                               rtol=TOLERANCE, atol=TOLERANCE):
                raise Problem(f"{directory}: {name} depends on what shares the batch")
    broken = {name: value.copy() for name, value in inputs.items()}
    next(iter(broken.values()))[0, :, -1] = np.nan
    if any(not np.isnan(output).all() for output in run(broken).values()):
        raise Problem(f"{directory}: a NaN comes out as a number")


def _only(value: np.ndarray, index: int) -> np.ndarray:
    """One sequence of a batch; the batch is the second axis, or the only one."""
    return value[:, index:index + 1] if value.ndim > 1 else value[index:index + 1]
