"""Native tables in table placeholders, painted cell by cell in colours of the theme."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from outreach_decks.deck import PlacedCell, PlacedTable
from outreach_decks.geometry import Box
from outreach_decks.powerpoint.elements import Attributes, Element, element, transform
from outreach_decks.powerpoint.page import Page
from outreach_decks.powerpoint.placeholders import locks, placeholder_mark, placeholder_name
from outreach_decks.powerpoint.text import Look, text_body
from outreach_decks.theme import pitch

_TABLE: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"
# "No Style, No Grid": what a cell does not say of itself is not painted.
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
# Half a point: a rule that parts rows and is quieter than words. Two and a quarter below the header, which it carries.
_RULE_WIDTH: Final = 6_350
_HEADER_RULE_WIDTH: Final = 28_575
_SIDES: Final = ("lnL", "lnR", "lnT", "lnB")


def placed_table(page: Page, table: PlacedTable) -> Element:
    """A table whose first row is its header."""
    names = element(
        "p:nvGraphicFramePr",
        {},
        page.label(placeholder_name(page, table.index), table.alt),
        element("p:cNvGraphicFramePr", {}, locks(page, table.index, "a:graphicFrameLocks")),
        placeholder_mark(page, table.index),
    )
    frame = Box(table.box.x, table.box.y, sum(table.widths), sum(table.heights))
    graphic = element("a:graphic", {}, element("a:graphicData", {"uri": _TABLE}, _table(page, table)))
    return element("p:graphicFrame", {}, names, transform(frame, "p:xfrm"), graphic)


def _table(page: Page, table: PlacedTable) -> Element:
    style = element("a:tableStyleId")
    style.text = _NO_STYLE
    grid = element("a:tblGrid", {}, *(element("a:gridCol", {"w": width}) for width in table.widths))
    return element("a:tbl", {}, element("a:tblPr", {"firstRow": 1}, style), grid, *_rows(page, table))


def _rows(page: Page, table: PlacedTable) -> Iterator[Element]:
    for number, (cells, height) in enumerate(zip(table.rows, table.heights, strict=True)):
        yield element("a:tr", {"h": height}, *(_cell(page, cell, number, table.inset) for cell in cells))


def _cell(page: Page, cell: PlacedCell, row: int, inset: tuple[int, int]) -> Element:
    distance = None if cell.leading is None else pitch(cell.size, cell.leading)
    look = Look(lambda _: cell.size, _ink(row), bold=cell.bold, align=cell.align, pitch=lambda _: distance)
    body = text_body(page, cell.paragraphs, element("a:bodyPr"), look, "a:txBody")
    across, down = inset
    margins: Attributes = {"marL": across, "marR": across, "marT": down, "marB": down, "anchor": "ctr"}
    rules = (_rule(page, side, row) for side in _SIDES)
    return element("a:tc", {}, body, element("a:tcPr", margins, *rules, page.fill(_ground(row))))


def _ink(row: int) -> str:
    return "ground" if row == 0 else "ink"


def _ground(row: int) -> str:
    """Every other row below the header is tinted, so that the eye keeps its line."""
    return "tint" if row % 2 else "paper"


def _rule(page: Page, side: str, row: int) -> Element:
    """Rows are parted by thin rules, the header by a strong one, columns by nothing."""
    if side == "lnT" and row == 1:
        return _drawn(page, side, _HEADER_RULE_WIDTH, "ground")
    if side != "lnB":
        return element(f"a:{side}", {"w": 0}, element("a:noFill"))
    return _drawn(page, side, _RULE_WIDTH, "grey") if row else _drawn(page, side, _HEADER_RULE_WIDTH, "ground")


def _drawn(page: Page, side: str, width: int, colour: str) -> Element:
    return element(f"a:{side}", {"w": width}, page.fill(colour))
