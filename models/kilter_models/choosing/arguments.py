"""The words that `choose` takes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Callable

from ..results.sets import SETS


def add_choose(commands: argparse._SubParsersAction, report: Callable[[str], None]) -> None:
    """Adds the command; what it needs is loaded once it runs."""
    parser = commands.add_parser(
        "choose", help="try settings on a public data set without its labels",
        description="Trains on the older rows of a set's training part, puts faults into the "
                    "newest, and tells how well they are found and how often there is a false "
                    "alarm. Labels and judged parts are not read.")
    parser.add_argument("set", choices=SETS, help="which data set")
    parser.add_argument("--data", type=Path, required=True, metavar="FOLDER",
                        help="the folder with ASD, SMD, SKAB and NAB in it")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER",
                        help="for the rows, and tried.jsonl, to which a line is added for each try")
    parser.add_argument("--families", default="", metavar="A,B",
                        help="only these candidates of `results` (default: all that are not fitted "
                             "outside)")
    parser.add_argument("--with", dest="changed", default="", metavar="KEY=VALUE,...",
                        help="settings that are otherwise than the set has them")
    parser.add_argument("--quantile", default="", metavar="LEVEL",
                        help="the threshold (default: the set's)")
    parser.add_argument("--alert", default="", metavar="M/N/CLOSE",
                        help="odd scores M of N open an alarm, CLOSE usual ones close it (default: "
                             "the set's)")
    parser.add_argument("--passes", type=int, default=5, metavar="N",
                        help="how often faults are put into the same rows (default 5)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="seed of the faults")
    parser.set_defaults(run=lambda arguments: _run(arguments, report))


def _run(arguments: argparse.Namespace, report: Callable[[str], None]) -> None:
    from .command import run_choose

    run_choose(arguments, report)
