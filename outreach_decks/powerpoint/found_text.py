"""The words of a shape as they are shown: what a run does not say, its styles say (ECMA-376 Part 1, 21.1.2.4).

A size or colour comes from the first that names it: the run, the shape's own list of styles, the placeholder on the
layout, that on the master, the master's text styles, the presentation's default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from outreach_decks.found_deck import Blend, Fill, FoundParagraph, FoundRun, FoundText, Link, Paint, Solid
from outreach_decks.powerpoint.elements import NAMESPACES, Element, qualified
from outreach_decks.powerpoint.found_colours import share
from outreach_decks.powerpoint.found_fills import Paintbox, own_fill

# The farthest that a coordinate can be, EMU (ECMA-376 Part 1, 20.1.10.16).
FARTHEST: Final = 27_273_042_316_900
_HUNDREDTHS: Final = 100
# The largest size that the schema allows, in hundredths of a point (21.1.2.3.9).
_LARGEST: Final = 400_000
_DEFAULT_SIZE: Final = 18.0
_DEFAULT_INSETS: Final = (("lIns", 91_440), ("tIns", 45_720), ("rIns", 91_440), ("bIns", 45_720))
_LAST_LEVEL: Final = 8
_LINK_COLOUR: Final = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"
_TRUE: Final = frozenset({"1", "true", "on"})
_RUNS: Final = frozenset({"r", "fld", "br"})

Linked = Callable[[Element], Link | None]


@dataclass(frozen=True, slots=True)
class TextStyles:
    """What a text inherits: ``lists`` are styles by level, ``frames`` the ``a:bodyPr`` of its parents, nearest first.

    ``paint`` is the colour that the style of the shape or table gives where no list has one, ``bold`` likewise.
    """

    lists: tuple[Element, ...]
    frames: tuple[Element, ...] = ()
    paint: Paint | None = None
    bold: bool = False

    def frame(self, attribute: str, default: str) -> str:
        """What the nearest frame says of an attribute."""
        return next((value for frame in self.frames if (value := frame.get(attribute)) is not None), default)

    def level(self, number: int) -> tuple[Element, ...]:
        """The ``a:lvlNpPr`` of a level, counted from 0, nearest first."""
        name = qualified(f"a:lvl{number + 1}pPr")
        return tuple(found for each in self.lists if (found := each.find(name)) is not None)

    def own_level(self, number: int) -> Element | None:
        """What the shape itself says of a level."""
        return self.lists[0].find(qualified(f"a:lvl{number + 1}pPr")) if self.lists else None

    def without_own(self) -> TextStyles:
        """What the text would inherit if the shape itself had no styles."""
        return TextStyles(self.lists[1:], self.frames[1:], self.paint, self.bold)


@dataclass(frozen=True, slots=True)
class _LevelLook:
    """What a level gives to its runs: size in pt, bold, and colours."""

    size: float
    bold: bool
    paints: tuple[Paint, ...]
    align: str


@dataclass(frozen=True, slots=True)
class TextReader:
    """Reads texts of one page: ``box`` paints them, ``linked`` tells where an ``a:hlinkClick`` leads."""

    box: Paintbox
    linked: Linked

    def text(self, body: Element | None, styles: TextStyles) -> FoundText:
        """A ``p:txBody`` or ``a:txBody``; ``styles`` begins with its own."""
        if body is None:
            return FoundText()
        scale = _font_scale(body)
        looks = {level: self._look(styles, level) for level in {_level(each) for each in _paragraphs(body)}}
        paragraphs = tuple(self._paragraph(each, looks[_level(each)], scale) for each in _paragraphs(body))
        left, top, right, bottom = (_whole(styles.frame(name, str(default))) for name, default in _DEFAULT_INSETS)
        return FoundText(
            paragraphs,
            (left, top, right, bottom),
            styles.frame("anchor", "t"),
            self._look(styles.without_own(), 0).size,
            styles.frame("wrap", "square") != "none",
            styles.frame("vert", "horz") != "horz",
        )

    def _look(self, styles: TextStyles, level: int) -> _LevelLook:
        levels = styles.level(level)
        runs = [run for each in levels if (run := each.find("a:defRPr", NAMESPACES)) is not None]
        size = next((size for run in runs if (size := run.get("sz"))), None)
        bold = next((value for run in runs if (value := run.get("b")) is not None), None)
        align = next((value for each in levels if (value := each.get("algn")) is not None), "l")
        return _LevelLook(
            _points(size) if size else _DEFAULT_SIZE,
            styles.bold if bold is None else bold in _TRUE,
            self._inherited_paints(runs, styles, level),
            align,
        )

    def _inherited_paints(self, runs: list[Element], styles: TextStyles, level: int) -> tuple[Paint, ...]:
        own = styles.own_level(level)
        fills = [fill for run in runs if (fill := own_fill(run)) is not None]
        is_own = bool(fills) and own is not None and any(fill is fills[0] for fill in own.iter(fills[0].tag))
        if styles.paint is not None and not is_own:
            return (styles.paint,)
        if fills:
            return paints_of(self.box.painted(fills[0]))
        ink = self.box.palette.theme.get(self.box.palette.names.get("tx1", "dk1"))
        return (Paint(ink),) if ink else ()

    def _paragraph(self, paragraph: Element, look: _LevelLook, scale: float) -> FoundParagraph:
        properties = paragraph.find("a:pPr", NAMESPACES)
        align = properties.get("algn", look.align) if properties is not None else look.align
        runs = (child for child in paragraph.iterchildren("*") if _local(child) in _RUNS)
        return FoundParagraph(tuple(self._run(run, look, scale) for run in runs), _level(paragraph), align)

    def _run(self, run: Element, look: _LevelLook, scale: float) -> FoundRun:
        properties = run.find("a:rPr", NAMESPACES)
        if _local(run) == "br":
            return FoundRun("\n", look.size * scale)
        said = etree.Element("none") if properties is None else properties
        size, click = said.get("sz"), said.find("a:hlinkClick", NAMESPACES)
        link = None if click is None else self.linked(click)
        return FoundRun(
            run.findtext("a:t", "", NAMESPACES) or "",
            (_points(size) if size else look.size) * scale,
            said.get("b") in _TRUE if said.get("b") is not None else look.bold,
            self._link_paints() if link and not _keeps_colour(click) else self._paints(said, look),
            said.get("lang", ""),
            link,
            run.get("type", "") if _local(run) == "fld" else "",
            self.box.palette.paint(said.find("a:highlight", NAMESPACES)),
        )

    def _paints(self, properties: Element, look: _LevelLook) -> tuple[Paint, ...]:
        own = own_fill(properties)
        return look.paints if own is None else paints_of(self.box.painted(own))

    def _link_paints(self) -> tuple[Paint, ...]:
        """Office paints links in the theme's own colour for them (20.1.6.2), whatever the run says."""
        palette = self.box.palette
        colour = palette.theme.get(palette.names.get("hlink", "hlink"))
        return (Paint(colour),) if colour else ()


