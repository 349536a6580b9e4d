"""What a slide, a talk or a stretch of a talk asks of people, counted. More in tests/cases/contract-of-*."""

from __future__ import annotations

import pytest

from outreach_decks.checks.demands import check_demands, check_interaction, count_words
from outreach_decks.parse import parse_outline
from outreach_decks.project import Project
from tests.projects import HEAD, TALK, make, outline, workspace

AUDIENCES = "slides_src/rules/audiences.yaml"


@pytest.mark.parametrize(
    ("slide", "count"),
    [
        ("{kind: statement, id: a, title: Not counted, text: Two words, notes: N}", 2),
        ("{kind: bullets, id: a, title: T, points: [Two words, {One more: [and its child]}], notes: N}", 7),
        ("{kind: table, id: a, title: T, header: [A, B], rows: [[C d, E]], notes: N}", 5),
        ("{kind: quote, id: a, words: As they are, reference: A work, licence: free, notes: N}", 0),
        ("{kind: help, id: a, title: T, lines: [child], notes: N}", 0),
        ('{kind: statement, id: a, title: T, text: "Of {fact.protected} people", notes: N}', 3),
        ("{kind: steps, id: a, title: T, steps: [{label: A, text: B c}, {label: D}, {label: E}], notes: N}", 5),
    ],
)
def test_words_are_those_below_the_title_as_they_are_shown(slide: str, count: int) -> None:
    """Facts count as the words they become; help lines and quotations do not count."""
    (made,) = [one for one in make(f"- {slide}\n").talk.slides if one.id == "a"]
    assert count_words(made, japanese=False) == count


def test_japanese_is_counted_in_characters() -> None:
    """Without spaces."""
    (made,) = make("- {kind: statement, id: a, title: 題, text: 六字 ある行。, notes: N}\n").talk.slides
    assert count_words(made, japanese=True) == 6


def demanded(slides: str, contract: str, language: str = "en") -> list[tuple[str, int]]:
    """What is asked too much: the code and the line."""
    audiences = f"church: {{name: A, words_per_minute: 60, bands: [{{id: b, name: B}}], {contract}}}\n"
    head = HEAD.replace("language: en", f"language: {language}")
    files = {TALK: outline(slides, head), AUDIENCES: audiences}
    place = workspace(files)
    talk = make(slides, head, files={AUDIENCES: audiences}).talk
    audience = Project(place).base.audiences["church"]
    found = [*check_demands(parse_outline(TALK, place), talk, audience), *check_interaction(talk, audience)]
    return [(one.code, one.span.line) for one in found]


SAID = "- {{kind: {0}, id: {1}, title: T, notes: {2}}}\n"
QUIZ = "- {kind: quiz, id: q, question: Q, options: [A, B], answer: 1, because: C, notes: Said.}\n"
LISTEN = "at_most: {minutes_without_interaction: 1}"


def test_a_minute_is_a_minute_of_speech() -> None:
    """60 words at 60 a minute are not too long, and one more is; it is said once, not of every slide that follows."""
    minute = "word " * 60
    assert demanded(SAID.format("statement", "a", minute), LISTEN) == []
    slides = SAID.format("statement", "a", minute) + "".join(SAID.format("closing", i, "one") for i in "bcd")
    assert demanded(slides, LISTEN) == [("long-without-interaction", 9)]


@pytest.mark.parametrize(
    "asked",
    [
        QUIZ,
        "- {kind: discussion, id: d, title: T, questions: [Q], minutes: 2, notes: Said.}\n",
        "- {kind: activity, id: d, title: T, steps: [S], minutes: 2, notes: Said.}\n",
        "- {kind: statement, id: d, title: T, minutes: 1, notes: Said.}\n",
    ],
)
def test_what_asks_something_of_a_class_starts_the_minutes_afresh(asked: str) -> None:
    """A quiz, a discussion, an activity, or a slide with minutes of its own."""
    part = "word " * 40
    slides = SAID.format("statement", "a", part) + asked + SAID.format("statement", "b", part)
    assert demanded(slides, LISTEN) == []
    assert demanded(slides.replace(asked, SAID.format("statement", "d", part)), LISTEN) != []


TERMS = "at_most: {new_terms: 1}, special_terms: {en: [grooming, host club], ja: [搾取, 強要]}"


def test_a_term_is_counted_once_however_often_it_is_said() -> None:
    """In any case, with an s, and over the end of a line."""
    assert demanded(SAID.format("statement", "a", "Host club, host clubs, HOST CLUB"), TERMS) == []
    assert demanded(SAID.format("statement", "a", "Host club and grooming"), TERMS) == [("too-many-new-terms", 8)]


def test_longer_words_that_hold_a_term_are_other_words() -> None:
    """A host clubhouse is no host club."""
    assert demanded(SAID.format("statement", "a", "Host clubhouse, pre-grooming and grooming"), TERMS) == []


def test_terms_of_japanese_are_found_anywhere() -> None:
    """There are no spaces between words."""
    assert demanded(SAID.format("statement", "a", "性的搾取"), TERMS, "ja") == []
    assert demanded(SAID.format("statement", "a", "性的搾取と強要"), TERMS, "ja") == [("too-many-new-terms", 8)]


def test_hidden_slides_ask_nothing() -> None:
    """They are kept for questions."""
    hidden = SAID.format("statement", "a", "Grooming and a host club " * 40).replace("notes", "hidden: true, notes")
    limits = TERMS.replace("new_terms: 1", "new_terms: 1, minutes_without_interaction: 1, words_on_a_slide: 1")
    assert demanded(hidden, limits) == []
