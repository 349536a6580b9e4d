"""The layouts for content on paper: lists, columns, figures, charts, tables, pictures and regions for native shapes."""

from __future__ import annotations

from templates.drawing import Box, card, rectangle
from templates.grid import BOTTOM, MARGIN, RIGHT, TOP, WIDTH, Layout, light
from templates.motifs import Motif
from templates.slots import Type, picture, table, text

BODY = Type(28).listed()
_HEIGHT = BOTTOM - TOP
_REGION = Box(MARGIN, TOP, WIDTH, _HEIGHT)


def content_layouts(motif: Motif) -> tuple[Layout, ...]:
    """All layouts for content."""
    return (
        _list(motif),
        _list_and_icon(motif),
        _two_columns(motif),
        _three_columns(motif),
        _number(motif),
        _chart(),
        _table(),
        _steps(),
        _timeline(),
        _picture(),
        _sources(),
    )


def _list(motif: Motif) -> Layout:
    body = text(21, "Points", Box(MARGIN, TOP, 9.9, _HEIGHT), BODY, "A point in a line")
    return light("List", motif.trace(), (body,))


def _list_and_icon(motif: Motif) -> Layout:
    frame = Box(9.55, TOP, RIGHT - 9.55, _HEIGHT)
    icon = Box(frame.x + frame.w / 2 - 1.0, frame.y + frame.h * 0.56 - 1.0, 2.0, 2.0)
    roles = (
        text(21, "Points", Box(MARGIN, TOP, 8.3, _HEIGHT), BODY, "A point in a line"),
        picture(30, "Icon", icon, "Icon"),
    )
    return light("List and icon", (motif.niche("Niche", frame, "tint"),), roles)


def _columns(motif: Motif, name: str, count: int) -> Layout:
    gap = 0.35
    width = (WIDTH - gap * (count - 1)) / count
    frames = [Box(MARGIN + i * (width + gap), TOP, width, _HEIGHT) for i in range(count)]
    place = _beside if count == 2 else _above  # noqa: PLR2004
    parts = [place(motif, i, frame) for i, frame in enumerate(frames)]
    art = tuple(piece for pieces, _ in parts for piece in pieces)
    return light(name, art, tuple(role for _, roles in parts for role in roles))


def _two_columns(motif: Motif) -> Layout:
    return _columns(motif, "Two columns", 2)


def _three_columns(motif: Motif) -> Layout:
    return _columns(motif, "Three columns", 3)


_Parts = tuple[tuple[str, ...], tuple[str, ...]]


def _beside(motif: Motif, number: int, frame: Box) -> _Parts:
    """A wide column: the heading, and the icon in the card's corner beside it."""
    inner = frame.inset(0.35, 0.3)
    niche = Box(inner.right - 1.0, inner.y, 1.0, 1.05)
    heading = Box(inner.x, inner.y, inner.w - 1.25, 1.05)
    body = Box(inner.x, heading.bottom + 0.2, inner.w, inner.bottom - heading.bottom - 0.2)
    return _column(motif, number, (frame, niche, heading, body))


def _above(motif: Motif, number: int, frame: Box) -> _Parts:
    """A narrow column: the icon above the heading."""
    inner = frame.inset(0.3, 0.25)
    niche = Box(inner.x, inner.y, 0.85, 0.9)
    heading = Box(inner.x, niche.bottom + 0.1, inner.w, 0.55)
    body = Box(inner.x, heading.bottom + 0.1, inner.w, inner.bottom - heading.bottom - 0.1)
    return _column(motif, number, (frame, niche, heading, body))


def _column(motif: Motif, number: int, boxes: tuple[Box, Box, Box, Box]) -> _Parts:
    frame, niche, heading, body = boxes
    art = (card("Card", frame, "tint"), motif.niche("Niche", niche, "paper"))
    first = 22 + 2 * number
    roles = (
        picture(31 + number, f"Icon {number + 1}", _centred(niche, 0.62), "Icon"),
        text(
            first, f"Heading {number + 1}", heading, Type(28, "ground", bold=True, spacing=90), "Heading", anchor="ctr"
        ),
        text(first + 1, f"Points {number + 1}", body, Type(24).listed(before=6), "A short point"),
    )
    return art, roles


def _centred(frame: Box, share: float) -> Box:
    side = min(frame.w, frame.h) * share
    # Arches and roofs are narrow on top, so that the icon looks centred a little below the middle.
    return Box(frame.x + (frame.w - side) / 2, frame.y + (frame.h - side) * 0.6, side, side)


def _number(motif: Motif) -> Layout:
    panel = Box(0, TOP, 7.35, _HEIGHT)
    inner = Box(MARGIN, TOP, panel.w - MARGIN - 0.4, _HEIGHT)
    big = Type(170, "glow", bold=True, spacing=90)
    roles = (
        text(21, "Number", Box(inner.x, TOP + 0.1, inner.w, 2.75), big, "123", anchor="b"),
        text(22, "Of", Box(inner.x, TOP + 2.9, inner.w, 1.2), Type(40, "paper", spacing=90), "of how many"),
        text(
            23,
            "Caption",
            Box(7.95, TOP, RIGHT - 7.95, _HEIGHT),
            Type(28),
            "What is counted, where and when",
            anchor="ctr",
        ),
    )
    return light("Big number", (rectangle("Panel", panel, "ground"), *motif.relief(panel, "panel")), roles)


def _chart() -> Layout:
    roles = (
        picture(31, "Chart", Box(MARGIN, 1.82, WIDTH, 4.1), "Chart"),
        text(
            21, "Takeaway", Box(MARGIN, 5.96, WIDTH, 0.42), Type(24, "ground"), "How to read it, in a line", anchor="b"
        ),
    )
    return light("Chart", (), roles)


def _table() -> Layout:
    return light("Table", (), (table(31, _REGION),))


def _steps() -> Layout:
    return light("Steps", (), (picture(31, "Steps", _REGION, "Steps"),))


def _timeline() -> Layout:
    return light("Timeline", (), (picture(31, "Timeline", _REGION, "Timeline"),))


def _picture() -> Layout:
    frame = Box(0, TOP, 8.35, _HEIGHT)
    roles = (
        picture(31, "Picture", frame, "Picture"),
        text(21, "Caption", Box(8.8, TOP, RIGHT - 8.8, _HEIGHT), Type(28), "What we see", anchor="ctr"),
    )
    return light("Picture", (), roles)


def _sources() -> Layout:
    body = text(
        21, "Sources", Box(MARGIN, TOP, WIDTH, 6.8 - TOP), Type(14, before=5), "Who, what, when, where to find it"
    )
    return light("Sources", (), (body,), sourced=False)
