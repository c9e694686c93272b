"""Sequences: runs of complete rows of one entity, cut out when a batch needs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterator

import numpy as np

from .problem import Problem
from .recording import Rows


@dataclass(frozen=True)
class Sequences:
    """All sequences of some entities, stride 1; each is known by the index of its newest row."""

    rows: np.ndarray  # float32 [row, channel], entity after entity
    measured: np.ndarray  # bool [row, channel]
    newest: np.ndarray  # int64 [sequence]
    starts_entity: np.ndarray  # bool [sequence]: the first sequence of its stretch
    lengths: np.ndarray  # int64 [sequence]

    def __len__(self) -> int:
        return len(self.newest)

    @property
    def full(self) -> np.ndarray:
        """The sequences of the greatest length."""
        return np.flatnonzero(self.lengths == self.lengths.max())

    def take(self, which: np.ndarray, length: int | None = None) -> np.ndarray:
        """The chosen sequences, all of one length, as float32 [time, batch, channel].

        0 where nothing stands in for a value. A shorter length leaves out the oldest rows.
        """
        return np.nan_to_num(self.rows[self._places(which, length)], posinf=np.inf, neginf=-np.inf)

    def take_mask(self, which: np.ndarray, length: int | None = None) -> np.ndarray:
        """What was measured of the chosen sequences: 1, or 0 where it was not."""
        return self.measured[self._places(which, length)].astype(np.float32)

    def _places(self, which: np.ndarray, length: int | None) -> np.ndarray:
        length = length or int(self.lengths[which[0]])
        return self.newest[which][None, :] + np.arange(-length + 1, 1)[:, None]

    def batches(self, size: int) -> Iterator[np.ndarray]:
        """All sequences, those of one length together, as the numbers of some at a time."""
        for length in np.unique(self.lengths):
            which = np.flatnonzero(self.lengths == length)
            for start in range(0, len(which), size):
                yield which[start:start + size]


def cut_sequences(entities: list[Rows], length: int, least: int | None = None,
                  masked: bool = False) -> Sequences:
    """Finds every sequence of `length` rows, and at beginnings shorter ones of at least `least`.

    One that would hold a NaN is left out, unless the network is told by a mask: then one of which
    less than half was measured, or nothing of the newest row, as the pipeline does by default.
    """
    newest, starts, lengths, offset = [], [], [], 0
    for rows in entities:
        ends = np.arange((least or length) - 1, len(rows.values))
        sizes = np.minimum(ends + 1, length)
        fit = _fit(rows, ends, sizes, masked)
        newest.append(ends[fit] + offset)
        lengths.append(sizes[fit])
        starts.append(np.arange(len(ends[fit])) == 0)
        offset += len(rows.values)
    return Sequences(np.concatenate([rows.values for rows in entities]),
                     np.concatenate([rows.measured for rows in entities]),
                     np.concatenate(newest), np.concatenate(starts), np.concatenate(lengths))


def _fit(rows: Rows, ends: np.ndarray, sizes: np.ndarray, masked: bool) -> np.ndarray:
    counted = rows.measured.sum(axis=1) if masked else np.isnan(rows.values).any(axis=1)
    total = np.concatenate([[0], np.cumsum(counted)])
    within = total[ends + 1] - total[ends + 1 - sizes]
    if masked:
        return (within >= sizes * rows.values.shape[1] / 2) & rows.measured[ends].any(axis=1)
    return within == 0


def split_held_out(entities: list[Rows], share: float,
                   per_entity: bool = False) -> tuple[list[Rows], list[Rows]]:
    """Splits into training and held-out rows.

    By entity, every k-th of the sorted names held out, so that calibration is on machines never
    trained on. With fewer than five entities, or where each is calibrated by itself, by time
    instead: the newest rows of each.
    """
    names = sorted({rows.entity for rows in entities})
    if per_entity or len(names) < 5:
        return split_by_time(entities, share)
    every = max(2, round(1 / share))
    held = set(names[every - 1::every])
    return ([rows for rows in entities if rows.entity not in held],
            [rows for rows in entities if rows.entity in held])


def split_by_time(entities: list[Rows], share: float) -> tuple[list[Rows], list[Rows]]:
    """The older rows of each stretch, and its newest share."""
    older, newer = [], []
    for rows in entities:
        cut = len(rows.values) - round(len(rows.values) * share)
        older.append(rows.part(slice(cut)))
        newer.append(rows.part(slice(cut, None)))
    return older, newer


def check_enough(entities: list[Rows], length: int, names: list[str]) -> None:
    """Refuses rows no sequence can be cut from, with the place and the reason."""
    longest = max(entities, key=lambda rows: len(rows.values))
    if len(longest.values) < max(length, 2):
        raise Problem(f"{longest.where}: too few rows: the longest entity, {longest.entity}, has "
                      f"{len(longest.values)}, a sequence needs {length}"
                      + (", and calibration more" if length == 1 else ""))
    for column, name in enumerate(names):
        if all(np.isnan(rows.values[:, column]).all() for rows in entities):
            raise Problem(f"{entities[0].where}: channel {name} has no number from here to the end")
