"""Icons: one filled path on a square, read from SVG and turned into the steps of a DrawingML path."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path

from outreach_decks.diagnostics import DeckError, Diagnostic, Span

# The width and height of a drawn path (a:path w and h), whatever square the icon was drawn on.
PATH_SQUARE = 100_000

Command = Literal["moveTo", "lnTo", "cubicBezTo", "close"]
Point = tuple[int, int]

_NUMBER = r"-?\d+(?:\.\d+)?"
_SQUARE_VIEW = re.compile(rf'\sviewBox="0 0 ({_NUMBER}) ({_NUMBER})"')
_ONE_PATH = re.compile(
    r'\s*<svg(?P<head>(?:\s+[\w:-]+="[^"<>&]*")*)\s*>\s*<path\s+d="(?P<path>[-+\d.,\sA-Za-z]+)"\s*(?:/>|>\s*</path>)\s*</svg>\s*'
)


@dataclass(frozen=True, slots=True)
class Icon:
    """A drawing of one filled path: ``path`` is SVG path data on a square of ``view`` units."""

    name: str
    path: str
    view: int


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of a DrawingML path (ECMA-376 Part 1, 20.1.9.15).

    ``command`` is the element's name; moveTo and lnTo have one point, cubicBezTo three, close none.
    Points count from the top left corner on a square of ``PATH_SQUARE`` units.
    """

    command: Command
    points: tuple[Point, ...] = ()


def read_icon(name: str, svg: bytes) -> Icon:
    """Read an SVG of one filled path on a square ``viewBox``.

    Raises DeckError (``bad-icon``) for anything else: strokes, transforms, several paths, styles or
    text would not survive the way to a native shape.
    """
    found = _ONE_PATH.fullmatch(_text(name, svg))
    if found is None:
        raise _bad(name, "an icon must be an SVG of exactly one filled path and nothing else")
    icon = Icon(name, found["path"], _view(name, found["head"]))
    if not _steps(name, icon):
        raise _bad(name, "its path draws nothing")
    return icon


def drawing_path(icon_path: str, view: int) -> tuple[PathStep, ...]:
    """Turn SVG path data on a square of ``view`` units into steps on a square of ``PATH_SQUARE``.

    Arcs and quadratic curves become cubic ones. Every contour is closed. DrawingML fills a path by
    the even-odd rule, SVG by the non-zero one: the icons shipped here look the same under both.
    Raises ValueError for data that are not a path.
    """
    pen = _StepPen(PATH_SQUARE / view)
    parse_path(icon_path, pen)
    return tuple(pen.steps)


class _StepPen(BasePen):  # type: ignore[misc]  # fontTools has no type hints
    """Collects steps; BasePen turns quadratic curves into cubic ones."""

    def __init__(self, scale: float) -> None:
        super().__init__(None)
        self._scale = scale
        self.steps: list[PathStep] = []

    def _add(self, command: Command, *points: tuple[float, float]) -> None:
        self.steps.append(PathStep(command, tuple((round(x * self._scale), round(y * self._scale)) for x, y in points)))

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add("moveTo", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add("lnTo", pt)

    def _curveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]) -> None:  # noqa: N802
        self._add("cubicBezTo", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self._add("close")

    def _endPath(self) -> None:  # noqa: N802
        self._add("close")


def _text(name: str, svg: bytes) -> str:
    try:
        return svg.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _bad(name, "the file is not UTF-8 text") from error


def _view(name: str, head: str) -> int:
    found = _SQUARE_VIEW.search(head)
    if found is None or found[1] != found[2] or not found[1].isdigit() or int(found[1]) == 0:
        raise _bad(name, 'its viewBox must be a square that starts at "0 0"')
    return int(found[1])


def _steps(name: str, icon: Icon) -> tuple[PathStep, ...]:
    try:
        return drawing_path(icon.path, icon.view)
    except (ValueError, IndexError, AssertionError) as error:
        raise _bad(name, "its path data cannot be read") from error


def _bad(name: str, why: str) -> DeckError:
    return DeckError([Diagnostic("bad-icon", f'"{name}" cannot be used as an icon: {why}', Span(f"{name}.svg"))])
