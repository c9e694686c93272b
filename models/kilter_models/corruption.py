"""Corruption: channels made to disagree with the others, so that the network learns to notice."""

from __future__ import annotations

import math

import torch
from torch import Tensor

_SMALLEST, _LARGEST = 2.0, 40.0  # offsets, in multiples of a channel's noise


def corrupt(scaled: Tensor, noise: Tensor, share: float) -> Tensor:
    """Disturbs one or two random channels in a share of the sequences [time, batch, channel].

    Half of the disturbed channels are shifted by a constant, half taken from another sequence.
    What is to be rebuilt stays clean: a channel must be told from the others, not copied.
    """
    _, batch, channels = scaled.shape
    chosen = torch.rand(batch, channels).argsort(dim=1) < torch.randint(1, 3, (batch, 1))
    chosen &= torch.rand(batch, 1) < share
    sizes = torch.exp(torch.rand(batch, channels) * math.log(_LARGEST / _SMALLEST)) * _SMALLEST
    signs = torch.randint(0, 2, (batch, channels)) * 2 - 1
    shifted = scaled + sizes * signs * noise
    foreign = scaled[:, torch.randperm(batch)]
    disturbed = torch.where(torch.rand(batch, channels) < 0.5, shifted, foreign)
    return torch.where(chosen, disturbed, scaled)


def hide(mask: Tensor, share: float) -> Tensor:
    """Takes more out of a mask [time, batch, channel], in a share of the sequences.

    Up to half of the channels are gone, from the beginning or from some row on, and in half of
    the sequences one value in ten. So a missing channel is nothing new, and does not disturb the
    others.
    """
    time, batch, channels = mask.shape
    most = max(1, channels // 2)
    gone = torch.rand(batch, channels).argsort(dim=1) < torch.randint(1, most + 1, (batch, 1))
    begins = torch.randint(-time, time, (batch, channels))
    late = torch.arange(time)[:, None, None] >= begins
    single = (torch.rand(time, batch, channels) < 0.1) & (torch.rand(batch, 1) < 0.5)
    hidden = ((gone & late) | single) & (torch.rand(batch, 1) < share)
    return torch.where(hidden, torch.zeros_like(mask), mask)
