"""The layouts on the dark ground: cover, section, statement, quote, closing."""

from __future__ import annotations

from templates.drawing import Box
from templates.grid import MARGIN, Layout, columns, dark
from templates.motifs import Motif, in_niche
from templates.signs import quotation_marks
from templates.slots import Type, logo, picture, subtitle, text, title

_TITLE = Type(48, "paper", bold=True, spacing=90)
_BODY = Type(28, "tint", mark="glow")


def dark_layouts(motif: Motif) -> tuple[Layout, ...]:
    """All dark layouts."""
    return (_cover(motif), _section(motif), _statement(motif), _quote(motif), _closing(motif))


def _cover(motif: Motif) -> Layout:
    width = 7.2
    roles = (
        title(Box(MARGIN, 1.45, width, 2.6), Type(66, "paper", bold=True, spacing=90), centred=True),
        subtitle(Box(MARGIN, 4.3, width, 1.05), Type(30, "glow", spacing=95)),
        text(21, "Details", Box(MARGIN, 5.85, width, 0.95), Type(22, "paper"), "Date, place, speaker", anchor="b"),
        logo(31, Box(MARGIN, 0.45, 2.4, 0.8)),
    )
    return Layout("Cover", motif.cover(), roles, dark=True, kind="title")


def _section(motif: Motif) -> Layout:
    words = columns(4, 8)
    frame = Box(MARGIN, 1.35, 3.5, 4.9)
    roles = (
        title(Box(words.x, 1.6, words.w, 2.4), _TITLE),
        text(21, "Text", Box(words.x, 4.2, words.w, 1.5), _BODY, "What this part is about, in a line"),
        picture(30, "Icon", in_niche(motif, frame, 2.0), "Icon"),
    )
    return dark("Section", (motif.niche("Niche", frame, "panel"),), roles, kind="secHead")


def _statement(motif: Motif) -> Layout:
    roles = (
        title(Box(MARGIN, 0.85, 11.2, 3.0), _TITLE),
        text(21, "Text", Box(MARGIN, 4.1, 8.6, 1.45), _BODY, "A short line below it"),
    )
    return dark("Statement", motif.statement(), roles, sourced=True)


def _quote(motif: Motif) -> Layout:
    x, width = 2.35, 9.2
    roles = (
        title(Box(x, 0.85, width, 1.0), Type(36, "glow", bold=True, spacing=90), anchor="b"),
        text(21, "Words", Box(x, 2.15, width, 3.4), Type(44, "paper"), "The words, exactly as they stand there"),
        text(22, "Reference", Box(x, 5.6, width, 0.75), Type(24, "tint"), "Where they stand"),
    )
    return dark("Quote", (*motif.quote(), *quotation_marks(Box(MARGIN, 2.3, 1.2, 0.95), "glow")), roles, sourced=True)


def _closing(motif: Motif) -> Layout:
    roles = (
        title(Box(MARGIN, 0.8, 10.6, 2.0), Type(54, "paper", bold=True, spacing=90)),
        text(21, "Text", Box(MARGIN, 3.0, 9.4, 1.45), _BODY, "A line to go home with"),
    )
    return dark("Closing", motif.closing(), roles)
