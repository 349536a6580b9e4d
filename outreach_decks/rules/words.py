"""Rules of words: which to avoid, how hard they may be, and the lists that say so."""

from __future__ import annotations

from typing import Final

from outreach_decks.diagnostics import Severity
from outreach_decks.rules.rule import Group, error, warning

TERMS: Final = "slides_src/rules/terms.yaml"

GROUP: Final = Group(
    "Words",
    "slides_src/rules/terms.yaml lists the words that our talks avoid, why, and what to say instead.",
    (
        error(
            "bad-pattern",
            "A pattern in the list of words cannot be read, or fits everywhere.",
            "Nothing could be found with it. Most terms need no pattern: write the words as they are spoken.",
            wrong="""
            x01:
              language: en
              avoid: [pattern: "(cheap|easy"]
              level: note
              reason: belittles
              source: house
              instead: say what it is
            """,
            right="""
            x01:
              language: en
              avoid: [pattern: "(cheap|easy) girl"]
              level: note
              reason: belittles
              source: house
              instead: say what it is
            """,
            file=TERMS,
        ),
        warning(
            "hard-to-read",
            "The notes of a slide are above the reading level of the audience; in Japanese, its kanji are.",
            "Most listeners hear each sentence once, and for many of them it is not their first language.",
            wrong="""
            - kind: statement
              id: law
              title: The law protects people
              notes: >-
                Notwithstanding considerable administrative difficulties, comprehensive identification procedures have
                consistently been recommended by international organisations, particularly regarding individuals whose
                precarious residential situation fundamentally discourages communication with authorities, employers,
                neighbours, educational institutions, charitable organisations or medical professionals, irrespective of
                circumstances, nationality, occupation or linguistic competence, whenever administrative cooperation is
                insufficiently established or politically undesirable.
            """,
            right="""
            - kind: statement
              id: law
              title: The law protects people
              notes: >-
                It is hard work, and it costs money. Even so, the United Nations says: ask each person, and ask in time.
                Many people are afraid to talk. They may lose the right to stay, or think that they will. So they do not
                go to the police, to a boss, to a neighbour, to a school or to a doctor. We can go with them.
            """,
        ),
        error(
            "kanji-years",
            "The table of kanji lacks one of the six years of primary school, or has another.",
            "The share of kanji that an audience has not learnt is counted with it.",
            wrong="# a table with the years 1 to 5",
            right="# a table with the years 1 to 6",
        ),
        error(
            "slow-pattern",
            "A pattern in the list of words can fit in so many ways that looking for it can take minutes.",
            "It repeats something that repeats. Say how many times at most, or list the words.",
            wrong="""
            x01:
              language: en
              avoid: [pattern: "(very ?)*(really ?)*cheap"]
              level: note
              reason: belittles
              source: house
              instead: say what it is
            """,
            right="""
            x01:
              language: en
              avoid: [pattern: "(very |really )?cheap"]
              level: note
              reason: belittles
              source: house
              instead: say what it is
            """,
            file=TERMS,
        ),
        error(
            "word-to-avoid",
            "A text has a word that blames, labels or shames, or that is not right any more.",
            "Words stay with people longer than figures. Each term has its own gravity, its reason and a better "
            "word, in "
            "rules/terms.yaml; in quotation marks and in the names of laws most of them may stand.",
            wrong="""
            - kind: statement
              id: pictures
              title: Child pornography is growing online
              notes: It grows every year.
            """,
            right="""
            - kind: statement
              id: pictures
              title: There are more and more pictures of abuse online
              notes: It grows every year.
            """,
            also=(Severity.WARNING, Severity.NOTE),
        ),
    ),
)
