"""Golden sequences: a few inputs with the outputs PyTorch computes for them."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from .network import Autoencoder
from .sequences import Sequences

TOLERANCE = 1e-4


def choose_proof(sequences: Sequences, mean: np.ndarray, deviation: np.ndarray) -> np.ndarray:
    """Four inputs [time, 4, channel]: quiet, changing, faulty-looking and far out of range."""
    sample = np.linspace(0, len(sequences) - 1, min(len(sequences), 20_000)).astype(np.int64)
    steps = np.abs(np.diff(sequences.take(sample) / deviation, axis=0)).sum(axis=(0, 2))
    order = np.argsort(steps, kind="stable")
    quiet = sequences.take(sample[order[len(order) // 4]][None])[:, 0]
    changing = sequences.take(sample[order[-1]][None])[:, 0]
    faulty = quiet + _ramp(len(quiet)) * deviation * _alternating(len(mean), 1.5)
    unusual = np.tile(mean + 8 * deviation * _alternating(len(mean), 1.0), (len(quiet), 1))
    unusual[::3] = 0
    return np.stack([quiet, changing, faulty, unusual], axis=1).astype(np.float32)


def golden(network: Autoencoder, proof: np.ndarray) -> dict[str, Any]:
    """The golden.json object for these inputs; every number is the float32 PyTorch holds."""
    with torch.no_grad():
        rebuilt, errors = network(torch.from_numpy(proof))
    return {"tolerance": TOLERANCE, "sequences": [
        {"input": _numbers(proof[:, index]),
         "outputs": {"reconstruction": _numbers(rebuilt.numpy()[:, index]),
                     "errors": _numbers(errors.numpy()[index])}}
        for index in range(proof.shape[1])]}


def _ramp(length: int) -> np.ndarray:
    return np.clip(np.linspace(-1, 1, length), 0, 1)[:, None]


def _alternating(channels: int, size: float) -> np.ndarray:
    return np.where(np.arange(channels) % 2 == 0, size, -size)


def _numbers(array: np.ndarray) -> Any:
    if array.ndim == 2:
        return [_numbers(row) for row in array]
    return [float(str(value)) for value in array]
