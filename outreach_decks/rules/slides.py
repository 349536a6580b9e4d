"""Rules of finished slides: what fits, what can be drawn, and how long it all takes."""

from __future__ import annotations

from typing import Final

from outreach_decks.rules.rule import Group, error, warning

GROUP: Final = Group(
    "The finished slides",
    "These are found when every text has its place and size, as the audience will see it.",
    (
        error(
            "missing-glyph",
            "The letters of the deck do not have this character.",
            "It would be shown as an empty box. Write it in words; icons do better what emoji do.",
            wrong="""
            - {kind: statement, id: hope, title: People find help 😀, notes: Said.}
            """,
            right="""
            - {kind: statement, id: hope, title: People find help, notes: Said.}
            """,
        ),
        error(
            "no-font-for-script",
            "No face at hand has the script of these words.",
            "They would be shown as empty boxes. Slides are set in Latin, Greek and Cyrillic letters and in Japanese.",
            wrong="""
            - {kind: statement, id: hope, title: สวัสดี, notes: Said.}
            """,
            right="""
            - {kind: statement, id: hope, title: Sawasdee, notes: Said.}
            """,
        ),
        warning(
            "same-silhouette",
            "More than three slides in a row look alike.",
            "A room falls asleep. Turn one of them into a question, a figure or a picture, or open a new part.",
            wrong="""
            - {kind: statement, id: one, title: The first thing, notes: Said.}
            - {kind: statement, id: two, title: The second thing, notes: Said.}
            - {kind: statement, id: three, title: The third thing, notes: Said.}
            - {kind: statement, id: four, title: The fourth thing, notes: Said.}
            """,
            right="""
            - {kind: statement, id: one, title: The first thing, notes: Said.}
            - {kind: statement, id: two, title: The second thing, notes: Said.}
            - {kind: bullets, id: others, title: And two more, points: [The third, The fourth], notes: Said.}
            """,
        ),
        error(
            "source-not-shown",
            "A figure stands on a kind of slide that has no line for its source.",
            "Whoever takes a photo of the slide must have the source on it. Say the figure on another slide.",
            wrong="""
            - kind: prayer
              id: prayer
              title: Let us pray
              points: ["For the {fact.protected-2024} people who were protected"]
              notes: Said.
            """,
            right="""
            - kind: prayer
              id: prayer
              title: Let us pray
              points: [For the people who were protected]
              notes: "There were {fact.protected-2024}."
            """,
        ),
        warning(
            "stacked-marks",
            "More marks stand on one letter than any language writes.",
            "They reach over the lines around it. It is mostly a text that was copied from somewhere for its looks.",
            wrong="# a title of letters with ten accents each, as some write their names on the net",
            right="# the same title in plain letters",
        ),
        warning(
            "talk-too-long",
            "The notes, read aloud, and the activities take more than 95 per cent of the time.",
            "A talk that runs over takes the time for questions, and questions are where people open up.",
            wrong="""
            minutes: 5
            slides:
              - {kind: discussion, id: talk, title: Talk, questions: [Who could have asked?], minutes: 10, notes: Said.}
            """,
            right="""
            minutes: 11
            slides:
              - {kind: discussion, id: talk, title: Talk, questions: [Who could have asked?], minutes: 10, notes: Said.}
            """,
        ),
        warning(
            "talk-too-short",
            "The notes, read aloud, and the activities take less than 85 per cent of the time.",
            "Hosts have planned for the time that they were told. Add slides, or say a shorter time.",
            wrong="""
            minutes: 45
            slides:
              - {kind: discussion, id: talk, title: Talk, questions: [Who could have asked?], minutes: 10, notes: Said.}
            """,
            right="""
            minutes: 11
            slides:
              - {kind: discussion, id: talk, title: Talk, questions: [Who could have asked?], minutes: 10, notes: Said.}
            """,
        ),
        error(
            "text-too-long",
            "A text has no room in its place, even at the smallest size.",
            "Smaller letters could not be read from the last row. Shorten it, or say part of it in the notes.",
            wrong="""
            - kind: statement
              id: all
              title: >-
                Somebody who was promised good work in a far country, who borrowed money for the journey, whose passport
                was taken on the first day, who was told that the debt grows with each week and with each mistake, who
                knows nobody and does not speak the language, and who is afraid of the police because of what was said
                about them, does not simply walk out of the door, however often people ask why they did not, and however
                easy it looks from a warm room in which everybody has a key, a telephone, a friend, papers and a name
              notes: Said.
            """,
            right="""
            - kind: statement
              id: all
              title: Nobody simply walks away from a debt, a threat and a lost passport
              notes: Said.
            """,
        ),
        warning(
            "word-too-wide",
            "A word is wider than the line that it stands on.",
            "It would be cut between two letters. Use shorter words, and show a name where a long address leads.",
            wrong="""
            - kind: statement
              id: law
              title: Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz
              notes: Said.
            """,
            right="""
            - {kind: statement, id: law, title: A law with a very long name, notes: Said.}
            """,
        ),
    ),
)
