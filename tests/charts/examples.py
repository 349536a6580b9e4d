"""Charts for the tests: a theme, the shipped faces, and rows made into placed charts."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from outreach_decks.charts.draw import chart_figure
from outreach_decks.charts.sheet import Frame, Letters
from outreach_decks.deck import PlacedChart
from outreach_decks.facts import Chart, ChartKind, DataRow, DataTable
from outreach_decks.geometry import Box, inches
from outreach_decks.theme import Theme
from tests.projects import fonts

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
KINDS: tuple[ChartKind, ...] = ("column", "bar", "line", "share", "pictogram")
# The room that the templates have for a chart.
SLOT = Box(0, 0, inches(11.9), inches(4.1))
THEME = Theme(
    {
        "ink": "1B2040",
        "paper": "FBF8F1",
        "accent": "8A5600",
        "support": "2B62A6",
        "grey": "878579",
        "muted": "464B60",
    },
    latin="Calibri",
    east_asian="BIZ UDPGothic",
    heading_latin="Calibri",
    heading_east_asian="BIZ UDPGothic",
)
PROTECTED = tuple(
    zip(
        map(str, range(2001, 2025)),
        (65, 55, 83, 77, 117, 58, 43, 36, 17, 37, 25, 27, 17, 25, 54, 50, 46, 27, 47, 38, 47, 46, 61, 66),
        strict=True,
    )
)

BY_AGE = (("under 18", 41), ("18 or over", 25))
Rows = tuple[tuple[str, float], ...]


def table(rows: Rows) -> DataTable:
    """Make a table from labels and figures."""
    return DataTable("data/example.csv", tuple(DataRow(label, float(value)) for label, value in rows))


def chart(
    kind: ChartKind, highlight: tuple[str, ...] = (), unit: str = "people", of: str = "people protected each year"
) -> Chart:
    """Make a chart of a kind."""
    return Chart(
        kind=kind, data="example.csv", x="x", y="y", highlight=highlight, unit=unit, of=of, source=("a-source",)
    )


def placed(
    kind: ChartKind, rows: Rows, highlight: tuple[str, ...] = (), unit: str = "people", box: Box = SLOT
) -> PlacedChart:
    """Place a chart of some rows in a box."""
    return PlacedChart(10, box, chart(kind, highlight, unit), table(rows), "alt")


def figure_of(
    kind: ChartKind,
    rows: Rows,
    highlight: tuple[str, ...] = (),
    unit: str = "people",
    box: Box = SLOT,
    language: str = "en",
) -> Figure:
    """Draw a chart and return its figure."""
    return chart_figure(placed(kind, rows, highlight, unit, box), THEME, fonts(), language)


def letters(figure: Figure) -> list[Letters]:
    """Return everything lettered on a figure."""
    return [artist for artist in figure.get_children() if isinstance(artist, Letters)]


def texts(figure: Figure) -> list[str]:
    """Return what is lettered, sorted, so that a test need not know the order of drawing."""
    return sorted(each.words.text.strip() for each in letters(figure))


def words_of(figure: Figure, text: str) -> Letters:
    """Return the one place where a text is lettered."""
    (found,) = [each for each in letters(figure) if each.words.text.strip() == text]
    return found


def ink(letter: Letters) -> Frame:
    """Return the rectangle round the drawn outlines, pt from the lower left corner of the sheet."""
    box = letter.get_path().get_extents(letter.get_transform())
    figure = letter.get_figure(root=True)
    assert figure is not None
    pt = 72 / figure.dpi
    return Frame(box.x0 * pt, box.y0 * pt, box.width * pt, box.height * pt)


def fill(patch: Patch) -> str:
    """Return the colour of a shape as the theme writes it."""
    return to_hex(patch.get_facecolor())[1:].upper()


def course(line: Line2D) -> tuple[list[float], list[float]]:
    """Return where a line runs: its x in pt, its values."""
    x, y = line.get_data()
    return np.asarray(x, dtype=float).tolist(), np.asarray(y, dtype=float).tolist()
