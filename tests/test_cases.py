"""Bad outlines, fact files, charts and events: each file of tests/cases says what must be said of it.

A case is a YAML file. Lines at its top that start with "# expect:" give the findings, in order::

    # expect: 7:11 error[unknown-kind] there is no kind of slide called "bulets" | did you mean "bullets"?
    # expect: slides_src/shared/x.yaml:3:1 error[tab] a tab stands where spaces are needed | use spaces to indent

Without a file's name the place is in the outline, slides_src/talk.yaml. The whole case is the outline, so that lines
count as they stand there, unless lines "--- file: NAME" cut it into files; above the first stands what it is about.
Other lines at the top make what an editor does not show or a file should not hold::

    # encoding: shift_jis          how the outline is saved
    # line-ends: crlf              how its lines end
    # replace: □ U+3000            stands for a character that nobody could see in the case
    # replace: ¿ 0xFF              stands for a byte
    # make: NAME                   the outline is made by the function of that name below
    # talk: slides_src/check.yaml  another name for the outline
    # today: 2027-03-01            the day as of which facts and help lines are fresh or not
    # lang: en                     the language in which the talk is asked for
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import yaml

import outreach_decks.reader as reader
from outreach_decks.build import Wanted, build_talk
from outreach_decks.diagnostics import DeckError, Diagnostic
from outreach_decks.event import Event
from outreach_decks.parse_event import Day, parse_event
from outreach_decks.project import Project
from outreach_decks.typefaces import Typefaces
from outreach_decks.workspace import MemoryWorkspace
from tests.projects import HEAD, ROOT, TALK, program_in_japanese, workspace

# PyYAML's own parser takes no tab inside a text, and looks less far ahead into nested lists.
ONLY_WITH_LIBYAML = {"tab-behind-spaces", "file-nested-a-million-deep"}
CASES = Path(__file__).parent / "cases"
EVENT = "events/day.yaml"
PACKAGE = ROOT / "outreach_decks"


def nested_a_million_deep() -> str:
    """A list in a list in a list."""
    return HEAD + "slides: " + "[" * 1_000_000


def ten_megabytes_of_aliases() -> str:
    """Each name stands for ten of the one before: read as a program reads it, this fills any memory."""
    lines = [f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 10)}]" for number in range(1, 200_000)]
    return "a0: &a0 x\n" + "\n".join(lines)


def an_address_that_is_too_long() -> str:
    """An outline that asks to visit an address of three thousand characters."""
    address = f"https://example.jp/{'a' * 3000}"
    return f"{HEAD}slides:\n  - {{kind: ask, id: a, title: A, text: T, label: L, url: '{address}', notes: Said.}}\n"


MAKERS = {
    made.__name__: made for made in (nested_a_million_deep, ten_megabytes_of_aliases, an_address_that_is_too_long)
}


@dataclass(frozen=True, slots=True)
class Case:
    """Files, and what must be said of them."""

    files: dict[str, bytes]
    expected: list[str]
    talk: str
    today: date | None = None
    language: str | None = None


def read_case(path: Path) -> Case:
    """Take a case apart."""
    text = path.read_text(encoding="utf-8")
    head, *parts = re.split(r"^--- file: (.+)\n", text, flags=re.MULTILINE)
    settings = re.findall(r"^# (\S+): (.+)$", head, re.MULTILINE)
    talk = dict(settings).get("talk", TALK)
    files = dict(zip(parts[::2], parts[1::2], strict=True)) or {talk: text}
    for name in (value for key, value in settings if key == "make"):
        files[talk] = MAKERS[name]()
    saved = {name: _saved(part, settings) for name, part in files.items()}
    today = dict(settings).get("today")
    expected = [value for key, value in settings if key == "expect"]
    return Case(saved, expected, talk, date.fromisoformat(today) if today else None, dict(settings).get("lang"))


def _saved(text: str, settings: list[tuple[str, str]]) -> bytes:
    """The bytes of a file, as the lines at the top of the case want them."""
    told = dict(settings)
    replaced = [value.split() for key, value in settings if key == "replace"]
    for sign, what in replaced:
        if what.startswith("U+"):
            text = _without_head(text, sign, chr(int(what.removeprefix("U+"), 16)))
    if told.get("line-ends") == "crlf":
        text = text.replace("\n", "\r\n")
    raw = text.encode(told.get("encoding", "utf-8"))
    for sign, what in replaced:
        if what.startswith("0x"):
            raw = raw.replace(sign.encode(), bytes.fromhex(what[2:]))
    return raw


def _without_head(text: str, sign: str, character: str) -> str:
    """Replace a sign, but not in the line that speaks of it."""
    lines = text.split("\n")
    return "\n".join(line if line.startswith("# ") else line.replace(sign, character) for line in lines)


@cache
def assets() -> dict[str, bytes]:
    """Our templates, faces and icons."""
    paths = (path for path in (ROOT / "assets").rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}


@cache
def typefaces() -> Typefaces:
    """The measures of faces; they are the same for all cases."""
    return Project(MemoryWorkspace(assets())).typefaces


def project(files: dict[str, bytes]) -> Project:
    """A project in memory: our assets, the fact base of the tests, our words in Japanese, and these files over them."""
    made = Project(MemoryWorkspace({**assets(), **workspace({**program_in_japanese(), **files}).files}))
    made.__dict__["typefaces"] = typefaces()
    return made


def findings(case: Case) -> tuple[Diagnostic, ...]:
    """What is said of the files of a case: of the event if it is wrong, else of the talk."""
    made = project(case.files)
    made.today = case.today
    try:
        day = parse_event(EVENT, {}, made.workspace) if EVENT in case.files else Day(Event())
    except DeckError as error:
        return error.diagnostics
    return build_talk(case.talk, made, day, Wanted(language=case.language), write=False).diagnostics


def in_a_line(found: Diagnostic, talk: str) -> str:
    """A finding as a case writes it."""
    file = "" if found.span.file == talk else f"{found.span.file}:"
    place = f"{file}{found.span.line}:{found.span.column}"
    return " | ".join((f"{place} {found.severity.word}[{found.code}] {found.message}", *found.hints))


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_what_is_wrong_is_said(path: Path) -> None:
    """Exactly the findings that the case states are made, in that order, and nothing ends in a traceback."""
    case = read_case(path)
    assert [in_a_line(found, case.talk) for found in findings(case)] == case.expected


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_without_the_parser_in_c_the_same_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where libyaml is missing, PyYAML's own parser is used; it says the same faults in other words."""
    if path.stem in ONLY_WITH_LIBYAML:
        pytest.skip("PyYAML's own parser stops elsewhere")
    monkeypatch.setattr(reader, "_LOADER", yaml.Loader)
    case = read_case(path)
    assert [in_a_line(found, case.talk) for found in findings(case)] == case.expected
