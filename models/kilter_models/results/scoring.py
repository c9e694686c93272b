"""What scoring a row costs: the network alone, apart from the pipeline around it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from ..aligned import read_aligned
from ..forecaster import Forecaster
from ..run import load_run
from ..sequences import Sequences, cut_sequences
from ..training import errors_of

BATCH = 32  # what a pipeline file has unless it says otherwise


@dataclass(frozen=True)
class Cost:
    """Seconds, and of how many rows."""

    seconds: float
    rows: int

    def plus(self, other: Cost) -> Cost:
        """Both together."""
        return Cost(self.seconds + other.seconds, self.rows + other.rows)


def cost_of(run: Path, rows: Path) -> Cost:
    """Scores one entity's rows in PyTorch, on one thread, in the pipeline's batches."""
    model = load_run(run)
    settings = model.settings
    sequences = cut_sequences(read_aligned(rows).stretches, settings.shown,
                              min(settings.least, settings.shown),
                              settings.mask)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    started = time.monotonic()
    count = _step_by_step(model.network, sequences) if isinstance(model.network, Forecaster) \
        else len(errors_of(model.network, sequences, BATCH))
    seconds = time.monotonic() - started
    torch.set_num_threads(threads)
    return Cost(seconds, count)


def _step_by_step(network: Forecaster, sequences: Sequences) -> int:
    """A row after the other, as if as many entities as a batch holds had a share of them each."""
    steps = len(sequences) // BATCH
    state = network.beginning(BATCH)
    with torch.no_grad():
        for which in np.arange(steps * BATCH).reshape(BATCH, steps).T:
            row, measured = (torch.from_numpy(take(which, 1)) for take in (sequences.take,
                                                                          sequences.take_mask))
            scaled, mask = network.scale(row), measured if network.masked else None
            forecast, state = network.go_on(scaled, mask, state)
            network.errors(scaled, forecast, mask)
    return steps * BATCH
