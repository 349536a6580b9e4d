"""Rules of how lines of YAML are written."""

from __future__ import annotations

from typing import Final

from outreach_decks.rules.rule import Group, error

GROUP: Final = Group(
    "Lines of YAML",
    "An outline is made of keys, colons, dashes, and spaces in front that say what belongs to what.",
    (
        error(
            "bad-key",
            "A key is a word; a list or a mapping cannot be one.",
            "A text that starts with a square bracket is taken for a list. Put it in double quotes, or delete the "
            "bracket.",
            wrong="""
            [note]: for the speaker
            """,
            right="""
            subtitle: For the speaker
            """,
        ),
        error(
            "colon-in-text",
            "A colon followed by a space stands inside a text that is not in quotes.",
            "YAML takes the words in front of such a colon for a key. In double quotes the text stays one text.",
            wrong="""
            - kind: statement
              id: myth
              title: The truth: it happens here
              notes: It happens here.
            """,
            right="""
            - kind: statement
              id: myth
              title: "The truth: it happens here"
              notes: It happens here.
            """,
        ),
        error(
            "dash-in-text",
            "A dash that should start an item is read as part of the text above it.",
            "The dashes of a list stand in one column. A list below a point needs a colon at the end of that point.",
            wrong="""
            - kind: bullets
              id: debts
              title: Debts that never shrink
              points:
                - First the journey
                    - the flight
                    - the papers
              notes: It starts with the journey.
            """,
            right="""
            - kind: bullets
              id: debts
              title: Debts that never shrink
              points:
                - First the journey:
                    - the flight
                    - the papers
              notes: It starts with the journey.
            """,
        ),
        error(
            "duplicate-key",
            "A key is given twice.",
            "Only one of the two could be used, and you would not know which. Delete one, or start a new slide with "
            "a dash.",
            wrong="""
            - kind: statement
              id: hope
              title: People find help
              title: Most people find help
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
            "hash-in-text",
            'A space and "#" cut a text off: what follows is a note and is not read.',
            'In YAML, "#" behind a space starts a note for people. Put a text that needs it in double quotes.',
            wrong="""
            - kind: statement
              id: dial
              title: Dial #9110 when you worry
              notes: There is a number for worries.
            """,
            right="""
            - kind: statement
              id: dial
              title: "Dial #9110 when you worry"
              notes: There is a number for worries.
            """,
        ),
        error(
            "indentation",
            "A line has a number of spaces in front of it that fits no line above.",
            "The spaces say what belongs to what. Give the line as many as the lines it belongs with.",
            wrong="""
            - kind: statement
              id: hope
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
            "look-alike",
            "A full-width colon, space or dash stands where a plain one is needed.",
            "Japanese keyboards type characters that look right and mean nothing to YAML. Type the sign again in "
            "half width.",
            wrong="""
            - kind: statement
              id: hope
              title：People find help
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
            "missing-colon",
            "A line has no colon, so it is no key and no value.",
            'Every line of a slide is "key: text". A text that goes on from the line above starts further to the '
            "right.",
            wrong="""
            - kind: statement
              id: hope
              title People find help
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
            "missing-dash",
            "A slide or an item of a list has no dash in front of it.",
            "The dash says where the next one starts. Without it, two become one.",
            wrong="""
            - kind: bullets
              id: signs
              title: Signs
              points:
                - Somebody else holds the passport
                Debts that never shrink
              notes: Look for several together.
            """,
            right="""
            - kind: bullets
              id: signs
              title: Signs
              points:
                - Somebody else holds the passport
                - Debts that never shrink
              notes: Look for several together.
            """,
        ),
        error(
            "missing-space",
            "There is no space behind a colon or a dash.",
            "Without the space, YAML takes the whole for one word.",
            wrong="""
            - kind: statement
              id: hope
              title:People find help
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
            "quote-in-text",
            "There is text behind the quote that closes.",
            "A text that starts with a quote must end with it. Put the whole in double quotes, with curly ones inside.",
            wrong="""
            - kind: statement
              id: doors
              title: "Help" is there
              notes: There is help.
            """,
            right="""
            - kind: statement
              id: doors
              title: "“Help” is there"
              notes: There is help.
            """,
        ),
        error(
            "quotes-needed",
            "A text starts with a sign that means something else in YAML.",
            "Placeholders in braces, links in brackets, stars, per cent signs and the like need double quotes at the "
            "start.",
            wrong="""
            - kind: statement
              id: figure
              title: {fact.protected-2024} people were protected
              notes: This is a count of people who were found.
            """,
            right="""
            - kind: statement
              id: figure
              title: "{fact.protected-2024} people were protected"
              notes: This is a count of people who were found.
            """,
        ),
        error(
            "tab",
            "A tab stands in front of a line.",
            "Tabs are as wide as each editor likes, so YAML takes only spaces. Most editors can turn them into spaces.",
            wrong="- kind: statement\n\tid: hope\n\ttitle: People find help\n\tnotes: People find help.",
            right="- kind: statement\n  id: hope\n  title: People find help\n  notes: People find help.",
        ),
        error(
            "unclosed-bracket",
            "A bracket or a brace is opened and not closed.",
            "Everything up to the end of the file would be one list.",
            wrong="""
            - kind: statement
              id: hope
              needs: [signs, ask
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
            "unclosed-quote",
            "A quote is opened and not closed.",
            "Everything up to the next quote would be one text.",
            wrong="""
            - kind: statement
              id: hope
              title: "People find help
              notes: People find help.
            """,
            right="""
            - kind: statement
              id: hope
              title: "People find help"
              notes: People find help.
            """,
        ),
        error(
            "yaml-alias",
            "A star in front of a word repeats something from above; outlines do not use that.",
            "A reader who does not know YAML could not tell what stands there. Write the words again. A text that "
            "starts "
            "with a star goes in double quotes.",
            wrong="""
            - kind: statement
              id: stress
              title: *everyone
              notes: Everyone.
            """,
            right="""
            - kind: statement
              id: stress
              title: "*everyone*"
              notes: Everyone.
            """,
        ),
        error(
            "yaml-anchor",
            "An ampersand in front of a word gives it a name; outlines do not use that.",
            'As with the star, nobody could tell what is repeated. A text that starts with "&" goes in double quotes.',
            wrong="""
            - kind: statement
              id: friends
              title: &friends of the victims
              notes: Friends see it first.
            """,
            right="""
            - kind: statement
              id: friends
              title: Friends of the victims
              notes: Friends see it first.
            """,
        ),
        error(
            "yaml-merge",
            'A key "<<" brings in lines from elsewhere; outlines do not use that.',
            "Each slide says all that it is. Write the lines again, or keep the slide in a file and include it.",
            wrong="""
            - <<: {kind: statement, notes: Said.}
              id: hope
              title: People find help
            """,
            right="""
            - kind: statement
              id: hope
              title: People find help
              notes: Said.
            """,
        ),
        error(
            "yaml-syntax",
            "The file cannot be read as YAML at this place.",
            "Something stands where YAML cannot have it. Compare the line with the same line of another slide.",
            wrong="""
            - kind: statement
              id: hope
              title: People find help
              notes: | They find help.
            """,
            right="""
            - kind: statement
              id: hope
              title: People find help
              notes: |
                They find help.
            """,
        ),
        error(
            "yaml-tag",
            "An exclamation mark in front of a word gives it a type; outlines do not use that.",
            'The program knows which type a value has. A text that starts with "!" goes in double quotes.',
            wrong="""
            - kind: statement
              id: stop
              title: !stop and look
              notes: Stop and look.
            """,
            right="""
            - kind: statement
              id: stop
              title: Stop and look
              notes: Stop and look.
            """,
        ),
    ),
)
