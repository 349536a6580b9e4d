"""A small talk with its translation, in memory and on disk, for the tests of translations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from outreach_decks.build import Wanted, variant_of
from outreach_decks.diagnostics import Diagnostic, Span
from outreach_decks.event import Event
from outreach_decks.outline import Outline
from outreach_decks.parse_event import Day
from outreach_decks.project import Project
from outreach_decks.resolve import resolve
from outreach_decks.talk import Talk
from outreach_decks.translations.merge import merged
from outreach_decks.translations.messages import Message, base_messages, by_context, outline_messages, program_messages
from outreach_decks.translations.po import Entry, PoFile, po_name, read_po, written_po
from outreach_decks.wording import WORDING
from tests.projects import ROOT, TALK, workspace
from tests.test_cases import typefaces

HEAD = """\
title: Two colours
audience: church
language: en
minutes: 2
template: church
"""
# What a speaker says in a minute.
SPEECH = "We look at this together, slowly and in plain words, and then talk. " * 8
SLIDES = f"""\
slides:
  - kind: bullets
    id: colours
    title: There are 66 colours
    own_numbers: ["66"]
    points:
      - red
      - blue:
          - "{{fact.protected}} kinds of blue"
          - dark blue
      - green
    notes: >-
      {SPEECH}
  - kind: statement
    id: hope
    title: The Penal Code has 3 parts
    own_numbers: ["3"]
    text: "[Read it](https://law.example.jp/1), or call 0120-007-110"
    notes: >-
      {SPEECH}
"""
OUTLINE = HEAD + SLIDES
SPOKEN = "ゆっくりと、わかりやすい言葉で、いっしょに見ていきます。" * 9
JAPANESE: dict[str, str] = {
    "talk.yaml/title": "二つの色",
    "talk.yaml/colours/title": "色は66ある",
    "talk.yaml/colours/points/1": "赤",
    "talk.yaml/colours/points/2": "青",
    "talk.yaml/colours/points/2/1": "{fact.protected}種類の青",
    "talk.yaml/colours/points/2/2": "こい青",
    "talk.yaml/colours/points/3": "緑",
    "talk.yaml/colours/notes": SPOKEN,
    "talk.yaml/hope/title": "刑法には3つの部分がある",
    "talk.yaml/hope/text": "[読む](https://law.example.jp/1)か、0120-007-110に電話する",
    "talk.yaml/hope/notes": SPOKEN,
}
BASE_IN_JAPANESE: dict[str, str] = {
    "source/council/publisher": "協議会",
    "source/council/title": "年次報告",
    "counting-rule/government-wide/name": "政府全体の集計",
}
# What the talk shows in all, the program's words included.
TEXTS = len(JAPANESE) + len(BASE_IN_JAPANESE) + len(WORDING)
# Slides in English that a talk in Japanese includes.
SHARED_WORLD = """\
language: en
slides:
  - {kind: statement, id: world, title: All over the world, notes: It is everywhere.}
"""
NAMES_FILE = "slides_src/rules/names.yaml"
NAMES = "names:\n  - {en: Penal Code, ja: 刑法}\n"


def own_words(language: str) -> dict[str, str]:
    """The program's words in a language of this project."""
    po = read_po(po_name(language), (ROOT / po_name(language)).read_bytes())
    return {entry.context: entry.translation for entry in po.entries if entry.context.startswith("ui/")}


def project(outline: str = OUTLINE, files: Mapping[str, str | bytes] | None = None) -> Project:
    """A project in memory with one talk; without ``files`` nothing is translated."""
    made = Project(workspace({TALK: outline, NAMES_FILE: NAMES, **(files or {})}))
    made.__dict__["typefaces"] = typefaces()
    return made


def translated_file(made: Project, told: Mapping[str, str], language: str = "ja") -> PoFile:
    """A file of translations with an entry for every text of a project, as an update would make it."""
    outlines = [made.outline(name) for name in made.workspace.names("slides_src", ".yaml")]
    book = made.base.book
    said = [one for outline in outlines for one in outline_messages(outline, book)]
    messages = by_context([*said, *base_messages(book, language), *program_messages()]).values()
    empty = merged((one for one in messages if one.language != language), PoFile(language))
    entries = (replace(entry, translation=told.get(entry.context, "")) for entry in empty.entries)
    return replace(empty, entries=tuple(entries))


def japanese_file(outline: str = OUTLINE, changes: Mapping[str, str] | None = None) -> bytes:
    """The file of the talk in Japanese, whole; ``changes`` are other translations by their contexts."""
    told = {**own_words("ja"), **BASE_IN_JAPANESE, **JAPANESE, **(changes or {})}
    return written_po(translated_file(project(outline), told))


def in_japanese(outline: str = OUTLINE, changes: Mapping[str, str] | None = None, made_for: str = OUTLINE) -> Project:
    """The project with its Japanese; the translations were made for the outline ``made_for``."""
    return project(outline, {po_name("ja"): japanese_file(made_for, changes)})


def told_in(made: Project, language: str, notes: str | None = None) -> tuple[Outline, list[Diagnostic]]:
    """The outline of the talk in a language, and what is said of its translations."""
    outline = made.outline(TALK)
    variant, _ = variant_of(outline, made.base, Day(Event()), Wanted(language=language, notes=notes))
    return made.translations.translated(outline, variant)


def talk_in(made: Project, language: str, notes: str | None = None) -> Talk:
    """The talk in a language."""
    outline = made.outline(TALK)
    variant, _ = variant_of(outline, made.base, Day(Event()), Wanted(language=language, notes=notes))
    told, _ = made.translations.translated(outline, variant)
    return resolve(told, variant, made.base, made.editions(variant))


def messages_of(made: Project) -> dict[str, Message]:
    """The texts of the talk by their contexts."""
    return by_context(outline_messages(made.outline(TALK), made.base.book))


def entries_of(raw: bytes, language: str = "ja") -> dict[str, Entry]:
    """The entries of a file by their contexts."""
    return {entry.context: entry for entry in read_po(po_name(language), raw).entries}


def in_lines(findings: list[Diagnostic]) -> list[str]:
    """Findings, a line each, without the folder."""
    return [f"{_place(one.span)} {one.severity.word}[{one.code}] {one.message}" for one in findings]


def _place(span: Span) -> str:
    return f"{span.file.removeprefix('slides_src/')}:{span.line}:{span.column}"
