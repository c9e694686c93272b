"""The set's rule file, a pipeline file, made into what one replay runs."""

from __future__ import annotations

import re
from pathlib import Path

from ..problem import Problem

_ITEM = re.compile(r"^ {2}([A-Za-z0-9_.-]+):", re.MULTILINE)


def channels_of(rules: str) -> list[str]:
    """The names of the channels, in their order."""
    return _ITEM.findall(_block(rules, "channels"))


def with_channels(rules: str, names: list[str]) -> str:
    """The same rules for other channels."""
    lines = "".join(f"  {name}: {{}}\n" for name in names)
    return rules.replace(_block(rules, "channels"), f"channels:\n{lines}")


def without_detectors(rules: str) -> str:
    """Rows only, nothing judged."""
    return rules.replace(_block(rules, "detectors"), "detectors: []\n")


def detector_of(rules: str) -> str:
    """The id of the one detector."""
    return re.findall(r"^ {2}- id: (\S+)$", _block(rules, "detectors"), re.MULTILINE)[0]


def with_detector_per_entity(rules: str, entities: list[str]) -> str:
    """The one detector, whose model is a bundle per entity, as one detector for each."""
    block = _block(rules, "detectors")
    each = block.removeprefix("detectors:\n").replace(
        f"- id: {detector_of(rules)}\n", '- id: "{entity}"\n    entities: "{entity}"\n')
    return rules.replace(block, "detectors:\n" + "".join(
        each.replace("{entity}", entity) for entity in entities))


def as_one_detector(path: Path, detector: str) -> None:
    """Gives the lines of a result file the id that the rule file has."""
    named = re.compile(r'"detector":"[^"]*"')
    renamed = path.with_suffix(".one")
    with path.open(encoding="utf-8") as lines, renamed.open("w", encoding="utf-8") as out:
        out.writelines(named.sub(f'"detector":"{detector}"', line, count=1) for line in lines)
    renamed.replace(path)


def _block(rules: str, key: str) -> str:
    """A top-level key and the indented lines below it."""
    found = re.search(rf"^{key}:\n(?: .*\n)+", rules, re.MULTILINE)
    if found is None:
        raise Problem(f"the rule file has no {key}: with lines below it")
    return found[0]
