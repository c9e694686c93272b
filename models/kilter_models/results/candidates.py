"""Who is measured: every family that learns, and the baselines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..families import FAMILIES
from ..offline import OFFLINE
from ..problem import Problem
from ..settings import Settings
from .sets import DataSet

_BASELINES = ("pca", "z-score")


@dataclass(frozen=True)
class Candidate:
    """One row of a table."""

    name: str
    family: str  # of kilter_models, or of the offline baselines
    ours: bool
    layers: int = 0  # 0: as the family has it

    @property
    def offline(self) -> bool:
        """Whether the errors are computed outside the pipeline."""
        return self.family in OFFLINE

    @property
    def bundle(self) -> str:
        """The name of its bundles; the entity is a folder above."""
        return self.name

    def settings(self, dataset: DataSet, **more: Any) -> Settings:
        """How it is trained: the set's choices, as far as they mean something to the family."""
        family = "given-errors" if self.offline else self.family
        chosen = {**dataset.said["calibration"], **more}
        if not self.offline:
            chosen.update((key, value) for key, value in dataset.said["learning"].items()
                          if self.ours and (key == "length" or key in FAMILIES[family].options))
        if self.layers:
            chosen["layers"] = self.layers
        return Settings(self.bundle, "1", family, mask=self.offline, **chosen)


def candidates(names: list[str]) -> list[Candidate]:
    """Those with these names, in the table's order; all, where none is named."""
    every = _every()
    known = [each.name for each in every]
    for name in names:
        if name not in known:
            raise Problem(f"--families: there is no {name}; there are {', '.join(known)}")
    return [each for each in every if not names or each.name in names]


def _every() -> list[Candidate]:
    ours = [Candidate(name, name, True) for name, family in FAMILIES.items()
            if family.learns and not family.classifies]
    deep = [Candidate(f"lstm-autoencoder-{layers}", "lstm-autoencoder", True, layers)
            for layers in (2, 4)]
    baselines = [Candidate(name, name, False) for name in (*_BASELINES, *OFFLINE)]
    return [*ours[:1], *deep, *ours[1:], *baselines]
