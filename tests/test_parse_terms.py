"""The list of words is read whole, or everything that is wrong with it is said."""

from __future__ import annotations

from textwrap import dedent, indent

import pytest

from outreach_decks.diagnostics import DeckError, Diagnostic
from outreach_decks.parse_terms import TERMS_FILE, compile_words, parse_terms
from outreach_decks.terms import Term, Terms
from outreach_decks.workspace import DiskWorkspace, MemoryWorkspace
from tests.pages import DOCS, blocks, section, tables
from tests.pages import read as page
from tests.projects import ROOT

HEAD = """\
sources: {house: A judgement of ours}
names: {en: [Big Cargo Act]}
under_18: {en: [child], ja: [子ども]}
terms:
"""
TERM = """\
cargo:
  language: en
  avoid: [cargo]
  level: error
  reason: makes a thing of a person
  source: house
  instead: write "person"
"""


def read(terms: str = TERM, head: str = HEAD) -> Terms:
    """The list, with these terms."""
    text = head + indent(dedent(terms), "  ")
    return parse_terms(MemoryWorkspace({TERMS_FILE: text.encode("utf-8")}))


def faults(terms: str = TERM, head: str = HEAD) -> tuple[Diagnostic, ...]:
    """What is said of a list that is refused."""
    with pytest.raises(DeckError) as refused:
        read(terms, head)
    return refused.value.diagnostics


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    """Code, line and column of each."""
    return [(one.code, one.span.line, one.span.column) for one in found]


def test_a_list_is_read() -> None:
    """Terms, names, words for children and sources."""
    terms = read()
    (term,) = terms.terms
    assert (term.id, term.term.level, term.term.scope) == ("cargo", "error", "all")
    assert [bool(term.avoid[0].fullmatch(word)) for word in ("Cargo", "cargos", "cargoes")] == [True, True, False]
    assert [pattern.pattern for pattern in terms.under_18["ja"]] == ["子ども"]
    assert len(terms.names) == 1
    assert terms.sources == {"house": "A judgement of ours"}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (("level: error", "level: grave"), [("bad-choice", 8, 12)]),
        (("  language: en\n", ""), [("missing-key", 6, 5)]),
        (("avoid: [cargo]", "avoid: []"), [("too-few", 7, 12)]),
        (("avoid: [cargo]", "avoid: cargo"), [("wrong-type", 7, 12)]),
        (("avoid: [cargo]", "avoid: [{patern: x}]"), [("missing-key", 7, 13), ("unknown-key", 7, 14)]),
        (("source: house", "source: hose"), [("unknown-source", 10, 13)]),
        (("instead:", "insted:"), [("unknown-key", 11, 5)]),
        (("cargo:\n", "Human Cargo:\n"), [("bad-id", 5, 3)]),
        (("cargo]", "cargo]\n  unless: [{pattern: 'a(b'}]"), [("bad-pattern", 8, 26)]),
        (("cargo]", "cargo]\n  near: [{pattern: '(a+)+b'}]"), [("slow-pattern", 8, 22)]),
        (("cargo]", "cargo]\n  near: [{pattern: 'a|b?'}]"), [("bad-pattern", 8, 22)]),
    ],
)
def test_a_fault_is_said_at_its_place(changed: tuple[str, str], said: list[tuple[str, int, int]]) -> None:
    """Of a term, in its line and column; of a pattern, at the character."""
    assert told(faults(TERM.replace(*changed))) == said


def test_a_hint_names_what_was_meant() -> None:
    """The nearest source, the id that a name could have, the limit that a repeat lacks."""
    assert faults(TERM.replace("source: house", "source: hose"))[0].hints == ('did you mean "house"?',)
    assert faults(TERM.replace("cargo:\n", "Human Cargo:\n"))[0].hints == ('write "human-cargo"',)
    (slow,) = faults(TERM.replace("[cargo]", "[{pattern: 'a*b'}]"))
    assert "{0,30}" in slow.hints[0]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (HEAD.replace("names: {en: [Big Cargo Act]}\n", ""), [("missing-key", 1, 1)]),
        (HEAD.replace("[Big Cargo Act]", "[{pattern: '['}]"), [("bad-pattern", 2, 25)]),
        (HEAD.replace("under_18: {en", "under_18: {fr"), [("unknown-key", 3, 12)]),
        (HEAD.replace("terms:\n", "words:\n"), [("missing-key", 1, 1), ("unknown-key", 4, 1)]),
        (HEAD.replace("terms:\n", "terms: []\nnames:\n"), [("wrong-type", 4, 8), ("duplicate-key", 5, 1)]),
    ],
)
def test_a_fault_above_the_terms_is_said(head: str, said: list[tuple[str, int, int]]) -> None:
    """The sources, the names and the words for children are checked like the terms."""
    assert told(faults(head=head)) == said


