"""Choosing without labels: faults put into normal rows, scores of them, and what alarms come to."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from conftest import small
from test_results_pipeline import write_rows

from kilter_models.__main__ import parse_arguments
from kilter_models.aligned import read_aligned
from kilter_models.calibration import final_scores, raw_scores
from kilter_models.choosing.alarms import AlarmRule, held_against
from kilter_models.choosing.command import changed_by, judging_of
from kilter_models.choosing.faults import KINDS, LARGEST, inject, move
from kilter_models.choosing.ranking import auc_pr, stretches, vus_pr
from kilter_models.choosing.trial import Judging, mean_of, try_settings
from kilter_models.choosing.watched import Watched
from kilter_models.learning import Learned, errors_on, learn
from kilter_models.problem import Problem
from kilter_models.recording import Rows
from kilter_models.results.sets import read_set
from kilter_models.settings import Settings

NAMES = ["speed", "temperature"]


def rows(count: int = 1200, channels: int = 4) -> np.ndarray:
    """Normal rows; the last channel is constant."""
    values = np.random.default_rng(1).normal(size=(count, channels)).astype(np.float32)
    values[:, -1] = 5
    return values


def faulty(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Normal rows, the same with faults, and which are faulty."""
    values = rows()
    return (values, *inject(values, values.std(axis=0), np.random.default_rng(seed)))


def test_a_fault_of_each_kind_is_put_in_and_told() -> None:
    values, changed, odd = faulty(3)
    assert len(stretches(odd)) == len(KINDS)
    np.testing.assert_array_equal(changed[~odd], values[~odd])
    for first, last in stretches(odd):
        assert (changed[first:last + 1] != values[first:last + 1]).any()


def test_the_same_seed_gives_the_same_faults_and_another_others() -> None:
    np.testing.assert_array_equal(faulty(3)[1], faulty(3)[1])
    assert (faulty(3)[1] != faulty(4)[1]).any()


def test_a_channel_that_never_moves_has_no_fault_and_half_of_the_others_at_most() -> None:
    for seed in range(20):
        values, changed, odd = faulty(seed)
        assert (changed[:, -1] == 5).all()
        for first, last in stretches(odd):
            hit = (changed[first:last + 1] != values[first:last + 1]).any(axis=0)
            assert 1 <= hit.sum() <= 2


def test_a_fault_in_one_channel_alone_needs_no_other() -> None:
    values = rows(60, 2)[:, :1]
    changed, odd = inject(values, values.std(axis=0), np.random.default_rng(1))
    assert odd.any() and np.abs(changed - values).max() <= 4 * LARGEST * values.std()


def test_what_moves_for_good_moves_by_one_distance() -> None:
    values = rows()
    off = move(values, values.std(axis=0), np.random.default_rng(2)) - values
    np.testing.assert_allclose(off, np.broadcast_to(off[:1], off.shape), atol=1e-5)
    assert np.abs(off[0]).max() > 0


def test_scores_that_put_every_fault_first_are_worth_one() -> None:
    odd = np.arange(1000) % 100 < 5
    assert auc_pr(odd + 0.0, odd) == 1


def test_scores_that_are_all_alike_are_worth_the_share_of_faults() -> None:
    odd = np.arange(1000) < 50
    assert auc_pr(np.ones(1000), odd) == pytest.approx(0.05)


def test_an_alarm_opens_at_m_of_n_and_closes_after_so_many_usual_scores() -> None:
    odd = np.array([0, 1, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 1, 1], dtype=bool)
    alarmed = AlarmRule(3, 4, 3).alarmed(odd)
    assert np.flatnonzero(alarmed).tolist() == [4, 5, 6, 7, 8, 9]


def test_alarms_are_counted_as_events_found_and_made_up() -> None:
    alarmed, fault = np.zeros((2, 20), dtype=bool)
    fault[[2, 3, 10, 11]] = True
    alarmed[[3, 4, 15, 17]] = True
    found = held_against(alarmed, fault)
    assert (found.found, found.false, found.share) == (0.5, 2, 3 / 16)
    assert found.f1 == pytest.approx(2 / 8)


