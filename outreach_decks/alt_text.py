"""Charts in words, written from their data, for those who cannot see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from outreach_decks.amounts import amount_text, decimal_places, is_course_of_time, is_percent, share_text, unit_text
from outreach_decks.facts import Chart, ChartKind, DataRow, DataTable

# Screen readers read a description in one breath; what is longer is told by its extremes.
LONGEST_ALT = 250
_MOST_LISTED = 8


@dataclass(frozen=True, slots=True)
class Phrases:
    """The fixed words of one language; each is a format string."""

    opening: Mapping[ChartKind, str]
    course: str
    extremes: str
    listing: str
    between: str
    row: str
    part: str
    named_first: str
    share: str


PHRASES: Mapping[str, Phrases] = {
    "en": Phrases(
        opening={
            "column": "Column chart: {of}",
            "bar": "Bar chart: {of}",
            "line": "Line chart: {of}",
            "share": "One bar of 100%: {of}",
            "pictogram": "Drawn figures of people: {of}",
        },
        course=", from {first} in {start} to {last} in {end}, highest {most} in {peak}",
        extremes=", from {least} ({trough}) to {most} ({peak})",
        listing=": {rows}",
        between=", ",
        row="{label} {amount}",
        part="{amount} {label}",
        named_first="{label}: {amount}",
        share=" ({share})",
    ),
    "ja": Phrases(
        opening={
            "column": "縦棒グラフ：{of}",
            "bar": "横棒グラフ：{of}",
            "line": "折れ線グラフ：{of}",
            "share": "100%の帯グラフ：{of}",
            "pictogram": "人の形の絵グラフ：{of}",
        },
        course="。{start}は{first}、{end}は{last}、最も多いのは{peak}の{most}",
        extremes="。{trough}の{least}から{peak}の{most}まで",
        listing="。{rows}",
        between="、",
        row="{label}は{amount}",
        part="{label}は{amount}",
        named_first="{label}は{amount}",
        share="（{share}）",
    ),
}


def chart_alt(chart: Chart, data: DataTable, language: str = "en") -> str:
    """Say what a chart shows, in one sentence of about 250 characters at most.

    A course of time is told by its ends and its peak, a short list row by row, a long one by its
    extremes. ``language`` is a key of ``PHRASES``; any other raises KeyError.
    """
    return _Wording(chart, data.rows, language, PHRASES[language]).sentence()


@dataclass(frozen=True, slots=True)
class _Wording:
    chart: Chart
    rows: tuple[DataRow, ...]
    language: str
    phrases: Phrases

    def sentence(self) -> str:
        opening = self.phrases.opening[self.chart.kind].format(of=self.chart.of)
        if not self.rows:
            return opening
        if self.chart.kind in {"column", "line"} and is_course_of_time(self.rows):
            return opening + self.course()
        listed = opening + self.listing()
        fits = len(self.rows) <= _MOST_LISTED and len(listed) <= LONGEST_ALT
        return listed if fits else opening + self.extremes()

    def course(self) -> str:
        first, last, peak = self.rows[0], self.rows[-1], self.peak()
        return self.phrases.course.format(
            first=self.amount(first, opens=True),
            start=first.label,
            last=self.amount(last),
            end=last.label,
            most=self.amount(peak),
            peak=peak.label,
        )

    def extremes(self) -> str:
        least, peak = min(self.rows, key=lambda row: row.value), self.peak()
        return self.phrases.extremes.format(
            least=self.amount(least, opens=True), trough=least.label, most=self.amount(peak), peak=peak.label
        )

    def listing(self) -> str:
        rows = (self.row(row, opens=row is self.rows[0]) for row in self.rows)
        return self.phrases.listing.format(rows=self.phrases.between.join(rows))

    def row(self, row: DataRow, *, opens: bool) -> str:
        amount, share = self.amount(row, opens=opens), self.share(row)
        return self.row_form().format(label=row.label, amount=amount) + share

    def row_form(self) -> str:
        """Return the form for all rows: one that keeps figures, units and labels apart.

        "25 18 or over" and "17.3 million people other private economy" cannot be read.
        """
        dated = any(row.label[:1].isdigit() for row in self.rows)
        parts = self.chart.kind in {"share", "pictogram"}
        if dated or (parts and self.says_unit()):
            return self.phrases.named_first
        return self.phrases.part if parts else self.phrases.row

    def share(self, row: DataRow) -> str:
        if is_percent(self.chart.unit) or self.chart.kind not in {"share", "pictogram"}:
            return ""
        whole = sum(each.value for each in self.rows)
        return self.phrases.share.format(share=share_text(row.value, whole, self.language))

    def amount(self, row: DataRow, *, opens: bool = False) -> str:
        """Write a figure; the first one says the unit, in a script without spaces each does."""
        amount = amount_text(row.value, self.chart.unit, self.language, decimal_places(self.rows))
        unit = unit_text(self.chart.unit)
        closed_up = unit != "" and not unit.startswith(" ")
        return amount + unit if closed_up or (opens and self.says_unit()) else amount

    def says_unit(self) -> bool:
        """Tell whether what the chart is of leaves the unit unsaid."""
        unit = self.chart.unit
        return not is_percent(unit) and unit.casefold() not in self.chart.of.casefold()

    def peak(self) -> DataRow:
        return max(self.rows, key=lambda row: row.value)
