"""Ratios of times measured in turn in one run: what a noisy machine can still tell.

As with timeit, the garbage collector rests while a function is timed: when it runs depends on what else was made before.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from typing import Any

__all__ = ["ratio"]


def _seconds(function: Callable[[], Any], repeat: int) -> float:
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        for _ in range(repeat):
            function()
        return (time.perf_counter() - start) / repeat
    finally:
        gc.enable()


def ratio(name: str, ours: Callable[[], Any], floor: Callable[[], Any], limit: float | None, rounds: int = 15) -> float:
    """Time both in turn and print the median ratio beside its limit."""
    ours()
    floor()
    repeat_ours = max(1, int(0.05 / _seconds(ours, 3)))
    repeat_floor = max(1, int(0.05 / _seconds(floor, 3)))
    pairs = [(_seconds(ours, repeat_ours), _seconds(floor, repeat_floor)) for _ in range(rounds)]
    result = statistics.median(mine / theirs for mine, theirs in pairs)
    mine = statistics.median(pair[0] for pair in pairs)
    theirs = statistics.median(pair[1] for pair in pairs)
    verdict = "" if limit is None else f"limit {limit:g}: {'ok' if result <= limit else 'ABOVE'}, "
    print(f"{name}: {result:.2f} ({verdict}{mine * 1e6:.0f} µs / {theirs * 1e6:.0f} µs)")
    return result
