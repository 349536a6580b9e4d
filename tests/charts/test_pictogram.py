from __future__ import annotations

from collections import Counter

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Circle

from outreach_decks.diagnostics import DeckError
from outreach_decks.geometry import Box, inches
from tests.charts.examples import BY_AGE, THEME, figure_of, fill, ink, texts, words_of


def heads(figure: Figure) -> list[Circle]:
    """Return the heads of all people drawn."""
    return [artist for artist in figure.get_children() if isinstance(artist, Circle)]


def test_there_are_as_many_people_as_the_figures_say() -> None:
    """41 people are drawn in the accent and 25 in grey."""
    drawn = Counter(fill(head) for head in heads(figure_of("pictogram", BY_AGE, ("under 18",))))
    accent, grey = (THEME.colours[name] for name in ("accent", "grey"))
    assert drawn == {accent: 41, grey: 25}


def test_each_group_is_labelled_above_its_people() -> None:
    """Figure and name of each group stand above its first person."""
    figure = figure_of("pictogram", BY_AGE, ("under 18",))
    assert texts(figure) == ["18 or over", "25", "41", "people", "under 18"]
    pt = 72 / figure.dpi
    top = max(head.get_window_extent().y1 for head in heads(figure)) * pt
    assert ink(words_of(figure, "18 or over")).y > top
    second = [head for head in heads(figure) if fill(head) == THEME.colours["grey"]]
    assert 0 < min(head.get_window_extent().x0 for head in second) * pt - ink(words_of(figure, "25")).x < 15


def test_people_are_all_of_one_size_and_fill_the_slot() -> None:
    """All people are alike, and they use most of the width or height of their slot."""
    figure = figure_of("pictogram", BY_AGE)
    boxes = [head.get_window_extent() for head in heads(figure)]
    pt = 72 / figure.dpi
    assert len({round(box.width, 3) for box in boxes}) == 1
    assert max(box.x1 for box in boxes) * pt > 0.85 * 856.8


@pytest.mark.parametrize(
    ("rows", "words"),
    [((("a", 900.0), ("b", 400.0)), "too many people"), ((("a", 2.5), ("b", 4.0)), "whole people")],
    ids=["many", "halves"],
)
def test_people_who_cannot_be_drawn_one_by_one_are_refused(rows: tuple[tuple[str, float], ...], words: str) -> None:
    """Crowds and parts of people are an error."""
    with pytest.raises(DeckError) as caught:
        figure_of("pictogram", rows)
    assert words in caught.value.diagnostics[0].message


def test_a_narrow_slot_makes_more_rows() -> None:
    """In a narrower slot the same people stand in more rows."""

    def rows(box: Box) -> int:
        return len({round(head.get_window_extent().y0) for head in heads(figure_of("pictogram", BY_AGE, box=box))})

    assert rows(Box(0, 0, inches(6), inches(4.1))) > rows(Box(0, 0, inches(11.9), inches(4.1)))
