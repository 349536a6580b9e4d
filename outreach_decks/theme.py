"""What the template says: colours, faces, and for each layout where its slots are and how text looks there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from outreach_decks.geometry import Box

# Each level of a list is this much smaller than the one above, and none is smaller than the last row can read (pt).
LEVEL_STEP: Final = 4.0
SMALLEST_LEVEL: Final = 20.0

# How much closer text may be set that would not fit otherwise. Lines: a tenth closer than the layout has them, but not
# closer than nine tenths of the face's own distance (of the size, where the layout says the distance exactly); in East
# Asian text, whose distance is exact, 1.25 em. Paragraphs:
# half the space between them.
CLOSER_LINES: Final = 0.9
CLOSE_LEADING: Final = 1.25
CLOSER_PARAGRAPHS: Final = 0.5

# The names the program gives to the twelve colours of a theme (ECMA-376 Part 1, 20.1.6.2).
COLOUR_SLOTS = {
    "ink": "dk1",
    "paper": "lt1",
    "ground": "dk2",
    "tint": "lt2",
    "accent": "accent1",
    "glow": "accent2",
    "support": "accent3",
    "grey": "accent4",
    "muted": "accent5",
    "panel": "accent6",
}


# On a slide the first four colours go by what the master maps them to (ECMA-376 Part 1, 19.3.1.6).
MAPPED = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"}


@dataclass(frozen=True, slots=True)
class Reference:
    """How a slide names a colour, so that a change of theme changes it.

    ``scheme`` is a name that the master's colour map knows (``tx1``, ``accent2``), ``mod`` and ``off`` change its
    luminance in per cent (``a:lumMod`` and ``a:lumOff``, ECMA-376 Part 1, 20.1.2.3.20 and 20.1.2.3.21). Where
    ``scheme`` is empty the colour is none of the theme's, and ``rgb`` (RRGGBB) says it.
    """

    scheme: str
    mod: int = 100
    off: int = 0
    rgb: str = ""


def own_references() -> dict[str, Reference]:
    """The references of a theme whose colours have the places that ours have."""
    return {name: Reference(MAPPED.get(slot, slot)) for name, slot in COLOUR_SLOTS.items()}


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as RRGGBB by the names of ``COLOUR_SLOTS``, the faces of the theme, and how slides name the colours."""

    colours: Mapping[str, str]
    latin: str
    east_asian: str
    heading_latin: str
    heading_east_asian: str
    references: Mapping[str, Reference] = field(default_factory=own_references)

    def faces_of(self, slot: Slot) -> tuple[str, str]:
        """The names of the Latin and the East Asian face of a slot ("" where the theme leaves one open)."""
        return self._face(slot.latin, self.latin), self._face(slot.east_asian, self.east_asian)

    def _face(self, name: str, text: str) -> str:
        headings = {"+mj-lt": self.heading_latin, "+mj-ea": self.heading_east_asian}
        return headings.get(name, name if name and not name.startswith("+") else text)


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list looks: size in pt, indents in EMU, space before in pt.

    ``distance`` is that of its lines in pt where the template says it exactly, whatever the face; None where the face
    and the slot's ``line_spacing`` decide.
    """

    size: float
    margin: int = 0
    indent: int = 0
    space_before: float = 0.0
    bullet: bool = False
    distance: float | None = None

    def at(self, size: float) -> Level:
        """The level at another size, its lines as far apart by share: at half the size a gap would be twice as wide."""
        distance = None if self.distance is None else pitch(size, self.distance / self.size)
        return self if size == self.size else replace(self, size=size, distance=distance)

    def closer(self) -> Level:
        """The level with its lines and paragraphs as close as they may be."""
        space = self.space_before * CLOSER_PARAGRAPHS
        if self.distance is None:
            return replace(self, space_before=space)
        nearest = max(self.distance, self.size) * CLOSER_LINES
        return replace(self, space_before=space, distance=round(min(self.distance, nearest), 1))


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout, with all that it inherits from the master.

    ``kind`` is the type in the file: ``title``, ``ctrTitle``, ``subTitle``, ``body``, ``pic``, ``tbl`` ... Insets are
    EMU: left, top, right, bottom. ``line_spacing`` is a factor of the face's. ``anchor`` is ``t``, ``ctr`` or ``b``,
    ``align`` ``l``, ``ctr``, ``r`` or ``just``; ``colour`` is a name of ``COLOUR_SLOTS``.

    ``leading`` is the distance of lines in em whatever the face, or None where the levels, the face and
    ``line_spacing`` decide;
    ``phrases`` says that a text of few lines may break only where a phrase ends. Neither is the template's: the
    language of the deck sets them (``layout.typesetting``).

    ``latin`` and ``east_asian`` are the names of its faces as the file has them: "+mj-lt" is the theme's for titles,
    "" is the theme's for text.

    An ``index`` below 0 is that of no placeholder: the slot is a text box, picture or table that says all of itself.
    The other fields are for templates that are not ours: ``moved`` is a placeholder that a slide puts elsewhere than
    its layout does; ``restyled`` one whose sizes, indents and bullets a slide sets; ``regular`` one whose layout has
    capitals or spaced letters, which a slide takes back; ``recoloured`` one whose words would not read on its layout,
    so that a slide gives them ``colour``; ``floor`` the least size in pt where it is not the usual one.
    """

    role: str
    index: int
    kind: str
    box: Box
    levels: tuple[Level, ...]
    bold: bool = False
    line_spacing: float = 1.0
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)
    anchor: str = "t"
    align: str = "l"
    colour: str = "ink"
    leading: float | None = None
    phrases: bool = False
    latin: str = ""
    east_asian: str = ""
    moved: bool = False
    restyled: bool = False
    regular: bool = False
    recoloured: bool = False
    floor: float | None = None

    @property
    def is_free(self) -> bool:
        """Tell whether no placeholder of the layout serves the slot."""
        return self.index < 0

    @property
    def size(self) -> float:
        """The size of the first level, pt."""
        return self.levels[0].size

    def level_at(self, level: int, size: float | None = None) -> Level:
        """How a level looks when the first one is set at ``size`` pt (the layout's own when None).

        Levels that the slot does not have look like its last.
        """
        return self._own_level(level).at(self.size_at(level, size))

    def size_at(self, level: int, size: float | None = None) -> float:
        """The size in pt of a level when the first one is set at ``size`` pt: never above the layout's own."""
        own = self._own_level(level).size
        if size is None:
            return own
        if level == 0:
            return size
        return min(own, size, max(SMALLEST_LEVEL, size - LEVEL_STEP * level))

    def closer(self) -> Slot:
        """The slot with its lines and paragraphs as close as they may be."""
        lines = min(self.line_spacing, max(self.line_spacing * CLOSER_LINES, CLOSER_LINES))
        leading = None if self.leading is None else min(self.leading, CLOSE_LEADING)
        return replace(self, levels=tuple(level.closer() for level in self.levels), line_spacing=lines, leading=leading)

    def _own_level(self, level: int) -> Level:
        return self.levels[min(level, len(self.levels) - 1)]

    @property
    def text_box(self) -> Box:
        """The box less its insets."""
        left, top, right, bottom = self.insets
        box = self.box
        return Box(box.x + left, box.y + top, box.width - left - right, box.height - top - bottom)


