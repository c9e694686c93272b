"""A small forecaster and rows for it, shared by the tests."""

from __future__ import annotations

import torch

from kilter_models.forecaster import Forecaster
from kilter_models.network import Frame

FAMILY = "lstm-forecaster"
STEPS = 50


def network_of(layers: int = 1, masked: bool = False, error: str = "squared") -> Forecaster:
    """Three channels, the weights at random and large enough to matter."""
    torch.manual_seed(layers)
    frame = Frame(1, torch.tensor([3.0, 1500, 0]), torch.tensor([0.5, 300, 2]), error, masked)
    network = Forecaster(frame, 6, layers)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.mul_(2)
    return network.eval()


def history(network: Forecaster, batch: int, steps: int = STEPS) -> list[torch.Tensor]:
    """Rows around the mean, in units, and with a mask which of them were measured."""
    rows = torch.randn(steps, batch, 3) * network.deviation * 2 + network.mean
    return [rows, (torch.rand(rows.shape) < 0.7).float()][:1 + network.masked]
