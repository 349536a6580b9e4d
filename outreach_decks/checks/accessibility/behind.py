"""What is really behind a place on a slide: the colours of all that is painted there, from the ground up."""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from outreach_decks.colours import hexadecimal, seen_through
from outreach_decks.found_deck import Blend, Layer, Paint, PictureFill, Point, Solid, UnknownFill
from outreach_decks.geometry import Box

if TYPE_CHECKING:
    from PIL import Image

# Pictures are looked at this small, px: finer grain than a letter is wide does not hide it.
_SAMPLE: Final = 160
_MOST_PIXELS: Final = 80_000_000
_OPAQUE: Final = 255
# Points of a grid across and down a box.
_ACROSS: Final = 20
_DOWN: Final = 6
_COVERING: Final = frozenset({"rect", "flowChartProcess"})

# Whether a point is in a form, both as shares of its box.
_FORMS: Final[Mapping[str, Callable[[float, float], bool]]] = {
    "ellipse": lambda x, y: 2 * math.hypot(x - 0.5, y - 0.5) <= 1,
    "diamond": lambda x, y: 2 * abs(x - 0.5) + 2 * abs(y - 0.5) <= 1,
    "triangle": lambda x, y: abs(x - 0.5) <= y / 2,
    "rtTriangle": lambda x, y: x <= y,
}

Colours = frozenset[str]
_UNKNOWN: Final[Colours] = frozenset()


def colours_behind(box: Box, layers: Sequence[Layer]) -> list[Colours]:
    """The colours at points all over a box; several at a point where they run into each other, none if unknown.

    ``layers`` are what is painted, the lowest first. Where nothing changes in the box, one point stands for all.
    """
    near = _that_count(box, layers)
    if all(_covers_whole(layer, box) and not isinstance(layer.fill, PictureFill) for layer in near):
        return [_at(_middle(box), near)]
    return [_at(point, near) for point in _grid(box)]


def _that_count(box: Box, layers: Sequence[Layer]) -> list[Layer]:
    """The layers that touch a box, from the last one that hides all below it."""
    near: list[Layer] = []
    for layer in layers:
        if layer.fill is None or not _touches(layer, box):
            continue
        if _covers_whole(layer, box) and _hides(layer):
            near.clear()
        near.append(layer)
    return near


def _touches(layer: Layer, box: Box) -> bool:
    one = layer.box
    reach = max(one.width, one.height) if layer.turn else 0
    return (
        one.x - reach < box.right
        and box.x < one.right + reach
        and one.y - reach < box.bottom
        and box.y < one.bottom + reach
    )


def _covers_whole(layer: Layer, box: Box) -> bool:
    one = layer.box
    inside = one.x <= box.x and box.right <= one.right and one.y <= box.y and box.bottom <= one.bottom
    return inside and not layer.turn and layer.form in _COVERING


def _hides(layer: Layer) -> bool:
    match layer.fill:
        case Solid(paint=paint):
            return paint.opacity >= 1
        case Blend(paints=paints):
            return all(paint.opacity >= 1 for paint in paints)
        case _:
            return False


def _middle(box: Box) -> Point:
    return box.x + box.width / 2, box.y + box.height / 2


def _grid(box: Box) -> Iterator[Point]:
    for row in range(_DOWN):
        for column in range(_ACROSS):
            yield box.x + box.width * (column + 0.5) / _ACROSS, box.y + box.height * (row + 0.5) / _DOWN


def _at(point: Point, layers: Sequence[Layer]) -> Colours:
    seen: Colours = frozenset({"FFFFFF"})
    for layer in layers:
        if covers(layer, point):
            seen = _painted(layer, point, seen)
    return seen


def _painted(layer: Layer, point: Point, below: Colours) -> Colours:
    match layer.fill:
        case Solid(paint=paint):
            return _over((paint,), below)
        case Blend(paints=paints):
            return _over(paints, below)
        case PictureFill():
            pixel = _pixel(layer.fill, _share(layer, point))
            return _UNKNOWN if pixel is None else _over((pixel,), below)
        case UnknownFill():
            return _UNKNOWN
        case None:
            return below


def _over(paints: tuple[Paint, ...], below: Colours) -> Colours:
    covering = frozenset(paint.colour for paint in paints if paint.opacity >= 1)
    glass = [paint for paint in paints if paint.opacity < 1]
    if glass and not below:
        return _UNKNOWN
    return covering | {seen_through(paint.colour, paint.opacity, colour) for paint in glass for colour in below}


def covers(layer: Layer, point: Point) -> bool:
    """Tell whether the form of a layer has a point of the slide in it; forms that are not known fill their box."""
    x, y = _share(layer, point)
    if not (0 <= x <= 1 and 0 <= y <= 1):
        return False
    if layer.outlines:
        return sum(_inside(path, x, y) for path in layer.outlines) % 2 == 1
    form = _FORMS.get(layer.form)
    return form is None or form(x, y)


def _share(layer: Layer, point: Point) -> Point:
    """Where a point of the slide is in the box of a layer, before it was turned."""
    x, y = point
    box = layer.box
    if layer.turn:
        middle_x, middle_y = _middle(box)
        angle = math.radians(-layer.turn)
        dx, dy = x - middle_x, y - middle_y
        x, y = (
            middle_x + dx * math.cos(angle) - dy * math.sin(angle),
            middle_y + dx * math.sin(angle) + dy * math.cos(angle),
        )
    return (x - box.x) / max(box.width, 1), (y - box.y) / max(box.height, 1)


def _inside(path: tuple[Point, ...], x: float, y: float) -> bool:
    """Tell whether a point is in a closed line: a ray from it cuts the line an odd number of times."""
    cuts = False
    for (one_x, one_y), (two_x, two_y) in zip(path, (*path[1:], path[0]), strict=True):
        if (one_y > y) != (two_y > y) and x < (two_x - one_x) * (y - one_y) / (two_y - one_y) + one_x:
            cuts = not cuts
    return cuts


def _pixel(fill: PictureFill, share: Point) -> Paint | None:
    picture = _opened(fill.image)
    if picture is None:
        return None
    left, top, right, bottom = fill.crop
    x, y = left + share[0] * (1 - left - right), top + share[1] * (1 - top - bottom)
    if not (0 <= x <= 1 and 0 <= y <= 1):
        return Paint("FFFFFF", 0.0)
    at = min(int(x * picture.width), picture.width - 1), min(int(y * picture.height), picture.height - 1)
    red, green, blue, alpha = _channels(picture, at)
    return Paint(hexadecimal(red, green, blue), alpha / _OPAQUE * fill.opacity)


def _channels(picture: Image.Image, at: tuple[int, int]) -> tuple[int, int, int, int]:
    found = picture.getpixel(at)
    if not isinstance(found, tuple):
        raise TypeError("a picture in RGBA has four channels")
    red, green, blue, alpha = (int(channel) for channel in found)
    return red, green, blue, alpha


@lru_cache(maxsize=64)
def _opened(image: bytes) -> Image.Image | None:
    """A picture in RGBA, made small; None for formats that are drawings, for damage, and for traps."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(image)) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    return None
                opened.draft("RGB", (_SAMPLE * 2, _SAMPLE * 2))
                small = opened.convert("RGBA")
                small.thumbnail((_SAMPLE, _SAMPLE))
                return small
    except Exception:  # noqa: BLE001 - a damaged picture raises whatever its decoder stumbled over
        return None
