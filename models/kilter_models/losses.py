"""What training makes less of: how far a network is off, in multiples of each channel's noise."""

from __future__ import annotations

import torch
from torch import Tensor

from .corruption import corrupt, hide
from .families import FAMILIES
from .network import Network
from .settings import Settings


def loss_of(network: Network, batch: list[Tensor], noise: Tensor, settings: Settings) -> Tensor:
    """The loss of sequences [time, batch, channel], in units, of which so much was measured."""
    scaled, measured = network.scale(batch[0]), batch[1]
    if FAMILIES[settings.family].carries_state:
        mask = hide(measured, settings.hide) if network.masked else None
        costs = _costs(network.rebuild(scaled, mask) - scaled, noise, settings)
        scored = slice(settings.warm_up, None)
        return _counted(network, costs[scored], measured[scored]).mean()
    disturbed = corrupt(scaled, noise, settings.corrupt)
    mask = hide(measured, settings.hide) if network.masked else None
    costs = _costs(network.rebuild(disturbed, mask) - scaled, noise, settings)
    costs = _counted(network, costs, measured)
    return costs.mean() + settings.newest_weight * costs[-1].mean()


def _costs(off: Tensor, noise: Tensor, settings: Settings) -> Tensor:
    return torch.nn.functional.smooth_l1_loss(off / noise, torch.zeros_like(off),
                                              reduction="none", beta=settings.outlier)


def _counted(network: Network, costs: Tensor, measured: Tensor) -> Tensor:
    """What was hidden is known, and to be found; what was not measured is not."""
    if not network.masked:
        return costs
    return costs * measured * measured.numel() / measured.sum().clamp(min=1)
