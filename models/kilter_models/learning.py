"""From normal rows to a calibrated network: what `train` does between reading and writing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from .along import errors_along
from .calibration import calibrate, check_quantiles, measure_ceiling
from .families import FAMILIES
from .fitting import fit_network
from .forecaster import Forecaster
from .network import Network
from .per_entity import Normal, Scoring, Spread, calibrate_entities, measure_scales
from .problem import Problem
from .recording import Rows
from .screening import drifting
from .sequences import Sequences, cut_sequences, split_held_out
from .settings import Settings
from .training import Report, errors_of, measure_scaling, scaled_by


@dataclass(frozen=True)
class _Held:
    """What was held out, and what is normal for each entity where that matters."""

    rows: list[Rows]
    fitted: list[Rows]  # what the network was trained on, beside it
    names: list[str]  # of the channels
    normal: Normal | None


@dataclass(frozen=True)
class Learned:
    """A network, what is usual of its errors, and the rows that it was trained and held out on."""

    network: Network
    usual: dict[str, Any]  # per channel, with quantiles
    entities: dict[str, Any] | None  # what entities.json is to hold
    normal: Normal | None
    scaling: Spread
    trained: list[Rows]
    held_out: list[Rows]


def learn(rows: list[Rows], names: list[str], settings: Settings, report: Report) -> Learned:
    """Trains on the older rows or on most entities, and calibrates on what is held out."""
    trained, held_out = split_held_out(rows, settings.held_out, settings.per_entity)
    sequences = sequences_of(trained, names, settings, "to train on")
    held_sequences = sequences_of(held_out, names, settings, "held out")
    report(f"{len(sequences)} sequences to train on, {len(held_sequences)} held out")
    scaling = measure_scaling(scaled_by(sequences, settings.mask), names, rows[0].where, report)
    normal = measure_scales(trained, scaling, settings.mask) if settings.per_entity else None
    fitted = trained if normal is None else normal.on_common_scale(trained)
    network = fit_network(sequences_of(fitted, names, settings, "to train on"), scaling, settings,
                          report)
    usual, entities = _calibrate(network, _Held(held_out, fitted, names, normal), settings, report)
    return Learned(network, usual, entities, normal, scaling, trained, held_out)


def _calibrate(network: Network, held: _Held, settings: Settings,
               report: Report) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """What is usual, and what entities.json is to hold if each entity has a scale of its own."""
    errors, starts = errors_on(network, held.rows, settings)
    _check_measured(~np.isnan(errors).all(axis=0), held.names, held.rows, "held out")
    moved = held.rows if held.normal is None else held.normal.on_common_scale(held.rows)
    of_known = errors if held.normal is None else errors_on(network, moved, settings)[0]
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


def errors_on(network: Network, rows: list[Rows],
            settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """The errors that are scored, and which of them are the first of a stretch."""
    sequences = as_shown(rows, settings)
    if isinstance(network, Forecaster):
        return errors_along(network, sequences, settings.warm_up, rows[0].where)
    return errors_of(network, sequences), sequences.starts_entity


def _entity_errors(network: Network, rows: list[Rows],
                   settings: Settings) -> tuple[np.ndarray, np.ndarray]:
    """The same of one entity: none where it has too few rows."""
    sequences = as_shown(rows, settings)
    begins = np.append(np.flatnonzero(sequences.starts_entity), len(sequences))
    warm_up = settings.warm_up if isinstance(network, Forecaster) else 0
    if np.diff(begins).max(initial=0) <= warm_up:
        return np.empty((0, sequences.rows.shape[1])), np.empty(0, bool)
    return errors_on(network, rows, settings)


def as_shown(rows: list[Rows], settings: Settings) -> Sequences:
    """Rows as the exported network is shown them."""
    least = 1 if FAMILIES[settings.family].carries_state else settings.least
    return cut_sequences(rows, settings.shown, least, settings.mask)


def _screened(network: Network, fitted: list[Rows], held_out: np.ndarray,
              settings: Settings) -> np.ndarray:
    if settings.screen == 0:
        return np.zeros(held_out.shape[1], dtype=bool)
    return drifting(errors_on(network, fitted, settings)[0], held_out, settings.screen)
