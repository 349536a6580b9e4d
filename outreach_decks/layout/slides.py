"""Each kind of content is laid out on its silhouette. Shapes stand in reading order: title, body, picture, source."""

from __future__ import annotations

import outreach_decks.talk as talk
from outreach_decks.citations import year_text
from outreach_decks.deck import PlacedChart, PlacedQrCode, PlacedShape
from outreach_decks.diagnostics import Span
from outreach_decks.geometry import Box
from outreach_decks.layout.canvas import Canvas
from outreach_decks.layout.figures import options_figure, steps_figure, timeline_figure
from outreach_decks.layout.pictures import image_shapes, placed_logo
from outreach_decks.layout.tables import help_alt, help_rows, table, table_alt, written_rows
from outreach_decks.markup import bare_address
from outreach_decks.text import Paragraph, Run, words
from outreach_decks.wording import Wording

LONGEST_ADDRESS = 48
NOTICE_ICON = "lifebuoy"
PRAYER_ICON = "hands-praying"


def silhouette(content: talk.Content) -> str:  # noqa: C901, PLR0911, PLR0912 - one line a kind
    """The name of the layout that a content is shown on."""
    match content:
        case talk.Cover():
            return "cover"
        case talk.Section():
            return "section"
        case talk.Notice():
            return "notice"
        case talk.Help():
            return "help"
        case talk.Statement():
            return "statement"
        case talk.Bullets(icon=icon):
            return "bullets-icon" if icon else "bullets"
        case talk.Columns(columns=columns):
            return f"columns-{len(columns)}"
        case talk.Number():
            return "number"
        case talk.ChartContent():
            return "chart"
        case talk.Table():
            return "table"
        case talk.Case(helped=helped):
            return "case" if helped else "case-alone"
        case talk.Quote():
            return "quote"
        case talk.Steps():
            return "steps"
        case talk.Timeline():
            return "timeline"
        case talk.Myth():
            return "myth"
        case talk.Image():
            return "image"
        case talk.Discussion():
            return "discussion"
        case talk.Activity(materials=materials):
            return "activity" if materials else "activity-alone"
        case talk.Question():
            return "quiz"
        case talk.Answer():
            return "answer"
        case talk.Ask(url=url):
            return "ask" if url else "ask-plain"
        case talk.Prayer():
            return "prayer"
        case talk.Sources():
            return "sources"
        case talk.Closing():
            return "closing"


def body_shapes(slide: talk.TalkSlide, canvas: Canvas) -> list[PlacedShape]:  # noqa: C901, PLR0911, PLR0912 - as above
    """The shapes between the title and the source line."""
    match slide.content:
        case talk.Cover():
            return _cover(slide.content, slide.span, canvas)
        case talk.Section(text=text, icon=icon):
            return [*canvas.passage("body", text), *canvas.slot_icon("icon", icon, "glow")]
        case talk.Notice(points=points):
            return [*canvas.listed("body", points), *canvas.slot_icon("icon", NOTICE_ICON, "accent")]
        case talk.Prayer(points=points):
            return [*canvas.listed("body", points), *canvas.slot_icon("icon", PRAYER_ICON, "glow")]
        case talk.Bullets(points=points, icon=icon):
            return [*canvas.listed("body", points), *canvas.slot_icon("icon", icon, "accent")]
        case talk.Statement(text=text) | talk.Closing(text=text):
            return canvas.passage("body", text)
        case talk.Help(rows=rows, whole=whole):
            shown = help_rows(rows, canvas.wording, whole)
            return [table(shown, help_alt(rows, canvas.wording), canvas, help_rows(whole or rows, canvas.wording))]
        case talk.Table(header=header, rows=cells, whole=whole):
            written = written_rows(header, cells)
            return [table(written, table_alt(written, canvas.wording), canvas, written_rows(header, whole or cells))]
        case talk.Columns(columns=columns):
            return [shape for number, column in enumerate(columns, 1) for shape in _column(column, number, canvas)]
        case talk.Number():
            return _number(slide.content, canvas)
        case talk.ChartContent():
            return _chart(slide.content, canvas)
        case talk.Case():
            return _case(slide.content, slide.span, canvas)
        case talk.Quote():
            return _quote(slide, slide.content, canvas)
        case talk.Steps(steps=steps):
            return [steps_figure(steps, canvas)]
        case talk.Timeline(moments=moments):
            return [timeline_figure(moments, canvas)]
        case talk.Myth():
            return _myth(slide.content, slide.span, canvas)
        case talk.Image():
            return image_shapes(slide.content, canvas)
        case talk.Discussion(questions=questions):
            return [_badge(slide.content, slide.span, canvas), *canvas.listed("body", questions)]
        case talk.Activity():
            return _activity(slide.content, slide.span, canvas)
        case talk.Question(options=options):
            return [options_figure(options, None, canvas)]
        case talk.Answer(options=options, right=right, because=because):
            return [options_figure(options, right, canvas), *canvas.passage("body", because)]
        case talk.Ask():
            return _ask(slide.content, canvas)
        case talk.Sources(cited=cited):
            return (
                [canvas.text("body", tuple(source_entry(each, canvas.wording) for each in cited), slide.span)]
                if cited
                else []
            )


