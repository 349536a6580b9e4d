"""The kinds of slide an author can write, a frozen model each. The field docs become the JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from outreach_decks.scalars import (
    TEXT_SCHEMA,
    Flag,
    Focus,
    FocusPoint,
    Identifier,
    Level,
    Minutes,
    Ordinal,
    Text,
    require_text,
)

Priority = Literal["core", "useful", "extra"]
Fit = Literal["cover", "contain"]
Grouping = Literal["pairs", "groups", "class", "alone"]


class Strict(BaseModel):
    """A record that refuses keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
    # Keys that outlines of earlier versions have, and what to write instead.
    former_keys: ClassVar[Mapping[str, str]] = {}


class Point(Strict):
    """A line of a list, with the lines below it."""

    text: Text
    points: tuple[Text, ...] = ()


def _read_point(value: object) -> object:
    if isinstance(value, dict):
        return _point_with_children(value)
    return {"text": require_text(value)}


def _point_with_children(value: dict[str, object]) -> object:
    text, children = next(iter(value.items()), ("", None))
    if len(value) != 1 or not isinstance(children, list):
        raise PydanticCustomError(
            "colon-in-text", "text was expected, but a colon followed by a space made this a key and a value"
        )
    return {"text": text, "points": children}


_SUB_POINTS = {"type": "array", "items": TEXT_SCHEMA}
_POINT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        TEXT_SCHEMA,
        {"type": "object", "additionalProperties": _SUB_POINTS, "minProperties": 1, "maxProperties": 1},
    ]
}
PointField = Annotated[Point, BeforeValidator(_read_point), WithJsonSchema(_POINT_SCHEMA)]


class SlideBase(Strict):
    """What every kind of slide may say."""

    id: Identifier
    """A short name, unique in the talk, that stays when words change: small letters, digits and hyphens."""
    notes: Text
    """What the speaker says, word for word. A blank line starts a new paragraph."""
    priority: Priority = "useful"
    """What stays when the slot is short: core, useful or extra."""
    needs: tuple[Identifier, ...] = ()
    """Ids of slides without which this one makes no sense."""
    bands: tuple[Identifier, ...] = ()
    """The age bands that may see this slide; without it, all may."""
    topics: tuple[Identifier, ...] = ()
    """What the slide is about, in single words."""
    level: Level = 0
    """How heavy the slide is, from 0 (anyone) to 3 (prepared adults)."""
    hidden: Flag = False
    """Kept in the file for questions, but not shown."""
    own_numbers: tuple[Text, ...] = ()
    """Figures in the text that are the speaker's own and need no source."""
    minutes: Minutes | None = None
    """Minutes that the audience needs on top of the speech."""


class Titled(SlideBase):
    """A slide with a title of its own."""

    title: Text
    """The point of the slide as one sentence."""


class Cover(SlideBase):
    """The first slide."""

    kind: Literal["cover"]
    title: Text | None = None
    """The title, if it is not the talk's."""
    subtitle: Text | None = None
    """The line below it, if it is not the talk's."""


class Section(Titled):
    """A slide that opens a part of the talk; it also names a section in PowerPoint."""

    kind: Literal["section"]
    text: Text | None = None
    """A short line below the title."""
    icon: Identifier | None = None
    """The name of a picture in assets/icons."""


class Notice(Titled):
    """What the talk contains and how to step out."""

    kind: Literal["notice"]
    points: Annotated[tuple[PointField, ...], Field(min_length=1)]
    """The lines of the notice."""


class Help(Titled):
    """Help lines, by the ids of facts/help_lines.yaml."""

    kind: Literal["help"]
    lines: tuple[Identifier, ...] = ()
    """Ids of help lines, in the order to show them."""
    local: Flag = False
    """Also show the contacts of the event's `local_help`; a slide with no line at all is left out."""


class Statement(Titled):
    """One sentence that fills the slide."""

    kind: Literal["statement"]
    text: Text | None = None
    """A short line below it."""


class Bullets(Titled):
    """A list of points."""

    kind: Literal["bullets"]
    points: Annotated[tuple[PointField, ...], Field(min_length=1)]
    """The points, five at most for a room; a point may have points below it."""
    icon: Identifier | None = None
    """The name of a picture in assets/icons, shown beside the list."""


