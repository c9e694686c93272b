"""A bundle's network asked as its contract says: by role, time first, in the channels' units."""

from __future__ import annotations

from functools import partial
from typing import Any, Callable

import numpy as np
import onnx

from .evaluate import Evaluate

Answers = dict[str, Any]  # an array by role, [time, batch, channel] or less; of state a list
Ask = Callable[[Answers], Answers]
_ROWS = ("sequence", "mask", "reconstruction", "forecast")  # what has a time axis
_IN_UNITS = ("reconstruction", "forecast")


def ask_by_role(contract: dict[str, Any], model: onnx.ModelProto, run: Evaluate) -> Ask:
    """Asks a network whatever its names, axes and scaling are; row by row if it carries a state."""
    once = partial(_once, contract, run)
    if contract["kind"] != "forecast":
        return once
    tensors = {tensor.name: tensor.type.tensor_type.shape.dim for tensor in model.graph.input}
    shapes = [tuple(size.dim_value for size in tensors[entry["name"]])
              for entry in contract["inputs"] if entry["role"] == "state"]
    return partial(_row_by_row, once, shapes)


def _row_by_row(once: Ask, shapes: list[tuple[int, ...]], inputs: Answers) -> Answers:
    """One row after the other from a state of zeros; the errors and the state of the last."""
    batch = inputs["sequence"].shape[1]
    found: Answers = {"state": [np.zeros((layers, batch, width), np.float32)
                                for layers, _, width in shapes]}
    forecasts = []
    for row in range(len(inputs["sequence"])):
        parts = {role: inputs[role][row:row + 1] for role in ("sequence", "mask")}
        found = once({**parts, "state": found["state"]})
        forecasts.append(found["forecast"])
    return {**found, "forecast": np.concatenate(forecasts)}


def _once(contract: dict[str, Any], run: Evaluate, inputs: Answers) -> Answers:
    scaling = contract.get("scaling", {"mean": 0, "deviation": 1})
    mean, deviation = (np.array(scaling[key], np.float32) for key in ("mean", "deviation"))
    given = {**inputs, "sequence": (inputs["sequence"] - mean) / deviation}
    found = _by_role(contract, run(_by_name(contract, given)))
    if "probabilities" in found:
        return found
    answer = next(role for role in _IN_UNITS if role in found)
    if "errors" not in found:  # the pipeline counts them then
        found["errors"] = np.abs(given["sequence"][-1] - found[answer][-1])
    return {**found, answer: found[answer] * deviation + mean}


def _by_name(contract: dict[str, Any], given: Answers) -> dict[str, np.ndarray]:
    states = iter(given.get("state", []))
    return {entry["name"]: next(states) if entry["role"] == "state"
            else _turned(contract, entry["role"], given[entry["role"]])
            for entry in contract["inputs"]}


def _by_role(contract: dict[str, Any], outputs: dict[str, np.ndarray]) -> Answers:
    found: Answers = {entry["role"]: _turned(contract, entry["role"], outputs[entry["name"]])
                      for entry in contract["outputs"] if entry["role"] != "state"}
    found["state"] = [outputs[entry["name"]] for entry in contract["outputs"]
                      if entry["role"] == "state"]
    return found


def _turned(contract: dict[str, Any], role: str, value: np.ndarray) -> np.ndarray:
    """From time first to the axes that the network has, or back."""
    turns = contract["axes"] == "batch-major" and role in _ROWS
    return value.swapaxes(0, 1) if turns else value
