"""What the nodes of a graph, or of a family's part of one, are gathered in."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from onnx import NodeProto, helper


@dataclass
class Body:
    """Nodes in order, and the constants they take."""

    nodes: list[NodeProto] = field(default_factory=list)
    constants: dict[str, np.ndarray] = field(default_factory=dict)

    def add(self, operator: str, inputs: list[str], outputs: list[str], **more: object) -> None:
        """Adds one node."""
        self.nodes.append(helper.make_node(operator, inputs, outputs, **more))

    def scale(self) -> None:
        """From the sequence in the channels' units to deviations from the mean."""
        self.add("Sub", ["sequence", "mean"], ["centred"])
        self.add("Div", ["centred", "deviation"], ["scaled"])

    def distance(self, error: str) -> None:
        """What a difference counts, up to the ceiling; a NaN may be swallowed."""
        if error == "absolute":
            self.add("Abs", ["difference"], ["distance"])
        else:
            self.add("Mul", ["difference", "difference"], ["distance"])
        self.add("Min", ["distance", "ceiling"], ["capped"])


def integers(*values: int) -> np.ndarray:
    """A tensor of whole numbers, as ONNX takes axes and shapes."""
    return np.array(values, dtype=np.int64)
