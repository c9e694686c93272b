"""evaluation.log: a line for every time that something was held against labels."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from pathlib import Path

from ..problem import Problem
from .outcome import Outcome
from .repository import are_committed, commit, digest_of
from .sets import HOME, DataSet

LOG = HOME / "models" / "evaluation.log"


@dataclass(frozen=True)
class Entry:
    """One evaluation."""

    time: str  # UTC
    set: str
    model: str
    commit: str
    rules: str  # hash of the set's rule file and options
    training: str  # the command of the first entity
    metrics: dict[str, float | None]


def rules_of(dataset: DataSet, uncommitted: bool) -> str:
    """The hash of the rules; refuses rules that are not committed, unless told to say so."""
    files = [dataset.rules, dataset.file, dataset.mapping]
    digest = digest_of(files)
    if are_committed(files):
        return digest
    if not uncommitted:
        raise Problem(f"{dataset.rules}, {dataset.file.name} or {dataset.mapping.name} is not as "
                      "committed; rules are committed before they are evaluated, or --uncommitted "
                      "is said, which the log then tells")
    return f"{digest} uncommitted"


def entry_of(dataset: DataSet, rules: str, outcome: Outcome) -> Entry:
    """An entry of now."""
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    return Entry(now.replace("+00:00", "Z"), dataset.name, outcome.name, commit(), rules,
                 outcome.training, outcome.metrics)


def append(entry: Entry, log: Path = LOG) -> None:
    """Adds a line; nothing is ever taken out."""
    with log.open("a", encoding="utf-8") as file:
        file.write(json.dumps(asdict(entry)) + "\n")
