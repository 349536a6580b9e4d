"""``small-text``: what a last row can read.

There is no law for sizes; 18 pt is what guides to accessible slides ask for at least, and this project's own talks
keep to 20, 18 in tables, and 12 in small print, which is there to be looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from outreach_decks.checks.accessibility.place import Place, quoted, seen_shapes, slides
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import FoundDeck, FoundShape, FoundText

LEAST: Final = 20.0
LEAST_IN_TABLES: Final = 18.0
LEAST_SMALL_PRINT: Final = 12.0
# Below this, others' slides are hard to read too; above, it is only our own rule.
_COMMON: Final = 18.0
_FOOT: Final = frozenset({"ftr", "sldNum", "dt", "hdr"})
# A placeholder that the layout itself sets so small, or text so far down the slide, is small print.
_SMALL_PRINT: Final = 14.0
_FOOT_STARTS: Final = 0.83
# Sizes that PowerPoint has shrunk are seldom whole.
_ROUNDING: Final = 0.05


def is_small_print(shape: FoundShape, deck: FoundDeck) -> bool:
    """Tell whether a text is there to be looked up: footers, page numbers, sources."""
    if shape.box is not None and shape.box.y >= _FOOT_STARTS * deck.height:
        return True
    meant = shape.placeholder is not None and shape.text.usual_size <= _SMALL_PRINT
    return meant or (shape.placeholder is not None and shape.placeholder.kind in _FOOT)


def check_print_size(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """No text is smaller than the floor of its kind."""
    for slide, place in slides(deck, file):
        for shape in seen_shapes(slide):
            floor = LEAST_SMALL_PRINT if is_small_print(shape, deck) else LEAST
            yield from _small([shape.text], floor, place.at(shape))
            cells = [cell.text for row in shape.table.rows for cell in row] if shape.table else []
            yield from _small(cells, LEAST_IN_TABLES, place.at(shape))


def _small(texts: list[FoundText], floor: float, place: Place) -> Iterator[Diagnostic]:
    runs = [run for text in texts for run in text.runs if run.text.strip() and run.size < floor - _ROUNDING]
    if not runs:
        return
    run = min(runs, key=lambda one: (one.size, -len(one.text)))
    severity = Severity.NOTE if run.size + _ROUNDING >= min(floor, _COMMON) else Severity.WARNING
    message = f"{quoted(run.text)} is set in {run.size:g} pt; {floor:g} is the least here"
    yield place.finding("small-text", message, severity, "say less, or spread it over two slides")
