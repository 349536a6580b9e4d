"""Open a .pptx file that somebody else made: refuse what is not one, and what could do harm."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final

from pptx import Presentation
from pptx.opc.package import Part
from pptx.package import Package
from pptx.presentation import Presentation as PresentationObject

from outreach_decks.diagnostics import DeckError, Diagnostic, Span

_OLE_MARK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAX_ENTRIES: Final = 2_000
_MAX_ENTRY: Final = 50_000_000
_MAX_TOTAL: Final = 200_000_000
_MAX_XML: Final = 10_000_000
_TYPES: Final = "[Content_Types].xml"
_MAIN: Final = b"presentationml.presentation.main+xml"
_OTHER_MAINS: Final = (
    (b"ms-powerpoint.presentation.macroEnabled.main+xml", "it is a presentation with macros (.pptm)"),
    (b"ms-powerpoint.template.macroEnabled.main+xml", "it is a template with macros (.potm)"),
    (b"presentationml.template.main+xml", "it is saved as a template (.potx)"),
    (b"presentationml.slideshow.main+xml", "it is saved as a show (.ppsx)"),
)
_READABLE_MAINS: Final = (_MAIN, _OTHER_MAINS[2][0], _OTHER_MAINS[3][0])
# What a damaged zip file raises, depending on where the damage is.
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
_PROGRAMS: Final = re.compile(r"vbaproject|activex/|embeddings/.*\.bin$", re.IGNORECASE)
_EXTERNAL: Final = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>")
_SAVE_AGAIN: Final = ("open it in PowerPoint and save it as a PowerPoint presentation (.pptx)",)


def open_pptx(pptx: bytes, file: str) -> PresentationObject:
    """Open a presentation; ``file`` is its name as findings show it.

    Raises:
        DeckError: ``bad-template`` when it is no .pptx, is encrypted, holds programs, or could do harm when opened.
    """
    reason = _refusal(pptx)
    if reason:
        raise bad_template(file, reason)
    try:
        return Presentation(io.BytesIO(pptx))
    except Exception as error:  # noqa: BLE001 - a broken file raises KeyError, AttributeError, XMLSyntaxError ...
        raise bad_template(file, f"its parts do not fit together ({type(error).__name__})") from None


def open_to_read(pptx: bytes, file: str) -> Part:
    """Open a presentation, template or show of anybody's to read it; returns its main part.

    What is only read does no harm, so linked pictures and objects of other programs may be in it; nothing is fetched.

    Raises:
        DeckError: ``unreadable-deck`` when it is no presentation, is encrypted, holds macros, or is a trap.
    """
    reason = _refusal_to_read(pptx)
    if reason:
        raise unreadable(file, reason)
    try:
        part: Part = Package.open(io.BytesIO(pptx)).main_document_part
    except Exception as error:  # noqa: BLE001 - a broken file raises KeyError, AttributeError, XMLSyntaxError ...
        raise unreadable(file, f"its parts do not fit together ({type(error).__name__})") from None
    return part


def unreadable(file: str, reason: str) -> DeckError:
    """Say why a deck cannot be checked."""
    hints = ("open it in PowerPoint and save a copy as a PowerPoint presentation (.pptx)",)
    return DeckError([Diagnostic("unreadable-deck", f"this deck cannot be read: {reason}", Span(file), hints=hints)])


def _refusal_to_read(pptx: bytes) -> str:
    if pptx.startswith(_OLE_MARK):
        return (
            "it is protected by a password, which keeps screen readers out too, or from before PowerPoint 2007 (.ppt)"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(pptx)) as archive:
            return _refusal_of_size(archive) or _refusal_of_main(archive) or _refusal_of_declarations(archive)
    except _DAMAGE:
        return "it is not a PowerPoint file, or it is damaged"


def _refusal_of_main(archive: zipfile.ZipFile) -> str:
    types = archive.read(_TYPES) if _TYPES in archive.namelist() else b""
    for mark, reason in _OTHER_MAINS[:2]:
        if mark in types:
            return reason
    return "" if any(mark in types for mark in _READABLE_MAINS) else "it is another kind of file"


def _refusal_of_declarations(archive: zipfile.ZipFile) -> str:
    names = (name for name in archive.namelist() if _is_xml(name) and b"<!DOCTYPE" in archive.read(name))
    return next((f"{name} has a document type declaration" for name in names), "")


def bad_template(file: str, reason: str) -> DeckError:
    """Say why a file cannot be used."""
    message = f"this cannot be used as a template: {reason}"
    return DeckError([Diagnostic("bad-template", message, Span(file), hints=_SAVE_AGAIN)])


def _refusal(pptx: bytes) -> str:
    """Why a file is refused; empty when it is not."""
    if pptx.startswith(_OLE_MARK):
        return "it is protected by a password, or in the format of PowerPoint before 2007 (.ppt)"
    try:
        with zipfile.ZipFile(io.BytesIO(pptx)) as archive:
            return _refusal_of_size(archive) or _refusal_of_kind(archive) or _refusal_of_xml(archive)
    except _DAMAGE:
        return "it is not a .pptx file, or it is damaged"


def _refusal_of_size(archive: zipfile.ZipFile) -> str:
    entries = archive.infolist()
    if len(entries) > _MAX_ENTRIES or sum(entry.file_size for entry in entries) > _MAX_TOTAL:
        return "it is too big"
    if any(entry.file_size > (_MAX_XML if _is_xml(entry.filename) else _MAX_ENTRY) for entry in entries):
        return "one of its parts is too big"
    return "two of its parts have the same name" if len({entry.filename for entry in entries}) < len(entries) else ""


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _refusal_of_kind(archive: zipfile.ZipFile) -> str:
    names = archive.namelist()
    if _TYPES not in names:
        return "it is a zip file, but not a presentation"
    types = archive.read(_TYPES)
    for mark, reason in _OTHER_MAINS:
        if mark in types:
            return reason
    if _MAIN not in types:
        return "it is another kind of Office file"
    return "it holds macros or other programs" if any(_PROGRAMS.search(name) for name in names) else ""


def _refusal_of_xml(archive: zipfile.ZipFile) -> str:
    for name in filter(_is_xml, archive.namelist()):
        xml = archive.read(name)
        if b"<!DOCTYPE" in xml:
            return f"{name} has a document type declaration"
        if name.endswith(".rels") and any(b"/hyperlink" not in found for found in _EXTERNAL.findall(xml)):
            return f"{name} fetches something from elsewhere, such as a linked picture"
    return ""
