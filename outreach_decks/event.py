"""The details of one day: who speaks, where, when, and who can be asked on the spot."""

from __future__ import annotations

import re
from datetime import date as date_type
from typing import Annotated, ClassVar, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from outreach_decks.scalars import TEXT_SCHEMA, Metres, Pace, Text, require_text

_LIKE_A_DAY: Final = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}")


def _day_or_words(value: object) -> str:
    """A day as 2027-03-14, or any words; what looks like a day must be one that there is."""
    text = str(require_text(value)).strip()
    if not _LIKE_A_DAY.fullmatch(text):
        return text
    try:
        return date_type.fromisoformat(text).isoformat()
    except ValueError:
        raise PydanticCustomError("wrong-type", "a day that there is was expected, written 2027-03-14") from None


DayText = Annotated[str, BeforeValidator(_day_or_words), WithJsonSchema(TEXT_SCHEMA)]


class Room(BaseModel):
    """The room, in metres."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    screen_width: Metres
    """How wide the picture on the screen is."""
    last_row: Metres
    """How far the last row is from the screen."""


class Event(BaseModel):
    """What is known of one day. All may be missing: a deck without an event is complete too."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
    schema_title: ClassVar[str] = "The details of one day"

    speaker: Text | None = None
    """Who speaks."""
    organisation: Text | None = None
    """For whom the speaker speaks."""
    venue: Text | None = None
    """Where."""
    date: DayText | None = None
    """When: 2027-03-14, which each language writes in its own way, or words that are shown as they stand."""
    contact: Text | None = None
    """How to reach the speaker afterwards."""
    url: Text | None = None
    """Where the QR code leads."""
    local_help: Annotated[tuple[Text, ...], Field(max_length=6)] = ()
    """Up to six places that help nearby: "Machida police station: 042-722-0110"."""
    pace: Pace | None = None
    """How many words this speaker says in a minute; above 200, how many characters of Japanese."""
    room: Room | None = None
    """The room, to warn when the last row cannot read the smallest text."""
    logo: Text | None = None
    """A PNG, JPEG or WebP file for the cover, from the folder of the event file."""

    def day(self, language: str) -> str | None:
        """The date as a language writes it: 14 March 2027, 2027年3月14日; words stay as they are."""
        try:
            day = date_type.fromisoformat(self.date or "")
        except ValueError:
            return self.date
        from babel.dates import format_date

        return format_date(day, "d MMMM y" if language == "en" else "long", locale=language)

    def told(self, name: str, language: str) -> str | None:
        """What stands for {event.name} in a text."""
        value: str | None = self.day(language) if name == "date" else getattr(self, name)
        return value


# What may stand in a text as {event.name}.
SPOKEN_FIELDS = ("speaker", "organisation", "venue", "date", "contact", "url")
# What --set can give.
SETTABLE = (*SPOKEN_FIELDS, "local_help", "pace", "logo")
