"""The zoo: what is in it, and that the page about it tells the truth."""

from __future__ import annotations

import json
import re
from pathlib import Path

import onnx
import pytest
from conftest import PACKAGE, kilter_models
from onnx import TensorProto, numpy_helper

from kilter_models.families import FAMILIES

BUNDLES = sorted(contract.parent for contract in (PACKAGE / "zoo").glob("*/*/model.json"))
ROW = re.compile(r"^\| \[`\S+`\]\(zoo/(?P<place>\S+)/README\.md\) "
                 r"\| `(?P<family>\S+)`[^|]*"
                 r"\| (?P<parameters>[\d,]+) \| (?P<kib>\d+) \|", re.MULTILINE)


def training_of(bundle: Path) -> dict:
    """Where a bundle comes from; the oldest does not say its family yet."""
    told = json.loads((bundle / "model.json").read_text(encoding="utf-8"))["training"]
    return {"family": "lstm-autoencoder", **told}


def parameters_of(network: Path) -> int:
    """All numbers of a network, its scaling among them, as `kilter model inspect` counts them."""
    held = onnx.load(network).graph.initializer
    return sum(numpy_helper.to_array(weights).size for weights in held
               if weights.data_type == TensorProto.FLOAT)


def table() -> dict[Path, dict[str, str]]:
    """The rows of the table in the README, by bundle."""
    page = (PACKAGE / "README.md").read_text(encoding="utf-8")
    return {PACKAGE / "zoo" / row["place"]: row.groupdict() for row in ROW.finditer(page)}


@pytest.mark.parametrize("bundle", BUNDLES, ids=lambda bundle: "/".join(bundle.parts[-2:]))
def test_every_bundle_verifies(bundle: Path) -> None:
    verified = kilter_models("verify", bundle)
    assert verified.returncode == 0, verified.stderr


def test_every_family_is_in_the_zoo_but_those_the_page_says_are_not() -> None:
    missing = {"given-errors"}
    assert {training_of(bundle)["family"] for bundle in BUNDLES} == {*FAMILIES} - missing


def test_all_together_stay_under_five_megabytes() -> None:
    sizes = [file.stat().st_size for bundle in BUNDLES for file in bundle.iterdir()]
    assert sum(sizes) < 5_000_000


def test_the_page_has_every_bundle_with_its_family_and_the_size_of_its_network() -> None:
    told = table()
    assert sorted(told) == BUNDLES
    for bundle in BUNDLES:
        network = bundle / "model.onnx"
        assert told[bundle]["family"] == training_of(bundle)["family"]
        assert int(told[bundle]["parameters"].replace(",", "")) == parameters_of(network), bundle
        assert int(told[bundle]["kib"]) == round(network.stat().st_size / 1024), bundle


def test_every_card_tells_what_was_measured() -> None:
    for bundle in BUNDLES:
        assert "\n## Measured\n" in (bundle / "README.md").read_text(encoding="utf-8"), bundle
