"""Where the characters of a value are written in its file."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import assume, given, reject
from hypothesis import strategies as st

from outreach_decks.diagnostics import DeckError, Span
from outreach_decks.document import Document
from outreach_decks.places import place_in_key, place_in_value
from outreach_decks.reader import read_document

TEXTS = st.text(st.sampled_from("ab é日本、\n\n  '\"\\#:-|>{}*\u3000\u00a0\t😀"), min_size=1, max_size=60)


def marked(document: Document, span: Span) -> str:
    """What a span covers."""
    return document.line(span.line)[span.column - 1 : span.column - 1 + span.length]


def read(text: str) -> Document:
    """A file."""
    return read_document("file.yaml", text.encode("utf-8"))


def stands_for(written: str) -> str:
    """The character that is written in this way: as it is, doubled, or as an escape."""
    if written.startswith("\\") and len(written) > len("\\x"):
        return str(yaml.safe_load(f'"{written}"'))
    return written[-1]


STYLES = {
    "plain": "k: one two\n   two three\n",
    "single quotes": "k: 'one two\n\n   two three'\n",
    "double quotes": 'k: "one two\n   two three"\n',
    "literal": "k: |-\n   one two\n   two three\n",
    "literal with a remark": "k: |2- # two two\n  one two\n  two three\n",
    "folded": "k: >\n   one two\n   two\n\n   three\n",
    "flow": "k: {a: 'two', k: one two two three}\n",
}


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES)
def test_the_second_of_two_words_is_found_at_its_own_place(text: str) -> None:
    """Whatever the style, the place is that of the word meant and not of the first one like it."""
    document = read(text)
    inner = isinstance(document.data, dict) and isinstance(document.data["k"], dict)
    path = ("k", "k") if inner else ("k",)
    value = "one two\ntwo three"
    first, second = (place_in_value(document, path, value, at, at + 3) for at in (4, 8))
    offsets = [at for at in range(len(text)) if text.startswith("two", at) and at > text.rindex("one")]
    assert [first, second] == [document.span_at(at, 3) for at in offsets]


def test_escapes_count_as_the_characters_they_stand_for() -> None:
    """A quote that is doubled, a letter that is written by its number, a line end that is escaped away."""
    single = read("k: 'it''s a two'\n")
    assert marked(single, place_in_value(single, ("k",), "it's a two", 7, 10)) == "two"
    double = read('k: "\\u65e5 \\"x\\" \\\n  \\x41 two\\n"\n')
    value = '日 "x" A two\n'
    assert double.data == {"k": value}
    assert marked(double, place_in_value(double, ("k",), value, 8, 11)) == "two"
    assert marked(double, place_in_value(double, ("k",), value, 0, 1)) == "\\u65e5"


def test_words_over_two_lines_are_marked_to_the_end_of_the_first() -> None:
    """A span lies in one line."""
    document = read("k: human\n   cargo\n")
    span = place_in_value(document, ("k",), "human cargo", 0, 11)
    assert (span.line, marked(document, span)) == (1, "human")


def test_a_key_has_places_too() -> None:
    """A point with points below it is written as a key."""
    document = read("k:\n  - one two:\n      - x\n  - 'it''s two': [y]\n")
    first = place_in_key(document, ("k", 0, "one two"), 4, 7)
    assert (first.line, first.column, marked(document, first)) == (2, 9, "two")
    second = place_in_key(document, ("k", 1, "it's two"), 5, 8)
    assert (second.line, marked(document, second)) == (4, "two")


def test_another_text_than_the_value_has_the_place_of_the_whole() -> None:
    """Rather too much is marked than something wrong."""
    document = read("k: one two\n")
    assert place_in_value(document, ("k",), "three four", 0, 5) == document.span(("k",))
    assert place_in_value(document, ("gone",), "three", 0, 5) == document.span(())


@given(text=TEXTS, style=st.sampled_from([None, "'", '"', "|", ">"]), width=st.integers(4, 40), plain=st.booleans())
def test_every_character_that_is_no_space_is_found(text: str, style: str | None, width: int, plain: bool) -> None:  # noqa: FBT001
    """In any style that YAML is written in, each character of a value is marked where it is written."""
    written = yaml.dump({"k": text}, default_style=style, width=width, allow_unicode=plain)
    try:
        document = read(written)
    except DeckError:
        reject()
    assume(document.data == {"k": text})
    for at, character in enumerate(text):
        if not character.isspace():
            found = marked(document, place_in_value(document, ("k",), text, at, at + 1))
            assert stands_for(found) == character
