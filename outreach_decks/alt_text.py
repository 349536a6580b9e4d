"""Charts in words, written from their data, for those who cannot see them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from outreach_decks.amounts import amount_text, decimal_places, is_course_of_time, is_percent, share_text, unit_text
from outreach_decks.facts import Chart, DataRow, DataTable
from outreach_decks.wording import Wording

# Screen readers read a description in one breath; what is longer is told by its extremes.
LONGEST_ALT = 250
_MOST_LISTED = 8
_YEAR = re.compile(r"(?:19|20)\d\d")


def chart_alt(chart: Chart, data: DataTable, wording: Wording) -> str:
    """Say what a chart shows, in one sentence of about 250 characters at most.

    A course of time is told by its ends and its peak, a short list row by row, a long one by its
    extremes.
    """
    return _Description(chart, data.rows, wording).sentence()


@dataclass(frozen=True, slots=True)
class _Description:
    chart: Chart
    rows: tuple[DataRow, ...]
    wording: Wording

    def sentence(self) -> str:
        opening = self.wording.say(f"alt-{self.chart.kind}", of=self.chart.of)
        if not self.rows:
            return opening
        if self.chart.kind in {"column", "line"} and is_course_of_time(self.rows):
            return opening + self.course()
        listed = opening + self.listing()
        fits = len(self.rows) <= _MOST_LISTED and len(listed) <= LONGEST_ALT
        return listed if fits else opening + self.extremes()

    def course(self) -> str:
        first, last, peak = self.rows[0], self.rows[-1], self.peak()
        return self.wording.say(
            "alt-course",
            first=self.amount(first, opens=True),
            start=label_text(first.label, self.wording),
            last=self.amount(last),
            end=label_text(last.label, self.wording),
            most=self.amount(peak),
            peak=label_text(peak.label, self.wording),
        )

    def extremes(self) -> str:
        least, peak = min(self.rows, key=lambda row: row.value), self.peak()
        return self.wording.say(
            "alt-extremes",
            least=self.amount(least, opens=True),
            trough=label_text(least.label, self.wording),
            most=self.amount(peak),
            peak=label_text(peak.label, self.wording),
        )

    def listing(self) -> str:
        rows = (self.row(row, opens=row is self.rows[0]) for row in self.rows)
        return self.wording.say("alt-listing", rows=self.wording.say("alt-between").join(rows))

    def row(self, row: DataRow, *, opens: bool) -> str:
        amount, share = self.amount(row, opens=opens), self.share(row)
        return self.wording.say(self.row_form(), label=label_text(row.label, self.wording), amount=amount) + share

    def row_form(self) -> str:
        """Return the key of the form for all rows: one that keeps figures, units and labels apart.

        "25 18 or over" and "17.3 million people other private economy" cannot be read.
        """
        dated = any(row.label[:1].isdigit() for row in self.rows)
        parts = self.chart.kind in {"share", "pictogram"}
        if dated or (parts and self.says_unit()):
            return "alt-named-first"
        return "alt-part" if parts else "alt-row"

    def share(self, row: DataRow) -> str:
        if is_percent(self.chart.unit) or self.chart.kind not in {"share", "pictogram"}:
            return ""
        whole = sum(each.value for each in self.rows)
        return self.wording.say("alt-part-of-whole", share=share_text(row.value, whole, self.wording.language))

    def amount(self, row: DataRow, *, opens: bool = False) -> str:
        """Write a figure; the first one says the unit, in a script without spaces each does."""
        amount = amount_text(row.value, self.chart.unit, self.wording.language, decimal_places(self.rows))
        unit = unit_text(self.chart.unit)
        closed_up = unit != "" and not unit.startswith(" ")
        return amount + unit if closed_up or (opens and self.says_unit()) else amount

    def says_unit(self) -> bool:
        """Tell whether what the chart is of leaves the unit unsaid."""
        unit = self.chart.unit
        return not is_percent(unit) and unit.casefold() not in self.chart.of.casefold()

    def peak(self) -> DataRow:
        return max(self.rows, key=lambda row: row.value)


def label_text(label: str, wording: Wording) -> str:
    """A label of a chart in a sentence: a bare year is written as the language writes years."""
    return wording.say("year", year=label) if _YEAR.fullmatch(label) else label