def test_a_ranking_is_worth_what_the_reference_implementation_says() -> None:
    """The value is TSB-AD's, which is where the definition is from."""
    place, odd = np.arange(400), np.zeros(400, dtype=bool)
    odd[60:75] = odd[300:340] = True
    scores = place * 37 % 101 / 101 + 0.6 * np.roll(odd, 4)
    assert auc_pr(scores, odd) == pytest.approx(0.6154, abs=1e-4)
    assert vus_pr(scores, odd) == pytest.approx(0.8421, abs=1e-4)


def network(folder: Path, family: str, *options: str) -> tuple[Settings, list[Rows], Learned]:
    """A small network of two entities' rows."""
    rows = [rows_of(folder, entity) for entity in ("a", "bb")]
    words = ["train", "--recording", "r", "--out", "o", *small(family), *options]
    arguments = parse_arguments(words)
    settings = Settings(**{each.name: getattr(arguments, each.name) for each in fields(Settings)})
    return settings, rows, learn(rows, NAMES, settings, lambda line: None)


def rows_of(folder: Path, entity: str) -> Rows:
    """One stretch of an entity's rows, a second each."""
    write_rows(folder / entity, entity, 600, stretches=1)
    return read_aligned(folder / entity).stretches[0]


@pytest.mark.parametrize("family", ["z-score", "lstm-forecaster", "lstm-autoencoder"])
def test_an_entity_is_watched_as_it_was_calibrated(tmp_path: Path, family: str) -> None:
    """So the scores of what was held out have the quantiles that calibration found."""
    settings, _, learned = network(tmp_path, family, "--smoothing", "0.2")
    watched = [Watched(learned, settings, NAMES, each) for each in learned.held_out]
    scores = np.concatenate([each.scores(each.rows.values) for each in watched])
    for level in ("0.99", "0.999"):
        assert np.nanquantile(scores, float(level)) == pytest.approx(
            watched[0].threshold(level), rel=1e-4)


def test_an_entity_with_a_scale_of_its_own_is_watched_on_it(tmp_path: Path) -> None:
    settings, _, learned = network(tmp_path, "z-score", "--smoothing", "0.2", "--per-entity")
    watched = Watched(learned, settings, NAMES, learned.held_out[1])
    errors, starts = errors_on(learned.network, learned.normal.on_common_scale([watched.rows]),
                               settings)
    usual = learned.entities["entities"]["bb"]["errors"]
    raw = raw_scores(errors, np.array(usual["mean"]), np.array(usual["deviation"]))
    np.testing.assert_allclose(watched.scores(watched.rows.values), final_scores(raw, starts, 0.2))


def test_faults_are_found_better_than_by_chance_and_the_same_ones_each_time(
        tmp_path: Path) -> None:
    settings, rows, _ = network(tmp_path, "z-score", "--smoothing", "0.2")
    judging = Judging(AlarmRule(3, 5, 10), "0.999", passes=2)
    found = mean_of(try_settings(rows, NAMES, settings, judging))
    assert found["AUC-PR"] > 0.3
    assert found == mean_of(try_settings(rows, NAMES, settings, judging))


def test_a_set_says_when_a_score_is_an_alarm_unless_told_otherwise() -> None:
    dataset = read_set("asd", Path("nowhere"))
    words = ["choose", "asd", "--data", "d", "--out", "o"]
    assert judging_of(dataset, parse_arguments(words)).rule.of == 5
    other = judging_of(dataset, parse_arguments([*words, "--alert", "1/2/3", "--quantile", "0.99"]))
    assert (other.rule, other.quantile) == (AlarmRule(1, 2, 3), "0.99")
    for wrong in (["--alert", "3/5"], ["--alert", "a/b/c"], ["--quantile", "0.5"]):
        with pytest.raises(Problem, match=wrong[0]):
            judging_of(dataset, parse_arguments([*words, *wrong]))


def test_settings_that_are_to_be_otherwise_are_told_by_key() -> None:
    assert changed_by("smoothing=0.2,length=24") == {"smoothing": 0.2, "length": 24}
    assert changed_by("") == {}
    for wrong in ("nonsense=1", "smoothing=much", "mask=yes"):
        with pytest.raises(Problem, match="--with"):
            changed_by(wrong)
