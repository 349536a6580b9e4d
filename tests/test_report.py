"""Findings as they are printed, character for character."""

from __future__ import annotations

import pytest

from outreach_decks.build import Result, build_talk
from outreach_decks.diagnostics import Diagnostic, Severity, Span
from outreach_decks.event import Event
from outreach_decks.parse_event import Day
from outreach_decks.report import as_dict, counted, written
from outreach_decks.summary import findings_text
from tests.projects import HEAD, TALK
from tests.test_cases import project

SHARED = "slides_src/shared/japan.yaml"


def printed(files: dict[str, str]) -> str:
    """What a check of the outline in these files prints."""
    made = project({name: text.encode() for name, text in files.items()})
    result = build_talk(TALK, made, Day(Event()), write=False)
    return findings_text([result], notes=False, checked_only=True)


def test_a_finding_has_its_line_and_a_mark_below_it() -> None:
    """Place, severity, code, message, the line itself, carets as long as the word, and the hint behind them."""
    outline = (
        f"{HEAD}slides:\n  - kind: bulets\n    id: one\n    title: A list\n    points: [First]\n    notes: Said.\n"
    )
    assert printed({TALK: outline}) == (
        'slides_src/talk.yaml:8:11: error[unknown-kind]: there is no kind of slide called "bulets"\n'
        "   8 |   - kind: bulets\n"
        '                 ^^^^^^ did you mean "bullets"?\n'
        "1 error in 1 file"
    )  # fmt: skip


def test_all_findings_of_all_files_are_printed_in_order() -> None:
    """Files by name, lines from the top; the last line counts findings and files."""
    outline = f"""\
{HEAD.replace("minutes: 20", "minutes: soon").replace("template: church", "template: churhc")}slides:
  - include: shared/japan.yaml
  - kind: quiz
    id: one
    question: Who is to blame?
    options: [You, Nobody]
    answer: 3
    because: "Nobody, says {{fact.none}}"
    notes: Said.
"""
    shared = """\
slides:
  - kind: statement
    id: one
    title: 日本の現状
    text: "2024年に保護された人は{fact.protcted}人"
    notes: "話し手：{event.speeker}"
"""
    assert printed({TALK: outline, SHARED: shared}) == (
        'slides_src/shared/japan.yaml:5:25: error[unknown-fact]: no fact is called "protcted"\n'
        '   5 |     text: "2024年に保護された人は{fact.protcted}人"\n'
        '                                        ^^^^^^^^^^^^^^^ did you mean "protected"?\n'
        'slides_src/shared/japan.yaml:6:17: error[unknown-event-field]: an event has no "speeker"\n'
        '   6 |     notes: "話し手：{event.speeker}"\n'
        '                           ^^^^^^^^^^^^^^^ did you mean "speaker"?\n\n'
        "slides_src/talk.yaml:5:10: error[wrong-type]: a whole number was expected, written in figures alone\n"
        "   5 | minutes: soon\n"
        "                ^^^^\n"
        'slides_src/talk.yaml:6:11: error[unknown-template]: there is no template "churhc"\n'
        "   6 | template: churhc\n"
        '                 ^^^^^^ did you mean "church"?\n'
        'slides_src/talk.yaml:10:9: error[duplicate-id]: the id "one" is taken; the first is in'
        " slides_src/shared/japan.yaml:3\n"
        "  10 |     id: one\n"
        "               ^^^ give this slide another id\n"
        "slides_src/talk.yaml:13:13: error[out-of-range]: there are 2 options, so the answer cannot be 3\n"
        "  13 |     answer: 3\n"
        "                   ^\n"
        "6 errors in 2 files"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "column", "length", "mark"),
    [
        ("    title: 人身取引とは {fact.x}", 19, 8, " " * 18 + " " * 6 + "^" * 8),
        ("    title: 人身取引", 12, 4, " " * 11 + "^" * 8),
        ("    title: ｱｲｳ x", 16, 1, " " * 15 + "^"),
        ("    title: か\u3099く x", 16, 1, " " * 11 + " " * 5 + "^"),
        ("    title: e\u0301te x", 16, 1, " " * 14 + "^"),
        ("    title: a\u200bb x", 16, 1, " " * 14 + "^"),
        ("\ttitle: x", 1, 1, "^"),
        ("", 1, 1, None),
    ],
    ids=[
        "behind kanji",
        "kanji",
        "half-width kana",
        "combining kana",
        "combining accent",
        "zero width",
        "tab",
        "empty",
    ],
)
def test_carets_stand_below_what_they_mark(line: str, column: int, length: int, mark: str | None) -> None:
    """A full-width character is two columns wide, a combining one none (Unicode Annex 11)."""
    found = Diagnostic("code", "message", Span("a.yaml", 3, column, length), hints=("hint",), excerpt=line)
    head, *below = written(found).split("\n")
    assert head == f"a.yaml:3:{column}: error[code]: message"
    shown = line.replace("\t", "→")
    assert below == (["   hint"] if mark is None else [f"   3 | {shown}", f"       {mark} hint"])


