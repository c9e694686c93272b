"""Alarms as a detector of the pipeline raises them: when they open, and when they close."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .ranking import stretches


@dataclass(frozen=True)
class AlarmRule:
    """An alarm opens once `least` of the newest `of` scores are odd, and closes after `close` that
    are not."""

    least: int
    of: int
    close: int

    def alarmed(self, odd: np.ndarray) -> np.ndarray:
        """Which rows are in alarm, of those whose scores are odd."""
        alarmed, usual = np.zeros(len(odd), dtype=bool), self.close
        recent = np.convolve(odd, np.ones(self.of, dtype=int))[:len(odd)]
        for row, each in enumerate(odd):
            usual = 0 if each else usual + 1
            open_before = row > 0 and alarmed[row - 1]
            alarmed[row] = usual < self.close if open_before else recent[row] >= self.least
        return alarmed


@dataclass(frozen=True)
class Alarmed:
    """What alarms came to: rows, and events found or made up."""

    f1: float
    found: float  # share of the faults
    false: int  # alarms without a fault
    share: float  # of normal rows that are in alarm


def held_against(alarmed: np.ndarray, faulty: np.ndarray) -> Alarmed:
    """Alarms held against which rows are faulty."""
    right = int((alarmed & faulty).sum())
    events = [alarmed[first:last + 1].any() for first, last in stretches(faulty)]
    false = sum(not faulty[first:last + 1].any() for first, last in stretches(alarmed))
    f1 = 2 * right / max(1, int(alarmed.sum() + faulty.sum()))
    return Alarmed(f1, float(np.mean(events)) if events else 0.0, false,
                   float(alarmed[~faulty].mean()))
