"""Names on a chart are broken where they read well."""

from __future__ import annotations

import pytest

from outreach_decks.charts.lettering import Typesetter
from outreach_decks.charts.sheet import Sheet, Words
from tests.charts.examples import SLOT, THEME
from tests.projects import fonts


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("違反が見つからなかった事業場", 180, ["違反が", "見つからなかった", "事業場"]),
        ("違反が見つからなかった事業場", 260, ["違反が見つからなかった", "事業場"]),
        ("引きこまれるのか", 80, ["引きこま", "れるのか"]),
        ("no breaches found", 120, ["no breaches", "found"]),
    ],
)
def test_japanese_names_break_between_phrases(text: str, width: float, lines: list[str]) -> None:
    """Where a phrase is wider than the room, between characters."""
    sheet = Sheet(SLOT, THEME, Typesetter(fonts()))
    assert [words.text for words in sheet.wrap(Words(text), width)] == lines
