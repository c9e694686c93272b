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

from .along import errors_along
from .bundle import write_bundle
from .calibration import calibrate, check_quantiles, measure_ceiling
from .families import FAMILIES
from .fitting import fit_network
from .forecaster import Forecaster
from .golden import choose_proofs
from .network import Network
from .per_entity import Normal, Scoring, calibrate_entities, measure_scales
from .problem import Problem
from .reading import Sources, read_sources
from .recording import Rows, digest
from .run import Run, load_run, save_run
from .screening import drifting
from .sequences import Sequences, cut_sequences, split_held_out
from .settings import Settings
from .training import Report, errors_of, measure_scaling, scaled_by


@dataclass(frozen=True)
class Held:
    """What was held out, and what is normal for each entity where that matters."""

    rows: list[Rows]
    fitted: list[Rows]  # what the network was trained on, beside it
    names: list[str]  # of the channels
    normal: Normal | None


def train_run(sources: Sources, settings: Settings, out: Path, report: Report) -> None:
    """Reads recordings, trains, calibrates and leaves a run directory."""
    started = time.monotonic()
    period, channels, rows = read_sources(sources, settings, report)
    names = [channel.name for channel in channels]
    trained, held_out = split_held_out(rows, settings.held_out, settings.per_entity)
    sequences = sequences_of(trained, names, settings, "to train on")
    held_sequences = sequences_of(held_out, names, settings, "held out")
    report(f"{len(sequences)} sequences to train on, {len(held_sequences)} held out")
    scaling = measure_scaling(scaled_by(sequences, settings.mask), names, rows[0].where, report)
    normal = measure_scales(trained, scaling, settings.mask) if settings.per_entity else None
    fitted = trained if normal is None else normal.on_common_scale(trained)
    network = fit_network(sequences_of(fitted, names, settings, "to train on"), scaling, settings,
                          report)
    measured, entities = _calibrate(network, Held(held_out, fitted, names, normal), settings,
                                    report)
    seconds = round(time.monotonic() - started)
    provenance = provenance_of(sources, settings, (trained, held_out), seconds)
    save_run(out, Run(settings, channels, network, measured, provenance,
                      choose_proofs(held_sequences, scaling, settings), period, entities))
    report(f"written: {out} after {seconds} s")


def _calibrate(network: Network, held: Held, settings: Settings,
               report: Report) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """What is usual, and what entities.json is to hold if each entity has a scale of its own."""
    errors, starts = _errors(network, held.rows, settings)
    _check_measured(~np.isnan(errors).all(axis=0), held.names, held.rows, "held out")
    moved = held.rows if held.normal is None else held.normal.on_common_scale(held.rows)
    of_known = errors if held.normal is None else _errors(network, moved, settings)[0]
    ceiling = measure_ceiling(of_known, settings.ceiling, settings.error)
    network.ceiling.copy_(torch.from_numpy(ceiling))
    screened = _screened(network, held.fitted, of_known, settings)
    left_out = [name for name, drifts in zip(held.names, screened) if drifts]
    for name in left_out:
        report(f"channel {name} drifts: it does not count in the score")
    calibration = calibrate(np.minimum(errors, ceiling), starts, settings, screened)
    check_quantiles(calibration, held.rows[0].where)
    levels = "  ".join(f"{level}: {score:.3f}" for level, score in calibration.quantiles.items())
    report(f"held-out score quantiles  {levels}")
    usual = {**calibration.to_json(), "screened": left_out}
    if held.normal is None:
        return usual, None
    scoring = Scoring(lambda rows: _entity_errors(network, rows, settings), screened)
    entities = calibrate_entities(held.normal, moved, scoring, settings, report)
    return usual, {"unseen": settings.unseen, "entities": entities}


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


def _errors(network: Network, rows: list[Rows],
            settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """The errors that are scored, and which of them are the first of a stretch."""
    sequences = _as_shown(rows, settings)
    if isinstance(network, Forecaster):
        return errors_along(network, sequences, settings.warm_up, rows[0].where)
    return errors_of(network, sequences), sequences.starts_entity


def _entity_errors(network: Network, rows: list[Rows],
                   settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """The same of one entity: none where it has too few rows."""
    sequences = _as_shown(rows, settings)
    begins = np.append(np.flatnonzero(sequences.starts_entity), len(sequences))
    warm_up = settings.warm_up if isinstance(network, Forecaster) else 0
    if np.diff(begins).max(initial=0) <= warm_up:
        return np.empty((0, sequences.rows.shape[1])), np.empty(0, bool)
    return _errors(network, rows, settings)


def _as_shown(rows: list[Rows], settings: Settings) -> Sequences:
    """Rows as the exported network is shown them."""
    least = 1 if FAMILIES[settings.family].carries_state else settings.least
    return cut_sequences(rows, settings.shown, least, settings.mask)


def _screened(network: Network, fitted: list[Rows], held_out: np.ndarray,
              settings: Settings) -> np.ndarray:
    if settings.screen == 0:
        return np.zeros(held_out.shape[1], dtype=bool)
    return drifting(_errors(network, fitted, settings)[0], held_out, settings.screen)


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
