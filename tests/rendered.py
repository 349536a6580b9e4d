"""What a PDF shows: its pages as pictures, and the lines of text on them by their baselines."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pypdfium2 as pdfium
from pypdfium2 import raw

# Characters of one line differ in baseline by rounding only, pt.
_SAME_BASELINE = 0.5


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on a page: its origin and its box in pt from the page's lower left corner, its size in pt."""

    character: str
    x: float
    y: float
    left: float
    bottom: float
    right: float
    top: float
    size: float


def page_count(pdf: bytes) -> int:
    """Count the pages."""
    with pdfium.PdfDocument(pdf) as document:
        return len(document)


def page_images(pdf: bytes, width: int) -> tuple[bytes, ...]:
    """Return each page as PNG, ``width`` px wide."""
    with pdfium.PdfDocument(pdf) as document:
        return tuple(_png(page, width) for page in document)


def page_glyphs(pdf: bytes) -> tuple[tuple[Glyph, ...], ...]:
    """Return the visible characters of each page in the order they were painted, which is that of the shapes."""
    with pdfium.PdfDocument(pdf) as document:
        return tuple(tuple(_glyphs(page)) for page in document)


def baselines(glyphs: tuple[Glyph, ...]) -> tuple[float, ...]:
    """Return the distinct baselines, from the top, pt from the page's lower edge."""
    found: list[float] = []
    for y in sorted((glyph.y for glyph in glyphs), reverse=True):
        if not found or found[-1] - y > _SAME_BASELINE:
            found.append(y)
    return tuple(found)


def _png(page: pdfium.PdfPage, width: int) -> bytes:
    picture = BytesIO()
    page.render(scale=width / page.get_width()).to_pil().save(picture, "PNG")
    return picture.getvalue()


def _glyphs(page: pdfium.PdfPage) -> Iterator[Glyph]:
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        # PDFium marks a hyphen at the end of a line with a code of its own.
        character = "-" if raw.FPDFText_IsHyphen(text, index) else chr(raw.FPDFText_GetUnicode(text, index))
        if character.isspace() or not character.isprintable() or raw.FPDFText_IsGenerated(text, index):
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        left, bottom, right, top = text.get_charbox(index)
        size = raw.FPDFText_GetFontSize(text, index)
        yield Glyph(character, x.value, y.value, left, bottom, right, top, size)
