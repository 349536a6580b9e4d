"""From outlines to results: names of files, and which faults keep a deck from being written."""

from __future__ import annotations

import dataclasses
import zipfile
from io import BytesIO

import pytest

from outreach_decks.build import Wanted, build_talk, deck_name, variant_of
from outreach_decks.event import Event
from outreach_decks.parse_event import Day
from outreach_decks.project import Project, layout_table
from tests.projects import HEAD, TALK, Overlay, codes, outline, workspace

SLIDE = "- {kind: statement, id: one, title: A sentence, notes: Said.}\n"


def project(slides: str = SLIDE, head: str = HEAD, **more: str) -> Project:
    """A project with one outline."""
    return Project(workspace({TALK: outline(slides, head), **more}))


def test_a_talk_without_errors_becomes_a_deck() -> None:
    """The result holds a .pptx with as many slides as the outline."""
    result = build_talk(TALK, project(), Day(Event()))
    assert (result.file, result.slides) == ("talk-en-20min.pptx", 1)
    assert result.deck is not None
    with zipfile.ZipFile(BytesIO(result.deck)) as pptx:
        assert sum(name.startswith("ppt/slides/slide") for name in pptx.namelist()) == 1


def test_a_talk_with_an_error_is_not_written() -> None:
    """An error anywhere in a talk means no deck; warnings do not."""
    result = build_talk(TALK, project(SLIDE + SLIDE), Day(Event()))
    assert result.deck is None
    assert result.failed
    assert codes(result.diagnostics) == ["duplicate-id"]


def test_checking_writes_nothing() -> None:
    """All stages run but the last."""
    result = build_talk(TALK, project(), Day(Event()), write=False)
    assert result.deck is None
    assert result.slides == 1


def test_faults_of_several_stages_are_said_at_once() -> None:
    """A misspelt kind, an unknown fact, a text too long and an unknown template need one run, not four."""
    slides = """\
- {kind: statment, id: a, title: A, notes: N}
- {kind: statement, id: b, title: "{fact.nothing} people", notes: N}
"""
    long = f"- {{kind: statement, id: c, title: {'word ' * 80}, notes: N}}\n"
    result = build_talk(TALK, project(slides + long), Day(Event()), write=False)
    assert codes(result.diagnostics) == ["unknown-kind", "unknown-fact", "text-too-long"]
    assert all(found.excerpt for found in result.diagnostics)


def test_a_broken_fact_base_is_said_with_the_outlines_faults() -> None:
    """The files of the fact base are read even when the outline cannot be."""
    place = workspace({TALK: "a: [", "slides_src/facts/facts.yaml": "x: {value: 1}"})
    found = build_talk(TALK, Project(place), Day(Event())).diagnostics
    assert {one.span.file for one in found} == {TALK, "slides_src/facts/facts.yaml"}


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [("audience", "chruch", "unknown-audience"), ("template", "churhc", "unknown-template")],
)
def test_an_unknown_name_in_the_head_is_refused_with_a_hint(key: str, value: str, code: str) -> None:
    """The nearest name is offered."""
    head = HEAD.replace(f"{key}: church", f"{key}: {value}")
    found = build_talk(TALK, project(head=head), Day(Event()), write=False).diagnostics
    assert [(one.code, one.hints) for one in found] == [(code, ('did you mean "church"?',))]


def test_a_template_of_ones_own_has_its_table_beside_it() -> None:
    """Our templates share a table; another one has its own."""
    assert layout_table("assets/templates/church.pptx") == "assets/templates/layouts.yaml"
    assert layout_table("slides_src/ours.pptx") == "slides_src/ours.layouts.yaml"


def test_a_template_may_be_a_path() -> None:
    """A copy of a template beside the outline gives the same deck."""
    ours = workspace({TALK: outline(SLIDE)})
    files = {
        **ours.files,
        TALK: outline(SLIDE, HEAD.replace("template: church", "template: ours.pptx")).encode(),
        "slides_src/ours.pptx": ours.read("assets/templates/church.pptx"),
        "slides_src/ours.layouts.yaml": ours.read("assets/templates/layouts.yaml"),
    }
    copied = build_talk(TALK, Project(Overlay(files)), Day(Event()))
    assert copied.deck == build_talk(TALK, project(), Day(Event())).deck


def test_two_variants_never_share_a_file() -> None:
    """Every part of a variant that is not the usual shows in the name, in one order."""
    made = project()
    usual, _ = variant_of(made.outline(TALK), made.base, Day(Event()), Wanted())
    other = dataclasses.replace(usual, band="adult", notes_language="ja", minutes=10)
    assert deck_name("talk", usual, Day(Event()), made.base) == "talk-en-20min.pptx"
    assert deck_name("talk", dataclasses.replace(usual, band="family"), Day(Event()), made.base) == "talk-en-20min.pptx"
    name = deck_name("talk", other, Day(Event(), "machida"), made.base)
    assert name == "talk-adult-en-notes-ja-10min-machida.pptx"


def test_checking_draws_too() -> None:
    """A chart that cannot be drawn so that a room can read it is found without building."""
    rows = "\n".join(f"place {number},{number},government-wide,council" for number in range(200))
    chart = "- {kind: chart, id: c, title: T, chart: by-year, notes: N}\n"
    data = {"slides_src/facts/data/by-year.csv": "year,people,counting_rule,source\n" + rows}
    found = build_talk(TALK, project(chart, **data), Day(Event()), write=False).diagnostics
    assert "chart-too-crowded" in codes(found)
