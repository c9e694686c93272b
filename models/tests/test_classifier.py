"""The classifier: its graph against PyTorch, and from recording and labels to verified bundle."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
import torch
from conftest import Outcome, RunMain, bundle_of, event, faulty, small

from kilter_models.classifier import Classifier
from kilter_models.evaluate import evaluate, evaluator
from kilter_models.graph import build_graph
from kilter_models.network import Frame

FAMILY = "lstm-classifier"


class Told(NamedTuple):
    """A recording and its labels."""

    recording: Path
    labels: Path

    def options(self) -> tuple[object, ...]:
        return ("--recording", self.recording, "--labels", self.labels)


def written(folder: Path, events: list[str], labels: list[str]) -> Told:
    told = Told(folder / "faulty.jsonl", folder / "labels.jsonl")
    told.recording.write_text("".join(events))
    told.labels.write_text("".join(labels))
    return told


def network_of(layers: int, masked: bool = False) -> Classifier:
    """Three channels, four classes, the weights at random and large enough to matter."""
    torch.manual_seed(layers)
    frame = Frame(9, torch.tensor([3.0, 1500, 0]), torch.tensor([0.5, 300, 2]), masked=masked)
    network = Classifier(frame, 6, layers, 4)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.mul_(3)
    return network.eval()


def sequences(network: Classifier, length: int, batch: int) -> torch.Tensor:
    return torch.randn(length, batch, 3) * network.deviation * 2 + network.mean


def assert_agree(network: Classifier, inputs: list[torch.Tensor], varying: bool) -> None:
    with torch.no_grad():
        expected = network(*inputs).numpy()
    assert np.ptp(expected) > 0.1
    model = build_graph(network, FAMILY, varying)
    named = {name: each.numpy() for name, each in zip(("sequence", "mask"), inputs)}
    for found in (evaluate(model, named), evaluator(model)[1](named)):
        np.testing.assert_allclose(found["probabilities"], expected, rtol=0, atol=1e-5)


@pytest.mark.parametrize("batch", [1, 7, 64])
@pytest.mark.parametrize("layers", [1, 2])
def test_the_exported_graph_agrees_with_pytorch(layers: int, batch: int) -> None:
    network = network_of(layers)
    assert_agree(network, [sequences(network, 9, batch)], varying=False)


@pytest.mark.parametrize("length", [1, 4, 9])
def test_the_graph_told_by_a_mask_agrees_at_every_length(length: int) -> None:
    network = network_of(1, masked=True)
    mask = (torch.rand(length, 7, 3) < 0.7).float()
    assert_agree(network, [sequences(network, length, 7), mask], varying=True)


def test_a_nan_anywhere_makes_every_probability_nan() -> None:
    network = network_of(1)
    values = sequences(network, 9, 2).numpy()
    values[0, 1, 2] = np.nan
    found = evaluate(build_graph(network, FAMILY), {"sequence": values})["probabilities"]
    assert np.isfinite(found[0]).all() and np.isnan(found[1]).all()


def test_the_graph_has_opset_15_and_no_initial_states() -> None:
    model = build_graph(network_of(2), FAMILY)
    assert model.opset_import[0].version == 15
    assert [len(node.input) for node in model.graph.node if node.op_type == "LSTM"] == [4, 4]
    assert [output.name for output in model.graph.output] == ["probabilities"]


@pytest.mark.parametrize("more", [[], ["--mask", "--minimum-length", 4]], ids=["plain", "masked"])
def test_it_learns_the_faults_that_labels_tell(tmp_path: Path, more: list[object]) -> None:
    told = written(tmp_path, *faulty())
    bundle = bundle_of(tmp_path, FAMILY, *told.options(), *more)
    contract = json.loads((bundle / "model.json").read_text())
    assert contract["kind"] == "classification"
    assert contract["classes"] == ["normal", "fast", "hot"]
    assert not contract.keys() & {"errors", "smoothing", "quantiles", "scaling"}
    assert json.loads((tmp_path / "run" / "run.json").read_text())["errors"]["accuracy"] > 0.9
    card = (bundle / "README.md").read_text()
    assert "## Confusion on held-out entities" in card and "| **hot** |" in card


def test_one_seed_gives_one_model(tmp_path: Path) -> None:
    told = written(tmp_path, *faulty())
    graphs = [(bundle_of(tmp_path / name, FAMILY, *told.options(), "--epochs", 1)
               / "model.onnx").read_bytes() for name in ("one", "two")]
    assert graphs[0] == graphs[1]


def test_what_is_confused_on_whole_held_out_entities_is_told(
        run_main: RunMain, tmp_path: Path) -> None:
    told = written(tmp_path, *faulty())
    said = train(run_main, tmp_path, told).stdout
    assert "accuracy on held-out entities" in said and " 2 hot" in said
    assert "193 sequences of 3" not in said  # one of six entities is held out, not trained on
    assert "965 sequences of 3 classes to train on, 193 held out" in said


LABEL = {"entity": "pump-0", "from": "2026-03-01T00:06:40Z", "to": "2026-03-01T00:13:20Z",
         "kind": "hot"}


@pytest.mark.parametrize("labels, place, reason", [
    ([], "", "there are no labels in it"),
    ([{**LABEL, "entity": "fan-1"}], ":1:", "there are no rows of fan-1"),
    ([LABEL, {**LABEL, "to": LABEL["from"]}], ":2:", "this is no label; it must be like"),
    ([{"entity": "pump-0"}], ":1:", "this is no label; it must be like"),
    ([{**LABEL, "from": "noon"}], ":1:", "time: 'noon'"),
    ([{**LABEL, "kind": "normal"}], ":1:", "'normal' is what no label is about"),
    ([{**LABEL, "from": "2027-03-01T00:00:00Z", "to": "2027-03-02T00:00:00Z"}], ":",
     "all sequences to train on are of one class, normal"),
    ([LABEL, {**LABEL, "kind": "never", "from": "2027-03-01T00:00:00Z",
              "to": "2027-03-02T00:00:00Z"}], ":", "no sequence to train on ends while it is never"),
], ids=["none", "stranger", "backwards", "half", "no-time", "normal", "one-class", "unseen"])
def test_bad_labels_are_refused_with_file_line_and_reason(
        run_main: RunMain, tmp_path: Path, labels: list[dict], place: str, reason: str) -> None:
    told = written(tmp_path, faulty()[0], [json.dumps(label) + "\n" for label in labels])
    assert_refused(train(run_main, tmp_path, told), f"{told.labels}{place}", reason)


@pytest.mark.parametrize("values, count, reason", [
    ({"speed": float("nan"), "temperature": float("nan")}, 40, "channel speed has no number"),
    ({"speed": 1500.0, "temperature": 60.0}, 40, "every channel is constant"),
    ({"speed": 1500.0, "temperature": 60.0}, 5, "too few rows: the longest entity, pump-0, has 5"),
], ids=["nan", "constant", "few"])
def test_bad_rows_are_refused(run_main: RunMain, tmp_path: Path, values: dict, count: int,
                              reason: str) -> None:
    events = [event(f"pump-{entity}", 10 * row, values)
              for row in range(count) for entity in range(6)]
    label = {**LABEL, "entity": "pump-0", "from": "2026-03-01T00:01:40Z"}
    told = written(tmp_path, events, [json.dumps(label) + "\n"])
    assert_refused(train(run_main, tmp_path, told), f"{told.recording}:1:", reason)


def test_fewer_than_five_entities_are_refused(run_main: RunMain, tmp_path: Path) -> None:
    told = written(tmp_path, *faulty(entities=4))
    assert_refused(train(run_main, tmp_path, told), f"{told.recording}:1:",
                   "4 entities are too few: whole ones are held out")


@pytest.mark.parametrize("family, options", [
    (FAMILY, ()), ("lstm-autoencoder", ("--labels", "labels.jsonl"))])
def test_labels_belong_to_the_classifier(run_main: RunMain, tmp_path: Path, family: str,
                                         options: tuple[str, ...]) -> None:
    told = written(tmp_path, *faulty())
    ended = run_main("train", "--recording", told.recording, "--out", tmp_path / "run",
                     *small(family), *options)
    assert_refused(ended, "--labels:", "--family lstm-classifier needs them")


def test_options_of_scoring_mean_nothing_to_it(run_main: RunMain, tmp_path: Path) -> None:
    told = written(tmp_path, *faulty())
    ended = train(run_main, tmp_path, told, "--smoothing", 0.5)
    assert_refused(ended, "--smoothing:", "means nothing to --family lstm-classifier")


def test_entities_have_no_statistics_beside_it(run_main: RunMain, tmp_path: Path) -> None:
    told = written(tmp_path, *faulty())
    ended = train(run_main, tmp_path, told, "--per-entity")
    assert_refused(ended, "--per-entity:", "means nothing to --family lstm-classifier")


def train(run_main: RunMain, folder: Path, told: Told, *more: object) -> Outcome:
    return run_main("train", *told.options(), "--out", folder / "run", *small(FAMILY), *more)


def assert_refused(ended: Outcome, *words: str) -> None:
    assert ended.returncode == 2
    for word in words:
        assert word in ended.stderr
    assert ended.stderr.count("\n") == 1
