"""Inline marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_decks.markup import Piece, bare_address, is_safe_link, parse_markup, unwrap


def test_marks_are_read() -> None:
    """Strong, emphasis and links are marks; all else is words."""
    pieces = parse_markup("a **b** *c* [d](https://example.org)").pieces
    assert pieces == (
        Piece("a "),
        Piece("b", bold=True),
        Piece(" "),
        Piece("c", italic=True),
        Piece(" "),
        Piece("d", link="https://example.org"),
    )


@pytest.mark.parametrize(
    "text", ["_a_", "__a__", "`a`", "# a", "- a", "<b>a</b>", "~~a~~", "![a](b)", "1. a", "2 * 3 * 4"]
)
def test_other_markdown_stays_as_it_is_written(text: str) -> None:
    """Nothing but the marks of the outline language is a mark."""
    assert "".join(piece.text for piece in parse_markup(text).pieces) == text.removeprefix("!") or "![" in text


def test_placeholders_keep_their_look() -> None:
    """A fact inside strong words is strong."""
    assert parse_markup("**{fact.x}**").pieces == (Piece("{fact.x}", bold=True, placeholder="fact.x"),)


def test_doubled_braces_are_braces() -> None:
    """Braces that are meant as such are doubled; a single one is a fault."""
    assert parse_markup("{{x}}").pieces == (Piece("{x}"),)
    assert [fault.code for fault in parse_markup("a } b").faults] == ["lone-brace"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "//server/share", "ppaction://macro", "x"]
)
def test_unsafe_links_are_faults(url: str) -> None:
    """A deck links to web, mail and telephone addresses alone."""
    assert not is_safe_link(url)
    assert [fault.code for fault in parse_markup(f"[a]({url})").faults] == ["bad-link"]


@pytest.mark.parametrize("url", ["https://a.jp/", "http://a.jp", "mailto:a@b.jp", "tel:189"])
def test_safe_links_pass(url: str) -> None:
    """Web, mail and telephone addresses may be linked to."""
    assert is_safe_link(url)
    assert parse_markup(f"[a]({url})").faults == ()


def test_lines_of_japanese_are_joined_without_a_space() -> None:
    """A line break in the YAML is a space between Latin words and nothing between Japanese characters."""
    assert unwrap("人身\n取引 and\nmore") == "人身取引 and more"


def test_an_address_is_shown_as_people_write_it() -> None:
    """The scheme and the last slash are not written down."""
    assert bare_address("https://www.npa.go.jp/") == "www.npa.go.jp"


@given(st.text())
def test_any_text_can_be_taken_apart(text: str) -> None:
    """Whatever is typed, the result is pieces and faults, never an exception."""
    markup = parse_markup(text)
    assert all(piece.text for piece in markup.pieces)
