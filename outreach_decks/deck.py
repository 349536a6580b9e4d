"""A talk with every shape in its box. Boxes are EMU, sizes pt. The writer decides nothing: all is said here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from outreach_decks.diagnostics import Span
from outreach_decks.facts import Chart, DataTable
from outreach_decks.geometry import Box, inches
from outreach_decks.text import Paragraphs
from outreach_decks.theme import Slot


@dataclass(frozen=True, slots=True)
class PlacedText:
    """Text in a placeholder. ``size`` is None where it is the layout's own; heights are EMU.

    ``narrowed`` is how much of the room stays empty, EMU, so that lines are even: at the right, or half on each side
    where the slot centres its text. ``excess`` counts the characters for which there is no room even at the smallest
    size, and ``span`` is where the words are written. ``leading`` is the distance of lines in em, None where it is the
    layout's own; ``closer`` says that lines and paragraphs are as close as ``Slot.closer`` has them. ``cut`` is a word
    that is wider than its line, so that it is cut between two letters; "" when there is none.
    """

    role: str
    index: int
    box: Box
    paragraphs: Paragraphs
    size: float | None
    needed: int
    available: int
    span: Span | None = None
    excess: int = 0
    narrowed: int = 0
    leading: float | None = None
    closer: bool = False
    cut: str = ""

    def set_in(self, slot: Slot) -> Slot:
        """The slot as this text is spaced in it."""
        return replace(slot.closer() if self.closer else slot, leading=self.leading)


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A native shape with or without words. Colours are names of the theme's slots; None is no fill or line.

    ``form`` is the name of a preset (ECMA-376 Part 1, 20.1.10.56); ``adjust`` holds the values of its handles, in the
    thousandths of a per cent that presets count in. ``inset`` is EMU, on all four sides. ``leading`` is the distance of
    lines in em; where it is None the face and ``line_spacing`` decide. ``cut`` as in ``PlacedText``.
    ``work`` is what its words do in a figure ("label", "text" ...): those of a kind have one size in a talk.
    """

    form: str
    box: Box
    fill: str | None = None
    line: str | None = None
    line_width: float = 0.0
    paragraphs: Paragraphs = ()
    size: float = 20.0
    colour: str = "ink"
    align: str = "l"
    anchor: str = "t"
    line_spacing: float = 1.0
    inset: int = 0
    needed: int = 0
    adjust: tuple[int, ...] = ()
    span: Span | None = None
    excess: int = 0
    leading: float | None = None
    cut: str = ""
    work: str = ""


@dataclass(frozen=True, slots=True)
class PlacedIcon:
    """An icon as a freeform: ``path`` is SVG path data on a square of ``view`` units."""

    name: str
    path: str
    view: int
    box: Box
    colour: str


@dataclass(frozen=True, slots=True)
class PlacedGroup:
    """Native shapes that make one figure; its words stand in order in ``alt``. Without ``alt`` it is decorative."""

    name: str
    box: Box
    shapes: tuple[PlacedBlock | PlacedIcon, ...]
    alt: str


# Nothing on a chart is lettered smaller than this, pt.
SMALLEST_LETTERING: Final = 18.0


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart to be drawn at the size of its box, in the picture placeholder ``index``."""

    index: int
    box: Box
    chart: Chart
    data: DataTable
    alt: str


@dataclass(frozen=True, slots=True)
class DrawnImage:
    """A drawing as SVG, and as PNG for programs that cannot show SVG."""

    svg: bytes
    png: bytes


@dataclass(frozen=True, slots=True)
class PlacedQrCode:
    """A QR code that leads to ``url``, in the picture placeholder ``index``."""

    index: int
    box: Box
    url: str
    alt: str


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A photograph or drawing from a file, in the picture placeholder ``index``.

    ``crop`` is what is cut off at the left, top, right and bottom, as shares of the picture. ``pixels`` is the size of
    the picture, px, and ``span`` where it is asked for; of a logo, which no outline asks for, it is None.
    """

    index: int
    box: Box
    image: bytes
    alt: str
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    pixels: tuple[int, int] = (0, 0)
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell of a table. ``leading`` is the distance of its lines in em, None where the face decides.

    ``cut`` as in ``PlacedText``.
    """

    paragraphs: Paragraphs
    size: float
    bold: bool = False
    align: str = "l"
    span: Span | None = None
    excess: int = 0
    leading: float | None = None
    cut: str = ""


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A native table; widths and heights in EMU, the first row is its header.

    ``inset`` is the margin inside every cell, EMU: left and right, above and below.
    """

    index: int
    box: Box
    widths: tuple[int, ...]
    heights: tuple[int, ...]
    rows: tuple[tuple[PlacedCell, ...], ...]
    alt: str
    needed: int
    available: int
    inset: tuple[int, int] = (inches(0.14), inches(0.09))


PlacedShape = PlacedText | PlacedGroup | PlacedIcon | PlacedChart | PlacedQrCode | PlacedPicture | PlacedTable


@dataclass(frozen=True, slots=True)
class PlacedSlide:
    """One slide: shapes in reading order, and what the speaker says."""

    id: str
    layout: str
    title: str
    shapes: tuple[PlacedShape, ...]
    notes: Paragraphs
    span: Span
    hidden: bool = False


# The drawings of a deck, by the shape they belong to.
Drawings = Mapping[PlacedChart | PlacedQrCode, DrawnImage]


@dataclass(frozen=True, slots=True)
class DeckSection:
    """A section of the deck: its name and how many slides it has."""

    name: str
    length: int


@dataclass(frozen=True, slots=True)
class Deck:
    """All that the writer needs beside the template.

    ``notes_leading`` is the distance of lines in em of what the speaker says, None where the face decides.
    """

    title: str
    subject: str
    author: str
    keywords: tuple[str, ...]
    language: str
    notes_language: str
    footer: str
    slides: tuple[PlacedSlide, ...]
    sections: tuple[DeckSection, ...]
    notes_leading: float | None = None
