"""The outlines of drawn shapes, as closed lines (ECMA-376 Part 1, 20.1.9). Points are shares of the shape's box."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lxml import etree

from outreach_decks.found_deck import Point
from outreach_decks.powerpoint.elements import NAMESPACES, Element

# So many straight pieces stand for a curve.
_PIECES: Final = 12
_PER_DEGREE: Final = 60_000


def outlines(geometry: Element) -> tuple[tuple[Point, ...], ...]:
    """The closed lines of an ``a:custGeom``; none where its points are given by formulas."""
    try:
        drawn = [path for one in geometry.findall("a:pathLst/a:path", NAMESPACES) for path in _paths(one)]
    except ValueError:
        return ()
    return tuple(tuple(path) for path in drawn if len(path) > 2)  # noqa: PLR2004 - two points enclose nothing


def _paths(path: Element) -> Iterator[list[Point]]:
    width, height = int(path.get("w", "0")) or 1, int(path.get("h", "0")) or 1
    pen: list[Point] = []
    for step in path.iterchildren("*"):
        points = [(int(each.get("x", "")), int(each.get("y", ""))) for each in step.findall("a:pt", NAMESPACES)]
        match etree.QName(step).localname:
            case "moveTo":
                yield _scaled(pen, width, height)
                pen = [*points]
            case "lnTo":
                pen += points
            case "cubicBezTo" | "quadBezTo" if pen:
                pen += _curve([pen[-1], *points])
            case "arcTo" if pen:
                pen += _arc(pen[-1], step)
            case _:
                pass
    yield _scaled(pen, width, height)


def _scaled(points: list[Point], width: int, height: int) -> list[Point]:
    return [(x / width, y / height) for x, y in points]


def _curve(handles: list[Point]) -> list[Point]:
    """A Bézier curve of any degree, by De Casteljau's construction."""
    return [_on_curve(handles, step / _PIECES) for step in range(1, _PIECES + 1)]


def _on_curve(handles: list[Point], share: float) -> Point:
    while len(handles) > 1:
        handles = [
            (one[0] + (two[0] - one[0]) * share, one[1] + (two[1] - one[1]) * share) for one, two in pairwise(handles)
        ]
    return handles[0]


def _arc(start: Point, step: Element) -> list[Point]:
    """Part of an ellipse that begins where the pen is (20.1.9.4)."""
    across, down = int(step.get("wR", "")), int(step.get("hR", ""))
    begin, sweep = (math.radians(int(step.get(name, "")) / _PER_DEGREE) for name in ("stAng", "swAng"))
    middle = (start[0] - across * math.cos(begin), start[1] - down * math.sin(begin))
    turned = [begin + sweep * part / _PIECES for part in range(1, _PIECES + 1)]
    return [(middle[0] + across * math.cos(angle), middle[1] + down * math.sin(angle)) for angle in turned]
