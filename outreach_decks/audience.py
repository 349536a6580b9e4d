"""Whom a talk is for: how fast to speak, and the age bands that a talk can be built for."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from outreach_decks.facts import Record
from outreach_decks.scalars import Identifier, Pace, Text


class Band(Record):
    """An age band or setting of an audience."""

    id: Identifier
    """What slides say in `bands`."""
    name: Text
    """What people call it."""


class Audience(Record):
    """An audience of rules/audiences.yaml."""

    name: Text
    """What people call it."""
    words_per_minute: Pace
    """The pace of speech that notes are timed by."""
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]
    """The bands; the first is built when none is asked for."""

    def band(self, asked: str | None) -> str:
        """The band asked for, or the first."""
        return asked or self.bands[0].id
