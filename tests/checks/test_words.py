"""Words to avoid are found where they stand, and what looks like one is left alone."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import cast

import pytest

from outreach_decks.authored_texts import AuthoredText, Voice
from outreach_decks.checks.words import check_words, words_in
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.document import Document
from outreach_decks.folded import fold
from outreach_decks.outline import Outline
from outreach_decks.parse import parse_outline
from outreach_decks.parse_terms import TERMS_FILE, parse_terms
from outreach_decks.reader import read_document
from outreach_decks.terms import CompiledTerm, Terms
from outreach_decks.workspace import DiskWorkspace, MemoryWorkspace
from tests.projects import HEAD, ROOT, TALK, outline, workspace

SENTENCES = Path(__file__).parent / "words.yaml"


@cache
def our_terms() -> Terms:
    """The list of words of the project."""
    return parse_terms(DiskWorkspace(ROOT))


@cache
def sentences() -> tuple[dict[str, list[str]], list[str]]:
    """Sentences in which each term must be found, and sentences in which none may."""
    data = read_document(SENTENCES.name, SENTENCES.read_bytes()).data
    both = cast("dict[str, dict[str, list[str]]]", data)
    return both["caught"], [sentence for language in both["fine"].values() for sentence in language]


def written(text: str, voice: Voice = "ours") -> AuthoredText:
    """A text that stands alone."""
    return AuthoredText(text, ("title",), "shown", voice, Document("file", text, text, {}, {}, {}), ("title",))


def ids(text: str, voice: Voice = "ours", terms: Terms | None = None) -> list[str]:
    """The terms that are found in a text."""
    return [name_of(found) for found in words_in(written(text, voice), terms or our_terms())]


def name_of(found: Diagnostic) -> str:
    """The term of a finding, which ends its message."""
    return found.message.rpartition("(")[2].removesuffix(")")


def parsed(slides: str, head: str = HEAD) -> Outline:
    """An outline."""
    return parse_outline(TALK, workspace({TALK: outline(slides, head)}))


def marked(found: Diagnostic) -> str:
    """What the span of a finding covers."""
    return found.excerpt[found.span.column - 1 : found.span.column - 1 + found.span.length]


TERMS = {term.id: term for term in our_terms().terms}


@pytest.mark.parametrize("term", TERMS.values(), ids=TERMS)
def test_every_term_is_caught_in_its_sentences(term: CompiledTerm) -> None:
    """At its level, in all of them; and each word or pattern of the list is the one that is found in one of them."""
    caught, _ = sentences()
    severity = Severity[term.term.level.upper()]
    for sentence in caught[term.id]:
        found = {name_of(one): one.severity for one in words_in(written(sentence), our_terms())}
        assert found.get(term.id) == severity, sentence
    for pattern in term.avoid:
        assert any(pattern.search(fold(sentence).text) for sentence in caught[term.id]), pattern.pattern


def test_harmless_sentences_with_look_alikes_pass() -> None:
    """More than fifty in each language."""
    _, fine = sentences()
    japanese = [sentence for sentence in fine if not sentence.isascii()]
    assert min(len(japanese), len(fine) - len(japanese)) > 50
    assert {sentence: ids(sentence) for sentence in fine if ids(sentence)} == {}


@pytest.mark.parametrize("name", DiskWorkspace(ROOT).names("slides_src", ".yaml"))
def test_our_talks_have_no_word_to_avoid(name: str) -> None:
    """Neither an error nor a warning."""
    found = check_words(parse_outline(name, DiskWorkspace(ROOT)), our_terms())
    assert [one for one in found if one.severity > Severity.NOTE] == []


def test_a_finding_shows_the_word_the_reason_and_what_to_say() -> None:
    """And the line, with the word marked."""
    (found,) = check_words(parsed("- {kind: closing, id: a, title: No human cargo, notes: N}\n"), our_terms())
    assert found.code == "word-to-avoid"
    assert found.message == '"human cargo" makes a spectacle of people (en12)'
    assert found.hints == ("say in plain words what was done",)
    assert (found.severity, found.span.line, marked(found)) == (Severity.ERROR, 8, "human cargo")


STYLES = {
    "literal": "  notes: |\n    The pimp.\n    A **pimp**\n\n    and pimps.\n",
    "folded": "  notes: >-\n    The pimp.\n    A pimp\n\n    and pimps.\n",
    "single quotes": "  notes: 'The ''pimp.''\n    A pimp\n\n    and pimps.'\n",
    "double quotes": '  notes: "The \\"x\\" pimp.\n    A pimp\n\n    and\\u0020pimps."\n',
    "plain": "  notes: The pimp.\n    A pimp\n\n    and pimps.\n",
}


@pytest.mark.parametrize("notes", STYLES.values(), ids=STYLES)
def test_each_of_several_is_marked_at_its_own_place(notes: str) -> None:
    """In every style of YAML, the n-th pimp is marked where the n-th is written."""
    found = list(check_words(parsed(f"- kind: closing\n  id: a\n  title: T\n{notes}"), our_terms()))
    assert [marked(one) for one in found] == ["pimp", "pimp", "pimps"]
    assert [one.span.line - found[0].span.line for one in found] == [0, 1, 3]


def test_words_are_found_in_every_field() -> None:
    """Titles, points and those below them, cells, notes and alt text, and the head of the outline."""
    slides = """\
        - {kind: bullets, id: a, title: A pimp, points: [A pimp, {A pimp: [A pimp]}], notes: A pimp}
        - {kind: table, id: b, title: T, header: [A pimp, B], rows: [[C, A pimp]], notes: N}
        - {kind: image, id: c, title: T, image: a.png, alt: A pimp, author: A pimp, licence: Ours, notes: N}
        """
    head = HEAD.replace("A talk", "A pimp")
    found = list(check_words(parsed(slides, head), our_terms()))
    assert [(one.span.line, marked(one)) for one in found] == [
        *[(line, "pimp") for line in (1, 8, 8, 8, 8, 8)],
        *[(line, "pimp") for line in (9, 9, 10)],
    ]
    assert len({one.span for one in found}) == len(found)


def test_of_words_that_overlap_the_longest_is_said() -> None:
    """A child prostitute is one finding, not two."""
    assert ids("A child prostitute, a prostitute.") == ["en01", "en06"]


@pytest.mark.parametrize(
    ("text", "voice", "found"),
    [
        ("A pimp", "ours", ["en08"]),
        ("A pimp", "others", []),
        ("A child prostitute", "others", ["en01"]),
        ("A child prostitute", "quoted", []),
        ("She chose prostitution for the sex", "ours", ["en14-chose"]),
        ("She chose prostitution for the sex", "others", []),
        ("自業自得です", "others", []),
    ],
)
def test_what_others_say_counts_less(text: str, voice: Voice, found: list[str]) -> None:
    """There a label is an error still, but a claim may stand, because it is put up to be answered."""
    assert ids(text, voice) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said "pimp".', []),
        ("He said “pimp” of a pimp.", ["en08"]),
        ("He said ‘the pimp’s car’.", []),
        ('He said "whore".', ["en06"]),
        ('"The faithful city has become a whore." That is Isaiah 1:21.', []),
        ('"She is a whore."\n\nRead Isaiah 1:21.', ["en06"]),
        ("「忠実な町が娼婦になった」（イザヤ書1章21節）", []),
        ("「あの人は娼婦だ」と言われた。", ["ja05"]),
        ("『娼婦の歴史』という本がある。", []),
        ('A quote that does not end: "pimp', ["en08"]),
    ],
)
def test_quotation_marks_hold_what_others_say(text: str, found: list[str]) -> None:
    """Only terms that count in quotes are found there; none in a title, nor where chapter and verse are named."""
    assert ids(text) == found


OWN = """\
sources: {house: ours}
names: {en: [The Cargo Act]}
under_18: {en: [child, children], ja: [子ども]}
terms:
  cargo:
    {language: en, avoid: [cargo], unless: [cargo ship], near: [people],
     level: error, reason: r, source: house, instead: i}
  client: {language: en, avoid: [client], scope: under-18, level: warning, reason: r, source: house, instead: i}
  kyaku: {language: ja, avoid: [客], unless: [観客], level: note, reason: r, source: house, instead: i}
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("People are cargo.", ["cargo"]),
        ("Cargo.", []),
        ("People on a cargo ship.", []),
        ("People on a cargo ship, as cargo.", ["cargo"]),
        ("People read the Cargo Act.", []),
        (f"Cargo{' ' * 3}{'x' * 58} people.", ["cargo"]),
        (f"Cargo {'x' * 59} people.", []),
        ("Cargo.\n\nPeople.", []),
        ("Cargo.\nPeople.", ["cargo"]),
        ("The client and the child.", ["client"]),
        ("The client and the childless man.", []),
        ("観客と客", ["kyaku"]),
    ],
)
def test_context_decides(text: str, found: list[str]) -> None:
    """A longer phrase makes a word fine; what must be near has to be within 60 characters of the same paragraph."""
    terms = parse_terms(MemoryWorkspace({TERMS_FILE: dedent(OWN).encode("utf-8")}))
    assert ids(text, terms=terms) == found
