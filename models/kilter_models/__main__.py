"""The command line: python -m kilter_models train | export | verify | results | choose."""

from __future__ import annotations

import argparse
import shlex
import sys
from dataclasses import fields
from pathlib import Path
from typing import NoReturn

from .choosing.arguments import add_choose
from .families import FAMILIES
from .options import add_settings
from .problem import Problem
from .results.arguments import add_results
from .settings import Settings

_EXAMPLES = """examples:
  python -m kilter_models train --recording aligned-rows.jsonl --mask \\
      --name pump-lstm-ae --version 1 --seed 7 --out runs/pumps
  python -m kilter_models export runs/pumps --to zoo
  python -m kilter_models verify zoo/pump-lstm-ae/1
  python -m kilter_models results all --data ../../shared/data --out ../work/results
"""


def main() -> NoReturn:
    """Runs one command; exits with 0, or with 2 and a sentence on what was wrong."""
    arguments = parse_arguments(sys.argv[1:])
    try:
        arguments.run(arguments)
    except Problem as problem:
        print(f"kilter_models: {problem}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(1)
    sys.exit(0)


def parse_arguments(words: list[str]) -> argparse.Namespace:
    """The arguments, and as `run` the command that takes them."""
    return _parser().parse_args(words)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m kilter_models", description=sys.modules["kilter_models"].__doc__,
        epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_train(commands)
    _add_export(commands)
    _add_verify(commands)
    add_results(commands, _say)
    add_choose(commands, _say)
    return parser


def _add_train(commands: argparse._SubParsersAction) -> None:
    parser = commands.add_parser(
        "train", help="train and calibrate on a recording of normal running",
        description="Trains a model on recordings of machines that ran normally, calibrates "
                    "it on entities kept aside, and leaves a run directory.")
    parser.add_argument("--recording", type=Path, nargs="+", required=True, metavar="FILE",
                        help="rows that `kilter replay --rows-as` wrote, or JSON lines of wide "
                             "events, each then a row; .gz or not, in time order")
    parser.add_argument("--channels", type=Path, metavar="FILE",
                        help="of events: JSON list of the channels, with units, in the model's "
                             "order (default: the first event's, by name, without units)")
    parser.add_argument("--out", type=Path, required=True, metavar="RUN_DIR",
                        help="directory for weights and calibration")
    parser.add_argument("--labels", type=Path, metavar="FILE",
                        help="of lstm-classifier: what was wrong with which entity and when, JSON "
                             "lines as `kilter simulate` and replay write them")
    parser.add_argument("--without", type=Path, metavar="FILE",
                        help="of all others: labels of stretches to learn nothing from, such as "
                             "`kilter labels` writes of confirmed incidents")
    parser.add_argument("--recorded-with", default="", metavar="COMMAND",
                        help="how the recording was made, for the model card")
    add_settings(parser)
    parser.set_defaults(run=_train)


def _add_export(commands: argparse._SubParsersAction) -> None:
    parser = commands.add_parser(
        "export", help="write the model bundle of a run",
        description="Writes <zoo>/<name>/<version>/ with model.onnx, model.json, golden.json "
                    "and a model card.")
    parser.add_argument("run_directory", type=Path, metavar="RUN_DIR", help="what train left")
    parser.add_argument("--to", type=Path, required=True, metavar="ZOO", help="the zoo directory")
    parser.add_argument("--replace", action="store_true",
                        help="overwrite this version; nobody may have used it yet")
    parser.add_argument("--notes", type=Path, metavar="FILE",
                        help="Markdown to put into the model card as 'Measured'")
    parser.set_defaults(run=_export)


def _add_verify(commands: argparse._SubParsersAction) -> None:
    parser = commands.add_parser(
        "verify", help="check a bundle: hash, contract, graph, golden outputs",
        description="Checks a bundle with an evaluation of its graph that does not use PyTorch: "
                    "ONNX Runtime if installed, else numpy.")
    parser.add_argument("bundle", type=Path, metavar="BUNDLE_DIR",
                        help="a directory <name>/<version>")
    parser.set_defaults(run=_verify)


def _say(line: str) -> None:
    print(line, flush=True)


def _train(arguments: argparse.Namespace) -> None:
    from .classifying import train_classifier
    from .commands import Sources, train_run

    settings = Settings(**{field.name: getattr(arguments, field.name)
                           for field in fields(Settings)})
    settings.check()
    command = shlex.join(["python", "-m", "kilter_models", *sys.argv[1:]])
    sources = Sources(arguments.recording, arguments.channels, command, arguments.recorded_with,
                      arguments.labels, arguments.without)
    if FAMILIES[settings.family].classifies != (arguments.labels is not None):
        raise Problem("--labels: --family lstm-classifier needs them, and they mean nothing to "
                      "another")
    if arguments.labels is not None and arguments.without is not None:
        raise Problem("--without: a classifier learns from what was wrong; give --labels alone")
    train = train_classifier if arguments.labels else train_run
    train(sources, settings, arguments.out, _say)


def _export(arguments: argparse.Namespace) -> None:
    from .commands import export_run

    notes = arguments.notes.read_text(encoding="utf-8") if arguments.notes else ""
    export_run(arguments.run_directory, arguments.to, arguments.replace, notes, _say)


def _verify(arguments: argparse.Namespace) -> None:
    from .verify import verify_bundle

    verify_bundle(arguments.bundle, _say)


if __name__ == "__main__":
    main()
