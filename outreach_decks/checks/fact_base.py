"""Whether the fact base agrees with itself, and whether what a talk uses of it has a source and is fresh.

``fact-conflict``: two facts, two rows of charts, or a fact and a row that measure the same thing for the same time by
the same counting rule, and differ. Facts that may not be shown are left out: they are kept because they are wrong.
``mixed-counting-rules``: a chart's rows follow more than one counting rule, or another than the chart's.
``fact-without-source``, ``avoided-fact``, ``unverified-fact``: for the rows of the charts that a talk shows.
``stale-fact`` and ``unchecked-help-line``: notes about what a talk uses, as of a day that is handed in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from outreach_decks.amounts import QUOTED_FACT, starts_with_year
from outreach_decks.diagnostics import Diagnostic, Severity, Span
from outreach_decks.fact_usage import Use, chart_texts, slide_uses
from outreach_decks.facts import DataRow, Fact, FactBook
from outreach_decks.outline import AuthoredSlide
from outreach_decks.validation import did_you_mean

_NUMBER: Final = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_ADD_SOURCES: Final = "name an entry of sources.yaml for each row, in a column called source"
_MONTHS_IN_A_YEAR: Final = 12
# A number that nobody has dialled for this many months may ring in an empty room.
CHECKED_MONTHS: Final = 6


class Measure(NamedTuple):
    """What is measured, for which time, by which counting rule."""

    what: str
    as_of: str
    rule: str | None

    def text(self) -> str:
        """The measure in words."""
        return f"{self.what}, {self.as_of}" + (f", {self.rule}" if self.rule else "")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the base, what it is called and where it stands."""

    measure: Measure
    value: str
    name: str
    place: Span

    def differs(self, other: Figure) -> bool:
        """Tell whether two figures are not the same: 66 and 66.0 are."""
        return _comparable(self.value) != _comparable(other.value)


def _comparable(value: str) -> float | str:
    return float(value) if _NUMBER.fullmatch(value) else " ".join(value.casefold().split())


def check_fact_base(book: FactBook) -> Iterator[Diagnostic]:
    """The base agrees with itself, whatever talks use of it."""
    yield from _conflicts(book)
    for name in book.charts:
        yield from _mixed_rules(name, book)
        yield from _unfit_words(name, book)


def _conflicts(book: FactBook) -> Iterator[Diagnostic]:
    first: dict[Measure, Figure] = {}
    for figure in (*_fact_figures(book), *_row_figures(book)):
        other = first.setdefault(figure.measure, figure)
        if figure.differs(other):
            message = f"{figure.name} is {figure.value}, but {other.name} is {other.value} ({figure.measure.text()})"
            hint = f"the other stands in {other.place.file}:{other.place.line}; look both up in their sources"
            yield book.finding("fact-conflict", message, figure.place, (hint,))


def may_be_shown(fact: Fact) -> bool:
    """Tell whether a fact may stand on a slide."""
    return fact.confidence == "verified" and fact.use != "avoid"


def _fact_figures(book: FactBook) -> Iterator[Figure]:
    for name, fact in book.facts.items():
        if fact.measures and fact.value and may_be_shown(fact):
            measure = Measure(fact.measures, fact.as_of, fact.counting_rule)
            yield Figure(measure, fact.value, f'"{name}"', book.place("facts", name, "value"))


def _row_figures(book: FactBook) -> Iterator[Figure]:
    """The rows of courses of time that are not facts themselves."""
    for name, chart in book.charts.items():
        for row in book.data[name].rows if chart.measures else ():
            if row.fact is None and starts_with_year(row.label):
                measure = Measure(chart.measures or "", row.label, row.counting_rule or chart.counting_rule)
                value = f"{row.value * chart.unit_size:.10g}"
                yield Figure(measure, value, f'the row "{row.label}" of the chart "{name}"', book.row_place(name, row))


def _mixed_rules(name: str, book: FactBook) -> Iterator[Diagnostic]:
    """A row of another rule than the chart's, or than the first row's where the chart names none."""
    rows = book.data[name].rows
    expected = book.charts[name].counting_rule or next((row.counting_rule for row in rows if row.counting_rule), None)
    for row in rows:
        for rule in dict.fromkeys(_rules_of(row, book)):
            if rule != expected:
                message = f'this row follows the rule "{rule}", but the chart "{name}" follows "{expected}"'
                hint = "one chart, one counting rule: make two charts, or set the figures side by side in words"
                yield book.finding("mixed-counting-rules", message, book.row_place(name, row), (hint,))


def _rules_of(row: DataRow, book: FactBook) -> Iterator[str]:
    fact = book.facts.get(row.fact or "")
    for rule in (row.counting_rule, fact.counting_rule if fact else None):
        if rule:
            yield rule


