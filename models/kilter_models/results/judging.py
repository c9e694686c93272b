"""What a candidate's bundles make of the judged part, through the pipeline."""

from __future__ import annotations

from ..offline import baseline
from .candidates import Candidate
from .entities import PartRows
from .launcher import files_of, kilter
from .offline_errors import SINGLE
from .rules import for_all, with_channels
from .sets import DataSet
from .training import Place


def judge(candidate: Candidate, dataset: DataSet, judged: PartRows, place: Place) -> None:
    """Replays the judged part by the set's rules."""
    rules = dataset.rules.read_text(encoding="utf-8")
    words = files_of(dataset, dataset.part("judged"))
    if candidate.offline:
        words = [place.errors("judged", entity) for entity in judged.entities]
        if baseline(candidate.family).single:
            rules = with_channels(rules, SINGLE)
    pipeline, out = place.folder / "pipeline.yaml", place.folder / "judged"
    pipeline.write_text(for_all(rules) if candidate.for_all else rules, encoding="utf-8")
    kilter("replay", *words, "--pipeline", pipeline, "--out", out,
           MODELS=str(place.store), MODEL=candidate.bundle)
