"""Labels: what was wrong with which entity, and when, as `kilter simulate` and replay write it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from .problem import Problem
from .recording import Rows, lines, millis_of

NORMAL = "normal"  # the class of what no label is about
_LIKE = ('{"entity": "pump-1", "from": "2026-03-01T12:00:00Z", "to": "2026-03-01T12:05:00Z", '
         '"kind": "leak"}')


@dataclass(frozen=True)
class Label:
    """A stretch of time in which something was wrong with an entity; the end is not included."""

    entity: str
    begin: int  # milliseconds
    end: int
    kind: str


def read_labels(path: Path, rows: list[Rows]) -> list[Label]:
    """Reads labels of the entities of these rows."""
    entities = {each.entity for each in rows}
    labels = []
    for number, line in lines(path):
        where = f"{path}:{number}"
        label = _label(where, line)
        if label.entity not in entities:
            raise Problem(f"{where}: there are no rows of {label.entity}")
        labels.append(label)
    if not labels:
        raise Problem(f"{path}: there are no labels in it, so there is no fault to learn")
    return labels


def without(path: Path, rows: list[Rows]) -> list[Rows]:
    """The stretches of these rows that no label of the file is about.

    It may tell of entities that there are no rows of: verdicts are of a whole fleet.
    """
    labels = [_label(f"{path}:{number}", line) for number, line in lines(path)]
    left = [stretch for each in rows for stretch in _outside(each, labels)]
    if not left:
        raise Problem(f"{path}: no row is outside of its labels, so there is nothing to learn from")
    return left


def _outside(rows: Rows, labels: list[Label]) -> list[Rows]:
    kept = np.ones(len(rows.times), bool)
    for label in labels:
        if label.entity == rows.entity:
            first, end = np.searchsorted(rows.times, (label.begin, label.end))
            kept[first:end] = False
    edges = np.flatnonzero(np.diff(np.concatenate([[False], kept, [False]])))
    return [rows.part(slice(first, end)) for first, end in edges.reshape(-1, 2)]


def classes_of(labels: list[Label]) -> list[str]:
    """The names of the classes, in the network's order."""
    return [NORMAL, *sorted({label.kind for label in labels})]


def class_of_rows(rows: list[Rows], labels: list[Label]) -> np.ndarray:
    """The number of each row's class, entity after entity; where labels overlap, the later's."""
    numbers = {name: number for number, name in enumerate(classes_of(labels))}
    in_order = sorted(labels, key=lambda label: label.begin)
    found = []
    for each in rows:
        classes = np.zeros(len(each.times), np.int64)
        for label in (label for label in in_order if label.entity == each.entity):
            first, end = np.searchsorted(each.times, (label.begin, label.end))
            classes[first:end] = numbers[label.kind]
        found.append(classes)
    return np.concatenate(found)


def _label(where: str, line: str) -> Label:
    try:
        value: Any = json.loads(line)
        entity, kind = value["entity"], value["kind"]
        begin, end = (millis_of(where, value[key]) for key in ("from", "to"))
    except (ValueError, KeyError, TypeError) as error:
        raise Problem(f"{where}: this is no label; it must be like {_LIKE}") from error
    if not (isinstance(entity, str) and isinstance(kind, str) and kind.strip()) or begin >= end:
        raise Problem(f"{where}: this is no label; it must be like {_LIKE}, and end after it "
                      "begins")
    if kind == NORMAL:
        raise Problem(f"{where}: kind: '{NORMAL}' is what no label is about; leave it out")
    return Label(entity, begin, end, kind)
