"""A deck as it was found in a file, whoever made it: what its slides say and show, with all that they inherit.

Boxes are EMU from the slide's top left corner, sizes pt, colours RRGGBB. Nothing here is judged; checks do that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from outreach_decks.geometry import Box

# "shape" is any drawn form, with words or without; "object" is what another program made and put in.
Kind = Literal["shape", "line", "picture", "group", "table", "chart", "diagram", "video", "audio", "object"]
Insets = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour and how much of it there is: 1 covers, 0 is not seen."""

    colour: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Solid:
    """One colour all over."""

    paint: Paint


@dataclass(frozen=True, slots=True)
class Blend:
    """Colours that run into each other, or a pattern of two: each of them is seen somewhere."""

    paints: tuple[Paint, ...]


@dataclass(frozen=True, slots=True)
class PictureFill:
    """A picture, stretched over the shape; ``crop`` is what is cut off at left, top, right, bottom, as shares."""

    image: bytes
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class UnknownFill:
    """Something is painted, and the file does not say in which colour."""


# None is a shape that is not filled at all.
Fill = Solid | Blend | PictureFill | UnknownFill | None
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Layer:
    """Something painted, under whatever comes later.

    ``form`` is the name of a preset (ECMA-376 Part 1, 20.1.10.56), or "custom"; then ``outlines`` are its closed
    paths, points as shares of the box. ``turn`` is in degrees clockwise about the middle. ``owner`` is the id of the
    slide's shape that paints it, 0 for what the layout, the master or the background paints.
    """

    box: Box
    fill: Fill
    form: str = "rect"
    outlines: tuple[tuple[Point, ...], ...] = ()
    turn: float = 0.0
    owner: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: its address, or ``#4`` for slide 4, and the words of its screen tip."""

    address: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class FoundRun:
    """A stretch of text with one look.

    ``paints`` are the colours it is written in, none where the file does not say, and ``highlight`` that of a marker
    behind it; ``language`` is the tag that the run itself gives, "" when it gives none; ``field`` is the kind of a
    live field, such as ``slidenum``.
    """

    text: str
    size: float
    bold: bool = False
    paints: tuple[Paint, ...] = ()
    language: str = ""
    link: Link | None = None
    field: str = ""
    highlight: Paint | None = None


