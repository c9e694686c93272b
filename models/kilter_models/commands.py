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

from .aligned import AlignedRows, is_aligned, read_aligned
from .bundle import write_bundle
from .calibration import calibrate, check_quantiles, measure_ceiling
from .channels import Channel, read_channels
from .fitting import fit_network
from .golden import choose_proofs
from .problem import Problem
from .recording import Rows, digest, first_channels, read_recording
from .run import Run, load_run, save_run
from .sequences import Sequences, check_enough, cut_sequences, split_held_out
from .settings import Settings
from .training import Report, errors_of, measure_scaling, scaled_by


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
    period, channels, rows = _read(sources, settings, report)
    names = [channel.name for channel in channels]
    trained, held_out = split_held_out(rows, settings.held_out)
    sequences = _sequences(trained, names, settings, "to train on")
    held_sequences = _sequences(held_out, names, settings, "held out")
    report(f"{len(sequences)} sequences to train on, {len(held_sequences)} held out")
    scaling = measure_scaling(scaled_by(sequences, settings.mask), names, rows[0].where, report)
    network = fit_network(sequences, scaling, settings, report)
    errors = errors_of(network, held_sequences)
    ceiling = measure_ceiling(errors, settings.ceiling, settings.error)
    network.ceiling.copy_(torch.from_numpy(ceiling))
    calibration = calibrate(np.minimum(errors, ceiling), held_sequences.starts_entity,
                            settings.smoothing, settings.error)
    check_quantiles(calibration, held_out[0].where)
    levels = "  ".join(f"{level}: {score:.3f}" for level, score in calibration.quantiles.items())
    report(f"held-out score quantiles  {levels}")
    seconds = round(time.monotonic() - started)
    provenance = _provenance(sources, settings, (trained, held_out), seconds)
    save_run(out, Run(settings, channels, network, calibration.to_json(), provenance,
                      choose_proofs(held_sequences, scaling, settings), period))
    report(f"written: {out} after {seconds} s")


def export_run(directory: Path, zoo: Path, replace: bool, notes: str, report: Report) -> None:
    """Writes the bundle of a finished run into a zoo."""
    run = load_run(directory)
    run.provenance.update(
        export=f"python -m kilter_models export {directory} --to {zoo}", notes=notes)
    report(f"written: {write_bundle(run, zoo, replace)}")


def _read(sources: Sources, settings: Settings,
          report: Report) -> tuple[str | None, list[Channel], list[Rows]]:
    """The period, the channels and the rows of all files."""
    aligned = [is_aligned(path) for path in sources.recordings]
    if any(aligned):
        if not all(aligned):
            raise Problem(f"{sources.recordings[aligned.index(False)]}: no aligned rows, while "
                          f"{sources.recordings[aligned.index(True)]} has some")
        period, channels, rows = _read_aligned(sources, settings, report)
    else:
        period, channels = None, _channels(sources, report)
        rows = [each for path in sources.recordings
                for each in _told(path, read_recording(path, channels), report)]
    check_enough(rows, settings.length, [channel.name for channel in channels])
    return period, channels, rows


def _read_aligned(sources: Sources, settings: Settings,
                  report: Report) -> tuple[str | None, list[Channel], list[Rows]]:
    if sources.channels is not None:
        raise Problem(f"--channels {sources.channels}: aligned rows say themselves what their "
                      "channels are")
    files = [read_aligned(path) for path in sources.recordings]
    for path, file in zip(sources.recordings, files):
        if (file.period, file.channels) != (files[0].period, files[0].channels):
            raise Problem(f"{path}:1: other channels or another period than in "
                          f"{sources.recordings[0]}")
        _check_fills(path, file, settings)
    rows = [each for path, file in zip(sources.recordings, files)
            for each in _told(path, file.stretches, report)]
    return files[0].period, files[0].channels, rows


def _check_fills(path: Path, file: AlignedRows, settings: Settings) -> None:
    for channel in file.channels:
        if channel.fill in ("linear", "none") and not settings.mask:
            raise Problem(f"{path}:1: channel {channel.name}: fill '{channel.fill}' needs --mask: "
                          "without it the model would take for measured what is not")


def _told(path: Path, rows: list[Rows], report: Report) -> list[Rows]:
    count = sum(len(each.values) for each in rows)
    report(f"{path}: {count} rows of {len({each.entity for each in rows})} entities")
    return rows


def _channels(sources: Sources, report: Report) -> list[Channel]:
    if sources.channels is not None:
        return read_channels(sources.channels)
    channels = first_channels(sources.recordings[0])
    names = ", ".join(channel.name for channel in channels)
    report(f"warning: no --channels given; taken from the first event, without units: {names}")
    if not channels:
        raise Problem(f"{sources.recordings[0]}:1: the first event has no values")
    return channels


def _sequences(entities: list[Rows], names: list[str], settings: Settings,
               purpose: str) -> Sequences:
    sequences = cut_sequences(entities, settings.length, settings.least, settings.mask)
    if not len(sequences) or sequences.lengths.max() < settings.length:
        shorter = ", or a smaller --length," if settings.length > 1 else ""
        raise Problem(f"{entities[0].where}: no sequence of {settings.length} complete rows is "
                      f"among the rows {purpose}; more rows{shorter} are needed")
    measured = sequences.measured[sequences.newest].any(axis=0)
    for name in (name for name, once in zip(names, measured) if not once):
        raise Problem(f"{entities[0].where}: channel {name} was never measured, only filled in, "
                      f"where sequences end among the rows {purpose}")
    return sequences


def _provenance(sources: Sources, settings: Settings, split: tuple[list[Rows], list[Rows]],
                seconds: int) -> dict[str, Any]:
    counts = [sum(len(each.values) for each in part) for part in split]
    names = [{each.entity for each in part} for part in split]
    return {
        "training": {
            "family": settings.family, "data": digest(sources.recordings), "rows": counts[0],
            "seed": settings.seed, "date": date.today().isoformat(),
            "versions": {"torch": torch.__version__, "onnx": onnx.__version__},
            "command": sources.command,
        },
        "entities": len(names[0]), "held_out_rows": counts[1],
        "held_out_entities": len(names[1]), "seconds": seconds,
        "recorded_with": sources.recorded_with,
        "split": "by time, the newest rows" if names[0] & names[1] else "other entities",
    }
