from __future__ import annotations

from matplotlib.patches import Rectangle

from tests.charts.examples import THEME, figure_of, fill, ink, texts, words_of

REGIONS = (
    ("Asia and the Pacific", 15.1),
    ("Europe and Central Asia", 4.1),
    ("Africa", 3.8),
    ("Americas", 3.6),
    ("Arab States", 0.9),
)


def test_bars_start_at_zero() -> None:
    """All bars start at zero, which is the left end of the axes, and are as long as their figures."""
    axes = figure_of("bar", REGIONS).axes[0]
    bars = [patch for patch in axes.patches if isinstance(patch, Rectangle)]
    assert axes.get_xlim()[0] == 0
    assert [(patch.get_x(), patch.get_width()) for patch in bars] == [(0, value) for _, value in REGIONS]


def test_rows_run_from_top_to_bottom() -> None:
    """The first row of the file is the uppermost bar."""
    figure = figure_of("bar", REGIONS)
    heights = [ink(words_of(figure, label)).y for label, _ in REGIONS]
    assert heights == sorted(heights, reverse=True)


def test_the_point_is_in_the_accent_with_its_unit() -> None:
    """The highlighted row alone has the accent, a bold name and the unit."""
    figure = figure_of("bar", REGIONS, ("Asia and the Pacific",), unit="million people")
    fills = [THEME.colours[name] for name in ("accent", "grey", "grey", "grey", "grey")]
    assert [fill(patch) for patch in figure.axes[0].patches] == fills
    assert words_of(figure, "Asia and the Pacific").words.bold
    assert texts(figure).count("million people") == 1


def test_figures_stand_behind_their_bars() -> None:
    """A figure starts right of the end of its bar, and level with it."""
    figure = figure_of("bar", REGIONS)
    bar, value = figure.axes[0].patches[1].get_window_extent(), ink(words_of(figure, "4.1"))
    pt = 72 / figure.dpi
    assert 5 < value.x - bar.x1 * pt < 20
    assert abs((value.y + value.top) / 2 - (bar.y0 + bar.y1) * pt / 2) < 2


def test_a_long_name_takes_two_even_lines() -> None:
    """A name that is too long for one line is broken into lines of like length."""
    rows = (("forced commercial sexual exploitation of adults", 6.3), ("other", 3.9))
    names = [text for text in texts(figure_of("bar", rows)) if " " in text]
    assert names == ["exploitation of adults", "forced commercial sexual"]
