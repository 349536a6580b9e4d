"""Runs the wrong and right examples of the rules, each in the file of the project that it is a piece of."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from textwrap import indent

from outreach_decks.build import check_talk
from outreach_decks.diagnostics import DeckError, Diagnostic
from outreach_decks.event import Event
from outreach_decks.parse_event import Day, parse_event
from outreach_decks.project import Project
from outreach_decks.resolve import Base
from outreach_decks.rules.events import EVENT
from outreach_decks.rules.rule import OUTLINE
from outreach_decks.workspace import MemoryWorkspace, folder_of
from tests.projects import HEAD, ROOT, TALK
from tests.test_cases import assets

# The examples speak of this day.
TODAY = date(2026, 10, 1)
DAY_FILE = "events/day.yaml"
LANGUAGES = ("ja",)
SAID = "  - {kind: statement, id: said, title: A sentence, text: A line below it, notes: Said.}\n"
SHOWS = {
    "facts.yaml": '  - {{kind: statement, id: shows-{0}, title: "It was {{fact.{0}}}", notes: Said.}}\n',
    "help_lines.yaml": "  - {{kind: help, id: shows-{0}, title: Help, lines: [{0}], notes: Said.}}\n",
    "charts.yaml": "  - {{kind: chart, id: shows-{0}, title: A chart, chart: {0}, notes: Said.}}\n",
}
ENTRY = re.compile(r'msgctxt "talk\.yaml/said/(\w+)"\nmsgid "(.*)"')
KEY = re.compile(r"^([^\s:：\[\]#-][^\s:：]*)\s*[:：]", re.MULTILINE)


@cache
def content() -> dict[str, bytes]:
    """The project as it is: assets, outlines, the fact base and the lists of rules."""
    paths = (path for path in (ROOT / "slides_src").rglob("*") if path.is_file())
    return assets() | {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}


@cache
def shared() -> Project:
    """The project as it is; what pieces of outlines do not change is read once."""
    return Project(MemoryWorkspace(content()), TODAY)


def found(piece: str, file: str) -> list[Diagnostic]:
    """What is found, over all bands, when ``piece`` stands in ``file``."""
    name, files = placed(piece, file)
    workspace = MemoryWorkspace({**content(), **{path: text.encode("utf-8") for path, text in files.items()}})
    project = Project(workspace, TODAY)
    project.__dict__["typefaces"] = shared().typefaces
    if not file.startswith("slides_src/facts/"):
        project.__dict__["base"] = Base(shared().base.book, shared().base.audiences, workspace)
    if not file.endswith(".po"):
        project.translations._files.update({code: shared().translations.po(code) for code in LANGUAGES})
    if not file.endswith("terms.yaml"):
        project.__dict__["terms"] = shared().terms
    try:
        day = parse_event(DAY_FILE, {}, workspace) if file == EVENT else Day(Event())
    except DeckError as error:
        return list(error.diagnostics)
    return [one for result in check_talk(name, project, day) for one in result.diagnostics]


def placed(piece: str, file: str) -> tuple[str, dict[str, str]]:
    """The outline to check, and the files that a piece changes."""
    if file == OUTLINE:
        return TALK, {TALK: outline(piece)}
    if file == EVENT:
        return TALK, {TALK: outline(SAID), DAY_FILE: piece}
    if folder_of(file) == "slides_src":
        return file, {file: outline(piece)}
    return TALK, _beside_a_talk(piece, file)


def _beside_a_talk(piece: str, file: str) -> dict[str, str]:
    """A file that a talk takes something from, and a talk that does so."""
    name = file.rpartition("/")[2]
    if name.endswith(".csv"):
        return {TALK: outline(SHOWS["charts.yaml"].format(name[:-4])), file: piece}
    if name.endswith(".po"):
        return _in_translations(piece, file)
    if folder_of(file) == "slides_src/shared":
        return {TALK: outline(f"  - include: shared/{name}\n"), file: piece}
    return _in_a_table(piece, file)


def _in_a_table(piece: str, file: str) -> dict[str, str]:
    """Entries of a file, behind or instead of those that are there, and slides that show them."""
    name = file.rpartition("/")[2]
    there = content()[file].decode("utf-8")
    ids = KEY.findall(piece)
    slides = "".join(SHOWS[name].format(each) for each in ids) if name in SHOWS else SAID
    if name == "layouts.yaml":
        there = re.sub(rf"^(?:{'|'.join(ids)}):.*\n", "", there, flags=re.MULTILINE)
    added = indent(piece, "  ") if name == "terms.yaml" else piece
    return {TALK: outline(slides), file: f"{there}\n{added}\n"}


def _in_translations(piece: str, file: str) -> dict[str, str]:
    """A slide with the texts of the entries of a piece, and all that is besides translated."""
    given = dict(ENTRY.findall(piece))
    texts = {"title": "A sentence", "text": "A line below it", "notes": "Said."} | given
    slide = "".join(f'    {name}: "{text}"\n' for name, text in texts.items())
    others = {f"said/{name}": text for name, text in texts.items() if name not in given}
    rest = {"title": "A talk", "subtitle": "What it is about", **others}
    entries = (f'msgctxt "talk.yaml/{name}"\nmsgid "{text}"\nmsgstr "訳"\n' for name, text in rest.items())
    there = content()[file].decode("utf-8")
    return {
        TALK: outline(f"  - kind: statement\n    id: said\n{slide}"),
        file: "\n".join((there, *entries, piece + "\n")),
    }


def outline(piece: str) -> str:
    """An outline of which ``piece`` is the slides, lines of the head, or both."""
    head, slides = _parted(piece)
    given = set(KEY.findall(head))
    rest = "".join(line for line in HEAD.splitlines(keepends=True) if line.split(":")[0] not in given)
    return f"{rest}{head}slides:\n{slides or SAID}\n"


def _parted(piece: str) -> tuple[str, str]:
    if re.search(r"^slides:", piece, re.MULTILINE):
        head, slides = piece.split("slides:\n", 1)
        return head, slides
    if piece.lstrip().startswith("- "):
        return "", piece if piece.startswith(" ") else indent(piece, "  ")
    return piece + "\n", ""
