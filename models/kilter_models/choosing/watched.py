"""A calibrated network watching one entity, as the pipeline scores it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..calibration import final_scores, raw_scores
from ..families import FAMILIES
from ..learning import Learned, as_shown, errors_on
from ..recording import Rows
from ..settings import Settings


@dataclass(frozen=True)
class Watched:
    """One entity, and what is usual of it."""

    learned: Learned
    settings: Settings
    names: list[str]  # of the channels
    rows: Rows  # one stretch, that the network has not seen

    @property
    def deviation(self) -> np.ndarray:
        """Each channel's own, in units, on the rows that were trained on; 0 where it is constant."""
        trained = [each.values for each in self.learned.trained if each.entity == self.rows.entity]
        return np.nanstd(np.concatenate(trained).astype(np.float64), axis=0)

    def threshold(self, quantile: str) -> float:
        """The score that is the quantile."""
        return self._usual("quantiles")[quantile]

    def scores(self, values: np.ndarray) -> np.ndarray:
        """The final score of each row with these values in it; NaN of one that has none."""
        rows = replace(self.rows, values=values)
        scored = self._scored(rows)
        told = [rows] if self.learned.normal is None else self.learned.normal.on_common_scale([rows])
        errors, starts = errors_on(self.learned.network, told, self.settings)
        screened = [name in self.learned.usual["screened"] for name in self.names]
        errors = np.where(screened, np.nan, errors)
        usual = self._usual("errors")
        raw = raw_scores(errors, np.array(usual["mean"]), np.array(usual["deviation"]))
        scores = np.full(len(values), np.nan)
        scores[scored] = final_scores(raw, starts, self.settings.smoothing)
        return scores

    def _scored(self, rows: Rows) -> np.ndarray:
        carries = FAMILIES[self.settings.family].carries_state
        return as_shown([rows], self.settings).newest[self.settings.warm_up if carries else 0:]

    def _usual(self, what: str) -> dict[str, list[float]]:
        if self.learned.entities is not None:
            return self.learned.entities["entities"][self.rows.entity][what]
        return self.learned.usual if what == "errors" else self.learned.usual[what]
