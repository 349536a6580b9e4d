"""Rules of what an outline says: its keys, its slides, its includes."""

from __future__ import annotations

from typing import Final

from outreach_decks.rules.rule import Group, error

GROUP: Final = Group(
    "What an outline says",
    "Each kind of slide has its own keys, and each key its own values: docs/kinds-of-slides.md lists them.",
    (
        error(
            "bad-choice",
            "A value is not one of those that can be chosen.",
            "Only the listed words are understood; the message names them.",
            wrong="""
            - kind: statement
              id: hope
              title: People find help
              priority: high
              notes: People find help.
            """,
            right="""
            - kind: statement
              id: hope
              title: People find help
              priority: core
              notes: People find help.
            """,
        ),
        error(
            "bad-id",
            "An id has something else in it than small letters, digits and single hyphens.",
            "Ids become parts of names and addresses, so they hold only what is safe everywhere.",
            wrong="""
            - kind: statement
              id: Who helps?
              title: People find help
              notes: People find help.
            """,
            right="""
            - kind: statement
              id: who-helps
              title: People find help
              notes: People find help.
            """,
        ),
        error(
            "bad-link",
            "A link leads to something else than https, mailto or tel.",
            "A deck is opened by people who trust it, so links can only open pages, letters and calls.",
            wrong="""
            - kind: statement
              id: page
              title: "Read [more](www.npa.go.jp)"
              notes: There is a page.
            """,
            right="""
            - kind: statement
              id: page
              title: "Read [more](https://www.npa.go.jp/)"
              notes: There is a page.
            """,
        ),
        error(
            "duplicate-id",
            "Two slides of a talk have the same id.",
            "Ids are how slides are found again, by other slides and by translations.",
            wrong="""
            - {kind: statement, id: hope, title: People find help, notes: Said.}
            - {kind: statement, id: hope, title: Help is near, notes: Said.}
            """,
            right="""
            - {kind: statement, id: hope, title: People find help, notes: Said.}
            - {kind: statement, id: near, title: Help is near, notes: Said.}
            """,
        ),
        error(
            "duplicate-include",
            "A file is included twice in a talk.",
            "Its slides would come twice, with the same ids.",
            wrong="""
            - include: shared/what-it-is.yaml
            - include: shared/what-it-is.yaml
            """,
            right="""
            - include: shared/what-it-is.yaml
            """,
        ),
        error(
            "empty-value",
            "A key has no value.",
            "A title without words would leave a hole on the slide. Write something, or delete the line.",
            wrong="""
            - kind: statement
              id: hope
              title:
              notes: People find help.
            """,
            right="""
            - kind: statement
              id: hope
              title: People find help
              notes: People find help.
            """,
        ),
        error(
            "include-loop",
            "A file includes itself, or a file that includes it.",
            "Reading it would never end.",
            wrong="""
            slides:
              - include: loop.yaml
            """,
            right="""
            slides:
              - include: what-it-is.yaml
            """,
            file="slides_src/shared/loop.yaml",
        ),
        error(
            "lone-brace",
            "A single brace stands in a text.",
            "Braces mark what the program fills in. To show one, write it twice.",
            wrong="""
            - kind: statement
              id: sets
              title: This is how a set starts, {
              notes: A note on mathematics.
            """,
            right="""
            - kind: statement
              id: sets
              title: This is how a set starts, {{
              notes: A note on mathematics.
            """,
        ),
        error(
            "missing-key",
            "A key that must be there is missing.",
            "Without it the slide cannot be made, or nobody knows what to say with it.",
            wrong="""
            - kind: statement
              id: hope
              title: People find help
            """,
            right="""
            - kind: statement
              id: hope
              title: People find help
              notes: People find help.
            """,
        ),
        error(
            "missing-kind",
            "A slide does not say which kind it is.",
            "The kind decides what else may be said and how the slide looks.",
            wrong="""
            - id: hope
              title: People find help
              notes: People find help.
            """,
            right="""
            - kind: statement
              id: hope
              title: People find help
              notes: People find help.
            """,
        ),
        error(
            "needs-order",
            "A slide needs another one that comes after it, or itself.",
            "What a slide builds on must have been shown before.",
            wrong="""
            - {kind: statement, id: more, title: And there is more, needs: [first], notes: Said.}
            - {kind: statement, id: first, title: One thing first, notes: Said.}
            """,
            right="""
            - {kind: statement, id: first, title: One thing first, notes: Said.}
            - {kind: statement, id: more, title: And there is more, needs: [first], notes: Said.}
            """,
        ),
        error(
            "out-of-range",
            "A number is smaller or larger than it can be.",
            "A talk of 500 minutes or an answer 5 of 3 is a slip of the finger. The message names the limits.",
            wrong="""
            - {kind: statement, id: hope, title: People find help, level: 4, notes: Said.}
            """,
            right="""
            - {kind: statement, id: hope, title: People find help, level: 3, notes: Said.}
            """,
        ),
        error(
            "reserved-name",
            "An outline has the name of a command.",
            '"make_decks.py check" could mean the talk or the command. Give the file another name.',
            wrong="""
            slides:
              - {kind: statement, id: hope, title: People find help, notes: Said.}
            """,
            right="""
            # the same file, called slides_src/checklist.yaml
            """,
            file="slides_src/check.yaml",
        ),
        error(
            "row-length",
            "A row has more or fewer cells than the header.",
            "Nobody could tell which column a cell belongs to. A comma inside a cell needs quotes around the cell.",
            wrong="""
            - kind: table
              id: who
              title: Who does what
              header: [Who, What, When]
              rows:
                - [The police, protect people]
              notes: Said.
            """,
            right="""
            - kind: table
              id: who
              title: Who does what
              header: [Who, What, When]
              rows:
                - [The police, protect people, at all hours]
              notes: Said.
            """,
        ),
        error(
            "too-few",
            "A list has fewer items than it must have.",
            "Two columns need two, a process at least three steps. With fewer, another kind of slide fits better.",
            wrong="""
            - kind: steps
              id: path
              title: The way to help
              steps:
                - {label: See}
                - {label: Tell}
              notes: Said.
            """,
            right="""
            - kind: steps
              id: path
              title: The way to help
              steps:
                - {label: See}
                - {label: Ask}
                - {label: Tell}
              notes: Said.
            """,
        ),
        error(
            "too-many",
            "A list has more items than there is room for.",
            "What does not fit a slide does not fit a head either. Make two slides of it.",
            wrong="""
            - kind: discussion
              id: talk
              title: Talk with your neighbour
              questions: [What happened?, Who saw it?, Who helped?, What else?, And then?]
              minutes: 5
              notes: Said.
            """,
            right="""
            - kind: discussion
              id: talk
              title: Talk with your neighbour
              questions: [What happened?, Who saw it?, Who helped?]
              minutes: 5
              notes: Said.
            """,
        ),
        error(
            "unknown-audience",
            "An outline names an audience that is not in rules/audiences.yaml.",
            "The audience decides what a talk must have and must not show, so the program does not guess.",
            wrong="""
            audience: chruch
            """,
            right="""
            audience: church
            """,
        ),
        error(
            "unknown-band",
            "A slide names an age band that its audience does not have.",
            "The slide would never be shown. The bands stand in rules/audiences.yaml.",
            wrong="""
            - {kind: statement, id: hope, title: People find help, bands: [adults], notes: Said.}
            """,
            right="""
            - {kind: statement, id: hope, title: People find help, bands: [adult], notes: Said.}
            """,
        ),
        error(
            "unknown-id",
            "A slide needs a slide that is not there.",
            "It was deleted or renamed. Name the one that took its place, or delete the word.",
            wrong="""
            - {kind: statement, id: hope, title: People find help, needs: [sings], notes: Said.}
            """,
            right="""
            - {kind: statement, id: signs, title: There are signs, notes: Said.}
            - {kind: statement, id: hope, title: People find help, needs: [signs], notes: Said.}
            """,
        ),
        error(
            "unknown-key",
            "There is no such key here.",
            "A misspelt key would be passed over, and the slide would lack what you wrote.",
            wrong="""
            - kind: statement
              id: hope
              titel: People find help
              notes: People find help.
            """,
            right="""
            - kind: statement
              id: hope
              title: People find help
              notes: People find help.
            """,
        ),
        error(
            "unknown-kind",
            "There is no such kind of slide.",
            "The kinds stand in docs/kinds-of-slides.md, each with an example.",
            wrong="""
            - {kind: bulets, id: signs, title: Signs, points: [Debts], notes: Said.}
            """,
            right="""
            - {kind: bullets, id: signs, title: Signs, points: [Debts], notes: Said.}
            """,
        ),
        error(
            "unknown-language",
            "There is no language of that code.",
            "A language is named by its code in CLDR, such as en, ja or vi: in an outline, in rules/names.yaml, and by "
            "the file that has its translations. How figures are written and speech is timed depends on it.",
            wrong="""
            language: english
            """,
            right="""
            language: en
            """,
        ),
        error(
            "unknown-placeholder",
            "Braces hold something that is no fact, event field or help line.",
            "Only {fact.id}, {event.field} and {help.id} are filled in. An audience would see anything else as it "
            "stands.",
            wrong="""
            - kind: statement
              id: hello
              title: My name is {speaker}
              notes: Said.
            """,
            right="""
            - kind: statement
              id: hello
              title: "Hello. My name is {event.speaker}."
              notes: Said.
            """,
        ),
        error(
            "wrong-type",
            "A value is of another type than the key needs.",
            "A number is written in figures alone, true or false stand for yes and no, and a list is no text.",
            wrong="""
            minutes: 20 minutes
            """,
            right="""
            minutes: 20
            """,
        ),
    ),
)
