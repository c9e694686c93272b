"""The commands from recording to verified bundle."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest
from conftest import SMALL, kilter_models


def test_a_trained_and_exported_bundle_verifies(zoo: Path) -> None:
    verified = kilter_models("verify", zoo / "tiny" / "1")
    assert verified.returncode == 0, verified.stderr
    assert "agree with PyTorch" in verified.stdout


def test_the_contract_names_everything_the_pipeline_reads(zoo: Path) -> None:
    contract = json.loads((zoo / "tiny" / "1" / "model.json").read_text())
    graph = (zoo / "tiny" / "1" / "model.onnx").read_bytes()
    assert contract["format"] == 1
    assert contract["sha256"] == hashlib.sha256(graph).hexdigest()
    assert [channel["name"] for channel in contract["channels"]] == ["speed", "temperature"]
    assert contract["sequence"] == {"length": 16, "stride": 1}
    assert list(contract["quantiles"]) == ["0.99", "0.999", "0.9999"]
    assert contract["training"]["rows"] == 1000


def test_one_seed_gives_one_model_and_another_seed_another(
        recording: Path, zoo: Path, tmp_path: Path) -> None:
    def sha256(seed: int) -> str:
        run = tmp_path / str(seed)
        kilter_models("train", "--recording", recording, "--out", run, "--seed", seed, *SMALL)
        kilter_models("export", run, "--to", run)
        return json.loads((run / "tiny" / "1" / "model.json").read_text())["sha256"]

    first = json.loads((zoo / "tiny" / "1" / "model.json").read_text())["sha256"]
    assert sha256(7) == first
    assert sha256(8) != first


def test_a_version_that_exists_is_not_overwritten(zoo: Path) -> None:
    again = kilter_models("export", zoo / "run", "--to", zoo)
    assert again.returncode == 2
    assert "versions do not change" in again.stderr


def test_training_reports_epoch_loss_and_time_left(recording: Path, tmp_path: Path) -> None:
    trained = kilter_models("train", "--recording", recording, "--out", tmp_path, *SMALL)
    assert "epoch 2/2  loss " in trained.stdout
    assert "s left" in trained.stdout


@pytest.mark.parametrize("damage, message", [
    (lambda bundle: (bundle / "model.onnx").write_bytes(b"no graph"), "SHA-256"),
    (lambda bundle: (bundle / "golden.json").unlink(), "cannot be read"),
    (lambda bundle: _change(bundle / "model.json", axes="sideways"), "axes"),
    (lambda bundle: _change(bundle / "model.json", surprise=1), "surprise: is not a known key"),
    (lambda bundle: _change(bundle / "model.json", version="2"), "the directory is"),
    (lambda bundle: _change(bundle / "model.json", sequence={"length": 15, "stride": 1}), "shape"),
    (lambda bundle: _shift_golden(bundle / "golden.json"), "is off by"),
])
def test_a_damaged_bundle_is_refused(zoo: Path, tmp_path: Path, damage, message: str) -> None:
    bundle = tmp_path / "tiny" / "1"
    shutil.copytree(zoo / "tiny" / "1", bundle)
    damage(bundle)
    verified = kilter_models("verify", bundle)
    assert verified.returncode == 2
    assert message in verified.stderr
    assert "Traceback" not in verified.stderr


def _change(path: Path, **changes: object) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), **changes}))


def _shift_golden(path: Path) -> None:
    golden = json.loads(path.read_text())
    golden["sequences"][2]["outputs"]["errors"][0] += 1e-3
    path.write_text(json.dumps(golden))
