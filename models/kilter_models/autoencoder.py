"""The autoencoders: recurrent layers to a small latent vector, and back."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from .network import Frame, Network


@dataclass(frozen=True)
class Layers:
    """How wide and how deep an autoencoder is, and of what."""

    hidden: int
    latent: int
    count: int = 1
    cell: type[nn.RNNBase] = nn.LSTM
    both_ways: bool = False


class Autoencoder(Network):
    """Squeezes a sequence through a small latent vector; what it cannot rebuild is unusual.

    The latent vector is the decoder's input itself: a layer that widens it again would only be
    multiplied into the decoder's input weights.
    """

    def __init__(self, frame: Frame, layers: Layers) -> None:
        super().__init__(frame)
        channels, directions = len(frame.mean), 1 + layers.both_ways
        self.encoder = layers.cell(2 * channels if frame.masked else channels, layers.hidden,
                                   layers.count, bidirectional=layers.both_ways)
        self.squeeze = nn.Linear(directions * layers.hidden, layers.latent)
        self.decoder = layers.cell(layers.latent, layers.hidden, layers.count)
        self.readout = nn.Linear(layers.hidden, channels)

    def rebuild(self, scaled: Tensor, mask: Tensor | None = None) -> Tensor:
        """The reconstruction of a scaled sequence, scaled too."""
        seen = scaled if mask is None else torch.cat([scaled * mask, mask], dim=2)
        latent = self.squeeze(self._encoded(seen))
        decoded, _ = self.decoder(latent.expand(len(scaled), -1, -1))
        return self.readout(decoded)

    def _encoded(self, seen: Tensor) -> Tensor:
        """The last layer's state behind the last row, [1, batch, width].

        Read from both ends, beside it the one behind the first row.
        """
        _, state = self.encoder(seen)
        hidden = state[0] if isinstance(state, tuple) else state
        if not self.encoder.bidirectional:
            return hidden[-1:]
        return torch.cat([hidden[-2:-1], hidden[-1:]], dim=2)
