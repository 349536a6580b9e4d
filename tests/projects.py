"""Small projects for tests: our own assets from disk, and outlines and facts that a test writes down."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from textwrap import dedent, indent

from outreach_decks.build import Wanted, variant_of
from outreach_decks.deck import Deck
from outreach_decks.diagnostics import Diagnostic
from outreach_decks.event import Event
from outreach_decks.layout.lay_out import lay_out
from outreach_decks.measure import Measure
from outreach_decks.parse_event import Day
from outreach_decks.project import Project
from outreach_decks.resolve import resolve
from outreach_decks.talk import Talk, TalkSlide
from outreach_decks.theme import FontFiles
from outreach_decks.wording import Wording
from outreach_decks.workspace import DiskWorkspace, folder_of

ROOT = Path(__file__).parents[1]
TALK = "slides_src/talk.yaml"
JAPANESE = "slides_src/translations/ja.po"

HEAD = """\
title: A talk
subtitle: What it is about
audience: church
language: en
minutes: 20
template: church
"""

FACTS: dict[str, str] = {
    "slides_src/facts/counting_rules.yaml": """\
        government-wide:
          name: government-wide count
          meaning: people protected by police, immigration or other bodies
        """,
    "slides_src/facts/sources.yaml": """\
        council: {publisher: Council, title: Annual report, year: 2025, read_in: the report}
        police:
          {publisher: Police, title: White paper, year: 2024, read_in: the paper, url: "https://www.npa.go.jp/"}
        third: {publisher: Third, title: Thing, year: 2023, read_in: there}
        """,
    "slides_src/facts/facts.yaml": """\
        protected:
          {value: 66, unit: people, as_of: 2024, counting_rule: government-wide, statement: s, sources: [council],
           confidence: verified, use: recommended}
        japanese:
          {value: 58, unit: people, as_of: 2024, counting_rule: government-wide, statement: s, sources: [council],
           confidence: verified, use: recommended}
        online:
          {value: 1566, as_of: 2025, statement: s, sources: [police], confidence: verified, use: context}
        slavery:
          {value: 49600000, shown_as: compact, as_of: 2021, statement: s, sources: [council, police, third],
           confidence: verified, use: context}
        withdrawn:
          {value: 13, as_of: 2015, statement: s, sources: [police], confidence: verified, use: avoid,
           reason: its author withdrew it}
        doubtful:
          {value: 12, as_of: 2015, statement: s, sources: [police], confidence: conflicting, use: context}
        """,
    "slides_src/facts/help_lines.yaml": """\
        child: {name: Child line, name_ja: 子ども, number: 189, hours: 24 hours, languages: Japanese,
                purpose: a child needs help, printable: true}
        closed: {name: Closed line, name_ja: 閉鎖, purpose: nothing, printable: false, reason: it closed in 2022}
        chat:
          {name: Chat, name_ja: チャット, url: "https://chat.example.jp/", purpose: talk in writing, printable: true}
        """,
    "slides_src/facts/charts.yaml": """\
        by-year: {kind: column, data: data/by-year.csv, x: year, y: people, highlight: [2024], unit: people,
                  of: people protected each year, counting_rule: government-wide, source: [council],
                  note: People who were found.}
        """,
    "slides_src/facts/data/by-year.csv": """\
        year,people,counting_rule,source
        2022,46,government-wide,council
        2023,61,government-wide,council
        2024,66,government-wide,council
        """,
    "slides_src/rules/audiences.yaml": """\
        church:
          {name: Churches, words_per_minute: 130, bands: [{id: family, name: Families}, {id: adult, name: Adults}]}
        school: {name: Schools, words_per_minute: 120, bands: [{id: 13-15, name: Junior}]}
        """,
    "slides_src/rules/terms.yaml": """\
        sources: {house: a judgement}
        names: {en: [Anti-Slavery Act]}
        under_18: {en: [child]}
        terms:
          slave: {language: en, avoid: [slave], level: warning, reason: labels a person, source: house,
                  instead: write "person in forced labour"}
        """,
}


@dataclass(frozen=True, slots=True)
class Overlay:
    """Files in memory over the assets on disk."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    disk: DiskWorkspace = field(default_factory=lambda: DiskWorkspace(ROOT))

    def read(self, name: str) -> bytes:
        """Return a file of the test, or an asset."""
        if name in self.files:
            return self.files[name]
        if not name.startswith("assets/"):
            raise FileNotFoundError(name)
        return self.disk.read(name)

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the files of the test in a folder, or the assets."""
        if folder.startswith("assets/"):
            return self.disk.names(folder, suffix)
        return tuple(sorted(name for name in self.files if folder_of(name) == folder and name.endswith(suffix)))


def workspace(files: Mapping[str, str | bytes]) -> Overlay:
    """The fact base of the tests and the files given."""
    written = {**FACTS, **files}
    return Overlay({name: _bytes(text) for name, text in written.items()})


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else dedent(text).encode("utf-8")


def write_project(folder: Path, files: Mapping[str, str]) -> None:
    """Put a project on disk: its files, and the assets that all projects have."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(dedent(text).encode())
    shutil.copytree(ROOT / "assets", folder / "assets", copy_function=_linked)


