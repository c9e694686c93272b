"""Aligned rows: what `kilter replay --rows-as` wrote. Nothing is aligned or filled in here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .channels import Channel, parse_channels
from .durations import duration_millis
from .problem import Problem
from .recording import Rows, event_of, lines, millis_of, row_of

_FORMAT = 1


@dataclass(frozen=True)
class AlignedRows:
    """The rows of one file, in stretches that nothing breaks, and how they were made."""

    period: str | None
    channels: list[Channel]
    stretches: list[Rows]


@dataclass
class _Stretch:
    """A stretch while the file is being read."""

    where: str
    times: list[int]
    values: list[list[float]]
    filled: list[list[int]]


def is_aligned(path: Path) -> bool:
    """Whether a file holds aligned rows, told by its first line."""
    for _, line in lines(path):
        return line.lstrip().startswith('{"kilterRows"')
    return False


def read_aligned(path: Path) -> AlignedRows:
    """Reads one file of aligned rows."""
    every = lines(path)
    header = json.loads(next(every)[1])
    if header["kilterRows"] != _FORMAT:
        raise Problem(f"{path}:1: these rows have version {header['kilterRows']}; "
                      f"version {_FORMAT} can be read")
    period = header.get("period")
    channels = parse_channels(f"{path}:1", header.get("channels"))
    reader = _Reader(path, channels, duration_millis(period) if period else None)
    for number, line in every:
        reader.take(f"{path}:{number}", event_of(f"{path}:{number}", line))
    if not reader.done and not reader.growing:
        raise Problem(f"{path}: there are no rows in it")
    return AlignedRows(period, channels, reader.finish())


class _Reader:
    """Gathers rows into stretches."""

    def __init__(self, path: Path, channels: list[Channel], period: int | None) -> None:
        self.columns = {channel.name: column for column, channel in enumerate(channels)}
        self.period = period
        self.growing: dict[str, _Stretch] = {}
        self.done: list[tuple[str, _Stretch]] = []

    def take(self, where: str, row: dict[str, Any]) -> None:
        """Takes the next row; an entity's first, or one that does not follow on, begins anew."""
        name, time = row["entity"], millis_of(where, row["time"])
        stretch = self.growing.get(name)
        if stretch is None or row.get("begins") or self._skips(stretch, time):
            if stretch is not None:
                self.done.append((name, stretch))
            stretch = self.growing[name] = _Stretch(where, [], [], [])
        elif time < stretch.times[-1]:
            raise Problem(f"{where}: the time of {name} goes back; rows are in time order")
        stretch.times.append(time)
        stretch.values.append(row_of(where, row["values"], self.columns))
        stretch.filled.append([self._column(where, channel) for channel in row.get("filled", [])])

    def finish(self) -> list[Rows]:
        """All stretches, those of an entity in order."""
        self.done += self.growing.items()
        return [_rows(name, stretch) for name, stretch in self.done]

    def _skips(self, stretch: _Stretch, time: int) -> bool:
        return self.period is not None and time - stretch.times[-1] > self.period

    def _column(self, where: str, channel: str) -> int:
        if channel not in self.columns:
            raise Problem(f"{where}: unknown channel '{channel}' is said to be filled in")
        return self.columns[channel]


def _rows(entity: str, stretch: _Stretch) -> Rows:
    values = np.array(stretch.values, dtype=np.float32)
    measured = ~np.isnan(values)
    for row, columns in enumerate(stretch.filled):
        measured[row, columns] = False
    return Rows(entity, values, measured, stretch.where, np.array(stretch.times, np.int64))
