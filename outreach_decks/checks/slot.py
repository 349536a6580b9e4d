"""``talk-too-long`` and ``talk-too-short``: a talk fills 85 to 95 per cent of its slot, to leave room to breathe."""

from __future__ import annotations

from collections.abc import Iterator

from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.talk import Talk

LEAST_FILLED = 0.85
MOST_FILLED = 0.95


def check_slot(talk: Talk) -> Iterator[Diagnostic]:
    """The notes, read aloud, and the activities take the time that they should."""
    slot = talk.variant.minutes
    filled = talk.minutes / slot
    if LEAST_FILLED <= filled <= MOST_FILLED:
        return
    code = "talk-too-long" if filled > MOST_FILLED else "talk-too-short"
    best = f"{slot * LEAST_FILLED:.0f} to {slot * MOST_FILLED:.0f}"
    message = f"the talk takes {talk.minutes:.1f} minutes of its {slot}: {talk.speech_minutes:.1f} of speech"
    if talk.activity_minutes:
        message += f" and {talk.activity_minutes} of activities"
    yield Diagnostic(code, message, talk.span, Severity.WARNING, (f"{best} minutes leave room to breathe",))
