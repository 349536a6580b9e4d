"""What there is to translate: each text under the name (gettext: context) that a translation of it has.

A context is ``<file>/<slide id>/<field>`` for what an outline says, with the items of a list counted from 1, and
``<table>/<id>[/<field>]`` for the fact base, ``ui/<key>`` for the program's own words. A text without a letter or a
fact (a year, a lone ``{help.id}``) is the same in every language and is not a message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from outreach_decks.amounts import QUOTED_FACT, fact_text, is_percent
from outreach_decks.authored_texts import AuthoredText, head_texts, slide_texts
from outreach_decks.diagnostics import Span
from outreach_decks.document import DataPath
from outreach_decks.facts import Chart, Fact, FactBook, HelpLine, Source
from outreach_decks.markup import unwrap
from outreach_decks.outline import AuthoredSlide, Outline
from outreach_decks.wording import WORDING
from outreach_decks.workspace import OUTLINES, relative

# The language that the fact base and the program's own words are written in.
BASE_LANGUAGE: Final = "en"
_BLANK_LINE: Final = re.compile(r"\n[ \t]*\n")
# What no file of text can hold: it would be read as broken.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")
_PROGRAM_WORD: Final = "a word of the program; braces stand for what it fills in"
_CHANNELS: Final = {"shown": "on the slide", "spoken": "said", "alt": "read out instead of the picture"}


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate, written in ``language`` at ``place``.

    ``group`` is the slide or entry that it belongs to: a text may move within it and keep its translation.
    ``comment`` tells a translator where the text is met and what its placeholders stand for. ``is_spoken``: it is said
    and not shown. ``is_free``: a translation is taken from another work (scripture, its licence) or is a title in its
    own language, so the two are not compared.
    """

    context: str
    text: str
    language: str
    group: str
    place: Span
    comment: str = ""
    is_free: bool = False
    is_spoken: bool = False


def outline_messages(outline: Outline, book: FactBook) -> Iterator[Message]:
    """The texts of an outline, its includes among them, in the order of the slides."""
    file = file_name(outline.document.file)
    for written in head_texts(outline):
        if is_message(written.text):
            yield _message(written, head_context(outline, written), file, outline.head.language, book)
    for authored in outline.slides:
        yield from slide_messages(authored, book)


def slide_messages(authored: AuthoredSlide, book: FactBook) -> Iterator[Message]:
    """The texts of one slide."""
    for written in slide_texts(authored):
        if is_message(written.text):
            group = slide_group(authored)
            yield _message(written, text_context(authored, written), group, authored.language, book)


def slide_group(authored: AuthoredSlide) -> str:
    """What the contexts of a slide's texts begin with."""
    return f"{file_name(authored.document.file)}/{authored.slide.id}"


def text_context(authored: AuthoredSlide, written: AuthoredText) -> str:
    """The context of a text of a slide."""
    return f"{slide_group(authored)}/{_field(written.field)}"


def head_context(outline: Outline, written: AuthoredText) -> str:
    """The context of a text above an outline's slides."""
    return f"{file_name(outline.document.file)}/{_field(written.field)}"


def unfolded(text: str) -> str:
    """A text without the line ends inside its paragraphs: where a line of YAML ends is not what it says."""
    paragraphs = (unwrap(part) for part in _BLANK_LINE.split(_UNWRITABLE.sub("", text)))
    return "\n\n".join(part for part in paragraphs if part)


def is_message(text: str) -> bool:
    """Tell whether a text can differ by language: it has a letter, or a figure that may want a counter (66人)."""
    return "{fact." in text or any(one.isalpha() for one in _PLACEHOLDER.sub("", text))


