"""Rules of help lines."""

from __future__ import annotations

from typing import Final

from outreach_decks.rules.rule import Group, error, note

GROUP: Final = Group(
    "Help lines",
    "They stand in slides_src/facts/help_lines.yaml. Somebody in the audience may dial one tonight.",
    (
        error(
            "help-line-not-printable",
            "A talk shows a help line that was not confirmed.",
            "A line that is closed, or that nobody could find again, must not be given to a person who needs help.",
            wrong="""
            - {kind: help, id: help, title: Help, lines: [police-110, lighthouse], notes: Said.}
            """,
            right="""
            - {kind: help, id: help, title: Help, lines: [police-110], notes: Said.}
            """,
        ),
        note(
            "unchecked-help-line",
            "A help line that the talk shows was not called or opened in the last six months, or nobody wrote it down.",
            "Somebody may dial it tonight. Call it, or open its page, and write down the day and your name.",
            wrong="""
            our-town-line:
              name: Our town's line
              name_ja: 町の窓口
              number: "000-000-0000"
              purpose: any worry
              printable: true
            """,
            right="""
            our-town-line:
              name: Our town's line
              name_ja: 町の窓口
              number: "000-000-0000"
              purpose: any worry
              printable: true
              checked: 2026-09-14
              checked_by: A. Mori
            """,
            file="slides_src/facts/help_lines.yaml",
        ),
        error(
            "unknown-help-line",
            "A talk names a help line that is not in the base.",
            "Numbers come from the base only, so that one correction mends every deck.",
            wrong="""
            - {kind: help, id: help, title: Help, lines: [police], notes: Said.}
            """,
            right="""
            - {kind: help, id: help, title: Help, lines: [police-110], notes: Said.}
            """,
        ),
    ),
)
