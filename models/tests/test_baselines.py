"""The baselines: principal components and z-score, through the same contract."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import bundle_of

from kilter_models.baselines import Components, Mean, fit_components
from kilter_models.evaluate import evaluate, evaluator
from kilter_models.fitting import fit_network
from kilter_models.graph import build_graph
from kilter_models.network import Frame, Network
from kilter_models.problem import Problem
from kilter_models.recording import Rows
from kilter_models.sequences import Sequences, cut_sequences
from kilter_models.settings import Settings

MEAN, DEVIATION = torch.tensor([3.0, 1500, 0]), torch.tensor([0.5, 300, 2])


def components(masked: bool = False) -> Components:
    """Five directions at random, at right angles to each other."""
    torch.manual_seed(4)
    across, _ = torch.linalg.qr(torch.randn(30, 5))
    return Components(Frame(10, MEAN, DEVIATION, masked=masked), across, torch.randn(30))


def mean(masked: bool = False) -> Mean:
    """Of single rows."""
    return Mean(Frame(1, MEAN, DEVIATION, "absolute", masked))


def waves(count: int) -> Sequences:
    """Sequences of 10 rows of three channels that two waves make, with a little noise."""
    random = np.random.default_rng(6)
    time = np.arange(count)
    two = np.stack([np.sin(time / 9), np.sin(time / 5 + 1)], axis=1)
    values = two @ np.array([[1.0, 2, 0], [0, 1, 3]]) + 0.01 * random.normal(size=(count, 3))
    values = (values * DEVIATION.numpy() + MEAN.numpy()).astype(np.float32)
    return cut_sequences([Rows("a", values, np.ones_like(values, dtype=bool), "")], 10)


def quiet(line: str) -> None:
    """Says nothing."""


@pytest.mark.parametrize("batch", [1, 7, 64])
@pytest.mark.parametrize("masked", [False, True])
@pytest.mark.parametrize("make", [components, mean])
def test_the_exported_graph_agrees_with_pytorch(make, masked: bool, batch: int) -> None:
    network: Network = make(masked)
    sequence = torch.randn(network.length, batch, 3) * DEVIATION * 2 + MEAN
    inputs = [sequence, (torch.rand(sequence.shape) < 0.7).float()][:1 + masked]
    with torch.no_grad():
        rebuilt, errors = network(*inputs)
    model = build_graph(network)
    named = {name: each.numpy() for name, each in zip(("sequence", "mask"), inputs)}
    for found in (evaluate(model, named), evaluator(model)[1](named)):
        scaled = (found["reconstruction"] - rebuilt.numpy()) / DEVIATION.numpy()
        np.testing.assert_allclose(scaled, 0, atol=1e-5)
        np.testing.assert_allclose(found["errors"], errors.numpy(), rtol=1e-5, atol=1e-5)


@pytest.mark.parametrize("make", [components, mean])
def test_a_nan_anywhere_makes_the_whole_answer_nan(make) -> None:
    network = make()
    values = MEAN.expand(network.length, 2, 3).numpy().copy()
    values[0, 1, 2] = np.nan
    found = evaluate(build_graph(network), {"sequence": values})
    assert np.isfinite(found["errors"][0]).all() and np.isnan(found["errors"][1]).all()
    assert np.isnan(found["reconstruction"][:, 1]).all()


def test_a_z_score_expects_the_mean_and_counts_deviations_from_it() -> None:
    row = np.array([[[4.0, 1500, -4]]], dtype=np.float32)
    found = evaluate(build_graph(mean()), {"sequence": row})
    np.testing.assert_array_equal(found["reconstruction"], [[[3, 1500, 0]]])
    np.testing.assert_allclose(found["errors"], [[2, 0, 2]])


def test_given_errors_are_taken_as_they_are() -> None:
    settings = Settings("tiny", "1", "given-errors", mask=True)
    network = fit_network(waves(50), (MEAN.numpy(), DEVIATION.numpy()), settings, quiet)
    rows = np.array([[[4.0, 1500, 0.25]]], dtype=np.float32)
    found = evaluate(build_graph(network), {"sequence": rows, "mask": np.ones_like(rows)})
    np.testing.assert_array_equal(found["errors"], rows[0])


def test_components_are_those_of_a_singular_value_decomposition() -> None:
    sequences = waves(400)
    network = fit_components(sequences, Frame(10, MEAN, DEVIATION),
                             Settings("tiny", "1", "pca", variance=0.999), quiet)
    scaled = network.scale(torch.from_numpy(sequences.take(np.arange(len(sequences)))))
    flat = scaled.numpy().swapaxes(0, 1).reshape(len(sequences), 30).astype(np.float64)
    centre = flat.mean(axis=0)
    _, sizes, rows = np.linalg.svd(flat - centre, full_matrices=False)
    shares = np.cumsum(sizes ** 2) / (sizes ** 2).sum()
    count = network.components.shape[1]
    assert count == 4 and shares[2] < 0.999 <= shares[3]  # two waves, each of two phases
    wanted = centre + (flat - centre) @ rows[:count].T @ rows[:count]
    rebuilt = network.rebuild(scaled).numpy().swapaxes(0, 1).reshape(wanted.shape)
    np.testing.assert_allclose(rebuilt, wanted, atol=1e-5)


def test_a_channel_that_parts_from_the_others_is_not_rebuilt() -> None:
    sequences = waves(400)
    network = fit_components(sequences, Frame(10, MEAN, DEVIATION),
                             Settings("tiny", "1", "pca", variance=0.999), quiet)
    normal = torch.from_numpy(sequences.take(np.arange(50)))
    faulty = normal.clone()
    faulty[-5:, :, 1] += 2 * DEVIATION[1]
    assert network(faulty)[1][:, 1].min() > 10 * network(normal)[1].max()


def test_not_every_component_is_taken_since_all_together_rebuild_anything() -> None:
    network = fit_components(waves(400), Frame(10, MEAN, DEVIATION),
                             Settings("tiny", "1", "pca", variance=1 - 1e-12), quiet)
    assert network.components.shape == (30, 29)


@pytest.mark.parametrize("mask", [(), ("--mask",)])
@pytest.mark.parametrize("family, length, says", [
    ("pca", 10, "leading components of normal ones, which hold 90% of their variance"),
    ("z-score", 1, "what is expected of each of 2 channels is its mean in training"),
    ("given-errors", 1, "the values of 2 channels are errors that something else computed"),
])
def test_a_bundle_of_the_family_verifies_and_says_what_it_is(
        family: str, length: int, says: str, mask: tuple, recording: Path,
        tmp_path: Path) -> None:
    bundle = bundle_of(tmp_path, family, "--recording", recording, *mask)
    contract = json.loads((bundle / "model.json").read_text())
    assert contract["training"]["family"] == family
    assert contract["sequence"] == {"length": length, "stride": 1}
    assert [each["role"] for each in contract["outputs"]] == ["reconstruction", "errors"]
    assert min(contract["quantiles"].values()) > 0
    assert says in (bundle / "README.md").read_text()


@pytest.mark.parametrize("family, option, value", [
    ("pca", "minimum_length", 5), ("pca", "layers", 2), ("z-score", "hidden", 8),
    ("z-score", "variance", 0.5), ("lstm-autoencoder", "variance", 0.5),
])
def test_an_option_that_means_nothing_to_the_family_is_refused(
        family: str, option: str, value: float) -> None:
    words = f"--{option.replace('_', '-')}: means nothing to --family {family}"
    with pytest.raises(Problem, match=words):
        Settings("tiny", "1", family, **{option: value}).check()


@pytest.mark.parametrize("family, few", [("pca", 1), ("gru-autoencoder", 1), ("z-score", -1)])
def test_a_sequence_has_two_rows_at_least_but_for_a_z_score(family: str, few: int) -> None:
    Settings("tiny", "1", family, length=few + (1 if few > 0 else 2)).check()
    with pytest.raises(Problem, match=f"--length: {few} rows are too few for --family {family}"):
        Settings("tiny", "1", family, length=few).check()
