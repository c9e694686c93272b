"""The network: an LSTM autoencoder that takes and gives values in the channels' units."""

from __future__ import annotations

import torch
from torch import Tensor, nn


class Autoencoder(nn.Module):
    """Squeezes a sequence through a small latent vector; what it cannot rebuild is unusual."""

    def __init__(self, length: int, mean: Tensor, deviation: Tensor, hidden: int, latent: int,
                 error: str, masked: bool = False) -> None:
        super().__init__()
        channels = len(mean)
        self.length = length
        self.masked = masked
        self.error = error
        self.register_buffer("mean", mean)
        self.register_buffer("deviation", deviation)
        self.register_buffer("ceiling", torch.full((channels,), torch.finfo(torch.float32).max))
        self.encoder = nn.LSTM(2 * channels if masked else channels, hidden)
        self.squeeze = nn.Linear(hidden, latent)
        self.decoder = nn.LSTM(latent, hidden)
        self.readout = nn.Linear(hidden, channels)

    def scale(self, sequence: Tensor) -> Tensor:
        """From the channels' units to deviations from the mean."""
        return (sequence - self.mean) / self.deviation

    def rebuild(self, scaled: Tensor, mask: Tensor | None = None) -> Tensor:
        """The reconstruction of a scaled sequence [time, batch, channel], scaled too.

        Of what the mask says was not measured the network sees nothing but that.
        """
        seen = scaled if mask is None else torch.cat([scaled * mask, mask], dim=2)
        _, (last, _) = self.encoder(seen)
        latent = self.squeeze(last)
        decoded, _ = self.decoder(latent.expand(len(scaled), -1, -1))
        return self.readout(decoded)

    def forward(self, sequence: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Reconstruction [time, batch, channel] in units, newest errors [batch, channel] scaled.

        An error beyond the ceiling counts as the ceiling: one wild reading is not worth hours.
        What was not measured has no error.
        """
        scaled = self.scale(sequence)
        rebuilt = self.rebuild(scaled, mask)
        difference = scaled[-1] - rebuilt[-1]
        difference = difference if mask is None else difference * mask[-1]
        errors = difference.abs() if self.error == "absolute" else difference * difference
        return rebuilt * self.deviation + self.mean, torch.minimum(errors, self.ceiling)


def seed_everything(seed: int, threads: int) -> None:
    """Makes what follows repeatable on one machine."""
    torch.manual_seed(seed)
    torch.set_num_threads(threads)
    torch.use_deterministic_algorithms(True)
