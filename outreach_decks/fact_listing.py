"""The fact base as a list: what there is, what is stale or unused, and where an entry is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from outreach_decks.amounts import fact_text, is_percent, unit_text
from outreach_decks.checks.fact_base import is_stale, may_be_shown
from outreach_decks.diagnostics import DeckError, has_errors
from outreach_decks.fact_usage import WITHIN_THE_BASE, Table, Use, base_uses, slide_uses
from outreach_decks.facts import Fact, FactBook
from outreach_decks.parse import parse_outline
from outreach_decks.validation import did_you_mean
from outreach_decks.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the base: all facts, only stale ones, what is unused, or where an id is used."""

    today: date
    stale: bool = False
    unused: bool = False
    where: str | None = None


# What the parts of the base are called in a list.
TITLES: Mapping[Table, str] = {"fact": "fact", "chart": "chart", "source": "source", "help": "help line"}
_GROUPS = {
    "recommended": "Recommended: these may be shown",
    "context": "For context: these may be shown, with their caveat",
    "kept": "Not to be shown: not verified, or to be avoided",
}
_MOST_OF_A_VALUE = 30


@dataclass(frozen=True, slots=True)
class ListedFact:
    """A fact of the list; ``value`` is written out with its unit."""

    id: str
    value: str
    as_of: str
    fact: Fact
    line: int
    stale: bool
    uses: int

    @property
    def group(self) -> str:
        """Whether it is recommended, for context, or only kept."""
        return self.fact.use if may_be_shown(self.fact) else "kept"

    def cells(self) -> tuple[str, ...]:
        """The columns of its line."""
        fact = self.fact
        review = f"review by {fact.review_by}{' (past)' if self.stale else ''}" if fact.review_by else ""
        count = f"{self.uses} use{'' if self.uses == 1 else 's'}" if self.uses else "unused"
        rated = fact.confidence if fact.use != "avoid" else f"avoid, {fact.confidence}"
        return (self.id, self.value, self.as_of, fact.counting_rule or "-", rated, count, review)

    def as_dict(self) -> dict[str, Any]:
        """The fact for other programs."""
        fact = self.fact
        told = fact.model_dump(include={"statement", "counting_rule", "confidence", "use", "reason", "review_by"})
        value = {"id": self.id, "value": fact.value, "unit": fact.unit, "shown": self.value, "as_of": self.as_of}
        return value | told | {"sources": list(fact.sources), "stale": self.stale, "uses": self.uses, "line": self.line}


@dataclass(frozen=True, slots=True)
class Usage:
    """All uses of a base: in the slides of the talks that could be read, and in the base itself.

    ``broken`` are the outlines that could not be read whole, so that not all of their uses are known.
    """

    uses: tuple[Use, ...]
    broken: tuple[str, ...]

    def of(self, name: str) -> list[Use]:
        """The uses of every entry of that id, in order of place, each once."""
        return sorted({use for use in self.uses if use.id == name}, key=_order)

    def by_talks(self, table: Table) -> set[str]:
        """The ids of a part of the base that some slide uses."""
        return {use.id for use in self.uses if use.table == table and use.channel not in WITHIN_THE_BASE}


def _order(use: Use) -> tuple[Any, ...]:
    return (use.table, use.channel in WITHIN_THE_BASE, use.place, use.channel, use.by, use.through)


def find_usage(files: Sequence[str], book: FactBook, workspace: Workspace) -> Usage:
    """Read every outline and note what it uses; slides that several talks include are counted once."""
    uses = dict.fromkeys(base_uses(book))
    broken = []
    for file in files:
        try:
            outline = parse_outline(file, workspace)
        except DeckError:
            broken.append(file)
            continue
        if has_errors(outline.findings):
            broken.append(file)
        for authored in outline.slides:
            uses.update(dict.fromkeys(slide_uses(authored, book)))
    return Usage(tuple(uses), tuple(broken))


def answer_lines(question: Question, book: FactBook, usage: Usage) -> list[str]:
    """The answer for people, a line each."""
    if question.where:
        return use_lines(question.where, book, usage)
    return unused_lines(unused(book, usage)) if question.unused else fact_lines(_asked_for(question, book, usage))


def answer_data(question: Question, book: FactBook, usage: Usage) -> list[dict[str, Any]]:
    """The answer for other programs: facts, or entries with their uses, or the unused by parts of the base."""
    if question.where:
        return use_dict(question.where, book, usage)
    if question.unused:
        return [{"table": table, "unused": names} for table, names in unused(book, usage).items()]
    return [one.as_dict() for one in _asked_for(question, book, usage)]


def _asked_for(question: Question, book: FactBook, usage: Usage) -> list[ListedFact]:
    return [one for one in list_facts(book, usage, question.today) if one.stale or not question.stale]


