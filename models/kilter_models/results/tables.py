"""The results as Markdown, between two marks of a page."""

from __future__ import annotations

from pathlib import Path

from ..problem import Problem
from .differences import Difference, best, difference, mean_over_entities
from .goals import NAMES, goal_text, reached
from .outcome import Outcome
from .sets import DataSet

BEGIN, END = "<!-- results: begin -->", "<!-- results: end -->"
_DIGITS = {"medianDelaySeconds": 0, "trainingSeconds": 1, "scoringMicros": 0, "nab": 1,
           "falseAlarmsPerEntityDay": 2}


def set_tables(dataset: DataSet, outcomes: list[Outcome], chance: list[Outcome]) -> str:
    """All that is told of one set."""
    headline = dataset.said["headline"]
    columns = [key for key in NAMES if key != "nab" or headline == "nab"]
    rows = [[_name(each), *(_number(key, each.metrics.get(key)) for key in columns)]
            for each in [*outcomes, *chance]]
    return "\n".join([f"### {dataset.said['title']}", "",
                      *_table(["", *(NAMES[key] for key in columns)], rows), "",
                      *_goals(dataset, outcomes), "", *_differences(outcomes, headline)])


def _name(outcome: Outcome) -> str:
    return f"**{outcome.name}**" if outcome.ours else outcome.name


def _goals(dataset: DataSet, outcomes: list[Outcome]) -> list[str]:
    """Each goal, and which of our families reach it."""
    others = {each.name: each for each in outcomes}
    lines = []
    for goal in dataset.said["goals"]:
        said = {each.name: reached(goal, each, others) for each in outcomes if each.ours}
        names = [name for name, met in said.items() if met]
        answer = "not known" if None in said.values() or not said else \
            ", ".join(names) or "reached by none of ours"
        lines.append(f"- Goal: {goal_text(goal)}: {answer}.")
    return lines


def _differences(outcomes: list[Outcome], metric: str) -> list[str]:
    """Our best family against every baseline, the best one first."""
    ours = [each for each in outcomes if each.ours]
    baselines = sorted((each for each in outcomes if not each.ours),
                       key=lambda each: -mean_over_entities(each, metric))
    if not ours or not baselines:
        return []
    first = best(ours, metric)
    rows = [_difference(difference(first, other, metric)) for other in baselines]
    return [f"Our best by {NAMES[metric]}, mean over entities, is {first.name}; the best baseline "
            f"is {baselines[0].name}. What ours has more:", "",
            *_table(["than", "median over entities", "95 % of resampled medians", "better in"],
                    rows)]


def _difference(found: Difference) -> list[str]:
    return [found.other, f"{found.median:+.3f}", f"{found.low:+.3f} to {found.high:+.3f}",
            f"{found.better} of {found.entities}"]


def _number(metric: str, value: float | None) -> str:
    return "–" if value is None else f"{value:,.{_DIGITS.get(metric, 3)}f}"


def _table(head: list[str], rows: list[list[str]]) -> list[str]:
    return [_row(head), "|" + "---|" * len(head), *map(_row, rows)]


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def put_between_marks(page: Path, text: str) -> None:
    """Replaces what the page has between the marks."""
    before, begin, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise Problem(f"{page}: the lines {BEGIN} and {END} are expected, and the results go "
                      "between them")
    page.write_text(f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}", encoding="utf-8")
