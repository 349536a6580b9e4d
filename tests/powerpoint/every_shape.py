"""A small deck that has every kind of shape, placed on one of the templates as layout would place it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path

import resvg_py
from PIL import Image

from outreach_decks.deck import (
    Deck,
    DeckSection,
    DrawnImage,
    PlacedBlock,
    PlacedCell,
    PlacedChart,
    PlacedGroup,
    PlacedIcon,
    PlacedPicture,
    PlacedQrCode,
    PlacedShape,
    PlacedSlide,
    PlacedTable,
    PlacedText,
)
from outreach_decks.diagnostics import Span
from outreach_decks.facts import Chart, DataRow, DataTable
from outreach_decks.geometry import Box, inches
from outreach_decks.powerpoint.template import read_template
from outreach_decks.powerpoint.write import write_pptx
from outreach_decks.qr_code import draw_qr_code
from outreach_decks.reader import read_document
from outreach_decks.text import Paragraph, Paragraphs, Run, words
from outreach_decks.theme import Geometry, LayoutSlots, Theme

TEMPLATES = Path(__file__).parents[2] / "assets" / "templates"
SPAN = Span("talk.yaml")
HOUSE = "M12 3 2 12h3v8h6v-6h2v6h6v-8h3Z"
HEART = "M12 21C6 16 2 12.5 2 8a5 5 0 0 1 10-1 5 5 0 0 1 10 1c0 4.500-4 8-10 13Z"
LINK = "https://example.org/日本/?a=1&b=2"
CHART = PlacedChart(
    31,
    Box(0, 0, 0, 0),
    Chart(
        kind="column",
        data="protected.csv",
        x="year",
        y="people",
        unit="people",
        of="people protected each year",
        source=("council-2025",),
    ),
    DataTable("protected.csv", (DataRow("2023", 52.0), DataRow("2024", 66.0))),
    "Column chart: people protected each year, from 52 in 2023 to 66 in 2024",
)


@dataclass(frozen=True)
class Look:
    """A template and what was read from it."""

    template: bytes
    theme: Theme
    geometry: Geometry


@cache
def look(name: str = "church") -> Look:
    """Read one of the templates."""
    template = (TEMPLATES / f"{name}.pptx").read_bytes()
    table = read_document("layouts.yaml", (TEMPLATES / "layouts.yaml").read_bytes())
    return Look(template, *read_template(template, table))


@cache
def written(name: str = "church") -> bytes:
    """Write the deck on one of the templates."""
    deck = every_shape(name)
    return write(deck, name)


def write(deck: Deck, name: str = "church") -> bytes:
    """Write any deck on one of the templates, with drawings for the charts and codes it has."""
    given = look(name)
    return write_pptx(deck, given.template, given.theme, given.geometry, drawings(deck, given.theme))


def drawings(deck: Deck, theme: Theme) -> dict[PlacedChart | PlacedQrCode, DrawnImage]:
    """Draw what the deck wants drawn."""
    shapes = [shape for slide in deck.slides for shape in slide.shapes]
    wanted = [shape for shape in shapes if isinstance(shape, PlacedChart | PlacedQrCode)]
    return {
        shape: draw_qr_code(shape, theme) if isinstance(shape, PlacedQrCode) else _columns(shape, theme)
        for shape in wanted
    }


def _columns(chart: PlacedChart, theme: Theme) -> DrawnImage:
    width, height = chart.box.width // 12_700, chart.box.height // 12_700
    step = width / len(chart.data.rows)
    bars = "".join(
        f'<rect x="{step * at + step / 4}" y="{height - row.value * 4}" width="{step / 2}" height="{row.value * 4}" '
        f'fill="#{theme.colours["accent" if at else "grey"]}"/>'
        for at, row in enumerate(chart.data.rows)
    )
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{bars}</svg>'
    return DrawnImage(svg.encode(), bytes(resvg_py.svg_to_bytes(svg_string=svg, dpi=96)))


def photo(kind: str = "JPEG") -> bytes:
    """A picture of a sky and a field, 800 by 600 px."""
    image = Image.new("RGB", (800, 600), (150, 190, 230))
    image.paste((90, 140, 80), (0, 380, 800, 600))
    file = BytesIO()
    image.save(file, kind)
    return file.getvalue()


def every_shape(name: str = "church") -> Deck:
    """The deck."""
    return Deck(
        title="Hidden in plain sight",
        subject="Human trafficking in Japan",
        author="A. Speaker",
        keywords=("human trafficking", "Japan", "church"),
        language="en",
        notes_language="en",
        footer="Hidden in plain sight",
        slides=_slides(look(name).geometry),
        sections=(DeckSection("Opening", 2), DeckSection("What we know", 7), DeckSection("What to do", 2)),
    )


NOTES: Paragraphs = (
    words("Good morning."),
    Paragraph((Run("日本語の注です。"), Run("And a link", link=LINK))),
)
POINTS: Paragraphs = (
    Paragraph((Run("Someone else holds the "), Run("passport", bold=True), Run(" or the phone"))),
    Paragraph((Run("Debts that never shrink", colour="accent"), Run("1", superscript=True))),
    words("fees for the journey", 1),
    words("fines for mistakes", 2),
    Paragraph((Run("Read more on "), Run("the page of the council", italic=True, link=LINK), Run("."))),
)
JAPANESE: Paragraphs = (
    words("人身取引とは、人を支配してもうけることです"),
    words("2024年に66人がIOMなどの支援を受けました"),
)


def _slides(geometry: Geometry) -> tuple[PlacedSlide, ...]:
    hidden = _On(geometry, "statement", "extra").slide("Kept for questions")
    return (
        _cover(_On(geometry, "cover", "cover")),
        _section(_On(geometry, "section", "part")),
        _points(_On(geometry, "bullets", "signs")),
        _japanese(_On(geometry, "bullets-icon", "japanese")),
        _number(_On(geometry, "number", "how-many")),
        _chart(_On(geometry, "chart", "by-year")),
        _table(_On(geometry, "table", "laws")),
        _steps(_On(geometry, "steps", "steps")),
        _picture(_On(geometry, "image", "place")),
        _ask(_On(geometry, "ask", "ask")),
        replace(hidden, hidden=True),
    )


@dataclass(frozen=True)
class _On:
    """A layout that shapes are placed on, and the id of the slide."""

    geometry: Geometry
    layout: str
    id: str

    @property
    def slots(self) -> LayoutSlots:
        return self.geometry.layouts[self.layout]

    def box(self, role: str) -> Box:
        return self.slots.slots[role].box

    def index(self, role: str) -> int:
        return self.slots.slots[role].index

    def text(self, role: str, *paragraphs: Paragraph, size: float | None = None) -> PlacedText:
        return PlacedText(role, self.index(role), self.box(role), paragraphs, size, 0, 0)

    def icon(self, role: str, path: str, colour: str) -> PlacedIcon:
        return PlacedIcon("house" if path == HOUSE else "heart", path, 24, self.box(role), colour)

    def slide(self, title: str, *shapes: PlacedShape) -> PlacedSlide:
        return PlacedSlide(self.id, self.layout, title, (self.text("title", words(title)), *shapes), NOTES, SPAN)

    def source(self) -> PlacedText:
        return self.text("source", words("Source: Council for measures against trafficking, 2025"))


def _cover(on: _On) -> PlacedSlide:
    return on.slide("Hidden in plain sight", on.text("subtitle", words("A church can help")))


def _section(on: _On) -> PlacedSlide:
    return on.slide("What the figures say", on.icon("icon", HEART, "glow"))


def _points(on: _On) -> PlacedSlide:
    return on.slide("Signs that several together should make you ask", on.text("body", *POINTS, size=26.0), on.source())


def _japanese(on: _On) -> PlacedSlide:
    points = on.text("body", *JAPANESE)
    return on.slide("日本で保護された人の多くは日本人でした", points, on.icon("icon", HOUSE, "accent"))


def _number(on: _On) -> PlacedSlide:
    figures = (on.text("number", words("66")), on.text("caption", words("people protected in 2024")))
    return on.slide("Most of the people protected were Japanese", *figures, on.source())


def _chart(on: _On) -> PlacedSlide:
    chart = replace(CHART, index=on.index("picture"), box=on.box("picture"))
    return on.slide("More people were found in 2024", chart, on.source())


def _table(on: _On) -> PlacedSlide:
    head = tuple(PlacedCell((words(name),), 22.0, bold=True) for name in ("Law", "Since", "For whom"))
    rows = (("Penal Code", "2005", "anyone bought"), ("出入国管理法", "2005", "people from abroad"), ("Other", "", ""))
    cells = tuple(tuple(PlacedCell((words(cell),), 20.0) for cell in row) for row in rows)
    box = on.box("table")
    widths = (box.width // 3, box.width // 6, box.width // 2)
    alt = "Table of laws: Penal Code, since 2005; immigration law, since 2005"
    heights, inset = (inches(0.6),) * 4, (inches(0.15), inches(0.08))
    table = PlacedTable(on.index("table"), box, widths, heights, (head, *cells), alt, 0, 0, inset)
    return on.slide("Two laws, two kinds of protection", table, on.source())


def _steps(on: _On) -> PlacedSlide:
    box = on.box("canvas")
    columns = Box(box.x, box.y + inches(0.4), box.width, inches(2.6)).columns(3, inches(0.5))
    cards = (_card(column, text) for column, text in zip(columns, ("Ask", "Listen", "Call"), strict=True))
    rule = PlacedBlock("line", Box(box.x, box.y, box.width, 0), line="accent", line_width=3.0)
    corners = (Box(column.x + 200_000, column.y + 200_000, 600_000, 600_000) for column in columns)
    icons = (PlacedIcon("house", HOUSE, 24, corner, "accent") for corner in corners)
    arrow = PlacedBlock("chevron", Box(box.x, box.bottom - inches(0.9), inches(1.2), inches(0.6)), fill="accent")
    group = PlacedGroup("Steps", box, (rule, *cards, *icons, arrow), "Three steps: ask, listen, call")
    return on.slide("Ask, listen, call", group, on.source())


def _card(box: Box, text: str) -> PlacedBlock:
    paragraphs = (words(text).bolder(), words("in a quiet place"))
    style = {"fill": "tint", "line": "grey", "line_width": 1.5, "align": "ctr", "anchor": "b"}
    return PlacedBlock("roundRect", box, paragraphs=paragraphs, size=28.0, inset=inches(0.2), adjust=(6_000,), **style)  # type: ignore[arg-type]


def _picture(on: _On) -> PlacedSlide:
    box = on.box("picture")
    seen = PlacedPicture(on.index("picture"), box, photo(), "A field by a road", (0.05, 0.0, 0.0, 0.1))
    return on.slide("It happens in everyday places", seen, on.text("caption", words("A field by the road.")))


def _ask(on: _On) -> PlacedSlide:
    code = PlacedQrCode(on.index("picture"), on.box("picture"), "https://example.org/help", "QR code: example.org/help")
    said = on.text("body", words("Save the number in your phone."))
    return on.slide("One thing to do this week", said, code, on.text("label", words("example.org/help")))
