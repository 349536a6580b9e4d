"""Long inputs take as long as they are long: no stage looks at all of a text again for each of its parts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from outreach_decks.phrases import lines_of_phrases, phrase_ends
from outreach_decks.text import Run
from tests.projects import HEAD, make, measure, program_in_japanese

SENTENCE = "Someone else holds the passport, the phone and the bank card. "
JAPANESE = "人を働かせて、ほかのだれかが利益を得ることです。"
# Work in proportion to the length makes 2 of it, and work that grows with its square 4.
MOST_GROWTH = 3.0


def work(of: Callable[[], object]) -> int:
    """The calls that are made, of Python's functions and of those in C: the same on every computer, unlike time."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        of()
    finally:
        sys.setprofile(None)
    return calls


def growth(of: Callable[[int], object], size: int) -> float:
    """How many times as much work the second doubling of a size adds as the first: what does not grow is left out."""
    of(1)
    little, more, most = (work(lambda size=size: of(size)) for size in (size, 2 * size, 4 * size))  # type: ignore[misc]
    return (most - more) / (more - little)


def rows(count: int) -> str:
    """A table of two columns."""
    listed = ", ".join(f"[Row {number}, '{SENTENCE}']" for number in range(count))
    return f"kind: table, title: T, header: [A, B], rows: [{listed}]"


def points(count: int) -> str:
    """A list."""
    return f"kind: bullets, title: T, points: [{', '.join(f'Point number {number}' for number in range(count))}]"


def point(count: int) -> str:
    """A list with one long paragraph."""
    return f"kind: bullets, title: T, points: [Short, '{SENTENCE * count}']"


def quotation(count: int) -> str:
    """One long paragraph."""
    return f"kind: quote, words: '{SENTENCE * count}', reference: Isaiah 1, licence: Free"


@pytest.mark.parametrize(("fields", "size"), [(rows, 25), (points, 100), (point, 50), (quotation, 50)])
def test_twice_as_much_on_a_slide_is_about_twice_the_work(fields: Callable[[int], str], size: int) -> None:
    """Tables, lists and paragraphs, cut into as many parts as they need."""
    assert growth(lambda count: make(f"- {{id: one, notes: Said., {fields(count)}}}"), size) < MOST_GROWTH


def steps(count: int) -> str:
    """A figure with long words in one of its parts."""
    return f"kind: steps, title: T, steps: [{{label: A, text: {JAPANESE * count}}}, {{label: B}}, {{label: C}}]"


def options(count: int) -> str:
    """A question with one long answer."""
    return f"kind: quiz, question: T, options: [{JAPANESE * count}, B], answer: 1, because: C"


def cells(count: int) -> str:
    """A table with one long cell."""
    return f"kind: table, title: T, header: [A, B], rows: [[A, {JAPANESE * count}]]"


@pytest.mark.parametrize("fields", [steps, options, cells])
def test_twice_as_much_japanese_is_about_twice_the_work(fields: Callable[[int], str]) -> None:
    """Also in boxes that have no room for it."""
    head, files = HEAD.replace("language: en", "language: ja"), program_in_japanese()
    assert (
        growth(lambda count: make(f"- {{id: one, notes: Said., {fields(count)}}}", head, files=files), 20) < MOST_GROWTH
    )


@pytest.mark.parametrize("width", [8.0, 30.0])
def test_lines_of_phrases_are_found_in_one_pass(width: float) -> None:
    """However many lines there are, each place is looked at from the few before it in one line."""

    def broken(count: int) -> None:
        text = measure().shaped((Run(JAPANESE * count),))
        assert lines_of_phrases(text, phrase_ends(JAPANESE * count), width)

    assert growth(broken, 10) < MOST_GROWTH
