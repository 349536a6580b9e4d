"""The largest empty rectangle between shapes: where a layout leaves room for what it has no placeholder for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from outreach_decks.geometry import Box


def overlap(one: Box, other: Box) -> int:
    """The area that two boxes share, EMU squared."""
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(width, 0) * max(height, 0)


def clipped(box: Box, frame: Box) -> Box:
    """The part of a box that lies inside another; of no size where there is none."""
    x, y = max(box.x, frame.x), max(box.y, frame.y)
    return Box(x, y, max(min(box.right, frame.right) - x, 0), max(min(box.bottom, frame.bottom) - y, 0))


def largest_free(frame: Box, taken: Iterable[Box]) -> Box:
    """The largest rectangle inside ``frame`` that no box of ``taken`` touches; ``frame`` itself where there is none.

    Each pair of heights at which a box begins or ends is tried: between them what is free is what no box covers.
    """
    boxes = [box for box in taken if overlap(box, frame)]
    heights = sorted({frame.y, frame.bottom, *(edge for box in boxes for edge in (box.y, box.bottom))})
    inside = [height for height in heights if frame.y <= height <= frame.bottom]
    found = [
        Box(left, top, right - left, bottom - top)
        for number, top in enumerate(inside)
        for bottom in inside[number + 1 :]
        for left, right in _gaps(frame, [box for box in boxes if box.y < bottom and box.bottom > top])
    ]
    return max(found, key=lambda box: (box.width * box.height, -box.y, -box.x), default=frame)


def _gaps(frame: Box, boxes: Sequence[Box]) -> Iterable[tuple[int, int]]:
    """The stretches from left to right that no box covers."""
    start = frame.x
    for box in sorted(boxes, key=lambda box: box.x):
        if box.x > start:
            yield start, min(box.x, frame.right)
        start = max(start, box.right)
    if start < frame.right:
        yield start, frame.right
