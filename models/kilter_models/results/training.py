"""One model for each entity, all of a candidate in this process."""

from __future__ import annotations

import shlex
import time
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Callable

from ..calibration import Uncalibrated
from ..commands import Sources, export_run, train_run
from ..settings import Settings
from .candidates import Candidate
from .entities import PartRows
from .offline_errors import Fitted, fit
from .scoring import Cost, cost_of
from .sets import DataSet

Report = Callable[[str], None]
MORE_HELD_OUT = 0.4
_MICROS = 1e6


@dataclass(frozen=True)
class Place:
    """A folder of one candidate, and its parts."""

    folder: Path

    @property
    def store(self) -> Path:
        """The model store: <entity>/<name>/1."""
        return self.folder / "store"

    def errors(self, part: str, entity: str) -> Path:
        """An offline baseline's errors of one entity."""
        return self.folder / "errors" / part / f"{entity}.jsonl"


@dataclass
class Trained:
    """What came of training a candidate on every entity of a set."""

    seconds: list[float] = field(default_factory=list)  # of training, an entity each
    scoring: Cost = Cost(0.0, 0)
    command: str = ""  # of the first entity
    held_out_more: list[str] = field(default_factory=list)  # too few rows for the set's share

    def to_json(self) -> dict[str, Any]:
        """As the candidate's folder keeps it."""
        return {"trainingSeconds": self.seconds, "trainingCommand": self.command,
                "trainingSecondsPerEntity": sum(self.seconds) / len(self.seconds),
                "scoringMicrosPerRow": self.scoring.seconds / self.scoring.rows * _MICROS,
                "heldOutMore": self.held_out_more}


@dataclass(frozen=True)
class Training:
    """A candidate, and what it is trained on."""

    candidate: Candidate
    dataset: DataSet
    parts: dict[str, PartRows]
    place: Place

    def run(self) -> Trained:
        """Trains and exports a bundle per entity; what training says goes to train.txt."""
        done = Trained()
        with (self.place.folder / "train.txt").open("w", encoding="utf-8") as said:
            def report(line: str) -> None:
                print(line, file=said, flush=True)

            if self.candidate.for_all:
                self._for_all(done, report)
                return done
            for entity in self.parts["training"].entities:
                self._entity(entity, done, report)
        return done

    def _for_all(self, done: Trained, report: Report) -> None:
        """One bundle; its training time is shared out among the entities."""
        started = time.monotonic()
        entities = self.parts["training"].entities
        files = [self.parts["training"].file(entity) for entity in entities]
        settings = self.candidate.settings(self.dataset)
        settings.check()
        run = self.place.folder / "runs" / "all"
        done.command = _command(settings, files, run)
        train_run(Sources(files, None, done.command, ""), settings, run, report)
        export_run(run, self.place.store, True, "", report)
        seconds = (time.monotonic() - started) / len(entities)
        done.seconds = [seconds] * len(entities)
        done.scoring = cost_of(run, self.parts["judged"].file(entities[0]))

    def _entity(self, entity: str, done: Trained, report: Report) -> None:
        """With the set's share held out, or more where no threshold comes of so few rows."""
        report(f"-- {entity}")
        share = self.dataset.said["common"]["held_out"]
        try:
            self._bundle(entity, share, done, report)
        except Uncalibrated as problem:
            report(f"{problem}: again with --held-out {MORE_HELD_OUT}")
            done.held_out_more.append(entity)
            self._bundle(entity, MORE_HELD_OUT, done, report)

    def _bundle(self, entity: str, held_out: float, done: Trained, report: Report) -> None:
        started = time.monotonic()
        rows, fitted = self.parts["training"].file(entity), None
        if self.candidate.offline:
            fitted = fit(self.candidate.family, rows, held_out)
            rows = self._write(fitted, "training", entity)[0]
        settings = self.candidate.settings(self.dataset, held_out=held_out)
        settings.check()
        run = self.place.folder / "runs" / entity
        command = _command(settings, [rows], run)
        train_run(Sources([rows], None, command, ""), settings, run, report)
        export_run(run, self.place.store / entity, True, "", report)
        done.seconds.append(time.monotonic() - started)
        done.command = done.command or command
        cost = self._write(fitted, "judged", entity)[1] if fitted \
            else cost_of(run, self.parts["judged"].file(entity))
        done.scoring = done.scoring.plus(cost)

    def _write(self, fitted: Fitted, part: str, entity: str) -> tuple[Path, Cost]:
        """The file of an offline baseline's errors, and what they cost."""
        errors = self.place.errors(part, entity)
        return errors, fitted.write(self.parts[part].file(entity), errors, part == "training")


def _command(settings: Settings, recordings: list[Path], run: Path) -> str:
    """What would train the same by hand."""
    words = ["python", "-m", "kilter_models", "train", "--recording", *recordings, "--out", run]
    for each in fields(Settings):
        value = getattr(settings, each.name)
        if value != getattr(Settings, each.name, None):
            option = "--" + each.name.replace("_", "-")
            words += [option] if value is True else [option, value]
    return shlex.join(map(str, words))

