"""Words as outlines: shaped with HarfBuzz from the faces handed in, so no installed font can change a chart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import uharfbuzz as hb
from fontTools.pens.basePen import BasePen
from matplotlib.path import Path

from outreach_decks.scripts import Script, scripts
from outreach_decks.theme import FontFiles


class MissingGlyphError(Exception):
    """No face has a glyph for a character."""

    def __init__(self, character: str) -> None:
        self.character = character
        super().__init__(f'no typeface has the character "{character}" (U+{ord(character):04X})')


@dataclass(frozen=True, slots=True)
class Outline:
    """The shape of a line of words at 1 pt: its baseline starts at (0, 0), y counts upwards."""

    path: Path
    width: float


class Typesetter:
    """Sets lines of words in two weights, each character in the face of its script or else in the other one."""

    def __init__(self, fonts: FontFiles) -> None:
        self._faces = {
            False: (_Face(fonts.latin), _Face(fonts.east_asian)),
            True: (_Face(fonts.latin_bold), _Face(fonts.east_asian_bold)),
        }
        self._set: dict[tuple[str, bool], Outline] = {}

    def outline(self, text: str, *, bold: bool = False) -> Outline:
        """Shape one line, once.

        Raises:
            MissingGlyphError: rather than drawing an empty box.
        """
        key = (text, bold)
        if key not in self._set:
            self._set[key] = self._shape(text, bold=bold)
        return self._set[key]

    def _shape(self, text: str, *, bold: bool) -> Outline:
        pen, x = _PathPen(), 0.0
        for face, stretch in _stretches(_plain(text), self._faces[bold]):
            x = face.draw(stretch, pen, x)
        return Outline(pen.path(), x)


class _Face:
    def __init__(self, data: bytes) -> None:
        self._font = hb.Font(hb.Face(data))
        self._scale = 1.0 / self._font.face.upem

    def has(self, character: str) -> bool:
        return self._font.get_nominal_glyph(ord(character)) is not None

    def draw(self, text: str, pen: _PathPen, x: float) -> float:
        """Draw a stretch that starts at ``x`` and return where it ends."""
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

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802  # the names are BasePen's
        self._add(int(Path.MOVETO), pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._add(int(Path.LINETO), pt)

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self._add(int(Path.CURVE4), pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self._add(int(Path.CLOSEPOLY), (0.0, 0.0))


def _plain(text: str) -> str:
    """Compose accents, and make every space but the full-width one the plain one, which all faces have."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(" " if unicodedata.category(one) == "Zs" and one != "\u3000" else one for one in composed)


def _stretches(text: str, faces: tuple[_Face, _Face]) -> Iterator[tuple[_Face, str]]:
    """Cut a line where the face changes."""
    chosen = [_face_for(one, script, faces) for one, script in zip(text, scripts(text), strict=True)]
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or chosen[end] is not chosen[start]:
            yield chosen[start], text[start:end]
            start = end


def _face_for(character: str, script: Script, faces: tuple[_Face, _Face]) -> _Face:
    own, other = faces if script is Script.LATIN else faces[::-1]
    if own.has(character):
        return own
    if other.has(character):
        return other
    raise MissingGlyphError(character)