def _cover(content: talk.Cover, span: Span, canvas: Canvas) -> list[PlacedShape]:
    details = [canvas.text("details", content.details, span)] if content.details else []
    logo = [placed_logo(content.logo, canvas)] if content.logo and canvas.has("logo") else []
    return [*canvas.passage("subtitle", content.subtitle), *details, *logo]


def _column(column: talk.Column, number: int, canvas: Canvas) -> list[PlacedShape]:
    heading = canvas.passage(f"heading-{number}", column.heading)
    body = canvas.listed(f"body-{number}", column.points)
    return [*heading, *body, *canvas.slot_icon(f"icon-{number}", column.icon, "accent")]


def _number(content: talk.Number, canvas: Canvas) -> list[PlacedShape]:
    whole = content.of
    shown = [canvas.text("of", _of(whole, canvas.wording), whole.span)] if whole else []
    return [*canvas.passage("number", content.number), *shown, *canvas.passage("caption", content.caption)]


def _of(whole: talk.Passage, wording: Wording) -> tuple[Paragraph, ...]:
    return (words(wording.say("of", whole=whole.plain)),)


def _chart(content: talk.ChartContent, canvas: Canvas) -> list[PlacedShape]:
    slot = canvas.slot("picture")
    box = slot.box
    if content.takeaway is None and canvas.has("takeaway"):
        # Without a line below it the chart may use that room too.
        box = Box(box.x, box.y, box.width, canvas.slot("takeaway").box.bottom - box.y)
    drawn = PlacedChart(slot.index, box, content.chart, content.data, content.alt)
    return [drawn, *canvas.passage("takeaway", content.takeaway)]


def _case(content: talk.Case, span: Span, canvas: Canvas) -> list[PlacedShape]:
    # When it was comes first, if it is known; what the courts say and what sort of story it is are always there.
    *when, judged, sort = content.status
    apart = bool(when) and canvas.has("when")
    shapes: list[PlacedShape] = [canvas.text("when", tuple(when), span)] if apart else []
    status = (judged, sort) if apart else content.status
    shapes += [canvas.text("status", status, span), *canvas.listed("body", content.story)]
    if content.helped:
        label = Paragraph((Run(canvas.wording.say("helped"), bold=True, colour="glow"),))
        shapes.append(canvas.text("helped", (label, *content.helped.paragraphs), content.helped.span))
    return shapes


def _quote(slide: talk.TalkSlide, content: talk.Quote, canvas: Canvas) -> list[PlacedShape]:
    shapes = canvas.passage("body", content.words)
    # A quote that goes on has "(1/2)" behind its title.
    if not slide.title.plain.startswith(content.reference.plain):
        shapes += canvas.passage("reference", content.reference)
    return [*shapes, *canvas.source(content.licence.paragraphs[0], content.licence.span)]


def _myth(content: talk.Myth, span: Span, canvas: Canvas) -> list[PlacedShape]:
    return [
        canvas.text("myth-label", (words(canvas.wording.say("myth")),), span),
        *canvas.passage("myth", content.myth),
        canvas.text("reality-label", (words(canvas.wording.say("reality")),), span),
        *canvas.passage("reality", content.reality),
    ]


def _badge(content: talk.Discussion | talk.Activity, span: Span, canvas: Canvas) -> PlacedShape:
    """Who works with whom, and for how long."""
    say, minutes = canvas.wording.say, content.minutes
    time = say("minute") if minutes == 1 else say("minutes", count=minutes)
    return canvas.text("badge", (words(content.grouping + say("footer-join") + time),), span)


def _activity(content: talk.Activity, span: Span, canvas: Canvas) -> list[PlacedShape]:
    shapes: list[PlacedShape] = [
        *canvas.listed("body", content.steps),
        _badge(content, span, canvas),
    ]
    if content.materials:
        label = words(canvas.wording.say("materials"))
        shapes += [canvas.text("materials-label", (label,), span), *canvas.listed("materials", content.materials)]
    return shapes


def _ask(content: talk.Ask, canvas: Canvas) -> list[PlacedShape]:
    shapes = [*canvas.passage("body", content.text), *canvas.listed("points", content.points)]
    if content.url is None:
        return shapes
    slot = canvas.slot("picture")
    code = PlacedQrCode(slot.index, slot.box, content.url, canvas.wording.say("qr", url=content.url))
    return [*shapes, code, *_label(content, canvas)]


def _label(content: talk.Ask, canvas: Canvas) -> list[PlacedShape]:
    if content.label:
        return canvas.passage("label", content.label)
    return [canvas.text("label", (words(bare_address(content.url or "")),), content.text.span)]


def source_entry(cited: talk.CitedSource, wording: Wording) -> Paragraph:
    """A source as it stands in the list: number, publisher, title, year and where to find it."""
    source = cited.source
    head = Run(f"{cited.number}  ", bold=True)
    year = year_text(source.year, wording)
    told = Run(wording.say("source-listed", publisher=source.publisher, title=source.title, year=year))
    if source.url is None:
        return Paragraph((head, told))
    address = Run(_short_address(source.url), link=source.url, tip=f"{source.publisher}: {source.title}")
    return Paragraph((head, told, Run(wording.say("source-address")), address))


def _short_address(url: str) -> str:
    """An address that can be typed in: a long one is cut down to its site, and the link leads to the page."""
    bare = bare_address(url)
    return bare if len(bare) <= LONGEST_ADDRESS else bare.split("/")[0]
