"""What a training run was asked for."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

from .families import FAMILIES, SOME, USUAL
from .problem import Problem

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Settings:
    """Every choice that shapes a model, with its default; kept in the run directory."""

    name: str
    version: str
    family: str = "lstm-autoencoder"
    seed: int = 7
    layers: int = 1
    hidden: int = 0
    latent: int = 8
    length: int = 0
    minimum_length: int = 0
    warm_up: int = 32
    mask: bool = False
    hide: float = 0.5
    variance: float = 0.9
    epochs: int = 0
    sequences_per_epoch: int = 0
    batch: int = 0
    learning_rate: float = 5e-3
    outlier: float = 4.0
    least_noise: float = 0.01
    corrupt: float = 0.7
    newest_weight: float = 1.0
    error: str = ""
    ceiling: float = 8.0
    screen: float = 0.0
    smoothing: float = 0.0067
    held_out: float = 0.2
    per_entity: bool = False
    unseen: str = "pooled"
    threads: int = 2

    def __post_init__(self) -> None:
        """What was left open is as usual in the family."""
        for key in USUAL:
            usual = getattr(FAMILIES[self.family], key)
            object.__setattr__(self, key, getattr(self, key) or usual)

    def check(self) -> None:
        """Refuses settings that nothing can be trained with."""
        self._check_options()
        self._check_numbers()
        for key in ("name", "version"):
            if not _NAME.fullmatch(getattr(self, key)):
                raise Problem(f"--{key}: '{getattr(self, key)}' is not letters, digits, '.', "
                              "'_' and '-'")

    def _check_options(self) -> None:
        family = FAMILIES[self.family]
        for key in SOME:
            usual = getattr(family, key, getattr(Settings, key))
            if key not in family.options and getattr(self, key) != usual:
                raise Problem(f"--{key.replace('_', '-')}: means nothing to --family "
                              f"{self.family}; leave it out")

    def _check_numbers(self) -> None:
        for key in ("hidden", "latent", "epochs", "sequences_per_epoch", "batch", "threads",
                    "learning_rate", "outlier", "least_noise", "ceiling", "smoothing", "held_out"):
            if not getattr(self, key) > 0:
                raise Problem(f"--{key.replace('_', '-')}: more than 0 is needed")
        least = min(2, FAMILIES[self.family].length)
        if self.length < least:
            raise Problem(f"--length: {self.length} rows are too few for --family {self.family}; "
                          f"the least is {least}")
        if not 0 <= self.minimum_length <= self.length or not 0 <= self.hide <= 1:
            raise Problem("--minimum-length must be from 1 to --length, --hide from 0 to 1")
        if FAMILIES[self.family].carries_state and not 0 <= self.warm_up < self.length:
            raise Problem(f"--warm-up: {self.warm_up} rows leave none of the {self.length} of "
                          "--length to train on; fewer are needed, 0 at least")
        if self.unseen != "pooled" and not self.per_entity:
            raise Problem(f"--unseen {self.unseen}: goes with --per-entity; without, all entities "
                          "are alike")
        if self.per_entity and FAMILIES[self.family].classifies:
            raise Problem(f"--per-entity: means nothing to --family {self.family}; leave it out")
        if self.screen != 0 and self.screen <= 1:
            raise Problem("--screen: more than 1 is needed, or 0 for none")
        if self.smoothing > 1 or self.held_out > 0.5 or not 0 < self.variance < 1:
            raise Problem("--smoothing must be at most 1, --held-out at most 0.5, --variance "
                          "between 0 and 1")

    @property
    def shown(self) -> int:
        """The most rows that the exported network is shown at once."""
        return 1 if FAMILIES[self.family].carries_state else self.length

    @property
    def least(self) -> int:
        """The fewest rows that are enough."""
        return self.minimum_length or self.length

    def to_json(self) -> dict[str, Any]:
        """The settings as the run directory keeps them."""
        return asdict(self)

    @staticmethod
    def from_json(values: dict[str, Any]) -> Settings:
        """Settings read back from a run directory; what it does not know yet is the default."""
        return Settings(**values)
