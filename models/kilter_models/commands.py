"""What the three commands do, once their arguments are known."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch

from .bundle import write_bundle
from .calibration import calibrate, measure_ceiling
from .channels import Channel, read_channels
from .golden import choose_proof
from .problem import Problem
from .recording import Rows, digest, first_channels, read_recording
from .run import Run, load_run, save_run
from .sequences import Sequences, check_enough, cut_sequences, split_held_out
from .settings import Settings
from .training import Report, errors_of, measure_scaling, train


@dataclass(frozen=True)
class Sources:
    """Where a training's data comes from, and the words that tell how it came about."""

    recordings: list[Path]
    channels: Path | None
    command: str
    recorded_with: str


def train_run(sources: Sources, settings: Settings, out: Path, report: Report) -> None:
    """Reads recordings, trains, calibrates and leaves a run directory."""
    started = time.monotonic()
    channels = _channels(sources, report)
    rows = _rows(sources, channels, settings, report)
    trained, held_out = split_held_out(rows, settings.held_out)
    sequences = _sequences(trained, settings, "to train on")
    held_sequences = _sequences(held_out, settings, "held out")
    report(f"{len(sequences)} sequences to train on, {len(held_sequences)} held out")
    names = [channel.name for channel in channels]
    scaling = measure_scaling(sequences.rows, names, rows[0].where, report)
    network = train(sequences, scaling, settings, report)
    errors = errors_of(network, held_sequences)
    ceiling = measure_ceiling(errors, settings.ceiling, settings.error)
    network.ceiling.copy_(torch.from_numpy(ceiling))
    calibration = calibrate(np.minimum(errors, ceiling), held_sequences.starts_entity,
                            settings.smoothing, settings.error)
    levels = "  ".join(f"{level}: {score:.3f}" for level, score in calibration.quantiles.items())
    report(f"held-out score quantiles  {levels}")
    seconds = round(time.monotonic() - started)
    provenance = _provenance(sources, settings, (trained, held_out), seconds)
    save_run(out, Run(settings, channels, network, calibration.to_json(), provenance,
                      choose_proof(held_sequences, *scaling)))
    report(f"written: {out} after {seconds} s")


def export_run(directory: Path, zoo: Path, replace: bool, notes: str, report: Report) -> None:
    """Writes the bundle of a finished run into a zoo."""
    run = load_run(directory)
    run.provenance.update(
        export=f"python -m kilter_models export {directory} --to {zoo}", notes=notes)
    report(f"written: {write_bundle(run, zoo, replace)}")


def _channels(sources: Sources, report: Report) -> list[Channel]:
    if sources.channels is not None:
        return read_channels(sources.channels)
    channels = first_channels(sources.recordings[0])
    names = ", ".join(channel.name for channel in channels)
    report(f"warning: no --channels given; taken from the first event, without units: {names}")
    if not channels:
        raise Problem(f"{sources.recordings[0]}:1: the first event has no values")
    return channels


def _rows(sources: Sources, channels: list[Channel], settings: Settings,
          report: Report) -> list[Rows]:
    rows: list[Rows] = []
    for path in sources.recordings:
        read = read_recording(path, channels)
        count = sum(len(each.values) for each in read)
        report(f"{path}: {count} rows of {len(read)} entities")
        rows += read
    check_enough(rows, settings.length, [channel.name for channel in channels])
    return rows


def _sequences(entities: list[Rows], settings: Settings, purpose: str) -> Sequences:
    sequences = cut_sequences(entities, settings.length)
    if not len(sequences):
        raise Problem(f"{entities[0].where}: no {settings.length} complete rows in a row are "
                      f"among the rows {purpose}; more rows, or a smaller --length, are needed")
    return sequences


def _provenance(sources: Sources, settings: Settings, split: tuple[list[Rows], list[Rows]],
                seconds: int) -> dict[str, Any]:
    counts = [sum(len(each.values) for each in part) for part in split]
    names = [{each.entity for each in part} for part in split]
    return {
        "training": {
            "data": digest(sources.recordings), "rows": counts[0], "seed": settings.seed,
            "date": date.today().isoformat(),
            "versions": {"torch": torch.__version__, "onnx": onnx.__version__},
            "command": sources.command,
        },
        "entities": len(names[0]), "held_out_rows": counts[1],
        "held_out_entities": len(names[1]), "seconds": seconds,
        "recorded_with": sources.recorded_with,
        "split": "by time, the newest rows" if names[0] & names[1] else "other entities",
    }
