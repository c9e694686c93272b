"""The classifier: LSTM layers whose last state says which fault a sequence shows."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .network import Frame, Network


class Classifier(Network):
    """Says of a sequence how probable each class is."""

    answer = "probabilities"

    def __init__(self, frame: Frame, hidden: int, layers: int, classes: int) -> None:
        super().__init__(frame)
        channels = len(frame.mean)
        self.layers = nn.LSTM(2 * channels if frame.masked else channels, hidden, layers)
        self.dense = nn.Linear(hidden, classes)

    def logits(self, scaled: Tensor, mask: Tensor | None = None) -> Tensor:
        """What the softmax makes probabilities of, [batch, class], of scaled sequences.

        Of what the mask says was not measured the network sees nothing but that.
        """
        seen = scaled if mask is None else torch.cat([scaled * mask, mask], dim=2)
        _, (hidden, _) = self.layers(seen)
        return self.dense(hidden[-1])

    def forward(self, sequence: Tensor, mask: Tensor | None = None) -> Tensor:
        """The probability of each class, [batch, class]."""
        return self.logits(self.scale(sequence), mask).softmax(dim=1)