def _unfit_words(name: str, book: FactBook) -> Iterator[Diagnostic]:
    """The words of a chart quote facts that there are and that may be shown."""
    for written in chart_texts(name, book):
        for found in QUOTED_FACT.finditer(written.text):
            place, fact = written.span(*found.span()), found["name"]
            if fact not in book.facts:
                hints = did_you_mean(fact, book.facts)
                yield book.finding("unknown-fact", f'no fact is called "{fact}"', place, hints)
            else:
                yield from _unfit_fact(fact, place, book)


def check_shown_rows(slides: Iterable[AuthoredSlide], book: FactBook) -> Iterator[Diagnostic]:
    """Each row of a chart that these slides show has a source and may be shown."""
    for name in _used("chart", slides, book):
        rows = book.data[name].rows if name in book.data else ()
        if rows and not any(row.source for row in rows):
            message = f'the data of the chart "{name}" name no source, so it cannot be shown'
            yield book.finding("fact-without-source", message, Span(book.data[name].file), (_ADD_SOURCES,))
            continue
        for row in rows:
            yield from _unfit(row, book.row_place(name, row), book)


def _unfit(row: DataRow, place: Span, book: FactBook) -> Iterator[Diagnostic]:
    if row.fact and row.fact in book.facts:
        yield from _unfit_fact(row.fact, place, book)
    if not row.source:
        message = f'the row "{row.label}" names no source, so it cannot be shown'
        yield book.finding("fact-without-source", message, place, (_ADD_SOURCES,))


def _unfit_fact(name: str, place: Span, book: FactBook) -> Iterator[Diagnostic]:
    fact = book.facts[name]
    if fact.use == "avoid":
        yield book.finding("avoided-fact", f'"{name}" must not be used: {fact.reason or "see the base"}', place)
    elif fact.confidence != "verified":
        yield book.finding("unverified-fact", f'"{name}" is {fact.confidence}, so it cannot be shown', place)


def check_freshness(slides: Iterable[AuthoredSlide], book: FactBook, today: date) -> Iterator[Diagnostic]:
    """What these slides use of the base was looked at lately; notes, since the talk may still be right."""
    shown = tuple(slides)
    for name in _used("fact", shown, book):
        if name in book.facts and is_stale(book.facts[name], today):
            yield _stale(name, book)
    for name in _used("help", shown, book):
        if name in book.help_lines and not is_checked(book.help_lines[name].checked, today):
            yield _unchecked(name, book)


def _used(table: str, slides: Iterable[AuthoredSlide], book: FactBook) -> list[str]:
    """The ids of a table that slides use, each once."""
    uses: Iterator[Use] = (use for slide in slides for use in slide_uses(slide, book))
    return list(dict.fromkeys(use.id for use in uses if use.table == table))


def is_stale(fact: Fact, today: date) -> bool:
    """Tell whether a fact is past the month or day by which it was to be looked at again."""
    return fact.review_by is not None and today.isoformat()[: len(fact.review_by)] > fact.review_by


def is_checked(checked: str | None, today: date) -> bool:
    """Tell whether a day or month lies in the last six months; a month counts from its first day."""
    if checked is None:
        return False
    return _months_before(today, CHECKED_MONTHS) <= _whole_day(checked) <= today.isoformat()


def _whole_day(day_or_month: str) -> str:
    return day_or_month if day_or_month.count("-") > 1 else f"{day_or_month}-01"


def _months_before(day: date, months: int) -> str:
    """The same day some months earlier, as it would be written; it need not exist (30 February sorts rightly)."""
    year, month = divmod(day.year * _MONTHS_IN_A_YEAR + day.month - 1 - months, _MONTHS_IN_A_YEAR)
    return f"{year:04}-{month + 1:02}-{day.day:02}"


def _stale(name: str, book: FactBook) -> Diagnostic:
    message = f'"{name}" was to be looked at again by {book.facts[name].review_by}'
    hint = "look for a newer figure, then change the fact or its review_by"
    return book.finding("stale-fact", message, book.place("facts", name, "review_by"), (hint,), Severity.NOTE)


def _unchecked(name: str, book: FactBook) -> Diagnostic:
    checked = book.help_lines[name].checked
    message = f'nobody has noted that "{name}" was called or opened'
    if checked:
        message = f'"{name}" was last checked on {checked}, not in the last {CHECKED_MONTHS} months'
    hint = "call it or open its page, then write the day and your name into checked and checked_by"
    place = book.place("help_lines", name, "checked")
    return book.finding("unchecked-help-line", message, place, (hint,), Severity.NOTE)
