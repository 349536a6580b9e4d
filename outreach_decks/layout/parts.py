"""A slide that holds more than fits becomes several: its list, its story, its table in parts, its notes shared out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import outreach_decks.talk as talk
from outreach_decks.layout.canvas import Canvas, joined
from outreach_decks.layout.fitting import has_room
from outreach_decks.layout.slides import source_entry
from outreach_decks.layout.splitting import share_minutes, share_notes, share_out, split, split_passages
from outreach_decks.layout.tables import help_rows, holds, written_rows
from outreach_decks.talk import passages_in
from outreach_decks.text import Paragraph, Paragraphs, Run, words
from outreach_decks.wording import Wording


@dataclass(frozen=True, slots=True)
class Parting:
    """Cuts slides into parts. ``canvas`` gives the silhouette of a content."""

    canvas: Callable[[talk.Content], Canvas]
    wording: Wording
    notes_wording: Wording

    def parts(self, slide: talk.TalkSlide) -> list[talk.TalkSlide]:
        """The slide, or the parts that it needs."""
        contents = self._split(slide.content)
        if len(contents) == 1:
            return [replace(slide, content=contents[0])]
        shares = [_weight(content) for content in contents]
        notes, minutes = share_notes(slide.notes, shares), share_minutes(slide.minutes, shares)
        marked = [self._marked(slide, number, len(contents)) for number in range(1, len(contents) + 1)]
        going_on = (words(self.notes_wording.say("continued")),)
        return [
            replace(part, content=_timed(content, time), notes=said or going_on, minutes=time if slide.minutes else 0)
            for part, content, said, time in zip(marked, contents, notes, minutes, strict=True)
        ]

    def _marked(self, slide: talk.TalkSlide, number: int, count: int) -> talk.TalkSlide:
        """The slide with "(1/2)" in its title, where there is room for that.

        The first part keeps its id; no author can write those of the others.
        """
        mark = self.wording.say("part", number=number, count=count).replace(" ", "\u00a0")
        title = replace(slide.title, paragraphs=_with_words(slide.title.paragraphs, mark))
        canvas = self.canvas(slide.content)
        has_room = _is_held(title.paragraphs, canvas, "title") or not _is_held(slide.title.paragraphs, canvas, "title")
        own = slide.id if number == 1 else f"{slide.id}/{number}"
        return replace(slide, id=own, title=title if has_room else slide.title)

    def _split(self, content: talk.Content) -> Sequence[talk.Content]:  # noqa: PLR0911 - one line a kind
        match content:
            case talk.Bullets(points=points) | talk.Notice(points=points) | talk.Prayer(points=points):
                return [replace(content, points=part) for part in self._lists(content, points)]
            case talk.Discussion(questions=questions):
                return [replace(content, questions=part) for part in self._lists(content, questions)]
            case talk.Quote(words=said):
                return [replace(content, words=part) for (part,) in self._lists(content, (said,))]
            case talk.Case():
                return self._case(content)
            case talk.Activity():
                return self._activity(content)
            case talk.Columns():
                return self._columns(content)
            case talk.Ask():
                return self._ask(content)
            case talk.Table() | talk.Help() | talk.Sources():
                return self._rows(content)
            case _:
                return [content]

    def _lists(self, content: talk.Content, passages: talk.Passages) -> Sequence[talk.Passages]:
        return self._lists_in(self.canvas(content), "body", passages)

    def _lists_in(self, canvas: Canvas, role: str, passages: talk.Passages) -> Sequence[talk.Passages]:
        """One list where it fits somehow; where there must be several slides, none of them is crowded."""
        if _is_held(joined(passages), canvas, role):
            return [passages]
        return split_passages(passages, lambda part: _is_held(joined(part), canvas, role, closer=False))

    def _case(self, content: talk.Case) -> list[talk.Case]:
        """What happened, in parts; how help came stands on the last."""
        parts = [replace(content, story=story) for story in self._lists(content, content.story)]
        return [*(replace(part, helped=None) for part in parts[:-1]), parts[-1]]

    def _activity(self, content: talk.Activity) -> list[talk.Activity]:
        """What to do, in parts; what must be at hand stands on the first."""
        first, *others = [replace(content, steps=steps) for steps in self._lists(content, content.steps)]
        return [first, *(replace(part, materials=()) for part in others)]

    def _ask(self, content: talk.Ask) -> list[talk.Ask]:
        """How to do it, in parts; the code stands on the first."""
        first, *others = self._lists_in(self.canvas(content), "points", content.points)
        rest = [replace(content, points=points, url=None, label=None) for points in others]
        return [replace(content, points=first), *rest]

    def _columns(self, content: talk.Columns) -> list[talk.Columns]:
        """Columns go on together; one that has too little for every part is said again on each."""
        canvas, columns = self.canvas(content), content.columns
        lists = [self._lists_in(canvas, f"body-{number}", column.points) for number, column in enumerate(columns, 1)]
        count = max(map(len, lists))
        padded = [_in_parts(parts, column.points, count) for parts, column in zip(lists, columns, strict=True)]
        if not all(padded):
            return [content]
        return [talk.Columns(tuple(map(_with_points, columns, part))) for part in zip(*padded, strict=True)]

    def _rows(self, content: talk.Table | talk.Help | talk.Sources) -> Sequence[talk.Content]:
        """Rows in parts, each with the header above them; a source is cut nowhere."""
        canvas, wording = self.canvas(content), self.wording
        match content:
            case talk.Table(header=header, rows=rows):
                all_rows = written_rows(header, rows)
                parts = split(rows, lambda part: holds(written_rows(header, tuple(part)), canvas, all_rows))
                return [replace(content, rows=part, whole=rows) for part in parts]
            case talk.Help(rows=lines):
                all_lines = help_rows(lines, wording)
                shown = split(lines, lambda part: holds(help_rows(tuple(part), wording, lines), canvas, all_lines))
                return [talk.Help(part, lines) for part in shown]
            case talk.Sources(cited=cited):
                listed = split(cited, lambda part: _is_held(_entries(part, wording), canvas, "body", closer=False))
                return [talk.Sources(part) for part in listed]


def _entries(cited: Sequence[talk.CitedSource], wording: Wording) -> Paragraphs:
    return tuple(source_entry(each, wording) for each in cited)


def _is_held(paragraphs: Paragraphs, canvas: Canvas, role: str, *, closer: bool = True) -> bool:
    """Tell whether a slot has room for words; with ``closer``, even if only for lines set closer."""
    slot = canvas.slot(role)
    return has_room(paragraphs, slot.closer() if closer else slot, canvas.measure)


def _in_parts(parts: Sequence[talk.Passages], points: talk.Passages, count: int) -> Sequence[talk.Passages]:
    """A list in so many parts: shared out evenly, or all of it again; nothing where neither can be."""
    if len(parts) == count:
        return parts
    if len(points) >= count:
        return share_out(points, [1] * count, lambda passage: len(passage.plain))
    return [points] * count if len(parts) == 1 else []


def _with_points(column: talk.Column, points: talk.Passages) -> talk.Column:
    return replace(column, points=points)


def _timed(content: talk.Content, minutes: int) -> talk.Content:
    match content:
        case talk.Discussion() | talk.Activity():
            return replace(content, minutes=minutes)
        case _:
            return content


def _weight(content: talk.Content) -> int:
    """How much there is to say of a part: the characters on it, one at least."""
    return sum(len(passage.plain) for passage in passages_in(content)) or 1


def _with_words(paragraphs: Paragraphs, text: str) -> Paragraphs:
    *before, last = paragraphs
    return (*before, Paragraph((*last.runs, Run(text)), last.level))
