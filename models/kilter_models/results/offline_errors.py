"""The errors of an offline baseline, as rows that the pipeline judges."""

from __future__ import annotations

import json
import math
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

import numpy as np

from ..offline import baseline
from ..offline.rows import Scaled
from ..recording import Rows
from ..sequences import split_held_out
from .entities import channel_names, stretches_of
from .scoring import Cost

SINGLE = ["score"]  # the channel of a baseline with one number a row


@dataclass(frozen=True)
class Fitted:
    """An offline baseline, fitted on one entity's rows; its columns are called so."""

    scaled: Scaled
    names: list[str]

    def write(self, rows: Path, to: Path, header: bool) -> Cost:
        """Writes the errors of a file of rows, as rows to train on or as events."""
        stretches, times = stretches_of(rows)
        errors, seconds = _errors(self.scaled, stretches)
        channels = [{"name": name, "unit": "1", "fill": "none"} for name in self.names]
        first = [json.dumps({"kilterRows": 1, "channels": channels}) + "\n"] if header else []
        to.parent.mkdir(parents=True, exist_ok=True)
        with to.open("w", encoding="utf-8") as file:
            file.writelines([*first, *_lines(self.names, stretches, errors, times)])
        return Cost(seconds, len(times))


def fit(family: str, rows: Path, held_out: float) -> Fitted:
    """Fits on all rows but those held out.

    The split is the one that training makes of the errors' rows, so what calibrates was not
    fitted.
    """
    older, _ = split_held_out(stretches_of(rows)[0], held_out)
    scaled = Scaled(baseline(family))
    scaled.fit([each.values for each in older])
    return Fitted(scaled, SINGLE if scaled.single else channel_names(rows))


def _errors(scaled: Scaled, stretches: list[Rows]) -> tuple[list[np.ndarray], float]:
    """The errors of each stretch, and the seconds it took to compute them."""
    started = time.monotonic()
    errors = [scaled.errors(stretch.values) for stretch in stretches]
    return errors, time.monotonic() - started


def _lines(names: list[str], stretches: list[Rows], errors: list[np.ndarray],
           times: list[str]) -> Iterator[str]:
    """A line for each row with an error; the first of a stretch begins it."""
    clock = iter(times)
    for stretch, rows in zip(stretches, errors):
        begins = True
        for values, instant in zip(rows, clock):
            if not np.isnan(values).all():
                head = {"entity": stretch.entity, "time": instant, "begins": begins}
                yield _line(head, names, values)
                begins = False


def _line(head: dict[str, object], names: list[str], errors: np.ndarray) -> str:
    values = {name: float(f"{error:.7g}") for name, error in zip(names, errors.tolist())
              if math.isfinite(error)}
    return json.dumps({**head, "values": values}) + "\n"

