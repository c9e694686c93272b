"""Baselines from other libraries: they compute errors, and the pipeline judges them.

Each is fitted on an entity's normal rows and says of every later row how far off it is, per
channel or in one number. Averaging, threshold and alerts are those of every other model.
"""

from __future__ import annotations

from importlib import import_module

from .rows import Baseline

OFFLINE = {
    "isolation-forest": ("isolation_forest", "IsolationForestScore"),
    "moving-average": ("moving_average", "MovingAverage"),
    "arima": ("arima", "Arima"),
    "support-vectors": ("support_vectors", "SupportVectors"),
    "dense": ("dense", "Dense"),
    "random-cut-forest": ("random_cut_forest", "RandomCutForest"),
    "random-cut-forest-8": ("random_cut_forest", "RandomCutForest8"),
}


def baseline(name: str) -> Baseline:
    """A new one, by its name; what it needs is loaded only now."""
    module, kind = OFFLINE[name]
    return getattr(import_module(f".{module}", __name__), kind)()
