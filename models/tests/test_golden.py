"""Golden outputs: what they notice of a network that was changed, the hash made to fit."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from conftest import RunMain, bundle_of
from onnx import numpy_helper

from kilter_models.golden import TOLERANCE, Proof
from kilter_models.network import Network
from kilter_models.run import load_run

FAMILIES = ("lstm-autoencoder", "lstm-forecaster")


@pytest.fixture(scope="module", params=FAMILIES)
def bundle(request: pytest.FixtureRequest, recording: Path,
           tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bundle_of(tmp_path_factory.mktemp(request.param), request.param, "--recording",
                     recording)


def outputs(network: Network, proofs: list[Proof]) -> list[np.ndarray]:
    with torch.no_grad():
        return [given.numpy() for proof in proofs
                for given in network(torch.from_numpy(proof.values[:, None]))]


def differ(before: list[np.ndarray], after: list[np.ndarray]) -> bool:
    """As admission holds outputs against golden ones."""
    return any((np.abs(one - other) > TOLERANCE * np.maximum(1, np.abs(one))).any()
               for one, other in zip(before, after))


def noticed(network: Network, proofs: list[Proof], tensor: torch.Tensor) -> list[bool]:
    """For each weight of a tensor, whether its change by the tensor's deviation shows."""
    before, weights = outputs(network, proofs), tensor.data.view(-1)
    change, shows = weights.std().item(), []
    for place in range(len(weights)):
        weight = weights[place].item()
        weights[place] = weight + change
        shows.append(differ(before, outputs(network, proofs)))
        weights[place] = weight
    return shows


def test_one_changed_weight_shows(bundle: Path) -> None:
    run = load_run(bundle.parent.parent / "run")
    shows = {name: noticed(run.network, run.proofs, tensor)
             for name, tensor in run.network.named_parameters()}
    dense = [name for name in shows if name.startswith(("squeeze", "readout"))]
    assert dense and all(all(shows[name]) for name in dense)
    share = np.mean([each for name in shows for each in shows[name]])
    assert share > (0.99 if "forecaster" in str(bundle) else 0.8)


@pytest.mark.parametrize("tensor", ["readout", "lstm"])
def test_a_changed_weight_is_refused_though_the_hash_fits(
        run_main: RunMain, bundle: Path, tmp_path: Path, tensor: str) -> None:
    changed = tmp_path / "tiny" / "1"
    shutil.copytree(bundle, changed)
    model = onnx.load_model_from_string((changed / "model.onnx").read_bytes())
    change_one(model, tensor)
    rehash(changed, model.SerializeToString())
    verified = run_main("verify", changed)
    assert verified.returncode == 2 and "is off by" in verified.stderr, verified.stderr


def change_one(model: onnx.ModelProto, kind: str) -> None:
    """One weight in the middle of the last kernel of the kind, by a tenth of their deviation."""
    operations = ("LSTM",) if kind == "lstm" else ("MatMul", "Gemm")
    names = [name for node in model.graph.node if node.op_type in operations for name in node.input]
    kernel = [each for each in model.graph.initializer
              if each.name in names and numpy_helper.to_array(each).ndim > 1][-1]
    values = numpy_helper.to_array(kernel).copy()
    values.flat[values.size // 2] += values.std() / 10
    kernel.CopyFrom(numpy_helper.from_array(values, kernel.name))


def rehash(bundle: Path, network: bytes) -> None:
    (bundle / "model.onnx").write_bytes(network)
    contract = json.loads((bundle / "model.json").read_text())
    contract["sha256"] = hashlib.sha256(network).hexdigest()
    (bundle / "model.json").write_text(json.dumps(contract))
