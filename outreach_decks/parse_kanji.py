"""The table of kanji by school year is read from rules/kanji_by_year.yaml."""

from __future__ import annotations

from outreach_decks.diagnostics import DeckError, has_errors
from outreach_decks.parse import open_document
from outreach_decks.readability import PRIMARY_YEARS, KanjiTable
from outreach_decks.validation import validate
from outreach_decks.workspace import RULES, Workspace

KANJI_FILE = f"{RULES}/kanji_by_year.yaml"
_YEARS = [str(year) for year in range(1, PRIMARY_YEARS + 1)]


def parse_kanji(workspace: Workspace) -> KanjiTable:
    """Read the table.

    Raises:
        DeckError: with everything that is wrong in the file, or ``missing-file``.
    """
    document = open_document(KANJI_FILE, workspace)
    table, found = validate(KanjiTable, document.data, document, (), "the table of kanji")
    if table is not None and sorted(table.years) != _YEARS:
        place = document.span(("years",))
        found.append(document.diagnostic("kanji-years", "the table has a row for each year from 1 to 6", place))
    if table is None or has_errors((*document.findings, *found)):
        raise DeckError([*document.findings, *found])
    return table
