"""Open a presentation or template that somebody else made: refuse what is not one, and what could do harm."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree
from pptx import Presentation
from pptx.opc.package import Part
from pptx.package import Package
from pptx.presentation import Presentation as PresentationObject

from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.powerpoint.inherited_styles import complete_styles
from outreach_decks.powerpoint.numbering import number_placeholders
from outreach_decks.powerpoint.own_places import restore_places

_OLE_MARK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAX_ENTRIES: Final = 2_000
_MAX_ENTRY: Final = 50_000_000
_MAX_TOTAL: Final = 200_000_000
_MAX_XML: Final = 10_000_000
_TYPES: Final = "[Content_Types].xml"
_MAIN: Final = b"presentationml.presentation.main+xml"
# Saved as a template (.potx) or as a show (.ppsx): the same parts under another name.
_NAMED_OTHERWISE: Final = (b"presentationml.template.main+xml", b"presentationml.slideshow.main+xml")
_WITH_MACROS: Final = (
    (b"ms-powerpoint.presentation.macroEnabled.main+xml", "it is a presentation with macros (.pptm)"),
    (b"ms-powerpoint.template.macroEnabled.main+xml", "it is a template with macros (.potm)"),
    (b"ms-powerpoint.slideshow.macroEnabled.main+xml", "it is a show with macros (.ppsm)"),
)
_MAINS: Final = (_MAIN, *_NAMED_OTHERWISE)
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
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)
# Where a click may lead.
_SAFE: Final = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
_SAVE_AGAIN: Final = ("open it in PowerPoint and save it as a PowerPoint presentation (.pptx)",)
_UNLINK: Final = (
    "in PowerPoint: File, Info, Edit Links to Files, Break Link; or put the picture itself in its place; save again",
)


def open_pptx(pptx: bytes, file: str) -> PresentationObject:
    """Open a .pptx, .potx or .ppsx; ``file`` is its name as findings show it.

    Raises:
        DeckError: ``bad-template`` when it is none of these, is encrypted, holds programs, or could do harm when
            opened; once for each link where it fetches anything from elsewhere.
    """
    reason = _refusal(pptx)
    if reason:
        raise bad_template(file, reason)
    try:
        links = tuple(_links(pptx))
        if not links:
            return opened(pptx)
    except Exception as error:  # noqa: BLE001 - a broken file raises KeyError, AttributeError, XMLSyntaxError ...
        raise bad_template(file, f"its parts do not fit together ({type(error).__name__})") from None
    raise DeckError([_bad(file, reason, _UNLINK) for reason in links])


def opened(pptx: bytes) -> PresentationObject:
    """A presentation as reader and writer see it: a .pptx whatever it was saved as, each placeholder with an idx."""
    presentation = Presentation(io.BytesIO(_as_presentation(pptx)))
    number_placeholders(presentation)
    restore_places(presentation)
    complete_styles(presentation)
    return presentation


def _as_presentation(pptx: bytes) -> bytes:
    """A template or show under the type of a presentation; what is one already comes back as it is."""
    with zipfile.ZipFile(io.BytesIO(pptx)) as archive:
        types = archive.read(_TYPES)
        other = next((name for name in _NAMED_OTHERWISE if name in types), None)
        if other is None:
            return pptx
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as copy:
            for entry in archive.infolist():
                content = archive.read(entry)
                copy.writestr(entry.filename, content.replace(other, _MAIN) if entry.filename == _TYPES else content)
    return packed.getvalue()


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
    locked = "it is protected by a password, which keeps screen readers out too, or from before PowerPoint 2007 (.ppt)"
    return _refusal_by(pptx, _refusal_of_main, locked, "it is not a PowerPoint file, or it is damaged")


def _refusal_of_main(archive: zipfile.ZipFile) -> str:
    types = archive.read(_TYPES) if _TYPES in archive.namelist() else b""
    return _refusal_of_type(types, "it is another kind of file")


def _refusal_of_type(types: bytes, other: str) -> str:
    """Why a file of these content types is refused; ``other`` is said of one that is no presentation."""
    macros = next((reason for mark, reason in _WITH_MACROS if mark in types), "")
    return macros or ("" if any(mark in types for mark in _MAINS) else other)


def _refusal_by(pptx: bytes, of_kind: Callable[[zipfile.ZipFile], str], locked: str, damaged: str) -> str:
    """Why a file is refused, by its size, its kind or what its XML declares; empty when it is not."""
    if pptx.startswith(_OLE_MARK):
        return locked
    try:
        with zipfile.ZipFile(io.BytesIO(pptx)) as archive:
            return _refusal_of_size(archive) or of_kind(archive) or _refusal_of_declarations(archive)
    except _DAMAGE:
        return damaged


def _refusal_of_declarations(archive: zipfile.ZipFile) -> str:
    names = (name for name in archive.namelist() if _is_xml(name) and b"<!DOCTYPE" in archive.read(name))
    return next((f"{name} has a document type declaration" for name in names), "")


def bad_template(file: str, reason: str) -> DeckError:
    """Say why a file cannot be used."""
    return DeckError([_bad(file, reason, _SAVE_AGAIN)])


def _bad(file: str, reason: str, hints: tuple[str, ...]) -> Diagnostic:
    return Diagnostic("bad-template", f"this cannot be used as a template: {reason}", Span(file), hints=hints)


def _refusal(pptx: bytes) -> str:
    locked = "it is protected by a password, or in the format of PowerPoint before 2007 (.ppt)"
    return _refusal_by(pptx, _refusal_of_kind, locked, "it is not a .pptx file, or it is damaged")


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
    refused = _refusal_of_type(archive.read(_TYPES), "it is another kind of Office file")
    holds_programs = any(_PROGRAMS.search(name) for name in names)
    return refused or ("it holds macros or other programs" if holds_programs else "")


def _links(pptx: bytes) -> Iterator[str]:
    """What the parts of a file fetch from elsewhere, and clicks that lead to anything but a page or a letter."""
    with zipfile.ZipFile(io.BytesIO(pptx)) as archive:
        for name in (name for name in archive.namelist() if name.lower().endswith(".rels")):
            for kind, target in _external(archive.read(name)):
                if kind != "hyperlink":
                    yield f"{_part_of(name)} fetches a part of kind {kind} from elsewhere: {target}"
                elif not _SAFE.match(target):
                    told = "has a link that leads neither to a web page nor to a mail address"
                    yield f"{_part_of(name)} {told}: {target}"


def _external(relations: bytes) -> Iterator[tuple[str, str]]:
    """The kind and the target of each relation that leads out of the file."""
    for relation in etree.fromstring(relations, _PARSER).iter("{*}Relationship"):
        if relation.get("TargetMode") == "External":
            yield relation.get("Type", "").rpartition("/")[2], relation.get("Target", "")


def _part_of(relations: str) -> str:
    """The part whose relations a file holds: ppt/slides/_rels/slide1.xml.rels are those of ppt/slides/slide1.xml."""
    return relations.replace("_rels/", "").removesuffix(".rels") or "the file"
