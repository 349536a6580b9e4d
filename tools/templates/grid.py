"""The grid that all layouts share: 13.333 by 7.5 inches, twelve columns, margins of 0.7 inches left and right."""

from __future__ import annotations

from dataclasses import dataclass

from templates import slots
from templates.drawing import Box
from templates.slots import Type

SLIDE_W = 13.3333
SLIDE_H = 7.5
MARGIN = 0.7
GUTTER = 0.25
WIDTH = SLIDE_W - 2 * MARGIN
COLUMN = (WIDTH - 11 * GUTTER) / 12
RIGHT = SLIDE_W - MARGIN

# Two lines of a title need 2 x 40 pt x 1.25 x 0.9 = 90 pt.
TITLE_BOX = Box(MARGIN, 0.45, WIDTH, 1.27)
TOP = 2.0
BOTTOM = 6.3
SOURCE_BOX = Box(MARGIN, 6.4, WIDTH, 0.44)
FOOT_Y = 6.98
FOOT_H = 0.28
FOOT_MARK = Box(MARGIN, FOOT_Y, FOOT_H, FOOT_H)
FOOTER_BOX = Box(MARGIN + 0.42, FOOT_Y, 8.0, FOOT_H)
NUMBER_BOX = Box(RIGHT - 1.2, FOOT_Y, 1.2, FOOT_H)

TITLE = Type(40, "ground", bold=True, spacing=90)
SMALL = Type(12, "muted")


@dataclass(frozen=True, slots=True)
class Layout:
    """One slide layout: its name, its shapes in reading order, and whether it stands on the dark ground."""

    name: str
    shapes: tuple[str, ...]
    dark: bool = False
    kind: str = ""


def column(first: int, count: int) -> tuple[float, float]:
    """The x and the width of ``count`` columns from the column ``first`` (from 0), inches."""
    return MARGIN + first * (COLUMN + GUTTER), count * COLUMN + (count - 1) * GUTTER


def light(name: str, art: tuple[str, ...], roles: tuple[str, ...], *, sourced: bool = True) -> Layout:
    """A layout on paper: art, the title, its own roles, the source, the foot."""
    return Layout(name, (*art, slots.title(TITLE_BOX, TITLE), *roles, *source(SMALL, sourced=sourced), *foot(SMALL)))


def dark(name: str, art: tuple[str, ...], roles: tuple[str, ...], *, sourced: bool = False, kind: str = "") -> Layout:
    """A layout on the dark ground; its title is among the roles."""
    small = Type(12, "tint")
    return Layout(name, (*art, *roles, *source(small, sourced=sourced), *foot(small)), dark=True, kind=kind)


def source(kind: Type, *, sourced: bool = True) -> tuple[str, ...]:
    """The line that says where figures come from."""
    prompt = "Source: who published it, which year"
    return (slots.text(40, "Source", SOURCE_BOX, kind, prompt, anchor="b"),) if sourced else ()


def foot(kind: Type) -> tuple[str, str]:
    """Footer and slide number."""
    number = Type(kind.size, kind.colour, align="r")
    return slots.footer(FOOTER_BOX, kind), slots.slide_number(NUMBER_BOX, number)
