"""Words as outlines: shaped with HarfBuzz from the faces handed in, so no installed font can change a chart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import uharfbuzz as hb
from fontTools.pens.basePen import BasePen
from matplotlib.path import Path

from outreach_decks.charts.font_files import FontFiles


class MissingGlyphError(Exception):
    """No face has a glyph for a character."""

    def __init__(self, character: str) -> None:
        """Keep the character."""
        self.character = character
        super().__init__(character)


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of a line of words at 1 pt: its baseline starts at (0, 0), y counts upwards."""

    path: Path
    width: float


class Typesetter:
    """Sets lines of words in two weights."""

    def __init__(self, fonts: FontFiles) -> None:
        """Open the faces; this reads nothing but the bytes in ``fonts``."""
        self._faces = {
            False: tuple(_Face(data) for data in fonts.regular),
            True: tuple(_Face(data) for data in fonts.bold),
        }

    def outline(self, text: str, *, bold: bool = False) -> Outline:
        """Shape one line; raises MissingGlyphError rather than drawing an empty box."""
        pen, x = _PathPen(), 0.0
        for face, stretch in _stretches(_plain(text), self._faces[bold]):
            x = face.draw(stretch, pen, x)
        return Outline(pen.path(), x)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the advance width of a line in pt."""
        return self.outline(text, bold=bold).width * size


class _Face:
    def __init__(self, data: bytes) -> None:
        self._font = hb.Font(hb.Face(data))
        self._scale = 1.0 / self._font.face.upem

    def has(self, character: str) -> bool:
        return self._font.get_nominal_glyph(ord(character)) is not None

    def draw(self, text: str, pen: _PathPen, x: float) -> float:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(self._font, buffer)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            pen.place(x + place.x_offset * self._scale, place.y_offset * self._scale, self._scale)
            self._font.draw_glyph_with_pen(info.codepoint, pen)
            x += place.x_advance * self._scale
        return x


class _PathPen(BasePen):  # type: ignore[misc]  # fontTools has no type hints
    """Collects the contours of glyphs as one matplotlib path."""

    def __init__(self) -> None:
        super().__init__(None)
        self._points: list[tuple[float, float]] = []
        self._codes: list[int] = []
        self.place(0.0, 0.0, 1.0)

    def place(self, x: float, y: float, scale: float) -> None:
        self._x, self._y, self._scale = x, y, scale

    def path(self) -> Path:
        return Path(self._points or [(0.0, 0.0)], self._codes or [Path.MOVETO])

    def _add(self, code: int, *points: tuple[float, float]) -> None:
        self._points += [(self._x + x * self._scale, self._y + y * self._scale) for x, y in points]
        self._codes += [code] * len(points)

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add(int(Path.MOVETO), pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add(int(Path.LINETO), pt)

    def _curveToOne(self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]) -> None:  # noqa: N802
        self._add(int(Path.CURVE4), pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self._add(int(Path.CLOSEPOLY), (0.0, 0.0))


def _plain(text: str) -> str:
    """Compose accents, and make every kind of Latin space the plain one, which all faces have."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(" " if unicodedata.category(c) == "Zs" and c != "\u3000" else c for c in composed)


def _stretches(text: str, faces: tuple[_Face, ...]) -> Iterator[tuple[_Face, str]]:
    """Cut a line where the face changes."""
    start, current = 0, None
    for index, character in enumerate(text):
        face = _face_for(character, faces)
        if current is not None and face is not current:
            yield current, text[start:index]
            start = index
        current = face
    if current is not None:
        yield current, text[start:]


def _face_for(character: str, faces: tuple[_Face, ...]) -> _Face:
    for face in faces:
        if face.has(character):
            return face
    raise MissingGlyphError(character)
