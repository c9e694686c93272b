"""The classifier as ONNX nodes: a sequence in, the probability of each class out."""

from __future__ import annotations

from onnx import TensorProto, ValueInfoProto, helper

from .classifier import Classifier
from .graph_body import Body, integers
from .graph_recurrent import layer_weights, linear


def classifier_tensors(network: Classifier,
                       varying: bool) -> tuple[list[ValueInfoProto], list[ValueInfoProto]]:
    """The inputs and the output of the graph."""
    shape = ["time" if varying else network.length, "batch", len(network.mean)]
    return ([helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
             for name in ("sequence", "mask")[:1 + network.masked]],
            [helper.make_tensor_value_info("probabilities", TensorProto.FLOAT,
                                           ["batch", network.dense.out_features])])


def classifier_body(network: Classifier) -> Body:
    """The whole graph."""
    body = Body()
    body.scale()
    known = seen = "scaled"
    if network.masked:
        known, seen = "known", "seen"
        body.add("Mul", ["scaled", "mask"], [known])
        body.add("Concat", [known, "mask"], [seen], axis=2)
    _layers(body, network, seen)
    body.add("Squeeze", ["state", "axis.first"], ["encoded"])
    linear(body, "dense", network.dense, ["encoded", "weighed", "told"])
    # LSTM kernels swallow NaN: carried around them, it makes the whole answer NaN.
    body.add("Sub", [known, known], ["holes"])
    body.add("ReduceSum", ["holes", "axes.row"], ["hole"])
    body.add("Squeeze", ["hole", "axis.first"], ["gap"])
    body.add("Add", ["told", "gap"], ["logits"])
    body.add("Softmax", ["logits"], ["probabilities"], axis=1)
    body.constants.update({"axis.first": integers(0), "axes.row": integers(0, 2)})
    return body


def _layers(body: Body, network: Classifier, source: str) -> None:
    count = network.layers.num_layers
    for number in range(1, count + 1):
        weights = layer_weights(f"layer.{number}", network.layers, number)
        directed, rows = f"directed.{number}", f"rows.{number}"
        body.add("LSTM", [source, *weights], ["", "state"] if number == count else [directed],
                 hidden_size=network.layers.hidden_size)
        body.constants.update(weights)
        if number < count:
            body.add("Squeeze", [directed, "axis.direction"], [rows])
            body.constants["axis.direction"] = integers(1)
            source = rows
