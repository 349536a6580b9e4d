"""Texts that nobody should write, on every kind of slide: a clean deck or a finding at its line, never a bad slide."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

import pytest

from outreach_decks.build import Result, build_talk
from outreach_decks.deck import PlacedBlock, PlacedGroup, PlacedTable, PlacedText
from outreach_decks.diagnostics import Severity
from outreach_decks.event import Event
from outreach_decks.parse_event import Day
from outreach_decks.preview import render_pdf
from outreach_decks.project import Project
from tests.projects import HEAD, TALK, make, make_in, outline, program_in_japanese, workspace
from tests.rendered import page_glyphs
from tests.test_decks import misplaced, without_autofit

SENTENCE = "Someone else holds the passport, the phone and the bank card. "
TEXTS = {
    "giant word": "W" * 300,
    "long word": "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "address": f"https://www.example.org/{'reports-of-the-year/' * 6}summary.html",
    "compounds": "Das Arbeitnehmerüberlassungsgesetz und die Grundstücksverkehrsgenehmigungszuständigkeitsübertragung",
    "Thai": "การค้ามนุษย์ในประเทศญี่ปุ่น",
    "Arabic": "الاتجار بالبشر في اليابان",
    "Korean": "일본의 인신매매",
    "emoji": "Stay safe 👩‍👩‍👧 🙏",
    "400 characters": (SENTENCE * 7)[:400],
    "400 kanji": "人身取引対策行動計画" * 40,
    "giant paragraph": SENTENCE * 90,
    "Japanese paragraph": "人を働かせて、ほかのだれかが利益を得ることです。" * 60,
    "empty": "",
    "blank": "  \t ",
    "one letter": "I",
    "stacked accents": "e" + "\u0301" * 60 + " and on",
    "soft hyphens": "Donau\u00addampf\u00adschifffahrts\u00adgesellschaft",
    "no spaces": "a/b\\c_d-e" * 40,
}
# Each kind with the text in its body; {0} is the text as YAML.
BODIES = {
    "cover": "subtitle: {0}, title: Short",
    "section": "title: Short, text: {0}",
    "notice": "title: Short, points: [{0}, Short]",
    "statement": "title: Short, text: {0}",
    "bullets": "title: Short, icon: eye, points: [Short, {0}]",
    "columns": "title: Short, columns: [{{heading: A, points: [{0}]}}, {{heading: {0}, points: [Short]}}]",
    "number": "title: Short, number: {0}, caption: {0}",
    "chart": "title: Short, chart: by-year, takeaway: {0}",
    "table": "title: Short, header: [A, B], rows: [[{0}, Short], [Short, {0}]]",
    "case": "title: Short, status: alleged, story: [Short, {0}], helped: {0}, sources: [police]",
    "quote": "words: {0}, reference: Isaiah 1, licence: Free",
    "steps": "title: Short, steps: [{{label: {0}, text: {0}}}, {{label: B}}, {{label: C}}]",
    "timeline": "title: Short, events: [{{when: 2001, text: {0}}}, {{when: 2002, text: B}}, {{when: 2003, text: C}}]",
    "myth": "title: Short, myth: {0}, reality: {0}",
    "discussion": "title: Short, questions: [{0}], minutes: 5",
    "activity": "title: Short, steps: [{0}], materials: [{0}], minutes: 5",
    "quiz": "question: Short, options: [{0}, B], answer: 1, because: {0}",
    "ask": "title: Short, text: {0}, points: [{0}], url: 'https://example.org', label: {0}",
    "prayer": "title: Short, points: [{0}]",
    "closing": "title: Short, text: {0}",
}
TITLES = {
    "statement": "title: {0}",
    "section": "title: {0}",
    "bullets": "title: {0}, points: [Short]",
    "quiz": "question: {0}, options: [A, B], answer: 1, because: Short",
}
# What is wrong with the talk as a whole, because it is none, and has no translation.
OF_THE_TALK = {"talk-too-short", "same-silhouette", "untranslated"}
HEADS = {language: HEAD.replace("language: en", f"language: {language}") for language in ("en", "ja")}

both_languages = pytest.mark.parametrize("language", HEADS)


@dataclass(frozen=True, slots=True)
class Torture:
    """A slide, what it is called and the outline that it is in."""

    name: str
    file: str
    slide: str


def tortures() -> list[Torture]:
    """Every text on every kind of slide, in its body and, on some, in its title."""
    written = [
        (kind, name, fields.format(json.dumps(text, ensure_ascii=False)))
        for kind, fields in (*BODIES.items(), *TITLES.items())
        for name, text in TEXTS.items()
    ]
    return [
        Torture(f"{kind}, {name}", f"slides_src/torture-{number}.yaml", _slide(kind, fields, f"x{number}"))
        for number, (kind, name, fields) in enumerate(written)
    ]


def _slide(kind: str, fields: str, name: str = "one") -> str:
    return f"- {{kind: {kind}, id: {name}, {fields}, notes: Said.}}\n"


@cache
def results(language: str) -> dict[str, Result]:
    """What becomes of each, as a talk of one slide; facts and templates are read once for all."""
    files = {torture.file: outline(torture.slide, HEADS[language]) for torture in tortures()}
    project = Project(workspace({**files, **program_in_japanese()}))
    return {torture.file: build_talk(torture.file, project, Day(Event()), write=False) for torture in tortures()}


@both_languages
def test_each_is_clean_or_has_a_finding_at_its_line(language: str) -> None:
    """No traceback, no finding without a place, and an error wherever nothing is written."""
    line = len(HEAD.splitlines()) + 2
    for torture in tortures():
        found = [one for one in results(language)[torture.file].diagnostics if one.code not in OF_THE_TALK]
        assert {(one.span.file, one.span.line) for one in found} <= {(torture.file, line)}, torture.name
        assert all(one.span.column > 1 or one.code == "empty-value" for one in found), (torture.name, found)
        assert all(one.hints or one.severity is Severity.NOTE or one.code == "empty-value" for one in found), found


def clean(language: str) -> list[Torture]:
    """Those about which there is nothing to say."""
    said = {file: {one.code for one in result.diagnostics} for file, result in results(language).items()}
    return [torture for torture in tortures() if said[torture.file] <= OF_THE_TALK]


@both_languages
def test_what_is_clean_has_room(language: str) -> None:
    """No placeholder, table or part of a figure needs more than it has."""
    slides = "".join(torture.slide for torture in clean(language))
    shapes = [
        one for slide in make(slides, HEADS[language], files=program_in_japanese()).deck.slides for one in slide.shapes
    ]
    blocks = [part for one in shapes if isinstance(one, PlacedGroup) for part in one.shapes]
    needs = [(one.needed, one.available) for one in shapes if isinstance(one, PlacedText | PlacedTable)]
    needs += [(one.needed, one.box.height) for one in blocks if isinstance(one, PlacedBlock)]
    assert [need for need in needs if need[0] > need[1]] == []
    assert len(needs) > 300


@pytest.mark.parametrize("name", ["Thai", "Arabic", "Korean"])
def test_a_script_without_a_font_is_named_wherever_it_stands(name: str) -> None:
    """On every kind of slide, with its English name."""
    script = {"Korean": "Hangul"}.get(name, name)
    for torture in tortures():
        if torture.name.endswith(f", {name}"):
            found = [one for one in results("en")[torture.file].diagnostics if one.code == "no-font-for-script"]
            assert found, torture.name
            assert all(f"the {script} script" in one.message for one in found)


def test_sixty_points_become_slides_of_a_handful() -> None:
    """Every kind of list goes on until all of it is there."""
    points = ", ".join(f"Point number {number}" for number in range(60))
    for kind in ("bullets", "notice", "prayer"):
        slides = make(_slide(kind, f"title: T, points: [{points}]")).deck.slides
        bodies = [shape for slide in slides for shape in slide.shapes if isinstance(shape, PlacedText)]
        told = [line.plain for body in bodies if body.role == "body" for line in body.paragraphs]
        assert told == [f"Point number {number}" for number in range(60)]
        assert all(body.needed <= body.available and not body.excess for body in bodies)


def test_thirty_rows_become_several_tables() -> None:
    """Each with its header, none higher than its place."""
    rows = ", ".join(f"[Row {number}, '{SENTENCE}']" for number in range(30))
    slides = make(_slide("table", f"title: T, header: [A, B], rows: [{rows}]")).deck.slides
    tables = [shape for slide in slides for shape in slide.shapes if isinstance(shape, PlacedTable)]
    assert sum(len(table.rows) - 1 for table in tables) == 30
    assert all(table.needed <= table.available for table in tables)


@pytest.mark.render
def test_what_is_clean_is_clean_on_the_page() -> None:
    """All of it in one deck, rendered: every character in its box, no text on another, nothing lost."""
    slides = "".join(torture.slide for torture in clean("en"))
    place = workspace({TALK: outline(slides)})
    built = build_talk(TALK, Project(place), Day(Event()))
    assert built.deck is not None
    pdf = render_pdf({"torture": without_autofit(built.deck)}, fonts=Project(place).font_files())["torture"]
    assert misplaced(make_in(place, Event()).deck, page_glyphs(pdf)) == []
    assert len(page_glyphs(pdf)) > 100
