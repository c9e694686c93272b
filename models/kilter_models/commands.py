"""What the three commands do, once their arguments are known."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch

from .along import errors_along
from .bundle import write_bundle
from .calibration import calibrate, check_quantiles, measure_ceiling
from .fitting import fit_network
from .forecaster import Forecaster
from .golden import choose_proofs
from .network import Network
from .problem import Problem
from .reading import Sources, read_sources
from .recording import Rows, digest
from .run import Run, load_run, save_run
from .screening import drifting
from .sequences import Sequences, cut_sequences, split_held_out
from .settings import Settings
from .training import Report, errors_of, measure_scaling, scaled_by


def train_run(sources: Sources, settings: Settings, out: Path, report: Report) -> None:
    """Reads recordings, trains, calibrates and leaves a run directory."""
    started = time.monotonic()
    period, channels, rows = read_sources(sources, settings, report)
    names = [channel.name for channel in channels]
    trained, held_out = split_held_out(rows, settings.held_out)
    sequences = sequences_of(trained, names, settings, "to train on")
    held_sequences = sequences_of(held_out, names, settings, "held out")
    report(f"{len(sequences)} sequences to train on, {len(held_sequences)} held out")
    scaling = measure_scaling(scaled_by(sequences, settings.mask), names, rows[0].where, report)
    network = fit_network(sequences, scaling, settings, report)
    errors, starts = _errors(network, held_out, held_sequences, settings)
    _check_measured(~np.isnan(errors).all(axis=0), names, held_out, "held out")
    ceiling = measure_ceiling(errors, settings.ceiling, settings.error)
    network.ceiling.copy_(torch.from_numpy(ceiling))
    screened = _screened(network, (trained, sequences), errors, settings)
    for name in (name for name, left_out in zip(names, screened) if left_out):
        report(f"channel {name} drifts: it does not count in the score")
    calibration = calibrate(np.minimum(errors, ceiling), starts, settings, screened)
    check_quantiles(calibration, held_out[0].where)
    levels = "  ".join(f"{level}: {score:.3f}" for level, score in calibration.quantiles.items())
    report(f"held-out score quantiles  {levels}")
    seconds = round(time.monotonic() - started)
    provenance = provenance_of(sources, settings, (trained, held_out), seconds)
    measured = {**calibration.to_json(),
                "screened": [name for name, left_out in zip(names, screened) if left_out]}
    save_run(out, Run(settings, channels, network, measured, provenance,
                      choose_proofs(held_sequences, scaling, settings), period))
    report(f"written: {out} after {seconds} s")


def export_run(directory: Path, zoo: Path, replace: bool, notes: str, report: Report) -> None:
    """Writes the bundle of a finished run into a zoo."""
    run = load_run(directory)
    run.provenance.update(
        export=f"python -m kilter_models export {directory} --to {zoo}", notes=notes)
    report(f"written: {write_bundle(run, zoo, replace)}")


def sequences_of(entities: list[Rows], names: list[str], settings: Settings,
                 purpose: str) -> Sequences:
    """All sequences of some entities; Problem where there are too few of them."""
    sequences = cut_sequences(entities, settings.length, settings.least, settings.mask)
    if not len(sequences) or sequences.lengths.max() < settings.length:
        shorter = ", or a smaller --length," if settings.length > 1 else ""
        raise Problem(f"{entities[0].where}: no sequence of {settings.length} complete rows is "
                      f"among the rows {purpose}; more rows{shorter} are needed")
    measured = sequences.measured[sequences.newest].any(axis=0)
    _check_measured(measured, names, entities, purpose)
    return sequences


def _check_measured(once: np.ndarray, names: list[str], entities: list[Rows],
                    purpose: str) -> None:
    for name in (name for name, measured in zip(names, once) if not measured):
        raise Problem(f"{entities[0].where}: channel {name} was never measured, only filled in, "
                      f"where sequences end among the rows {purpose}")


def _errors(network: Network, stretches: list[Rows], sequences: Sequences,
            settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """The errors that are scored, and which of them are the first of a stretch."""
    if isinstance(network, Forecaster):
        rows = cut_sequences(stretches, settings.shown, masked=settings.mask)
        return errors_along(network, rows, settings.warm_up, stretches[0].where)
    return errors_of(network, sequences), sequences.starts_entity


def _screened(network: Network, trained: tuple[list[Rows], Sequences], held_out: np.ndarray,
              settings: Settings) -> np.ndarray:
    if settings.screen == 0:
        return np.zeros(held_out.shape[1], dtype=bool)
    return drifting(_errors(network, *trained, settings)[0], held_out, settings.screen)


def provenance_of(sources: Sources, settings: Settings, split: tuple[list[Rows], list[Rows]],
                  seconds: int) -> dict[str, Any]:
    """The `training` object of model.json, and what the model card tells beside it."""
    files = [*sources.recordings, *([sources.labels] if sources.labels else [])]
    counts = [sum(len(each.values) for each in part) for part in split]
    names = [{each.entity for each in part} for part in split]
    return {
        "training": {
            "family": settings.family, "data": digest(files), "rows": counts[0],
            "seed": settings.seed, "date": date.today().isoformat(),
            "versions": {"torch": torch.__version__, "onnx": onnx.__version__},
            "command": sources.command,
        },
        "entities": len(names[0]), "held_out_rows": counts[1],
        "held_out_entities": len(names[1]), "seconds": seconds,
        "recorded_with": sources.recorded_with,
        "split": "by time, the newest rows" if names[0] & names[1] else "other entities",
    }
