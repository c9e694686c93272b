"""From normal sequences to the network of any family that expects such."""

from __future__ import annotations

import numpy as np
import torch

from .baselines import Mean, Report, fit_components
from .network import Network
from .networks import frame_of
from .sequences import Sequences
from .settings import Settings
from .training import train


def fit_network(sequences: Sequences, scaling: tuple[np.ndarray, np.ndarray], settings: Settings,
                report: Report) -> Network:
    """Trains what learns, and computes what does not."""
    frame = frame_of(settings, *map(torch.from_numpy, scaling))
    if settings.family == "pca":
        return fit_components(sequences, frame, settings, report)
    if settings.family == "given-errors":
        return Mean(frame_of(settings, *map(torch.from_numpy, _as_they_are(scaling))))
    if settings.family == "z-score":
        return Mean(frame)
    return train(sequences, frame, settings, report)


def _as_they_are(scaling: tuple[np.ndarray, np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """No scaling: the distance from 0 is the value itself."""
    return np.zeros_like(scaling[0]), np.ones_like(scaling[1])
