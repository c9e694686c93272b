"""The exported graph, built node by node so that no exporter's version shows in it."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, ValueInfoProto, helper, numpy_helper

from .baselines import Components, Mean
from .classifier import Classifier
from .forecaster import Forecaster
from .graph_baselines import components_body, mean_body
from .graph_body import Body, integers
from .graph_classifier import classifier_body, classifier_tensors
from .graph_forecaster import forecaster_body, forecaster_tensors
from .graph_recurrent import autoencoder_body
from .network import Network

OPSET = 15
IR_VERSION = 8


def build_graph(network: Network, family: str = "lstm-autoencoder",
                varying: bool = False) -> onnx.ModelProto:
    """The network as ONNX: [time, "batch", channel] in, reconstruction and newest errors out.

    A second input, of the same shape, where the network is told by a mask; the time axis is of any
    length where that varies. A forecaster takes one row, and gives a forecast; its state is taken
    and given. A classifier gives probabilities, and nothing else.
    """
    if isinstance(network, Forecaster):
        body, (inputs, outputs) = forecaster_body(network), forecaster_tensors(network)
    elif isinstance(network, Classifier):
        body, (inputs, outputs) = classifier_body(network), classifier_tensors(network, varying)
    else:
        body, (inputs, outputs) = _rebuilding(network, varying), _tensors(network, varying)
    body.constants = {"mean": network.mean.numpy(), "deviation": network.deviation.numpy(),
                      **({} if isinstance(network, Classifier)
                         else {"ceiling": network.ceiling.numpy()}),
                      **body.constants}
    graph = helper.make_graph(
        body.nodes, f"kilter-{family}", inputs, outputs,
        [numpy_helper.from_array(array, name) for name, array in body.constants.items()])
    model = helper.make_model(graph, producer_name="kilter-models", ir_version=IR_VERSION,
                              opset_imports=[helper.make_opsetid("", OPSET)])
    onnx.checker.check_model(model, full_check=True)
    return model


def _tensors(network: Network, varying: bool) -> tuple[list[ValueInfoProto], list[ValueInfoProto]]:
    channels = len(network.mean)
    shape = ["time" if varying else network.length, "batch", channels]
    return ([helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
             for name in ("sequence", "mask")[:1 + network.masked]],
            [helper.make_tensor_value_info("reconstruction", TensorProto.FLOAT, shape),
             helper.make_tensor_value_info("errors", TensorProto.FLOAT, ["batch", channels])])


def _answer(network: Network, varying: bool) -> Body:
    known = "known" if network.masked else "scaled"
    if isinstance(network, Components):
        return components_body(network, known)
    if isinstance(network, Mean):
        return mean_body(known)
    return autoencoder_body(network, known, varying)


def _rebuilding(network: Network, varying: bool) -> Body:
    known, counted = ("known", "counted") if network.masked else ("scaled", "differences")
    body, answer = Body(), _answer(network, varying)
    body.scale()
    if network.masked:
        body.add("Mul", ["scaled", "mask"], ["known"])
    body.nodes += answer.nodes
    # LSTM kernels swallow NaN: carried around them, it makes the whole answer NaN.
    body.add("Sub", [known, known], ["holes"])
    body.add("ReduceSum", ["holes", "axes.row"], ["hole"])
    body.add("Add", ["answered", "hole"], ["rebuilt"])
    body.add("Mul", ["rebuilt", "deviation"], ["stretched"])
    body.add("Add", ["stretched", "mean"], ["reconstruction"])
    body.add("Sub", ["scaled", "rebuilt"], ["differences"])
    if network.masked:
        body.add("Mul", ["differences", "mask"], ["counted"])
    body.add("Slice", [counted, "newest", "end", "axis.time"], ["last"])
    body.add("Squeeze", ["last", "axis.time"], ["difference"])
    body.distance(network.error)
    # Min kernels swallow NaN too.
    body.add("Squeeze", ["hole", "axis.time"], ["gap"])
    body.add("Add", ["capped", "gap"], ["errors"])
    body.constants = {**answer.constants, **_places(network, varying)}
    return body


def _places(network: Network, varying: bool) -> dict[str, np.ndarray]:
    return {
        "axis.time": integers(0),
        "axes.row": integers(0, 2),
        "newest": integers(-1 if varying else network.length - 1),
        "end": integers(np.iinfo(np.int64).max if varying else network.length),
    }
