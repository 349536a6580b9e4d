"""assets/fonts/faces.yaml becomes the table of faces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from outreach_decks.diagnostics import DeckError, Diagnostic
from outreach_decks.document import Document
from outreach_decks.faces import FaceTable, plain_name
from outreach_decks.parse import open_document
from outreach_decks.validation import did_you_mean, validate
from outreach_decks.workspace import FONTS, Workspace

FACE_TABLE: Final = f"{FONTS}/faces.yaml"
_FONTS: Final = ("a .ttf, .otf or .ttc file was expected; copy it again from where the font came from",)
_PUT_BACK: Final = ("put it there; if it came with the program, unpack or clone the project again",)


def parse_faces(workspace: Workspace) -> FaceTable:
    """Read the table.

    Raises:
        DeckError: with everything that is wrong in the file: ``missing-file`` for a font that is not there,
            ``bad-font`` for a file that is none, ``unknown-face`` for a twin that is none of the faces, ``same-face``
            for a name that stands twice in one list.
    """
    document = open_document(FACE_TABLE, workspace)
    table, found = validate(FaceTable, document.data, document, (), "the table of faces")
    if table is not None:
        found += [*_bad_files(table, document, workspace), *_unknown_twins(table, document)]
        found += _same_names(table, document)
    if table is None or found or document.findings:
        raise DeckError([*document.findings, *found])
    return table


def _bad_files(table: FaceTable, document: Document, workspace: Workspace) -> Iterator[Diagnostic]:
    there = set(workspace.names(FONTS, ""))
    for face, files in table.faces.items():
        for key, file in files.model_dump(by_alias=True, exclude_none=True).items():
            path, place = f"{FONTS}/{file}", document.span(("faces", face, key))
            if path not in there:
                yield document.diagnostic("missing-file", f'there is no font file "{path}"', place, _PUT_BACK)
            elif not _is_font(workspace.read(path)):
                yield document.diagnostic("bad-font", f'"{path}" is not a font that can be read', place, _FONTS)


def _is_font(data: bytes) -> bool:
    import uharfbuzz as hb

    face = hb.Face(data)
    return bool(face.glyph_count) and bool(face.unicodes)


def _unknown_twins(table: FaceTable, document: Document) -> list[Diagnostic]:
    named = [(("twins", name), twin) for name, twin in table.twins.items()]
    unknown = table.unknown
    named += [(("unknown", "latin"), unknown.latin), (("unknown", "east-asian"), unknown.east_asian)]
    return [
        document.diagnostic("unknown-face", f'no face is called "{twin}"', document.span(place), hints)
        for place, twin in named
        if twin not in table.faces
        for hints in [did_you_mean(twin, table.faces) or (f"there are: {', '.join(table.faces)}",)]
    ]


def _same_names(table: FaceTable, document: Document) -> Iterator[Diagnostic]:
    """Names in one list that programs take for one; a face may stand in ``faces`` and in ``twins``: its files count."""
    for key, names in (("faces", table.faces), ("twins", table.twins), ("heights", table.heights)):
        first: dict[str, str] = {}
        for name in names:
            other = first.setdefault(plain_name(name), name)
            if other != name:
                message = f'"{name}" and "{other}" are one face: case and width of letters do not count in names'
                yield document.diagnostic(
                    "same-face", message, document.key_span((key, name)), ("delete one of the two lines",)
                )
