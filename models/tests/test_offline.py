"""The offline baselines: errors that are numbers, large where a row is not like those fitted."""

from __future__ import annotations

import numpy as np
import pytest

from kilter_models.offline import OFFLINE, baseline
from kilter_models.offline.rows import Scaled, closed, lagged
from kilter_models.results.sets import HOME

pytest.importorskip("sklearn")
pytest.importorskip("statsmodels")

FAULT = slice(200, 203)
BUILT = (HOME / "pipeline" / "bench" / "target" / ".built").exists()


def waves(count: int, seed: int) -> np.ndarray:
    """Two channels that follow a slow wave, and one that is constant."""
    noise = np.random.default_rng(seed).normal(size=(count, 2))
    wave = np.sin(np.arange(count) / 20)
    return np.stack([50 + 10 * wave + 0.3 * noise[:, 0], 3 - wave + 0.05 * noise[:, 1],
                     np.full(count, 7.0)], axis=1)


@pytest.fixture(scope="module", params=OFFLINE)
def fitted(request: pytest.FixtureRequest) -> Scaled:
    """Each baseline, fitted on two stretches of normal rows."""
    if request.param.startswith("random-cut-forest") and not BUILT:
        pytest.skip("./kilter bench is not built")
    scaled = Scaled(baseline(request.param))
    scaled.fit([waves(600, 1), waves(300, 2)])
    return scaled


def test_every_row_has_an_error_from_the_first_on(fitted: Scaled) -> None:
    errors = fitted.errors(waves(100, 3))
    assert errors.shape == (100, 1 if fitted.single else 3)
    assert np.isfinite(errors).all() and (errors >= 0).all()


def test_a_planted_fault_stands_out_in_its_channel(fitted: Scaled) -> None:
    rows = waves(400, 4)
    rows[FAULT, 1] += 5
    column = fitted.errors(rows)[:, 0 if fitted.single else 1]
    normal = np.delete(column, np.arange(FAULT.start, FAULT.stop + 12))
    assert column[FAULT.start] > normal.max()


def test_a_channel_that_was_constant_is_expected_to_remain_so(fitted: Scaled) -> None:
    if fitted.single:
        pytest.skip("it tells one number a row, not one a channel")
    rows = waves(100, 5)
    rows[50:, 2] = 8
    errors = fitted.errors(rows)[:, 2]
    assert errors[50] > 5 and errors[:50].max() < 1


def test_a_hole_has_no_error_and_spoils_no_other(fitted: Scaled) -> None:
    rows = waves(100, 6)
    rows[40, 0] = np.nan
    rows[60] = np.nan
    missing = np.isnan(rows)
    errors = fitted.errors(rows)
    if fitted.single:
        missing = missing.all(axis=1, keepdims=True)
    np.testing.assert_array_equal(np.isnan(errors), missing)


def test_the_same_rows_give_the_same_errors_again(fitted: Scaled) -> None:
    again = Scaled(type(fitted.baseline)())
    again.fit([waves(600, 1), waves(300, 2)])
    np.testing.assert_array_equal(again.errors(waves(80, 7)), fitted.errors(waves(80, 7)))


def test_what_comes_later_changes_no_error(fitted: Scaled) -> None:
    rows = waves(120, 8)
    np.testing.assert_allclose(fitted.errors(rows)[:60], fitted.errors(rows[:60]), rtol=1e-9)


def test_a_moving_average_is_that_of_up_to_ten_rows_before() -> None:
    rows = np.arange(20.0)[:, None] ** 2
    errors = baseline("moving-average").errors(rows)
    assert errors[0, 0] == 0
    assert errors[3, 0] == 9 - (0 + 1 + 4) / 3
    assert errors[15, 0] == pytest.approx(225 - (np.arange(5, 15.0) ** 2).mean())


def test_lags_are_the_rows_before_newest_first() -> None:
    np.testing.assert_array_equal(lagged(np.array([[1.0], [2], [3]]), 2)[:, :, 0],
                                  [[0, 0], [1, 0], [2, 1]])


def test_a_hole_is_closed_with_the_value_before_it() -> None:
    rows = np.array([[np.nan, 1], [2, np.nan], [np.nan, np.nan]])
    np.testing.assert_array_equal(closed(rows), [[0, 1], [2, 1], [2, 1]])
