"""The exported graph, built node by node so that no exporter's version shows in it."""

from __future__ import annotations

import numpy as np
import onnx
import torch
from onnx import NodeProto, TensorProto, helper, numpy_helper

from .network import Autoencoder

OPSET = 15
IR_VERSION = 8


def build_graph(network: Autoencoder, varying: bool = False) -> onnx.ModelProto:
    """The network as ONNX: [time, "batch", channel] in, reconstruction and newest errors out.

    A second input, of the same shape, where the network is told by a mask; the time axis is of any
    length where that varies.
    """
    constants = _constants(network, varying)
    channels = len(network.mean)
    shape = ["time" if varying else network.length, "batch", channels]
    inputs = ("sequence", "mask")[:1 + network.masked]
    graph = helper.make_graph(
        _nodes(network, varying), "kilter-lstm-autoencoder",
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name in inputs],
        [helper.make_tensor_value_info("reconstruction", TensorProto.FLOAT, shape),
         helper.make_tensor_value_info("errors", TensorProto.FLOAT, ["batch", channels])],
        [numpy_helper.from_array(array, name) for name, array in constants.items()])
    model = helper.make_model(graph, producer_name="kilter-models", ir_version=IR_VERSION,
                              opset_imports=[helper.make_opsetid("", OPSET)])
    onnx.checker.check_model(model, full_check=True)
    return model


def _nodes(network: Autoencoder, varying: bool) -> list[NodeProto]:
    node, hidden = helper.make_node, network.encoder.hidden_size
    known, seen, counted = ("known", "seen", "counted") if network.masked \
        else ("scaled", "scaled", "differences")
    return [
        node("Sub", ["sequence", "mean"], ["centred"]),
        node("Div", ["centred", "deviation"], ["scaled"]),
        *([node("Mul", ["scaled", "mask"], ["known"]),
           node("Concat", ["known", "mask"], ["seen"], axis=2)] if network.masked else []),
        node("LSTM", [seen, "encoder.input", "encoder.recurrent", "encoder.bias"],
             ["", "encoded"], hidden_size=hidden),
        node("MatMul", ["encoded", "squeeze.weight"], ["squeezed"]),
        node("Add", ["squeezed", "squeeze.bias"], ["latent"]),
        *([node("Shape", ["sequence"], ["steps"], start=0, end=1),
           node("Concat", ["steps", "one.each"], ["every.step"], axis=0)] if varying else []),
        node("Expand", ["latent", "every.step"], ["repeated"]),
        node("LSTM", ["repeated", "decoder.input", "decoder.recurrent", "decoder.bias"],
             ["directed"], hidden_size=hidden),
        node("Squeeze", ["directed", "axis.direction"], ["decoded"]),
        node("MatMul", ["decoded", "readout.weight"], ["read"]),
        node("Add", ["read", "readout.bias"], ["answered"]),
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


def _constants(network: Autoencoder, varying: bool) -> dict[str, np.ndarray]:
    def integers(*values: int) -> np.ndarray:
        return np.array(values, dtype=np.int64)

    return {
        "mean": network.mean.numpy(), "deviation": network.deviation.numpy(),
        "ceiling": network.ceiling.numpy(),
        **_lstm("encoder", network.encoder), **_linear("squeeze", network.squeeze),
        **_lstm("decoder", network.decoder), **_linear("readout", network.readout),
        **({"one.each": integers(1, 1)} if varying
           else {"every.step": integers(network.length, 1, 1)}),
        "axis.direction": integers(1), "axis.time": integers(0),
        "axes.row": integers(0, 2),
        "newest": integers(-1 if varying else network.length - 1),
        "end": integers(np.iinfo(np.int64).max if varying else network.length),
    }


def _linear(name: str, layer: torch.nn.Linear) -> dict[str, np.ndarray]:
    weight = np.ascontiguousarray(layer.weight.detach().numpy().T)
    return {f"{name}.weight": weight, f"{name}.bias": layer.bias.detach().numpy()}


def _lstm(name: str, layer: torch.nn.LSTM) -> dict[str, np.ndarray]:
    weights = {key: value.detach().numpy() for key, value in layer.named_parameters()}
    biases = [_gates(weights["bias_ih_l0"]), _gates(weights["bias_hh_l0"])]
    return {f"{name}.input": _gates(weights["weight_ih_l0"])[None],
            f"{name}.recurrent": _gates(weights["weight_hh_l0"])[None],
            f"{name}.bias": np.concatenate(biases)[None]}


def _gates(array: np.ndarray) -> np.ndarray:
    """From PyTorch's gate order (input, forget, cell, output) to ONNX's (i, o, f, c)."""
    entry, forget, cell, output = np.split(array, 4)
    return np.concatenate([entry, output, forget, cell])
