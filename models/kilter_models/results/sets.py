"""The public data sets: which files, what is the same for all entities, what is to be reached."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..problem import Problem

HOME = Path(__file__).resolve().parents[3]
FOLDER = HOME / "models" / "sets"
RECORDINGS = HOME / "pipeline" / "tools" / "examples" / "recordings"
SETS = ("asd", "smd", "skab", "nab")


@dataclass(frozen=True)
class Part:
    """Some files of a set, and which of their rows."""

    name: str
    files: list[Path]
    rows: str  # as `kilter replay --part` takes it


@dataclass(frozen=True)
class DataSet:
    """One public data set, as its committed file tells."""

    name: str
    said: dict[str, Any]
    data: Path

    @property
    def file(self) -> Path:
        """Where the choices are that hold for all its entities."""
        return FOLDER / f"{self.name}.json"

    @property
    def rules(self) -> Path:
        """The pipeline file: when a score is an alert."""
        return RECORDINGS / self.said["rules"]

    @property
    def mapping(self) -> Path:
        """How its files become events and labels."""
        return RECORDINGS / self.said["mapping"]

    def part(self, name: str) -> Part:
        """The part "training" or "judged"."""
        said = self.said[name]
        files = sorted(self.data.glob(said["files"]))
        if not files:
            raise Problem(f"--data: there is no {self.data / said['files']}")
        return Part(name, files, said["part"])


def read_set(name: str, data: Path) -> DataSet:
    """A set by its name, its files being in the folder of that name in capitals."""
    said = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return DataSet(name, said, data / name.upper())
