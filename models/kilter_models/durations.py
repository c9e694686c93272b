"""ISO 8601 durations, as far as the contract uses them."""

from __future__ import annotations

import re

_PATTERN = re.compile(
    r"P(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?"
)


def duration_millis(text: str) -> int:
    """The milliseconds of a duration such as PT60S or P1DT12H; ValueError if it is none."""
    match = _PATTERN.fullmatch(text)
    if match is None or not any(match.groups()):
        raise ValueError(f"'{text}' is not an ISO 8601 duration such as PT60S")
    days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
