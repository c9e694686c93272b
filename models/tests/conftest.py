"""A tiny recording and one small trained bundle, shared by the tests."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Callable, NamedTuple

import numpy as np
import pytest

from kilter_models.__main__ import main, parse_arguments
from kilter_models.families import FAMILIES

PACKAGE = Path(__file__).resolve().parent.parent
SMALL = ("--name", "tiny", "--version", "1", "--hidden", "8", "--latent", "3", "--length", "16",
         "--epochs", "2", "--sequences-per-epoch", "1500")


def event(entity: str, second: int, values: dict) -> str:
    """One line of a recording."""
    time = f"2026-03-01T{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}Z"
    return json.dumps({"entity": entity, "time": time, "values": values}) + "\n"


def normal_lines(entities: int, rows: int, seed: int = 1) -> list[str]:
    """Events of machines whose channels follow a slowly changing load."""
    noise = np.random.default_rng(seed)
    return [event(f"pump-{entity}", 10 * row, {
        "speed": 1500 + 300 * np.sin(row / 30 + entity) + noise.normal(),
        "temperature": 60 + 8 * np.sin(row / 30 + entity - 0.5) + 0.1 * noise.normal()})
        for row in range(rows) for entity in range(entities)]


def faulty(entities: int = 6, rows: int = 200) -> tuple[list[str], list[str]]:
    """Events of machines that each run hot for a while, and too fast for another; their labels."""
    spans = {"hot": (40, 80), "fast": (120, 160)}
    events, labels = normal_lines(entities, rows), []
    for place, line in enumerate(events):
        row, values = place // entities, json.loads(line)["values"]
        values["temperature"] += 30 * (spans["hot"][0] <= row < spans["hot"][1])
        values["speed"] += 1500 * (spans["fast"][0] <= row < spans["fast"][1])
        events[place] = event(f"pump-{place % entities}", 10 * row, values)
    for kind, span in spans.items():
        begin, end = (json.loads(event("", 10 * row, {}))["time"] for row in span)
        labels += [json.dumps({"entity": f"pump-{entity}", "from": begin, "to": end,
                               "kind": kind}) + "\n" for entity in range(entities)]
    return events, labels


def kilter_models(*arguments: object) -> subprocess.CompletedProcess:
    """Runs the command line as a user would."""
    return subprocess.run([sys.executable, "-m", "kilter_models", *map(str, arguments)],
                          cwd=PACKAGE, env={**os.environ, "OMP_NUM_THREADS": "1"},
                          capture_output=True, text=True, check=False)


def run_here(*arguments: object) -> None:
    """Runs the command line in this process, which spares loading PyTorch; raises Problem."""
    parsed = parse_arguments([str(each) for each in arguments])
    parsed.run(parsed)


def small(family: str) -> tuple[str, ...]:
    """Options of a training that is soon over."""
    if FAMILIES[family].carries_state:
        return (*SMALL[:6], "--family", family, "--length", "16", "--warm-up", "4", "--epochs", "2",
                "--sequences-per-epoch", "320")
    if FAMILIES[family].classifies:
        return (*SMALL[:6], "--family", family, "--length", "8", "--epochs", "6",
                "--batch", "16")
    learns = family.endswith("autoencoder")
    return (*(SMALL if learns else SMALL[:4]), "--family", family)


class Outcome(NamedTuple):
    """How a run of the command line ended."""

    returncode: int
    stdout: str
    stderr: str


RunMain = Callable[..., Outcome]


@pytest.fixture
def run_main(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> RunMain:
    """Runs the command line as a user would, but in this process."""
    def run(*arguments: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["kilter_models", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        return Outcome(ended.value.code, *capsys.readouterr())

    return run


def bundle_of(base: Path, family: str, *options: object) -> Path:
    """A small bundle that was trained with these options, exported and verified."""
    run_here("train", "--out", base / "run", *small(family), *options)
    run_here("export", base / "run", "--to", base)
    run_here("verify", base / "tiny" / "1")
    return base / "tiny" / "1"


@pytest.fixture(scope="session")
def recording(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six machines, 200 rows each, gzipped."""
    path = tmp_path_factory.mktemp("recording") / "normal.jsonl.gz"
    path.write_bytes(gzip.compress("".join(normal_lines(6, 200)).encode()))
    return path


@pytest.fixture(scope="session")
def zoo(recording: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A zoo with the bundle tiny/1, made by the commands."""
    base = tmp_path_factory.mktemp("zoo")
    trained = kilter_models("train", "--recording", recording, "--out", base / "run", *SMALL)
    assert trained.returncode == 0, trained.stderr
    exported = kilter_models("export", base / "run", "--to", base)
    assert exported.returncode == 0, exported.stderr
    return base
