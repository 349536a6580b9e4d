"""``small-text``: what a last row can read.

There is no law for sizes; 18 pt is what guides to accessible slides ask for at least, and this project's own talks
keep to 20, 18 in tables, and 12 in small print, which is there to be looked up. On a page of another size than theirs
these are larger or smaller in proportion.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from outreach_decks.checks.accessibility.place import Place, quoted, seen_shapes, slides
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import FoundDeck, FoundShape, FoundText
from outreach_decks.geometry import page_scale

LEAST: Final = 20.0
LEAST_IN_TABLES: Final = 18.0
LEAST_SMALL_PRINT: Final = 12.0
# Below this, others' slides are hard to read too; above, it is only our own rule.
_COMMON: Final = 18.0
_FOOT: Final = frozenset({"ftr", "sldNum", "dt", "hdr"})
# A placeholder that the layout itself sets so small, a box set so small in the lower part of the slide, or any text far
# down the slide, is small print.
_SMALL_PRINT: Final = 14.0
_SOURCES_START: Final = 0.7
_FOOT_STARTS: Final = 0.83
# Sizes that PowerPoint has shrunk are seldom whole.
_ROUNDING: Final = 0.05


def is_small_print(shape: FoundShape, deck: FoundDeck) -> bool:
    """Tell whether a text is there to be looked up: footers, page numbers, sources."""
    starts = shape.box.y / deck.height if shape.box is not None else 0.0
    if starts >= _FOOT_STARTS or (shape.placeholder is not None and shape.placeholder.kind in _FOOT):
        return True
    least = _SMALL_PRINT * page_scale(deck.width, deck.height)
    if shape.placeholder is not None and shape.text.usual_size <= least:
        return True
    return starts >= _SOURCES_START and all(run.size <= least for run in shape.text.runs)


def check_print_size(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """No text is smaller than the floor of its kind."""
    scale = page_scale(deck.width, deck.height)
    for slide, place in slides(deck, file):
        for shape in seen_shapes(slide):
            floor = LEAST_SMALL_PRINT if is_small_print(shape, deck) else LEAST
            yield from _small([shape.text], floor, scale, place.at(shape))
            cells = [cell.text for row in shape.table.rows for cell in row] if shape.table else []
            yield from _small(cells, LEAST_IN_TABLES, scale, place.at(shape))


def _small(texts: list[FoundText], usual_floor: float, scale: float, place: Place) -> Iterator[Diagnostic]:
    floor = usual_floor * scale
    runs = [run for text in texts for run in text.runs if run.text.strip() and run.size < floor - _ROUNDING]
    if not runs:
        return
    run = min(runs, key=lambda one: (one.size, -len(one.text)))
    severity = Severity.NOTE if run.size + _ROUNDING >= min(floor, _COMMON * scale) else Severity.WARNING
    message = f"{quoted(run.text)} is set in {run.size:g} pt; {floor:.3g} is the least here"
    yield place.finding("small-text", message, severity, "say less, or spread it over two slides")
