"""The families of models: what each is, and which options mean something to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    """One way to say what is expected of a sequence."""

    title: str  # as the model card begins
    help: str


FAMILIES = {
    "lstm-autoencoder": Family(
        "An LSTM autoencoder", "LSTM layers to a latent vector and back"),
    "gru-autoencoder": Family(
        "A GRU autoencoder", "the same of GRU layers, three gates' weights where LSTM has four"),
    "bidirectional-autoencoder": Family(
        "A bidirectional LSTM autoencoder",
        "an LSTM encoder that reads the rows from both ends, and a decoder as above"),
}
LAYERS = (1, 2, 4)
