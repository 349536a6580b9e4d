from __future__ import annotations

from itertools import pairwise

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from outreach_decks.diagnostics import DeckError
from tests.charts.examples import PROTECTED, THEME, figure_of, fill, ink, texts, words_of


def columns(figure: Figure) -> list[Rectangle]:
    """Return the drawn columns from left to right."""
    return [patch for patch in figure.axes[0].patches if isinstance(patch, Rectangle)]


def colours(figure: Figure) -> list[str]:
    """Return the colour of each column as the theme writes it."""
    return [fill(patch) for patch in columns(figure)]


def test_columns_stand_on_zero() -> None:
    """Columns start at zero at the foot of the axes, so that their heights are as their figures."""
    figure = figure_of("column", PROTECTED)
    assert figure.axes[0].get_ylim() == (0, 117)
    assert {patch.get_y() for patch in columns(figure)} == {0}
    assert [patch.get_height() for patch in columns(figure)] == [value for _, value in PROTECTED]


def test_only_the_point_has_the_accent() -> None:
    """The highlighted column is in the accent and every other one grey; its figure is large, bold and in the accent."""
    figure = figure_of("column", PROTECTED, ("2024",))
    assert colours(figure) == [THEME.colours["grey"]] * 23 + [THEME.colours["accent"]]
    point, peak = words_of(figure, "66").words, words_of(figure, "117").words
    assert (point.bold, point.colour, peak.bold, peak.colour) == (True, "accent", False, "ink")
    assert point.size > peak.size


def test_without_a_point_all_columns_are_alike() -> None:
    """A chart that highlights nothing is in the support colour throughout."""
    assert set(colours(figure_of("column", PROTECTED))) == {THEME.colours["support"]}


def test_a_long_course_names_its_ends_its_peak_and_round_years() -> None:
    """Of 24 years only those that tell most are named, so that the names are large and apart."""
    names = texts(figure_of("column", PROTECTED, ("2024",)))
    assert names == ["117", "2001", "2005", "2010", "2015", "2020", "2024", "65", "66", "people"]


def test_a_short_course_shows_every_figure() -> None:
    """Of seven years every name and every figure is shown."""
    figure = figure_of("column", PROTECTED[-7:], ("2024",))
    words = [text for label, value in PROTECTED[-7:] for text in (label, str(value))]
    assert texts(figure) == sorted([*words, "people"])


def test_a_figure_stands_on_its_column() -> None:
    """A figure is centred over its column, just above it."""
    figure = figure_of("column", PROTECTED[-7:])
    name, value = ink(words_of(figure, "2023")), ink(words_of(figure, "61"))
    column = columns(figure)[5].get_window_extent()
    pt = 72 / figure.dpi
    assert abs((name.x + name.right) / 2 - (value.x + value.right) / 2) < 2
    assert 2 < value.y - column.y1 * pt < 12


def test_a_year_without_a_figure_keeps_its_place() -> None:
    """Where a year is missing, the distance between columns is as the distance in time."""
    rows = tuple(row for row in PROTECTED[-7:] if row[0] != "2021")
    centres = [patch.get_x() + patch.get_width() / 2 for patch in columns(figure_of("column", rows))]
    steps = [round(right - left, 6) for left, right in pairwise(centres)]
    assert steps == pytest.approx([steps[0], steps[0], 2 * steps[0], steps[0], steps[0]])


def test_a_long_unit_goes_below_its_figure() -> None:
    """A unit that would stand over the neighbours is put on a line of its own, and no figure is lost."""
    rows = tuple((str(year), value) for year, value in zip(range(2016, 2026), range(1_700, 1_710), strict=True))
    figure = figure_of("column", rows, ("2025",), unit="children")
    unit, value = ink(words_of(figure, "children")), ink(words_of(figure, "1,709"))
    assert unit.top < value.y
    assert len(texts(figure)) == 21


def test_long_names_are_refused_with_advice() -> None:
    """Names that cannot stand side by side are an error that names the kind with room for them."""
    rows = tuple((f"a very long name of a group number {index}", 5.0) for index in range(9))
    with pytest.raises(DeckError) as caught:
        figure_of("column", rows)
    assert "kind: bar" in caught.value.diagnostics[0].message
