"""Presentations of other people, before a program of theirs or ours is let at them."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import Final

from lxml import etree
from pptx.oxml.ns import qn

from outreach_decks.diagnostics import DeckError, Diagnostic
from outreach_decks.powerpoint.opening import open_pptx

_SLIDE: Final = re.compile(r"ppt/slides/slide\d+\.xml")
_HIDDEN: Final = re.compile(rb"<p:sld\b[^>]*\sshow=[\"'](?:0|false)[\"']")
_CODE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*")


def check_foreign(pptx: bytes, file: str) -> None:
    """Make sure that a presentation may be opened by LibreOffice, which fetches what a file links to.

    Raises:
        DeckError: ``unsafe-presentation`` when it is none, is encrypted, holds programs, or could do harm when opened.
    """
    try:
        open_pptx(pptx, file)
    except DeckError as error:
        raise DeckError(_unsafe(found) for found in error.diagnostics) from None


def _unsafe(found: Diagnostic) -> Diagnostic:
    reason = found.message.partition(": ")[2]
    return Diagnostic("unsafe-presentation", f"this is not opened: {reason}", found.span, hints=found.hints)


def hidden_slides(pptx: bytes) -> int:
    """Count the slides that are not shown (ECMA-376 Part 1, 19.3.1.38)."""
    return sum(bool(_HIDDEN.search(slide)) for slide in _slides(pptx))


def main_language(pptx: bytes) -> str:
    """The language in which most characters are marked; English when none is."""
    marked: Counter[str] = Counter()
    for slide in _slides(pptx):
        for run in etree.fromstring(slide, etree.XMLParser(resolve_entities=False)).iter(qn("a:r")):
            mark = run.find(qn("a:rPr"))
            code = "" if mark is None else str(mark.get("lang", ""))
            marked[code] += len(run.findtext(qn("a:t")) or "") if _CODE.fullmatch(code) else 0
    return min(+marked, key=lambda code: (-marked[code], code), default="en")


def _slides(pptx: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(pptx)) as archive:
        return [archive.read(name) for name in archive.namelist() if _SLIDE.fullmatch(name)]
