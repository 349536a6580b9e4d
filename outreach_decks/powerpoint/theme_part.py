"""The theme of a master as the file has it (ECMA-376 Part 1, 20.1.6): its twelve colours and its faces."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.slide import SlideMaster

from outreach_decks.powerpoint.xml_paths import Element, find
from outreach_decks.theme import COLOUR_SLOTS

_NAMES: Final = ("tx1", "bg1", "tx2", "bg2", *(f"accent{number}" for number in range(1, 7)))


@dataclass(frozen=True, slots=True)
class ThemePart:
    """Colours as RRGGBB by the theme's own names (dk1, accent1), what the master calls them, and faces.

    ``mapped`` leads from the names that slides use (tx1, bg1) to the theme's own (ECMA-376 Part 1, 19.3.1.6).
    """

    colours: Mapping[str, str]
    mapped: Mapping[str, str]
    latin: str
    east_asian: str
    heading_latin: str
    heading_east_asian: str

    @property
    def is_complete(self) -> bool:
        """Tell whether it has all colours that slides may name."""
        return all(self.colours.get(slot) for slot in COLOUR_SLOTS.values())

    @property
    def named(self) -> Mapping[str, str]:
        """Colours as RRGGBB by the names that slides use."""
        return {name: self.colours[self.mapped.get(name, name)] for name in _NAMES}


def theme_of(master: SlideMaster) -> ThemePart | None:
    """The theme of a master; None where it has none."""
    try:
        root = parse_xml(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    except KeyError:
        return None
    latin, heading = _face(root, "minorFont/a:latin"), _face(root, "majorFont/a:latin")
    faces = (latin, _japanese_face(root, "minorFont"), heading, _japanese_face(root, "majorFont"))
    mapped = {str(key): str(value) for key, value in find(master.element, "p:clrMap")[0].attrib.items()}
    return ThemePart({slot: _rgb(root, slot) for slot in COLOUR_SLOTS.values()}, mapped, *faces)


def _rgb(root: Element, slot: str) -> str:
    """A colour of the theme as RRGGBB; a colour of the system is what it last was."""
    found = find(root, f".//a:clrScheme/a:{slot}/a:srgbClr/@val | .//a:clrScheme/a:{slot}/a:sysClr/@lastClr")
    return str(found[0]).upper() if found else ""


def _face(root: Element, path: str) -> str:
    return str(next(iter(find(root, f".//a:fontScheme/a:{path}/@typeface")), ""))


def _japanese_face(root: Element, level: str) -> str:
    """The East Asian face; where it is left open, the one that Office takes for Japanese (ECMA-376, 20.1.4.1.16)."""
    return _face(root, f"{level}/a:ea") or _face(root, f"{level}/a:font[@script='Jpan']")
