"""Runs `kilter`: what is measured is the pipeline itself."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from ..problem import Problem
from .sets import HOME, DataSet, Part


def kilter(*words: object, **variables: str) -> str:
    """What a command printed; Problem, with what it said, where it fails."""
    command = [str(HOME / "kilter"), *map(str, words)]
    done = subprocess.run(command, env={**os.environ, **variables}, capture_output=True,
                          text=True, check=False)
    if done.returncode != 0:
        raise Problem(f"kilter {words[0]}: {(done.stderr or done.stdout).strip()}")
    return done.stdout


def files_of(dataset: DataSet, part: Part) -> list[object]:
    """The words that make `kilter replay` read a part of a set."""
    return [*part.files, "--mapping", dataset.mapping, "--part", part.rows]


def evaluate(judged: Path, labels: Path, to: Path) -> None:
    """Holds a replay's results against labels; leaves evaluation.json and evaluation.md."""
    kilter("evaluate", "--scores", judged / "scores.jsonl", "--alerts", judged / "alerts.jsonl",
           "--labels", labels, "--by-entity",
           "--json", to / "evaluation.json", "--markdown", to / "evaluation.md")
