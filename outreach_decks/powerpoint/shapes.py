"""Native shapes: blocks with words, lines, icons and the groups they make."""

from __future__ import annotations

from typing import Final

from outreach_decks.deck import PlacedBlock, PlacedGroup, PlacedIcon
from outreach_decks.geometry import EMU_PER_PT, Box
from outreach_decks.icons import PATH_SQUARE, PathStep, drawing_path
from outreach_decks.powerpoint.elements import Element, element, preset, transform
from outreach_decks.powerpoint.page import Page
from outreach_decks.powerpoint.text import Look, shrinking_frame, text_body
from outreach_decks.text import plain
from outreach_decks.theme import pitch

_LINE: Final = "line"
# What the selection pane calls a shape without words; other forms go by their own names.
_NAMES: Final = {
    "rect": "Panel",
    "roundRect": "Card",
    "round2SameRect": "Arch",
    "ellipse": "Circle",
    "line": "Line",
    "chevron": "Arrow",
    "homePlate": "Arrow",
    "rightArrow": "Arrow",
}


def placed_group(page: Page, group: PlacedGroup) -> Element:
    """Shapes that make one figure; they keep the coordinates of the slide."""
    label = page.label(group.name, group.alt)
    names = element("p:nvGrpSpPr", {}, label, element("p:cNvGrpSpPr"), element("p:nvPr"))
    return element("p:grpSp", {}, names, _group_frame(group.box), *(_child(page, shape) for shape in group.shapes))


def _group_frame(box: Box) -> Element:
    frame = transform(box)
    frame.append(element("a:chOff", {"x": box.x, "y": box.y}))
    frame.append(element("a:chExt", {"cx": box.width, "cy": box.height}))
    return element("p:grpSpPr", {}, frame)


def _child(page: Page, shape: PlacedBlock | PlacedIcon) -> Element:
    match shape:
        case PlacedBlock(form="line"):
            return placed_line(page, shape)
        case PlacedBlock():
            return placed_block(page, shape)
        case PlacedIcon():
            return placed_icon(page, shape)


def placed_block(page: Page, block: PlacedBlock) -> Element:
    """A native shape, with its words if it has any; one without words only decorates."""
    says = plain(block.paragraphs)
    label = page.label(says, None) if says else page.label(_NAMES.get(block.form, block.form), "")
    properties = _drawn(page, block, preset(block.form, *block.adjust), _fill(page, block.fill))
    body = text_body(page, block.paragraphs, _frame(block), _look(block)) if says else None
    return _native(label, properties, body)


def placed_line(page: Page, block: PlacedBlock) -> Element:
    """A straight line from the top left to the lower right of its box."""
    names = (page.label(_NAMES[_LINE], ""), element("p:cNvCxnSpPr"), element("p:nvPr"))
    return element("p:cxnSp", {}, element("p:nvCxnSpPr", {}, *names), _drawn(page, block, preset(_LINE), None))


def placed_icon(page: Page, icon: PlacedIcon) -> Element:
    """An icon as a freeform in a colour of the theme; it decorates, the words beside it speak."""
    properties = element(
        "p:spPr", {}, transform(icon.box), _freeform(icon), page.fill(icon.colour), _stroke(page, None, 0)
    )
    return _native(page.label(f"Icon {icon.name}", ""), properties)


def _native(label: Element, properties: Element, body: Element | None = None) -> Element:
    names = element("p:nvSpPr", {}, label, element("p:cNvSpPr"), element("p:nvPr"))
    return element("p:sp", {}, names, properties, body)


def _drawn(page: Page, block: PlacedBlock, geometry: Element, fill: Element | None) -> Element:
    return element("p:spPr", {}, transform(block.box), geometry, fill, _stroke(page, block.line, block.line_width))


def _fill(page: Page, colour: str | None) -> Element:
    return element("a:noFill") if colour is None else page.fill(colour)


def _stroke(page: Page, colour: str | None, width: float) -> Element:
    """An outline ``width`` pt wide, or none."""
    if colour is None:
        return element("a:ln", {}, element("a:noFill"))
    return element("a:ln", {"w": round(width * EMU_PER_PT)}, page.fill(colour))


def _frame(block: PlacedBlock) -> Element:
    insets = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), block.inset)
    return shrinking_frame(wrap="square", rtlCol=0, anchor=block.anchor, **insets)


def _look(block: PlacedBlock) -> Look:
    distance = None if block.leading is None else pitch(block.size, block.leading)
    return Look(
        lambda _: block.size,
        block.colour,
        align=block.align,
        line_spacing=block.line_spacing,
        pitch=lambda _: distance,
    )


def _freeform(icon: PlacedIcon) -> Element:
    steps = (_step(step) for step in drawing_path(icon.path, icon.view))
    path = element("a:path", {"w": PATH_SQUARE, "h": PATH_SQUARE}, *steps)
    lists = (element(name) for name in ("a:avLst", "a:gdLst", "a:ahLst", "a:cxnLst"))
    frame = element("a:rect", {"l": "0", "t": "0", "r": "r", "b": "b"})
    return element("a:custGeom", {}, *lists, frame, element("a:pathLst", {}, path))


def _step(step: PathStep) -> Element:
    return element(f"a:{step.command}", {}, *(element("a:pt", {"x": x, "y": y}) for x, y in step.points))