def _linked(source: str, target: str) -> None:
    """Stand in for a copy of 12 MB of fonts."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


@cache
def program_in_japanese() -> dict[str, str]:
    """A file of translations with the Japanese of the program's own words, and nothing else, as files of a project."""
    head, *entries = (ROOT / JAPANESE).read_text(encoding="utf-8").strip().split("\n\n")
    own = (entry for entry in entries if 'msgctxt "ui/' in entry)
    return {JAPANESE: "\n\n".join((head, *own)) + "\n"}


@cache
def japanese() -> Wording:
    """The program's own words in Japanese."""
    return Project(workspace(program_in_japanese())).translations.edition("ja").edition.wording


def outline(slides: str, head: str = HEAD) -> str:
    """An outline with these slides."""
    return f"{head}slides:\n{indent(dedent(slides), '  ')}"


@dataclass(frozen=True, slots=True)
class Made:
    """A talk and its deck, with all that was found on the way."""

    talk: Talk
    deck: Deck
    findings: tuple[Diagnostic, ...]

    def slide(self, identifier: str) -> TalkSlide:
        """A slide of the talk by its id."""
        return next(slide for slide in self.talk.slides if slide.id == identifier)


def make(
    slides: str, head: str = HEAD, event: Event | None = None, files: Mapping[str, str | bytes] | None = None
) -> Made:
    """Run the stages up to layout over an outline with these slides."""
    return make_in(workspace({TALK: outline(slides, head), **(files or {})}), event or Event())


@cache
def fonts() -> FontFiles:
    """The files that the faces of our own templates are measured with."""
    return Project(Overlay()).typefaces.files("Calibri", "BIZ UDPGothic")


@cache
def measure() -> Measure:
    """The measure of the faces of our own templates."""
    return Measure(fonts())


def make_in(place: Overlay | DiskWorkspace, event: Event, name: str = TALK, wanted: Wanted = Wanted()) -> Made:  # noqa: B008 - frozen
    """Run the stages up to layout over an outline of a workspace."""
    return make_of(Project(place), event, name, wanted)


def make_of(project: Project, event: Event, name: str, wanted: Wanted = Wanted()) -> Made:  # noqa: B008 - frozen
    """Run the stages up to layout over an outline of a project."""
    written = project.outline(name)
    variant, unknown = variant_of(written, project.base, Day(event), wanted)
    told, found = project.translations.translated(written, variant)
    talk = resolve(told, variant, project.base, project.editions(variant))
    look = project.look(written)
    deck = lay_out(talk, look.geometry, look.faces.measure)
    return Made(talk, deck, (*written.findings, *unknown, *found, *talk.findings))


def codes(findings: tuple[Diagnostic, ...]) -> list[str]:
    """The codes of findings."""
    return [found.code for found in findings]
