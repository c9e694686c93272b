"""What the measuring makes for the pipeline: its file, its models, the rows it judges."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kilter_models.families import FAMILIES
from kilter_models.offline import OFFLINE
from kilter_models.problem import Problem
from kilter_models.results.candidates import candidates
from kilter_models.results.entities import PartRows
from kilter_models.results.rules import channels_of, for_all, with_channels, without_detectors
from kilter_models.results.sets import SETS, DataSet, read_set
from kilter_models.results.training import MORE_HELD_OUT, Place, Training

RULES = """\
# A rule.
name: made-up
channels:
  speed: {unit: r/min}
  temperature: {}
time: {max-gap: 1h}
models: "${MODELS:./zoo}"
detectors:
  - id: all
    model: "{entity}/${MODEL}/1"
    alert: {open: 3 of 5, close: 10}
"""
LEARNING = {"length": 6, "minimum_length": 2, "hidden": 4, "latent": 2, "epochs": 1,
            "sequences_per_epoch": 200}

FORECASTING = {"length": 12, "warm_up": 2, "hidden": 4, "epochs": 1, "sequences_per_epoch": 64}


def made_up_set(folder: Path, **common: float) -> DataSet:
    """A set with small models."""
    said = {"common": {"smoothing": 0.2, "held_out": 0.2, **common},
            "learning": LEARNING, "forecasting": FORECASTING}
    return DataSet("made-up", said, folder)


def write_rows(file: Path, entity: str, count: int, stretches: int = 2) -> None:
    """Aligned rows of one entity, in stretches."""
    noise = np.random.default_rng(len(entity))
    lines = [{"kilterRows": 1, "channels": [{"name": "speed"}, {"name": "temperature"}]}]
    for row in range(count):
        wave = np.sin(row / 9)
        values = {"speed": 1500 + 90 * wave + noise.normal(),
                  "temperature": 60 - wave + 0.1 * noise.normal()}
        begins = {"begins": True} if row % (count // stretches) == 0 else {}
        lines.append({"entity": entity, "time": 1_700_000_000_000 + 1000 * row, **begins,
                      "values": values})
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))


@pytest.fixture
def parts(tmp_path: Path) -> dict[str, PartRows]:
    """Two entities, one with a slash in its name."""
    made = {name: PartRows(tmp_path / "rows" / name, ["b", "valve1/3"])
            for name in ("training", "judged")}
    for part in made.values():
        for entity in part.entities:
            write_rows(part.file(entity), entity, 240)
    return made


def test_the_channels_are_read_and_replaced() -> None:
    assert channels_of(RULES) == ["speed", "temperature"]
    assert channels_of(with_channels(RULES, ["score"])) == ["score"]


def test_rows_are_made_without_a_detector() -> None:
    rules = without_detectors(RULES)
    assert rules.endswith("detectors: []\n") and "model:" not in rules


def test_one_model_for_all_has_the_same_rule() -> None:
    rules = for_all(RULES)
    assert rules == RULES.replace('"{entity}/${MODEL}/1"', '"${MODEL}/1"') != RULES


@pytest.mark.parametrize("name", SETS)
def test_the_rule_file_of_every_set_can_be_taken_apart(name: str) -> None:
    rules = read_set(name, Path("nowhere")).rules.read_text()
    assert channels_of(rules)
    assert '"${MODEL}/1"' in for_all(rules)


def test_every_family_and_baseline_is_measured_and_each_once() -> None:
    every = candidates([])
    assert len({each.name for each in every}) == len(every)
    assert {each.family for each in every} == {*FAMILIES, *OFFLINE} - {"given-errors", "lstm-classifier"}
    assert {each.name for each in every if each.ours} >= {"lstm-autoencoder", "lstm-autoencoder-4"}


def test_a_family_that_is_not_there_is_refused_by_name() -> None:
    with pytest.raises(Problem, match="--families: there is no nonsense; there are lstm-"):
        candidates(["nonsense"])


def test_what_is_said_otherwise_goes_before_the_choices_of_the_set() -> None:
    found = read_set("asd", Path("nowhere"))
    one = candidates(["lstm-forecaster"])[0].settings(found, smoothing=0.3, least_noise=0.7)
    assert (one.smoothing, one.least_noise) == (0.3, 0.7)


def test_a_ceiling_of_squared_errors_is_for_families_that_square_theirs() -> None:
    made_up = made_up_set(Path("nowhere"))
    made_up.said["squared"] = {"ceiling": 64.0}
    ceilings = {each.name: each.settings(made_up).ceiling for each in candidates([])}
    assert ceilings["pca"] == ceilings["lstm-forecaster"] == 64
    assert ceilings["z-score"] == ceilings["dense"] == 8


@pytest.mark.parametrize("name", SETS)
def test_the_choices_of_every_set_suit_every_family(name: str) -> None:
    found = read_set(name, Path("nowhere"))
    for candidate in candidates([]):
        candidate.settings(found).check()


@pytest.mark.parametrize("name", ["gru-autoencoder", "pca", "moving-average"])
def test_each_entity_has_a_bundle_of_its_own(
        name: str, parts: dict[str, PartRows], tmp_path: Path) -> None:
    place = Place(tmp_path / name)
    place.folder.mkdir()
    done = Training(candidates([name])[0], made_up_set(tmp_path), parts, place).run()
    for entity in ("b", "valve1/3"):
        contract = json.loads((place.store / entity / name / "1" / "model.json").read_text())
        assert contract["name"] == name and contract["smoothing"]["weight"] == 0.2
    assert len(done.seconds) == 2 and done.scoring.rows > 400 and not done.held_out_more


def test_an_offline_baseline_leaves_its_errors_of_every_judged_row(
        parts: dict[str, PartRows], tmp_path: Path) -> None:
    place = Place(tmp_path / "moving-average")
    place.folder.mkdir()
    Training(candidates(["moving-average"])[0], made_up_set(tmp_path), parts, place).run()
    lines = [json.loads(line) for line in place.errors("judged", "b").read_text().splitlines()]
    assert len(lines) == 240
    assert [row for row, line in enumerate(lines) if line["begins"]] == [0, 120]
    assert lines[7]["time"] == 1_700_000_007_000
    assert lines[0]["values"]["speed"] == pytest.approx(lines[120]["values"]["speed"], abs=2)
    assert all(error >= 0 for line in lines for error in line["values"].values())


def test_what_cannot_be_calibrated_on_a_fifth_is_on_more(
        parts: dict[str, PartRows], tmp_path: Path) -> None:
    """Of one held-out row the score is 0, its error being the usual one."""
    write_rows(parts["training"].file("b"), "b", 240, stretches=1)
    place = Place(tmp_path / "z-score")
    place.folder.mkdir()
    done = Training(candidates(["z-score"])[0], made_up_set(tmp_path, held_out=0.005), parts,
                    place).run()
    assert done.held_out_more == ["b"] and len(done.seconds) == 2
    assert f"again with --held-out {MORE_HELD_OUT}" in (place.folder / "train.txt").read_text()
