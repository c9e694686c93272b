"""What a training run was asked for."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

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
    hidden: int = 32
    latent: int = 8
    length: int = 48
    minimum_length: int = 0
    mask: bool = False
    hide: float = 0.5
    epochs: int = 14
    sequences_per_epoch: int = 100_000
    batch: int = 256
    learning_rate: float = 5e-3
    outlier: float = 4.0
    corrupt: float = 0.7
    newest_weight: float = 1.0
    error: str = "squared"
    ceiling: float = 8.0
    smoothing: float = 0.0067
    held_out: float = 0.2
    threads: int = 2

    def check(self) -> None:
        """Refuses settings that nothing can be trained with."""
        for key in ("name", "version"):
            if not _NAME.fullmatch(getattr(self, key)):
                raise Problem(f"--{key}: '{getattr(self, key)}' is not letters, digits, '.', "
                              "'_' and '-'")
        for key in ("hidden", "latent", "epochs", "sequences_per_epoch", "batch", "threads",
                    "learning_rate", "outlier", "ceiling", "smoothing", "held_out"):
            if not getattr(self, key) > 0:
                raise Problem(f"--{key.replace('_', '-')}: more than 0 is needed")
        if not 0 <= self.minimum_length <= self.length or not 0 <= self.hide <= 1:
            raise Problem("--minimum-length must be from 1 to --length, --hide from 0 to 1")
        if self.length < 2 or self.smoothing > 1 or self.held_out > 0.5:
            raise Problem("--length must be at least 2, --smoothing at most 1, --held-out at most "
                          "0.5")

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