class Column(Strict):
    """One of two or three columns."""

    heading: Text
    """The line on top of the column."""
    points: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What stands in the column."""
    icon: Identifier | None = None
    """The name of a picture in assets/icons."""


class Columns(Titled):
    """Two or three things side by side."""

    kind: Literal["columns"]
    columns: Annotated[tuple[Column, ...], Field(min_length=2, max_length=3)]
    """The columns, from left to right."""


class Number(Titled):
    """One big figure."""

    kind: Literal["number"]
    number: Text
    """The figure, best as a fact: "{fact.protected-2024}"."""
    of: Text | None = None
    """The whole that the figure is a part of."""
    caption: Text
    """What is counted, where and when."""


class Chart(Titled):
    """A chart of facts/charts.yaml."""

    kind: Literal["chart"]
    chart: Identifier
    """The name of the chart."""
    takeaway: Text | None = None
    """One line below the chart: how to read it, or what it does not say."""


class Table(Titled):
    """A small table."""

    kind: Literal["table"]
    header: Annotated[tuple[Text, ...], Field(min_length=2, max_length=5)]
    """The names of the columns."""
    rows: Annotated[tuple[tuple[Text, ...], ...], Field(min_length=1)]
    """The rows; each has as many cells as the header."""


class Case(Titled):
    """A documented case, anonymised."""

    kind: Literal["case"]
    story: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]
    """What happened, in up to four short paragraphs."""
    when: Text | None = None
    """The year or years."""
    status: Literal["alleged", "judged"]
    """alleged until a court has judged."""
    composite: Flag = False
    """true when the story is put together from several."""
    helped: Text | None = None
    """What opened the way to help."""
    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """Ids of facts/sources.yaml."""


class Quote(SlideBase):
    """Scripture or other words that are not ours."""

    kind: Literal["quote"]
    title: Text | None = None
    """The point of the slide, if it is not the reference."""
    words: Text
    """The words, exactly as in the work named."""
    reference: Text
    """Where they stand."""
    licence: Text
    """The translation or edition and why we may show it."""


class Step(Strict):
    """One step of a process."""

    label: Text
    """The step in a word or two."""
    text: Text | None = None
    """What happens in it."""
    icon: Identifier | None = None
    """The name of a picture in assets/icons."""


class Steps(Titled):
    """A process from left to right."""

    kind: Literal["steps"]
    steps: Annotated[tuple[Step, ...], Field(min_length=3, max_length=5)]
    """Three to five steps."""


class Moment(Strict):
    """One mark on a line of time."""

    when: Text
    """A year or date."""
    text: Text
    """What happened."""


class Timeline(Titled):
    """What happened when."""

    kind: Literal["timeline"]
    events: Annotated[tuple[Moment, ...], Field(min_length=3, max_length=6)]
    """Three to six moments, the earliest first."""


class Myth(Titled):
    """What people think against what is known."""

    kind: Literal["myth"]
    myth: Text
    """What people say."""
    reality: Text
    """What is known."""


class Image(Titled):
    """A picture."""

    former_keys: ClassVar[Mapping[str, str]] = {
        "credit": 'it is two lines now: "author: ..." (who made it) and "licence: ..." (why we may show it)'
    }
    kind: Literal["image"]
    image: Text
    """A PNG, JPEG or WebP file in assets/images, or a path beside the outline."""
    alt: Text
    """What the picture shows, for those who cannot see it."""
    caption: Text | None = None
    """A line beside the picture."""
    author: Text
    """Who made the picture."""
    licence: Text
    """Why we may show it: "CC BY 4.0", "with permission", "our own picture"."""
    source: Text | None = None
    """The address of the page where it was found."""
    fit: Fit = "cover"
    """cover: fills its place, what sticks out is cut off. contain: shown whole, the rest of its place stays empty."""
    # Heads are mostly a little above the middle.
    focus: FocusPoint = Focus(0.5, 0.4)
    """What must not be cut off: "top", "top left", "right" ..., or how far from the left and the top: "30% 20%"."""


class Discussion(Titled):
    """Questions to talk about."""

    kind: Literal["discussion"]
    questions: Annotated[tuple[Text, ...], Field(min_length=1, max_length=4)]
    """One to four questions, about people in a story and never about the listeners."""
    grouping: Grouping = "pairs"
    """Who talks with whom: pairs, groups, class or alone."""
    minutes: Minutes
    """How long."""


class Activity(Titled):
    """Something to do."""

    kind: Literal["activity"]
    steps: Annotated[tuple[Text, ...], Field(min_length=1, max_length=5)]
    """What to do, step by step."""
    materials: tuple[Text, ...] = ()
    """What must be at hand."""
    grouping: Grouping = "groups"
    """Who works with whom: pairs, groups, class or alone."""
    minutes: Minutes
    """How long."""


class Quiz(SlideBase):
    """A question; its answer is shown on a slide of its own that follows."""

    kind: Literal["quiz"]
    question: Text
    """The question or statement."""
    options: Annotated[tuple[Text, ...], Field(min_length=2, max_length=4)]
    """Two to four answers."""
    answer: Ordinal
    """Which one is right, counted from 1."""
    because: Text
    """Why; shown on the answer slide."""
    answer_notes: Text | None = None
    """What the speaker says on the answer slide; without it, the reason is read out."""


class Ask(Titled):
    """One thing to do."""

    kind: Literal["ask"]
    text: Text
    """What we ask."""
    points: tuple[PointField, ...] = ()
    """How to do it."""
    url: Text | None = None
    """Where the QR code leads; the event's url if it is not given here. Without either there is no code."""
    label: Text | None = None
    """What a person finds there."""


class Prayer(Titled):
    """Things to pray for."""

    kind: Literal["prayer"]
    points: Annotated[tuple[PointField, ...], Field(min_length=1)]
    """The prayers, in plain words."""


class Sources(SlideBase):
    """The list of what supports the figures, written by the program."""

    kind: Literal["sources"]
    title: Text | None = None
    """The title, if it is not "Sources"."""
    notes: Text | None = None  # type: ignore[assignment]
    """What the speaker says; the program has a line of its own."""


class Closing(Titled):
    """The last words."""

    kind: Literal["closing"]
    text: Text | None = None
    """A line below the title."""


Slide = (
    Cover | Section | Notice | Help | Statement | Bullets | Columns | Number | Chart | Table | Case | Quote
    | Steps | Timeline | Myth | Image | Discussion | Activity | Quiz | Ask | Prayer | Sources | Closing
)  # fmt: skip


TitledSlide = (
    Section | Notice | Help | Statement | Bullets | Columns | Number | Chart | Table | Case | Steps | Timeline
    | Myth | Image | Discussion | Activity | Ask | Prayer | Closing
)  # fmt: skip


def _kind_of(model: type[SlideBase]) -> str:
    return str(get_args(model.model_fields["kind"].annotation)[0])


KINDS: dict[str, type[SlideBase]] = {_kind_of(model): model for model in get_args(Slide)}
