"""The exported graph, built node by node so that no exporter's version shows in it."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

from .baselines import Components, Mean
from .graph_baselines import components_body, mean_body
from .graph_body import Body, integers
from .graph_recurrent import autoencoder_body
from .network import Network

OPSET = 15
IR_VERSION = 8


def build_graph(network: Network, family: str = "lstm-autoencoder",
                varying: bool = False) -> onnx.ModelProto:
    """The network as ONNX: [time, "batch", channel] in, reconstruction and newest errors out.

    A second input, of the same shape, where the network is told by a mask; the time axis is of any
    length where that varies.
    """
    body = _body(network, varying)
    constants = _constants(network, body, varying)
    channels = len(network.mean)
    shape = ["time" if varying else network.length, "batch", channels]
    inputs = ("sequence", "mask")[:1 + network.masked]
    graph = helper.make_graph(
        _nodes(network, body), f"kilter-{family}",
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name in inputs],
        [helper.make_tensor_value_info("reconstruction", TensorProto.FLOAT, shape),
         helper.make_tensor_value_info("errors", TensorProto.FLOAT, ["batch", channels])],
        [numpy_helper.from_array(array, name) for name, array in constants.items()])
    model = helper.make_model(graph, producer_name="kilter-models", ir_version=IR_VERSION,
                              opset_imports=[helper.make_opsetid("", OPSET)])
    onnx.checker.check_model(model, full_check=True)
    return model


def _body(network: Network, varying: bool) -> Body:
    known = "known" if network.masked else "scaled"
    if isinstance(network, Components):
        return components_body(network, known)
    if isinstance(network, Mean):
        return mean_body(known)
    return autoencoder_body(network, known, varying)


def _nodes(network: Network, body: Body) -> list[NodeProto]:
    node = helper.make_node
    known, counted = ("known", "counted") if network.masked else ("scaled", "differences")
    return [
        node("Sub", ["sequence", "mean"], ["centred"]),
        node("Div", ["centred", "deviation"], ["scaled"]),
        *([node("Mul", ["scaled", "mask"], ["known"])] if network.masked else []),
        *body.nodes,
        # LSTM kernels swallow NaN: carried around them, it makes the whole answer NaN.
        node("Sub", [known, known], ["holes"]),
        node("ReduceSum", ["holes", "axes.row"], ["hole"]),
        node("Add", ["answered", "hole"], ["rebuilt"]),
        node("Mul", ["rebuilt", "deviation"], ["stretched"]),
        node("Add", ["stretched", "mean"], ["reconstruction"]),
        node("Sub", ["scaled", "rebuilt"], ["differences"]),
        *([node("Mul", ["differences", "mask"], ["counted"])] if network.masked else []),
        node("Slice", [counted, "newest", "end", "axis.time"], ["last"]),
        node("Squeeze", ["last", "axis.time"], ["difference"]),
        node("Abs", ["difference"], ["distance"]) if network.error == "absolute"
        else node("Mul", ["difference", "difference"], ["distance"]),
        # Min kernels swallow NaN too.
        node("Min", ["distance", "ceiling"], ["capped"]),
        node("Squeeze", ["hole", "axis.time"], ["gap"]),
        node("Add", ["capped", "gap"], ["errors"]),
    ]


def _constants(network: Network, body: Body, varying: bool) -> dict[str, np.ndarray]:
    return {
        "mean": network.mean.numpy(), "deviation": network.deviation.numpy(),
        "ceiling": network.ceiling.numpy(),
        **body.constants,
        "axis.time": integers(0),
        "axes.row": integers(0, 2),
        "newest": integers(-1 if varying else network.length - 1),
        "end": integers(np.iinfo(np.int64).max if varying else network.length),
    }
