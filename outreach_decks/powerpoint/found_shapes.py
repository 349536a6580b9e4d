"""The shapes of a page as records, in their order (ECMA-376 Part 1, 19.3.1.43)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import Final

from lxml import etree

from outreach_decks.found_deck import Fill, FoundShape, Kind, Layer, Paint, PictureFill, UnknownFill
from outreach_decks.geometry import Box
from outreach_decks.powerpoint.elements import NAMESPACES, Element
from outreach_decks.powerpoint.found_fills import own_fill
from outreach_decks.powerpoint.found_outlines import outlines
from outreach_decks.powerpoint.found_page import FoundPage, own_box
from outreach_decks.powerpoint.found_tables import TableReader, TableStyles
from outreach_decks.powerpoint.found_text import Linked, TextReader

_DECORATIVE: Final = f"{{{NAMESPACES['adec']}}}decorative"
_PER_DEGREE: Final = 60_000
_SHAPES: Final = frozenset({"sp", "cxnSp", "pic", "graphicFrame", "grpSp", "contentPart"})
_TRUE: Final = frozenset({"1", "true"})
_LINES: Final = frozenset({"line", "straightConnector1"})
# How the address of the schema of a graphic ends.
_GRAPHICS: Final[tuple[tuple[str, Kind], ...]] = (
    ("/table", "table"),
    ("/chart", "chart"),
    ("/chartex", "chart"),
    ("/diagram", "diagram"),
)


@dataclass(frozen=True, slots=True)
class Frame:
    """How the coordinates of a group become those of the slide: a share of what is there, and a shift in EMU."""

    across: float = 1.0
    down: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def placed(self, box: Box | None) -> Box | None:
        """A box of the group on the slide."""
        if box is None:
            return None
        left, top = box.x * self.across + self.x, box.y * self.down + self.y
        return Box(round(left), round(top), round(box.width * self.across), round(box.height * self.down))

    def inside(self, group: Element) -> Frame:
        """The frame of what stands in a group of this frame (20.1.7.5)."""
        outer = own_box(group)
        start, size = (group.find(f"p:grpSpPr/a:xfrm/a:{name}", NAMESPACES) for name in ("chOff", "chExt"))
        if outer is None or start is None or size is None:
            return self
        across = outer.width / (int(size.get("cx", "0")) or outer.width or 1)
        down = outer.height / (int(size.get("cy", "0")) or outer.height or 1)
        x, y = outer.x - int(start.get("x", "0")) * across, outer.y - int(start.get("y", "0")) * down
        return Frame(self.across * across, self.down * down, x * self.across + self.x, y * self.down + self.y)


@dataclass(frozen=True, slots=True)
class ShapeReader:
    """Reads the shapes of one page. ``tables`` are the styles that the file has for tables."""

    page: FoundPage
    linked: Linked
    tables: TableStyles
    frame: Frame = field(default_factory=Frame)

    def shapes(self, tree: Element | None) -> tuple[FoundShape, ...]:
        """All shapes under a tree or group."""
        return tuple(self._shape(each) for each in shape_elements(tree))

    def _shape(self, element: Element) -> FoundShape:
        label = element.find("*/p:cNvPr", NAMESPACES)
        label = etree.Element("none") if label is None else label
        click, number = label.find("a:hlinkClick", NAMESPACES), label.get("id", "0")
        shape = FoundShape(
            id=int(number) if number.isdigit() else 0,
            name=label.get("name", ""),
            kind=_kind(element),
            box=self.frame.placed(self.page.box(element)),
            placeholder=self.page.placeholder(element),
            alt=label.get("descr"),
            decorative=any(mark.get("val") in _TRUE for mark in label.iter(_DECORATIVE)),
            hidden=label.get("hidden") in _TRUE,
            link=None if click is None else self.linked(click),
        )
        return self._with_content(shape, element)

    def _with_content(self, shape: FoundShape, element: Element) -> FoundShape:
        match shape.kind:
            case "group":
                return replace(shape, children=self._inside(element).shapes(element))
            case "table":
                reader = TableReader(self.page, self.linked, self.tables)
                return replace(shape, table=reader.table(element, shape.box))
            case "picture" | "video" | "audio":
                return self._picture(shape, element)
            case "chart" | "diagram" | "object":
                return replace(shape, layer=_layer(shape, None, UnknownFill()))
            case "line" | "shape":
                return self._drawn(shape, element)

    def _inside(self, group: Element) -> ShapeReader:
        paintbox, properties = self.page.paintbox, group.find("p:grpSpPr", NAMESPACES)
        says = own_fill(properties) is not None
        inner = replace(paintbox, group=paintbox.fill(properties)) if says else paintbox
        return replace(self, page=replace(self.page, paintbox=inner), frame=self.frame.inside(group))

    def _picture(self, shape: FoundShape, element: Element) -> FoundShape:
        filled = element.find("p:blipFill", NAMESPACES)
        fill = UnknownFill() if filled is None else self.page.paintbox.picture(filled)
        captions = next(element.iter("{*}tracksLst"), None) is not None
        moves = isinstance(fill, PictureFill) and _moves(fill.image)
        drawn = _layer(shape, element.find("p:spPr", NAMESPACES), fill)
        return replace(shape, layer=drawn, stroke=self._stroke(element), captions=captions, moves=moves)

    def _drawn(self, shape: FoundShape, element: Element) -> FoundShape:
        body = element.find("p:txBody", NAMESPACES)
        if body is not None:
            reader = TextReader(self.page.paintbox, self.linked)
            shape = replace(shape, text=reader.text(body, self.page.styles(element, body)))
        stroke = self._stroke(element)
        if shape.kind == "line":
            return replace(shape, stroke=stroke)
        layer = _layer(shape, element.find("p:spPr", NAMESPACES), self._fill(element))
        return replace(shape, layer=layer, stroke=stroke)

    def _fill(self, element: Element) -> Fill:
        """What fills a shape; a placeholder is filled like that of its layout where it does not say."""
        properties = [each.find("p:spPr", NAMESPACES) for each in (element, *self.page.parents(element))]
        said = next((each for each in properties if own_fill(each) is not None), None)
        return self.page.paintbox.fill(said, element.find("p:style", NAMESPACES))

    def _stroke(self, element: Element) -> Paint | None:
        return self.page.paintbox.stroke(element.find("p:spPr", NAMESPACES), element.find("p:style", NAMESPACES))


def shape_elements(tree: Element | None) -> Iterator[Element]:
    """The elements of shapes under a tree; of alternatives the one for programs that know all (Part 3, 10.2)."""
    for child in () if tree is None else tree.iterchildren("*"):
        name = etree.QName(child).localname
        if name in _SHAPES:
            yield child
        elif name == "AlternateContent":
            choices = (found for one in child.iterchildren("*") if (found := list(shape_elements(one))))
            yield from next(choices, [])


def _layer(shape: FoundShape, properties: Element | None, fill: Fill) -> Layer | None:
    if shape.box is None:
        return None
    frame = None if properties is None else properties.find("a:xfrm", NAMESPACES)
    turn = 0.0 if frame is None else int(frame.get("rot", "0")) / _PER_DEGREE
    own, form = None if properties is None else properties.find("a:custGeom", NAMESPACES), _form(properties)
    return Layer(shape.box, fill, form, () if own is None else outlines(own), turn, shape.id)


def _form(properties: Element | None) -> str:
    if properties is None:
        return "rect"
    preset = properties.find("a:prstGeom", NAMESPACES)
    if preset is not None:
        return preset.get("prst", "rect")
    return "rect" if properties.find("a:custGeom", NAMESPACES) is None else "custom"


def _kind(element: Element) -> Kind:
    match etree.QName(element).localname:
        case "sp":
            return "line" if _form(element.find("p:spPr", NAMESPACES)) in _LINES else "shape"
        case "cxnSp":
            return "line"
        case "grpSp":
            return "group"
        case "pic":
            return _kind_of_picture(element)
        case "graphicFrame":
            data = element.find("a:graphic/a:graphicData", NAMESPACES)
            uri = "" if data is None else data.get("uri", "")
            return next((kind for ending, kind in _GRAPHICS if uri.endswith(ending)), "object")
        case _:
            return "object"


def _kind_of_picture(element: Element) -> Kind:
    properties = element.find("p:nvPicPr/p:nvPr", NAMESPACES)
    if properties is None:
        return "picture"
    if any(properties.find(f"a:{name}", NAMESPACES) is not None for name in ("videoFile", "quickTimeFile")):
        return "video"
    sounds = ("audioFile", "wavAudioFile", "audioCd")
    is_sound = any(properties.find(f"a:{name}", NAMESPACES) is not None for name in sounds)
    return "audio" if is_sound else "picture"


def _moves(image: bytes) -> bool:
    """Tell whether a picture has several frames."""
    if not image.startswith(b"GIF8"):
        return False
    from PIL import Image

    try:
        with Image.open(BytesIO(image)) as opened:
            return bool(getattr(opened, "is_animated", False))
    except Exception:  # noqa: BLE001 - a damaged picture raises whatever its decoder stumbled over
        return False
