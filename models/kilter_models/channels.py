"""The channels a model is about: their names, units and how each is brought to a row."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .durations import duration_millis
from .problem import Problem

_TEXTS = ("name", "unit", "aggregate", "fill", "maximumAge")
_KEYS = (*_TEXTS, "constant")


@dataclass(frozen=True)
class Channel:
    """One named measured quantity; the field names are those of model.json."""

    name: str
    unit: str = "1"
    aggregate: str = "last"
    fill: str = "hold"
    maximumAge: str | None = "PT60S"
    constant: float | None = None

    def to_json(self) -> dict[str, Any]:
        """The channel as model.json writes it."""
        return {key: value for key, value in asdict(self).items() if value is not None}

    @property
    def maximum_age_millis(self) -> int:
        """For how long a held value may stand in for a missing one."""
        return duration_millis(self.maximumAge or "PT0S")


def read_channels(path: Path) -> list[Channel]:
    """Reads the channels of a recording of which each event is a row, in the network's order."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Problem(f"{path}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise Problem(f"{path}: not JSON: {error}") from error
    if isinstance(entries, dict) and "period" in entries:
        raise Problem(f"{path}: has a period, and here each event is a row; let `kilter replay "
                      f"--rows-as {path}` write rows, and train on those")
    entries = entries.get("channels") if isinstance(entries, dict) else entries
    channels = parse_channels(str(path), entries)
    for channel in channels:
        if channel.aggregate != "last" or channel.fill != "hold":
            raise Problem(f"{path}: channel {channel.name}: one row per event is made with "
                          "aggregate 'last' and fill 'hold', nothing else")
    return channels


def parse_channels(where: str, entries: Any) -> list[Channel]:
    """Channels from a list of channel objects."""
    if not isinstance(entries, list) or not entries:
        raise Problem(f"{where}: a list of channels is expected, with at least one")
    channels = [_channel(where, entry) for entry in entries]
    names = [channel.name for channel in channels]
    if len(set(names)) < len(names):
        raise Problem(f"{where}: a channel is named twice: {', '.join(names)}")
    return channels


def _channel(where: str, entry: Any) -> Channel:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise Problem(f'{where}: a channel is an object with a name, not {json.dumps(entry)}')
    for key, value in entry.items():
        if key not in _KEYS or isinstance(value, str) != (key in _TEXTS):
            raise Problem(f"{where}: channel {entry['name']}: {key}: {value!r} is not expected; "
                          f"keys are {', '.join(_KEYS)}, values are text but for the constant")
    ages = entry.get("fill", "hold") in ("hold", "linear")
    channel = Channel(**{"maximumAge": "PT60S" if ages else None, **entry})
    try:
        duration_millis(channel.maximumAge or "PT0S")
    except ValueError as error:
        raise Problem(f"{where}: channel {channel.name}: maximumAge: {error}") from error
    return channel
