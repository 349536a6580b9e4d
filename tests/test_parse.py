"""Outlines and what they include: whatever the slip, it is said, at a place that is there."""

from __future__ import annotations

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_decks.diagnostics import DeckError, Diagnostic
from outreach_decks.parse import parse_outline
from outreach_decks.parse_facts import parse_facts
from outreach_decks.workspace import MemoryWorkspace
from tests.projects import ROOT

SOURCES = sorted((ROOT / "slides_src").rglob("*.*"))
FACTS = [path for path in SOURCES if path.parts[-2] in {"facts", "data"}]
OUTLINES = [path for path in SOURCES if path.parts[-2] in {"slides_src", "shared"}]
# What a hand puts in by mistake, or a program that was not asked.
SLIPS = [
    "",
    " ",
    "\t",
    "  ",
    "- ",
    ":",
    ": ",
    '"',
    "'",
    "[",
    "}",
    "#",
    "*",
    "&",
    "：",
    "\u3000",
    "－",
    "“",
    "\n",
    "\r\n",
    "😀",
]


@cache
def ours() -> dict[str, bytes]:
    """The outlines and facts that come with the program."""
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in SOURCES}


def slipped(data: st.DataObject, names: list[str]) -> MemoryWorkspace:
    """Our files, with a slip in one of them: up to two characters lost, and something put in their place."""
    name = data.draw(st.sampled_from(names))
    text = ours()[name].decode()
    start = data.draw(st.integers(0, len(text)))
    end = start + data.draw(st.integers(0, 2))
    changed = text[:start] + data.draw(st.sampled_from(SLIPS)) + text[end:]
    return MemoryWorkspace({**ours(), name: changed.encode()})


def nowhere(found: tuple[Diagnostic, ...], place: MemoryWorkspace) -> list[Diagnostic]:
    """The findings whose place is not in their file."""
    lines = {name: raw.decode("utf-8-sig").replace("\r\n", "\n").split("\n") for name, raw in place.files.items()}
    return [
        one
        for one in found
        if one.span.line > len(lines[one.span.file])
        or one.span.column > len(lines[one.span.file][one.span.line - 1]) + 1
    ]


@given(st.data())
def test_a_slip_in_an_outline_never_ends_in_a_traceback(data: st.DataObject) -> None:
    """Our talks are read with what is wrong, or refused with it."""
    place = slipped(data, [path.relative_to(ROOT).as_posix() for path in OUTLINES])
    try:
        found = parse_outline("slides_src/church.yaml", place).findings
    except DeckError as error:
        found = error.diagnostics
    assert nowhere(found, place) == []


@settings(max_examples=30)
@given(st.data())
def test_a_slip_in_the_fact_base_never_ends_in_a_traceback(data: st.DataObject) -> None:
    """Facts, sources, help lines, charts and their data are read, or refused with all that is wrong."""
    place = slipped(data, [path.relative_to(ROOT).as_posix() for path in FACTS])
    found: tuple[Diagnostic, ...] = ()
    try:
        parse_facts(place)
    except DeckError as error:
        found = error.diagnostics
    assert nowhere(found, place) == []
