"""Reading YAML: whatever the bytes, a Document or a DeckError comes of them, and every place lies in the file."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.document import Data, Document
from outreach_decks.reader import MAX_BYTES, MAX_DEPTH, MAX_FINDINGS, read_document, read_text
from tests.projects import ROOT

FILE = "slides_src/talk.yaml"
OUTLINES = sorted((ROOT / "slides_src").rglob("*.yaml"))
# What means something in YAML, beside what people write.
MARKS = [*":-#{}[]\"'|>&*!%@`?,\\\t\n \r", ": ", "- ", "\n  ", "\n- ", "\r\n", "：", "\u3000", "日本", "a", "é", "😀"]
SNIPPETS = st.lists(st.sampled_from(MARKS), max_size=40).map("".join)
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufffe\uffff"), min_size=1
)


def outcome(raw: bytes) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """What became of the bytes of a file, and what was found."""
    try:
        document = read_document(FILE, raw)
    except DeckError as error:
        return None, error.diagnostics
    return document, document.findings


def lines_of(raw: bytes) -> list[str]:
    """The lines of a file as they are counted."""
    text = raw.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def outside(spans: list[Span], lines: list[str]) -> list[Span]:
    """The places that lie beyond the last line, or beyond the end of their line."""
    return [
        span
        for span in spans
        if not 1 <= span.line <= len(lines)
        or not 1 <= span.column <= len(lines[span.line - 1]) + 1
        or not 1 <= span.length <= max(len(lines[span.line - 1]) - span.column + 1, 1)
    ]


def check(raw: bytes) -> None:
    """Read the bytes, and hold every place to the file."""
    document, found = outcome(raw)
    assert document or found
    lines = lines_of(raw)
    places = [*document.values.values(), *document.keys.values()] if document else []
    assert outside([*places, *(one.span for one in found)], lines) == []
    assert all(one.span.file == FILE for one in found)


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf")
@example(b"\xff")
@example("日本".encode("utf-16"))
@example("a: 見えない\n".encode("shift_jis"))
@example(b"a: \xe4\xba\xba \x81\n")
def test_bytes_never_end_in_a_traceback(raw: bytes) -> None:
    """Any bytes are read or refused."""
    check(raw)


@given(st.text(max_size=200))
def test_text_never_ends_in_a_traceback(text: str) -> None:
    """Any text is read or refused; a lone surrogate is no text."""
    check(text.encode("utf-8", "surrogatepass"))


@given(SNIPPETS)
@example("a: b\r\n- c")
@example("? a\n: b\n: c")
@example("- - - |\n  x\n y")
@example("a: 'b\n\n")
@example("{a: [b")
@example("...\n...\na")
@example("%\n")
@example("--- !")
@example("*a : b")
@example("a: b\r c: d")
def test_marks_never_end_in_a_traceback(text: str) -> None:
    """What means something in YAML, in any order, is read or refused."""
    check(text.encode())


@given(st.data())
def test_an_outline_with_a_slip_never_ends_in_a_traceback(data: st.DataObject) -> None:
    """Our own files, with a few characters lost or a mark put in, are read or refused."""
    text = data.draw(st.sampled_from(OUTLINES)).read_text(encoding="utf-8")[:3000]
    start = data.draw(st.integers(0, len(text)))
    end = start + data.draw(st.integers(0, 3))
    check((text[:start] + data.draw(SNIPPETS)[:3] + text[end:]).encode())


TREES: st.SearchStrategy[Data] = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=12
)


@given(TREES)
def test_what_was_written_is_read_back(tree: Data) -> None:
    """Lists, keys and texts come back as they were, every text a string, with a place for each."""
    raw = yaml.safe_dump(tree, allow_unicode=True).encode()
    document = read_document(FILE, raw)
    assert (document.data, document.findings) == (tree, ())
    assert len(document.values) == count(tree)


def count(tree: Data) -> int:
    """How many values a tree has."""
    inner = list(tree.values()) if isinstance(tree, dict) else tree if isinstance(tree, list) else []
    return 1 + sum(count(each) for each in inner)


@pytest.mark.parametrize("text", ["no", "on", "1_000", "12:30", "0x10", "1.10", "2024-01-01", "'~'", "0777", ".inf"])
def test_no_text_is_taken_for_something_else(text: str) -> None:
    """Other programs read some of these as false, 750, 16 or a day; here they stay as they are written."""
    assert read_document(FILE, f"a: {text}\n".encode()).data == {"a": text.strip("'")}


@pytest.mark.parametrize("text", ["", "~", "null", "Null", "NULL", "# a note"])
def test_nothing_is_none(text: str) -> None:
    """What stands for nothing is None, unless it is in quotes."""
    assert read_document(FILE, f"a: {text}\n".encode()).data == {"a": None}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_way_to_end_a_line_gives_the_same_places(end: str) -> None:
    """A file saved on Windows or on an old Mac has the same lines and columns; a mark at its start is not counted."""
    raw = b"\xef\xbb\xbf" + "a: 日本\nb:\n  - c\n".replace("\n", end).encode()
    document = read_document(FILE, raw)
    assert document.data == {"a": "日本", "b": ["c"]}
    assert document.span(("a",)) == Span(FILE, 1, 4, 2)
    assert document.key_span(("b",)) == Span(FILE, 2, 1, 1)
    assert document.span(("b", 0)) == Span(FILE, 3, 5, 1)
    assert document.excerpt(document.span(("b", 0))) == "  - c"


def test_a_path_without_a_place_points_at_its_nearest_parent() -> None:
    """A key that is missing is said at the thing that it is missing from."""
    document = read_document(FILE, b"a:\n  - b: c\n    d: e\n")
    assert document.span(("a", 0, "missing", "deeper")) == Span(FILE, 2, 5, 1)
    assert document.key_span(("a", 0, "missing")) == Span(FILE, 2, 5, 1)
    assert document.span(("nothing",)).line == 1


def test_words_inside_a_text_have_a_place_of_their_own() -> None:
    """In folded text too; words that are not there as such point at the whole text."""
    document = read_document(FILE, "a: |\n  日本の\n  {fact.x} here\n".encode())
    assert document.span_of("{fact.x}", ("a",)) == Span(FILE, 3, 3, 8)
    assert document.span_of("nowhere", ("a",)) == document.span(("a",))


def test_lists_inside_lists_end_somewhere() -> None:
    """As deep as the limit is read, one deeper is refused, however it is written."""
    assert read_document(FILE, b"[" * MAX_DEPTH + b"]" * MAX_DEPTH).data is not None
    for raw in (b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1), b"- " * (MAX_DEPTH + 1) + b"x", b"{a: " * 5000):
        assert [one.code for one in outcome(raw)[1]] == ["too-deep"]


def test_of_a_file_that_is_broken_all_through_enough_is_said() -> None:
    """A hundred faults and then no more: the rest is not read."""
    found = outcome(b"- *a\n" * 5000)[1]
    assert sorted(one.code for one in found) == ["too-many-faults", *["yaml-alias"] * MAX_FINDINGS]
    assert len(outcome(b"ab\x00\n" * 5000)[1]) == MAX_FINDINGS


def test_a_file_that_is_too_big_is_not_read() -> None:
    """One byte more than the limit is too much."""
    assert read_text(FILE, b"a" * MAX_BYTES) == "a" * MAX_BYTES
    assert [one.code for one in outcome(b"a" * (MAX_BYTES + 1))[1]] == ["too-big"]


def test_every_character_of_our_own_files_is_read() -> None:
    """Nothing is wrong with the outlines and facts that come with the program."""
    assert OUTLINES
    assert [path.name for path in OUTLINES if outcome(path.read_bytes())[1]] == []
