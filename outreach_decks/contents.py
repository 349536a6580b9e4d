"""Each kind of slide becomes its content: final words and data, still without a place on the slide."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

import outreach_decks.slide_kinds as kinds
import outreach_decks.talk as talk
from outreach_decks.alt_text import chart_alt
from outreach_decks.amounts import with_figures
from outreach_decks.citations import year_text
from outreach_decks.diagnostics import Span
from outreach_decks.facts import Chart, FactBook, HelpLine
from outreach_decks.images import PictureError, fit_image
from outreach_decks.markup import bare_address, is_safe_link
from outreach_decks.quoting import Quoter, not_printable
from outreach_decks.text import Paragraph, Paragraphs, Run, words
from outreach_decks.validation import did_you_mean
from outreach_decks.wording import Wording
from outreach_decks.workspace import IMAGES, Workspace, folder_of, join, relative

_PICTURES = (".png", ".jpg", ".jpeg", ".webp")
_LOCAL_LINE = re.compile(r"(?P<name>[^:：]+)[:：]\s*(?P<contact>\S.*)")


@dataclass(frozen=True, slots=True)
class Titled:
    """A content and the title over it."""

    title: talk.Passage
    content: talk.Content


@dataclass
class ContentMaker:
    """Makes the content of one slide. What is wrong goes to the quoter's findings."""

    quoter: Quoter
    workspace: Workspace
    head_title: str
    head_subtitle: str | None
    logo: talk.Logo | None

    @property
    def book(self) -> FactBook:
        """The fact base in the language of the slides."""
        return self.quoter.edition.book

    @property
    def wording(self) -> Wording:
        """The program's words in the language of the slides."""
        return self.quoter.edition.wording

    def make(self, slide: kinds.Slide) -> Titled | None:
        """The content of a slide; None when nothing is left to show without the event."""
        match slide:
            case kinds.Cover():
                return self._cover(slide)
            case kinds.Quote():
                return self._quote(slide)
            case kinds.Quiz():
                return Titled(self._text(slide.question, "question"), talk.Question(self._options(slide)))
            case kinds.Sources():
                title = words(slide.title or self.wording.say("sources"))
                return Titled(self._own(title), talk.Sources(()))
            case _:
                title_passage = self._text(slide.title, "title")
                content = self._content(slide)
                return Titled(title_passage, content) if content else None

    def answer(self, slide: kinds.Quiz) -> Titled:
        """The slide that follows a quiz."""
        because = self._text(slide.because, "because")
        content = talk.Answer(self._options(slide), slide.answer - 1, because)
        # No two slides have the same title: whoever goes through them by ear would not know which is which.
        label = Run(self.wording.say("answer", question=""))
        return Titled(_labelled(label, self._text(slide.question, "question")), content)

    def _content(self, slide: kinds.TitledSlide) -> talk.Content | None:  # noqa: C901, PLR0911, PLR0912 - one line a kind
        match slide:
            case kinds.Section():
                return talk.Section(self._maybe(slide.text, "text"), slide.icon)
            case kinds.Notice():
                return talk.Notice(self._points(slide.points))
            case kinds.Help():
                return self._help(slide)
            case kinds.Statement():
                return talk.Statement(self._maybe(slide.text, "text"))
            case kinds.Bullets():
                return talk.Bullets(self._points(slide.points), slide.icon)
            case kinds.Columns():
                return talk.Columns(tuple(self._column(column, i) for i, column in enumerate(slide.columns)))
            case kinds.Number():
                return self._number(slide)
            case kinds.Chart():
                return self._chart(slide)
            case kinds.Table():
                return self._table(slide)
            case kinds.Case():
                return self._case(slide)
            case kinds.Steps():
                return talk.Steps(tuple(self._step(step, i) for i, step in enumerate(slide.steps)))
            case kinds.Timeline():
                return talk.Timeline(tuple(self._moment(moment, i) for i, moment in enumerate(slide.events)))
            case kinds.Myth():
                return talk.Myth(self._text(slide.myth, "myth"), self._text(slide.reality, "reality"))
            case kinds.Image():
                return self._image(slide)
            case kinds.Discussion():
                grouping = self.wording.say(slide.grouping)
                return talk.Discussion(grouping, slide.minutes, self._several(slide.questions, "questions"))
            case kinds.Activity():
                return self._activity(slide)
            case kinds.Ask():
                return self._ask(slide)
            case kinds.Prayer():
                return talk.Prayer(self._points(slide.points))
            case kinds.Closing():
                return talk.Closing(self._maybe(slide.text, "text"))

    def _text(self, text: str, *place: str | int) -> talk.Passage:
        return self.quoter.required(text, *place)

    def _maybe(self, text: str | None, *place: str | int) -> talk.Passage | None:
        return self.quoter.passage(text, *place) if text else None

    def _several(self, texts: Iterable[str], *place: str | int) -> talk.Passages:
        return self.quoter.several(texts, *place)

    def _own(self, *paragraphs: Paragraph) -> talk.Passage:
        """The program's own words, placed at the slide."""
        return talk.Passage(paragraphs, self.quoter.authored.span())

    def _points(self, points: tuple[kinds.Point, ...]) -> talk.Passages:
        found = (self._point(point, number) for number, point in enumerate(points))
        return tuple(point for point in found if point)

    def _point(self, point: kinds.Point, number: int) -> talk.Passage | None:
        top = self.quoter.passage(point.text, "points", number)
        below = self._several(point.points, "points", number, point.text)
        if top is None:
            return None
        deeper = tuple(replace(paragraph, level=1) for child in below for paragraph in child.paragraphs)
        return talk.Passage((*top.paragraphs, *deeper), top.span)

    def _cover(self, slide: kinds.Cover) -> Titled:
        title = self._text(slide.title, "title") if slide.title else self._own(words(self.head_title))
        subtitle = self._maybe(slide.subtitle, "subtitle")
        if subtitle is None and self.head_subtitle:
            subtitle = self._own(words(self.head_subtitle))
        return Titled(title, talk.Cover(subtitle, self._details(), self.logo))

    def _details(self) -> Paragraphs:
        event = self.quoter.event
        join_words = self.wording.say("footer-join")
        language = self.wording.language
        lines = ((event.speaker, event.organisation), (event.venue, event.day(language)))
        shown = (join_words.join(part for part in line if part) for line in lines)
        return tuple(words(line) for line in shown if line)

    def _quote(self, slide: kinds.Quote) -> Titled:
        reference = self._text(slide.reference, "reference")
        title = self._text(slide.title, "title") if slide.title else reference
        quoted = talk.Quote(self._text(slide.words, "words"), reference, self._text(slide.licence, "licence"))
        return Titled(title, quoted)

    def _options(self, slide: kinds.Quiz) -> talk.Passages:
        return tuple(self._text(option, "options", number) for number, option in enumerate(slide.options))

    def _help(self, slide: kinds.Help) -> talk.Help | None:
        rows = [row for number, name in enumerate(slide.lines) if (row := self._help_row(name, number))]
        if slide.local:
            rows += [self._local_row(line) for line in self.quoter.event.local_help]
        return talk.Help(tuple(rows)) if rows else None

    def _help_row(self, name: str, number: int) -> talk.HelpRow | None:
        line = self.book.help_lines.get(name)
        if line is None:
            hint = "".join(did_you_mean(name, self.book.help_lines))
            self._report("unknown-help-line", f'no help line is called "{name}"', ("lines", number), hint)
            return None
        if not line.printable:
            self._report("help-line-not-printable", not_printable(name, line), ("lines", number))
        return _row(line, self.wording.language, self.quoter.authored.span("lines", number))

    def _local_row(self, line: str) -> talk.HelpRow:
        parts = _LOCAL_LINE.fullmatch(line)
        span = self.quoter.authored.span("local")
        if parts is None:
            return talk.HelpRow(line, self.wording.say("help-local"), "", "", "", span)
        return talk.HelpRow(parts["contact"], parts["name"].strip(), "", "", "", span)

    def _column(self, column: kinds.Column, number: int) -> talk.Column:
        place = ("columns", number)
        heading = self._text(column.heading, *place, "heading")
        return talk.Column(heading, self._several(column.points, *place, "points"), column.icon)

    def _number(self, slide: kinds.Number) -> talk.Number:
        number = self.quoter.figure(slide.number, "number") or self._text(slide.number, "number")
        whole = self.quoter.figure(slide.of, "of") if slide.of else None
        mark = self.quoter.citations.mark()
        caption = self._text(slide.caption, "caption")
        return talk.Number(number, whole, _with_mark(caption, mark))

    def _chart(self, slide: kinds.Chart) -> talk.Content | None:
        chart = self.book.charts.get(slide.chart)
        if chart is None:
            hint = "".join(did_you_mean(slide.chart, self.book.charts))
            self._report("unknown-chart", f'no chart is called "{slide.chart}"', ("chart",), hint)
            return None
        chart = _with_figures(chart, self.book, self.wording.language)
        citations = self.quoter.citations
        citations.cite(chart.source, chart.counting_rule)
        if chart.note:
            citations.remarks[chart.note] = None
        data = self.book.data[slide.chart]
        alt = chart_alt(chart, data, self.wording)
        return talk.ChartContent(chart, data, alt, self._maybe(slide.takeaway, "takeaway"))

    def _table(self, slide: kinds.Table) -> talk.Table:
        header = tuple(self._text(cell, "header", i) for i, cell in enumerate(slide.header))
        return talk.Table(header, tuple(self._table_row(row, number) for number, row in enumerate(slide.rows)))

    def _table_row(self, row: tuple[str, ...], number: int) -> talk.Passages:
        return tuple(self._text(cell, "rows", number, i) for i, cell in enumerate(row))

    def _case(self, slide: kinds.Case) -> talk.Case:
        for number, source in enumerate(slide.sources):
            if source not in self.book.sources:
                hint = "".join(did_you_mean(source, self.book.sources))
                self._report("unknown-source", f'no source is called "{source}"', ("sources", number), hint)
        known = tuple(source for source in slide.sources if source in self.book.sources)
        self.quoter.citations.cite(known, None)
        kind = self.wording.say("composite" if slide.composite else "documented")
        when = year_text(slide.when, self.wording) if slide.when else None
        lines = (when, self.wording.say(slide.status), kind)
        status = tuple(words(line) for line in lines if line)
        return talk.Case(status, self._several(slide.story, "story"), self._maybe(slide.helped, "helped"))

    def _step(self, step: kinds.Step, number: int) -> talk.Step:
        label = self._text(step.label, "steps", number, "label")
        return talk.Step(label, self._maybe(step.text, "steps", number, "text"), step.icon)

    def _moment(self, moment: kinds.Moment, number: int) -> talk.Moment:
        place = ("events", number)
        when = self._text(year_text(moment.when, self.wording), *place, "when")
        return talk.Moment(when, self._text(moment.text, *place, "text"))

    def _image(self, slide: kinds.Image) -> talk.Image | None:
        raw = self._picture(slide.image)
        if raw is None:
            self._report("missing-file", f'there is no picture "{slide.image}"', ("image",), self._meant(slide.image))
            return None
        try:
            image = fit_image(raw)
        except PictureError as error:
            self._report("bad-image", str(error), ("image",), error.hint)
            return None
        return talk.Image(
            image=image.data,
            width=image.width,
            height=image.height,
            alt=self.quoter.words(slide.alt, "alt"),
            caption=self._maybe(slide.caption, "caption"),
            author=self._text(slide.author, "author"),
            licence=self._text(slide.licence, "licence"),
            span=self.quoter.authored.span("image"),
            source=self._safe(slide.source, "source"),
            fit=slide.fit,
            focus=slide.focus,
        )

    def _meant(self, image: str) -> str:
        """What to do about a picture that is not there."""
        if "://" in image:
            return f"save the picture on this computer, in {IMAGES}/, and write its name here"
        return "".join(did_you_mean(image, self._pictures(image))) or f"put it into {IMAGES}/ or beside the outline"

    def _pictures(self, image: str) -> list[str]:
        """The names of the pictures that there are near ``image``, as an outline can give them."""
        here = folder_of(self.quoter.authored.document.file)
        asked = folder_of(join(here, image))
        known = [(folder, name) for folder in (IMAGES, here) for name in self.workspace.names(folder, "")]
        known += [(here, name) for name in self.workspace.names(asked, "")]
        return [relative(name, folder) for folder, name in known if name.lower().endswith(_PICTURES)]

    def _picture(self, name: str) -> bytes | None:
        beside = join(folder_of(self.quoter.authored.document.file), name)
        for place in (beside, join(IMAGES, name)):
            try:
                return self.workspace.read(place)
            except OSError:
                continue
        return None

    def _activity(self, slide: kinds.Activity) -> talk.Activity:
        steps, materials = self._several(slide.steps, "steps"), self._several(slide.materials, "materials")
        return talk.Activity(self.wording.say(slide.grouping), slide.minutes, steps, materials)

    def _ask(self, slide: kinds.Ask) -> talk.Ask:
        url = self.quoter.words(slide.url, "url") if slide.url else self.quoter.event.url
        url = self._safe(url, "url", "a QR code may lead to")
        label = (self._maybe(slide.label, "label") or self._address(url)) if url else None
        return talk.Ask(self._text(slide.text, "text"), self._points(slide.points), url, label)

    def _safe(self, url: str | None, place: str, may: str = "a deck may link to") -> str | None:
        """An address, or None and a finding when a deck may not lead there."""
        if url is None or is_safe_link(url):
            return url
        self._report("bad-link", f'"{url}" is not an address that {may}', (place,), "use https://")
        return None

    def _address(self, url: str) -> talk.Passage:
        return talk.Passage((words(bare_address(url)),), self.quoter.authored.span("url"))

    def _report(self, code: str, message: str, place: tuple[str | int, ...], hint: str = "") -> None:
        self.quoter.findings.append(self.quoter.authored.finding(code, message, place, hint=hint))


def _row(line: HelpLine, language: str, span: Span) -> talk.HelpRow:
    contact = line.number or bare_address(line.url or "")
    name = line.name_in(language) or line.name
    return talk.HelpRow(
        contact or name, name if contact else "", line.purpose, line.hours or "", line.languages or "", span
    )


def _with_figures(chart: Chart, book: FactBook, language: str) -> Chart:
    """The chart with the facts that its own words quote."""
    note = with_figures(chart.note, book.facts, language) if chart.note else None
    return chart.model_copy(update={"of": with_figures(chart.of, book.facts, language), "note": note})


def _labelled(label: Run, passage: talk.Passage) -> talk.Passage:
    first, *rest = passage.paragraphs
    return replace(passage, paragraphs=(replace(first, runs=(label, *first.runs)), *rest))


def _with_mark(passage: talk.Passage, mark: Run | None) -> talk.Passage:
    if mark is None:
        return passage
    *before, last = passage.paragraphs
    return talk.Passage((*before, replace(last, runs=(*last.runs, mark))), passage.span)
