"""Tables: columns as wide as their words ask for, rows as high as their words need. Lengths are EMU, sizes pt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import accumulate, product
from typing import Final, NamedTuple

from outreach_decks.deck import PlacedCell, PlacedTable
from outreach_decks.diagnostics import Span
from outreach_decks.geometry import EMU_PER_PT, inches
from outreach_decks.layout.canvas import Canvas
from outreach_decks.layout.fitting import SMALLEST_CELL, Fitted, fit_block, longest_word, sizes
from outreach_decks.layout.phrasing import in_phrases
from outreach_decks.measure import SLACK, Measure, slackened
from outreach_decks.talk import HelpRow, Passages
from outreach_decks.text import Paragraph, Paragraphs, Run, words
from outreach_decks.theme import LayoutSlots
from outreach_decks.wording import Wording

# The room inside a cell, left and right, above and below; the writer gives cells the same.
CELL_MARGIN_X: Final = inches(0.14)
CELL_MARGIN_Y: Final = inches(0.09)
_LARGEST_CELL: Final = 24.0
# What the words of a table do, for ``Canvas.allowed``.
CELLS: Final = "cell"
_LONGEST_LINE: Final = inches(5.2)
# How many times what it wants one column may get.
_FAVOURS: Final = (1.25, 1.5, 2.0, 3.0)


@dataclass(frozen=True, slots=True)
class Words:
    """What stands in a cell and where it is written. ``scale`` is how much larger than its neighbours it is set.

    ``leading`` is the distance of its lines in em, None where the face decides; ``phrases`` as in ``Slot``.
    """

    paragraphs: Paragraphs
    span: Span
    bold: bool = False
    scale: float = 1.0
    leading: float | None = None
    phrases: bool = False


Rows = Sequence[Sequence[Words]]


def table(rows: Rows, alt: str, canvas: Canvas, whole: Rows = ()) -> PlacedTable:
    """A table in the slot of its layout, at the largest size at which it fits; the first row is the header.

    Where it is a part, its columns are as wide as those of the ``whole``.
    """
    rows, whole = _set_in(rows, canvas.layout), _set_in(whole or rows, canvas.layout)
    *larger, smallest = (
        partial(_grid, rows, whole, canvas, size) for size in canvas.allowed(sizes(_LARGEST_CELL, SMALLEST_CELL), CELLS)
    )
    grid = next((found for make in larger if (found := make()).fits), None) or smallest()
    return _with_excess(rows, _placed(rows, grid, alt, canvas), canvas.measure)


class _Grid(NamedTuple):
    """A table at a size in pt: widths of columns, heights that rows need, and whether all of it fits, no word cut."""

    size: float
    widths: tuple[int, ...]
    needed: list[int]
    fits: bool


def _grid(rows: Rows, whole: Rows, canvas: Canvas, size: float) -> _Grid:
    box, measure = canvas.slot("table").box, canvas.measure
    widths = column_widths(whole, box.width, measure, size)
    needed = [_row_height(row, widths, measure, size) for row in rows]
    fits = sum(needed) <= box.height and not _breaks_words(rows, widths, measure, size)
    return _Grid(size, widths, needed, fits)


def _set_in(rows: Rows, layout: LayoutSlots) -> Rows:
    return [[replace(cell, leading=layout.leading, phrases=layout.phrases) for cell in row] for row in rows]


def holds(rows: Rows, canvas: Canvas, whole: Rows = ()) -> bool:
    """Tell whether a table fits the slot of its layout at the smallest size."""
    box, measure = canvas.slot("table").box, canvas.measure
    rows = _set_in(rows, canvas.layout)
    if sum(map(_least_height, rows)) > box.height:
        return False
    widths = column_widths(_set_in(whole, canvas.layout) or rows, box.width, measure, SMALLEST_CELL)
    heights = (_row_height(row, widths, measure, SMALLEST_CELL) for row in rows)
    return all(until <= box.height for until in accumulate(heights))


def _least_height(row: Sequence[Words]) -> int:
    """No more than a row needs at the smallest size: each paragraph a single line, as close as letters are high."""
    least = (len(cell.paragraphs) * SMALLEST_CELL * cell.scale for cell in row)
    return int(max(least) * EMU_PER_PT) + 2 * CELL_MARGIN_Y


def _placed(rows: Rows, grid: _Grid, alt: str, canvas: Canvas) -> PlacedTable:
    slot, measure = canvas.slot("table"), canvas.measure
    cells = tuple(
        tuple(_cell(cell, width, measure, grid.size) for cell, width in zip(row, grid.widths, strict=True))
        for row in rows
    )
    heights, available = _spread(grid.needed, slot.box.height), slot.box.height
    return PlacedTable(slot.index, slot.box, grid.widths, heights, cells, alt, sum(grid.needed), available)


def _cell(cell: Words, width: int, measure: Measure, size: float) -> PlacedCell:
    own = round(size * cell.scale)
    words = tuple(_broken(paragraph, cell, width, measure, own) for paragraph in cell.paragraphs)
    return PlacedCell(words, own, bold=cell.bold, span=cell.span, leading=cell.leading)


def _broken(paragraph: Paragraph, cell: Words, width: int, measure: Measure, size: float) -> Paragraph:
    """A paragraph with line ends between phrases, where that takes no more lines."""
    room = slackened(width - 2 * CELL_MARGIN_X) / EMU_PER_PT
    found = in_phrases(paragraph, measure, size, room, bold=cell.bold) if cell.phrases else None
    if found is None:
        return paragraph
    lines, least = (measure.paragraph_lines(each, size, room, bold=cell.bold) for each in (found, paragraph))
    return found if lines <= least else paragraph


def column_widths(rows: Rows, width: int, measure: Measure, size: float) -> tuple[int, ...]:
    """Share ``width`` among the columns: each gets its longest word, the rest goes by how long the texts are.

    Where the table is lower for it, one column gets more than that.
    """
    return _widths(tuple(map(tuple, rows)), width, measure, size)


# The parts of a table ask for the widths of the whole again and again.
@lru_cache(maxsize=16)
def _widths(rows: tuple[tuple[Words, ...], ...], width: int, measure: Measure, size: float) -> tuple[int, ...]:
    columns = list(zip(*rows, strict=True))
    least = [max(_least_width(cell, measure, size) for cell in column) for column in columns]
    wished = [max(_wished_width(cell, measure, size) for cell in column) for column in columns]
    wants = [max(wish - low, 1) for wish, low in zip(wished, least, strict=True)]
    ways = (_shared(width, least, favoured) for favoured in _favours(wants))
    return min(ways, key=lambda widths: sum(_row_height(row, widths, measure, size) for row in rows))


def _favours(wants: Sequence[int]) -> Iterator[list[int]]:
    """What the columns want, first as it is, then with one of them wanting more."""
    yield list(wants)
    for factor, favoured in product(_FAVOURS, range(len(wants))):
        yield [round(want * factor) if column == favoured else want for column, want in enumerate(wants)]


def _shared(width: int, least: Sequence[int], wants: Sequence[int]) -> tuple[int, ...]:
    if sum(least) > width:
        # Words are cut then, whatever the widths; no column may take the room of the others.
        least = [low * width // sum(least) for low in least]
    spare = width - sum(least)
    shares = [low + spare * want // sum(wants) for low, want in zip(least, wants, strict=True)]
    return (*shares[:-1], width - sum(shares[:-1]))


def _least_width(cell: Words, measure: Measure, size: float) -> int:
    longest = longest_word(cell.paragraphs, measure, round(size * cell.scale), bold=cell.bold)
    return round(longest * (1 + 2 * SLACK)) + 2 * CELL_MARGIN_X


def _wished_width(cell: Words, measure: Measure, size: float) -> int:
    lines = [measure.width(paragraph.runs, size * cell.scale, bold=cell.bold) for paragraph in cell.paragraphs]
    return min(round(max(lines, default=0.0) * EMU_PER_PT) + 2 * CELL_MARGIN_X, _LONGEST_LINE)


def _row_height(row: Sequence[Words], widths: Sequence[int], measure: Measure, size: float) -> int:
    heights = (_cell_height(cell, width, measure, size) for cell, width in zip(row, widths, strict=True))
    return max(heights) + 2 * CELL_MARGIN_Y


def _cell_height(cell: Words, width: int, measure: Measure, size: float) -> int:
    room, own = slackened(width - 2 * CELL_MARGIN_X), round(size * cell.scale)
    return measure.block_height(cell.paragraphs, own, room, bold=cell.bold, leading=cell.leading)


def _spread(needed: list[int], available: int) -> tuple[int, ...]:
    """Give the rows some of the room that is left, but not so much that a short table looks stretched."""
    spare = max(available - sum(needed), 0)
    each = min(spare // len(needed), inches(0.22))
    return tuple(height + each for height in needed)


def _breaks_words(rows: Rows, widths: Sequence[int], measure: Measure, size: float) -> bool:
    pairs = ((cell, width) for row in rows for cell, width in zip(row, widths, strict=True))
    return any(_least_width(cell, measure, size) > width for cell, width in pairs)


def _with_excess(rows: Rows, placed: PlacedTable, measure: Measure) -> PlacedTable:
    """Name the highest cell as the one that must lose what is too high, at the smallest size."""
    if placed.needed <= placed.available:
        return placed
    places = [(row, column) for row in range(len(rows)) for column in range(len(placed.widths))]
    row, column = max(places, key=lambda place: _place_height(rows, placed, place, measure))
    too_high = placed.needed - placed.available
    height = max(_place_height(rows, placed, (row, column), measure) - too_high, 1)
    excess = max(_cell_fit(rows[row][column], placed.widths[column], measure, height).excess, 1)
    cells = [list(line) for line in placed.rows]
    cells[row][column] = replace(cells[row][column], excess=excess)
    return replace(placed, rows=tuple(tuple(line) for line in cells))


def _place_height(rows: Rows, placed: PlacedTable, place: tuple[int, int], measure: Measure) -> int:
    row, column = place
    return _cell_height(rows[row][column], placed.widths[column], measure, SMALLEST_CELL)


def _cell_fit(cell: Words, width: int, measure: Measure, height: int) -> Fitted:
    """The words of a cell at the smallest size in ``height``, with how many have no room."""
    scale = [round(SMALLEST_CELL * cell.scale)]
    room = (width - 2 * CELL_MARGIN_X, height)
    return fit_block(cell.paragraphs, room, scale, measure, bold=cell.bold, leading=cell.leading)


def written_rows(header: Passages, rows: tuple[Passages, ...]) -> list[list[Words]]:
    """The rows of an authored table."""
    top = [Words(passage.paragraphs, passage.span, bold=True) for passage in header]
    return [top, *([Words(passage.paragraphs, passage.span) for passage in row] for row in rows)]


def help_rows(rows: tuple[HelpRow, ...], wording: Wording, whole: tuple[HelpRow, ...] = ()) -> list[list[Words]]:
    """The rows of a table of help lines: what to dial is the largest. Without any hours there is no column for them.

    Where they are a part, the ``whole`` says which columns there are.
    """
    timed = any(row.hours or row.languages for row in whole or rows)
    keys = ("help-contact", "help-who", "help-hours") if timed else ("help-contact", "help-where")
    top = [Words((words(wording.say(key)),), rows[0].span, bold=True) for key in keys]
    return [top, *(_help_row(row, timed=timed) for row in rows)]


def _help_row(row: HelpRow, *, timed: bool) -> list[Words]:
    # A number is read across a room and copied down; a web address is too long for that size.
    scale = 1.5 if len(row.contact) <= len("0120-007-110") else 1.0
    contact = Words((Paragraph((Run(row.contact, bold=True, colour="accent"),)),), row.span, bold=True, scale=scale)
    name = [Paragraph((Run(row.name, bold=True),))] if row.name else []
    purpose = [words(row.purpose)] if row.purpose else []
    cells = [contact, Words((*name, *purpose), row.span)]
    when = tuple(words(line) for line in (row.hours, row.languages) if line) or (words("–"),)
    return [*cells, Words(when, row.span)] if timed else cells


def table_alt(rows: Rows, wording: Wording) -> str:
    """The columns of a table, named."""
    names = wording.say("alt-between").join(cell.paragraphs[0].plain for cell in rows[0])
    return wording.say("table-alt", items=names)


def help_alt(rows: tuple[HelpRow, ...], wording: Wording) -> str:
    """The help lines in words."""
    items = wording.listed(f"{row.contact} {row.name}".strip() for row in rows)
    return wording.say("help-alt", items=items)