def test_of_a_long_line_the_part_at_fault_is_shown() -> None:
    """A line of a thousand characters would push its mark out of sight."""
    line = "x" * 500 + "HERE" + "y" * 500
    head, excerpt, mark = written(Diagnostic("code", "message", Span("a.yaml", 1, 501, 4), excerpt=line)).split("\n")
    assert head == "a.yaml:1:501: error[code]: message"
    assert len(excerpt) < 180
    assert excerpt[mark.index("^") :].startswith("HERE")
    assert mark.strip() == "^^^^"


def test_a_mark_does_not_reach_beyond_its_line() -> None:
    """A text that goes on below is marked to the end of its first line; nothing is left behind the line."""
    found = Diagnostic("code", "message", Span("a.yaml", 1, 4, 900), excerpt="a: bcd   ")
    assert written(found) == "a.yaml:1:4: error[code]: message\n   1 | a: bcd\n          ^^^"


def test_each_further_hint_has_a_line_of_its_own() -> None:
    """They stand below each other."""
    found = Diagnostic("code", "message", Span("a.yaml", 1, 4, 3), hints=("one", "two"), excerpt="a: bcd")
    assert written(found).split("\n")[2:] == ["          ^^^ one", "          two"]


def test_findings_are_counted_by_severity() -> None:
    """The gravest first, each with its plural."""
    found = [Diagnostic("a", "b", Span("c"), severity) for severity in (*Severity, Severity.WARNING)]
    assert counted(found) == "1 error and 2 warnings and 1 note"
    assert counted([]) == ""


def test_other_programs_get_every_part_of_a_finding() -> None:
    """The JSON of a finding."""
    found = Diagnostic("code", "message", Span("a.yaml", 2, 3, 4), Severity.WARNING, ("hint",), "line")
    assert as_dict(found) == {
        "code": "code", "severity": "warning", "message": "message", "file": "a.yaml",
        "line": 2, "column": 3, "length": 4, "hints": ["hint"],
    }  # fmt: skip


def test_of_a_language_that_is_begun_only_the_first_lacks_are_told() -> None:
    """Hundreds would hide what else is wrong; asked for, all are told, and the total counts all."""
    lacking = [
        Diagnostic("untranslated", "1 text has no vi translation", Span("slides_src/talk.yaml", line), Severity.WARNING)
        for line in range(1, 31)
    ]
    result = Result("talk", "slides_src/talk.yaml", "", None, 0, 0.0, 0, tuple(lacking))
    told = findings_text([result], notes=False, checked_only=True)
    assert told.count("warning[untranslated]") == 8
    assert "22 more places are not translated" in told
    assert told.endswith("30 warnings in 1 file")
    assert findings_text([result], notes=True, checked_only=True).count("warning[untranslated]") == 30
