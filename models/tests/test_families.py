"""The autoencoders: each exported graph against PyTorch, and from recording to verified bundle."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from conftest import PACKAGE, bundle_of
from onnx import numpy_helper

from kilter_models.autoencoder import Autoencoder, Layers
from kilter_models.evaluate import evaluate, evaluator
from kilter_models.families import FAMILIES, LAYERS
from kilter_models.graph import build_graph
from kilter_models.network import Frame, Network
from kilter_models.networks import frame_of, new_network
from kilter_models.settings import Settings

AUTOENCODERS = [name for name in FAMILIES if name.endswith("autoencoder")]
CASES = [(family, layers) for family in AUTOENCODERS for layers in LAYERS]


def network_of(family: str, layers: int, **more: object) -> Network:
    """Three channels, the weights at random and large enough to matter."""
    torch.manual_seed(layers)
    settings = Settings("tiny", "1", family, layers=layers, hidden=6, latent=4, length=9, **more)
    frame = frame_of(settings, torch.tensor([3.0, 1500, 0]), torch.tensor([0.5, 300, 2]))
    network = new_network(settings, frame)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.mul_(2)
    return network.eval()


def assert_agree(network: Network, family: str, inputs: list[torch.Tensor], varying: bool) -> None:
    """Both evaluations of the exported graph against PyTorch, in scaled units."""
    with torch.no_grad():
        rebuilt, errors = network(*inputs)
    assert np.ptp(((rebuilt - network.mean) / network.deviation).numpy()) > 0.01
    model = build_graph(network, family, varying)
    named = {name: each.numpy() for name, each in zip(("sequence", "mask"), inputs)}
    for found in (evaluate(model, named), evaluator(model)[1](named)):
        scaled = (found["reconstruction"] - rebuilt.numpy()) / network.deviation.numpy()
        np.testing.assert_allclose(scaled, 0, atol=1e-5)
        np.testing.assert_allclose(found["errors"], errors.numpy(), rtol=1e-5, atol=1e-5)


def sequences(network: Network, length: int, batch: int) -> torch.Tensor:
    """Rows around the mean, in units."""
    return torch.randn(length, batch, 3) * network.deviation * 2 + network.mean


@pytest.mark.parametrize("batch", [1, 7, 64])
@pytest.mark.parametrize("family, layers", CASES)
def test_the_exported_graph_agrees_with_pytorch(family: str, layers: int, batch: int) -> None:
    network = network_of(family, layers)
    assert_agree(network, family, [sequences(network, 9, batch)], varying=False)


@pytest.mark.parametrize("length", [1, 4, 9])
@pytest.mark.parametrize("family, layers", CASES)
def test_the_graph_told_by_a_mask_agrees_at_every_length(
        family: str, layers: int, length: int) -> None:
    network = network_of(family, layers, mask=True)
    mask = (torch.rand(length, 7, 3) < 0.7).float()
    assert_agree(network, family, [sequences(network, length, 7), mask], varying=True)


@pytest.mark.parametrize("family, layers", CASES)
def test_a_nan_anywhere_makes_the_whole_answer_nan(family: str, layers: int) -> None:
    network = network_of(family, layers)
    values = sequences(network, 9, 2).numpy()
    values[0, 1, 2] = np.nan
    found = evaluate(build_graph(network, family), {"sequence": values})
    assert np.isfinite(found["errors"][0]).all() and np.isnan(found["errors"][1]).all()
    assert np.isnan(found["reconstruction"][:, 1]).all()


@pytest.mark.parametrize("family", AUTOENCODERS)
def test_the_graph_holds_no_initial_states_and_no_layer_that_widens_the_latent_vector(
        family: str) -> None:
    model = build_graph(network_of(family, 2), family)
    recurrent = [node for node in model.graph.node if node.op_type in ("LSTM", "GRU")]
    assert all(len(node.input) == 4 for node in recurrent)
    products = [node for node in model.graph.node if node.op_type == "MatMul"]
    assert [node.input[1] for node in products] == ["squeeze.weight", "readout.weight"]
    assert [output.name for output in model.graph.output] == ["reconstruction", "errors"]
    assert model.opset_import[0].version == 15


@pytest.mark.parametrize("family", AUTOENCODERS)
def test_a_bundle_of_the_family_verifies_and_says_what_it_is(
        family: str, recording: Path, tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, family, "--recording", recording, "--layers", 2)
    contract = json.loads((bundle / "model.json").read_text())
    assert contract["training"]["family"] == family
    card = (bundle / "README.md").read_text()
    assert f"Family `{family}`" in card and FAMILIES[family].title in card
    assert " 2 " + ("GRU" if "gru" in family else "LSTM") + " layers of 8" in card
    assert ("in both directions" in card) == ("bidirectional" in family)


@pytest.mark.parametrize("family", AUTOENCODERS)
def test_one_seed_gives_one_model(family: str, recording: Path, tmp_path: Path) -> None:
    graphs = [(bundle_of(tmp_path / name, family, "--recording", recording, "--epochs", 1)
               / "model.onnx").read_bytes() for name in ("one", "two")]
    assert graphs[0] == graphs[1]


def test_the_graph_of_one_lstm_layer_is_byte_for_byte_what_the_zoo_was_exported_with() -> None:
    published = (PACKAGE / "zoo" / "pump-lstm-ae" / "1" / "model.onnx").read_bytes()
    weights = {each.name: torch.from_numpy(numpy_helper.to_array(each).copy())
               for each in onnx.load_model_from_string(published).graph.initializer}
    network = Autoencoder(Frame(48, weights["mean"], weights["deviation"]), Layers(32, 8))
    state = {name: weights[name] for name in ("mean", "deviation", "ceiling")}
    for name in ("squeeze", "readout"):
        state[f"{name}.weight"] = weights[f"{name}.weight"].T
        state[f"{name}.bias"] = weights[f"{name}.bias"]
    for name in ("encoder", "decoder"):
        parts = [weights[f"{name}.input"][0], weights[f"{name}.recurrent"][0],
                 *weights[f"{name}.bias"][0].chunk(2)]
        for key, gates in zip(("weight_ih", "weight_hh", "bias_ih", "bias_hh"), parts):
            entry, output, forget, candidate = gates.chunk(4)
            state[f"{name}.{key}_l0"] = torch.cat([entry, forget, candidate, output])
    network.load_state_dict(state)
    assert build_graph(network).SerializeToString() == published
