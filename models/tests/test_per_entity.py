"""One network for many entities: statistics of each beside it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Callable

import numpy as np
import pytest
from conftest import RunMain, bundle_of, event, run_here

from kilter_models.problem import Problem

MEANS = {"big": (5000.0, 80.0), "small": (10.0, 20.0), "new": (300.0, 50.0)}
SPREADS = {"big": (200.0, 4.0), "small": (0.5, 1.0), "new": (10.0, 2.0)}


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Machines of three sizes, of which one has run for a short time only."""
    noise = np.random.default_rng(5)
    lines = []
    for row in range(6000):
        for name, mean in MEANS.items():
            if name == "new" and row >= 200:
                continue
            load = np.sin(row / 30) + 0.1 * noise.normal(size=2)
            values = np.array(mean) + np.array(SPREADS[name]) * load
            lines.append(event(name, 10 * row, {"speed": values[0], "temperature": values[1]}))
    path = tmp_path_factory.mktemp("fleet") / "fleet.jsonl"
    path.write_text("".join(lines))
    return path


@pytest.fixture(scope="module")
def bundle(fleet: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A z-score for each of them, as one bundle, verified."""
    return bundle_of(tmp_path_factory.mktemp("zoo"), "z-score", "--recording", fleet,
                     "--per-entity")


def _json(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text())


def test_each_entity_has_the_scaling_of_its_own_older_rows(bundle: Path) -> None:
    entities = _json(bundle / "entities.json")["entities"]
    for name in ("big", "small"):
        assert entities[name]["scaling"]["mean"] == pytest.approx(MEANS[name], rel=0.02)
        spread = np.array(SPREADS[name]) * 0.5 ** 0.5
        assert entities[name]["scaling"]["deviation"] == pytest.approx(spread, rel=0.05)


def test_entities_on_their_own_scale_have_like_errors(bundle: Path) -> None:
    entities = _json(bundle / "entities.json")["entities"]
    assert entities["big"]["errors"]["mean"] == pytest.approx(
        entities["small"]["errors"]["mean"], rel=0.1)
    assert entities["big"]["errors"] != entities["small"]["errors"]
    assert entities["big"]["quantiles"] != entities["small"]["quantiles"]


def test_an_entity_with_few_rows_has_the_errors_of_all(bundle: Path) -> None:
    entities = _json(bundle / "entities.json")["entities"]
    assert entities["new"]["scaling"]["mean"] == pytest.approx(MEANS["new"], rel=0.02)
    assert entities["new"]["errors"]["mean"] == pytest.approx(
        entities["small"]["errors"]["mean"], rel=0.1)
    assert entities["new"]["quantiles"]["0.99"] > 0
    assert entities["new"]["errors"] != entities["small"]["errors"]


def test_entities_unseen_are_held_against_the_statistics_of_all(bundle: Path) -> None:
    contract = _json(bundle / "model.json")
    assert _json(bundle / "entities.json")["unseen"] == "pooled"
    assert contract["scaling"]["mean"][0] == pytest.approx(2430, rel=0.02)
    assert contract["scaling"]["deviation"][0] > 2000


def test_the_contract_has_the_hash_of_the_entities(bundle: Path) -> None:
    content = (bundle / "entities.json").read_bytes()
    assert _json(bundle / "model.json")["entitiesSha256"] == hashlib.sha256(content).hexdigest()


def test_the_card_tells_of_them(bundle: Path) -> None:
    assert "Each of 3 entities is scaled by its own mean" in (bundle / "README.md").read_text()


@pytest.mark.parametrize("family, options", [
    ("lstm-autoencoder", ("--mask",)), ("lstm-forecaster", ()), ("pca", ()),
])
def test_every_family_may_be_for_many_entities(fleet: Path, tmp_path: Path, family: str,
                                               options: tuple[str, ...]) -> None:
    bundle = bundle_of(tmp_path, family, "--recording", fleet, "--per-entity", "--unseen",
                       "not-judged", *options)
    entities = _json(bundle / "entities.json")
    assert entities["unseen"] == "not-judged"
    assert sorted(entities["entities"]) == ["big", "new", "small"]


def test_the_same_machine_in_other_units_has_the_same_scores(tmp_path: Path) -> None:
    noise = np.random.default_rng(6)
    lines = []
    for row in range(3000):
        speed, temperature = 10 + np.sin(row / 30), 60 + noise.normal()
        lines.append(event("metres", row, {"speed": speed, "temperature": temperature}))
        lines.append(event("miles", row, {"speed": speed / 1609, "temperature": temperature}))
    path = tmp_path / "two.jsonl"
    path.write_text("".join(lines))
    bundle = bundle_of(tmp_path, "pca", "--recording", path, "--per-entity")
    entities = _json(bundle / "entities.json")["entities"]
    for part in ("mean", "deviation"):
        assert entities["miles"]["errors"][part] == pytest.approx(
            entities["metres"]["errors"][part], rel=1e-3)


def _change(bundle: Path, change: Callable[[dict[str, Any]], None], rehash: bool = True) -> None:
    entities = _json(bundle / "entities.json")
    change(entities)
    (bundle / "entities.json").write_text(json.dumps(entities))
    if rehash:
        content = (bundle / "entities.json").read_bytes()
        contract = _json(bundle / "model.json")
        contract["entitiesSha256"] = hashlib.sha256(content).hexdigest()
        (bundle / "model.json").write_text(json.dumps(contract))


def _set(*path: Any, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(entities: dict[str, Any]) -> None:
        at = entities
        for key in path[:-1]:
            at = at[key]
        at[path[-1]] = value
    return change


@pytest.mark.parametrize("change, message", [
    (_set("unseen", value="guess"), "unseen: \"guess\" is none of pooled, not-judged"),
    (_set("mood", value=1), "mood: is not a known key"),
    (_set("entities", "big", "mood", value=1), "entities.big.mood: is not a known key"),
    (_set("entities", "big", "scaling", "mean", value=[1]), "entities.big.scaling.mean: 2 numbers"),
    (_set("entities", "big", "scaling", "deviation", value=[0, 1]), "is not more than 0"),
    (_set("entities", "big", "errors", "deviation", value=[1, 0]), "is not more than 0"),
    (_set("entities", "big", "quantiles", value={"0.99": 1}), "the levels of model.json are"),
    (_set("entities", "big", "quantiles", "0.99", value=-1), "is not more than 0"),
    (_set("entities", value={}), "has 0 keys"),
])
def test_entities_that_will_not_do_are_refused(bundle: Path, tmp_path: Path, change,
                                               message: str) -> None:
    copy = _copy(bundle, tmp_path)
    _change(copy, change)
    with pytest.raises(Problem, match="entities.json: ") as refused:
        run_here("verify", copy)
    assert message in str(refused.value)


def test_changed_or_missing_entities_are_refused(bundle: Path, tmp_path: Path) -> None:
    changed, missing = _copy(bundle, tmp_path / "a"), _copy(bundle, tmp_path / "b")
    _change(changed, _set("unseen", value="not-judged"), rehash=False)
    (missing / "entities.json").unlink()
    with pytest.raises(Problem, match="is not entitiesSha256"):
        run_here("verify", changed)
    with pytest.raises(Problem, match="entities.json: is missing"):
        run_here("verify", missing)


def test_unseen_without_per_entity_is_refused(run_main: RunMain, fleet: Path,
                                              tmp_path: Path) -> None:
    outcome = run_main("train", "--recording", fleet, "--out", tmp_path, "--name", "x",
                       "--version", "1", "--unseen", "not-judged")
    assert outcome.returncode == 2
    assert "--unseen not-judged: goes with --per-entity" in outcome.stderr


def _copy(bundle: Path, to: Path) -> Path:
    target = to / bundle.parent.name / bundle.name
    target.mkdir(parents=True)
    for file in bundle.iterdir():
        (target / file.name).write_bytes(file.read_bytes())
    return target
