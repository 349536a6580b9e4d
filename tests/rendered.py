"""What a PDF shows: how many pages, and the lines of text on them by their baselines."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

import pypdfium2 as pdfium
from pypdfium2 import raw

# Characters of one line differ in baseline by rounding only, pt.
_SAME_BASELINE = 0.5


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page: its origin and its box from the page's lower left corner, its size (all pt), its face."""

    character: str
    x: float
    y: float
    left: float
    bottom: float
    right: float
    top: float
    size: float
    face: str


def page_count(pdf: bytes) -> int:
    """Count the pages."""
    with pdfium.PdfDocument(pdf) as document:
        return len(document)


def page_glyphs(pdf: bytes) -> tuple[tuple[Glyph, ...], ...]:
    """Return the visible characters of each page in the order they were painted, which is that of the shapes."""
    with pdfium.PdfDocument(pdf) as document:
        return tuple(_in_order_of_painting(page) for page in document)


def baselines(glyphs: tuple[Glyph, ...]) -> tuple[float, ...]:
    """Return the distinct baselines, from the top, pt from the page's lower edge."""
    found: list[float] = []
    for y in sorted((glyph.y for glyph in glyphs), reverse=True):
        if not found or found[-1] - y > _SAME_BASELINE:
            found.append(y)
    return tuple(found)


def _in_order_of_painting(page: pdfium.PdfPage) -> tuple[Glyph, ...]:
    """The characters of a page; PDFium itself gives them in an order of reading, across texts that lie side by side."""
    text = page.get_textpage()
    painted = {_address(each.raw): place for place, each in enumerate(page.get_objects([raw.FPDF_PAGEOBJ_TEXT]))}
    found = [(painted[_address(raw.FPDFText_GetTextObject(text, index))], glyph) for index, glyph in _glyphs(text)]
    return tuple(glyph for _, glyph in sorted(found, key=itemgetter(0)))


def _address(thing: object) -> int | None:
    """Where PDFium keeps an object, which tells it from all others."""
    return ctypes.cast(thing, ctypes.c_void_p).value  # type: ignore[arg-type]


def _glyphs(text: pdfium.PdfTextPage) -> Iterator[tuple[int, Glyph]]:
    """The visible characters, each with its number among all."""
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        # PDFium marks a hyphen at the end of a line with a code of its own.
        character = "-" if raw.FPDFText_IsHyphen(text, index) else chr(raw.FPDFText_GetUnicode(text, index))
        if character.isspace() or not character.isprintable() or raw.FPDFText_IsGenerated(text, index):
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        left, bottom, right, top = text.get_charbox(index)
        size = raw.FPDFText_GetFontSize(text, index)
        yield index, Glyph(character, x.value, y.value, left, bottom, right, top, size, _face(text, index))


def _face(text: pdfium.PdfTextPage, index: int) -> str:
    """The name of the face that a character is drawn in."""
    font = raw.FPDFTextObj_GetFont(raw.FPDFText_GetTextObject(text, index))
    length = raw.FPDFFont_GetBaseFontName(font, None, 0)
    name = ctypes.create_string_buffer(length)
    raw.FPDFFont_GetBaseFontName(font, name, length)
    return name.value.decode("ascii", "replace")
