"""A small bundle of every kind of network, for the Java side to admit: small_zoo.py DIRECTORY.

    PYTHONPATH=. python tests/small_zoo.py ../work/small-zoo
    ../kilter model verify ../work/small-zoo/zoo/*/*
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from typing import Iterator

from conftest import faulty, normal_lines, run_here, small

from kilter_models.families import FAMILIES, LAYERS


def kinds() -> Iterator[tuple[str, list[object]]]:
    """Names and options: every family and depth, plain, and told by a mask at any length.

    A forecaster takes row after row, so there is no length to vary.
    """
    for family, what in FAMILIES.items():
        if "layers" not in what.options:
            yield family, [*small(family)]
            yield f"{family}-masked", [*small(family), "--mask"]
            continue
        if what.carries_state:
            for layers in (1, 2):
                options = [*small(family), "--layers", layers]
                yield f"{family}-{layers}", options
                yield f"{family}-{layers}-masked", [*options, "--mask"]
            continue
        for layers in LAYERS:
            options = [*small(family), "--epochs", 1, "--layers", layers]
            yield f"{family}-{layers}", options
            yield f"{family}-{layers}-masked", [*options, "--mask", "--minimum-length", 6]


def for_many_entities() -> Iterator[tuple[str, list[object]]]:
    """One network with statistics of each entity beside it."""
    for family in ("z-score", "lstm-autoencoder", "lstm-forecaster"):
        yield f"{family}-per-entity", [*small(family), "--per-entity"]


def main(directory: Path) -> None:
    """Trains, exports and verifies each."""
    directory.mkdir(parents=True)
    recording = directory / "normal.jsonl.gz"
    recording.write_bytes(gzip.compress("".join(normal_lines(6, 200)).encode()))
    broken, labels = directory / "faulty.jsonl", directory / "labels.jsonl"
    for path, lines in zip((broken, labels), faulty()):
        path.write_text("".join(lines))
    for name, options in (*kinds(), *for_many_entities()):
        run = directory / "runs" / name
        told = ["--labels", labels] if name.startswith("lstm-classifier") else []
        run_here("train", "--recording", broken if told else recording, "--out", run, *options,
                 *told, "--name", name)
        run_here("export", run, "--to", directory / "zoo")
        run_here("verify", directory / "zoo" / name / "1")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
