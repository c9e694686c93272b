"""The options of train, one for each setting."""

from __future__ import annotations

import argparse
from dataclasses import fields

from .families import FAMILIES, LAYERS, USUAL, Family
from .settings import Settings

_HELP = {
    "family": "what kind of model: " + "; ".join(
        f"{name}, {family.help}" for name, family in FAMILIES.items()),
    "seed": "seed of weights and of the order of training; same seed, same model",
    "layers": "recurrent layers; of an autoencoder's encoder, and as many of its decoder",
    "hidden": "width of each layer; what scoring costs grows with it",
    "latent": "width of the vector every sequence is squeezed through",
    "length": "rows in a sequence; of lstm-forecaster in one that it is trained on, since the "
              "pipeline shows it one row after the other",
    "minimum_length": "rows that are enough where an entity begins; the network then takes any "
                      "length from there to --length (0: --length)",
    "warm_up": "of lstm-forecaster, rows behind a beginning that are taken in and not scored; they "
               "count for nothing in training",
    "mask": "the network is told by a mask what was measured, and takes no notice of the rest",
    "hide": "with --mask, share of training sequences in which more is hidden from the network",
    "epochs": "passes of --sequences-per-epoch sequences",
    "sequences_per_epoch": "sequences drawn at random for one pass",
    "batch": "sequences in one optimiser step",
    "learning_rate": "highest learning rate of the one-cycle schedule",
    "outlier": "error in multiples of a channel's noise from which on it counts linearly",
    "least_noise": "noise that a channel is taken to have at least, in deviations: the less, the more "
                   "what hardly ever moves counts in the loss",
    "corrupt": "share of training sequences in which channels are made to disagree",
    "newest_weight": "how much more the newest row, which is scored, counts in the loss",
    "variance": "of pca, the share of the windows' variance that the components hold",
    "error": "error of the newest row in the exported graph: absolute or squared",
    "ceiling": "an error counts at most as this many times its 0.99 quantile on held-out rows",
    "screen": "a channel drifts, and does not count, whose error grew from the trained rows to the "
              "held-out ones by more than so many times what the median channel's did (0: none)",
    "smoothing": "weight of the newest score in the exponential average",
    "held_out": "share of entities (of rows, with fewer than 5 entities) kept for calibration",
    "per_entity": "each entity's rows are scaled by their own mean and deviation, and its errors "
                  "and scores are calibrated by themselves, on the newest --held-out of its rows",
    "unseen": "with --per-entity, what becomes of entities it has not been trained on: pooled, "
              "they are held against the statistics of all, or not-judged",
    "threads": "threads of PyTorch; a model repeats only with the same number",
}
_CHOICES = {"family": tuple(FAMILIES), "layers": LAYERS, "error": ("absolute", "squared"),
            "unseen": ("pooled", "not-judged")}


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Adds an option for every setting."""
    for field in fields(Settings):
        _add_setting(parser, field.name)


def _add_setting(parser: argparse.ArgumentParser, name: str) -> None:
    option = "--" + name.replace("_", "-")
    if name in ("name", "version"):
        parser.add_argument(option, required=True, help=f"{name} of the bundle")
        return
    default = getattr(Settings, name)
    if isinstance(default, bool):
        parser.add_argument(option, action="store_true", help=_HELP[name])
        return
    told = _usual(name) if name in USUAL else f" (default {default})" if default else ""
    choices = _CHOICES.get(name)
    parser.add_argument(option, type=type(default), default=default, choices=choices,
                        metavar=None if choices else "N",
                        help=_HELP[name] + told)


def _usual(name: str) -> str:
    """What a setting is unless said otherwise, and in which families it is something else."""
    usual = getattr(Family, name)
    others = [f"of {family} {getattr(what, name)}" for family, what in FAMILIES.items()
              if getattr(what, name) != usual]
    return f" (default {'; '.join([str(usual), *others])})"
