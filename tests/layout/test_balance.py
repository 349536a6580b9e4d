"""Titles break into lines of about equal length, and the words stay as they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_decks.deck import PlacedText
from outreach_decks.geometry import EMU_PER_PT
from tests.projects import make, measure


def lines(kind: str, title: str, more: str = "") -> list[str]:
    """The lines of a title in the room that it was given."""
    made = make(f'- {{kind: {kind}, id: one, title: "{title}", notes: N{more}}}\n')
    placed = next(shape for shape in made.deck.slides[0].shapes if isinstance(shape, PlacedText))
    assert placed.role == "title"
    size = placed.size or 48
    width = (placed.box.width - placed.narrowed) / EMU_PER_PT
    return [line.text for line in measure().broken(placed.paragraphs[0].runs, size, width, bold=True)]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("What do we know about Japan?", ["What do we know", "about Japan?"]),
        ("How can it happen next door?", ["How can it happen", "next door?"]),
        ("How are people drawn in?", ["How are people drawn in?"]),
    ],
)
def test_no_word_stands_alone_on_the_last_line(title: str, expected: list[str]) -> None:
    """Two lines share the words; one line stays one."""
    assert lines("section", title) == expected


def test_a_line_does_not_end_on_a_word_that_leans_on_the_next() -> None:
    """An article, a preposition or a conjunction starts a line and does not close one."""
    title = "Trafficking is taking control of a person in order to profit from them"
    assert lines("statement", title) == ["Trafficking is taking control of a person", "in order to profit from them"]


def test_a_line_may_rest_where_a_sentence_does() -> None:
    """A full stop is the best place to break, even if one line is shorter."""
    title = "The new job was a fake offer. Is it a case of trafficking?"
    assert lines("statement", title) == ["The new job was a fake offer.", "Is it a case of trafficking?"]


def test_the_words_hold_no_line_end_of_ours() -> None:
    """Outline view and search see what the author wrote: the room is narrowed, nothing else."""
    title = "What do we know about Japan?"
    made = make(f'- {{kind: section, id: one, title: "{title}", notes: N}}\n')
    placed = next(shape for shape in made.deck.slides[0].shapes if isinstance(shape, PlacedText))
    assert placed.paragraphs[0].plain == title
    assert 0 < placed.narrowed < placed.box.width
    assert placed.needed <= placed.available


def test_no_word_is_cut_to_make_lines_even() -> None:
    """Two words in a narrow place stand one below the other, however lonely the last is."""
    case = """
    - kind: case
      id: one
      title: T
      when: Japan 2017 and 2018
      status: alleged
      story: [It happened.]
      sources: [police]
      notes: N
    """
    slide = next(each for each in make(case).deck.slides if each.id == "one")
    placed = next(s for s in slide.shapes if isinstance(s, PlacedText) and s.role == "when")
    width = (placed.box.width - placed.narrowed) / EMU_PER_PT
    broken = measure().broken(placed.paragraphs[0].runs, placed.size or 66, width, bold=True)
    assert " ".join(line.text for line in broken) == "Japan 2017 and 2018"


@pytest.mark.parametrize(
    "title", ["The law that governs Arbeitnehmerüberlassung", "Please pray against internationalisation"]
)
def test_a_long_last_word_gets_company(title: str) -> None:
    """No narrowing parts the line before it, so a line end of ours does."""
    made = make(f'- {{kind: section, id: one, title: "{title}", notes: N}}\n')
    placed = next(shape for shape in made.deck.slides[0].shapes if isinstance(shape, PlacedText))
    broken = measure().broken(placed.paragraphs[0].runs, placed.size or 48, placed.box.width / EMU_PER_PT, bold=True)
    assert len(broken[-1].text.split()) == 2
    assert placed.paragraphs[0].plain == title


WORDS = st.lists(st.text("abcdefghinorst", min_size=1, max_size=12), min_size=3, max_size=12)


@settings(max_examples=25, deadline=None)
@given(WORDS, st.sampled_from(["section", "statement", "closing"]))
def test_no_title_leaves_a_word_alone(words: list[str], kind: str) -> None:
    """Whatever its words are: the room is narrowed, or the title is set a little smaller."""
    made = make(f'- {{kind: {kind}, id: one, title: "{" ".join(words)}", notes: N}}\n')
    placed = next(shape for shape in made.deck.slides[0].shapes if isinstance(shape, PlacedText))
    broken = lines(kind, " ".join(words))
    assert placed.excess or len(broken) == 1 or len(broken[-1].split()) > 1


def test_lists_and_sources_keep_the_whole_room() -> None:
    """What is read line by line is not narrowed."""
    point = "a point that is long enough to need a second line on the slide, and then some more"
    made = make(f"- {{kind: bullets, id: one, title: T, points: [{point}, {point}], notes: N}}\n")
    body = next(s for s in made.deck.slides[0].shapes if isinstance(s, PlacedText) and s.role == "body")
    assert body.narrowed == 0
