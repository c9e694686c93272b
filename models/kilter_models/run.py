"""The run directory: what training leaves and export reads."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from .channels import Channel
from .golden import Proof
from .network import Network
from .networks import restored_network
from .problem import Problem
from .settings import Settings


@dataclass(frozen=True)
class Run:
    """One finished training: the network, how it was made, and sequences to prove it with."""

    settings: Settings
    channels: list[Channel]
    network: Network
    errors: dict[str, Any]  # per channel, with quantiles; of a classifier its classes and confusion
    provenance: dict[str, Any]  # the `training` object of model.json, and what the card tells
    proofs: list[Proof]  # inputs of the golden sequences
    period: str | None  # width of the grid's cells that the rows were on, if there was one
    entities: dict[str, Any] | None = None  # what entities.json is to hold, if there is to be one


def save_run(directory: Path, run: Run) -> None:
    """Writes run.json, weights.npz and proofs.npz into a directory, made if need be."""
    directory.mkdir(parents=True, exist_ok=True)
    weights = {name: tensor.numpy() for name, tensor in run.network.state_dict().items()}
    np.savez(directory / "weights.npz", **weights)
    proofs = {f"{part}{number}": getattr(proof, part)
              for number, proof in enumerate(run.proofs) for part in ("values", "mask")}
    np.savez(directory / "proofs.npz", **proofs)
    description = {
        "settings": run.settings.to_json(),
        "channels": [channel.to_json() for channel in run.channels],
        "period": run.period,
        "errors": run.errors,
        "entities": run.entities,
        "provenance": run.provenance,
    }
    (directory / "run.json").write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")


def load_run(directory: Path) -> Run:
    """Reads a run directory back."""
    try:
        description = json.loads((directory / "run.json").read_text(encoding="utf-8"))
        weights = dict(np.load(directory / "weights.npz"))
        inputs = dict(np.load(directory / "proofs.npz"))
        proofs = [Proof(inputs[f"values{number}"], inputs[f"mask{number}"])
                  for number in range(len(inputs) // 2)]
        settings = Settings.from_json(description["settings"])
        channels = [Channel(**{"maximumAge": None, **entry})
                    for entry in description["channels"]]
        errors, provenance = description["errors"], description["provenance"]
        period, entities = description["period"], description.get("entities")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Problem(f"{directory}: not a finished run of 'train': {error}") from error
    tensors = {name: torch.from_numpy(array) for name, array in weights.items()}
    network = restored_network(settings, tensors)
    return Run(settings, channels, network, errors, provenance, proofs, period, entities)
