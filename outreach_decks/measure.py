"""How wide and how high text is, from the advance widths of the real faces.

Widths are pt, heights EMU. HarfBuzz shapes the text with the faces that the templates name or their metric twins
(Carlito for Calibri, BIZ UDPGothic for itself), so a line ends where a renderer ends it.

Where the distance of lines is left to the face, heights are budgeted at the renderer that needs most: PowerPoint takes
the face's own line height (Carlito's is 1.22 em, BIZ UDPGothic's 1.0), LibreOffice 1.2 em whatever the face. Where it
is exact (``leading``, ``Level.distance``), heights are too.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import groupby, zip_longest
from math import ceil
from types import MappingProxyType
from typing import Final, NamedTuple
from unicodedata import east_asian_width

import uharfbuzz as hb

from outreach_decks.geometry import EMU_PER_PT
from outreach_decks.line_breaks import MeasuredText, line_ends, lines, measured
from outreach_decks.scripts import Script
from outreach_decks.stretches import Stretch, stretches
from outreach_decks.text import Paragraph, Paragraphs, Run
from outreach_decks.theme import FontFiles, Level, Slot, pitch

# The distance of lines in LibreOffice, em, whatever the face: the least that is reckoned with.
LEAST_HEIGHT: Final = 1.2
# The size of a superscript beside that of its line (PowerPoint: two thirds).
SUPERSCRIPT: Final = 0.66
# The share of a width that is not counted on when deciding whether text fits: a renderer may round each advance.
SLACK: Final = 0.01
# LibreOffice parts Japanese from Latin by a fifth of its line height, em; it is dropped at the end of a line.
_GAP: Final = 0.24
# What a bullet and the space behind it take where the indent does not hang, em.
_BULLET: Final = 0.6
_CACHED_TEXTS: Final = 4096

# The Latin and the East Asian face of a slot, as ``Slot`` names them.
FaceNames = tuple[str, str]


class Measure:
    """Measures text in the faces it was given; shaped text is kept, so that trying many sizes shapes once.

    The methods that take a slot measure in the faces of that slot; before the others, ask ``of`` for its measure.
    """

    def __init__(self, files: FontFiles, others: Mapping[FaceNames, FontFiles] = MappingProxyType({})) -> None:
        """Open the faces of the theme's text, and of ``others``: slots that name faces of their own.

        Raises:
            ValueError: when the bytes are no font.
        """
        latin = (files.latin, files.latin_bold, files.latin_italic, files.latin_bold_italic)
        self._latin = tuple(Face(data, files.latin_wider) for data in latin)
        east_asian = (files.east_asian, files.east_asian_bold)
        self._east_asian = tuple(Face(data, full_width=files.full_width) for data in east_asian)
        self._latin_height = _highest(self._latin, files.latin_height)
        self._east_asian_height = _highest(self._east_asian, files.east_asian_height)
        self._text = lru_cache(maxsize=_CACHED_TEXTS)(self._measured)
        self._others = {names: Measure(own) for names, own in others.items()}

    def of(self, slot: Slot) -> Measure:
        """The measure for the faces of a slot."""
        return self._others.get((slot.latin, slot.east_asian), self)

    def missing(self, text: str) -> frozenset[str]:
        """Return the characters that none of the faces can draw."""
        faces = (self._latin[0], self._east_asian[0])
        return frozenset(one for one in set(text) if one.isprintable() and not any(face.has(one) for face in faces))

    @property
    def capital_height(self) -> float:
        """How high a capital letter of the Latin face is, em."""
        return self._latin[0].height_of("H")

    @cached_property
    def scripts(self) -> frozenset[str]:
        """The scripts of which the faces have at least one character, by their codes (ISO 15924)."""
        from fontTools.unicodedata import script

        return frozenset(script(chr(code)) for face in (self._latin[0], self._east_asian[0]) for code in face.codes())

    def width(self, runs: tuple[Run, ...], size: float, *, bold: bool = False) -> float:
        """Width in pt of the runs on one line at ``size`` pt, without the spaces at its end."""
        text = self._text(runs, bold)
        return text.line_width(0, len(text.text)) * size

    def break_lines(self, runs: tuple[Run, ...], size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
        """Return the words of each line when the runs are set at ``size`` pt in ``width`` pt."""
        return lines(self._text(runs, bold), width / size)

    def broken(self, runs: tuple[Run, ...], size: float, width: float, *, bold: bool = False) -> tuple[BrokenLine, ...]:
        """Return the lines of the runs set at ``size`` pt in ``width`` pt, each with its own length in pt."""
        text = self._text(runs, bold)
        ends = line_ends(text, width / size)
        pairs = zip((0, *ends[:-1]), ends, strict=True)
        return tuple(
            BrokenLine(text.text[start:end].rstrip(), text.line_width(start, end) * size) for start, end in pairs
        )

    def paragraph_lines(self, paragraph: Paragraph, size: float, width: float, *, bold: bool = False) -> int:
        """Count the lines of a paragraph at ``size`` pt in ``width`` pt; an empty one takes a line too."""
        return len(line_ends(self._text(paragraph.runs, bold), width / size))

    def shaped(self, runs: tuple[Run, ...], *, bold: bool = False) -> MeasuredText:
        """Return the runs ready to be broken, lengths in em."""
        return self._text(runs, bold)

    def height(self, paragraphs: Paragraphs, slot: Slot, size: float | None = None, *, width: int | None = None) -> int:
        """EMU that paragraphs need in a slot: their lines and the spacing between them, without insets.

        ``size`` in pt is that of the first level (the layout's own when None);
        ``width`` in EMU is the room between the insets (the slot's own when None).
        """
        room = (slot.text_box.width if width is None else width) / EMU_PER_PT
        measure, total = self.of(slot), 0.0
        for paragraph in paragraphs:
            level = slot.level_at(paragraph.level, size)
            count = measure.level_lines(paragraph, level, room, bold=slot.bold)
            distance = measure.distance(paragraph, level, slot)
            total += (level.space_before if total else 0.0) + count * distance
        return ceil(total * EMU_PER_PT)

    def distance(self, paragraph: Paragraph, level: Level, slot: Slot) -> float:
        """The distance of a paragraph's lines, pt: that of the language, the template's exact one, or the faces'."""
        if slot.leading is None and level.distance is not None:
            return level.distance
        spacing = slot.line_spacing if slot.leading is None else 1.0
        return spacing * self._own_distance(paragraph, level.size, slot.leading)

    def _own_distance(self, paragraph: Paragraph, size: float, leading: float | None) -> float:
        return size * self.line_height(paragraph) if leading is None else pitch(size, leading)

    def line_height(self, paragraph: Paragraph) -> float:
        """How far lines of a paragraph are apart when its faces decide, em; the higher one does, where it has both."""
        if self._east_asian_height <= self._latin_height:
            return self._latin_height
        has_both = any(one.script is Script.EAST_ASIAN for one in stretches(paragraph.runs))
        return self._east_asian_height if has_both else self._latin_height

    def block_height(
        self, paragraphs: Paragraphs, size: float, width: int, *, bold: bool = False, leading: float | None = None
    ) -> int:
        """EMU that paragraphs of one size (pt) need in ``width`` EMU: cells of tables, labels of native shapes.

        ``leading`` is the distance of their lines in em, or None where the face decides.
        """
        room = width / EMU_PER_PT
        total = sum(
            self.paragraph_lines(paragraph, size, room, bold=bold) * self._own_distance(paragraph, size, leading)
            for paragraph in paragraphs
        )
        return ceil(total * EMU_PER_PT)

    def fits(self, paragraphs: Paragraphs, slot: Slot, size: float | None = None) -> bool:
        """Tell whether the slot holds the paragraphs at ``size`` pt, even in a renderer that rounds widths up."""
        room = slot.text_box
        return fits(self.height(paragraphs, slot, size, width=slackened(room.width)), room.height)

    def level_lines(self, paragraph: Paragraph, level: Level, room: float, *, bold: bool) -> int:
        """Count the lines of a paragraph of a list in ``room`` pt, behind the indents of its level."""
        width = room - level.margin / EMU_PER_PT
        first = width - _first_indent(level)
        return len(line_ends(self._text(paragraph.runs, bold), width / level.size, first / level.size))

    def _measured(self, runs: tuple[Run, ...], bold: bool) -> MeasuredText:  # noqa: FBT001 - a key of the cache
        pieces = stretches(runs)
        advances: list[float] = []
        gaps: list[float] = []
        for here, following in zip_longest(pieces, pieces[1:]):
            advances.extend(self._advances(here, bold=bold))
            gaps.extend([0.0] * (len(here.text) - 1))
            gaps.append(_gap(here, following))
        return measured("".join(run.text for run in runs), advances, gaps)

    def _advances(self, stretch: Stretch, *, bold: bool) -> list[float]:
        face, substitute = self._faces(stretch, bold=bold)
        scale = SUPERSCRIPT if stretch.run.superscript else 1.0
        advances: list[float] = []
        for drawn, group in groupby(stretch.text, key=lambda one: face.has(one) or not substitute.has(one)):
            chosen = face if drawn else substitute
            advances.extend(advance * scale for advance in chosen.advances("".join(group)))
        return advances

    def _faces(self, stretch: Stretch, *, bold: bool) -> tuple[Face, Face]:
        """The face of a stretch, and the one that lends it glyphs."""
        heavy = bold or stretch.run.bold
        latin = self._latin[heavy + 2 * stretch.run.italic]
        east_asian = self._east_asian[heavy]
        return (latin, east_asian) if stretch.script is Script.LATIN else (east_asian, latin)


class BrokenLine(NamedTuple):
    """The words of a line and its length in pt."""

    text: str
    length: float


class Face:
    """The advance widths of one face.

    ``wider`` is the factor by which the file's are multiplied; ``full_width`` gives an em to each character that is
    wide in Unicode Standard Annex 11.
    """

    def __init__(self, data: bytes, wider: float = 1.0, *, full_width: bool = False) -> None:
        """Open a face; raises ``ValueError`` when the bytes are no font."""
        self._wider, self._full_width = wider, full_width
        face = hb.Face(data)
        if not face.glyph_count:
            raise ValueError("these bytes are not a font")
        self._font = hb.Font(face)
        self._face = face
        self._em: int = face.upem
        self.has = lru_cache(maxsize=None)(self._has)

    def height_of(self, character: str) -> float:
        """How high a character stands above its baseline, em."""
        glyph = self._font.get_nominal_glyph(ord(character))
        extents = self._font.get_glyph_extents(glyph or 0)
        return float(extents.y_bearing / self._em) if extents else 0.0

    @property
    def line_height(self) -> float:
        """The distance of lines that the face asks for, em: the most that a renderer takes from its file.

        Ascender, descender and line gap of its ``hhea`` table, or ascent and descent for Windows of its ``OS/2`` table
        (OpenType 1.9); 0 of a face that has neither. In hundredths of an em: less is not seen on a slide.
        """
        hhea = _whole_numbers(self._face, "hhea", ">3h", 4) or (0, 0, 0)
        windows = _whole_numbers(self._face, "OS/2", ">2H", 74) or (0, 0)
        return round(max(hhea[0] - hhea[1] + hhea[2], sum(windows)) / self._em, 2)

    def codes(self) -> frozenset[int]:
        """The characters that the face has a glyph for."""
        return frozenset(self._face.unicodes)

    def advances(self, text: str) -> list[float]:
        """Return the advance of each character in em, kerned; a ligature's is that of its first character."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        advances = [0.0] * len(text)
        for glyph, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            advances[glyph.cluster] += position.x_advance / self._em * self._wider
        if self._full_width:
            return [1.0 if _is_wide(one) else advance for one, advance in zip(text, advances, strict=True)]
        return advances

    def _has(self, character: str) -> bool:
        return not character.isprintable() or self._font.get_nominal_glyph(ord(character)) is not None


def _highest(faces: Iterable[Face], said: float) -> float:
    """The distance of lines to reckon with, em: of the faces, of a table of faces, or of LibreOffice."""
    return max(LEAST_HEIGHT, said, *(face.line_height for face in faces))


def _whole_numbers(face: hb.Face, table: str, form: str, start: int) -> tuple[int, ...]:
    """Fields of a font's table from byte ``start``; none where the font has no such table."""
    data = face.reference_table(table).data
    return struct.unpack_from(form, data, start) if len(data) >= start + struct.calcsize(form) else ()


def fits(needed: int, available: int) -> bool:
    """Tell whether a height (EMU) is within the room there is."""
    return needed <= available


def slackened(width: int) -> int:
    """Return the part of a width (EMU) that may be counted on when deciding whether text fits."""
    return int(width * (1 - SLACK))


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in {"W", "F"}


def _gap(here: Stretch, following: Stretch | None) -> float:
    return 0.0 if following is None or following.script is here.script else _GAP


def _first_indent(level: Level) -> float:
    """How far right of the other lines the first one's words start, pt: behind a hanging bullet they are level."""
    indent = level.indent / EMU_PER_PT
    if not level.bullet:
        return indent
    return 0.0 if indent < 0 else indent + _BULLET * level.size
