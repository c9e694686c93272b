"""The exported graph, built node by node so that no exporter's version shows in it."""

from __future__ import annotations

import numpy as np
import onnx
import torch
from onnx import NodeProto, TensorProto, helper, numpy_helper

from .network import Autoencoder

OPSET = 15
IR_VERSION = 8


def build_graph(network: Autoencoder) -> onnx.ModelProto:
    """The network as ONNX: [time, "batch", channel] in, reconstruction and newest errors out."""
    constants = _constants(network)
    hidden = network.encoder.hidden_size
    length, channels = network.length, len(network.mean)
    shape = [length, "batch", channels]
    graph = helper.make_graph(
        _nodes(hidden, network.error), "kilter-lstm-autoencoder",
        [helper.make_tensor_value_info("sequence", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("reconstruction", TensorProto.FLOAT, shape),
         helper.make_tensor_value_info("errors", TensorProto.FLOAT, ["batch", channels])],
        [numpy_helper.from_array(array, name) for name, array in constants.items()])
    model = helper.make_model(graph, producer_name="kilter-models", ir_version=IR_VERSION,
                              opset_imports=[helper.make_opsetid("", OPSET)])
    onnx.checker.check_model(model, full_check=True)
    return model


def _nodes(hidden: int, error: str) -> list[NodeProto]:
    node = helper.make_node
    return [
        node("Sub", ["sequence", "mean"], ["centred"]),
        node("Div", ["centred", "deviation"], ["scaled"]),
        node("LSTM", ["scaled", "encoder.input", "encoder.recurrent", "encoder.bias"],
             ["", "encoded"], hidden_size=hidden),
        node("MatMul", ["encoded", "squeeze.weight"], ["squeezed"]),
        node("Add", ["squeezed", "squeeze.bias"], ["latent"]),
        node("Expand", ["latent", "every.step"], ["repeated"]),
        node("LSTM", ["repeated", "decoder.input", "decoder.recurrent", "decoder.bias"],
             ["directed"], hidden_size=hidden),
        node("Squeeze", ["directed", "axis.direction"], ["decoded"]),
        node("MatMul", ["decoded", "readout.weight"], ["read"]),
        node("Add", ["read", "readout.bias"], ["answered"]),
        # LSTM kernels swallow NaN: carried around them, it makes the whole answer NaN.
        node("Sub", ["scaled", "scaled"], ["holes"]),
        node("ReduceSum", ["holes", "axes.row"], ["hole"]),
        node("Add", ["answered", "hole"], ["rebuilt"]),
        node("Mul", ["rebuilt", "deviation"], ["stretched"]),
        node("Add", ["stretched", "mean"], ["reconstruction"]),
        node("Sub", ["scaled", "rebuilt"], ["differences"]),
        node("Slice", ["differences", "newest", "end", "axis.time"], ["last"]),
        node("Squeeze", ["last", "axis.time"], ["difference"]),
        node("Abs", ["difference"], ["distance"]) if error == "absolute"
        else node("Mul", ["difference", "difference"], ["distance"]),
        # Min kernels swallow NaN too.
        node("Min", ["distance", "ceiling"], ["capped"]),
        node("Squeeze", ["hole", "axis.time"], ["gap"]),
        node("Add", ["capped", "gap"], ["errors"]),
    ]


def _constants(network: Autoencoder) -> dict[str, np.ndarray]:
    def integers(*values: int) -> np.ndarray:
        return np.array(values, dtype=np.int64)

    return {
        "mean": network.mean.numpy(), "deviation": network.deviation.numpy(),
        "ceiling": network.ceiling.numpy(),
        **_lstm("encoder", network.encoder), **_linear("squeeze", network.squeeze),
        **_lstm("decoder", network.decoder), **_linear("readout", network.readout),
        "every.step": integers(network.length, 1, 1),
        "axis.direction": integers(1), "axis.time": integers(0),
        "axes.row": integers(0, 2),
        "newest": integers(network.length - 1), "end": integers(network.length),
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
