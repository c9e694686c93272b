"""A forecaster run along whole stretches of rows, its state going on, as the pipeline runs it."""

from __future__ import annotations

import numpy as np
import torch

from .forecaster import Forecaster
from .problem import Problem
from .sequences import Sequences

_TOGETHER = 32  # stretches side by side
_AT_ONCE = 1024  # rows of each


def errors_along(network: Forecaster, rows: Sequences, warm_up: int,
                 where: str) -> tuple[np.ndarray, np.ndarray]:
    """Errors [row, channel] of the rows that are scored, and which of those are a stretch's first.

    Of each stretch the first rows are taken in and not scored. NaN where not measured.
    """
    errors = np.empty((len(rows), rows.rows.shape[1]))
    stretches = np.split(np.arange(len(rows)), np.flatnonzero(rows.starts_entity)[1:])
    by_length = sorted(stretches, key=len)
    for first in range(0, len(by_length), _TOGETHER):
        _run(network, rows, by_length[first:first + _TOGETHER], errors)
    errors[~rows.measured[rows.newest]] = np.nan
    scored = [stretch[warm_up:] for stretch in stretches if len(stretch) > warm_up]
    if not scored:
        raise Problem(f"{where}: no stretch of the rows held out has more than the {warm_up} rows "
                      "of --warm-up; more rows, or a smaller --warm-up, are needed")
    starts = np.concatenate([np.arange(len(stretch)) == 0 for stretch in scored])
    return errors[np.concatenate(scored)], starts


def _run(network: Forecaster, rows: Sequences, stretches: list[np.ndarray],
         errors: np.ndarray) -> None:
    """Writes the errors of stretches side by side; one that is over goes on with its last row."""
    longest = len(stretches[-1])
    steps = np.stack([np.pad(each, (0, longest - len(each)), mode="edge") for each in stretches],
                     axis=1)
    state = network.beginning(len(stretches))
    with torch.no_grad():
        for first in range(0, longest, _AT_ONCE):
            which = steps[first:first + _AT_ONCE]
            found, state = _go_on(network, rows, which, state)
            fresh = np.arange(first, first + len(which))[:, None] < list(map(len, stretches))
            errors[which[fresh]] = found[fresh]


def _go_on(network: Forecaster, rows: Sequences, which: np.ndarray,
           state: tuple) -> tuple[np.ndarray, tuple]:
    values, measured = (torch.from_numpy(take(which.ravel(), 1)[0].reshape(*which.shape, -1))
                        for take in (rows.take, rows.take_mask))
    scaled, mask = network.scale(values), measured if network.masked else None
    forecasts, state = network.go_on(scaled, mask, state)
    return network.errors(scaled, forecasts, mask).numpy(), state
