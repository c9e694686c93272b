"""The set's rule file, a pipeline file, made into what one replay runs."""

from __future__ import annotations

import re

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


def for_all(rules: str) -> str:
    """The same rules for one model instead of one an entity."""
    return rules.replace("{entity}/", "")


def _block(rules: str, key: str) -> str:
    """A top-level key and the indented lines below it."""
    found = re.search(rf"^{key}:\n(?: .*\n)+", rules, re.MULTILINE)
    if found is None:
        raise Problem(f"the rule file has no {key}: with lines below it")
    return found[0]