def base_messages(book: FactBook, language: str) -> Iterator[Message]:
    """The words of the fact base that a deck in ``language`` may show."""
    for name, fact in book.facts.items():
        yield from _told(book, "facts", f"fact/{name}", name, {"": _fact_words(fact)}, fact.statement)
    for name, chart in book.charts.items():
        yield from _told(book, "charts", f"chart/{name}", name, _chart_words(chart), f"{chart.kind} chart")
        yield from _row_messages(book, name)
    for name, line in book.help_lines.items():
        yield from _told(book, "help_lines", f"help/{name}", name, _help_words(line, language), line.name)
    for name, rule in book.counting_rules.items():
        yield from _told(book, "counting_rules", f"counting-rule/{name}", name, {"name": rule.name}, rule.meaning)
    for name, source in book.sources.items():
        yield from _told(book, "sources", f"source/{name}", name, _source_words(source), "in the list of sources")


def program_messages() -> Iterator[Message]:
    """The program's own words."""
    for key, text in WORDING.items():
        yield Message(f"ui/{key}", text, BASE_LANGUAGE, "ui", Span("outreach_decks/wording.py"), _PROGRAM_WORD)


def row_context(chart: str, number: int) -> str:
    """The context of the label of a chart's row, counted from 1."""
    return f"chart/{chart}/row/{number}"


def file_name(file: str) -> str:
    """What the contexts of a file's texts begin with."""
    return relative(file, OUTLINES) if file.startswith(OUTLINES + "/") else file


def _field(path: DataPath) -> str:
    """A field as people name it: items of a list are counted from 1; the key of a list below a point is no part."""
    parts = []
    for before, part in zip((None, None, *path), path, strict=False):
        if isinstance(part, int):
            parts.append(str(part + 1))
        elif before != "points" or len(parts) < 2:  # noqa: PLR2004 - the point, then what stands below it
            parts.append(part)
    return "/".join(parts)


def _message(written: AuthoredText, context: str, group: str, language: str, book: FactBook) -> Message:
    comment = "\n".join((_CHANNELS[written.channel], *_facts_in(written.text, book, language)))
    place = written.document.span(written.path)
    is_free = written.voice == "quoted" and written.field != ("reference",)
    is_spoken = written.channel == "spoken"
    return Message(context, unfolded(written.text), language, group, place, comment, is_free, is_spoken)


def _facts_in(text: str, book: FactBook, language: str) -> Iterator[str]:
    """What the facts of a text are today, for the translator."""
    names = dict.fromkeys(found["name"] for found in QUOTED_FACT.finditer(text))
    for name in names:
        if name in book.facts:
            yield f"{{fact.{name}}} is {fact_text(book.facts[name], language)}"


def _told(
    book: FactBook, table: str, group: str, name: str, texts: Mapping[str, str | None], comment: str
) -> Iterator[Message]:
    for field, text in texts.items():
        if text and is_message(text):
            place = book.place(table, name, *([field] if field else []))
            context = f"{group}/{field}" if field else group
            yield Message(context, unfolded(text), BASE_LANGUAGE, group, place, comment, is_free=field == "title")


def _fact_words(fact: Fact) -> str | None:
    usable = fact.confidence == "verified" and fact.use != "avoid"
    return fact.value if fact.shown_as == "text" and usable else None


def _chart_words(chart: Chart) -> dict[str, str | None]:
    return {"of": chart.of, "unit": None if is_percent(chart.unit) else chart.unit, "note": chart.note}


def _row_messages(book: FactBook, name: str) -> Iterator[Message]:
    for number, row in enumerate(book.data[name].rows, 1):
        if is_message(row.label):
            context = row_context(name, number)
            place = book.row_place(name, row)
            yield Message(context, row.label, BASE_LANGUAGE, f"chart/{name}", place, "label in the chart")


def _help_words(line: HelpLine, language: str) -> dict[str, str | None]:
    """The words of a help line; in a language in which the base itself gives its name, that is not translated."""
    if not line.printable:
        return {}
    name = None if line.name_in(language) else line.name
    return {"name": name, "purpose": line.purpose, "hours": line.hours, "languages": line.languages}


def _source_words(source: Source) -> dict[str, str | None]:
    return {"publisher": source.publisher, "title": source.title, "year": source.year}


def by_context(messages: Iterable[Message]) -> dict[str, Message]:
    """The messages by their contexts; slides that several talks share are met more than once."""
    return {message.context: message for message in messages}
