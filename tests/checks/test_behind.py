"""What is behind a place on a slide, and where the words of a text stand."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from PIL import Image

from outreach_decks.checks.accessibility.behind import colours_behind, covers
from outreach_decks.checks.accessibility.words import paragraph_boxes
from outreach_decks.found_deck import (
    Blend,
    Fill,
    FoundParagraph,
    FoundRun,
    FoundText,
    Layer,
    Paint,
    PictureFill,
    Solid,
    UnknownFill,
)
from outreach_decks.geometry import Box, points

SLIDE = Box(0, 0, 1000, 1000)
HERE = Box(400, 400, 200, 200)
WHITE, BLACK, RED = (Solid(Paint(colour)) for colour in ("FFFFFF", "000000", "FF0000"))


def seen(*layers: Layer, box: Box = HERE) -> set[str]:
    """All colours in a box."""
    return {colour for colours in colours_behind(box, layers) for colour in colours}


def half_red() -> bytes:
    """A picture, red on the left and black on the right."""
    picture = Image.new("RGBA", (20, 10), "black")
    picture.paste("red", (0, 0, 10, 10))
    held = io.BytesIO()
    picture.save(held, "PNG")
    return held.getvalue()


def test_the_last_that_was_painted_is_seen() -> None:
    """And what lies elsewhere, or is not filled, is not."""
    away, empty = Layer(Box(0, 0, 100, 100), RED), Layer(SLIDE, None)
    assert seen(Layer(SLIDE, WHITE), Layer(SLIDE, BLACK), away, empty) == {"000000"}


def test_what_covers_a_part_is_seen_beside_what_is_below() -> None:
    """A panel under half of a text."""
    grounds = colours_behind(HERE, [Layer(SLIDE, WHITE), Layer(Box(0, 0, 500, 1000), BLACK)])
    assert sorted(grounds.count(frozenset({colour})) for colour in ("FFFFFF", "000000")) == [60, 60]


@pytest.mark.parametrize(
    ("fill", "colours"),
    [
        (Solid(Paint("000000", 0.5)), {"808080"}),
        (Blend((Paint("FF0000"), Paint("0000FF"))), {"FF0000", "0000FF"}),
        (Blend((Paint("000000"), Paint("000000", 0.0))), {"000000", "FFFFFF"}),
        (UnknownFill(), set()),
        (PictureFill(half_red()), {"FF0000", "000000"}),
        (PictureFill(half_red(), (0.5, 0.0, 0.0, 0.0)), {"000000"}),
        (PictureFill(half_red(), (0.5, 0.0, 0.0, 0.0), 0.5), {"808080"}),
        (PictureFill(b"no picture"), set()),
    ],
)
def test_each_fill_is_seen_as_it_is_painted(fill: Fill, colours: set[str]) -> None:
    """Over white; of colours that run into each other each is seen, of a picture what is left of it."""
    assert seen(Layer(SLIDE, WHITE), Layer(SLIDE, fill)) == colours


@pytest.mark.parametrize(
    ("form", "inside", "outside"),
    [
        ("rect", (10, 10), (1010, 10)),
        ("ellipse", (500, 10), (50, 50)),
        ("diamond", (500, 10), (200, 200)),
        ("triangle", (500, 10), (100, 100)),
        ("rtTriangle", (100, 900), (900, 100)),
    ],
)
def test_forms_cover_what_is_inside_them(form: str, inside: tuple[int, int], outside: tuple[int, int]) -> None:
    """The corners of the box of a circle are not covered."""
    layer = Layer(SLIDE, BLACK, form)
    assert covers(layer, inside)
    assert not covers(layer, outside)


def test_a_free_outline_covers_what_it_goes_round_but_for_its_holes() -> None:
    """A ring of two squares."""
    square = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
    hole = tuple((0.25 + x / 2, 0.25 + y / 2) for x, y in square)
    ring = Layer(SLIDE, BLACK, "custom", (square, hole))
    assert covers(ring, (100, 500))
    assert not covers(ring, (500, 500))


def test_a_turned_shape_covers_what_it_was_turned_onto() -> None:
    """A flat bar, turned by a right angle, stands upright."""
    bar = Layer(Box(0, 450, 1000, 100), BLACK, turn=90.0)
    assert covers(bar, (500, 50))
    assert not covers(bar, (50, 500))


def text(words: str, anchor: str = "t", align: str = "l") -> FoundText:
    """A text of one paragraph at 10 pt."""
    return FoundText((FoundParagraph((FoundRun(words, 10.0),), align=align),), anchor=anchor)


@pytest.mark.parametrize(
    ("written", "x", "y", "width", "height"),
    [
        (text("abcd"), 0, 0, 20, 12.5),
        (text("四文字だ"), 0, 0, 40, 12.5),
        (text("abcd", align="r"), 80, 0, 20, 12.5),
        (text("abcd", align="ctr", anchor="ctr"), 40, 43.75, 20, 12.5),
        (text("abcd", anchor="b"), 0, 87.5, 20, 12.5),
        (text("a" * 50), 0, 0, 100, 37.5),
    ],
)
def test_words_stand_where_anchor_and_alignment_put_them(
    written: FoundText, x: float, y: float, width: float, height: float
) -> None:
    """A line for each time that the box is full; half an em a letter, a whole one for kanji and kana."""
    ((_, box),) = paragraph_boxes(written, Box(0, 0, points(100), points(100)))
    assert box == Box(points(x), points(y), points(width), points(height))


def test_of_words_that_run_downward_only_the_box_is_known() -> None:
    """Japanese set upright, or a label that was turned."""
    box = Box(0, 0, points(100), points(100))
    assert [place for _, place in paragraph_boxes(replace(text("四文字だ"), vertical=True), box)] == [box]


def test_words_are_taken_to_stay_in_their_box() -> None:
    """However many there seem to be."""
    box = Box(0, 0, points(100), points(100))
    assert [place for _, place in paragraph_boxes(text("a" * 2_000), box)] == [box]
