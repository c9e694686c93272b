"""The rows of a part, entity by entity: `kilter replay` aligns them, here they are only parted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from ..aligned import read_aligned
from ..problem import Problem
from ..recording import Rows, event_of, lines
from .launcher import files_of, kilter
from .rules import channels_of, without_detectors
from .sets import DataSet, Part

_ALIGNED = "aligned-rows.jsonl"


@dataclass(frozen=True)
class PartRows:
    """Where the rows of a part are."""

    folder: Path
    entities: list[str]

    def file(self, entity: str) -> Path:
        """The aligned rows of one entity."""
        return self.folder / "entities" / entity / _ALIGNED

    @property
    def labels(self) -> Path:
        """The labels, of a judged part."""
        return self.folder / "labels.jsonl"


def make_rows(dataset: DataSet, part: Part, folder: Path) -> PartRows:
    """Replays a part without a detector, and puts each entity's rows into a file of their own."""
    folder.mkdir(parents=True, exist_ok=True)
    rules = dataset.rules.read_text(encoding="utf-8")
    pipeline, channels = folder / "pipeline.yaml", folder / "channels.json"
    pipeline.write_text(without_detectors(rules), encoding="utf-8")
    channels.write_text(json.dumps({"channels": [
        {"name": name, "unit": "1", "aggregate": "last", "fill": "hold", "maximumAge": "PT60S"}
        for name in channels_of(rules)]}), encoding="utf-8")
    kilter("replay", *files_of(dataset, part), "--pipeline", pipeline, "--rows-as", channels,
           "--out", folder)
    return PartRows(folder, _part_by_entity(folder))


def _part_by_entity(folder: Path) -> list[str]:
    every = lines(folder / _ALIGNED)
    header = next(every)[1]
    by_entity: dict[str, list[str]] = {}
    for number, line in every:
        by_entity.setdefault(event_of(f"{_ALIGNED}:{number}", line)["entity"], []).append(line)
    for entity, rows in by_entity.items():
        file = folder / "entities" / entity / _ALIGNED
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(header + "".join(rows), encoding="utf-8")
    return sorted(by_entity)


def stretches_of(path: Path) -> tuple[list[Rows], list[str]]:
    """One entity's stretches of rows, and the times of all their rows as they were written."""
    times = [event_of(f"{path}:{number}", line)["time"]
             for number, line in lines(path) if number > 1]
    stretches = read_aligned(path).stretches
    if len(times) != sum(len(each.values) for each in stretches):
        raise Problem(f"{path}: rows of more than one entity")
    return stretches, times


def channel_names(path: Path) -> list[str]:
    """What the columns are called."""
    return [channel.name for channel in read_aligned(path).channels]

