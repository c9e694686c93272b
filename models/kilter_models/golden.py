"""Golden sequences: a few inputs with the outputs PyTorch computes for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from .families import FAMILIES
from .network import Network
from .sequences import Sequences
from .settings import Settings

TOLERANCE = 1e-4
WILD_DEVIATIONS = (1, 30, 4, 100, 10, 2)
WILD_PACE = 0.7


@dataclass(frozen=True)
class Proof:
    """One input to prove a bundle with."""

    values: np.ndarray  # float32 [time, channel]
    mask: np.ndarray  # float32 [time, channel]


def choose_proofs(sequences: Sequences, scaling: tuple[np.ndarray, np.ndarray],
                  settings: Settings) -> list[Proof]:
    """Five inputs: quiet, changing, faulty-looking, far out of range and wild.

    With a mask, two of them lack a channel, wholly or towards the end. Where lengths vary, all of
    them again with the fewest rows.
    """
    length, least = _lengths(settings)
    values = [each[-length:] for each in _inputs(sequences, *scaling)]
    masks = [np.ones_like(each) for each in values]
    if settings.mask:
        masks[1][:, 0] = 0
        masks[2][len(masks[2]) // 2:, -1] = 0
    proofs = [Proof(each, mask) for each, mask in zip(values, masks)]
    if least < length:
        proofs += [Proof(each.values[-least:], each.mask[-least:]) for each in proofs]
    return proofs


def _lengths(settings: Settings) -> tuple[int, int]:
    """The most and the fewest rows; a forecaster is shown them one by one, as many as may be."""
    if FAMILIES[settings.family].carries_state:
        return min(40, settings.length), min(8, settings.length)
    return settings.length, settings.least


def _inputs(sequences: Sequences, mean: np.ndarray, deviation: np.ndarray) -> list[np.ndarray]:
    full = sequences.full
    sample = full[np.linspace(0, len(full) - 1, min(len(full), 20_000)).astype(np.int64)]
    steps = np.abs(np.diff(sequences.take(sample) / deviation, axis=0)).sum(axis=(0, 2))
    order = np.argsort(steps, kind="stable")
    quiet = sequences.take(sample[order[len(order) // 4]][None])[:, 0]
    changing = sequences.take(sample[order[-1]][None])[:, 0]
    faulty = quiet + _ramp(len(quiet)) * deviation * _alternating(len(mean), 1.5)
    unusual = np.tile(mean + 8 * deviation * _alternating(len(mean), 1.0), (len(quiet), 1))
    unusual[::3] = 0
    wild = mean + deviation * _waves(len(quiet), len(mean))
    return [each.astype(np.float32) for each in (quiet, changing, faulty, unusual, wild)]


def golden(network: Network, proofs: list[Proof], channels: list[str]) -> dict[str, Any]:
    """The golden.json object for these inputs; every number is the float32 PyTorch holds."""
    return {"tolerance": TOLERANCE, "channels": channels,
            "sequences": [_golden(network, proof) for proof in proofs]}


def _golden(network: Network, proof: Proof) -> dict[str, Any]:
    inputs = [proof.values, proof.mask][:1 + network.masked]
    with torch.no_grad():
        given = network(*(torch.from_numpy(each[:, None]) for each in inputs))
    mask = {"mask": _numbers(proof.mask)} if network.masked else {}
    return {"input": _numbers(proof.values), **mask, "outputs": _outputs(network, given)}


def _outputs(network: Network, given: Any) -> dict[str, Any]:
    if network.answer == "probabilities":
        return {"probabilities": _numbers(given.numpy()[0])}
    answer, errors = given
    return {network.answer: _numbers(answer.numpy()[:, 0]), "errors": _numbers(errors.numpy()[0])}


def _waves(length: int, channels: int) -> np.ndarray:
    """Each channel by another size and at another pace, so that a weight nothing usual moves shows."""
    number = np.arange(channels)
    return np.resize(WILD_DEVIATIONS, channels) * np.sin(
        WILD_PACE * np.outer(np.arange(length), 1 + number) + number)


def _ramp(length: int) -> np.ndarray:
    return np.clip(np.linspace(-1 if length > 1 else 1, 1, length), 0, 1)[:, None]


def _alternating(channels: int, size: float) -> np.ndarray:
    return np.where(np.arange(channels) % 2 == 0, size, -size)


def _numbers(array: np.ndarray) -> Any:
    if array.ndim == 2:
        return [_numbers(row) for row in array]
    return [float(str(value)) for value in array]
