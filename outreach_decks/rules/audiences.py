"""Rules of whom a talk is for: the contract of its audience and band, and the people it speaks of."""

from __future__ import annotations

from typing import Final

from outreach_decks.diagnostics import Severity
from outreach_decks.rules.rule import Group, error, warning

GROUP: Final = Group(
    "Audiences and the people spoken of",
    "slides_src/rules/audiences.yaml says what each audience must be given and must not be shown: docs/audiences.md.",
    (
        warning(
            "case-names-person",
            "A documented case has what looks like the name of a person.",
            "Whoever was exploited is known again, and whoever is accused may be innocent. Say age, work or role "
            "instead.",
            wrong="""
            - kind: case
              id: case
              title: She asked a teacher
              story: [Aiko Tanaka was met on social media]
              status: judged
              sources: [ntv-2025]
              notes: She asked a teacher.
            """,
            right="""
            - kind: case
              id: case
              title: She asked a teacher
              story: [A girl of 16 was met on social media]
              status: judged
              sources: [ntv-2025]
              notes: She asked a teacher.
            """,
        ),
        warning(
            "case-names-place",
            "A case about a child names a station, ward, town or city.",
            "In a small place everybody knows who it was. The prefecture, or the size of the town, is enough.",
            wrong="""
            - kind: case
              id: case
              title: She asked a teacher
              story: [A girl of 16 was met at Ueno Station]
              status: judged
              sources: [ntv-2025]
              notes: She asked a teacher.
            """,
            right="""
            - kind: case
              id: case
              title: She asked a teacher
              story: [A girl of 16 was met at a station in a large city]
              status: judged
              sources: [ntv-2025]
              notes: She asked a teacher.
            """,
        ),
        error(
            "forbidden-kind",
            "A slide is of a kind that its audience, or the band that it names, must not be shown.",
            "Prayers belong into a church, not into a state school.",
            wrong="""
            audience: school
            slides:
              - {kind: prayer, id: prayer, title: Let us pray, points: [For workers far from home], notes: Said.}
            """,
            right="""
            audience: school
            slides:
              - {kind: discussion, id: talk, title: Talk, questions: [Who could have asked?], minutes: 3, notes: Said.}
            """,
        ),
        error(
            "forbidden-topic",
            "A slide has a topic that its audience, or the band that it names, must not be shown.",
            "What is told shapes what is feared, and what is tried. The lists follow the age bands of "
            "docs/audiences.md.",
            wrong="""
            audience: school
            slides:
              - {kind: statement, id: debt, title: A debt is a trap, topics: [host-clubs], bands: [13-15], notes: Said.}
            """,
            right="""
            audience: school
            slides:
              - {kind: statement, id: debt, title: A debt is a trap, topics: [host-clubs], bands: [16-18], notes: Said.}
            """,
        ),
        error(
            "help-not-last",
            "The last slide shows no help lines.",
            "It stays on the screen while people leave, and that is when somebody takes a photo of a number.",
            wrong="""
            - {kind: cover, id: cover, notes: Said.}
            - {kind: help, id: help, title: Help, lines: [child-189], notes: Said.}
            - {kind: closing, id: end, title: Thank you, notes: Said.}
            """,
            right="""
            - {kind: cover, id: cover, notes: Said.}
            - {kind: closing, id: end, title: Thank you, notes: Said.}
            - {kind: help, id: help, title: Help, lines: [child-189], notes: Said.}
            """,
        ),
        error(
            "help-not-second",
            "The second slide shows no help lines.",
            "Whoever must leave early has seen them, and everybody knows that asking for help is part of the talk.",
            wrong="""
            - {kind: cover, id: cover, notes: Said.}
            - {kind: statement, id: hope, title: People find help, notes: Said.}
            """,
            right="""
            - {kind: cover, id: cover, notes: Said.}
            - {kind: help, id: help, title: Help, lines: [child-189], notes: Said.}
            - {kind: statement, id: hope, title: People find help, notes: Said.}
            """,
        ),
        warning(
            "long-without-interaction",
            "A class listens for longer than its contract allows before it is asked something.",
            "Pupils remember what they did and said. A quiz, a discussion, an activity or a slide with minutes counts.",
            wrong="# a school talk with eleven minutes of speech between two questions",
            right="# the same talk with a discussion in the middle",
        ),
        warning(
            "missing-disclosure-plan",
            "The notes of the first slide do not hold the plan for a person who tells something.",
            "Talks make children speak up. Who listens, where, and whom to call must be settled before the day.",
            wrong="""
            audience: school
            slides:
              - kind: cover
                id: cover
                notes: Hello, everyone.
            """,
            right="""
            audience: school
            slides:
              - kind: cover
                id: cover
                topics: [disclosure-plan]
                notes: |
                  Before the day: agree who takes over when a pupil tells something. Danger now: {help.police-110}.
                  A child at risk: {help.child-189}. After sexual violence: {help.sexual-violence-8891}.
            """,
        ),
        error(
            "missing-help-line",
            "The help slides show no line for people whom this audience may hold, or none in a language that they "
            "need.",
            "Help that does not speak one's language, or is not for one's age, is no help.",
            wrong="""
            audience: school
            slides:
              - {kind: help, id: help, title: Help, lines: [police-110], notes: Said.}
            """,
            right="""
            audience: school
            slides:
              - kind: help
                id: help
                title: Help
                lines: [child-189, police-110, sexual-violence-8891]
                notes: Said.
            """,
        ),
        error(
            "missing-kind-of-slide",
            "The talk lacks a slide that every talk for this audience has: a notice, something to do, sources.",
            "Without a notice people are taken unawares; without something to do they go home with fear only.",
            wrong="""
            - {kind: cover, id: cover, notes: Said.}
            - {kind: sources, id: sources}
            """,
            right="""
            - {kind: cover, id: cover, notes: Said.}
            - {kind: notice, id: notice, title: What you will hear, points: [You may step out], notes: Said.}
            - {kind: ask, id: ask, title: One thing to do, text: Save the numbers, notes: Said.}
            - {kind: sources, id: sources}
            """,
        ),
        warning(
            "not-for-band",
            "The contract of the band leaves a slide out, and the slide does not say for which bands it is.",
            "Nothing should be missing from a talk without its author knowing. In other bands than the first it is a "
            "note.",
            wrong="""
            - {kind: statement, id: heavy, title: What was done to them, level: 3, notes: Said.}
            """,
            right="""
            - {kind: statement, id: heavy, title: What was done to them, level: 3, bands: [adult], notes: Said.}
            """,
            also=(Severity.NOTE,),
        ),
        error(
            "too-heavy",
            "The level of a slide is above what its audience, or the band that it names, may be shown.",
            "A picture that an adult can bear may stay with a child of thirteen for years.",
            wrong="""
            audience: school
            slides:
              - {kind: statement, id: heavy, title: What was done, level: 2, bands: [13-15], notes: Said.}
            """,
            right="""
            audience: school
            slides:
              - {kind: statement, id: heavy, title: What was done, level: 2, bands: [16-18], notes: Said.}
            """,
        ),
        warning(
            "too-many-new-terms",
            "The talk uses more special words than the audience can learn in one go.",
            "A word that nobody has explained is a door that stays shut. Say the thing in words that everybody knows.",
            wrong="""
            audience: school
            slides:
              - kind: bullets
                id: words
                title: New words
                points: [exploitation, grooming, sextortion, coercion, consent]
                notes: An offender may isolate you.
            """,
            right="""
            audience: school
            slides:
              - kind: bullets
                id: words
                title: New words
                points: [exploitation, grooming, consent]
                notes: They may keep you away from your friends.
            """,
        ),
        warning(
            "too-many-words",
            "A slide has more words below its title than its audience can read while listening.",
            "People read or listen, not both. What is said belongs into the notes.",
            wrong="""
            audience: school
            slides:
              - kind: bullets
                id: signs
                title: Signs
                points:
                  - Somebody who you have never met in your life offers you a lot of money for a little work
                  - They want to know where you live and who your parents are, and they ask for pictures of you
                notes: Stop and ask somebody.
            """,
            right="""
            audience: school
            slides:
              - kind: bullets
                id: signs
                title: Signs
                points:
                  - Much money for little work
                  - Questions about you and your family
                notes: Stop and ask somebody.
            """,
        ),
    ),
)
