"""What the model card of a classifier tells."""

from __future__ import annotations

from typing import Any

from .run import Run


def classifier_opening(run: Run, lengths: str) -> str:
    """What it does, in three sentences."""
    settings, classes = run.settings, run.errors["classes"]
    layers = "an LSTM" if settings.layers == 1 else f"{settings.layers} LSTM layers"
    return (f"{lengths} rows of {len(run.channels)} channels go through {layers} of "
            f"{settings.hidden}, and what is left behind the last row says which of "
            f"{len(classes)} classes they are of. It scores nothing: it is run on sequences that "
            "another model finds odd. `normal` is what no label is about: a false alarm should be "
            "told as such.")


def classifier_channels(run: Run) -> list[str]:
    """The channels and how they are scaled."""
    scaling = zip(run.network.mean.tolist(), run.network.deviation.tolist())
    return ["## Channels", "", "| channel | unit | training mean | deviation |", "|---|---|---|---|",
            *(f"| {channel.name} | {channel.unit} | {mean:.5g} | {deviation:.4g} |"
              for channel, (mean, deviation) in zip(run.channels, scaling)), ""]


def confusion_table(measured: dict[str, Any]) -> list[str]:
    """What sequences of held-out entities were taken for."""
    classes = measured["classes"]
    return ["## Confusion on held-out entities", "",
            f"Each class counting the same, {measured['accuracy']:.1%} of the sequences are named "
            "right. A line is what they are, in numbers of sequences; a column what they were "
            "taken for. A fault grows slowly: where it has only begun, there is nothing to see yet.",
            "", "| | " + " | ".join(classes) + " |", "|---|" + "---|" * len(classes),
            *(f"| **{name}** | " + " | ".join(map(str, counts)) + " |"
              for name, counts in zip(classes, measured["confusion"])), ""]
