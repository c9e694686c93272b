"""The families of models: what each is, and what only some of them know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    """One way to say what is expected of a sequence."""

    title: str  # as the model card begins
    help: str
    length: int = 48  # unless --length says otherwise
    error: str = "squared"  # unless --error says otherwise
    options: tuple[str, ...] = ()  # those of SOME that mean something to it

    @property
    def learns(self) -> bool:
        """Whether a network is trained, step by step."""
        return "epochs" in self.options


_LEARNING = ("layers", "hidden", "latent", "hide", "epochs", "sequences_per_epoch", "batch",
             "learning_rate", "outlier", "corrupt", "newest_weight", "minimum_length")
SOME = (*_LEARNING, "variance")  # options of some families only

FAMILIES = {
    "lstm-autoencoder": Family(
        "An LSTM autoencoder", "LSTM layers to a latent vector and back", options=_LEARNING),
    "gru-autoencoder": Family(
        "A GRU autoencoder", "the same of GRU layers, three gates' weights where LSTM has four",
        options=_LEARNING),
    "bidirectional-autoencoder": Family(
        "A bidirectional LSTM autoencoder",
        "an LSTM encoder that reads the rows from both ends, and a decoder as above",
        options=_LEARNING),
    "pca": Family(
        "Principal components", "the leading principal components of windows of 10 rows",
        length=10, options=("variance",)),
    "z-score": Family(
        "A z-score", "every channel is expected at its mean, row by row",
        length=1, error="absolute", options=("minimum_length",)),
    "given-errors": Family(
        "Given errors", "the values are errors that something else computed; they are only judged",
        length=1, error="absolute"),
}
LAYERS = (1, 2, 4)
