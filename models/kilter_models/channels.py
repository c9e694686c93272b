"""The channels a model is about: their names, units and how each is brought to a row."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .durations import duration_millis
from .problem import Problem

_KEYS = ("name", "unit", "aggregate", "fill", "maximumAge")


@dataclass(frozen=True)
class Channel:
    """One named measured quantity; the field names are those of model.json."""

    name: str
    unit: str = "1"
    aggregate: str = "last"
    fill: str = "hold"
    maximumAge: str = "PT60S"

    def to_json(self) -> dict[str, str]:
        """The channel as model.json writes it."""
        return asdict(self)

    @property
    def maximum_age_millis(self) -> int:
        """For how long a held value may stand in for a missing one."""
        return duration_millis(self.maximumAge)


def read_channels(path: Path) -> list[Channel]:
    """Reads a list of channel objects, in the order of the network's channel axis."""
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise Problem(f"{path}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise Problem(f"{path}: not JSON: {error}") from error
    if not isinstance(entries, list) or not entries:
        raise Problem(f"{path}: a list of channels is expected, with at least one")
    channels = [_channel(path, entry) for entry in entries]
    names = [channel.name for channel in channels]
    if len(set(names)) < len(names):
        raise Problem(f"{path}: a channel is named twice: {', '.join(names)}")
    return channels


def _channel(path: Path, entry: Any) -> Channel:
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise Problem(f'{path}: a channel is an object with a name, not {json.dumps(entry)}')
    for key, value in entry.items():
        if key not in _KEYS or not isinstance(value, str):
            raise Problem(f"{path}: channel {entry['name']}: {key}: {value!r} is not expected; "
                          f"keys are {', '.join(_KEYS)}, values are text")
    channel = Channel(**entry)
    if channel.aggregate != "last" or channel.fill != "hold":
        raise Problem(f"{path}: channel {channel.name}: one row per event is made with "
                      "aggregate 'last' and fill 'hold', nothing else")
    try:
        channel.maximum_age_millis
    except ValueError as error:
        raise Problem(f"{path}: channel {channel.name}: maximumAge: {error}") from error
    return channel
