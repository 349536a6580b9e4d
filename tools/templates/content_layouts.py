"""The layouts for content on paper: lists, columns, figures, charts, tables, pictures and regions for native shapes."""

from __future__ import annotations

from templates import slots
from templates.drawing import Box, card, rectangle
from templates.grid import (
    BAR,
    BOTTOM,
    LOW,
    MARGIN,
    SLIDE_H,
    SMALL,
    TITLE,
    TOP,
    WIDTH,
    Layout,
    bar,
    columns,
    foot,
    light,
)
from templates.motifs import Motif, in_niche
from templates.slots import Type, picture, table, text

BODY = Type(32).listed(before=14)
_REGION = columns(0, 12)


def content_layouts(motif: Motif) -> tuple[Layout, ...]:
    """All layouts for content."""
    return (
        _list(motif),
        _list_and_icon(motif),
        _two_columns(motif),
        _three_columns(motif),
        _number(motif),
        _chart(),
        light("Table", (), (table(31, _REGION),)),
        light("Steps", (), (picture(31, "Steps", _REGION, "Steps"),)),
        light("Timeline", (), (picture(31, "Timeline", _REGION, "Timeline"),)),
        _picture(),
        _sources(motif),
    )


def _list(motif: Motif) -> Layout:
    return light("List", motif.trace(), (text(21, "Points", columns(0, 10), BODY, "A point in a line", anchor="ctr"),))


def _list_and_icon(motif: Motif) -> Layout:
    frame = columns(9, 3)
    roles = (
        text(21, "Points", columns(0, 9)._replace(w=frame.x - MARGIN - 0.4), BODY, "A point in a line", anchor="ctr"),
        picture(30, "Icon", in_niche(motif, frame, 1.9), "Icon"),
    )
    return light("List and icon", (motif.niche("Niche", frame, "tint"),), roles)


_Parts = tuple[tuple[str, ...], tuple[str, ...]]
# Heading and points of a column: the wider one has room for larger words.
_WIDE = (Type(32, "ground", bold=True, spacing=90), Type(30).listed(before=18))
_NARROW = (Type(28, "ground", bold=True, spacing=90), Type(28).listed(before=10))


def _two_columns(motif: Motif) -> Layout:
    return _side_by_side("Two columns", tuple(_beside(motif, i, columns(6 * i, 6)) for i in range(2)))


def _three_columns(motif: Motif) -> Layout:
    return _side_by_side("Three columns", tuple(_above(motif, i, columns(4 * i, 4)) for i in range(3)))


def _side_by_side(name: str, parts: tuple[_Parts, ...]) -> Layout:
    art = tuple(piece for pieces, _ in parts for piece in pieces)
    return light(name, art, tuple(role for _, roles in parts for role in roles))


def _beside(motif: Motif, number: int, frame: Box) -> _Parts:
    """A wide column: the heading, and the icon in the card's corner beside it."""
    inner = frame.inset(0.35, 0.3)
    niche = Box(inner.right - 1.15, inner.y, 1.15, 1.2)
    heading = Box(inner.x, inner.y, inner.w - 1.4, 1.2)
    body = Box(inner.x, heading.bottom + 0.25, inner.w, inner.bottom - heading.bottom - 0.25)
    return _column(motif, number, (frame, niche, heading, body), _WIDE)


def _above(motif: Motif, number: int, frame: Box) -> _Parts:
    """A narrow column: the icon above the heading."""
    inner = frame.inset(0.3, 0.25)
    niche = Box(inner.x, inner.y, 0.95, 1.0)
    heading = Box(inner.x, niche.bottom + 0.1, inner.w, 0.55)
    body = Box(inner.x, heading.bottom + 0.1, inner.w, inner.bottom - heading.bottom - 0.1)
    return _column(motif, number, (frame, niche, heading, body), _NARROW)


def _column(motif: Motif, number: int, boxes: tuple[Box, Box, Box, Box], types: tuple[Type, Type]) -> _Parts:
    frame, niche, heading, body = boxes
    bold, points = types
    icon = in_niche(motif, niche, min(niche.w, niche.h) * 0.62)
    art = (card("Card", frame, "tint"), motif.niche("Niche", niche, "paper"))
    roles = (
        text(22 + 2 * number, f"Heading {number + 1}", heading, bold, "Heading", anchor="ctr"),
        text(23 + 2 * number, f"Points {number + 1}", body, points, "A short point"),
        picture(31 + number, f"Icon {number + 1}", icon, "Icon"),
    )
    return art, roles


def _number(motif: Motif) -> Layout:
    caption = columns(7, 5)
    panel = Box(0, TOP, caption.x - 0.45, BOTTOM - TOP)
    x, width = MARGIN, panel.right - MARGIN - 0.35
    figure, of = Type(200, "glow", bold=True, spacing=90), Type(40, "paper", spacing=90)
    roles = (
        text(21, "Number", Box(x, TOP + 0.02, width, 3.06), figure, "123", anchor="ctr"),
        text(22, "Of", Box(x, TOP + 3.08, width, 0.72), of, "of how many", anchor="ctr"),
        text(23, "Caption", caption, Type(32), "What is counted, where and when", anchor="ctr"),
    )
    return light("Big number", (rectangle("Panel", panel, "ground"), *motif.relief(panel, "panel")), roles)


def _chart() -> Layout:
    takeaway = Box(MARGIN + 0.25, 5.66, WIDTH - 0.25, 0.68)
    roles = (
        picture(31, "Chart", Box(MARGIN, TOP, WIDTH, 5.55 - TOP), "Chart"),
        text(21, "Takeaway", takeaway, Type(24, "ground", spacing=90), "How to read it, in a line", anchor="ctr"),
    )
    return light("Chart", (bar(Box(MARGIN, takeaway.y + 0.06, BAR, takeaway.h - 0.12)),), roles)


def _picture() -> Layout:
    caption = columns(8, 4)
    roles = (
        picture(31, "Picture", Box(0, TOP, caption.x - 0.45, BOTTOM - TOP), "Picture"),
        text(21, "Caption", caption, Type(30), "What we see", anchor="ctr"),
    )
    return light("Picture", (), roles)


def _sources(motif: Motif) -> Layout:
    """A narrow spine with the title on it, and the list beside it."""
    body = columns(4, 8, 0.75, LOW)
    spine = Box(0, 0, body.x - 0.45, SLIDE_H)
    heading = slots.title(Box(MARGIN, 0.7, spine.right - MARGIN - 0.3, 2.6), TITLE.light(), anchor="t")
    items = text(21, "Sources", body, Type(14, before=6), "Who, what, when, where to find it")
    art = (rectangle("Spine", spine, "ground"), *motif.relief(spine, "panel"))
    return Layout("Sources", art, (heading, items, *foot(SMALL, body.x)), foot_x=body.x)
