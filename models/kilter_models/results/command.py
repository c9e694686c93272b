"""The command `results`: trains, replays, evaluates, and writes the tables."""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path

from .candidates import Candidate, candidates
from .differences import best
from .entities import PartRows, make_rows
from .judging import judge
from .launcher import evaluate
from .log import append, entry_of, rules_of
from .outcome import Outcome, read_evaluation, read_outcome, without_skill
from .sets import SETS, DataSet, read_set
from .tables import put_between_marks, set_tables
from .training import Place, Report, Training


def run_results(arguments: argparse.Namespace, report: Report) -> None:
    """Measures each set, then writes the tables of all that has been measured in the folder."""
    out, data = arguments.out.resolve(), arguments.data.resolve()
    if not arguments.tables_only:
        chosen = candidates(arguments.families.split(",") if arguments.families else [])
        for name in SETS if arguments.set == "all" else [arguments.set]:
            dataset = read_set(name, data)
            rules = rules_of(dataset, arguments.uncommitted)
            _measure_set(dataset, chosen, out / name, rules, report)
    tables = filter(None, (_tables(read_set(name, data), out / name) for name in SETS))
    text = "\n\n".join(tables)
    (out / "results.md").write_text(text + "\n", encoding="utf-8")
    if arguments.page:
        put_between_marks(arguments.page, text)


def _measure_set(dataset: DataSet, chosen: list[Candidate], folder: Path, rules: str,
                 report: Report) -> None:
    parts = {name: make_rows(dataset, dataset.part(name), folder / "rows" / name)
             for name in ("training", "judged")}
    for candidate in chosen:
        place = Place(folder / candidate.name)
        shutil.rmtree(place.folder, ignore_errors=True)
        place.folder.mkdir(parents=True)
        _measure(candidate, dataset, parts, place)
        outcome = read_outcome(candidate.name, candidate.ours, place.folder)
        append(entry_of(dataset, rules, outcome))
        report(f"{dataset.name}: {candidate.name}: done")


def _measure(candidate: Candidate, dataset: DataSet, parts: dict[str, PartRows],
             place: Place) -> None:
    trained = Training(candidate, dataset, parts, place).run()
    (place.folder / "training.json").write_text(json.dumps(trained.to_json(), indent=2) + "\n",
                                                encoding="utf-8")
    judge(candidate, dataset, parts["judged"], place)
    evaluate(place.folder / "judged", parts["judged"].labels, place.folder)
    for file in ("scores.jsonl", "rows.jsonl"):
        (place.folder / "judged" / file).unlink()


def _tables(dataset: DataSet, folder: Path) -> str:
    """Of what has been measured; empty where nothing has."""
    outcomes: list[Outcome] = [
        read_outcome(each.name, each.ours, folder / each.name) for each in candidates([])
        if (folder / each.name / "evaluation.json").exists()]
    if not outcomes:
        return ""
    first = best([each for each in outcomes if each.ours] or outcomes, dataset.said["headline"])
    chance = without_skill(first.name, read_evaluation(folder / first.name / "evaluation.json"))
    return set_tables(dataset, outcomes, chance)
