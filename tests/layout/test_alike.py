"""Texts that do the same work agree in size."""

from __future__ import annotations

import pytest

from outreach_decks.deck import PlacedBlock, PlacedGroup, PlacedSlide, PlacedTable, PlacedText
from outreach_decks.layout.fitting import tidiest
from tests.projects import make

LONG = "word " * 16


def sizes(slides: str, *roles: str) -> list[float | None]:
    """The sizes of the texts in some roles, slide by slide; None is the layout's own."""
    return [_text(slide, role).size for slide in make(slides).deck.slides for role in roles if _has(slide, role)]


def _has(slide: PlacedSlide, role: str) -> bool:
    return any(isinstance(shape, PlacedText) and shape.role == role for shape in slide.shapes)


def _text(slide: PlacedSlide, role: str) -> PlacedText:
    return next(shape for shape in slide.shapes if isinstance(shape, PlacedText) and shape.role == role)


def columns(*points: str) -> str:
    """A slide with a column for each point."""
    written = ", ".join(f"{{heading: A, points: [{point}]}}" for point in points)
    return f"- {{kind: columns, id: c, title: T, columns: [{written}], notes: N}}\n"


def bullets(identifier: str, words: int) -> str:
    """A list of five alike points."""
    points = ", ".join(["word " * words] * 5)
    return f"- {{kind: bullets, id: {identifier}, title: T, points: [{points}], notes: N}}\n"


def test_columns_side_by_side_have_one_size() -> None:
    """The column that needs the smallest size decides, however short the others are."""
    alone = sizes(columns(LONG, LONG, LONG), "body-1")
    assert sizes(columns("short", LONG, "short"), "body-1", "body-2", "body-3") == alone * 3
    assert alone != [None]


def test_myth_and_reality_have_one_size() -> None:
    """Neither side looks weightier for being shorter."""
    left, right = sizes(
        f"- {{kind: myth, id: m, title: T, myth: M, reality: {LONG * 2}, notes: N}}\n", "myth", "reality"
    )
    assert left == right
    assert left is not None


def test_lists_of_a_talk_have_one_size() -> None:
    """Text that grows and shrinks from slide to slide looks like a mistake, whatever the reason."""
    assert sizes(bullets("one", 10), "body") == [28.0]
    assert sizes(bullets("one", 3) + bullets("two", 10), "body") == [28.0, 28.0]


def test_no_text_is_pushed_below_the_floor_of_its_slot() -> None:
    """The longest list decides, and its own smallest size is no smaller than that of the others."""
    assert sizes(bullets("one", 3) + bullets("two", 12), "body") == [24.0, 24.0]
    statement = "- {kind: statement, id: s, title: T, text: A line below it, notes: N}\n"
    assert sizes(statement + bullets("two", 12), "body") == [None, 24.0]


def test_what_a_text_needs_is_measured_again_at_its_new_size() -> None:
    """The height that checks read is that of the size that is written."""
    short, long = (_text(slide, "body") for slide in make(bullets("one", 3) + bullets("two", 10)).deck.slides)
    own = _text(make(bullets("one", 3)).deck.slides[0], "body")
    assert short.size == long.size
    assert short.needed < own.needed


@pytest.mark.parametrize(
    ("largest", "lone", "chosen"),
    [
        (30.0, {30.0: 1, 28.0: 0, 26.0: 0}, 28.0),
        (30.0, {30.0: 1, 28.0: 1, 26.0: 1}, 30.0),
        (32.0, {32.0: 1, 26.0: 0}, 32.0),
        (24.0, {24.0: 1, 22.0: 0}, 24.0),
    ],
    ids=["smaller-is-tidier", "nothing-gained", "too-much-smaller", "too-small-to-read"],
)
def test_a_little_of_the_size_is_given_up_for_tidy_lines(largest: float, lone: dict[float, int], chosen: float) -> None:
    """At most four points, and never below the size that lists have."""
    assert tidiest(tuple(lone), largest, lone.__getitem__) == chosen


def _cells(slide: PlacedSlide) -> set[float]:
    return {c.size for s in slide.shapes if isinstance(s, PlacedTable) for row in s.rows for c in row}


def test_tables_of_a_talk_have_one_size() -> None:
    """The fullest decides, as with lists."""
    rows = ", ".join(["[Somebody says this, And somebody else says that]"] * 7)
    full = f"- {{kind: table, id: full, title: T, header: [A, B], rows: [{rows}], notes: N}}\n"
    small = "- {kind: table, id: small, title: T, header: [A, B], rows: [[One, Two]], notes: N}\n"
    assert _cells(make(small).deck.slides[0]) == {24.0}
    slides = make(small + full).deck.slides
    assert _cells(slides[0]) == _cells(slides[1]) != {24.0}


def test_figures_of_a_talk_have_one_size() -> None:
    """The texts of all steps agree, and the labels."""
    step = "{{label: Step, text: {0}}}"
    slides = "".join(
        f"- {{kind: steps, id: s{n}, title: T, steps: [{', '.join([step.format(told)] * 4)}], notes: N}}\n"
        for n, told in enumerate(("Short", "They ask for something in return again and again and again"))
    )
    figures = [shape for slide in make(slides).deck.slides for shape in slide.shapes if isinstance(shape, PlacedGroup)]
    sizes = [{b.size for b in one.shapes if isinstance(b, PlacedBlock) and b.work == "text"} for one in figures]
    assert sizes[0] == sizes[1] != {26.0}