def list_facts(book: FactBook, usage: Usage, today: date) -> list[ListedFact]:
    """Every fact, in the order of the file."""
    counts = dict.fromkeys(book.facts, 0)
    for use in usage.uses:
        if use.table == "fact" and use.id in counts and use.channel not in WITHIN_THE_BASE:
            counts[use.id] += 1
    return [
        ListedFact(
            name,
            shown_value(fact),
            fact.as_of,
            fact,
            book.place("facts", name).line,
            is_stale(fact, today),
            counts[name],
        )
        for name, fact in book.facts.items()
    ]


def shown_value(fact: Fact) -> str:
    """The figure with its unit, as a person reads it; "-" for a statement without one."""
    if fact.value is None:
        return "-"
    text = fact_text(fact, "en")
    plain = fact.shown_as in {"plain", "compact"} and fact.unit and not is_percent(fact.unit)
    whole = text + unit_text(fact.unit or "") if plain else text
    return whole if len(whole) <= _MOST_OF_A_VALUE else whole[: _MOST_OF_A_VALUE - 1] + "…"


def fact_lines(listed: Sequence[ListedFact]) -> list[str]:
    """The facts in three groups, a line each, in columns."""
    lines: list[str] = []
    for group, title in _GROUPS.items():
        rows = [one.cells() for one in listed if one.group == group]
        if rows:
            widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
            lines += [*([""] if lines else []), f"{title} ({len(rows)})", *(_aligned(row, widths) for row in rows)]
    return lines


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return ("  " + "  ".join(cells)).rstrip()


def unused(book: FactBook, usage: Usage) -> dict[Table, list[str]]:
    """What no talk uses, by the parts of the base: facts that may be shown, charts, sources, printable help lines."""
    entries: dict[Table, Iterable[str]] = {
        "fact": (name for name, fact in book.facts.items() if may_be_shown(fact) and fact.value),
        "chart": book.charts,
        "source": book.sources,
        "help": (name for name, line in book.help_lines.items() if line.printable),
    }
    return {table: [name for name in names if name not in usage.by_talks(table)] for table, names in entries.items()}


def unused_lines(found: Mapping[Table, Sequence[str]]) -> list[str]:
    """What no talk uses, a line each below a line for each part of the base."""
    lines: list[str] = []
    for table, names in found.items():
        if names:
            plural = "" if len(names) == 1 else "s"
            lines += [*([""] if lines else []), f"{len(names)} {TITLES[table]}{plural} that no talk uses"]
            lines += [f"  {name}" for name in names]
    return lines


def entries_called(name: str, book: FactBook) -> list[tuple[Table, int, str]]:
    """The entries of that id, each with its part of the base, its line there and what it says."""
    found: list[tuple[Table, int, str]] = []
    if name in book.facts:
        fact = book.facts[name]
        found.append(("fact", book.place("facts", name).line, f"{shown_value(fact)}, {fact.as_of}"))
    if name in book.charts:
        found.append(("chart", book.place("charts", name).line, book.charts[name].of))
    if name in book.sources:
        source = book.sources[name]
        found.append(("source", book.place("sources", name).line, f"{source.publisher}, {source.title}, {source.year}"))
    if name in book.help_lines:
        line = book.help_lines[name]
        found.append(("help", book.place("help_lines", name).line, line.name))
    return found


def nearest(name: str, book: FactBook) -> tuple[str, ...]:
    """A hint for an id that nothing has."""
    return did_you_mean(name, [*book.facts, *book.charts, *book.sources, *book.help_lines])


def use_lines(name: str, book: FactBook, usage: Usage) -> list[str]:
    """Each entry of that id with the uses it has, a line each: place, where on the slide, which slide."""
    uses = usage.of(name)
    lines: list[str] = []
    for table, line, told in entries_called(name, book):
        own = [use for use in uses if use.table == table]
        lines += [*([""] if lines else []), f"{TITLES[table]} {name}: {told} ({_file(table, book)}:{line})"]
        lines += [_use_line(use) for use in own] or ["  nothing uses it"]
    return lines


def use_dict(name: str, book: FactBook, usage: Usage) -> list[dict[str, Any]]:
    """Each entry of that id with its uses, for other programs."""
    uses = usage.of(name)
    return [
        {
            "table": table,
            "id": name,
            "file": _file(table, book),
            "line": line,
            "uses": [use.as_dict() for use in uses if use.table == table],
        }
        for table, line, _ in entries_called(name, book)
    ]


def _file(table: Table, book: FactBook) -> str:
    files = {"fact": "facts", "chart": "charts", "source": "sources", "help": "help_lines"}
    return book.place(files[table]).file


def _use_line(use: Use) -> str:
    by = {
        "chart": f"chart {use.by}",
        "chart row": f"chart {use.by}, a row of its data",
        "fact base": f"{use.by}, an entry of the base",
    }
    told = by.get(use.channel) or (f"slide {use.by}" if use.channel == "slide" else f"slide {use.by}, {use.channel}")
    through = f", through {use.through}" if use.through else ""
    return f"  {use.place.file}:{use.place.line}:{use.place.column}  {told}{through}"
