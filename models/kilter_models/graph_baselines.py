"""The baselines as ONNX nodes: what is between the scaled rows and the answer."""

from __future__ import annotations

import numpy as np

from .baselines import Components
from .graph_body import Body, integers


def components_body(network: Components, known: str) -> Body:
    """Every sequence in one row, onto the components and back."""
    body, components = Body(), network.components.numpy()
    channels = len(network.mean)
    body.add("Transpose", [known], ["by.sequence"], perm=[1, 0, 2])
    body.add("Reshape", ["by.sequence", "one.row"], ["flat"])
    body.add("MatMul", ["flat", "components"], ["leading"])
    body.add("Gemm", ["leading", "components", "offset"], ["expected"], transB=1)
    body.add("Reshape", ["expected", "its.rows"], ["expected.by.sequence"])
    body.add("Transpose", ["expected.by.sequence"], ["answered"], perm=[1, 0, 2])
    body.constants = {"components": np.ascontiguousarray(components),
                      "offset": network.offset.numpy(),
                      "one.row": integers(-1, network.length * channels),
                      "its.rows": integers(-1, network.length, channels)}
    return body


def mean_body(known: str) -> Body:
    """The mean, which is 0 in deviations from it."""
    body = Body()
    body.add("Sub", [known, known], ["answered"])
    return body
