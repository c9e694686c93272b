"""Training: scaling, the optimiser's loop and its progress."""

from __future__ import annotations

import time
from typing import Callable

import numpy as np
import torch

from .corruption import corrupt
from .network import Autoencoder, seed_everything
from .sequences import Sequences
from .settings import Settings

Report = Callable[[str], None]


def measure_scaling(rows: np.ndarray, names: list[str], where: str,
                    report: Report) -> tuple[np.ndarray, np.ndarray]:
    """Mean and deviation per channel over complete rows; a constant channel's is floored.

    The floor is one hundredth of the constant, or 1 where the constant is 0.
    """
    complete = rows[~np.isnan(rows).any(axis=1)].astype(np.float64)
    mean, deviation = complete.mean(axis=0), complete.std(axis=0)
    for column, name in enumerate(names):
        if deviation[column] <= 1e-6 * abs(mean[column]):
            deviation[column] = abs(mean[column]) / 100 or 1.0
            report(f"{where}: warning: channel {name} is constant at {mean[column]:g}; "
                   f"its deviation is taken as {deviation[column]:g}")
    return mean.astype(np.float32), deviation.astype(np.float32)


def measure_noise(rows: np.ndarray, deviation: np.ndarray) -> np.ndarray:
    """What each channel jitters by from row to row, in deviations, robustly; at least 0.01.

    An error in these units is as bad in one channel as in another. In plain deviations a channel
    that is nothing but noise would be the one most worth learning by heart.
    """
    jumps = np.nanmedian(np.abs(np.diff(rows, axis=0)), axis=0) / (0.6745 * 2 ** 0.5)
    return np.maximum(jumps / deviation, 0.01).astype(np.float32)


def train(sequences: Sequences, scaling: tuple[np.ndarray, np.ndarray], settings: Settings,
          report: Report) -> Autoencoder:
    """Trains an autoencoder on normal sequences; repeatable for one seed on one machine."""
    seed_everything(settings.seed, settings.threads)
    network = Autoencoder(settings.length, torch.from_numpy(scaling[0]),
                          torch.from_numpy(scaling[1]), settings.hidden, settings.latent,
                          settings.error)
    noise = torch.from_numpy(measure_noise(sequences.rows, scaling[1]))
    choose = np.random.default_rng(settings.seed)
    steps = -(-min(settings.sequences_per_epoch, len(sequences)) // settings.batch)
    optimiser = torch.optim.Adam(network.parameters(), lr=settings.learning_rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, settings.learning_rate, total_steps=steps * settings.epochs)
    started = time.monotonic()
    for epoch in range(1, settings.epochs + 1):
        total = 0.0
        for _ in range(steps):
            which = choose.integers(len(sequences), size=settings.batch)
            total += _step(network, torch.from_numpy(sequences.take(which)), noise, optimiser,
                           settings)
            schedule.step()
        left = (time.monotonic() - started) / epoch * (settings.epochs - epoch)
        report(f"epoch {epoch}/{settings.epochs}  loss {total / steps:.5f}  "
               f"about {left:.0f} s left")
    return network.eval()


def _step(network: Autoencoder, batch: torch.Tensor, noise: torch.Tensor,
          optimiser: torch.optim.Optimizer, settings: Settings) -> float:
    scaled = network.scale(batch)
    off = (network.rebuild(corrupt(scaled, noise, settings.corrupt)) - scaled) / noise
    costs = torch.nn.functional.smooth_l1_loss(off, torch.zeros_like(off), reduction="none",
                                               beta=settings.outlier)
    loss = costs.mean() + settings.newest_weight * costs[-1].mean()
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimiser.step()
    return loss.item()


def errors_of(network: Autoencoder, sequences: Sequences, batch: int = 1024) -> np.ndarray:
    """The newest row's errors of every sequence, [sequence, channel]."""
    with torch.no_grad():
        parts = [network(torch.from_numpy(part))[1].numpy() for part in sequences.batches(batch)]
    return np.concatenate(parts).astype(np.float64)
