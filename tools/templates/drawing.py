"""Shapes of DrawingML as strings (ECMA-376 Part 1, 20.1). Lengths come in inches and leave as EMU."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

EMU_PER_INCH = 914_400

# What the program calls a colour, and the name that a slide gives to the same slot of the theme.
SCHEME = {
    "ink": "tx1",
    "paper": "bg1",
    "ground": "tx2",
    "tint": "bg2",
    "accent": "accent1",
    "glow": "accent2",
    "support": "accent3",
    "grey": "accent4",
    "muted": "accent5",
    "panel": "accent6",
}

_ID = "@ID@"

# Screen readers pass over it (the extension that Office 2019 and later write).
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


class Box(NamedTuple):
    """A rectangle in inches from the slide's top left corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The x of the right edge, inches."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The y of the lower edge, inches."""
        return self.y + self.h

    def inset(self, dx: float, dy: float) -> Box:
        """Shrink by ``dx`` on the left and right and by ``dy`` above and below (inches)."""
        return Box(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)


def emu(inches: float) -> int:
    """Convert inches to whole EMU."""
    return round(inches * EMU_PER_INCH)


def colour(name: str) -> str:
    """A theme colour; ``panel/60`` is the panel colour at 60 per cent opacity."""
    slot, _, alpha = name.partition("/")
    inner = f'<a:alpha val="{int(alpha) * 1000}"/>' if alpha else ""
    value = SCHEME[slot]
    return f'<a:schemeClr val="{value}">{inner}</a:schemeClr>' if inner else f'<a:schemeClr val="{value}"/>'


def solid(name: str) -> str:
    """A flat fill."""
    return f"<a:solidFill>{colour(name)}</a:solidFill>"


def transform(box: Box) -> str:
    """Where a shape is."""
    offset = f'<a:off x="{emu(box.x)}" y="{emu(box.y)}"/>'
    return f'<a:xfrm>{offset}<a:ext cx="{emu(box.w)}" cy="{emu(box.h)}"/></a:xfrm>'


def preset(name: str, **guides: int) -> str:
    """A shape that Office knows; guides are its handles (ECMA-376 Part 1, annex D)."""
    values = "".join(f'<a:gd name="{key}" fmla="val {value}"/>' for key, value in guides.items())
    return f'<a:prstGeom prst="{name}"><a:avLst>{values}</a:avLst></a:prstGeom>'


def rounded(box: Box, radius: float) -> str:
    """A rectangle with corners of ``radius`` inches, whatever its size."""
    return preset("roundRect", adj=min(50_000, round(radius / min(box.w, box.h) * 100_000)))


class Path:
    """A free outline, drawn in inches from the shape's own corner."""

    def __init__(self, width: float, height: float) -> None:
        """Start an outline in a frame of ``width`` by ``height`` inches."""
        self._size = (width, height)
        self._steps: list[str] = []

    def move(self, x: float, y: float) -> Path:
        """Lift the pen to a point."""
        self._steps.append(f"<a:moveTo>{_point(x, y)}</a:moveTo>")
        return self

    def line(self, *points: tuple[float, float]) -> Path:
        """Draw straight lines through points."""
        self._steps.extend(f"<a:lnTo>{_point(x, y)}</a:lnTo>" for x, y in points)
        return self

    def curve(self, *points: tuple[float, float]) -> Path:
        """Draw one cubic curve: two handles and the end."""
        inner = "".join(_point(x, y) for x, y in points)
        self._steps.append(f"<a:cubicBezTo>{inner}</a:cubicBezTo>")
        return self

    def arc(self, radius: float, start: int, sweep: int) -> Path:
        """Draw part of a circle; angles in degrees, clockwise."""
        size = f'wR="{emu(radius)}" hR="{emu(radius)}"'
        self._steps.append(f'<a:arcTo {size} stAng="{start * 60_000}" swAng="{sweep * 60_000}"/>')
        return self

    def close(self) -> Path:
        """Go back to where the outline began."""
        self._steps.append("<a:close/>")
        return self

    def geometry(self) -> str:
        """The outline as a custom geometry."""
        width, height = self._size
        body = "".join(self._steps)
        lists = "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        frame = '<a:rect l="0" t="0" r="r" b="b"/>'
        path = f'<a:pathLst><a:path w="{emu(width)}" h="{emu(height)}">{body}</a:path></a:pathLst>'
        return f"<a:custGeom>{lists}{frame}{path}</a:custGeom>"


def _point(x: float, y: float) -> str:
    return f'<a:pt x="{emu(x)}" y="{emu(y)}"/>'


def shape(name: str, box: Box, geometry: str, fill: str | None, line: str | None = None, width: float = 0) -> str:
    """A drawn shape without text; ``line`` is a colour, ``width`` its width in pt."""
    painted = solid(fill) if fill else "<a:noFill/>"
    stroke = f'<a:ln w="{round(width * 12_700)}">{solid(line)}</a:ln>' if line else "<a:ln><a:noFill/></a:ln>"
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr {_ID} name={quoteattr(name)}>{_DECORATIVE}</p:cNvPr><p:cNvSpPr/>"
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{transform(box)}{geometry}{painted}{stroke}</p:spPr>'
        '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/>'
        '<a:p><a:endParaRPr lang="en-US" altLang="ja-JP"/></a:p></p:txBody></p:sp>'
    )


def rectangle(name: str, box: Box, fill: str) -> str:
    """A rectangle."""
    return shape(name, box, preset("rect"), fill)


def card(name: str, box: Box, fill: str, radius: float = 0.16) -> str:
    """A rectangle with soft corners."""
    return shape(name, box, rounded(box, radius), fill)


def ellipse(name: str, x: float, y: float, radius: float, fill: str) -> str:
    """A circle by its centre."""
    box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
    return shape(name, box, preset("ellipse"), fill)


def ring(name: str, x: float, y: float, radius: float, line: str, width: float) -> str:
    """The outline of a circle by its centre; ``width`` in pt."""
    box = Box(x - radius, y - radius, 2 * radius, 2 * radius)
    return shape(name, box, preset("ellipse"), None, line, width)


def tree(shapes: Iterable[str]) -> str:
    """A shape tree; every shape gets the next free id, so that the same input gives the same file."""
    body = "".join(shapes)
    numbers = iter(range(2, 1_000))
    numbered = re.sub(_ID, lambda _: f'id="{next(numbers)}"', body)
    zero = '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm>{zero}</a:xfrm></p:grpSpPr>{numbered}</p:spTree>"
    )
