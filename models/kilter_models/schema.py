"""Just as much of JSON Schema as model.schema.json uses, so that nothing has to be installed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Iterator

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,),
    "number": (int, float),
}
_KNOWN = {"$schema", "title", "type", "const", "enum", "pattern", "minimum", "maximum",
          "exclusiveMinimum", "required", "properties", "additionalProperties", "minProperties",
          "items", "minItems"}


def model_schema() -> dict[str, Any]:
    """The schema of model.json, as it lies beside this code."""
    return _schema("model.schema.json")


def entities_schema() -> dict[str, Any]:
    """The schema of entities.json, likewise."""
    return _schema("entities.schema.json")


def _schema(name: str) -> dict[str, Any]:
    return json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))


def violations(value: Any, schema: dict[str, Any], at: str = "") -> Iterator[str]:
    """Every place where a value does not follow a schema, as 'key: what is wrong'."""
    if schema.keys() - _KNOWN:
        raise ValueError(f"schema keywords not known here: {sorted(schema.keys() - _KNOWN)}")
    wrong = _wrong(value, schema)
    if wrong:
        yield f"{at or 'the file'}: {wrong}"
    elif isinstance(value, dict):
        yield from _object_violations(value, schema, at)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from violations(item, schema.get("items", {}), f"{at}[{index}]")


def _wrong(value: Any, schema: dict[str, Any]) -> str | None:
    kind = schema.get("type")
    if kind and (not isinstance(value, _TYPES[kind]) or isinstance(value, bool)):
        return f"{json.dumps(value)} is not of type {kind}"
    if "const" in schema and value != schema["const"]:
        return f"{json.dumps(value)} is not {json.dumps(schema['const'])}"
    if "enum" in schema and value not in schema["enum"]:
        return f"{json.dumps(value)} is none of {', '.join(schema['enum'])}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        return f"{json.dumps(value)} does not match {schema['pattern']}"
    return _wrong_size(value, schema)


def _wrong_size(value: Any, schema: dict[str, Any]) -> str | None:
    if "minimum" in schema and value < schema["minimum"]:
        return f"{value} is less than {schema['minimum']}"
    if "maximum" in schema and value > schema["maximum"]:
        return f"{value} is more than {schema['maximum']}"
    if "exclusiveMinimum" in schema and not value > schema["exclusiveMinimum"]:
        return f"{value} is not more than {schema['exclusiveMinimum']}"
    if len(value) < schema.get("minItems", 0) if isinstance(value, list) else False:
        return f"has {len(value)} items, at least {schema['minItems']} are needed"
    if len(value) < schema.get("minProperties", 0) if isinstance(value, dict) else False:
        return f"has {len(value)} keys, at least {schema['minProperties']} are needed"
    return None


def _object_violations(value: dict[str, Any], schema: dict[str, Any], at: str) -> Iterator[str]:
    properties = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    prefix = f"{at}." if at else ""
    for key in schema.get("required", []):
        if key not in value:
            yield f"{prefix}{key}: is missing"
    for key, item in value.items():
        if key in properties:
            yield from violations(item, properties[key], prefix + key)
        elif others is False:
            yield f"{prefix}{key}: is not a known key"
        elif isinstance(others, dict):
            yield from violations(item, others, prefix + key)
