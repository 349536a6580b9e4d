"""What none of the faces can draw would be shown as boxes.

``no-font-for-script``: words in a script that no face has, such as Thai; ``missing-glyph``: a single character, such as
an emoji. ``stacked-marks``: so many marks on one letter that they reach over the lines around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from outreach_decks.deck import Deck, PlacedBlock, PlacedChart, PlacedGroup, PlacedShape, PlacedTable, PlacedText
from outreach_decks.diagnostics import Diagnostic, Severity, Span
from outreach_decks.measure import Measure
from outreach_decks.talk import Talk, passages_in
from outreach_decks.text import Paragraph, Paragraphs, words

# What belongs to all scripts, to that of its neighbour, or to none (Unicode Standard Annex 24).
_NO_SCRIPT: Final = frozenset({"Zyyy", "Zinh", "Zzzz"})
# No language writes so many marks on one letter.
_STACKED: Final = re.compile("[^\u0300-\u036f][\u0300-\u036f]{4,}")


def check_glyphs(talk: Talk, deck: Deck, measure: Measure, title: Span) -> Iterator[Diagnostic]:
    """Every character on a slide can be drawn; of several lines in one shape, the one at fault is named.

    ``title`` is where the title of the talk is written, which stands in the footer of every slide.
    """
    yield from _findings(measure.missing(deck.footer), title, measure)
    places = _places(talk)
    for slide in deck.slides:
        for shape in slide.shapes:
            for paragraph, span in _lines(shape):
                place = places.get((slide.span, paragraph.plain)) or span or slide.span
                yield from _findings(measure.missing(paragraph.plain), place, measure)
                yield from _stacked(paragraph.plain, place)


def _places(talk: Talk) -> dict[tuple[Span, str], Span]:
    """Where each line of each slide is written."""
    return {
        (slide.span, paragraph.plain): passage.span
        for slide in talk.slides
        for passage in passages_in(slide)
        for paragraph in passage.paragraphs
    }


def _lines(shape: PlacedShape) -> Iterator[tuple[Paragraph, Span | None]]:
    for paragraphs, span in _texts(shape):
        yield from ((paragraph, span) for paragraph in paragraphs)


def _texts(shape: PlacedShape) -> Iterator[tuple[Paragraphs, Span | None]]:
    match shape:
        case PlacedText(paragraphs=paragraphs, span=span):
            yield paragraphs, span
        case PlacedGroup(shapes=blocks):
            yield from ((block.paragraphs, block.span) for block in blocks if isinstance(block, PlacedBlock))
        case PlacedTable(rows=rows):
            yield from ((cell.paragraphs, cell.span) for row in rows for cell in row)
        case PlacedChart(chart=chart, data=data):
            yield (words(chart.unit),), Span(data.file)
            yield from (((words(row.label),), Span(data.file, row.line or 1)) for row in data.rows)
        case _:
            return


def _stacked(text: str, span: Span) -> Iterator[Diagnostic]:
    found = _STACKED.search(text)
    if found:
        message = f'"{found[0][0]}" has {len(found[0]) - 1} marks on it, which reach over the lines around it'
        hints = ("write the letter with the marks that it has in its language",)
        yield Diagnostic("stacked-marks", message, span, Severity.WARNING, hints)


def _findings(missing: frozenset[str], span: Span, measure: Measure) -> Iterator[Diagnostic]:
    """One finding for each script that no face has, and one for the characters that are left."""
    by_script: dict[str, list[str]] = {}
    for one in sorted(missing):
        by_script.setdefault(lacking_script(one, measure), []).append(one)
    for name, characters in by_script.items():
        yield _no_font(name, characters, span) if name else _no_glyph(characters, span)


def lacking_script(character: str, measure: Measure) -> str:
    """The English name of the script of a character where no face has that script, else ""."""
    from fontTools.unicodedata import script, script_name

    own = script(character)
    if own in _NO_SCRIPT or own in measure.scripts:
        return ""
    return str(script_name(own)).replace("_", " ")


def _no_font(name: str, characters: Sequence[str], span: Span) -> Diagnostic:
    message = f"no face at hand has the {name} script, so this cannot be shown: {', '.join(characters)}"
    return Diagnostic("no-font-for-script", message, span, hints=("write it in Latin letters or in Japanese",))


def _no_glyph(characters: Sequence[str], span: Span) -> Diagnostic:
    shown = ", ".join(f"{one} (U+{ord(one):04X})" for one in characters)
    message = f"the faces of the deck have no glyph for {shown}"
    return Diagnostic("missing-glyph", message, span, hints=("write it in words",))
