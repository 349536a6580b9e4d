"""assets/fonts/faces.yaml becomes the table of faces."""

from __future__ import annotations

from typing import Final

from outreach_decks.diagnostics import DeckError, Diagnostic
from outreach_decks.document import Document
from outreach_decks.faces import FaceTable
from outreach_decks.parse import open_document
from outreach_decks.validation import did_you_mean, validate
from outreach_decks.workspace import FONTS, Workspace

FACE_TABLE: Final = f"{FONTS}/faces.yaml"
_PUT_BACK: Final = ("put it there; if it came with the program, unpack or clone the project again",)


def parse_faces(workspace: Workspace) -> FaceTable:
    """Read the table.

    Raises:
        DeckError: with everything that is wrong in the file: ``missing-file`` for a font that is not there,
            ``unknown-face`` for a twin that is none of the faces.
    """
    document = open_document(FACE_TABLE, workspace)
    table, found = validate(FaceTable, document.data, document, (), "the table of faces")
    if table is not None:
        found += [*_missing_files(table, document, workspace), *_unknown_twins(table, document)]
    if table is None or found or document.findings:
        raise DeckError([*document.findings, *found])
    return table


def _missing_files(table: FaceTable, document: Document, workspace: Workspace) -> list[Diagnostic]:
    there = set(workspace.names(FONTS, ""))
    return [
        document.diagnostic("missing-file", f'there is no font file "{FONTS}/{file}"', place, _PUT_BACK)
        for face, files in table.faces.items()
        for key, file in files.model_dump(by_alias=True, exclude_none=True).items()
        if f"{FONTS}/{file}" not in there
        for place in [document.span(("faces", face, key))]
    ]


def _unknown_twins(table: FaceTable, document: Document) -> list[Diagnostic]:
    named = [(("twins", name), twin) for name, twin in table.twins.items()]
    return [
        document.diagnostic("unknown-face", f'no face is called "{twin}"', document.span(place), hints)
        for place, twin in [*named, (("unknown", "latin"), table.unknown.latin)]
        if twin not in table.faces
        for hints in [did_you_mean(twin, table.faces) or (f"there are: {', '.join(table.faces)}",)]
    ]
