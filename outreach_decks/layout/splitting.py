"""A list that does not fit becomes "(1/2)" and "(2/2)": as few parts as possible, as even as possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def split(items: Sequence[Item], fits: Callable[[Sequence[Item]], bool]) -> tuple[tuple[Item, ...], ...]:
    """Cut a list into the fewest parts that fit. An item that fits nowhere gets a part of its own."""
    for count in range(1, len(items) + 1):
        parts = _even(items, count)
        if all(fits(part) for part in parts):
            return parts
    return _even(items, max(len(items), 1))


def _even(items: Sequence[Item], count: int) -> tuple[tuple[Item, ...], ...]:
    """Cut into ``count`` parts whose lengths differ by one at most, the longer ones first."""
    size, longer = divmod(len(items), count)
    parts: list[tuple[Item, ...]] = []
    start = 0
    for number in range(count):
        end = start + size + (number < longer)
        parts.append(tuple(items[start:end]))
        start = end
    return tuple(parts)


def share_out(items: Sequence[Item], count: int) -> tuple[tuple[Item, ...], ...]:
    """Hand out items, in order, to ``count`` slides; the first ones get more."""
    return _even(items, count)
