"""The sheet a chart is drawn on. Lengths are pt from its lower left corner; colours are names of the theme's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch, PathPatch, Rectangle
from matplotlib.transforms import Affine2D, Transform

from outreach_decks.charts.lettering import Outline, Typesetter
from outreach_decks.deck import SMALLEST_LETTERING
from outreach_decks.geometry import EMU_PER_INCH, EMU_PER_PT, Box
from outreach_decks.line_breaks import opportunities
from outreach_decks.phrases import phrase_ends
from outreach_decks.scripts import is_east_asian
from outreach_decks.theme import Theme

LEAST_SIZE = SMALLEST_LETTERING
# Names; figures; the figure that carries the point, pt.
NAME_SIZE, VALUE_SIZE, POINT_SIZE = 20.0, 24.0, 36.0
# In parts of the size: the height of figures above the baseline, and how far anything reaches below it (Carlito).
FIGURE_HEIGHT, DEPTH = 0.69, 0.2
# In parts of the size, for Latin and for Japanese: the highest letters (Carlito, BIZ UDPGothic) and the pitch of lines.
_ASCENT, _EAST_ASIAN_ASCENT = 0.71, 0.86
_PITCH, _EAST_ASIAN_PITCH = 1.2, 1.35
_PT_PER_INCH = EMU_PER_INCH / EMU_PER_PT
# Lines are made even by narrowing their room in steps of this many pt.
_EVEN_STEP = 4.0


@dataclass(frozen=True, slots=True)
class Words:
    """What to letter: ``size`` in pt, ``colour`` a name of the theme's."""

    text: str
    size: float = NAME_SIZE
    colour: str = "ink"
    bold: bool = False

    @property
    def ascent(self) -> float:
        """How high the words may reach above their baseline, pt."""
        return self.size * (_EAST_ASIAN_ASCENT if is_east_asian(self.text) else _ASCENT)

    @property
    def pitch(self) -> float:
        """From the baseline of a line of these words to the next, pt."""
        return self.size * (_EAST_ASIAN_PITCH if is_east_asian(self.text) else _PITCH)

    def stripped(self) -> Words:
        """Return the words without the spaces round them."""
        return replace(self, text=self.text.strip())


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on the sheet, pt, y upwards."""

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


class Letters(PathPatch):
    """Words on the sheet as a filled outline; it remembers what they are."""

    def __init__(self, words: Words, outline: Outline, placing: Transform, colour: str) -> None:
        super().__init__(outline.path, transform=placing, facecolor=colour, linewidth=0, snap=False)
        self.words = words


class Sheet:
    """A transparent figure of the size of a box, and what can be put on it."""

    def __init__(self, box: Box, theme: Theme, typesetter: Typesetter) -> None:
        self.width, self.height = box.width / EMU_PER_PT, box.height / EMU_PER_PT
        self.figure = Figure(figsize=(self.width / _PT_PER_INCH, self.height / _PT_PER_INCH))
        self._theme, self._typesetter = theme, typesetter
        self._points = Affine2D().scale(1 / _PT_PER_INCH) + self.figure.dpi_scale_trans

    def colour(self, name: str) -> str:
        """Return a colour of the theme as matplotlib wants it."""
        return f"#{self._theme.colours[name]}"

    def axes(self, frame: Frame) -> Axes:
        """Add axes that show nothing but the marks put on them."""
        share = (frame.x / self.width, frame.y / self.height, frame.width / self.width, frame.height / self.height)
        axes = self.figure.add_axes(share)
        axes.set_axis_off()
        return axes

    def width_of(self, *line: Words) -> float:
        """Return the width of words on one line, pt."""
        return sum(self._typesetter.outline(words.text, bold=words.bold).width * words.size for words in line)

    def bearing_of(self, words: Words) -> float:
        """Return the empty room left of the first letter, pt; large letters stand flush only without it."""
        outline = self._typesetter.outline(words.text, bold=words.bold)
        return float(outline.path.get_extents().x0) * words.size

    def inside(self, x: float, width: float) -> float:
        """Return the x nearest to ``x`` from which ``width`` pt lie on the sheet."""
        return min(max(x, 0.0), self.width - width)

    def write(self, x: float, y: float, *line: Words) -> None:
        """Letter words on one line that starts at ``x`` on the baseline ``y``."""
        for words in line:
            outline = self._typesetter.outline(words.text, bold=words.bold)
            placing = Affine2D().scale(words.size).translate(x, y) + self._points
            self.figure.add_artist(Letters(words, outline, placing, self.colour(words.colour)))
            x += outline.width * words.size

    def wrap(self, words: Words, width: float) -> tuple[Words, ...]:
        """Break words into as few lines of at most ``width`` pt as can be, and make those even.

        Japanese is broken where phrases end, if they are not too long. A single piece that cannot be broken may be
        wider.
        """
        stops = self._stops(words, width)
        lines = self._lines(words, stops, width)
        while len(lines) > 1:
            width = max(self.width_of(line) for line in lines) - _EVEN_STEP
            narrower = self._lines(words, stops, width)
            if len(narrower) > len(lines) or max(self.width_of(line) for line in narrower) > width:
                break
            lines = narrower
        return lines

    def _stops(self, words: Words, width: float) -> tuple[int, ...]:
        """Where lines may end, the end of the words included."""
        anywhere = opportunities(words.text)
        if not is_east_asian(words.text):
            return anywhere
        phrases = (*(end.position for end in phrase_ends(words.text)), len(words.text))
        fit = all(self.width_of(line) <= width for line in self._lines(words, phrases, width))
        return phrases if fit else anywhere

    def _lines(self, words: Words, stops: Sequence[int], width: float) -> tuple[Words, ...]:
        start, end, lines = 0, 0, []
        for stop in stops:
            if end > start and self.width_of(replace(words, text=words.text[start:stop].rstrip())) > width:
                lines.append(words.text[start:end])
                start = end
            end = stop
        return tuple(replace(words, text=line.strip()) for line in [*lines, words.text[start:]])

    def rectangle(self, frame: Frame, colour: str) -> None:
        """Fill a rectangle."""
        self._fill(Rectangle((frame.x, frame.y), frame.width, frame.height), colour)

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
