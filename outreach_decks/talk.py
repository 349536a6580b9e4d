"""One talk for one variant: final words, each with the place it was written in. No alternatives, no placeholders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Literal

from outreach_decks.diagnostics import Diagnostic, Span
from outreach_decks.event import Event
from outreach_decks.facts import Chart, DataTable, Source
from outreach_decks.text import Paragraph, Paragraphs, plain
from outreach_decks.wording import Wording


@dataclass(frozen=True, slots=True)
class Variant:
    """What is asked for: whom the talk is for, in which languages, how long (minutes), on which day.

    ``band`` None is the audience's first band. ``notes_language`` None is ``language``; ``second_language``
    is kept for slides in two languages. Every talk is built at its own length until slides can be chosen.
    """

    audience: str
    language: str
    minutes: int
    event: Event
    band: str | None = None
    notes_language: str | None = None
    second_language: str | None = None

    @property
    def spoken_language(self) -> str:
        """The language of the notes."""
        return self.notes_language or self.language


@dataclass(frozen=True, slots=True)
class Passage:
    """Words and the place of the YAML value that they come from."""

    paragraphs: Paragraphs
    span: Span

    @property
    def plain(self) -> str:
        """The words without marks, one paragraph a line."""
        return plain(self.paragraphs)


Passages = tuple[Passage, ...]


def passages_in(record: object) -> Iterator[Passage]:
    """All passages of a slide, of its content, or of a part of it."""
    if isinstance(record, Passage):
        yield record
    elif isinstance(record, tuple):
        for each in record:
            yield from passages_in(each)
    elif is_dataclass(record):
        for one in fields(record):
            yield from passages_in(getattr(record, one.name))


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG or JPEG with its size in px and its alt text."""

    image: bytes
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The first slide; ``details`` are the event's place, day and speaker, a line each."""

    subtitle: Passage | None
    details: Paragraphs
    logo: Logo | None


@dataclass(frozen=True, slots=True)
class Section:
    """A slide that opens a part."""

    text: Passage | None
    icon: str | None


@dataclass(frozen=True, slots=True)
class Notice:
    """What the talk contains."""

    points: Passages


@dataclass(frozen=True, slots=True)
class HelpRow:
    """One place that helps: what to dial or open, who answers and for what, when and in which languages.

    ``span`` is where the slide names it.
    """

    contact: str
    name: str
    purpose: str
    hours: str
    languages: str
    span: Span


@dataclass(frozen=True, slots=True)
class Help:
    """Help lines, in the order to show them; ``whole`` are all of them where this is a part."""

    rows: tuple[HelpRow, ...]
    whole: tuple[HelpRow, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that fills the slide: the title."""

    text: Passage | None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    points: Passages
    icon: str | None


@dataclass(frozen=True, slots=True)
class Column:
    """One of two or three columns."""

    heading: Passage
    points: Passages
    icon: str | None


@dataclass(frozen=True, slots=True)
class Columns:
    """Two or three things side by side."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """One big figure."""

    number: Passage
    of: Passage | None
    caption: Passage


@dataclass(frozen=True, slots=True)
class ChartContent:
    """A chart with its data and its alt text."""

    chart: Chart
    data: DataTable
    alt: str
    takeaway: Passage | None


@dataclass(frozen=True, slots=True)
class Table:
    """A small table; ``whole`` are all of its rows where this is a part."""

    header: Passages
    rows: tuple[Passages, ...]
    whole: tuple[Passages, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A documented case. ``status`` holds when it was and how far the courts have judged."""

    status: Paragraphs
    story: Passages
    helped: Passage | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that are not ours."""

    words: Passage
    reference: Passage
    licence: Passage


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a process."""

    label: Passage
    text: Passage | None
    icon: str | None


@dataclass(frozen=True, slots=True)
class Steps:
    """A process."""

    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """One mark on a line of time."""

    when: Passage
    text: Passage


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happened when."""

    moments: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Myth:
    """What people say against what is known."""

    myth: Passage
    reality: Passage


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: its bytes (PNG or JPEG) and its size in px, who made it and why it may be shown.

    ``fit``: cover fills its place, contain shows it whole. ``focus`` is the point that stays, as shares of width and
    height. ``source`` is the address where it was found.
    """

    image: bytes
    width: int
    height: int
    alt: str
    caption: Passage | None
    author: Passage
    licence: Passage
    span: Span
    source: str | None = None
    fit: Literal["cover", "contain"] = "cover"
    focus: tuple[float, float] = (0.5, 0.4)


@dataclass(frozen=True, slots=True)
class Discussion:
    """Questions to talk about; ``grouping`` says in words who talks with whom, ``minutes`` for how long."""

    grouping: str
    minutes: int
    questions: Passages


@dataclass(frozen=True, slots=True)
class Activity:
    """Something to do; ``grouping`` says in words who works with whom, ``minutes`` for how long."""

    grouping: str
    minutes: int
    steps: Passages
    materials: Passages


@dataclass(frozen=True, slots=True)
class Question:
    """A quiz before its answer."""

    options: Passages


@dataclass(frozen=True, slots=True)
class Answer:
    """A quiz with its answer; ``right`` counts options from 0."""

    options: Passages
    right: int
    because: Passage


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to do."""

    text: Passage
    points: Passages
    url: str | None
    label: Passage | None


@dataclass(frozen=True, slots=True)
class Prayer:
    """Things to pray for."""

    points: Passages


@dataclass(frozen=True, slots=True)
class CitedSource:
    """A source and the number it is cited by."""

    number: int
    source: Source


@dataclass(frozen=True, slots=True)
class Sources:
    """What supports the figures."""

    cited: tuple[CitedSource, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """The last words."""

    text: Passage | None


Content = (
    Cover | Section | Notice | Help | Statement | Bullets | Columns | Number | ChartContent | Table | Case | Quote
    | Steps | Timeline | Myth | Image | Discussion | Activity | Question | Answer | Ask | Prayer | Sources | Closing
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TalkSlide:
    """One slide of a talk. ``minutes`` is what the audience needs on top of the speech."""

    id: str
    title: Passage
    content: Content
    notes: Paragraphs
    span: Span
    source_line: Paragraph | None = None
    minutes: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk as it will be given, with the program's words in the languages of slides and notes.

    ``speech_minutes`` counts the notes, ``activity_minutes`` what comes on top.

    ``complete`` is False when a slide could not be made: its chart, its picture or all its help lines are not there.
    """

    name: str
    title: str
    subtitle: str
    author: str
    keywords: tuple[str, ...]
    template: str
    variant: Variant
    wording: Wording
    notes_wording: Wording
    slides: tuple[TalkSlide, ...]
    speech_minutes: float
    activity_minutes: int
    span: Span
    icons: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    complete: bool = True

    @property
    def minutes(self) -> float:
        """All the time it takes."""
        return self.speech_minutes + self.activity_minutes
