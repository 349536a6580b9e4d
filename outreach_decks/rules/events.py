"""Rules of the details of one day."""

from __future__ import annotations

from typing import Final

from outreach_decks.rules.rule import Group, error, warning

EVENT: Final = "an event file"

GROUP: Final = Group(
    "The details of the day",
    "An event says who speaks, where and when: docs/your-own-talk.md. A deck without one is complete too.",
    (
        error(
            "empty-without-event",
            "A text is nothing but a field of the event.",
            "Where the event does not say it, a sentence is left out; here nothing would be left of the slide.",
            wrong="""
            - {kind: statement, id: where, title: "{event.venue}", notes: Said.}
            """,
            right="""
            - {kind: statement, id: where, title: "You are welcome here. This is {event.venue}.", notes: Said.}
            """,
        ),
        error(
            "qr-too-long",
            "An address is too long for a QR code.",
            "A code of so many dots cannot be read by a telephone. Use the address of a page, without what follows "
            '"?".',
            wrong="# an ask whose url has three thousand characters",
            right="""
            - {kind: ask, id: ask, title: One thing to do, text: Come, url: "https://example.org/", notes: Said.}
            """,
        ),
        warning(
            "too-small-for-room",
            "The last row cannot read the smallest text of the talk.",
            "It follows from the width of the screen and the distance of the last row, as the event gives them. Bring "
            "people nearer, or find a wider screen.",
            wrong="""
            room:
              screen_width: 1.5
              last_row: 20
            """,
            right="""
            room:
              screen_width: 4
              last_row: 10
            """,
            file=EVENT,
        ),
        error(
            "unknown-event-field",
            "A text asks for a field that an event does not have.",
            "It would never be filled in. The fields are speaker, organisation, venue, date, contact and url.",
            wrong="""
            - {kind: statement, id: hello, title: "Hello. I am {event.speeker}.", notes: Said.}
            """,
            right="""
            - {kind: statement, id: hello, title: "Hello. I am {event.speaker}.", notes: Said.}
            """,
        ),
    ),
)
