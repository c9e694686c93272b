"""The network: takes and gives values in the channels' units."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class Frame:
    """What a network of any family has: its length, its scaling, how it counts errors."""

    length: int
    mean: Tensor  # [channel]
    deviation: Tensor  # [channel]
    error: str = "squared"
    masked: bool = False


class Network(nn.Module):
    """Says what is expected of a sequence; what is otherwise is unusual."""

    answer = "reconstruction"  # the role of what it says

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.length, self.error, self.masked = frame.length, frame.error, frame.masked
        self.register_buffer("mean", frame.mean)
        self.register_buffer("deviation", frame.deviation)
        self.register_buffer("ceiling",
                             torch.full_like(frame.mean, torch.finfo(torch.float32).max))

    def scale(self, sequence: Tensor) -> Tensor:
        """From the channels' units to deviations from the mean."""
        return (sequence - self.mean) / self.deviation

    def rebuild(self, scaled: Tensor, mask: Tensor | None = None) -> Tensor:
        """The reconstruction of a scaled sequence [time, batch, channel], scaled too.

        Of what the mask says was not measured the network sees nothing but that.
        """
        raise NotImplementedError

    def forward(self, sequence: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Reconstruction [time, batch, channel] in units, newest errors [batch, channel] scaled."""
        scaled = self.scale(sequence)
        rebuilt = self.rebuild(scaled, mask)
        errors = self.errors(scaled[-1], rebuilt[-1], None if mask is None else mask[-1])
        return rebuilt * self.deviation + self.mean, errors

    def errors(self, scaled: Tensor, rebuilt: Tensor, mask: Tensor | None) -> Tensor:
        """How far what was expected is off, both scaled.

        An error beyond the ceiling counts as the ceiling: one wild reading is not worth hours.
        What was not measured has no error.
        """
        difference = scaled - rebuilt
        difference = difference if mask is None else difference * mask
        errors = difference.abs() if self.error == "absolute" else difference * difference
        return torch.minimum(errors, self.ceiling)


def seed_everything(seed: int, threads: int) -> None:
    """Makes what follows repeatable on one machine."""
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(True)
