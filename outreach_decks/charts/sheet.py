"""The sheet a chart is drawn on. Lengths are pt from the lower left corner; colours are names of the theme's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Rectangle
from matplotlib.transforms import Affine2D, Transform

from outreach_decks.charts.lettering import Outline, Typesetter
from outreach_decks.geometry import EMU_PER_INCH, Box
from outreach_decks.theme import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

PT_PER_INCH = 72
# Nothing on a chart is lettered smaller than this, pt.
LEAST_SIZE = 18.0
LABEL_SIZE = 20.0
VALUE_SIZE = 22.0
POINT_SIZE = 32.0
# The height of figures and capitals, and the pitch of lines, in parts of the size (Carlito: 0.644 and 1.22).
CAP_HEIGHT = 0.64
LINE_PITCH = 1.2

# What may not be torn: a word with the space behind it, or one character of a script without spaces
# with the marks that must not start a line and those that must not end one (JIS X 4051).
_PIECES = re.compile(
    r"[（「『【〈《［(\[]*(?:[\u2e80-\u9fff\uf900-\uffef]|[^\s\u2e80-\u9fff\uf900-\uffef]+)[、。，．・：；？！）」』】〉》］ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々%％]*\s*"
)

Align = Literal["left", "centre", "right"]


class Letters(PathPatch):  # type: ignore[misc]  # matplotlib's base classes are untyped
    """A line of words on the sheet; it remembers what it says and how large, in pt."""

    def __init__(self, outline: Outline, words: Words, transform: Transform, colour: str) -> None:
        """Place an outline of 1 pt."""
        super().__init__(outline.path, transform=transform, facecolor=colour, linewidth=0, snap=False)
        self.words = words


@dataclass(frozen=True, slots=True)
class Words:
    """What to letter: ``size`` in pt, ``colour`` a name of the theme's."""

    text: str
    size: float = LABEL_SIZE
    colour: str = "ink"
    bold: bool = False


class Sheet:
    """A transparent figure of the size of a box, and what can be put on it."""

    def __init__(self, box: Box, theme: Theme, typesetter: Typesetter) -> None:
        """Cut a sheet of the box's size (EMU)."""
        inches = (box.width / EMU_PER_INCH, box.height / EMU_PER_INCH)
        self.figure = Figure(figsize=inches)
        self.width, self.height = inches[0] * PT_PER_INCH, inches[1] * PT_PER_INCH
        self._theme, self._typesetter = theme, typesetter
        self._points = Affine2D().scale(1 / PT_PER_INCH) + self.figure.dpi_scale_trans

    def colour(self, name: str) -> str:
        """Return a colour of the theme as matplotlib wants it."""
        return f"#{self._theme.colours[name]}"

    def axes(self, frame: Frame) -> Axes:
        """Add axes without any decoration; marks may stand out of them."""
        share = (frame.x / self.width, frame.y / self.height, frame.width / self.width, frame.height / self.height)
        axes = self.figure.add_axes(share)
        axes.set_axis_off()
        return axes

    def width_of(self, words: Words) -> float:
        """Return the width of a line, pt."""
        return self._typesetter.width(words.text, words.size, bold=words.bold)

    def wrap(self, words: Words, width: float) -> tuple[Words, ...]:
        """Break words into lines of at most ``width`` pt; a single word may be wider."""
        lines = [""]
        for piece in _PIECES.findall(words.text):
            longer = lines[-1] + piece
            if lines[-1] and self.width_of(replace(words, text=longer.rstrip())) > width:
                lines.append(piece)
            else:
                lines[-1] = longer
        return tuple(replace(words, text=line.strip()) for line in lines)

    def write(self, words: Words, x: float, y: float, align: Align = "left") -> Frame:
        """Letter a line on the baseline ``y``, and return the room it takes."""
        outline = self._typesetter.outline(words.text, bold=words.bold)
        left = x - outline.width * words.size * {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
        placing = Affine2D().scale(words.size).translate(left, y) + self._points
        self.figure.add_artist(Letters(outline, words, placing, self.colour(words.colour)))
        return Frame(left, y, outline.width * words.size, words.size * CAP_HEIGHT)

    def rectangle(self, frame: Frame, colour: str) -> None:
        """Fill a rectangle."""
        patch = Rectangle((frame.x, frame.y), frame.width, frame.height)
        self._fill(patch, colour)

    def rounded(self, frame: Frame, radius: float, colour: str) -> None:
        """Fill a rectangle with round corners."""
        style = f"round,pad=0,rounding_size={radius}"
        self._fill(FancyBboxPatch((frame.x, frame.y), frame.width, frame.height, boxstyle=style), colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle."""
        self._fill(Circle((x, y), radius), colour)

    def _fill(self, patch: Rectangle | FancyBboxPatch | Circle, colour: str) -> None:
        patch.set(facecolor=self.colour(colour), linewidth=0, transform=self._points)
        self.figure.add_artist(patch)


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on a sheet, pt, y upwards from the lower left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right edge."""
        return self.x + self.width

    @property
    def top(self) -> float:
        """The y of the upper edge."""
        return self.y + self.height

    def meets(self, other: Frame, gap: float = 0.0) -> bool:
        """Tell whether less than ``gap`` pt lie between two rectangles."""
        beside = self.x < other.right + gap and other.x < self.right + gap
        return beside and self.y < other.top + gap and other.y < self.top + gap
