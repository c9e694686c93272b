"""The command `choose`: a set's candidates, tried with settings that may be otherwise."""

from __future__ import annotations

import argparse
import json
import re
from typing import Any

from ..calibration import QUANTILES
from ..problem import Problem
from ..reading import Sources, read_sources
from ..results.candidates import Candidate, candidates
from ..results.entities import PartRows, make_rows
from ..results.sets import DataSet, read_set
from ..settings import Settings
from ..training import Report
from .alarms import AlarmRule
from .trial import Judging, Numbers, mean_of, try_settings

_ALERT = re.compile(r"open: (\d+) of (\d+), close: (\d+)")
_QUANTILE = re.compile(r"^ *quantile: ([0-9.]+)", re.MULTILINE)


def run_choose(arguments: argparse.Namespace, report: Report) -> None:
    """Tries each candidate, and adds what came of it to tried.jsonl."""
    dataset = read_set(arguments.set, arguments.data.resolve())
    folder = arguments.out.resolve() / arguments.set
    judging, changed = judging_of(dataset, arguments), changed_by(arguments.changed)
    part = make_rows(dataset, dataset.part("training"), folder / "rows")
    names = arguments.families.split(",") if arguments.families else []
    for candidate in [each for each in candidates(names) if not each.offline]:
        settings = candidate.settings(dataset, **changed)
        settings.check()
        numbers = _try(candidate, settings, part, judging)
        told = {"set": dataset.name, "candidate": candidate.name, "with": changed,
                "quantile": judging.quantile, "alert": str(judging.rule), **numbers}
        with (folder / "tried.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")
        report(f"{candidate.name}: " + "  ".join(
            f"{key} {value:.3f}" for key, value in numbers.items()))


def _try(candidate: Candidate, settings: Settings, part: PartRows, judging: Judging) -> Numbers:
    """One network for all, or one for each."""
    groups = [part.entities] if candidate.for_all else [[entity] for entity in part.entities]
    found = []
    for group in groups:
        sources = Sources([part.file(entity) for entity in group], None, "", "")
        _, channels, rows = read_sources(sources, settings, _silent)
        found += try_settings(rows, [channel.name for channel in channels], settings, judging)
    return mean_of(found)


def _silent(_: str) -> None:
    """What training says is for those who train."""


def judging_of(dataset: DataSet, arguments: argparse.Namespace) -> Judging:
    """The set's alarm rule and threshold, unless it is to be another."""
    rules = dataset.rules.read_text(encoding="utf-8")
    level = _QUANTILE.search(rules)
    quantile = arguments.quantile or (level[1] if level else str(max(QUANTILES)))
    if quantile not in map(str, QUANTILES):
        raise Problem(f"--quantile: {quantile} is none of {', '.join(map(str, QUANTILES))}")
    alert = arguments.alert.split("/") if arguments.alert else _ALERT.search(rules).groups()
    if len(alert) != 3 or not all(each.isdecimal() and int(each) for each in alert):
        raise Problem(f"--alert: '{arguments.alert}' is not three whole numbers above 0, such as "
                      "3/5/10")
    return Judging(AlarmRule(*map(int, alert)), quantile, arguments.passes, arguments.seed)


def changed_by(words: str) -> dict[str, Any]:
    """Settings as `--with` tells them."""
    changed: dict[str, Any] = {}
    for word in filter(None, words.split(",")):
        key, _, value = word.partition("=")
        usual = getattr(Settings, key, None)
        if isinstance(usual, bool) or not isinstance(usual, (int, float, str)):
            raise Problem(f"--with: there is no setting '{key}' with a number or a word")
        try:
            changed[key] = type(usual)(value)
        except ValueError:
            raise Problem(f"--with: {key} is a number, not '{value}'") from None
    return changed
