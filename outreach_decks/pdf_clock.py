"""What a PDF of LibreOffice tells of the moment it was made, taken out of it: the same deck gives the same bytes.

Everything is replaced by as many bytes, because the table at the end of a PDF counts them (ISO 32000-1, 7.5.4).
"""

from __future__ import annotations

import hashlib
import re
from typing import Final

# In the dictionary of document information, and in the metadata of PDF/UA (ISO 32000-1, 14.3).
_DATES: Final = (
    (re.compile(rb"/(?:CreationDate|ModDate)\(D:(\d{14})"), b"20000101000000"),
    (re.compile(rb"<xmp:(?:Create|Modify|Metadata)Date>(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)"), b"2000-01-01T00:00:00"),
)
# Two names for the file (14.4), and LibreOffice's own sum over it: both are made from the time as well.
_NAMES: Final = (
    re.compile(rb"/ID\s*\[\s*<([0-9A-F]{32})>"),
    re.compile(rb"/ID\s*\[\s*<[0-9A-F]{32}>\s*<([0-9A-F]{32})>"),
    re.compile(rb"/DocChecksum\s*/([0-9A-F]{32})"),
)


def without_clock(pdf: bytes) -> bytes:
    """Return the PDF with a fixed date, and named after what is in it."""
    for date, fixed in _DATES:
        pdf = _replaced(date, fixed, pdf)
    for name in _NAMES:
        pdf = _replaced(name, b"0" * 32, pdf)
    own = hashlib.sha256(pdf).hexdigest()[:32].upper().encode("ascii")
    for name in _NAMES:
        pdf = _replaced(name, own, pdf)
    return pdf


def _replaced(pattern: re.Pattern[bytes], value: bytes, pdf: bytes) -> bytes:
    """Write ``value`` over the first group of each place that a pattern finds."""
    changed = bytearray(pdf)
    for found in pattern.finditer(pdf):
        changed[found.start(1) : found.end(1)] = value
    return bytes(changed)
