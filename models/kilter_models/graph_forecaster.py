"""The forecaster as ONNX nodes: a row and a state in, a forecast of it and the next state out."""

from __future__ import annotations

from onnx import TensorProto, ValueInfoProto, helper

from .forecaster import Forecaster
from .graph_body import Body, integers
from .graph_recurrent import layer_weights, linear

STATE = ("hidden", "cell")


def next_of(state: str) -> str:
    """The output that an input of the state is continued by."""
    return f"{state}.next"


def forecaster_tensors(network: Forecaster) -> tuple[list[ValueInfoProto], list[ValueInfoProto]]:
    """The inputs and the outputs of the graph."""
    layers, channels = network.layers, len(network.mean)
    row = [1, "batch", channels]
    state = [layers.num_layers, "batch", layers.hidden_size]
    taken = {**{name: row for name in ("sequence", "mask")[:1 + network.masked]},
             **{name: state for name in STATE}}
    given = {"forecast": row, "errors": ["batch", channels],
             **{next_of(name): state for name in STATE}}
    inputs, outputs = ([helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
                        for name, shape in tensors.items()] for tensors in (taken, given))
    return inputs, outputs


def forecaster_body(network: Forecaster) -> Body:
    """The whole graph: the row is read out of the state before the state takes it in."""
    body = Body()
    tops = _apart(body, network.layers.num_layers)
    linear(body, "readout", network.readout, [tops[-1][0], "read", "expected"])
    body.add("Mul", ["expected", "deviation"], ["stretched"])
    body.add("Add", ["stretched", "mean"], ["forecast"])
    body.scale()
    body.add("Sub", ["scaled", "expected"], ["differences"])
    known, counted = "scaled", "differences"
    if network.masked:
        known, counted = "known", "counted"
        body.add("Mul", ["differences", "mask"], [counted])
        body.add("Add", ["expected", counted], [known])
    _errors(body, network, counted)
    _step(body, network, known, tops)
    body.constants.update({"axis.time": integers(0), "axis.channel": integers(1)})
    return body


def _apart(body: Body, count: int) -> list[tuple[str, ...]]:
    """The state of each layer by itself, from the lowest."""
    if count == 1:
        return [STATE]
    for name in STATE:
        body.add("Split", [name], [f"{name}.{number}" for number in range(1, count + 1)], axis=0)
    return [tuple(f"{name}.{number}" for name in STATE) for number in range(1, count + 1)]


def _errors(body: Body, network: Forecaster, counted: str) -> None:
    body.add("Squeeze", [counted, "axis.time"], ["difference"])
    body.distance(network.error)
    # Min kernels swallow NaN, LSTM kernels too: it is carried around them.
    body.add("Sub", ["difference", "difference"], ["holes"])
    body.add("ReduceSum", ["holes", "axis.channel"], ["hole"])
    body.add("Add", ["capped", "hole"], ["errors"])


def _step(body: Body, network: Forecaster, source: str, states: list[tuple[str, ...]]) -> None:
    """What a layer gives for one row is its hidden state, which is the next layer's row."""
    stepped = []
    for number, state in enumerate(states, start=1):
        weights = layer_weights(f"layer.{number}", network.layers, number)
        stepped.append([f"{name}.stepped.{number}" for name in STATE])
        body.add("LSTM", [source, *weights, "", *state], ["", *stepped[-1]],
                 hidden_size=network.layers.hidden_size)
        body.constants.update(weights)
        source = stepped[-1][0]
    for name, layers in zip(STATE, zip(*stepped)):
        whole = layers[0]
        if len(layers) > 1:
            whole = f"{name}.stepped"
            body.add("Concat", list(layers), [whole], axis=0)
        body.add("Add", [whole, "hole"], [next_of(name)])
