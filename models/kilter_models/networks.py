"""The network that settings ask for."""

from __future__ import annotations

from torch import Tensor, nn

from .autoencoder import Autoencoder, Layers
from .network import Frame, Network
from .settings import Settings


def new_network(settings: Settings, mean: Tensor, deviation: Tensor) -> Network:
    """A network of the family asked for, its weights at random."""
    frame = Frame(settings.length, mean, deviation, settings.error, settings.mask)
    cell = nn.GRU if settings.family == "gru-autoencoder" else nn.LSTM
    both_ways = settings.family == "bidirectional-autoencoder"
    return Autoencoder(frame, Layers(settings.hidden, settings.latent, settings.layers, cell,
                                     both_ways))
