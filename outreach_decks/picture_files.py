"""What a picture file is, by its first bytes: names lie. What cannot be shown is told with what to do about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_SAVE: Final = "open it in an image program and save it as JPEG (photos) or PNG (drawings)"
_PHONE: Final = (
    "on Windows open it in Photos and choose Save as > JPEG, on a Mac in Preview: File > Export > JPEG; "
    "for new photos on an iPhone: Settings > Camera > Formats > Most Compatible"
)
_DRAWING: Final = (
    "open it in the program it was drawn with, or in Inkscape, and export it as PNG, 1920 pixels wide or more"
)
_PAGE: Final = "open it, show the page large, take a screenshot and save that as PNG"

# How files begin, which kind of picture that is, and what to do. The marks stand in the formats' own specifications.
_MARKS: Final = (
    (b"GIF8", "a GIF picture", _SAVE),
    (b"BM", "a BMP picture", _SAVE),
    (b"II*\x00", "a TIFF picture or the raw file of a camera", _SAVE),
    (b"MM\x00*", "a TIFF picture or the raw file of a camera", _SAVE),
    (b"%PDF", "a PDF", _PAGE),
    (b"8BPS", "a Photoshop file", _SAVE),
    (b"\xff\x0a", "a JPEG XL picture", _SAVE),
    (b"\x00\x00\x00\x0cJXL ", "a JPEG XL picture", _SAVE),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 picture", _SAVE),
    (b"\x00\x00\x01\x00", "an icon of Windows (.ico)", _SAVE),
    (b"\xd7\xcd\xc6\x9a", "a Windows drawing (.wmf)", _DRAWING),
    (b"\x01\x00\x00\x00", "a Windows drawing (.emf)", _DRAWING),
    (b"%!PS", "a PostScript drawing (.eps)", _DRAWING),
    (b"PK\x03\x04", "a zip file or a document of Office", "copy the picture out of it and save it as PNG"),
)
# The brand in the first box of a file of ISO/IEC 14496-12, bytes 8 to 12.
_BRANDS: Final = {
    b"avif": ("an AVIF picture", _SAVE),
    b"avis": ("an AVIF picture", _SAVE),
    b"crx ": ("the raw file of a camera", _SAVE),
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"), ("a HEIC photo", _PHONE)),
}
_WEB_PAGE: Final = re.compile(rb"\s*<(!doctype\s+html|html)\b", re.IGNORECASE)
_SVG: Final = re.compile(rb"<svg[\s>]")
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8\xff"
# As much of a file as is looked at to tell a drawing or a web page from other text.
_HEAD: Final = 4_096


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be shown: what it is, as in "this is a GIF picture", and what to do."""

    kind: str
    hint: str


def refused(raw: bytes) -> Refused | None:
    """Say why a file cannot be shown; None for a PNG, a JPEG (MPO, too) and a WebP."""
    if raw.startswith((_PNG, _JPEG)) or (raw[:4] == b"RIFF" and raw[8:12] == b"WEBP"):
        return None
    if not raw:
        return Refused("an empty file", "copy or download it again")
    if raw[4:8] == b"ftyp":
        return Refused(*_BRANDS.get(raw[8:12], ("a film", "save one picture of it as JPEG")))
    for mark, kind, hint in _MARKS:
        if raw.startswith(mark):
            return Refused(kind, hint)
    return _refused_text(raw[:_HEAD])


def _refused_text(head: bytes) -> Refused:
    if _WEB_PAGE.match(head):
        return Refused("a web page", "it was saved instead of the picture: open the picture itself and save that")
    if _SVG.search(head):
        return Refused("an SVG drawing", _DRAWING)
    return Refused("no picture that the program knows", _SAVE)
