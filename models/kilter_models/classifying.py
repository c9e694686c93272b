"""Training a classifier on what labels tell of a recording's faults."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import torch

from .classifier import Classifier
from .commands import provenance_of
from .confusion import measure_confusion
from .corruption import hide
from .golden import choose_proofs
from .labels import class_of_rows, classes_of, read_labels
from .learning import sequences_of
from .network import Frame, seed_everything
from .networks import frame_of
from .problem import Problem
from .reading import Sources, read_sources
from .recording import Rows
from .run import Run, save_run
from .sequences import Sequences, split_held_out
from .settings import Settings
from .training import Report, measure_scaling, scaled_by

LEAST_ENTITIES = 5  # fewer, and split_held_out would not hold out whole ones


def train_classifier(sources: Sources, settings: Settings, out: Path, report: Report) -> None:
    """Reads recordings and labels, trains, tells what is confused, leaves a run directory."""
    started = time.monotonic()
    period, channels, rows = read_sources(sources, settings, report)
    names = [channel.name for channel in channels]
    labels = read_labels(sources.labels, rows)
    classes = classes_of(labels)
    trained, held_out = _split(rows, settings)
    sequences = sequences_of(trained, names, settings, "to train on")
    held_sequences = sequences_of(held_out, names, settings, "held out")
    numbers, held_numbers = (class_of_rows(part, labels)[cut.newest] for part, cut in
                             ((trained, sequences), (held_out, held_sequences)))
    _check_classes(numbers, classes, f"{sources.labels}")
    report(f"{len(sequences)} sequences of {len(classes)} classes to train on, "
           f"{len(held_sequences)} held out")
    scaling = measure_scaling(scaled_by(sequences, settings.mask), names, rows[0].where, report)
    frame = frame_of(settings, *map(torch.from_numpy, scaling))
    network = _fit(frame, sequences, numbers, settings, report)
    confusion = measure_confusion(network, held_sequences, held_numbers, classes)
    report(f"accuracy on held-out entities {confusion.accuracy:.1%}, each class counting the same; "
           "what each (a line) was taken for:")
    for line in confusion.lines():
        report(line)
    seconds = round(time.monotonic() - started)
    provenance = provenance_of(sources, settings, (trained, held_out), seconds)
    save_run(out, Run(settings, channels, network, confusion.to_json(), provenance,
                      choose_proofs(held_sequences, scaling, settings), period))
    report(f"written: {out} after {seconds} s")


def _split(rows: list[Rows], settings: Settings) -> tuple[list[Rows], list[Rows]]:
    count = len({each.entity for each in rows})
    if count < LEAST_ENTITIES:
        raise Problem(f"{rows[0].where}: {count} entities are too few: whole ones are held out to "
                      f"measure what is confused, {LEAST_ENTITIES} are needed")
    return split_held_out(rows, settings.held_out)


def _check_classes(numbers: np.ndarray, classes: list[str], place: str) -> None:
    there = np.bincount(numbers, minlength=len(classes)) > 0
    if there.sum() < 2:
        only = ", ".join(name for name, is_there in zip(classes, there) if is_there)
        raise Problem(f"{place}: all sequences to train on are of one class, {only}: there is "
                      "nothing to tell apart")
    for name in (name for name, is_there in zip(classes, there) if not is_there):
        raise Problem(f"{place}: no sequence to train on ends while it is {name}: longer or more "
                      "recordings are needed, or rows that the labels fit in time")


def _fit(frame: Frame, sequences: Sequences, numbers: np.ndarray, settings: Settings,
         report: Report) -> Classifier:
    """Every class is drawn as often as any other, so that the rare ones are learnt too."""
    seed_everything(settings.seed, settings.threads)
    full = sequences.full
    members = [full[numbers[full] == number] for number in range(numbers.max() + 1)]
    members = [each for each in members if len(each)]
    network = Classifier(frame, settings.hidden, settings.layers, int(numbers.max()) + 1)
    steps = -(-min(settings.sequences_per_epoch, len(full)) // settings.batch)
    optimiser = torch.optim.Adam(network.parameters(), lr=settings.learning_rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, settings.learning_rate, total_steps=steps * settings.epochs)
    choose = np.random.default_rng(settings.seed)
    for epoch in range(1, settings.epochs + 1):
        total = 0.0
        for _ in range(steps):
            which = _draw(members, settings.batch, choose)
            total += _step(network, optimiser, _batch(sequences, which, settings, choose),
                           torch.from_numpy(numbers[which]))
            schedule.step()
        report(f"epoch {epoch}/{settings.epochs}  loss {total / steps:.5f}")
    return network.eval()


def _draw(members: list[np.ndarray], count: int, choose: np.random.Generator) -> np.ndarray:
    kinds = choose.integers(len(members), size=count)
    places = choose.random(count)
    return np.array([members[kind][int(place * len(members[kind]))]
                     for kind, place in zip(kinds, places)])


def _batch(sequences: Sequences, which: np.ndarray, settings: Settings,
           choose: np.random.Generator) -> list[torch.Tensor]:
    """Where lengths vary, half of the batches are shorter; with a mask, more is hidden."""
    shorter = settings.least < settings.length and choose.random() < 0.5
    length = int(choose.integers(settings.least, settings.length)) if shorter else settings.length
    values = torch.from_numpy(sequences.take(which, length))
    if not settings.mask:
        return [values]
    return [values, hide(torch.from_numpy(sequences.take_mask(which, length)), settings.hide)]


def _step(network: Classifier, optimiser: torch.optim.Optimizer, inputs: list[torch.Tensor],
          numbers: torch.Tensor) -> float:
    logits = network.logits(network.scale(inputs[0]), *inputs[1:])
    loss = torch.nn.functional.cross_entropy(logits, numbers)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return loss.item()
