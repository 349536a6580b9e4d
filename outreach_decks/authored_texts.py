"""Every text that an author wrote for people: where it is written, whether it is seen or said, and in whose voice.

A field is taken for text unless it is named below, so that a new one is checked from the day it is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, cast

from pydantic import BaseModel

from outreach_decks.diagnostics import Diagnostic, Severity, Span
from outreach_decks.document import DataPath, Document
from outreach_decks.outline import AuthoredSlide, Outline
from outreach_decks.places import place_in_key, place_in_value
from outreach_decks.slide_kinds import Point, Slide

Channel = Literal["shown", "spoken", "alt"]
Voice = Literal["ours", "others", "quoted"]

# Names, choices and addresses: read by the program, not by people.
NOT_WORDS: Final = frozenset(
    {
        *("id", "kind", "priority", "needs", "bands", "topics", "own_numbers", "status", "grouping"),
        *("icon", "image", "chart", "lines", "sources", "url", "source", "fit", "focus"),
    }
)
_SPOKEN = frozenset({"notes", "answer_notes"})
# What is put up to be judged or answered, and words that must stay exactly as they are in another work.
_OTHERS = frozenset({("myth", "myth"), ("quiz", "question"), ("quiz", "options")})
_QUOTED = frozenset(
    {("quote", "words"), ("quote", "reference"), ("quote", "licence"), ("image", "author"), ("image", "licence")}
)
_HEAD: Final = ("title", "subtitle", "keywords")


@dataclass(frozen=True, slots=True)
class AuthoredText:
    """A text. ``field`` leads to it from the slide (or from the top of the outline), ``path`` from the document.

    ``channel``: shown on the slide, spoken in the notes, or alt text. ``voice``: our own words; what others say, put up
    to be judged (a myth, the options of a quiz); or a quotation that must not be changed. ``is_key``: the text is
    written as a key, because a list stands below it.
    """

    text: str
    field: DataPath
    channel: Channel
    voice: Voice
    document: Document
    path: DataPath
    is_key: bool = False

    def span(self, start: int, end: int) -> Span:
        """The place of ``text[start:end]``."""
        if self.is_key:
            return place_in_key(self.document, self.path, start, end)
        return place_in_value(self.document, self.path, self.text, start, end)

    def finding(
        self, code: str, message: str, where: tuple[int, int], hints: tuple[str, ...], severity: Severity
    ) -> Diagnostic:
        """A finding about ``text[start:end]``, where ``where`` is (start, end)."""
        return self.document.diagnostic(code, message, self.span(*where), hints, severity)


def outline_texts(outline: Outline) -> Iterator[AuthoredText]:
    """Every text of an outline: its head, then its slides in order."""
    yield from head_texts(outline)
    for slide in outline.slides:
        yield from slide_texts(slide)


def head_texts(outline: Outline) -> Iterator[AuthoredText]:
    """The texts above an outline's slides."""
    for name in _HEAD:
        for path, text in _strings(getattr(outline.head, name), (name,)):
            yield AuthoredText(text, path, "shown", "ours", outline.document, path)


def slide_texts(authored: AuthoredSlide) -> Iterator[AuthoredText]:
    """Every text of a slide."""
    slide = authored.slide
    for name in type(slide).model_fields:
        if name in NOT_WORDS:
            continue
        channel: Channel = "spoken" if name in _SPOKEN else "alt" if name == "alt" else "shown"
        voice = voice_of(slide.kind, name)
        for path, text in _strings(getattr(slide, name), (name,)):
            place = (*authored.path, *path)
            yield AuthoredText(text, path, channel, voice, authored.document, place, _is_key(authored.document, place))


def voice_of(kind: str, name: str) -> Voice:
    """In whose voice a field of a kind of slide is written."""
    if (kind, name) in _QUOTED:
        return "quoted"
    return "others" if (kind, name) in _OTHERS else "ours"


def _strings(value: object, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    """The texts in a value, with the paths under which the document has them."""
    match value:
        case str():
            yield path, value
        case tuple():
            for number, item in enumerate(value):
                yield from _strings(item, (*path, number))
        case Point():
            yield from _point(value, path)
        case BaseModel():
            for name in type(value).model_fields:
                if name not in NOT_WORDS:
                    yield from _strings(getattr(value, name), (*path, name))
        case _:
            return


def _point(point: Point, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    """A point with points below it is written as a key that leads to them."""
    if not point.points:
        yield path, point.text
        return
    yield (*path, point.text), point.text
    for number, text in enumerate(point.points):
        yield (*path, point.text, number), text


def with_texts(slide: Slide, texts: Mapping[DataPath, str]) -> Slide:
    """The slide with other texts in place of those at the given fields, as ``slide_texts`` names them."""
    return cast(Slide, _with(slide, (), texts))


def _with(value: object, path: DataPath, texts: Mapping[DataPath, str]) -> object:
    match value:
        case str():
            return texts.get(path, value)
        case tuple():
            return tuple(_with(item, (*path, number), texts) for number, item in enumerate(value))
        case Point(points=()):
            return value.model_copy(update={"text": texts.get(path, value.text)})
        case Point():
            head = (*path, value.text)
            points = tuple(texts.get((*head, number), text) for number, text in enumerate(value.points))
            return Point(text=texts.get(head, value.text), points=points)
        case BaseModel():
            names = [name for name in type(value).model_fields if name not in NOT_WORDS]
            return value.model_copy(update={name: _with(getattr(value, name), (*path, name), texts) for name in names})
        case _:
            return value


def _is_key(document: Document, path: DataPath) -> bool:
    return path not in document.extents and path in document.keys
