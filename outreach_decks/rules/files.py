"""Rules of files as such: whether they can be read."""

from __future__ import annotations

from typing import Final

from outreach_decks.rules.rule import Group, error

GROUP: Final = Group(
    "Files",
    "Outlines and the base are text files, saved as UTF-8.",
    (
        error(
            "control-character",
            "There is a character in the file that no editor shows.",
            "It comes from copying out of other programs, and PowerPoint may refuse a deck that holds it. Delete it; "
            "where "
            "you cannot see it, type the line again.",
            wrong="# a zero byte, an escape character or the like, copied from another program",
            right="# the same line, typed again",
        ),
        error(
            "empty-file",
            "There is nothing in the file, or nothing but notes.",
            "A file that is read must hold something. It may have been emptied by mistake: take it from your last "
            "copy.",
            wrong="""
            nationality,people,counting_rule,source
            """,
            right="""
            nationality,people,counting_rule,source
            Japanese,58,government-wide,ntv-2025
            """,
            file="slides_src/facts/data/nationality-2024.csv",
        ),
        error(
            "missing-file",
            "A file that is named does not exist.",
            "An outline, a file to include, a picture, data or a table may have been moved or misspelt. Paths start "
            "at the "
            "folder of the file that names them.",
            wrong="""
            - include: shared/what-it-iss.yaml
            """,
            right="""
            - include: shared/what-it-is.yaml
            """,
        ),
        error(
            "not-utf8",
            "The file is not saved as UTF-8.",
            'Saved otherwise, Japanese turns into nonsense. Choose "UTF-8" when you save, and "CSV UTF-8" in Excel.',
            wrong="# a file saved as Shift_JIS or as UTF-16",
            right="# the same file, saved again as UTF-8",
        ),
        error(
            "several-documents",
            "A line of three dashes or dots ends the file in the middle.",
            "What follows would never be read. Delete the line, or put the rest into a file of its own.",
            wrong="""
            slides:
              - {kind: cover, id: cover, notes: Said.}
            ---
              - {kind: statement, id: hope, title: People find help, notes: Said.}
            """,
            right="""
            slides:
              - {kind: cover, id: cover, notes: Said.}
              - {kind: statement, id: hope, title: People find help, notes: Said.}
            """,
        ),
        error(
            "too-big",
            "The file has more than five million bytes.",
            "A talk has some twenty thousand. Such a file is something else, or a mistake in copying.",
            wrong="# a file of 20 MB with the ending .yaml",
            right="# the outline itself",
        ),
        error(
            "too-deep",
            "Lists stand inside lists, more than 64 deep.",
            "No talk needs more than four. A row of opening brackets has probably been typed by mistake.",
            wrong="# [[[[[[[[ and so on, 65 times",
            right="# a point, and points below it",
        ),
        error(
            "too-many-faults",
            "A file has more faults than it is useful to list, so the rest of it was not read.",
            "One fault near the top often makes many below. Mend the first ones and check again.",
            wrong="# a spreadsheet or a letter, saved with the ending .yaml",
            right="# an outline",
        ),
        error(
            "unreadable-file",
            "A file is there and cannot be read.",
            "It lies outside the project, or you have no right to read it. A talk takes nothing from elsewhere, so "
            "that it "
            "can be built on any computer.",
            wrong="""
            - include: ../../letters/one.yaml
            """,
            right="""
            - include: shared/what-it-is.yaml
            """,
        ),
    ),
)
