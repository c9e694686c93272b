"""The bundle: model.onnx, model.json, golden.json and a model card in one directory."""

from __future__ import annotations

import hashlib
import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from torch import Tensor

from .card import model_card
from .families import FAMILIES
from .golden import golden
from .graph import build_graph
from .graph_forecaster import STATE, next_of
from .network import Network
from .problem import Problem
from .run import Run


def write_bundle(run: Run, zoo: Path, replace: bool) -> Path:
    """Writes <zoo>/<name>/<version>/ and returns it; a version that is there stays as it is."""
    directory = zoo / run.settings.name / run.settings.version
    if directory.exists() and not replace:
        raise Problem(f"{directory}: this version exists already and versions do not change; "
                      "train with another --version, or export with --replace")
    settings = run.settings
    graph = build_graph(run.network if run.entities is None else _unscaled(run.network),
                        settings.family, settings.least < settings.length).SerializeToString()
    contract = model_contract(run, hashlib.sha256(graph).hexdigest())
    if run.entities is not None:
        contract.update(_scaled_by_the_pipeline(run))
    proofs = golden(run.network, run.proofs, [channel.name for channel in run.channels])
    directory.mkdir(parents=True, exist_ok=True)
    (directory / "model.onnx").write_bytes(graph)
    _write(directory / "model.json", json.dumps(contract, indent=2))
    _write(directory / "golden.json", json.dumps(proofs, separators=(",", ":")))
    if run.entities is not None:
        _write(directory / "entities.json", _entities_json(run))
    _write(directory / "README.md", model_card(run, contract, len(graph)))
    return directory


def model_contract(run: Run, sha256: str) -> dict[str, Any]:
    """The model.json object."""
    classifies = FAMILIES[run.settings.family].classifies
    carried = STATE if FAMILIES[run.settings.family].carries_state else ()
    taken = [{"name": name, "role": "state"} for name in carried]
    given = [{"name": next_of(name), "role": "state"} for name in carried]
    return {
        "format": 1,
        "name": run.settings.name,
        "version": run.settings.version,
        "sha256": sha256,
        "kind": "classification" if classifies else run.network.answer,
        "channels": [channel.to_json() for channel in run.channels],
        **({"classes": run.errors["classes"]} if classifies else {}),
        "sequence": _sequence(run),
        "axes": "time-major",
        "inputs": [*({"name": role, "role": role}
                     for role in ("sequence", "mask")[:1 + run.network.masked]), *taken],
        "outputs": [*({"name": role, "role": role}
                      for role in (run.network.answer, "errors")[:2 - classifies]), *given],
        **({} if classifies else _scoring(run)),
        "training": run.provenance["training"],
    }


def _scoring(run: Run) -> dict[str, Any]:
    return {
        "errors": {"of": "newest", "mean": run.errors["mean"],
                   "deviation": run.errors["deviation"],
                   **({"screened": run.errors["screened"]} if run.errors.get("screened") else {})},
        "smoothing": {"weight": run.settings.smoothing},
        "quantiles": run.errors["quantiles"],
    }


def _unscaled(network: Network) -> Network:
    """The network as it takes and gives deviations from the mean, whoever's mean it is."""
    bare = deepcopy(network)
    bare.mean.zero_()
    bare.deviation.fill_(1)
    return bare


def _scaled_by_the_pipeline(run: Run) -> dict[str, Any]:
    """What model.json says more where each entity has a scaling of its own."""
    return {"scaling": {"mean": _numbers(run.network.mean),
                        "deviation": _numbers(run.network.deviation)},
            "entitiesSha256": hashlib.sha256(_entities_json(run).encode("utf-8")).hexdigest()}


def _numbers(tensor: Tensor) -> list[float]:
    return [float(str(value)) for value in tensor.numpy()]


def _entities_json(run: Run) -> str:
    return json.dumps(run.entities, separators=(",", ":"), ensure_ascii=False) + "\n"


def _sequence(run: Run) -> dict[str, Any]:
    settings, period = run.settings, {"period": run.period} if run.period else {}
    if FAMILIES[settings.family].carries_state:
        return {"length": settings.shown, "stride": 1, **period, "warmUp": settings.warm_up}
    return {"length": settings.length, "stride": 1, **period,
            **({"minimumLength": settings.least} if settings.least < settings.length else {})}


def _write(path: Path, text: str) -> None:
    path.write_text(text.rstrip("\n") + "\n", encoding="utf-8")
