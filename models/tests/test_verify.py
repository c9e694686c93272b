"""Bundles as others export them, and what verify finds wrong with a forecaster."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
from pathlib import Path
from typing import Callable

import numpy as np
import onnx
import pytest
from conftest import Outcome, RunMain, bundle_of
from onnx import NodeProto, TensorProto, helper, numpy_helper

from kilter_models.evaluate import evaluate
from kilter_models.problem import Problem
from kilter_models.prove import check_golden

MEAN, DEVIATION = np.array([70.0, 0.5]), np.array([4.0, 0.25])
HALF = helper.make_node("Mul", ["input", "half"], ["output"])


def foreign(base: Path, node: NodeProto = HALF, rows: object = 4, **changes: object) -> Path:
    """A network that makes half of what it is given, batch-major, scaled by whoever asks it."""
    infos = [[helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", size, 2])]
             for name, size in (("input", 4), ("output", rows))]
    half = numpy_helper.from_array(np.array([0.5], np.float32), "half")
    model = helper.make_model(helper.make_graph([node], "half", *infos, [half]),
                              ir_version=8, opset_imports=[helper.make_opsetid("", 15)])
    bundle = base / "half" / "1"
    bundle.mkdir(parents=True)
    (bundle / "model.onnx").write_bytes(model.SerializeToString())
    write(bundle / "model.json", {**contract(model), **changes})
    write(bundle / "golden.json", {"tolerance": 1e-4, "channels": ["temperature", "vibration"],
                                   "sequences": [golden(seed) for seed in (1, 2)]})
    return bundle


def contract(model: onnx.ModelProto) -> dict:
    """What is promised of it."""
    return {
        "format": 1, "name": "half", "version": "1", "kind": "reconstruction",
        "sha256": hashlib.sha256(model.SerializeToString()).hexdigest(),
        "channels": [{"name": name, "unit": "1", "aggregate": "last", "fill": "hold"}
                     for name in ("temperature", "vibration")],
        "sequence": {"length": 4, "stride": 1}, "axes": "batch-major",
        "inputs": [{"name": "input", "role": "sequence"}],
        "outputs": [{"name": "output", "role": "reconstruction"}],
        "scaling": {"mean": MEAN.tolist(), "deviation": DEVIATION.tolist()},
        "errors": {"of": "newest", "mean": [0, 0], "deviation": [1, 1]},
        "smoothing": {"weight": 0.5}, "quantiles": {"0.99": 3},
        "training": {"data": 64 * "0", "rows": 1, "seed": 1, "date": "2026-01-01", "versions": {},
                     "command": ""}}


def golden(seed: int) -> dict:
    """A sequence in units; the errors are what the pipeline counts where the graph does not."""
    scaled = np.random.default_rng(seed).normal(size=(4, 2))
    return {"input": (scaled * DEVIATION + MEAN).tolist(),
            "outputs": {"reconstruction": (scaled / 2 * DEVIATION + MEAN).tolist(),
                        "errors": np.abs(scaled[-1] / 2).tolist()}}


def write(path: Path, value: dict) -> None:
    path.write_text(json.dumps(value))


def change(path: Path, edit: Callable[[dict], None]) -> None:
    value = json.loads(path.read_text())
    edit(value)
    write(path, value)


def refused(outcome: Outcome, *words: str) -> None:
    assert outcome.returncode == 2, outcome.stdout
    assert all(word in outcome.stderr for word in words), outcome.stderr
    assert outcome.stderr.count("\n") == 1 and "Traceback" not in outcome.stderr


@pytest.mark.parametrize("rows", [4, "some"])
def test_a_network_that_is_scaled_for_verifies(run_main: RunMain, tmp_path: Path,
                                               rows: object) -> None:
    verified = run_main("verify", foreign(tmp_path, rows=rows))
    assert verified.returncode == 0, verified.stderr
    assert "golden: 2 sequences agree" in verified.stdout


def test_another_scaling_is_noticed(run_main: RunMain, tmp_path: Path) -> None:
    bundle = foreign(tmp_path, scaling={"mean": [70.0, 0.5], "deviation": [4.0, 0.26]})
    refused(run_main("verify", bundle), "golden.json: sequence 0", "is off by")


def test_an_operator_that_numpy_does_not_know_is_named(run_main: RunMain, tmp_path: Path) -> None:
    node = helper.make_node("Elu", ["input"], ["output"])
    verified = run_main("verify", foreign(tmp_path, node))
    refused(verified, str(tmp_path))
    known = importlib.util.find_spec("onnxruntime")
    assert ("is off by" if known else "operator Elu needs onnxruntime") in verified.stderr


@pytest.mark.parametrize("edit, words", [
    (lambda golden: golden["channels"].reverse(), "channels: made with vibration, temperature"),
    (lambda golden: golden["sequences"].pop(), "sequences: a list of 2 at least"),
    (lambda golden: golden["sequences"][0]["outputs"].update(score=[1]), "outputs.score"),
])
def test_golden_outputs_of_something_else_are_refused(
        run_main: RunMain, tmp_path: Path, edit: Callable, words: str) -> None:
    bundle = foreign(tmp_path)
    change(bundle / "golden.json", edit)
    refused(run_main("verify", bundle), "golden.json", words)


@pytest.fixture(scope="module")
def forecaster(recording: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small bundle of two layers."""
    return bundle_of(tmp_path_factory.mktemp("forecaster"), "lstm-forecaster", "--recording",
                     recording, "--layers", 2, "--epochs", 1)


@pytest.mark.parametrize("file, edit, words", [
    ("model.json", lambda it: it["outputs"].pop(), "gives back what it takes"),
    ("model.json", lambda it: it.update(inputs=it["inputs"][:1], outputs=it["outputs"][:2]),
     "gives back what it takes"),
    ("model.json", lambda it: it["sequence"].update(length=2), "of shape [2, None, 2]"),
    ("model.json", lambda it: it["sequence"].update(warmUp=-1), "warmUp: -1 is less than 0"),
    ("model.json", lambda it: it.update(kind="reconstruction"), "one of the role reconstruction"),
    ("model.json", lambda it: it["outputs"].append({"name": "errors", "role": "forecast"}),
     "outputs: one of the role forecast"),
    ("model.json", lambda it: it.update(scaling={"mean": [0], "deviation": [1, 1]}),
     "scaling.mean: 2 numbers are expected"),
    ("golden.json", lambda it: it["sequences"][0]["outputs"]["forecast"].reverse(), "is off by"),
    ("golden.json", lambda it: it["sequences"][0].update(input=it["sequences"][0]["input"][:1]),
     "does not show that the state goes on"),
])
def test_a_damaged_forecaster_is_refused(run_main: RunMain, forecaster: Path, tmp_path: Path,
                                         file: str, edit: Callable, words: str) -> None:
    bundle = tmp_path / "tiny" / "1"
    shutil.copytree(forecaster, bundle)
    change(bundle / file, edit)
    refused(run_main("verify", bundle), file.replace("model.json", "model."), words)


def test_a_forecast_that_has_seen_its_row_is_refused(forecaster: Path) -> None:
    promise, shown = (json.loads((forecaster / name).read_text())
                      for name in ("model.json", "golden.json"))
    model = onnx.load_model_from_string((forecaster / "model.onnx").read_bytes())

    def peeking(inputs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        outputs = evaluate(model, inputs)
        return {**outputs, "forecast": outputs["forecast"] + 0 * inputs["sequence"]}

    with pytest.raises(Problem, match="the forecast of a row depends on the row itself"):
        check_golden(forecaster, promise, shown["sequences"], model, peeking)
