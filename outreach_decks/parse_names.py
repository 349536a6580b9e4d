"""rules/names.yaml becomes the names that every language must give exactly; a project without the file has none."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

from outreach_decks.diagnostics import DeckError, has_errors
from outreach_decks.languages import is_language
from outreach_decks.names import Name, Names, NamesFile
from outreach_decks.parse import open_document
from outreach_decks.validation import validate
from outreach_decks.workspace import RULES, Workspace

NAMES_FILE: Final = f"{RULES}/names.yaml"


def parse_names(workspace: Workspace) -> Names:
    """Read the names.

    Raises:
        DeckError: with everything that is wrong in the file.
    """
    try:
        document = open_document(NAMES_FILE, workspace)
    except DeckError as error:
        if [found.code for found in error.diagnostics] == ["missing-file"]:
            return Names()
        raise
    read, found = validate(NamesFile, document.data, document, (), "the list of names")
    for number, name in enumerate(read.names if read else ()):
        for code in name:
            if not is_language(code):
                place = document.key_span(("names", number, code))
                found.append(document.diagnostic("unknown-language", f'there is no language "{code}"', place))
    if read is None or has_errors((*document.findings, *found)):
        raise DeckError([*document.findings, *found])
    return Names(tuple(_name(each) for each in read.names))


def _name(forms: Mapping[str, tuple[str, ...]]) -> Name:
    """A name in one form of each character, as texts are compared."""
    return Name({code: tuple(unicodedata.normalize("NFKC", each) for each in known) for code, known in forms.items()})
