"""What `train` and `export` do, once their arguments are known."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import onnx
import torch

from .bundle import write_bundle
from .golden import choose_proofs
from .learning import learn, sequences_of
from .reading import Sources, read_sources
from .recording import Rows, digest
from .run import Run, load_run, save_run
from .settings import Settings
from .training import Report


def train_run(sources: Sources, settings: Settings, out: Path, report: Report) -> None:
    """Reads recordings, trains, calibrates and leaves a run directory."""
    started = time.monotonic()
    period, channels, rows = read_sources(sources, settings, report)
    names = [channel.name for channel in channels]
    learned = learn(rows, names, settings, report)
    seconds = round(time.monotonic() - started)
    provenance = provenance_of(sources, settings, (learned.trained, learned.held_out), seconds)
    proofs = choose_proofs(sequences_of(learned.held_out, names, settings, "held out"),
                           learned.scaling, settings)
    save_run(out, Run(settings, channels, learned.network, learned.usual, provenance, proofs,
                      period, learned.entities))
    report(f"written: {out} after {seconds} s")


def export_run(directory: Path, zoo: Path, replace: bool, notes: str, report: Report) -> None:
    """Writes the bundle of a finished run into a zoo."""
    run = load_run(directory)
    run.provenance.update(
        export=f"python -m kilter_models export {directory} --to {zoo}", notes=notes)
    report(f"written: {write_bundle(run, zoo, replace)}")


def provenance_of(sources: Sources, settings: Settings, split: tuple[list[Rows], list[Rows]],
                  seconds: int) -> dict[str, Any]:
    """The `training` object of model.json, and what the model card tells beside it."""
    told = [each for each in (sources.labels, sources.without) if each is not None]
    files = [*sources.recordings, *told]
    counts = [sum(len(each.values) for each in part) for part in split]
    names = [{each.entity for each in part} for part in split]
    return {
        "training": {
            "family": settings.family, "data": digest(files), "rows": counts[0],
            "seed": settings.seed, "date": date.today().isoformat(),
            "versions": {"torch": torch.__version__, "onnx": onnx.__version__},
            "command": sources.command,
        },
        "entities": len(names[0]), "held_out_rows": counts[1],
        "held_out_entities": len(names[1]), "seconds": seconds,
        "recorded_with": sources.recorded_with,
        "split": "by time, the newest rows" if names[0] & names[1] else "other entities",
    }
