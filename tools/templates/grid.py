"""The grid that all layouts share: 13.333 by 7.5 inches, twelve columns, margins of 0.7 inches left and right."""

from __future__ import annotations

from dataclasses import dataclass

from templates import slots
from templates.drawing import Box, rectangle
from templates.slots import Type

SLIDE_W = 13.3333
SLIDE_H = 7.5
MARGIN = 0.7
GUTTER = 0.25
WIDTH = SLIDE_W - 2 * MARGIN
COLUMN = (WIDTH - 11 * GUTTER) / 12
RIGHT = SLIDE_W - MARGIN

# Two lines of a title need 2 x 40 pt x 1.25 x 0.9 = 90 pt. One line stands in the middle, with air on both sides.
TITLE_BOX = Box(MARGIN, 0.42, WIDTH, 1.27)
TOP = 1.9
BOTTOM = 6.3
# Where content ends on slides that quote no source.
LOW = 6.75
SOURCE_BOX = Box(MARGIN, 6.4, WIDTH, 0.44)
FOOT_Y = 6.98
FOOT_H = 0.28
FOOT_GAP = 0.14
NUMBER_BOX = Box(RIGHT - 1.2, FOOT_Y, 1.2, FOOT_H)

BAR = 0.07

TITLE = Type(40, "ground", bold=True, spacing=90)
SMALL = Type(12, "muted")


@dataclass(frozen=True, slots=True)
class Layout:
    """One slide layout: its name, what is drawn on it, and its placeholders in reading order.

    ``dark`` puts it on the ground; ``kind`` is what PowerPoint calls a layout that it knows itself; ``foot_x`` is
    where its foot begins, inches.
    """

    name: str
    art: tuple[str, ...]
    roles: tuple[str, ...]
    dark: bool = False
    kind: str = ""
    foot_x: float = MARGIN


def columns(first: int, count: int, top: float = TOP, bottom: float = BOTTOM) -> Box:
    """The box over ``count`` columns from the column ``first`` (from 0), between two heights (inches)."""
    return Box(MARGIN + first * (COLUMN + GUTTER), top, count * COLUMN + (count - 1) * GUTTER, bottom - top)


def light(name: str, art: tuple[str, ...], roles: tuple[str, ...], *, sourced: bool = True) -> Layout:
    """A layout on paper: art, the title, its own roles, the source, the foot."""
    heading = slots.title(TITLE_BOX, TITLE, anchor="ctr")
    return Layout(name, art, (heading, *roles, *source(SMALL, sourced=sourced), *foot(SMALL)))


def dark(name: str, art: tuple[str, ...], roles: tuple[str, ...], *, sourced: bool = False, kind: str = "") -> Layout:
    """A layout on the dark ground; its title is among the roles."""
    small = Type(12, "tint")
    return Layout(name, art, (*roles, *source(small, sourced=sourced), *foot(small)), dark=True, kind=kind)


def source(kind: Type, *, sourced: bool = True) -> tuple[str, ...]:
    """The line that says where figures come from."""
    prompt = "Source: who published it, which year"
    return (slots.text(40, "Source", SOURCE_BOX, kind, prompt, anchor="b"),) if sourced else ()


def foot(kind: Type, x: float = MARGIN) -> tuple[str, str]:
    """Footer and slide number; ``x`` is where the mark before the footer stands, inches."""
    number = Type(kind.size, kind.colour, align="r")
    left = x + FOOT_H + FOOT_GAP
    footer = Box(left, FOOT_Y, NUMBER_BOX.x - left - GUTTER, FOOT_H)
    return slots.footer(footer, kind), slots.slide_number(NUMBER_BOX, number)


def bar(box: Box) -> str:
    """The bar beside the one sentence that tells what to take from a slide."""
    return rectangle("Bar", box, "accent")
