"""Whom a talk is for: how fast to speak, the bands it can be built for, and the contract that each of them has.

A contract says what a talk must have, must not have and may have at most, and how hard it may be to read. What stands
at the audience holds in all its bands; a band adds to its lists, and a number of the band takes the place of the
audience's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from outreach_decks.facts import Record
from outreach_decks.languages import counts_characters
from outreach_decks.scalars import (
    TEXT_SCHEMA,
    Count,
    Flag,
    Identifier,
    Level,
    Minutes,
    Pace,
    Percentage,
    PrimaryYear,
    SchoolGrade,
    Text,
    require_text,
)
from outreach_decks.slide_kinds import KINDS, Slide

Objection = Literal["kind", "topic", "level"]
# Japanese is read aloud at about 300 characters a minute.
CHARACTERS_PER_MINUTE = 300
# Nobody says more words to a room, and nobody reads Japanese aloud at fewer characters.
MOST_WORDS_PER_MINUTE = 200


def _kind(value: object) -> str:
    kind = str(require_text(value)).strip()
    if kind not in KINDS:
        raise PydanticCustomError("unknown-kind", "there is no such kind of slide")
    return kind


Kind = Annotated[str, BeforeValidator(_kind), WithJsonSchema(TEXT_SCHEMA | {"enum": sorted(KINDS)})]


class DisclosurePlan(Record):
    """What to do when somebody tells something, in the notes of the first slide."""

    topic: Identifier
    """A topic of the first slide, by which its author says that the plan stands in its notes."""
    lines: tuple[Identifier, ...] = ()
    """Help lines that these notes must name, as {help.id}."""


class MustHave(Record):
    """What no talk may be without."""

    kinds: tuple[Kind, ...] = ()
    """Kinds of slide, each at least once."""
    help_second: Flag = False
    """The second slide shows help lines."""
    help_last: Flag = False
    """The last slide shows help lines."""
    help_tags: tuple[Identifier, ...] = ()
    """Tags of help lines; for each tag, a line with it is on the help slides."""
    help_languages: tuple[Text, ...] = ()
    """Languages, in words; for each, a line on the help slides answers in it."""
    disclosure_plan: DisclosurePlan | None = None
    """The plan that the first slide's notes must hold."""


class MustNotHave(Record):
    """What may not be shown."""

    kinds: tuple[Kind, ...] = ()
    """Kinds of slide."""
    topics: tuple[Identifier, ...] = ()
    """Topics of slides."""
    level_above: Level | None = None
    """The heaviest level that may stand, from 0 to 3."""


class AtMost(Record):
    """How much may be asked of those who listen."""

    words_on_a_slide: Count | None = None
    """Words below the title, in English."""
    characters_on_a_slide: Count | None = None
    """Characters below the title, in Japanese."""
    new_terms: Count | None = None
    """How many of the audience's `special_terms` a talk may use."""
    minutes_without_interaction: Minutes | None = None
    """How long a class listens before it is asked something or does something."""


class Reading(Record):
    """How hard the words may be."""

    grade: SchoolGrade | None = None
    """The Flesch–Kincaid grade that the notes of a slide may have, in English."""
    kanji_year: PrimaryYear | None = None
    """The year of primary school whose kanji can be read, in Japanese; 6 is all of them."""
    kanji_above: Percentage | None = None
    """How many of a slide's kanji may be of later years, in per cent."""


class Contract(Record):
    """What holds for a talk."""

    must_have: MustHave = MustHave()
    """The slides, help lines and plans that every talk must have."""
    must_not_have: MustNotHave = MustNotHave()
    """The slides that may not be shown, by kind, topic and level."""
    at_most: AtMost = AtMost()
    """How many words, new terms and minutes may be asked of those who listen."""
    reading: Reading = Reading()
    """How hard the words may be to read and to follow."""

    def objection(self, slide: Slide) -> Objection | None:
        """Why a slide may not be shown, the plainest reason first; None when it may."""
        refused = self.must_not_have
        if slide.kind in refused.kinds:
            return "kind"
        if set(refused.topics).intersection(slide.topics):
            return "topic"
        return "level" if refused.level_above is not None and slide.level > refused.level_above else None


class Band(Contract):
    """An age band or setting of an audience, and what holds for it besides the audience's contract."""

    id: Identifier
    """What slides say in `bands`, and what is asked for with --band."""
    name: Text
    """What people call it."""
    ages: Text | None = None
    """The ages it is meant for, in words."""
    words_per_minute: Pace | None = None
    """The pace of English, if it is not the audience's."""
    characters_per_minute: Pace | None = None
    """The pace of Japanese, if it is not the audience's."""


class TermsByLanguage(Record):
    """Words of each language."""

    en: tuple[Text, ...] = ()
    """In English: whole words, any case, also with an s."""
    ja: tuple[Text, ...] = ()
    """In Japanese: wherever the characters stand."""


class Audience(Contract):
    """An audience of rules/audiences.yaml."""

    name: Text
    """What people call it."""
    words_per_minute: Pace
    """The pace of speech that notes in English are timed by."""
    characters_per_minute: Pace = CHARACTERS_PER_MINUTE
    """The pace of speech that notes in Japanese are timed by."""
    special_terms: TermsByLanguage = TermsByLanguage()
    """Words that most of this audience hear for the first time; see `at_most: new_terms`."""
    bands: Annotated[tuple[Band, ...], Field(min_length=1)]
    """The bands; the first is built when none is asked for."""

    def band(self, asked: str | None) -> str:
        """The id of the band asked for, or of the first."""
        return asked or self.bands[0].id

    def pace(self, language: str, asked: str | None, own: int | None = None) -> float:
        """Words a minute; in Japanese and other languages without spaces, characters a minute.

        ``own`` is a speaker's own pace, in words or, above ``MOST_WORDS_PER_MINUTE``, in characters: who is slower than
        usual in one language is reckoned to be slower in another by as much.
        """
        band = self._band(asked)
        words = (band and band.words_per_minute) or self.words_per_minute
        characters = (band and band.characters_per_minute) or self.characters_per_minute
        usual = characters if counts_characters(language) else words
        if own is None:
            return usual
        return usual * own / (characters if own > MOST_WORDS_PER_MINUTE else words)

    def contract(self, asked: str | None) -> Contract:
        """What holds for a band."""
        band = self._band(asked)
        return Contract.model_construct(**_joined(Contract.model_fields, self, band)) if band else self

    def is_of_band(self, asked: str | None, section: str, term: str) -> bool:
        """Tell whether the band itself has something to say of a term: ("at_most", "new_terms")."""
        band = self._band(asked)
        return bool(band) and _is_said(getattr(getattr(band, section), term))

    def _band(self, asked: str | None) -> Band | None:
        wanted = self.band(asked)
        return next((band for band in self.bands if band.id == wanted), None)


def _joined(names: Iterable[str], general: Record, special: Record) -> dict[str, Any]:
    """The terms of an audience, and those of its band over them."""
    return {name: _term(getattr(general, name), getattr(special, name)) for name in names}


def _term(general: object, special: object) -> object:
    if isinstance(general, Record) and isinstance(special, Record):
        model = type(general)
        return model.model_construct(**_joined(model.model_fields, general, special))
    if isinstance(general, tuple) and isinstance(special, tuple):
        return (*general, *(each for each in special if each not in general))
    return special if _is_said(special) else general


def _is_said(term: object) -> bool:
    """Tell whether a term was given; 0 is one."""
    return term is not None and term is not False and term != ()


def band_names(audience: Audience) -> Sequence[str]:
    """The ids of the bands, the usual one first."""
    return [band.id for band in audience.bands]
