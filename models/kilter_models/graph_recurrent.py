"""The autoencoders as ONNX nodes: what is between the scaled rows and the answer."""

from __future__ import annotations

import numpy as np
import torch
from torch import nn

from .autoencoder import Autoencoder
from .graph_body import Body, integers


def autoencoder_body(network: Autoencoder, known: str, varying: bool) -> Body:
    """Encoder, latent vector, decoder and readout; initial states are zero and left out."""
    body, seen = Body(), known
    if network.masked:
        body.add("Concat", [known, "mask"], ["seen"], axis=2)
        seen = "seen"
    _encoder(body, network.encoder, seen)
    linear(body, "squeeze", network.squeeze, ["encoded", "squeezed", "latent"])
    _repeat(body, network.length, varying)
    _decoder(body, network.decoder)
    linear(body, "readout", network.readout, ["decoded", "read", "answered"])
    return _with_shapes(body, network, varying)


def _encoder(body: Body, layers: nn.RNNBase, source: str) -> None:
    source = _all_but_the_last(body, "encoder", layers, source)
    if not layers.bidirectional:
        _layer(body, "encoder", layers, layers.num_layers, source, ["", "encoded"])
        return
    _layer(body, "encoder", layers, layers.num_layers, source, ["", "states"])
    body.add("Transpose", ["states"], ["states.by.sequence"], perm=[1, 0, 2])
    body.add("Reshape", ["states.by.sequence", "states.joined"], ["encoded"])


def _decoder(body: Body, layers: nn.RNNBase) -> None:
    source = _all_but_the_last(body, "decoder", layers, "repeated")
    _layer(body, "decoder", layers, layers.num_layers, source, ["directed"])
    body.add("Squeeze", ["directed", "axis.direction"], ["decoded"])


def _all_but_the_last(body: Body, name: str, layers: nn.RNNBase, source: str) -> str:
    """Each layer's rows, both directions side by side, go into the next; what the last reads."""
    for number in range(1, layers.num_layers):
        directed, rows = f"{name}.{number}.directed", f"{name}.{number}.rows"
        _layer(body, name, layers, number, source, [directed])
        if layers.bidirectional:
            body.add("Transpose", [directed], [f"{rows}.apart"], perm=[0, 2, 1, 3])
            body.add("Reshape", [f"{rows}.apart", "rows.joined"], [rows])
        else:
            body.add("Squeeze", [directed, "axis.direction"], [rows])
        source = rows
    return source


def _layer(body: Body, name: str, layers: nn.RNNBase, number: int, source: str,
           outputs: list[str]) -> None:
    name = name if number == 1 else f"{name}.{number}"
    weights = layer_weights(name, layers, number)
    more = {"direction": "bidirectional"} if layers.bidirectional else {}
    if layers.mode == "GRU":  # PyTorch resets what the recurrent weights gave, bias and all
        more["linear_before_reset"] = 1
    body.add(layers.mode, [source, *weights], outputs, hidden_size=layers.hidden_size, **more)
    body.constants.update(weights)


def layer_weights(name: str, layers: nn.RNNBase, number: int) -> dict[str, np.ndarray]:
    """Weights of one layer, counted from 1, [direction, gate, ...], in ONNX's order of gates."""
    ends = [f"_l{number - 1}{way}" for way in ("", "_reverse")[:1 + layers.bidirectional]]

    def of(part: str) -> np.ndarray:
        return np.stack([_gates(layers.mode, getattr(layers, part + end)) for end in ends])

    return {f"{name}.input": of("weight_ih"), f"{name}.recurrent": of("weight_hh"),
            f"{name}.bias": np.concatenate([of("bias_ih"), of("bias_hh")], axis=1)}


def _gates(mode: str, parameter: torch.Tensor) -> np.ndarray:
    """From PyTorch's gate order to ONNX's."""
    array = parameter.detach().numpy()
    if mode == "GRU":
        reset, update, candidate = np.split(array, 3)
        return np.concatenate([update, reset, candidate])
    entry, forget, candidate, output = np.split(array, 4)
    return np.concatenate([entry, output, forget, candidate])


def linear(body: Body, name: str, layer: nn.Linear, values: list[str]) -> None:
    """A linear layer, from the first value through the product to the last."""
    source, product, result = values
    body.add("MatMul", [source, f"{name}.weight"], [product])
    body.add("Add", [product, f"{name}.bias"], [result])
    body.constants[f"{name}.weight"] = np.ascontiguousarray(layer.weight.detach().numpy().T)
    body.constants[f"{name}.bias"] = layer.bias.detach().numpy()


def _repeat(body: Body, length: int, varying: bool) -> None:
    """The latent vector once for every row."""
    if varying:
        body.add("Shape", ["sequence"], ["steps"], start=0, end=1)
        body.add("Concat", ["steps", "one.each"], ["every.step"], axis=0)
    body.add("Expand", ["latent", "every.step"], ["repeated"])


def _with_shapes(body: Body, network: Autoencoder, varying: bool) -> Body:
    if varying:
        body.constants["one.each"] = integers(1, 1)
    else:
        body.constants["every.step"] = integers(network.length, 1, 1)
    body.constants["axis.direction"] = integers(1)
    if network.encoder.bidirectional:
        body.constants["states.joined"] = integers(1, -1, 2 * network.encoder.hidden_size)
        if network.encoder.num_layers > 1:
            body.constants["rows.joined"] = integers(0, 0, 2 * network.encoder.hidden_size)
    return body
