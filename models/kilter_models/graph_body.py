"""What every family's part of a graph is gathered in."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from onnx import NodeProto, helper


@dataclass
class Body:
    """The part of a graph that is a family's own: from "known" to "answered"."""

    nodes: list[NodeProto] = field(default_factory=list)
    constants: dict[str, np.ndarray] = field(default_factory=dict)

    def add(self, operator: str, inputs: list[str], outputs: list[str], **more: object) -> None:
        """Adds one node."""
        self.nodes.append(helper.make_node(operator, inputs, outputs, **more))


def integers(*values: int) -> np.ndarray:
    """A tensor of whole numbers, as ONNX takes axes and shapes."""
    return np.array(values, dtype=np.int64)
