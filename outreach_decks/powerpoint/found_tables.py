"""Tables as records, painted as their style says (ECMA-376 Part 1, 21.1.3 and 20.1.4.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from outreach_decks.found_deck import Fill, FoundCell, FoundTable, FoundText, Paint, UnknownFill
from outreach_decks.geometry import Box
from outreach_decks.powerpoint.elements import NAMESPACES, Element
from outreach_decks.powerpoint.found_fills import own_fill
from outreach_decks.powerpoint.found_page import FoundPage
from outreach_decks.powerpoint.found_text import Linked, TextReader, TextStyles

_TRUE: Final = frozenset({"1", "true", "on"})
_NOWHERE: Final = Box(0, 0, 0, 0)
_INSETS: Final = (("marL", 91_440), ("marT", 45_720), ("marR", 91_440), ("marB", 45_720))
_NONE: Final = ("{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}")
# "Medium Style 2" and its accents, which PowerPoint knows without their being in the file.
_MEDIUM: Final = {
    "{073A0DAA-6AF3-43AB-8588-CEC1D06C72B9}": "dk1",
    "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}": "accent1",
    "{21E4AEA4-8DFA-4A89-87EB-49C32662AFE0}": "accent2",
    "{F5AB1C69-6EDB-4FF4-983F-18BD219EF322}": "accent3",
    "{00A15C55-8517-42AA-B614-E9B94910E393}": "accent4",
    "{7DF18680-E054-41AD-8BC1-D1AEF772440D}": "accent5",
    "{93296810-A885-4BE3-A3E7-6D5BEEA58F35}": "accent6",
}
_BOLD_ON_COLOUR: Final = (
    '<a:{part}><a:tcTxStyle b="on"><a:schemeClr val="lt1"/></a:tcTxStyle><a:tcStyle><a:fill><a:solidFill>'
    '<a:schemeClr val="{colour}"/></a:solidFill></a:fill></a:tcStyle></a:{part}>'
)
_TINTED: Final = (
    '<a:tcStyle><a:fill><a:solidFill><a:schemeClr val="{colour}"><a:tint val="{share}"/></a:schemeClr>'
    "</a:solidFill></a:fill></a:tcStyle>"
)

TableStyles = Mapping[str, Element]


@dataclass(frozen=True, slots=True)
class TableReader:
    """Reads tables of one page; ``styles`` are those that the file has, by id."""

    page: FoundPage
    linked: Linked
    styles: TableStyles

    def table(self, frame: Element, box: Box | None) -> FoundTable:
        """The table in a ``p:graphicFrame``."""
        found = frame.find("a:graphic/a:graphicData/a:tbl", NAMESPACES)
        if found is None:
            return FoundTable((), header=False)
        look = _Look(found, self._style(found))
        widths = [int(each.get("w", "0")) for each in found.findall("a:tblGrid/a:gridCol", NAMESPACES)]
        rows, top = [], (box or _NOWHERE).y
        for number, row in enumerate(found.findall("a:tr", NAMESPACES)):
            height = int(row.get("h", "0"))
            places = _places(widths, (box or _NOWHERE).x, top, height)
            cells = zip(row.findall("a:tc", NAMESPACES), places, strict=False)
            rows.append(
                tuple(self._cell(cell, place, look.parts(number, at)) for at, (cell, place) in enumerate(cells))
            )
            top += height
        return FoundTable(tuple(rows), header="firstRow" in look.flags)

    def _style(self, table: Element) -> Element | None:
        identifier = table.findtext("a:tblPr/a:tableStyleId", "", NAMESPACES) or ""
        if identifier in self.styles:
            return self.styles[identifier]
        if identifier in _MEDIUM:
            return _medium(_MEDIUM[identifier])
        return None if identifier in _NONE or not identifier else etree.Element("unknown")

    def _cell(self, cell: Element, place: Box, parts: list[Element]) -> FoundCell:
        properties, body = cell.find("a:tcPr", NAMESPACES), cell.find("a:txBody", NAMESPACES)
        return FoundCell(
            FoundText() if body is None else self._text(body, properties, parts),
            place,
            self._fill(properties, parts),
            int(cell.get("gridSpan", "1")),
            int(cell.get("rowSpan", "1")),
            covered=cell.get("hMerge") in _TRUE or cell.get("vMerge") in _TRUE,
        )

    def _text(self, body: Element, properties: Element | None, parts: list[Element]) -> FoundText:
        given = {} if properties is None else {str(key): str(value) for key, value in properties.attrib.items()}
        # A cell keeps its margins where a shape has insets, so its frame is written like that of a shape.
        frame = etree.Element("frame", anchor=given.get("anchor", "t"))
        for name, (margin, usual) in zip(("lIns", "tIns", "rIns", "bIns"), _INSETS, strict=True):
            frame.set(name, given.get(margin, str(usual)))
        lists = (
            *body.findall("a:lstStyle", NAMESPACES),
            *self.page.presentation.findall("p:defaultTextStyle", NAMESPACES),
        )
        looks = [look for part in parts if (look := part.find("a:tcTxStyle", NAMESPACES)) is not None]
        paint = next((paint for look in looks if (paint := self._paint(look))), None)
        bold = any(look.get("b") in _TRUE for look in looks)
        styles = TextStyles(lists, (frame,), paint, bold)
        return TextReader(self.page.paintbox, self.linked).text(body, styles)

    def _paint(self, look: Element) -> Paint | None:
        palette = self.page.paintbox.palette
        return palette.paint(look) or palette.paint(look.find("a:fontRef", NAMESPACES))

    def _fill(self, properties: Element | None, parts: list[Element]) -> Fill:
        own = own_fill(properties)
        if own is not None:
            return self.page.paintbox.painted(own)
        for part in parts:
            if part.tag == "unknown":
                return UnknownFill()
            filled = own_fill(part.find("a:tcStyle/a:fill", NAMESPACES))
            if filled is not None:
                return self.page.paintbox.painted(filled)
            reference = part.find("a:tcStyle/a:fillRef", NAMESPACES)
            if reference is not None:
                return self.page.paintbox.styled(reference)
        return None


class _Look:
    """Which parts of a style a cell is painted with: its flags are the switches in PowerPoint's ribbon."""

    def __init__(self, table: Element, style: Element | None) -> None:
        properties = table.find("a:tblPr", NAMESPACES)
        names = ("firstRow", "lastRow", "firstCol", "lastCol", "bandRow", "bandCol")
        self.flags = {name for name in names if properties is not None and properties.get(name) in _TRUE}
        self._style = style
        self._last_row = len(table.findall("a:tr", NAMESPACES)) - 1
        self._last_column = len(table.findall("a:tblGrid/a:gridCol", NAMESPACES)) - 1

    def parts(self, row: int, column: int) -> list[Element]:
        """The parts of the style for a cell, the strongest first (20.1.4.2.27)."""
        if self._style is None:
            return []
        if self._style.tag == "unknown":
            return [self._style]
        found = (self._style.find(f"a:{name}", NAMESPACES) for name in self._names(row, column))
        return [part for part in found if part is not None]

    def _names(self, row: int, column: int) -> Iterator[str]:
        edges = {"firstRow": row == 0, "lastRow": row == self._last_row}
        edges |= {"firstCol": column == 0, "lastCol": column == self._last_column}
        yield from (name for name, is_there in edges.items() if is_there and name in self.flags)
        if "bandRow" in self.flags:
            yield "band1H" if (row - ("firstRow" in self.flags)) % 2 == 0 else "band2H"
        if "bandCol" in self.flags:
            yield "band1V" if (column - ("firstCol" in self.flags)) % 2 == 0 else "band2V"
        yield "wholeTbl"


def _places(widths: list[int], x: int, y: int, height: int) -> Iterator[Box]:
    for width in widths:
        yield Box(x, y, width, height)
        x += width


def _medium(colour: str) -> Element:
    edges = "".join(
        _BOLD_ON_COLOUR.format(part=part, colour=colour) for part in ("firstRow", "lastRow", "firstCol", "lastCol")
    )
    band = _TINTED.format(colour=colour, share=40_000)
    whole = '<a:tcTxStyle><a:schemeClr val="dk1"/></a:tcTxStyle>' + _TINTED.format(colour=colour, share=20_000)
    return etree.fromstring(
        f'<a:tblStyle xmlns:a="{NAMESPACES["a"]}"><a:wholeTbl>{whole}</a:wholeTbl><a:band1H>{band}</a:band1H>'
        f"<a:band1V>{band}</a:band1V>{edges}</a:tblStyle>"
    )
