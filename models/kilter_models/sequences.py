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
    newest: np.ndarray  # int64 [sequence]
    starts_entity: np.ndarray  # bool [sequence]: the first sequence of its entity
    length: int

    def __len__(self) -> int:
        return len(self.newest)

    def take(self, which: np.ndarray) -> np.ndarray:
        """The chosen sequences as float32 [time, batch, channel]."""
        steps = np.arange(-self.length + 1, 1)[:, None]
        return self.rows[self.newest[which][None, :] + steps]

    def batches(self, size: int) -> Iterator[np.ndarray]:
        """All sequences in order, as [time, batch, channel]."""
        for start in range(0, len(self), size):
            yield self.take(np.arange(start, min(start + size, len(self))))


def cut_sequences(entities: list[Rows], length: int) -> Sequences:
    """Finds every run of `length` complete rows; one that would hold a NaN is left out."""
    newest, starts, offset = [], [], 0
    for rows in entities:
        ends = _complete_ends(rows.values, length)
        newest.append(ends + offset)
        starts.append(np.arange(len(ends)) == 0)
        offset += len(rows.values)
    values = np.concatenate([rows.values for rows in entities])
    return Sequences(values, np.concatenate(newest), np.concatenate(starts), length)


def _complete_ends(values: np.ndarray, length: int) -> np.ndarray:
    if len(values) < length:
        return np.empty(0, dtype=np.int64)
    incomplete = np.concatenate([[0], np.cumsum(np.isnan(values).any(axis=1))])
    holes = incomplete[length:] - incomplete[:-length]
    return np.flatnonzero(holes == 0) + length - 1


def split_held_out(entities: list[Rows], share: float) -> tuple[list[Rows], list[Rows]]:
    """Splits into training and held-out rows.

    By entity, every k-th of the sorted names held out, so that calibration is on machines never
    trained on. With fewer than five entities by time instead: the newest rows of each.
    """
    names = sorted({rows.entity for rows in entities})
    if len(names) < 5:
        return _split_by_time(entities, share)
    every = max(2, round(1 / share))
    held = set(names[every - 1::every])
    return ([rows for rows in entities if rows.entity not in held],
            [rows for rows in entities if rows.entity in held])


def _split_by_time(entities: list[Rows], share: float) -> tuple[list[Rows], list[Rows]]:
    older, newer = [], []
    for rows in entities:
        cut = len(rows.values) - round(len(rows.values) * share)
        older.append(Rows(rows.entity, rows.values[:cut], rows.where))
        newer.append(Rows(rows.entity, rows.values[cut:], rows.where))
    return older, newer


def check_enough(entities: list[Rows], length: int, names: list[str]) -> None:
    """Refuses rows no sequence can be cut from, with the place and the reason."""
    longest = max(entities, key=lambda rows: len(rows.values))
    if len(longest.values) < length:
        raise Problem(f"{longest.where}: too few rows: the longest entity, {longest.entity}, has "
                      f"{len(longest.values)}, a sequence needs {length}")
    for column, name in enumerate(names):
        if all(np.isnan(rows.values[:, column]).all() for rows in entities):
            raise Problem(f"{entities[0].where}: channel {name} has no number from here to the end")
