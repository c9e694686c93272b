"""The forecaster: recurrent layers whose state goes on from row to row, for ever."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .network import Frame, Network

State = tuple[Tensor, Tensor]  # hidden and cell, each [layer, batch, hidden]


class Forecaster(Network):
    """Expects of each row what the rows before it led to: it is read out before the row is seen."""

    answer = "forecast"

    def __init__(self, frame: Frame, hidden: int, count: int) -> None:
        super().__init__(frame)
        channels = len(frame.mean)
        self.layers = nn.LSTM(channels, hidden, count)
        self.readout = nn.Linear(hidden, channels)

    def rebuild(self, scaled: Tensor, mask: Tensor | None = None) -> Tensor:
        """What was expected of each row of a history that begins here, scaled too."""
        return self.go_on(scaled, mask, self.beginning(scaled.shape[1]))[0]

    def beginning(self, batch: int) -> State:
        """The state before anything was seen."""
        zeros = torch.zeros(self.layers.num_layers, batch, self.layers.hidden_size)
        return zeros, zeros

    def go_on(self, scaled: Tensor, mask: Tensor | None, state: State) -> tuple[Tensor, State]:
        """What was expected of rows that follow on a state, and the state behind the last."""
        if mask is None:
            outputs, after = self.layers(scaled, state)
            tops = torch.cat([state[0][-1:], outputs[:-1]])
            return self.readout(tops), after
        forecasts = []
        for row, known in zip(scaled.split(1), mask.split(1)):
            forecasts.append(self.readout(state[0][-1:]))
            _, state = self.layers(self._standing_in(row, known, forecasts[-1]), state)
        return torch.cat(forecasts), state

    @staticmethod
    def _standing_in(row: Tensor, known: Tensor, forecast: Tensor) -> Tensor:
        """A row with the forecast in place of what was not measured."""
        return forecast + (row - forecast) * known
