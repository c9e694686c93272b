"""The baselines: what a network must beat to be worth its cost."""

from __future__ import annotations

from typing import Callable

import numpy as np
import torch
from torch import Tensor

from .network import Frame, Network
from .sequences import Sequences
from .settings import Settings

Report = Callable[[str], None]


class Components(Network):
    """Rebuilds a sequence from the leading principal components of normal ones.

    What was not measured is taken to be at its mean.
    """

    def __init__(self, frame: Frame, components: Tensor, offset: Tensor) -> None:
        super().__init__(frame)
        self.register_buffer("components", components)  # [time and channel, component]
        self.register_buffer("offset", offset)  # [time and channel]

    def rebuild(self, scaled: Tensor, mask: Tensor | None = None) -> Tensor:
        """The reconstruction of a scaled sequence, scaled too."""
        known = scaled if mask is None else scaled * mask
        flat = known.transpose(0, 1).reshape(known.shape[1], -1)
        rebuilt = flat @ self.components @ self.components.T + self.offset
        return rebuilt.reshape(known.transpose(0, 1).shape).transpose(0, 1)


class Mean(Network):
    """Expects of every channel its mean: the errors are a z-score's."""

    def rebuild(self, scaled: Tensor, mask: Tensor | None = None) -> Tensor:
        """The mean, which is 0 in deviations from it."""
        return torch.zeros_like(scaled)


def fit_components(sequences: Sequences, frame: Frame, settings: Settings,
                   report: Report) -> Components:
    """Finds as many components as hold the share --variance of the sequences' variance."""
    centre, covariance = _moments(sequences, Mean(frame))
    held, components = np.linalg.eigh(covariance)
    held, components = np.maximum(held[::-1], 0), components[:, ::-1]
    shares = np.cumsum(held) / (held.sum() or 1)
    count = min(int(np.searchsorted(shares, settings.variance)) + 1, len(held) - 1)
    report(f"{count} of {len(held)} components hold {shares[count - 1]:.1%} of the variance")
    leading = components[:, :count]
    offset = centre - leading @ (leading.T @ centre)  # of what is rebuilt around the centre
    return Components(frame, *(torch.from_numpy(np.ascontiguousarray(each, np.float32))
                               for each in (leading, offset)))


def _moments(sequences: Sequences, scaler: Mean) -> tuple[np.ndarray, np.ndarray]:
    """Mean and covariance of the scaled sequences, each as one row of numbers."""
    width = scaler.length * len(scaler.mean)
    total, products = np.zeros(width), np.zeros((width, width))
    for which in sequences.batches(4096):
        scaled = scaler.scale(torch.from_numpy(sequences.take(which))).numpy()
        if scaler.masked:
            scaled = scaled * sequences.take_mask(which)
        flat = scaled.swapaxes(0, 1).reshape(len(which), width).astype(np.float64)
        total += flat.sum(axis=0)
        products += flat.T @ flat
    centre = total / len(sequences)
    return centre, products / len(sequences) - np.outer(centre, centre)
