"""Figures made of native shapes: steps, lines of time and the answers of a quiz. Boxes are EMU."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from outreach_decks.deck import PlacedBlock, PlacedGroup, PlacedIcon
from outreach_decks.geometry import Box, inches
from outreach_decks.layout.canvas import Canvas
from outreach_decks.layout.fitting import Fitted, fit_block, longest_word
from outreach_decks.talk import Moment, Passage, Passages, Step
from outreach_decks.text import Paragraphs, words
from outreach_decks.wording import say

_GAP: Final = inches(0.25)
_RADIUS: Final = inches(0.16)
_LABEL_HEIGHT: Final = inches(0.95)
_LABEL_SIZES: Final = (28.0, 26.0, 24.0, 22.0, 20.0)
_TEXT_SIZES: Final = (24.0, 22.0, 20.0)
_OPTION_SIZES: Final = (32.0, 30.0, 28.0, 26.0, 24.0)
_WHEN_SIZES: Final = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0)
_BADGE: Final = inches(1.1)
_ICON_SHARE: Final = 0.56
_LETTERS: Final = "ABCD"


@dataclass(frozen=True, slots=True)
class Label:
    """Words in one part of a figure: where they may stand and how they look."""

    passage: Passage
    box: Box
    colour: str
    bold: bool = False
    align: str = "l"
    anchor: str = "t"

    def block(self, size: float, needed: int, excess: int) -> PlacedBlock:
        """The words as a shape without fill."""
        paragraphs = self.paragraphs
        return PlacedBlock(
            "rect", self.box, paragraphs=paragraphs, size=size, colour=self.colour, align=self.align,
            anchor=self.anchor, needed=needed, span=self.passage.span, excess=excess,
        )  # fmt: skip

    @property
    def paragraphs(self) -> Paragraphs:
        """The words, bold where the label is."""
        found = self.passage.paragraphs
        return tuple(paragraph.bolder() for paragraph in found) if self.bold else found


def fit_alike(labels: Sequence[Label], scale: Sequence[float], canvas: Canvas) -> list[PlacedBlock]:
    """Set labels that belong together at one size: the largest that fits them all, and no word broken."""
    usable = [size for size in scale if all(_holds_words(label, size, canvas) for label in labels)] or [scale[-1]]
    found = [_fitted(label, usable, canvas) for label in labels]
    size = min((each.size for each in found), default=usable[0])
    together = [_fitted(label, [size], canvas) for label in labels]
    return [label.block(size, each.needed, each.excess) for label, each in zip(labels, together, strict=True)]


def _fitted(label: Label, scale: Sequence[float], canvas: Canvas) -> Fitted:
    room = (label.box.width, label.box.height)
    return fit_block(label.paragraphs, room, scale, canvas.measure, bold=label.bold)


def _holds_words(label: Label, size: float, canvas: Canvas) -> bool:
    return longest_word(label.paragraphs, canvas.measure, size, bold=label.bold) <= label.box.width


def steps_figure(steps: tuple[Step, ...], canvas: Canvas) -> PlacedGroup:
    """Cards from left to right, joined by a line, each with an icon or its number on top."""
    region = canvas.slot("canvas").box
    columns = region.columns(len(steps), _GAP)
    cards = [Box(box.x, box.y + _BADGE // 2, box.width, box.height - _BADGE // 2) for box in columns]
    badges = [Box(card.x + inches(0.3), region.y, _BADGE, _BADGE) for card in cards]
    shapes: list[PlacedBlock | PlacedIcon] = [_card(card) for card in cards]
    shapes.append(_thread(badges))
    for number, (step, badge) in enumerate(zip(steps, badges, strict=True), 1):
        shapes += _badge(step.icon, str(number), badge, canvas)
    shapes += _step_words(steps, cards, canvas)
    items = "; ".join(_step_alt(number, step) for number, step in enumerate(steps, 1))
    alt = say(canvas.language, "steps-alt", count=len(steps), items=items)
    return PlacedGroup("Steps", region, tuple(shapes), alt)


def _card(box: Box) -> PlacedBlock:
    return PlacedBlock("roundRect", box, fill="tint", adjust=(_corner(box),))


def _corner(box: Box) -> int:
    """The handle of a roundRect whose corners are alike whatever its size."""
    return round(_RADIUS / min(box.width, box.height) * 100_000)


def _thread(badges: list[Box]) -> PlacedBlock:
    """The line from badge to badge, along the upper edges of the cards."""
    first, last = badges[0], badges[-1]
    thick = inches(0.05)
    middle = first.y + first.height // 2 - thick // 2
    return PlacedBlock("rect", Box(first.x, middle, last.right - first.x, thick), fill="grey")


def _badge(icon: str | None, mark: str, box: Box, canvas: Canvas) -> list[PlacedBlock | PlacedIcon]:
    """A disc with an icon, or with a number or letter."""
    inner = box.inset(round(box.width * (1 - _ICON_SHARE) / 2), round(box.height * (1 - _ICON_SHARE) / 2))
    drawn = canvas.icon(icon, inner, "paper")
    disc = PlacedBlock("ellipse", box, fill="ground")
    if drawn:
        return [disc, *drawn]
    size = 32.0 if box.width >= inches(0.9) else 26.0
    written = replace(disc, paragraphs=(words(mark).bolder(),), size=size, colour="paper", align="ctr", anchor="ctr")
    return [written]


def _step_words(steps: tuple[Step, ...], cards: list[Box], canvas: Canvas) -> list[PlacedBlock]:
    inner = [card.inset(inches(0.25), inches(0.2)) for card in cards]
    top = cards[0].y + _BADGE // 2 + inches(0.2)
    labels = [
        Label(step.label, Box(box.x, top, box.width, _LABEL_HEIGHT), "ground", bold=True)
        for step, box in zip(steps, inner, strict=True)
    ]
    heads = fit_alike(labels, _LABEL_SIZES, canvas)
    below = top + max(head.needed for head in heads) + inches(0.1)
    texts = [
        Label(step.text, Box(box.x, below, box.width, box.bottom - below), "ink")
        for step, box in zip(steps, inner, strict=True)
        if step.text
    ]
    bodies = iter(fit_alike(texts, _TEXT_SIZES, canvas))
    ordered: list[PlacedBlock] = []
    for step, head in zip(steps, heads, strict=True):
        ordered += [head, next(bodies)] if step.text else [head]
    return ordered


def _step_alt(number: int, step: Step) -> str:
    text = f": {step.text.plain}" if step.text else ""
    return f"{number}. {step.label.plain}{text}"


def timeline_figure(moments: tuple[Moment, ...], canvas: Canvas) -> PlacedGroup:
    """Dots on a line; the time above it, what happened below it."""
    region = canvas.slot("canvas").box
    columns = region.columns(len(moments), _GAP)
    line_y = region.y + inches(1.15)
    dot = inches(0.36)
    thick = inches(0.06)
    line = PlacedBlock("rect", Box(region.x, line_y - thick // 2, region.width, thick), fill="grey")
    dots = [
        PlacedBlock("ellipse", Box(box.x, line_y - dot // 2, dot, dot), fill="accent", line="paper", line_width=3.0)
        for box in columns
    ]
    whens = [
        Label(moment.when, Box(box.x, region.y, box.width, line_y - dot - region.y), "accent", bold=True, anchor="b")
        for moment, box in zip(moments, columns, strict=True)
    ]
    below = line_y + inches(0.4)
    texts = [
        Label(moment.text, Box(box.x, below, box.width, region.bottom - below), "ink")
        for moment, box in zip(moments, columns, strict=True)
    ]
    heads = fit_alike(whens, _WHEN_SIZES, canvas)
    bodies = fit_alike(texts, _TEXT_SIZES, canvas)
    told = [block for pair in zip(heads, bodies, strict=True) for block in pair]
    items = "; ".join(f"{moment.when.plain}: {moment.text.plain}" for moment in moments)
    return PlacedGroup("Timeline", region, (line, *dots, *told), say(canvas.language, "timeline-alt", items=items))


def options_figure(options: Passages, right: int | None, canvas: Canvas) -> PlacedGroup:
    """The answers of a quiz on cards with letters; once the right one is known it is dark and has a tick."""
    region = canvas.slot("canvas").box
    boxes = _option_boxes(region, len(options), known=right is not None)
    labels = [
        _option_label(option, box, chosen=number == right, known=right is not None)
        for number, (option, box) in enumerate(zip(options, boxes, strict=True))
    ]
    shapes: list[PlacedBlock | PlacedIcon] = []
    for number, (box, block) in enumerate(zip(boxes, fit_alike(labels, _OPTION_SIZES, canvas), strict=True)):
        chosen = number == right
        shapes.append(PlacedBlock("roundRect", box, fill="ground" if chosen else "tint", adjust=(_corner(box),)))
        shapes += [*_option_badge(number, box, canvas, chosen=chosen), block]
    alt = say(canvas.language, "options-alt", items="; ".join(_option_alt(options, right, canvas.language)))
    return PlacedGroup("Options", region, tuple(shapes), alt)


def _option_boxes(region: Box, count: int, *, known: bool) -> tuple[Box, ...]:
    """Side by side while they are a question of two; else one below the other."""
    if count == 2 and not known:  # noqa: PLR2004 - two answers
        return Box(region.x, region.y + inches(0.5), region.width, inches(2.4)).columns(2, inches(0.4))
    height = min(inches(1.15), (region.height - _GAP * (count - 1)) // count)
    total = height * count + _GAP * (count - 1)
    return Box(region.x, region.y + (region.height - total) // 2, region.width, total).rows(count, _GAP)


def _option_badge(number: int, box: Box, canvas: Canvas, *, chosen: bool) -> list[PlacedBlock | PlacedIcon]:
    side = inches(0.72)
    disc = Box(box.x + inches(0.25), box.y + (box.height - side) // 2, side, side)
    if not chosen:
        return _badge(None, _LETTERS[number], disc, canvas)
    tick = canvas.icon("check", disc.inset(inches(0.12), inches(0.12)), "ground")
    return [PlacedBlock("ellipse", disc, fill="glow"), *tick]


def _option_label(option: Passage, box: Box, *, chosen: bool, known: bool) -> Label:
    left = box.x + inches(1.2)
    room = Box(left, box.y + inches(0.1), box.right - inches(0.25) - left, box.height - inches(0.2))
    colour = "paper" if chosen else ("muted" if known else "ink")
    return Label(option, room, colour, bold=chosen or not known, anchor="ctr")


def _option_alt(options: Passages, right: int | None, language: str) -> list[str]:
    marked = say(language, "right-answer")
    return [
        f"{_LETTERS[number]} {option.plain}" + (f" ({marked})" if number == right else "")
        for number, option in enumerate(options)
    ]
