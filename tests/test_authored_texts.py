"""Which texts of an outline are for people, and how they reach them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from outreach_decks.authored_texts import NOT_WORDS, AuthoredText, outline_texts
from outreach_decks.parse import parse_outline
from outreach_decks.scalars import TEXT_SCHEMA
from outreach_decks.slide_kinds import KINDS
from tests.projects import HEAD, TALK, outline, workspace


def texts(slides: str, head: str = HEAD) -> list[AuthoredText]:
    """The texts of an outline with these slides, without those of its head."""
    parsed = parse_outline(TALK, workspace({TALK: outline(slides, head)}))
    assert parsed.findings == ()
    return [text for text in outline_texts(parsed) if text.path[0] == "slides"]


def told(slides: str) -> dict[tuple[str | int, ...], tuple[str, str, str]]:
    """Field, text, channel and voice of each."""
    return {one.field: (one.text, one.channel, one.voice) for one in texts(slides)}


def test_what_is_seen_and_what_is_said_are_told_apart() -> None:
    """Notes are spoken, alt text is read out, the rest is shown; ids, names and addresses are no texts."""
    slide = """\
        - kind: image
          id: one
          title: A title
          image: our-station.jpg
          alt: A station
          caption: A caption
          author: Somebody
          licence: CC BY
          source: https://example.org/a
          fit: contain
          focus: top left
          notes: Said.
          topics: [labour]
          own_numbers: [12]
        """
    assert told(slide) == {
        ("title",): ("A title", "shown", "ours"),
        ("alt",): ("A station", "alt", "ours"),
        ("caption",): ("A caption", "shown", "ours"),
        ("author",): ("Somebody", "shown", "quoted"),
        ("licence",): ("CC BY", "shown", "quoted"),
        ("notes",): ("Said.", "spoken", "ours"),
    }


def test_what_others_say_is_told_apart() -> None:
    """A myth, and what a quiz puts up, are not our words; a quote must stay as it is."""
    slides = """\
        - {kind: myth, id: one, title: T, myth: M, reality: R, notes: N}
        - {kind: quiz, id: two, question: Q, options: [A, B], answer: 1, because: W, answer_notes: S, notes: N}
        - {kind: quote, id: three, words: W, reference: R, licence: L, notes: N}
        """
    voices = {one.text: one.voice for one in texts(slides) if one.channel == "shown" and one.text not in "TW"}
    assert voices == {"M": "others", "R": "quoted", "Q": "others", "A": "others", "B": "others", "L": "quoted"}
    spoken = [one.field for one in texts(slides) if one.channel == "spoken"]
    assert spoken == [("notes",), ("notes",), ("answer_notes",), ("notes",)]


def test_points_below_points_are_found_where_they_are_written() -> None:
    """The outer one is a key, and its place is that of the key."""
    slide = """\
        - kind: bullets
          id: one
          title: T
          points:
            - First
            - "Outer line":
                - Inner line
          notes: N
        """
    found = {one.text: one for one in texts(slide)}
    places = {text: found[text].span(len(text) - 4, len(text)) for text in ("Outer line", "Inner line")}
    assert {text: (span.line, span.column, span.length) for text, span in places.items()} == {
        "Outer line": (13, 16, 4),
        "Inner line": (14, 19, 4),
    }
    assert found["Outer line"].is_key
    assert found["Inner line"].field == ("points", 1, "Outer line", 0)


def test_the_head_has_texts_too() -> None:
    """Title, subtitle and keywords of the talk."""
    head = f"{HEAD}keywords: [one, two]\n"
    slides = "- {kind: closing, id: one, title: T, notes: N}\n"
    parsed = parse_outline(TALK, workspace({TALK: outline(slides, head)}))
    found = [(one.field, one.text) for one in outline_texts(parsed) if one.path[0] != "slides"]
    expected = [(("title",), "A talk"), (("subtitle",), "What it is about")]
    assert found == [*expected, (("keywords", 0), "one"), (("keywords", 1), "two")]


def fields(kind: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Names and JSON Schemas of the fields of a kind of slide and of the records inside it."""
    schema = KINDS[kind].model_json_schema()
    for model in (schema, *schema.get("$defs", {}).values()):
        yield from model["properties"].items()


def leaves(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What a field, or the items of a list, can be."""
    if not schema.keys() & {"anyOf", "items"}:
        yield schema
    for inner in (*schema.get("anyOf", ()), schema.get("items")):
        yield from leaves(inner) if inner else ()


def is_text(schema: dict[str, Any]) -> bool:
    """Whether words stand there: what any scalar can be, and not an id, which has a pattern."""
    return schema.get("type") == TEXT_SCHEMA["type"] and "pattern" not in schema


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_is_left_out_only_if_it_holds_no_words(kind: str) -> None:
    """All words are read, but for files, addresses and figures; ids and choices are not."""
    for name, schema in fields(kind):
        found = list(leaves(schema))
        if any(is_text(leaf) for leaf in found):
            assert name not in NOT_WORDS - {"image", "url", "source", "own_numbers"}
        if any({"const", "enum", "pattern"} & leaf.keys() and leaf.get("type") != "integer" for leaf in found):
            assert name in NOT_WORDS | WHOLE_NUMBERS | FLAGS


WHOLE_NUMBERS = {"minutes", "level", "answer"}
FLAGS = {"hidden", "local", "composite"}
