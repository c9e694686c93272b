"""Screening: which channels drift, told from normal rows alone."""

from __future__ import annotations

import numpy as np


def drifting(trained: np.ndarray, held_out: np.ndarray, multiple: float) -> np.ndarray:
    """Which channels' errors [sequence, channel] grew from the trained rows to those held out.

    A network errs more on what it was not trained on, in every channel: so a channel drifts whose
    mean error grew by more than `multiple` times what that of the median channel did. None does
    with a multiple of 0. At most half of the channels can.
    """
    channels = held_out.shape[1]
    if multiple == 0 or channels < 2:
        return np.zeros(channels, dtype=bool)
    before = np.nanmean(trained, axis=0)
    floor = max(1e-12, 1e-3 * float(np.nanmedian(before)))
    growth = np.nanmean(held_out, axis=0) / np.maximum(before, floor)
    return growth > multiple * np.median(growth)