def test_all_faults_are_said_at_once() -> None:
    """Of every term, and of the head; what a term refers to there is not looked for when the head cannot be read."""
    terms = TERM.replace("level: error", "level: grave") + TERM.replace("cargo:\n", "other:\n").replace("hou", "mou")
    assert [one.code for one in faults(terms)] == ["bad-choice", "unknown-source"]
    found = faults(terms, HEAD.replace("names", "name").replace("under", "over"))
    assert [one.code for one in found] == ["missing-key", "unknown-key", "unknown-key", "bad-choice"]


@pytest.mark.parametrize(
    ("text", "code"), [("- a\n- b\n", "wrong-type"), ("terms: [\n", "unclosed-bracket"), ("", "empty-file")]
)
def test_a_file_that_is_no_list_of_words_is_refused(text: str, code: str) -> None:
    """With one finding, whatever it is instead."""
    found = faults("", text)
    assert [one.code for one in found] == [code]


def test_a_missing_file_is_said() -> None:
    """By its name."""
    with pytest.raises(DeckError) as refused:
        parse_terms(MemoryWorkspace())
    assert [(one.code, one.span.file) for one in refused.value.diagnostics] == [("missing-file", TERMS_FILE)]


@pytest.mark.parametrize(
    ("phrase", "found", "left"),
    [
        ("rescuer", ["rescuer", "RESCUERS", "rescuer's"], ["rescue", "prescuer"]),
        ("at risk girl", ["at-risk girls", "at risk girl"], ["at risky girl", "at  girl"]),
        ("sugar daddy", ["sugar daddies"], ["sugar daddys", "sugar dad"]),
        ("box", ["boxes"], ["boxs", "boxer"]),
        ("boy", ["boys"], ["boies", "cowboy"]),
        ("Act (1)", ["act (1)"], ["act 1"]),
    ],
)
def test_english_words_are_whole_words_with_a_plural(phrase: str, found: list[str], left: list[str]) -> None:
    """Any case, hyphens for spaces, and no part of a longer word."""
    pattern = compile_words(phrase, "en")
    assert [word for word in found if not pattern.search(word)] == []
    assert [word for word in left if pattern.search(word)] == []


def test_japanese_words_are_found_inside_others() -> None:
    """There are no spaces between words; full-width letters in the list count as plain ones."""
    assert compile_words("Ｐ活", "ja").search("友だちのP活です")
    assert compile_words("child", "en").search("日本のchildの")


def test_our_own_list_is_read() -> None:
    """With a term for every row of both tables: 25 English ones, and 23 Japanese ones but for ja03, which is advice."""
    terms = parse_terms(DiskWorkspace(ROOT))
    rows = {term.id.partition("-")[0] for term in terms.terms}
    wanted = {f"en{number:02}" for number in range(1, 26)} | {f"ja{number:02}" for number in range(1, 24)} - {"ja03"}
    assert rows == wanted
    assert all(term.id.startswith(term.term.language) for term in terms.terms)
    assert {term.term.source for term in terms.terms} == set(terms.sources)


PAGE = DOCS / "words.md"


def test_the_page_tells_the_fields_of_a_term() -> None:
    """All of them, with whether they are needed."""
    _, *rows = tables(section(page(PAGE), "## To add a term"))[0]
    told = {name.strip("`"): needed for name, needed, _ in rows}
    assert told == {name: "yes" if field.is_required() else "no" for name, field in Term.model_fields.items()}


def test_the_term_on_the_page_is_one() -> None:
    """It can be copied into the list as it stands."""
    (block,) = (block for block in blocks(PAGE) if block.mark == "term")
    assert [term.id for term in read(block.text).terms] == ["en10-example"]
