"""Where a fact is used: every place is found, and one change of a figure reaches them all."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain

from outreach_decks.build import build_talk
from outreach_decks.event import Event
from outreach_decks.fact_listing import Question, answer_data, answer_lines, find_usage
from outreach_decks.parse_event import Day
from outreach_decks.project import Project
from outreach_decks.talk import ChartContent, Content
from outreach_decks.workspace import OUTLINES, DiskWorkspace
from tests.projects import FACTS, ROOT, TALK, make, outline, workspace

SLIDES = """\
- {kind: cover, id: start, subtitle: "{fact.protected} people", notes: Said.}
- kind: bullets
  id: list
  title: "In 2024 it was {fact.protected}"
  points:
    - "{fact.protected} of **{ fact.slavery }**":
        - "below: {fact.protected}"
  notes: |
    We heard of {fact.protected},
    and then of {fact.protected}. Call {help.child}.
- {kind: table, id: table, title: A, header: [A, B], rows: [[C, "{fact.protected}"]], notes: Said.}
- {kind: chart, id: chart, title: A, chart: by-year, takeaway: "{fact.protected}", notes: Said.}
- {kind: help, id: help, title: A, lines: [child], notes: Said.}
"""
CHART = {
    "slides_src/facts/charts.yaml": """\
        by-year: {kind: column, data: data/by-year.csv, x: year, y: people, unit: people,
                  of: "people, {fact.protected} of them in the end",
                  counting_rule: government-wide, source: [third],
                  note: "Not {fact.japanese}, but {fact.protected}."}
        """,
    "slides_src/facts/data/by-year.csv": """\
        year,people,counting_rule,source
        2023,61,government-wide,council
        2024,{fact.protected},,
        """,
}
TODAY = date(2027, 3, 15)


def asked(where: str) -> list[tuple[str, str, int, str]]:
    """Where something is used: channel, what by, line, and through what."""
    place = workspace({TALK: outline(SLIDES), **CHART})
    book = Project(place).base.book
    usage = find_usage([TALK], book, place)
    entries = answer_data(Question(TODAY, where=where), book, usage)
    uses = chain.from_iterable(entry["uses"] for entry in entries)
    return [(use["channel"], use["by"], use["line"], use["through"]) for use in uses]


def test_every_use_of_a_fact_is_found() -> None:
    """In titles, texts, cells, notes, and through the rows and words of a chart on the slide and in its alt text."""
    assert asked("protected") == [
        ("slide", "start", 8, ""),
        ("slide", "list", 11, ""),
        ("slide", "list", 13, ""),
        ("slide", "list", 14, ""),
        ("notes", "list", 16, ""),
        ("notes", "list", 17, ""),
        ("slide", "table", 18, ""),
        ("alt text", "chart", 19, "by-year"),
        ("slide", "chart", 19, "by-year"),
        ("slide", "chart", 19, ""),
        ("chart", "by-year", 2, ""),
        ("chart", "by-year", 4, ""),
        ("chart row", "by-year", 3, ""),
    ]


def test_every_placeholder_of_an_outline_is_found() -> None:
    """As many uses as braces that quote the fact."""
    quoted = len(re.findall(r"\{ ?fact\.protected ?\}", SLIDES))
    assert len([use for use in asked("protected") if use[3] == "" and not use[0].startswith("chart")]) == quoted


def test_the_uses_of_a_chart_a_help_line_and_a_source_are_found() -> None:
    """A chart has its alt text; a source is reached through charts and facts."""
    assert asked("by-year") == [("alt text", "chart", 19, ""), ("slide", "chart", 19, "")]
    assert asked("child") == [("notes", "list", 17, ""), ("slide", "help", 20, "")]
    assert ("source line", "chart", 19, "by-year") in asked("third")
    assert ("notes", "list", 16, "protected") in asked("council")
    assert ("fact base", "protected", 2, "") in asked("council")


def test_what_nothing_uses_is_listed() -> None:
    """Of the facts only those that may be shown, of the help lines only those that may be printed."""
    place = workspace({TALK: outline(SLIDES), **CHART})
    book = Project(place).base.book
    assert answer_lines(Question(TODAY, unused=True), book, find_usage([TALK], book, place)) == [
        "1 fact that no talk uses",
        "  online",
        "",
        "1 help line that no talk uses",
        "  chat",
    ]


def without_places(content: Content) -> str:
    """A content in full, but for the lines and columns that it came from."""
    return re.sub(r"Span\([^()]*\)", "", repr(content))


def test_one_change_of_a_figure_reaches_everything() -> None:
    """Slide, notes, chart, the words beside it and its alt text, after one build."""
    changed = FACTS["slides_src/facts/facts.yaml"].replace("value: 66,", "value: 77,")
    made = make(SLIDES, files={**CHART, "slides_src/facts/facts.yaml": changed})
    told = "\n".join(
        " ".join(paragraph.plain for paragraph in slide.notes) + slide.title.plain + without_places(slide.content)
        for slide in made.talk.slides
    )
    assert "66" not in told
    assert told.count("77") >= 10
    content = made.slide("chart").content
    assert isinstance(content, ChartContent)
    assert [row.value for row in content.data.rows] == [61.0, 77.0]
    assert "77 of them in the end, from 61" in content.alt
    line = made.slide("chart").source_line
    assert line is not None
    assert line.plain.endswith("Not 58, but 77.")


def test_every_figure_of_our_slides_can_be_followed() -> None:
    """Each fact that our outlines quote, and each chart that they show, is in the base and has a source there."""
    place = DiskWorkspace(ROOT)
    book = Project(place).base.book
    usage = find_usage(place.names(OUTLINES, ".yaml"), book, place)
    assert usage.broken == ()
    used = {use.id for use in usage.uses if use.table == "fact"}
    assert len(used) >= 30
    assert [name for name in used if not book.facts[name].sources] == []
    assert [row for use in usage.uses if use.table == "chart" for row in book.data[use.id].rows if not row.source] == []


def test_the_day_never_changes_a_deck() -> None:
    """Freshness is told in notes; the bytes are the same on any day, and without one."""
    place = workspace({TALK: outline(SLIDES.split("\n", 1)[1]), **CHART})
    days = (None, date(2026, 1, 1), date(2031, 12, 31))
    built = [build_talk(TALK, Project(place, today), Day(Event())) for today in days]
    assert len({result.deck for result in built}) == 1
    assert built[0].deck is not None
    notes = [[found.code for found in result.diagnostics if found.code == "unchecked-help-line"] for result in built]
    assert notes == [[], ["unchecked-help-line"], ["unchecked-help-line"]]