@dataclass(frozen=True, slots=True)
class FontFiles:
    """The bytes of the faces that text is measured with: those of the theme, or twins of equal widths.

    ``latin_wider`` is the factor by which Latin words are taken to be wider than in these files, for a face that nobody
    can measure; ``full_width`` says that every East Asian character is one em wide, whatever the files say. The heights
    are the least that lines have, em: what the files cannot say, being those of other faces.
    """

    latin: bytes
    latin_bold: bytes
    latin_italic: bytes
    latin_bold_italic: bytes
    east_asian: bytes
    east_asian_bold: bytes
    latin_wider: float = 1.0
    full_width: bool = False
    latin_height: float = 0.0
    east_asian_height: float = 0.0


def pitch(size: float, leading: float) -> float:
    """The distance of lines at a size, pt: what is measured and what is written are rounded alike."""
    return round(size * leading, 1)


@dataclass(frozen=True, slots=True)
class Card:
    """A block of colour that free slots stand on: its place, and its fill by a name of ``COLOUR_SLOTS``."""

    box: Box
    fill: str
    form: str = "rect"


@dataclass(frozen=True, slots=True)
class LayoutSlots:
    """One layout: its name in the template and its slots by role.

    ``leading`` (em) and ``phrases`` are for words outside the slots, in tables and native shapes; see ``Slot``.
    ``number`` counts the layouts of all masters from 1. ``cards`` are drawn behind the slots; ``theme`` has the colours
    that read on the layout's own ground, None where they are the template's. ``footer`` is its placeholder for one.
    """

    name: str
    slots: Mapping[str, Slot]
    dark: bool = False
    leading: float | None = None
    phrases: bool = False
    number: int = 1
    cards: tuple[Card, ...] = ()
    theme: Theme | None = None
    footer: Slot | None = None


@dataclass(frozen=True, slots=True)
class Geometry:
    """All layouts by silhouette; ``width`` and ``height`` of the slide in EMU.

    ``scale`` is how long the template's own lengths and sizes are, measured by those that are said here: slides are
    laid out as if they were about as high as ours, whatever the size of their page.
    """

    width: int
    height: int
    layouts: Mapping[str, LayoutSlots]
    scale: float = 1.0
