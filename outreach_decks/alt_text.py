"""Charts in words, written from their data, for those who cannot see them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from outreach_decks.amounts import amount_text, decimal_places, is_course_of_time, is_percent, share_text
from outreach_decks.facts import Chart, ChartKind, DataRow, DataTable

# Screen readers read a description in one breath; what is longer is told by its extremes.
LONGEST_ALT = 250
_MOST_LISTED = 8


@dataclass(frozen=True, slots=True)
class Phrases:
    """The fixed words of one language; each is a format string."""

    opening: Mapping[ChartKind, str]
    measured_in: str
    course: str
    extremes: str
    listing: str
    between: str
    row: str
    part: str
    numeric_part: str
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
        measured_in=", in {unit}",
        course=", from {first} in {start} to {last} in {end}, highest {most} in {peak}",
        extremes=", from {least} ({trough}) to {most} ({peak})",
        listing=": {rows}",
        between=", ",
        row="{label} {amount}",
        part="{amount} {label}",
        numeric_part="{label}: {amount}",
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
        measured_in="（単位：{unit}）",
        course="。{start}は{first}、{end}は{last}、最も多いのは{peak}の{most}",
        extremes="。{trough}の{least}から{peak}の{most}まで",
        listing="。{rows}",
        between="、",
        row="{label}は{amount}",
        part="{label}は{amount}",
        numeric_part="{label}は{amount}",
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
        opening = self.opening()
        if not self.rows:
            return opening
        if self.chart.kind in {"column", "line"} and is_course_of_time(self.rows):
            return opening + self.course()
        listed = opening + self.listing()
        fits = len(self.rows) <= _MOST_LISTED and len(listed) <= LONGEST_ALT
        return listed if fits else opening + self.extremes()

    def opening(self) -> str:
        of, unit = self.chart.of, self.chart.unit
        opening = self.phrases.opening[self.chart.kind].format(of=of)
        told = is_percent(unit) or unit.casefold() in of.casefold()
        return opening if told else opening + self.phrases.measured_in.format(unit=unit)

    def course(self) -> str:
        first, last, peak = self.rows[0], self.rows[-1], self.peak()
        return self.phrases.course.format(
            first=self.amount(first),
            start=first.label,
            last=self.amount(last),
            end=last.label,
            most=self.amount(peak),
            peak=peak.label,
        )

    def extremes(self) -> str:
        least, peak = min(self.rows, key=lambda row: row.value), self.peak()
        return self.phrases.extremes.format(
            least=self.amount(least), trough=least.label, most=self.amount(peak), peak=peak.label
        )

    def listing(self) -> str:
        rows = self.phrases.between.join(self.row(row) for row in self.rows)
        return self.phrases.listing.format(rows=rows)

    def row(self, row: DataRow) -> str:
        if self.chart.kind not in {"share", "pictogram"}:
            return self.phrases.row.format(label=row.label, amount=self.amount(row))
        # "25 18 or over" cannot be read, so a label that starts with a figure goes first.
        form = self.phrases.numeric_part if row.label[:1].isdigit() else self.phrases.part
        return form.format(label=row.label, amount=self.amount(row)) + self.share(row)

    def share(self, row: DataRow) -> str:
        if is_percent(self.chart.unit):
            return ""
        whole = sum(each.value for each in self.rows)
        return self.phrases.share.format(share=share_text(row.value, whole, self.language))

    def amount(self, row: DataRow) -> str:
        return amount_text(row.value, self.chart.unit, self.language, decimal_places(self.rows))

    def peak(self) -> DataRow:
        return max(self.rows, key=lambda row: row.value)
