"""What entities.json says, held against model.json."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from .problem import Problem
from .schema import entities_schema, violations


def check_entities(directory: Path, contract: dict[str, Any]) -> int:
    """How many entities have statistics of their own; raises Problem where they will not do."""
    path, hashed = directory / "entities.json", contract.get("entitiesSha256")
    if path.exists() != (hashed is not None):
        raise Problem(f"{path}: is missing, whose hash is in model.json" if hashed else
                      f"{path}: is there, but model.json has no entitiesSha256")
    if hashed is None:
        return 0
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != hashed:
        raise Problem(f"{path}: its SHA-256 is not entitiesSha256 of model.json")
    try:
        entities = json.loads(content)
    except ValueError as error:
        raise Problem(f"{path}: not JSON: {error}") from error
    for violation in violations(entities, entities_schema()):
        raise Problem(f"{path}: {violation}")
    for name, entity in entities["entities"].items():
        _check_entity(f"{path}: entities.{name}", entity, contract)
    return len(entities["entities"])


def _check_entity(at: str, entity: dict[str, Any], contract: dict[str, Any]) -> None:
    width = len(contract["channels"])
    if "scaling" in entity and "scaling" not in contract:
        raise Problem(f"{at}.scaling: model.json has none: the network scales for itself")
    for part in ("scaling", "errors"):
        for key, values in entity.get(part, {}).items():
            if len(values) != width:
                raise Problem(f"{at}.{part}.{key}: {width} numbers are expected, one per channel")
    levels = sorted(contract["quantiles"])
    if "quantiles" in entity and sorted(entity["quantiles"]) != levels:
        raise Problem(f"{at}.quantiles: the levels of model.json are expected, "
                      f"{', '.join(levels)}")
