"""What the template says: colours, faces, and for each layout where its slots are and how text looks there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from outreach_decks.geometry import Box

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


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours as RRGGBB by the names of ``COLOUR_SLOTS``, and the faces of the theme."""

    colours: Mapping[str, str]
    latin: str
    east_asian: str
    heading_latin: str
    heading_east_asian: str


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list looks: size in pt, indents in EMU, space before in pt."""

    size: float
    margin: int = 0
    indent: int = 0
    space_before: float = 0.0
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder of a layout. Insets are EMU: left, top, right, bottom. ``line_spacing`` is a factor of the face's."""

    role: str
    index: int
    kind: str
    box: Box
    levels: tuple[Level, ...]
    bold: bool = False
    line_spacing: float = 1.0
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def size(self) -> float:
        """The size of the first level, pt."""
        return self.levels[0].size

    @property
    def text_box(self) -> Box:
        """The box less its insets."""
        left, top, right, bottom = self.insets
        box = self.box
        return Box(box.x + left, box.y + top, box.width - left - right, box.height - top - bottom)


@dataclass(frozen=True, slots=True)
class LayoutSlots:
    """One layout: its name in the template and its slots by role."""

    name: str
    slots: Mapping[str, Slot]
    dark: bool = False


@dataclass(frozen=True, slots=True)
class Geometry:
    """All layouts by silhouette; ``width`` and ``height`` of the slide in EMU."""

    width: int
    height: int
    layouts: Mapping[str, LayoutSlots]
