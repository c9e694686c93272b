"""What scoring a row costs: the network alone, apart from the pipeline around it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import torch

from ..aligned import read_aligned
from ..run import load_run
from ..sequences import cut_sequences
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
    sequences = cut_sequences(read_aligned(rows).stretches, settings.length, settings.least,
                              settings.mask)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    started = time.monotonic()
    errors_of(model.network, sequences, BATCH)
    seconds = time.monotonic() - started
    torch.set_num_threads(threads)
    return Cost(seconds, len(sequences))
