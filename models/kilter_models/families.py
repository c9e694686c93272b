"""The families of models: what each is, and what only some of them know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Family:
    """One way to say what is expected of a sequence."""

    title: str  # as the model card begins
    help: str
    carries_state: bool = False  # takes row after row, and goes on from the state before
    classifies: bool = False  # names what is wrong, and scores nothing
    options: tuple[str, ...] = ()  # those of SOME that mean something to it
    # What a setting is unless its option says otherwise:
    length: int = 48
    error: str = "squared"
    hidden: int = 32
    epochs: int = 14
    sequences_per_epoch: int = 100_000
    batch: int = 256

    @property
    def learns(self) -> bool:
        """Whether a network is trained, step by step."""
        return "epochs" in self.options


USUAL = ("length", "error", "hidden", "epochs", "sequences_per_epoch", "batch")
_LEARNING = ("layers", "hidden", "hide", "epochs", "sequences_per_epoch", "batch",
             "learning_rate", "outlier", "least_noise")
_REBUILDING = (*_LEARNING, "latent", "corrupt", "newest_weight", "minimum_length")
_SCORING = ("error", "ceiling", "screen", "smoothing")
SOME = (*_REBUILDING, *_SCORING, "variance", "warm_up")  # options of some families only

FAMILIES = {
    "lstm-autoencoder": Family(
        "An LSTM autoencoder", "LSTM layers to a latent vector and back",
        options=(*_REBUILDING, *_SCORING)),
    "gru-autoencoder": Family(
        "A GRU autoencoder", "the same of GRU layers, three gates' weights where LSTM has four",
        options=(*_REBUILDING, *_SCORING)),
    "bidirectional-autoencoder": Family(
        "A bidirectional LSTM autoencoder",
        "an LSTM encoder that reads the rows from both ends, and a decoder as above",
        options=(*_REBUILDING, *_SCORING)),
    "lstm-forecaster": Family(
        "An LSTM forecaster", "LSTM layers whose state goes on from row to row, read out before "
        "each row is seen", carries_state=True, options=(*_LEARNING, *_SCORING, "warm_up"),
        length=96, hidden=64, epochs=6, sequences_per_epoch=3_200, batch=16),
    "lstm-classifier": Family(
        "An LSTM classifier", "LSTM layers whose last state says which fault it is, of those that "
        "--labels tell", classifies=True,
        options=("layers", "hidden", "hide", "epochs", "sequences_per_epoch", "batch",
                 "learning_rate", "minimum_length"), epochs=10, sequences_per_epoch=40_000),
    "pca": Family(
        "Principal components", "the leading principal components of windows of 10 rows",
        length=10, options=(*_SCORING, "variance")),
    "z-score": Family(
        "A z-score", "every channel is expected at its mean, row by row",
        length=1, error="absolute", options=(*_SCORING, "minimum_length")),
    "given-errors": Family(
        "Given errors", "the values are errors that something else computed; they are only judged",
        length=1, error="absolute", options=_SCORING),
}
LAYERS = (1, 2, 4)
