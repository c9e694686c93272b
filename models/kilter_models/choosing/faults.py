"""Faults put into normal rows, so that a setting can be tried on something without a label."""

from __future__ import annotations

from typing import Callable

import numpy as np

SHORTEST, LONGEST = 12, 100  # rows of a fault, where the stretch has room for it
SPIKE = 3  # the most rows of one
SMALLEST, LARGEST = 1.0, 8.0  # sizes, in deviations of the channel
MOVED = 3.0  # how far a channel goes at most that is elsewhere for good

# values [row, channel] of the fault, the same channels' whole stretch, sizes in units, random
Fault = Callable[[np.ndarray, np.ndarray, np.ndarray, np.random.Generator], np.ndarray]


def _shift(values: np.ndarray, _: np.ndarray, sizes: np.ndarray,
           random: np.random.Generator) -> np.ndarray:
    return values + sizes


def _drift(values: np.ndarray, _: np.ndarray, sizes: np.ndarray,
           random: np.random.Generator) -> np.ndarray:
    return values + sizes * np.linspace(0, 1, len(values))[:, None]


def _stuck(values: np.ndarray, _: np.ndarray, sizes: np.ndarray,
           random: np.random.Generator) -> np.ndarray:
    return np.repeat(values[:1], len(values), axis=0)


def _noise(values: np.ndarray, _: np.ndarray, sizes: np.ndarray,
           random: np.random.Generator) -> np.ndarray:
    return values + sizes * random.normal(size=values.shape)


def _decoupled(values: np.ndarray, stretch: np.ndarray, sizes: np.ndarray,
               random: np.random.Generator) -> np.ndarray:
    """What the channels said at another time, all of it usual by itself."""
    first = random.integers(len(stretch) - len(values) + 1)
    return stretch[first:first + len(values)]


KINDS: dict[str, Fault] = {"spike": _shift, "shift": _shift, "drift": _drift, "stuck": _stuck,
                           "noise": _noise, "decoupled": _decoupled}


def inject(values: np.ndarray, deviation: np.ndarray,
           random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """One fault of each kind in rows [row, channel], and which rows are faulty.

    Each has a share of the stretch for itself, and from one to half of the channels that move at
    all (a deviation above 0). What is not a number stays so.
    """
    faulty, odd = values.copy(), np.zeros(len(values), dtype=bool)
    kinds = random.permutation(list(KINDS))
    room = len(values) // len(kinds)
    for number, kind in enumerate(kinds):
        length = _length(kind, room, random)
        first = number * room + random.integers(room - length + 1)
        chosen, rows = _channels(deviation, random), slice(first, first + length)
        sizes = _sizes(len(chosen), random) * deviation[chosen]
        faulty[rows, chosen] = KINDS[kind](values[rows, chosen], values[:, chosen], sizes, random)
        odd[rows] = True
    return faulty, odd


def move(values: np.ndarray, deviation: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Rows of which some channels are elsewhere for good, as after a change that is no fault."""
    chosen = _channels(deviation, random)
    sizes = random.uniform(-MOVED, MOVED, len(chosen)) * deviation[chosen]
    moved = values.copy()
    moved[:, chosen] += sizes.astype(values.dtype)
    return moved


def _length(kind: str, room: int, random: np.random.Generator) -> int:
    if kind == "spike":
        return int(random.integers(1, SPIKE + 1))
    longest = max(2, min(LONGEST, room // 2))
    shortest = min(SHORTEST, longest)
    return int(np.exp(random.uniform(np.log(shortest), np.log(longest + 1))))


def _channels(deviation: np.ndarray, random: np.random.Generator) -> np.ndarray:
    moving = np.flatnonzero(deviation > 0)
    most = max(1, len(moving) // 2)
    count = int(np.exp(random.uniform(0, np.log(most + 1))))
    return random.permutation(moving)[:count]


def _sizes(count: int, random: np.random.Generator) -> np.ndarray:
    sizes = np.exp(random.uniform(np.log(SMALLEST), np.log(LARGEST), count))
    return sizes * random.choice([-1, 1], count)
