"""Recordings: JSON lines of wide events, read into the rows of each entity."""

from __future__ import annotations

import gzip
import hashlib
import json
import math
import zlib
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Iterator

import numpy as np

from .channels import Channel
from .problem import Problem

_LARGEST = 3.4e38  # what a float32 holds; beyond it, and for NaN, a value counts as absent


@dataclass(frozen=True)
class Rows:
    """Rows of one entity that follow each other, oldest first; NaN where nothing stands in."""

    entity: str
    values: np.ndarray  # float32 [row, channel], in the channels' units
    measured: np.ndarray  # bool [row, channel]: not filled in
    where: str  # file and line of the first row
    times: np.ndarray = field(default_factory=lambda: np.empty(0, np.int64))  # milliseconds, [row]

    def part(self, which: slice) -> Rows:
        """Some of the rows."""
        return Rows(self.entity, self.values[which], self.measured[which], self.where,
                    self.times[which])


@dataclass
class _Growing:
    """The rows of one entity while the file is being read."""

    where: str
    times: list[int]
    values: list[list[float]]


def digest(paths: list[Path]) -> str:
    """One SHA-256 over the recordings' bytes, in the order given."""
    total = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            for block in iter(lambda: file.read(1 << 20), b""):
                total.update(block)
    return total.hexdigest()


def first_channels(path: Path) -> list[Channel]:
    """The channels of a recording's first event, sorted by name, without units."""
    for number, line in lines(path):
        return [Channel(name) for name in sorted(event_of(f"{path}:{number}", line)["values"])]
    raise Problem(f"{path}: the recording is empty")


def read_recording(path: Path, channels: list[Channel]) -> list[Rows]:
    """Reads one recording: one row per event, in the file's order, held values filled in."""
    columns = {channel.name: column for column, channel in enumerate(channels)}
    entities: dict[str, _Growing] = {}
    for number, line in lines(path):
        where = f"{path}:{number}"
        event = event_of(where, line)
        growing = entities.setdefault(event["entity"], _Growing(where, [], []))
        time = millis_of(where, event["time"])
        if growing.times and time < growing.times[-1]:
            raise Problem(f"{where}: the time of {event['entity']} goes back; "
                          "a recording is in time order")
        growing.times.append(time)
        growing.values.append(row_of(where, event["values"], columns))
    if not entities:
        raise Problem(f"{path}: the recording is empty")
    return [_rows(name, growing, channels) for name, growing in entities.items()]


def lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers."""
    opened = gzip.open if path.suffix == ".gz" else open
    number = 0
    try:
        with opened(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line
    except (EOFError, zlib.error) as error:
        raise Problem(f"{path}:{number + 1}: the file is cut off or damaged: {error}") from error
    except UnicodeDecodeError as error:
        raise Problem(f"{path}:{number + 1}: not UTF-8 text: {error.reason}") from error
    except OSError as error:
        raise Problem(f"{path}: cannot be read: {error.strerror or error}") from error


def event_of(where: str, line: str) -> dict[str, Any]:
    """The event that a line holds."""
    try:
        event = json.loads(line)
    except ValueError as error:
        cut = "" if line.endswith("\n") else "; the last line has no end, the file may be cut off"
        raise Problem(f"{where}: not JSON: {error}{cut}") from error
    if not isinstance(event, dict) or not isinstance(event.get("entity"), str) \
            or not isinstance(event.get("values"), dict) or "time" not in event:
        raise Problem(f'{where}: not an event: {{"entity": text, "time": ..., "values": {{...}}}} '
                      "is expected")
    return event


def millis_of(where: str, time: Any) -> int:
    """The milliseconds since 1970 of a time as events have it."""
    if isinstance(time, int) and not isinstance(time, bool):
        return time
    try:
        parsed = datetime.fromisoformat(time.replace("Z", "+00:00"))
        if parsed.tzinfo is None:
            parsed = parsed.replace(tzinfo=timezone.utc)
        return round(parsed.timestamp() * 1000)
    except (AttributeError, ValueError) as error:
        raise Problem(f"{where}: time: {time!r} is neither ISO 8601 nor milliseconds") from error


def row_of(where: str, values: dict[str, Any], columns: dict[str, int]) -> list[float]:
    """The values in the channels' columns, NaN where there is none."""
    row = [math.nan] * len(columns)
    for name, value in values.items():
        if name not in columns:
            raise Problem(f"{where}: unknown channel '{name}'; known are {', '.join(columns)}")
        if value is None:
            continue
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise Problem(f"{where}: channel {name}: {value!r} is not a number")
        row[columns[name]] = float(value) if abs(value) <= _LARGEST else math.nan
    return row


def _rows(entity: str, growing: _Growing, channels: list[Channel]) -> Rows:
    values = np.array(growing.values, dtype=np.float64)
    times = np.array(growing.times, dtype=np.int64)
    measured = ~np.isnan(values)
    for column, channel in enumerate(channels):
        values[:, column] = hold(values[:, column], times, channel.maximum_age_millis)
    return Rows(entity, values.astype(np.float32), measured, growing.where, times)


def hold(values: np.ndarray, times: np.ndarray, maximum_age_millis: int) -> np.ndarray:
    """Puts the last present value, while it is young enough, where one is absent (NaN)."""
    present = np.where(np.isnan(values), -1, np.arange(len(values)))
    last = np.maximum.accumulate(present)
    young = (last >= 0) & (times - times[last] <= maximum_age_millis)
    return np.where(young, values[last], np.nan)
