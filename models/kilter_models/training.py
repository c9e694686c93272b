"""Training: scaling, the optimiser's loop and its progress."""

from __future__ import annotations

import time
from typing import Callable

import numpy as np
import torch

from .losses import loss_of
from .network import Frame, Network, seed_everything
from .networks import new_network
from .problem import Problem
from .sequences import Sequences
from .settings import Settings

Report = Callable[[str], None]


def measure_scaling(rows: np.ndarray, names: list[str], where: str,
                    report: Report) -> tuple[np.ndarray, np.ndarray]:
    """Mean and deviation per channel, NaN left out; a constant channel's is floored."""
    exact = rows.astype(np.float64)
    mean, found = np.nanmean(exact, axis=0), np.nanstd(exact, axis=0)
    deviation = floored(mean, found)
    constant = deviation != found
    if constant.all():
        raise Problem(f"{where}: every channel is constant ({', '.join(names)}): there is nothing "
                      "to learn")
    for column, name in enumerate(names):
        if constant[column]:
            report(f"{where}: warning: channel {name} is constant at {mean[column]:g}; "
                   f"its deviation is taken as {deviation[column]:g}")
    return mean.astype(np.float32), deviation.astype(np.float32)


def floored(mean: np.ndarray, deviation: np.ndarray) -> np.ndarray:
    """Deviations to divide by: of a constant a hundredth of it, or 1 where it is 0."""
    floor = np.where(mean == 0, 1.0, np.abs(mean) / 100)
    return np.where(deviation <= 1e-6 * np.abs(mean), floor, deviation)


def scaled_by(sequences: Sequences, masked: bool) -> np.ndarray:
    """The rows that scaling is measured on: complete ones, or with a mask all, as measured."""
    if masked:
        return np.where(sequences.measured, sequences.rows, np.float32(np.nan))
    return sequences.rows[~np.isnan(sequences.rows).any(axis=1)]


def measure_noise(rows: np.ndarray, deviation: np.ndarray, least: float) -> np.ndarray:
    """What each channel jitters by from row to row, in deviations, robustly, and at least so much.

    An error in these units is as bad in one channel as in another. In plain deviations a channel
    that is nothing but noise would be the one most worth learning by heart.
    """
    jumps = np.array([_jump(column) for column in rows.T]) / (0.6745 * 2 ** 0.5)
    return np.maximum(jumps / deviation, least).astype(np.float32)


def _jump(column: np.ndarray) -> float:
    """The median jump from row to row; of a channel never measured in two rows running, between."""
    jumps = np.diff(column)
    if np.isnan(jumps).all():
        jumps = np.diff(column[~np.isnan(column)])
    return float(np.nanmedian(np.abs(jumps))) if len(jumps) else 0.0


def train(sequences: Sequences, frame: Frame, settings: Settings, report: Report) -> Network:
    """Trains a network on normal sequences; repeatable for one seed on one machine."""
    seed_everything(settings.seed, settings.threads)
    network = new_network(settings, frame)
    rows = scaled_by(sequences, True) if settings.mask else sequences.rows
    noise = torch.from_numpy(measure_noise(rows, frame.deviation.numpy(), settings.least_noise))
    choose = np.random.default_rng(settings.seed)
    full = sequences.full
    steps = -(-min(settings.sequences_per_epoch, len(full)) // settings.batch)
    optimiser = torch.optim.Adam(network.parameters(), lr=settings.learning_rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, settings.learning_rate, total_steps=steps * settings.epochs)
    started = time.monotonic()
    for epoch in range(1, settings.epochs + 1):
        total = 0.0
        for _ in range(steps):
            which = full[choose.integers(len(full), size=settings.batch)]
            length = _length(settings, choose)
            batch = [torch.from_numpy(part) for part in (sequences.take(which, length),
                                                         sequences.take_mask(which, length))]
            total += _step(network, batch, noise, optimiser, settings)
            schedule.step()
        left = (time.monotonic() - started) / epoch * (settings.epochs - epoch)
        report(f"epoch {epoch}/{settings.epochs}  loss {total / steps:.5f}  "
               f"about {left:.0f} s left")
    return network.eval()


def _length(settings: Settings, choose: np.random.Generator) -> int:
    """Where lengths vary, half of the batches are shorter."""
    if settings.least == settings.length or choose.random() < 0.5:
        return settings.length
    return int(choose.integers(settings.least, settings.length))


def _step(network: Network, batch: list[torch.Tensor], noise: torch.Tensor,
          optimiser: torch.optim.Optimizer, settings: Settings) -> float:
    loss = loss_of(network, batch, noise, settings)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return loss.item()


def errors_of(network: Network, sequences: Sequences, batch: int = 1024) -> np.ndarray:
    """The newest row's errors of every sequence, [sequence, channel]; NaN where not measured."""
    errors = np.empty((len(sequences), sequences.rows.shape[1]))
    with torch.no_grad():
        for which in sequences.batches(batch):
            inputs = [sequences.take(which), sequences.take_mask(which)][:1 + network.masked]
            errors[which] = network(*map(torch.from_numpy, inputs))[1].numpy()
    errors[~sequences.measured[sequences.newest]] = np.nan
    return errors
