"""The network that settings ask for."""

from __future__ import annotations

from torch import Tensor, nn

from .autoencoder import Autoencoder, Layers
from .baselines import Components, Mean
from .classifier import Classifier
from .families import FAMILIES
from .forecaster import Forecaster
from .network import Frame, Network
from .settings import Settings


def frame_of(settings: Settings, mean: Tensor, deviation: Tensor) -> Frame:
    """What a network of any family has."""
    return Frame(settings.shown, mean, deviation, settings.error, settings.mask)


def new_network(settings: Settings, frame: Frame) -> Network:
    """A network of the family asked for, its weights at random."""
    if FAMILIES[settings.family].carries_state:
        return Forecaster(frame, settings.hidden, settings.layers)
    cell = nn.GRU if settings.family == "gru-autoencoder" else nn.LSTM
    both_ways = settings.family == "bidirectional-autoencoder"
    return Autoencoder(frame, Layers(settings.hidden, settings.latent, settings.layers, cell,
                                     both_ways))


def restored_network(settings: Settings, tensors: dict[str, Tensor]) -> Network:
    """The network that a run left."""
    network = _with_shapes(settings, tensors)
    network.load_state_dict(tensors)
    return network.eval()


def _with_shapes(settings: Settings, tensors: dict[str, Tensor]) -> Network:
    frame = frame_of(settings, tensors["mean"], tensors["deviation"])
    if settings.family == "lstm-classifier":
        return Classifier(frame, settings.hidden, settings.layers, len(tensors["dense.bias"]))
    if settings.family == "pca":
        return Components(frame, tensors["components"], tensors["offset"])
    if settings.family in ("z-score", "given-errors"):
        return Mean(frame)
    return new_network(settings, frame)