def paints_of(fill: Fill) -> tuple[Paint, ...]:
    """The colours of a fill; none where they are not known."""
    match fill:
        case Solid(paint=paint):
            return (paint,)
        case Blend(paints=paints):
            return paints
        case _:
            return ()


def _keeps_colour(click: Element | None) -> bool:
    """Tell whether a link says that it is painted like the text around it."""
    return click is not None and any(mark.get("val") == "tx" for mark in click.iter(_LINK_COLOUR))


def _paragraphs(body: Element) -> Iterator[Element]:
    return body.iterchildren(qualified("a:p"))


def _level(paragraph: Element) -> int:
    properties = paragraph.find("a:pPr", NAMESPACES)
    given = "0" if properties is None else properties.get("lvl", "0")
    return min(max(_whole(given), 0), _LAST_LEVEL)


def _whole(value: str) -> int:
    """A length or number; 0 where what stands there is none, or beyond what a file can mean."""
    try:
        number = int(value)
    except ValueError:
        return 0
    return number if abs(number) <= FARTHEST else 0


def _points(size: str) -> float:
    return min(max(_whole(size), 0), _LARGEST) / _HUNDREDTHS


def _font_scale(body: Element) -> float:
    """How much PowerPoint has shrunk the text, as it noted down at the last edit (21.1.2.1.3)."""
    shrunk = body.find("a:bodyPr/a:normAutofit", NAMESPACES)
    given = None if shrunk is None else shrunk.get("fontScale")
    if not given:
        return 1.0
    return min(share(given), 1.0)


def _local(element: Element) -> str:
    return etree.QName(element).localname
