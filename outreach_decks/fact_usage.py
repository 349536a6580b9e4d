"""Where talks use what is in the fact base: each quotation in a text, each chart that is shown, each source named.

A fact is used by the texts that quote it as ``{fact.id}``, and by the rows of charts that take their figure from it.
What a chart uses, each slide that shows the chart uses too, on the slide and in its alt text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import outreach_decks.slide_kinds as kinds
from outreach_decks.amounts import QUOTED_FACT
from outreach_decks.authored_texts import AuthoredText, slide_texts
from outreach_decks.authored_texts import Channel as TextChannel
from outreach_decks.diagnostics import Span
from outreach_decks.facts import Chart, FactBook
from outreach_decks.markup import BRACES
from outreach_decks.outline import AuthoredSlide

Table = Literal["fact", "chart", "source", "help"]
Channel = Literal["slide", "notes", "alt text", "chart", "chart row", "source line", "fact base"]
_CHANNELS: dict[str, Channel] = {"shown": "slide", "spoken": "notes", "alt": "alt text"}


# How the base uses itself; all other channels are those of a slide.
WITHIN_THE_BASE: frozenset[Channel] = frozenset({"chart", "chart row", "fact base"})


@dataclass(frozen=True, slots=True)
class Use:
    """One use of an entry of the base.

    ``by`` is what uses it: the id of a slide, of a chart (``channel`` chart or chart row) or of an entry (fact base);
    ``through`` is the chart or fact that brings it along, "" where it is named itself.
    """

    table: Table
    id: str
    channel: Channel
    by: str
    place: Span
    through: str = ""

    def as_dict(self) -> dict[str, object]:
        """The use for other programs."""
        place = {"file": self.place.file, "line": self.place.line, "column": self.place.column}
        return {
            "table": self.table,
            "id": self.id,
            "channel": self.channel,
            "by": self.by,
            "through": self.through,
        } | place


def slide_uses(authored: AuthoredSlide, book: FactBook) -> Iterator[Use]:
    """All that a slide uses, what its charts and facts bring along included."""
    for use in _named(authored):
        yield use
        yield from _brought(use, book)


def _named(authored: AuthoredSlide) -> Iterator[Use]:
    """What a slide names itself: in its texts, and by its ids of charts, help lines and sources."""
    slide = authored.slide
    for written in slide_texts(authored):
        yield from _quoted(written, slide.id)
    match slide:
        case kinds.Chart():
            place = authored.span("chart")
            yield Use("chart", slide.chart, "slide", slide.id, place)
            yield Use("chart", slide.chart, "alt text", slide.id, place)
        case kinds.Help():
            for number, name in enumerate(slide.lines):
                yield Use("help", name, "slide", slide.id, authored.span("lines", number))
        case kinds.Case():
            for number, name in enumerate(slide.sources):
                yield Use("source", name, "source line", slide.id, authored.span("sources", number))
        case _:
            return


def _quoted(written: AuthoredText, by: str) -> Iterator[Use]:
    """The facts and help lines that a text quotes."""
    for found in BRACES.finditer(written.text):
        group, _, name = found.group()[1:-1].strip().partition(".")
        place = written.span(*found.span())
        if group == "fact":
            yield Use("fact", name, _CHANNELS[written.channel], by, place)
        elif group == "help":
            yield Use("help", name, _CHANNELS[written.channel], by, place)


def _brought(use: Use, book: FactBook) -> Iterator[Use]:
    """What comes along with what a slide uses: the facts and sources of a chart, the sources of a fact."""
    match use.table:
        case "chart" if use.id in book.charts:
            for fact in dict.fromkeys((*_in_rows(use.id, book), *_in_words(book.charts[use.id], use.channel))):
                yield Use("fact", fact, use.channel, use.by, use.place, use.id)
            if use.channel == "slide":
                for source in book.charts[use.id].source:
                    yield Use("source", source, "source line", use.by, use.place, use.id)
        case "fact" if use.id in book.facts:
            for source in book.facts[use.id].sources:
                channel: Channel = "source line" if use.channel == "slide" else use.channel
                yield Use("source", source, channel, use.by, use.place, use.id)
        case _:
            return


def _in_rows(chart: str, book: FactBook) -> list[str]:
    return [row.fact for row in book.data[chart].rows if row.fact]


def _in_words(chart: Chart, channel: Channel) -> list[str]:
    """What the words of a chart quote: ``of`` stands in the alt text, ``note`` on the slide."""
    words = chart.of if channel == "alt text" else chart.note or ""
    return [found["name"] for found in QUOTED_FACT.finditer(words)]


def chart_texts(name: str, book: FactBook) -> Iterator[AuthoredText]:
    """The words of a chart that people are shown or read, as they stand in charts.yaml."""
    chart, document = book.charts[name], book.documents.get("charts")
    for field, text in (("of", chart.of), ("note", chart.note)):
        if document and text:
            channel: TextChannel = "alt" if field == "of" else "shown"
            yield AuthoredText(text, (field,), channel, "ours", document, (name, field))


def base_uses(book: FactBook) -> Iterator[Use]:
    """What the base uses of itself: facts in the rows of charts; sources of facts, charts, rows and help lines."""
    for name, chart in book.charts.items():
        for written in chart_texts(name, book):
            for found in QUOTED_FACT.finditer(written.text):
                yield Use("fact", found["name"], "chart", name, written.span(*found.span()))
        for number, source in enumerate(chart.source):
            yield Use("source", source, "chart", name, book.place("charts", name, "source", number))
        for row in book.data[name].rows:
            if row.fact:
                yield Use("fact", row.fact, "chart row", name, book.row_place(name, row))
            if row.source:
                yield Use("source", row.source, "chart row", name, book.row_place(name, row), row.fact or "")
    yield from _sources_of("facts", ((name, fact.sources) for name, fact in book.facts.items()), book)
    yield from _sources_of("help_lines", ((name, line.sources) for name, line in book.help_lines.items()), book)


def _sources_of(table: str, entries: Iterable[tuple[str, tuple[str, ...]]], book: FactBook) -> Iterator[Use]:
    for name, sources in entries:
        for number, source in enumerate(sources):
            yield Use("source", source, "fact base", name, book.place(table, name, "sources", number))
