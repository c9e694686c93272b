"""The rows to train on, from all the files that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .aligned import AlignedRows, is_aligned, read_aligned
from .baselines import Report
from .channels import Channel, read_channels
from .labels import without
from .problem import Problem
from .recording import Rows, first_channels, read_recording
from .sequences import check_enough
from .settings import Settings


@dataclass(frozen=True)
class Sources:
    """Where a training's data comes from, and the words that tell how it came about."""

    recordings: list[Path]
    channels: Path | None
    command: str
    recorded_with: str
    labels: Path | None = None  # what was wrong when, to learn the faults from
    without: Path | None = None  # what was wrong when, to learn nothing from it


def read_sources(sources: Sources, settings: Settings,
                 report: Report) -> tuple[str | None, list[Channel], list[Rows]]:
    """The period, the channels and the rows of all files."""
    aligned = [is_aligned(path) for path in sources.recordings]
    if any(aligned):
        if not all(aligned):
            raise Problem(f"{sources.recordings[aligned.index(False)]}: no aligned rows, while "
                          f"{sources.recordings[aligned.index(True)]} has some")
        period, channels, rows = _read_aligned(sources, settings, report)
    else:
        period, channels = None, _channels(sources, report)
        rows = [each for path in sources.recordings
                for each in _told(path, read_recording(path, channels), report)]
    if sources.without is not None:
        rows = _outside_of(sources.without, rows, report)
    check_enough(rows, settings.length, [channel.name for channel in channels])
    return period, channels, rows


def _outside_of(labels: Path, rows: list[Rows], report: Report) -> list[Rows]:
    left = without(labels, rows)
    out = sum(len(each.times) for each in rows) - sum(len(each.times) for each in left)
    report(f"{labels}: {out} rows left out: something was wrong")
    return left


def _read_aligned(sources: Sources, settings: Settings,
                  report: Report) -> tuple[str | None, list[Channel], list[Rows]]:
    if sources.channels is not None:
        raise Problem(f"--channels {sources.channels}: aligned rows say themselves what their "
                      "channels are")
    files = [read_aligned(path) for path in sources.recordings]
    for path, file in zip(sources.recordings, files):
        if (file.period, file.channels) != (files[0].period, files[0].channels):
            raise Problem(f"{path}:1: other channels or another period than in "
                          f"{sources.recordings[0]}")
        _check_fills(path, file, settings)
    rows = [each for path, file in zip(sources.recordings, files)
            for each in _told(path, file.stretches, report)]
    return files[0].period, files[0].channels, rows


def _check_fills(path: Path, file: AlignedRows, settings: Settings) -> None:
    for channel in file.channels:
        if channel.fill in ("linear", "none") and not settings.mask:
            raise Problem(f"{path}:1: channel {channel.name}: fill '{channel.fill}' needs --mask: "
                          "without it the model would take for measured what is not")


def _told(path: Path, rows: list[Rows], report: Report) -> list[Rows]:
    count = sum(len(each.values) for each in rows)
    report(f"{path}: {count} rows of {len({each.entity for each in rows})} entities")
    return rows


def _channels(sources: Sources, report: Report) -> list[Channel]:
    if sources.channels is not None:
        return read_channels(sources.channels)
    channels = first_channels(sources.recordings[0])
    names = ", ".join(channel.name for channel in channels)
    report(f"warning: no --channels given; taken from the first event, without units: {names}")
    if not channels:
        raise Problem(f"{sources.recordings[0]}:1: the first event has no values")
    return channels
