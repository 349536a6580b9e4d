"""docs/checks.md says what the rules of the package say, and leads to each of them."""

from __future__ import annotations

from pathlib import Path

import build_checks_page
from outreach_decks.rules.catalogue import RULES
from tests.pages import DOCS, anchors, links, read, section, tables


def test_the_page_is_what_the_tool_writes(tmp_path: Path) -> None:
    """Byte for byte; after a change of a rule, run python tools/build_checks_page.py."""
    build_checks_page.main(tmp_path / "checks.md")
    assert (tmp_path / "checks.md").read_bytes() == (DOCS / "checks.md").read_bytes()


def test_the_table_has_every_rule_with_its_severity() -> None:
    """In the order of their names, each with a link to what is told of it."""
    rows = tables(section(read(DOCS / "checks.md"), "## All rules"))[0][1:]
    assert [row[:2] for row in rows] == [[f"[{code}](#{code})", RULES[code].severity_words] for code in sorted(RULES)]


def test_every_rule_has_an_anchor() -> None:
    """A link to docs/checks.md#unknown-kind ends at that rule."""
    page = read(DOCS / "checks.md")
    assert RULES.keys() <= anchors(page)
    assert {f"#{code}" for code in RULES} <= set(links(page))