@dataclass(frozen=True, slots=True)
class FoundParagraph:
    """Runs on one or more lines, with line feeds between. ``align`` is l, ctr, r or just."""

    runs: tuple[FoundRun, ...]
    level: int = 0
    align: str = "l"

    @property
    def plain(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class FoundText:
    """The words of a shape or cell and how they stand in its box.

    ``insets`` are EMU: left, top, right, bottom; ``anchor`` is t, ctr or b; ``usual_size`` is the size in pt that the
    layout gives the first level, whatever the slide says. ``vertical`` is text that runs downward, or is turned.
    """

    paragraphs: tuple[FoundParagraph, ...] = ()
    insets: Insets = (0, 0, 0, 0)
    anchor: str = "t"
    usual_size: float = 18.0
    wraps: bool = True
    vertical: bool = False

    @property
    def plain(self) -> str:
        """The words, a line a paragraph; "" when there are none."""
        return "\n".join(paragraph.plain for paragraph in self.paragraphs).strip()

    @property
    def runs(self) -> Iterator[FoundRun]:
        """All runs in order."""
        return (run for paragraph in self.paragraphs for run in paragraph.runs)


@dataclass(frozen=True, slots=True)
class FoundCell:
    """A cell: its words, its box on the slide, what it is painted with, and over how many it was merged.

    ``covered`` is whether another cell was merged over it.
    """

    text: FoundText
    box: Box
    fill: Fill = None
    columns: int = 1
    rows: int = 1
    covered: bool = False


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table; ``header`` is whether its first row is marked as such."""

    rows: tuple[tuple[FoundCell, ...], ...]
    header: bool


@dataclass(frozen=True, slots=True)
class FoundPlaceholder:
    """What ties a shape to the layout: ``title``, ``ctrTitle``, ``body``, ``obj``, ``pic``, ``ftr`` ... and its idx."""

    kind: str
    index: int


@dataclass(frozen=True, slots=True)
class FoundShape:
    """A shape of a slide, in its place in the reading order.

    ``box`` is None where nothing says where it is; ``box`` of a turned shape is the one before turning. ``alt`` is
    None where the file has no alt text, "" where it is empty. ``layer`` is what the shape itself is filled with,
    ``stroke`` the paint of its outline. ``captions`` is whether a video or sound comes with a track of captions;
    ``moves`` whether a picture has several frames.
    """

    id: int
    name: str
    kind: Kind
    box: Box | None
    placeholder: FoundPlaceholder | None = None
    text: FoundText = FoundText()
    alt: str | None = None
    decorative: bool = False
    hidden: bool = False
    link: Link | None = None
    layer: Layer | None = None
    stroke: Paint | None = None
    table: FoundTable | None = None
    children: tuple[FoundShape, ...] = ()
    captions: bool = False
    moves: bool = False

    @property
    def is_title(self) -> bool:
        """Tell whether it is the title of its slide."""
        return self.placeholder is not None and self.placeholder.kind in {"title", "ctrTitle"}

    @property
    def has_words(self) -> bool:
        """Tell whether a screen reader finds words in it."""
        return bool(self.text.plain) or (self.table is not None and any(map(_says, self.table.rows)))

    @property
    def layers(self) -> Iterator[Layer]:
        """What the shape itself paints, from the bottom up; what is grouped in it paints later."""
        if self.layer is not None and self.layer.fill is not None:
            yield self.layer
        for row in self.table.rows if self.table else ():
            yield from (Layer(cell.box, cell.fill, owner=self.id) for cell in row if cell.fill is not None)

    def all_shapes(self) -> Iterator[FoundShape]:
        """The shape and all that are grouped in it, in order."""
        yield self
        for child in self.children:
            yield from child.all_shapes()


def _says(row: tuple[FoundCell, ...]) -> bool:
    return any(cell.text.plain for cell in row)


@dataclass(frozen=True, slots=True)
class FoundSlide:
    """A slide: shapes in reading order, what is painted under them from the bottom up, and what the speaker says.

    ``id`` is what PowerPoint knows it by, ``name`` what its maker called it. ``ground`` is what the background, the
    master and the layout paint; ``advances_after`` is in seconds, None where the speaker decides; ``flashes`` names the
    animations that flash, or never end.
    """

    number: int
    id: int
    name: str
    layout: str
    shapes: tuple[FoundShape, ...]
    ground: tuple[Layer, ...] = ()
    notes: tuple[FoundParagraph, ...] = ()
    hidden: bool = False
    advances_after: float | None = None
    flashes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The words of its title on one line; "" when there is none."""
        return next((" ".join(shape.text.plain.split()) for shape in self.shapes if shape.is_title), "")

    def all_shapes(self) -> Iterator[FoundShape]:
        """Every shape with all that are grouped in them, in order."""
        for shape in self.shapes:
            yield from shape.all_shapes()


@dataclass(frozen=True, slots=True)
class FoundSection:
    """A section of a deck and the numbers of its slides."""

    name: str
    slides: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FoundDeck:
    """A whole deck; ``title`` is what its properties say, ``width`` and ``height`` those of a slide."""

    title: str
    width: int
    height: int
    slides: tuple[FoundSlide, ...]
    sections: tuple[FoundSection, ...] = ()
    runs_by_itself: bool = False

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that its runs name, by the length of what is said in them, the longest first."""
        lengths: dict[str, int] = {}
        for slide in self.slides:
            for run in _all_runs(slide):
                lengths[run.language] = lengths.get(run.language, 0) + len(run.text.strip())
        told = {tag: length for tag, length in lengths.items() if tag and length}
        return tuple(sorted(told, key=lambda tag: (-told[tag], tag)))


def _all_runs(slide: FoundSlide) -> Iterator[FoundRun]:
    for shape in slide.all_shapes():
        yield from shape.text.runs
        for row in shape.table.rows if shape.table else ():
            for cell in row:
                yield from cell.text.runs
