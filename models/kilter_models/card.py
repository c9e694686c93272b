"""The model card: what a model is, how it was made, what it is good for."""

from __future__ import annotations

from typing import Any

from .card_classifier import classifier_channels, classifier_opening, confusion_table
from .families import FAMILIES
from .run import Run
from .settings import Settings


def model_card(run: Run, contract: dict[str, Any], graph_bytes: int) -> str:
    """The README.md of a bundle, written from what is known about its run."""
    settings, training = run.settings, contract["training"]
    lengths = f"{settings.least} to {settings.length}" if settings.least < settings.length \
        else f"{settings.length}"
    return "\n".join([
        f"# {settings.name}/{settings.version}", "",
        f"{FAMILIES[settings.family].title}: {_opening(run, lengths)}", "",
        f"Family `{settings.family}`. {graph_bytes / 1024:.0f} KiB, float32, ONNX opset 15, "
        "dynamic batch, CPU or GPU.", "",
        *_measured(run, contract, training),
        *(["## Measured", "", run.provenance["notes"].strip(), ""]
          if run.provenance.get("notes") else []),
        *_limits(run), ""])


def _measured(run: Run, contract: dict[str, Any], training: dict[str, Any]) -> list[str]:
    if FAMILIES[run.settings.family].classifies:
        return [*classifier_channels(run), *_making(run, training, "measure"),
                *confusion_table(run.errors)]
    return [*_channels(run, contract), *_entities(run), *_making(run, training, "calibrate"),
            *_calibration(contract)]


def _opening(run: Run, lengths: str) -> str:
    settings = run.settings
    if FAMILIES[settings.family].classifies:
        return classifier_opening(run, lengths)
    return (f"{_what_it_does(run, lengths)} The score is built from the newest row's {settings.error} error, per channel, in "
            "deviations from the training mean, and counts at most as "
            f"{settings.ceiling:g} times what one held-out row in a hundred exceeds.")


def _what_it_does(run: Run, lengths: str) -> str:
    settings, channels = run.settings, len(run.channels)
    if settings.family == "z-score":
        return f"what is expected of each of {channels} channels is its mean in training."
    if settings.family == "given-errors":
        return f"the values of {channels} channels are errors that something else computed."
    if settings.family == "pca":
        return (f"{lengths} rows of {channels} channels are rebuilt from the "
                f"{run.network.components.shape[1]} leading components of normal ones, which hold "
                f"{settings.variance:.0%} of their variance. What is not in these is unusual.")
    if settings.family == "lstm-forecaster":
        return (f"rows of {channels} channels go one by one through {_layers(settings)}, whose "
                "state says of each what is expected of it before it is seen. What is otherwise "
                f"is unusual. After a beginning the first {settings.warm_up} rows are not scored.")
    both_ways = settings.family == "bidirectional-autoencoder"
    return (f"{lengths} rows of {channels} channels go through {_layers(settings, both_ways)}, "
            f"a latent vector of {settings.latent} and {_layers(settings)} back to {lengths} "
            "rows. What it cannot rebuild is unusual.")


def _layers(settings: Settings, both_ways: bool = False) -> str:
    kind = "GRU" if settings.family.startswith("gru") else "LSTM"
    ways = " in both directions" if both_ways else ""
    if settings.layers == 1:
        return f"{'a' if kind == 'GRU' else 'an'} {kind} of {settings.hidden}{ways}"
    return f"{settings.layers} {kind} layers of {settings.hidden}{ways}"


def _channels(run: Run, contract: dict[str, Any]) -> list[str]:
    scaling = zip(run.network.mean.tolist(), run.network.deviation.tolist())
    errors = contract["errors"]
    lines = ["## Channels", "",
             "| channel | unit | training mean | deviation | usual error | its deviation |",
             "|---|---|---|---|---|---|"]
    for index, (channel, (mean, deviation)) in enumerate(zip(run.channels, scaling)):
        lines.append(f"| {channel.name} | {channel.unit} | {mean:.5g} | {deviation:.4g} "
                     f"| {errors['mean'][index]:.4g} | {errors['deviation'][index]:.4g} |")
    return [*lines, ""]


def _entities(run: Run) -> list[str]:
    if run.entities is None:
        return []
    others = "not judged" if run.entities["unseen"] == "not-judged" else "held against the above"
    return ["## Entities", "",
            f"Each of {len(run.entities['entities'])} entities is scaled by its own mean and "
            "deviation and held against its own errors and quantiles, which are in "
            f"`entities.json`; others are {others}.", ""]


def _making(run: Run, training: dict[str, Any], held_out_to: str) -> list[str]:
    versions = ", ".join(f"{name} {version}" for name, version in training["versions"].items())
    before = run.provenance.get("recorded_with")
    return ["## How it was made", "",
            f"On {training['date']} with {versions}, in {run.provenance['seconds']} s on "
            f"{run.settings.threads} thread(s):", "", "```",
            *([before] if before else []), training["command"], run.provenance["export"],
            "```", "",
            f"{training['rows']} rows of {run.provenance['entities']} entities to train on, "
            f"{run.provenance['held_out_rows']} rows of {run.provenance['held_out_entities']} to "
            f"{held_out_to} on ({run.provenance['split']}). SHA-256 of the recording: "
            f"`{training['data']}`.", ""]


def _calibration(contract: dict[str, Any]) -> list[str]:
    lines = ["## Scores on held-out normal rows", "",
             f"After an exponential average with weight {contract['smoothing']['weight']}:", "",
             "| quantile | score |", "|---|---|"]
    return [*lines, *(f"| {level} | {score:.4g} |"
                      for level, score in contract["quantiles"].items()), ""]


def _limits(run: Run) -> list[str]:
    rate = (f"One row per {run.period}: it is wrong at another period." if run.period else
            "One row per event: it was trained on the recording's event rate and is wrong at "
            "another one.")
    holes = ("It is told by a mask what was measured; with less than all channels it knows less."
             if run.settings.mask else
             "All channels must be present; a sequence with a hole is not scored.")
    return ["## Limits", "",
            "- It knows the machines and the ways of running it was trained on, nothing else: a "
            "new normal looks like a fault until it is trained again.",
            f"- {rate}", f"- {holes}"]
