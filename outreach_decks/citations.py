"""Which sources a talk cites, numbered in the order in which they first appear."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from outreach_decks.facts import FactBook, Source
from outreach_decks.text import Paragraph, Run
from outreach_decks.wording import Wording

# With more sources than this the line under a slide would be a paragraph; it then points to the list at the end.
MOST_NAMED = 2
_YEARS = re.compile(r"\d{4}(?:–\d{4})?")


@dataclass
class Citations:
    """The numbers of all sources cited so far in a talk; ``shown`` are those that slides cite which are not hidden."""

    book: FactBook
    numbers: dict[str, int] = field(default_factory=dict)
    shown: set[str] = field(default_factory=set)

    def number(self, source: str) -> int:
        """The number of a source; a new one gets the next."""
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def cited(self, names: Collection[str]) -> tuple[tuple[int, Source], ...]:
        """Those of the sources ``names`` that are cited, with their numbers, in order."""
        return tuple((number, self.book.sources[source]) for source, number in self.numbers.items() if source in names)


@dataclass
class SlideCitations:
    """What one slide cites: sources in order, the counting rules and the remarks that go with them."""

    talk: Citations
    wording: Wording
    sources: dict[str, None] = field(default_factory=dict)
    rules: dict[str, None] = field(default_factory=dict)
    remarks: dict[str, None] = field(default_factory=dict)
    marked: set[str] = field(default_factory=set)
    hidden: bool = False

    def cite(self, sources: tuple[str, ...], rule: str | None) -> None:
        """Note that the slide shows something that these sources support."""
        for source in sources:
            self.note(source)
            self.sources[source] = None
        if rule:
            self.rules[self.talk.book.counting_rules[rule].name] = None

    def note(self, source: str) -> None:
        """Give a source its number in the list at the end."""
        self.talk.number(source)
        if not self.hidden:
            self.talk.shown.add(source)

    def mark(self) -> Run | None:
        """A superscript with the numbers that this slide has not shown beside a figure yet."""
        fresh = [source for source in self.sources if source not in self.marked]
        self.marked.update(fresh)
        numbers = sorted(self.talk.number(source) for source in fresh)
        return Run(_ranges(numbers, ","), superscript=True) if numbers else None

    def line(self) -> Paragraph | None:
        """The line under the slide: who published it, when, by which counting rule."""
        if not self.sources:
            return None
        named = len(self.sources) <= MOST_NAMED
        runs = [Run(self.wording.say("source")), *(self._named() if named else self._numbered())]
        return Paragraph((*runs, Run(self._remarks())))

    def _named(self) -> list[Run]:
        runs: list[Run] = []
        for source in self.sources:
            entry = self.talk.book.sources[source]
            year = year_text(entry.year, self.wording)
            named = self.wording.say("source-named", publisher=entry.publisher, year=year)
            runs += [Run(self.wording.say("source-between"))] if runs else []
            runs += [Run(str(self.talk.number(source)), superscript=True), Run(named)]
        return runs

    def _numbered(self) -> list[Run]:
        numbers = sorted(self.talk.number(source) for source in self.sources)
        return [Run(self.wording.say("listed-sources", numbers=_ranges(numbers, self.wording.say("number-between"))))]

    def _remarks(self) -> str:
        say = self.wording.say
        rules = say("counted-by", rules=say("source-between").join(self.rules)) if self.rules else ""
        remarks = "".join(say("source-remark", remark=remark) for remark in self.remarks)
        return rules + say("source-end") + remarks


def year_text(year: str, wording: Wording) -> str:
    """A year of publication as a language writes it; what is no bare year or span of years stays as it is."""
    return wording.say("year", year=year) if _YEARS.fullmatch(year) else year


def _ranges(numbers: list[int], between: str) -> str:
    """Write 1, 2, 3, 5 as "1–3, 5"; ``between`` stands between the parts."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return between.join(f"{part[0]}–{part[-1]}" if len(part) > 1 else str(part[0]) for part in parts)
