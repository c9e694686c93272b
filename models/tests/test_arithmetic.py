"""The arithmetic that must be exact: held values, sequences, scores, the exported graph."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from kilter_models.autoencoder import Autoencoder, Layers
from kilter_models.calibration import calibrate, measure_ceiling, final_scores, raw_scores
from kilter_models.corruption import corrupt
from kilter_models.durations import duration_millis
from kilter_models.evaluate import evaluate, evaluator
from kilter_models.graph import build_graph
from kilter_models.network import Frame
from kilter_models.recording import Rows, hold
from kilter_models.schema import model_schema, violations
from kilter_models.settings import Settings
from kilter_models.sequences import cut_sequences, split_held_out
from kilter_models.training import measure_noise


def rows(entity: str, values: np.ndarray) -> Rows:
    """Rows of which all that is there was measured."""
    return Rows(entity, values, ~np.isnan(values), "")


def test_a_held_value_stands_in_until_it_is_too_old() -> None:
    values = np.array([np.nan, 5, np.nan, np.nan, 6])
    held = hold(values, np.array([0, 10, 70, 71, 80]), 60)
    np.testing.assert_array_equal(held, [np.nan, 5, 5, np.nan, 6])


def test_a_sequence_neither_crosses_entities_nor_holds_a_hole() -> None:
    first, second = np.arange(12.0).reshape(6, 2), np.arange(8.0).reshape(4, 2)
    first[1, 0] = np.nan
    sequences = cut_sequences([rows("a", first), rows("b", second)], 3)
    assert sequences.newest.tolist() == [4, 5, 8, 9]
    assert sequences.starts_entity.tolist() == [True, False, True, False]
    np.testing.assert_array_equal(sequences.take(np.array([2]))[:, 0], second[:3])


def test_held_out_entities_are_never_trained_on() -> None:
    pumps = [rows(f"pump-{number}", np.ones((20, 1))) for number in range(10)]
    trained, held_out = split_held_out(pumps, 0.2)
    assert len(trained) == 8 and len(held_out) == 2
    assert not {each.entity for each in trained} & {each.entity for each in held_out}


def test_the_average_begins_anew_with_each_entity() -> None:
    starts = np.array([True, False, True, False])
    np.testing.assert_allclose(final_scores(np.array([1.0, 2, 5, 6]), starts, 0.1),
                               [1, 1.1, 5, 5.1])


def test_scores_are_the_mean_of_standardised_errors() -> None:
    raw = raw_scores(np.array([[3.0, 5.0]]), np.array([1.0, 1.0]), np.array([2.0, 4.0]))
    assert raw.tolist() == [1.0]


def test_a_channel_without_errors_divides_by_a_floor() -> None:
    settings = Settings("a", "1", smoothing=0.1, error="absolute")
    calibration = calibrate(np.zeros((50, 2)), np.arange(50) == 0, settings, np.zeros(2, bool))
    assert calibration.deviation == [0.01, 0.01]
    assert calibration.quantiles["0.9999"] == 0


@pytest.mark.parametrize("error", ["absolute", "squared"])
@pytest.mark.parametrize("batch", [1, 2, 33])
def test_the_exported_graph_agrees_with_pytorch(error: str, batch: int) -> None:
    torch.manual_seed(1)
    frame = Frame(16, torch.tensor([3.0, 1500, 0]), torch.tensor([0.5, 300, 2]), error)
    network = Autoencoder(frame, Layers(12, 5)).eval()
    network.ceiling.copy_(torch.tensor([0.5, 2, 100]))
    sequence = torch.randn(16, batch, 3) * network.deviation * 2 + network.mean
    with torch.no_grad():
        rebuilt, errors = network(sequence)
    model = build_graph(network)
    for found in (evaluate(model, {"sequence": sequence.numpy()}),
                  evaluator(model)[1]({"sequence": sequence.numpy()})):
        scaled = (found["reconstruction"] - rebuilt.numpy()) / network.deviation.numpy()
        np.testing.assert_allclose(scaled, 0, atol=1e-5)
        np.testing.assert_allclose(found["errors"], errors.numpy(), rtol=1e-5, atol=1e-5)


def test_an_error_counts_no_more_than_its_ceiling() -> None:
    network = Autoencoder(Frame(16, torch.zeros(2), torch.ones(2)), Layers(8, 4)).eval()
    network.ceiling.copy_(torch.tensor([3.0, 1e9]))
    sequence = np.full((16, 1, 2), 1000, dtype=np.float32)
    found = evaluator(build_graph(network))[1]({"sequence": sequence})["errors"][0]
    assert found[0] == 3 and 1e5 < found[1] < 1e7


def test_the_ceiling_is_a_multiple_of_what_one_in_a_hundred_exceeds() -> None:
    errors = np.stack([np.arange(101.0), np.zeros(101)], axis=1)
    np.testing.assert_allclose(measure_ceiling(errors, 8, "squared"), [8 * 99, 8 * 1e-4])


def test_a_nan_anywhere_makes_the_whole_answer_nan() -> None:
    network = Autoencoder(Frame(16, torch.zeros(3), torch.ones(3), "absolute"), Layers(8, 4)).eval()
    sequence = np.zeros((16, 2, 3), dtype=np.float32)
    sequence[0, 1, 2] = np.nan
    found = evaluator(build_graph(network))[1]({"sequence": sequence})
    assert np.isfinite(found["errors"][0]).all() and np.isnan(found["errors"][1]).all()
    assert np.isnan(found["reconstruction"][:, 1]).all()


def test_durations_are_iso_8601() -> None:
    assert duration_millis("PT60S") == 60_000
    assert duration_millis("P1DT1H1.5S") == 90_001_500
    for text in ("60s", "P", "PT", "P1"):
        with pytest.raises(ValueError):
            duration_millis(text)


def test_the_schema_names_key_and_value() -> None:
    found = list(violations({"format": 2}, model_schema()))
    assert "format: 2 is not 1" in found
    assert "channels: is missing" in found


def test_corruption_disturbs_one_or_two_channels_of_a_share_of_the_sequences() -> None:
    torch.manual_seed(1)
    scaled = torch.randn(16, 400, 5)
    disturbed = (corrupt(scaled, torch.full((5,), 0.1), 0.5) != scaled).any(dim=0).sum(dim=1)
    assert disturbed.max() == 2
    assert 150 < (disturbed > 0).sum() < 250


def test_noise_is_what_a_channel_jitters_by_from_row_to_row() -> None:
    random = np.random.default_rng(1)
    wave = 100 * np.sin(np.arange(20_000) / 500)
    noisy = np.stack([wave + random.normal(size=20_000), np.ones(20_000)], axis=1)
    np.testing.assert_allclose(measure_noise(noisy, np.array([10.0, 1.0]), 0.01), [0.1, 0.01], rtol=0.05)


def test_noise_of_a_channel_never_measured_in_two_rows_running_is_a_number() -> None:
    values = np.random.default_rng(1).normal(size=(20_000, 3))
    values[::2, 1] = np.nan
    values[1:, 2] = np.nan
    np.testing.assert_allclose(measure_noise(values, np.ones(3), 0.01), [1, 1, 0.01], rtol=0.05)
