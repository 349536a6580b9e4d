"""Draws the chart of a slide at its final size."""

from __future__ import annotations

import io
import re

import matplotlib as mpl
from matplotlib.figure import Figure

from outreach_decks.charts.bar import draw_bars
from outreach_decks.charts.column import draw_columns
from outreach_decks.charts.lettering import MissingGlyphError, Typesetter
from outreach_decks.charts.line import draw_line
from outreach_decks.charts.marks import CrowdedError, Mark, marks_of
from outreach_decks.charts.pictogram import draw_pictogram
from outreach_decks.charts.share import draw_share
from outreach_decks.charts.sheet import Sheet
from outreach_decks.deck import DrawnImage, PlacedChart
from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.facts import ChartKind
from outreach_decks.theme import FontFiles, Theme

# At 288 dpi a slide of 13.333 in fills the 3,840 px of a 4K projector.
PNG_DPI = 288
_HASH_SALT = "outreach-decks"
# The document type names a file on the web; no program that opens a deck has a reason to fetch it.
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>]*>\s*")
_NO_SVG_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}


def draw_chart(placed: PlacedChart, theme: Theme, fonts: FontFiles, language: str = "en") -> DrawnImage:
    """Draw a chart at the size of its box, in the theme's colours on a transparent ground.

    ``language`` is the CLDR locale that figures are written in. The SVG has its words as paths; the
    PNG has ``PNG_DPI`` px to the inch.

    Raises:
        DeckError: ``missing-glyph`` for a character that no face has, ``chart-too-crowded`` where the
            rows cannot be drawn so that a room can read them.
    """
    with mpl.rc_context():
        _use_defaults()
        return _save(chart_figure(placed, theme, fonts, language))


def try_chart(placed: PlacedChart, theme: Theme, fonts: FontFiles, language: str = "en") -> None:
    """Draw a chart and throw it away: what ``draw_chart`` finds, without the time that saving takes.

    Raises:
        DeckError: as ``draw_chart``.
    """
    with mpl.rc_context():
        _use_defaults()
        chart_figure(placed, theme, fonts, language)


def chart_figure(placed: PlacedChart, theme: Theme, fonts: FontFiles, language: str = "en") -> Figure:
    """Return the figure that ``draw_chart`` saves; it raises the same errors."""
    sheet = Sheet(placed.box, theme, Typesetter(fonts))
    try:
        _draw(placed.chart.kind, sheet, marks_of(placed.chart, placed.data, language))
    except MissingGlyphError as error:
        raise _error(placed, "missing-glyph", str(error)) from error
    except CrowdedError as error:
        raise _error(placed, "chart-too-crowded", f"the chart cannot be drawn: {error}") from error
    return sheet.figure


def _draw(kind: ChartKind, sheet: Sheet, marks: tuple[Mark, ...]) -> None:
    match kind:
        case "column":
            draw_columns(sheet, marks)
        case "bar":
            draw_bars(sheet, marks)
        case "line":
            draw_line(sheet, marks)
        case "share":
            draw_share(sheet, marks)
        case "pictogram":
            draw_pictogram(sheet, marks)


def _use_defaults() -> None:
    """Set matplotlib's own defaults, whatever a matplotlibrc says, and a fixed salt for the ids of an SVG."""
    for key, value in mpl.rcParamsDefault.items():
        if not key.startswith("backend"):
            mpl.rcParams[key] = value
    mpl.rcParams["svg.hashsalt"] = _HASH_SALT


def _save(figure: Figure) -> DrawnImage:
    svg, png = io.BytesIO(), io.BytesIO()
    figure.savefig(svg, format="svg", transparent=True, metadata=_NO_SVG_METADATA)
    figure.savefig(png, format="png", transparent=True, dpi=PNG_DPI, metadata={"Software": None})
    return DrawnImage(_DOCTYPE.sub(b"", svg.getvalue()), png.getvalue())


def _error(placed: PlacedChart, code: str, message: str) -> DeckError:
    return DeckError([Diagnostic(code, message, Span(placed.data.file))])
