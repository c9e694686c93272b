"""The words that `results` takes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Callable

from .sets import SETS


def add_results(commands: argparse._SubParsersAction, report: Callable[[str], None]) -> None:
    """Adds the command; what it needs is loaded once it runs."""
    parser = commands.add_parser(
        "results", help="measure every family and baseline on public data sets",
        description="Trains one model per entity, replays what is judged through the pipeline "
                    "by the set's committed rule file, holds it against the labels, logs that in "
                    "evaluation.log, and writes tables.")
    parser.add_argument("set", choices=(*SETS, "all"), help="which data set")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER",
                        help="the folder with ASD, SMD, SKAB and NAB in it")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER",
                        help="for everything that is made; results.md has the tables of all that "
                             "has been measured there")
    parser.add_argument("--families", default="", metavar="A,B",
                        help="only these rows of the table (default: all)")
    parser.add_argument("--page", type=Path, metavar="FILE",
                        help="put the tables into this page, between its marks")
    parser.add_argument("--tables-only", action="store_true",
                        help="measure nothing, evaluate nothing, write the tables again")
    parser.add_argument("--uncommitted", action="store_true",
                        help="evaluate although the rules are not committed; the log tells it")
    parser.set_defaults(run=lambda arguments: _run(arguments, report))


def _run(arguments: argparse.Namespace, report: Callable[[str], None]) -> None:
    from .command import run_results

    run_results(arguments, report)
