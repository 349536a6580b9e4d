from __future__ import annotations

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import Circle

from outreach_decks.diagnostics import DeckError
from tests.charts.examples import PROTECTED, THEME, course, figure_of, ink, words_of


def test_a_line_runs_over_zero() -> None:
    """The axes start at zero, and the line goes through every figure."""
    axes = figure_of("line", PROTECTED, ("2024",)).axes[0]
    assert axes.get_ylim() == (0, 117)
    assert course(axes.lines[0])[1] == [value for _, value in PROTECTED]


def test_the_stretch_of_the_point_is_in_the_accent() -> None:
    """Years highlighted one after another make one stretch of line in the accent over the grey whole."""
    whole, point = figure_of("line", PROTECTED, tuple(str(year) for year in range(2018, 2025))).axes[0].lines
    assert (len(course(whole)[0]), len(course(point)[0])) == (24, 7)
    assert [to_hex(line.get_color()) for line in (whole, point)] == [
        f"#{THEME.colours[name].lower()}" for name in ("grey", "accent")
    ]


def test_years_are_placed_by_time() -> None:
    """A gap of two years is twice as wide as one of a year."""
    rows = (("2018", 27.0), ("2019", 47.0), ("2020", 38.0), ("2022", 46.0), ("2023", 61.0))
    x = course(figure_of("line", rows).axes[0].lines[0])[0]
    assert x[3] - x[2] == pytest.approx(2 * (x[1] - x[0]))


def test_the_last_figure_stands_beside_its_point() -> None:
    """The last figure is right of the last dot and level with it."""
    figure = figure_of("line", PROTECTED, ("2024",))
    value = ink(words_of(figure, "66"))
    dot = max(
        (each.get_window_extent() for each in figure.get_children() if isinstance(each, Circle)),
        key=lambda box: box.x1,
    )
    pt = 72 / figure.dpi
    assert value.x > dot.x1 * pt
    assert abs((value.y + value.top) / 2 - (dot.y0 + dot.y1) * pt / 2) < 2


def test_a_figure_in_a_valley_stands_below_the_line() -> None:
    """A highlighted low point is labelled below, where the line does not cross its figure."""
    figure = figure_of("line", PROTECTED, ("2018", "2024"))
    axes = figure.axes[0]
    low = axes.transData.transform([course(axes.lines[0])[0][17], 27])[1] * 72 / figure.dpi
    assert ink(words_of(figure, "27")).top < low


def test_one_row_is_no_line() -> None:
    """A single row is refused."""
    with pytest.raises(DeckError) as caught:
        figure_of("line", PROTECTED[:1])
    assert "two rows or more" in caught.value.diagnostics[0].message
