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
_FOR_ALL = ("lstm-autoencoder", "lstm-forecaster")


@dataclass(frozen=True)
class Candidate:
    """One row of a table."""

    name: str
    family: str  # of kilter_models, or of the offline baselines
    ours: bool
    layers: int = 0  # 0: as the family has it
    for_all: bool = False  # one network for all entities, what is normal for each beside it

    @property
    def offline(self) -> bool:
        """Whether the errors are computed outside the pipeline."""
        return self.family in OFFLINE

    @property
    def bundle(self) -> str:
        """The name of its bundles; the entity is a folder above."""
        return self.name

    def settings(self, dataset: DataSet, **more: Any) -> Settings:
        """How it is trained: the set's choices, as far as they mean something to the family, and
        what is said otherwise."""
        family = "given-errors" if self.offline else self.family
        chosen = dict(dataset.said["common"])
        if FAMILIES[family].error == "squared":
            chosen.update(dataset.said.get("squared", {}))
        if not self.offline:
            of_family = FAMILIES[family]
            said = dataset.said["forecasting" if of_family.carries_state else "learning"]
            chosen.update((key, value) for key, value in said.items()
                          if self.ours and (key == "length" or key in of_family.options))
        if self.layers:
            chosen["layers"] = self.layers
        if self.for_all:
            chosen["per_entity"] = True
        return Settings(self.bundle, "1", family, mask=self.offline, **{**chosen, **more})


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
    fleets = [Candidate(f"{name}-for-all", name, True, for_all=True) for name in _FOR_ALL]
    baselines = [Candidate(name, name, False) for name in (*_BASELINES, *OFFLINE)]
    of_all = [Candidate(f"{name}-for-all", name, False, for_all=True) for name in _BASELINES]
    return [*ours[:1], *deep, *ours[1:], *fleets, *baselines, *of_all]
