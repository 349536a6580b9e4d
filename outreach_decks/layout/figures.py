"""Figures made of native shapes: steps, lines of time and the answers of a quiz. Boxes are EMU."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from outreach_decks.deck import PlacedBlock, PlacedGroup, PlacedIcon
from outreach_decks.geometry import EMU_PER_PT, Box, inches
from outreach_decks.layout.canvas import Canvas
from outreach_decks.layout.fitting import Fitted, ends_on_one_word, fit_block, longest_word, tidiest
from outreach_decks.layout.phrasing import in_phrases
from outreach_decks.measure import fits, slackened
from outreach_decks.talk import Moment, Passage, Passages, Step
from outreach_decks.text import Paragraph, Paragraphs, words
from outreach_decks.wording import Wording

_GAP: Final = inches(0.25)
_RADIUS: Final = inches(0.16)
_LABEL_HEIGHT: Final = inches(0.95)
_LABEL_SIZES: Final = (30.0, 28.0, 26.0, 24.0, 22.0, 20.0)
_TEXT_SIZES: Final = (26.0, 24.0, 22.0, 20.0)
_OPTION_SIZES: Final = (32.0, 30.0, 28.0, 26.0, 24.0)
_KNOWN_SIZES: Final = (28.0, 26.0, 24.0)
_PAIR_SIZES: Final = (44.0, 40.0, 36.0, *_OPTION_SIZES)
_WHEN_SIZES: Final = (36.0, 34.0, 32.0, 30.0, 28.0, 26.0, 24.0, 22.0, 20.0)
_BADGE: Final = inches(1.2)
# Beside the words of a card and below them; where what is left over goes, as the share above the figure.
_CARD_SIDE: Final = inches(0.2)
_CARD_FLOOR: Final = inches(0.3)
_OPTICAL_MIDDLE: Final = 0.4
_ICON_SHARE: Final = 0.56
_DISC_SHARE: Final = 0.62
_DOT: Final = inches(0.42)
_LINE: Final = inches(0.06)
_LETTERS: Final = "ABCD"


@dataclass(frozen=True, slots=True)
class Label:
    """Words in one part of a figure: where they may stand and how they look."""

    passage: Passage
    box: Box
    colour: str
    work: str
    bold: bool = False
    align: str = "l"
    anchor: str = "t"

    def block(self, found: Fitted, paragraphs: Paragraphs, leading: float | None) -> PlacedBlock:
        """The words as a shape without fill; ``paragraphs`` are they with the line ends that the size asks for."""
        return PlacedBlock(
            "rect", self.box, paragraphs=paragraphs, size=found.size, colour=self.colour, align=self.align,
            anchor=self.anchor, needed=found.needed, span=self.passage.span, excess=found.excess, leading=leading,
            work=self.work,
        )  # fmt: skip

    @property
    def paragraphs(self) -> Paragraphs:
        """The words, bold where the label is."""
        found = self.passage.paragraphs
        return tuple(paragraph.bolder() for paragraph in found) if self.bold else found


def fit_alike(labels: Sequence[Label], scale: Sequence[float], canvas: Canvas) -> list[PlacedBlock]:
    """Set labels that belong together at one size: the largest that fits them all, and no word broken."""
    scale = canvas.allowed(scale, labels[0].work) if labels else scale
    usable = [size for size in scale if all(_holds_words(label, size, canvas) for label in labels)] or [scale[-1]]
    found = [_fitted(label, usable, canvas) for label in labels]
    largest = min((each.size for each in found), default=usable[0])
    size = tidiest(usable, largest, lambda size: sum(_is_untidy(label, size, canvas) for label in labels))
    return [_block(label, size, canvas) for label in labels]


def _block(label: Label, size: float, canvas: Canvas) -> PlacedBlock:
    return label.block(_fitted(label, [size], canvas), _words(label, size, canvas), canvas.layout.leading)


def _fitted(label: Label, scale: Sequence[float], canvas: Canvas) -> Fitted:
    """A label at the largest size at which it has room; what is too much is counted at the smallest alone."""
    room, leading = (label.box.width, label.box.height), canvas.layout.leading
    size = next((size for size in scale if _has_room(label.paragraphs, label, size, canvas)), scale[-1])
    words = _words(label, size, canvas)
    return fit_block(words, room, [size], canvas.measure, bold=label.bold, leading=leading)


def _words(label: Label, size: float, canvas: Canvas) -> Paragraphs:
    """The words of a label as they are set at ``size`` pt: with line ends between phrases where there is room.

    Words that have no room in the fewest lines have none in lines of phrases.
    """
    if not canvas.layout.phrases or not _has_room(label.paragraphs, label, size, canvas):
        return label.paragraphs
    pairs = zip(_in_phrases(label, size, canvas), label.paragraphs, strict=True)
    broken = tuple(phrased or own for phrased, own in pairs)
    return broken if _has_room(broken, label, size, canvas) else label.paragraphs


def _has_room(paragraphs: Paragraphs, label: Label, size: float, canvas: Canvas) -> bool:
    width, leading = slackened(label.box.width), canvas.layout.leading
    needed = canvas.measure.block_height(paragraphs, size, width, bold=label.bold, leading=leading)
    return fits(needed, label.box.height)


def _in_phrases(label: Label, size: float, canvas: Canvas) -> list[Paragraph | None]:
    width = slackened(label.box.width) / EMU_PER_PT
    return [in_phrases(each, canvas.measure, size, width, bold=label.bold) for each in label.paragraphs]


def _is_untidy(label: Label, size: float, canvas: Canvas) -> bool:
    """Tell whether a label ends on a line of one word, or must be broken inside a phrase."""
    if canvas.layout.phrases:
        return _words(label, size, canvas) != tuple(_in_phrases(label, size, canvas))
    width = slackened(label.box.width) / EMU_PER_PT
    broken = (canvas.measure.broken(each.runs, size, width, bold=label.bold) for each in label.paragraphs)
    return any(map(ends_on_one_word, broken))


def _holds_words(label: Label, size: float, canvas: Canvas) -> bool:
    return longest_word(label.paragraphs, canvas.measure, size, bold=label.bold) <= label.box.width


def steps_figure(steps: tuple[Step, ...], canvas: Canvas) -> PlacedGroup:
    """Cards from left to right, joined by a line, each with an icon or its number on top.

    The cards are as high as the longest text asks for, and the whole stands a little above the middle of its region.
    """
    region = canvas.slot("canvas").box
    columns = region.columns(len(steps), _GAP)
    rooms = [Box(box.x, box.y + _BADGE // 2, box.width, box.height - _BADGE // 2) for box in columns]
    words = _step_words(steps, rooms, canvas)
    bottom = min(max(block.box.y + block.needed for block in words) + _CARD_FLOOR, region.bottom)
    cards = [Box(room.x, room.y, room.width, bottom - room.y) for room in rooms]
    badges = [Box(card.x + _CARD_SIDE, region.y, _BADGE, _BADGE) for card in cards]
    shapes: list[PlacedBlock | PlacedIcon] = [*map(_card, cards), _thread(badges)]
    for number, (step, badge) in enumerate(zip(steps, badges, strict=True), 1):
        shapes += _badge(step.icon, str(number), badge, canvas)
    shapes += [_down_to(block, bottom) for block in words]
    items = canvas.wording.listed(_step_alt(number, step, canvas.wording) for number, step in enumerate(steps, 1))
    alt = canvas.wording.say("steps-alt", count=len(steps), items=items)
    lower = round((region.bottom - bottom) * _OPTICAL_MIDDLE)
    return PlacedGroup("Steps", region, tuple(_lowered(shape, lower) for shape in shapes), alt)


def _down_to(block: PlacedBlock, bottom: int) -> PlacedBlock:
    """Words whose box ends where the card does."""
    box = block.box
    return replace(block, box=Box(box.x, box.y, box.width, min(box.bottom, bottom) - box.y))


def _lowered(shape: PlacedBlock | PlacedIcon, by: int) -> PlacedBlock | PlacedIcon:
    box = shape.box
    return replace(shape, box=Box(box.x, box.y + by, box.width, box.height))


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
    size = 36.0 if box.width >= inches(0.9) else 26.0
    written = replace(disc, paragraphs=(words(mark).bolder(),), size=size, colour="paper", align="ctr", anchor="ctr")
    return [written]


def _step_words(steps: tuple[Step, ...], cards: list[Box], canvas: Canvas) -> list[PlacedBlock]:
    """The label of each step and what happens in it, in reading order; all texts start at one height."""
    inner = [card.inset(_CARD_SIDE, inches(0.12)) for card in cards]
    top = cards[0].y + _BADGE // 2 + inches(0.15)
    labels = [
        Label(step.label, Box(box.x, top, box.width, _LABEL_HEIGHT), "ground", "label", bold=True)
        for step, box in zip(steps, inner, strict=True)
    ]
    heads = fit_alike(labels, _LABEL_SIZES, canvas)
    below = top + max(head.needed for head in heads) + inches(0.1)
    texts = [
        Label(step.text, Box(box.x, below, box.width, box.bottom - below), "ink", "text")
        for step, box in zip(steps, inner, strict=True)
        if step.text
    ]
    bodies = iter(fit_alike(texts, _TEXT_SIZES, canvas))
    ordered: list[PlacedBlock] = []
    for step, head in zip(steps, heads, strict=True):
        ordered += [_down_to(head, below), next(bodies)] if step.text else [_down_to(head, below)]
    return ordered


def _step_alt(number: int, step: Step, wording: Wording) -> str:
    label = step.label.plain
    told = wording.say("alt-pair", name=label, text=step.text.plain) if step.text else label
    return f"{number}. {told}"


def timeline_figure(moments: tuple[Moment, ...], canvas: Canvas) -> PlacedGroup:
    """Dots on a line; the time above it, what happened below it. The whole stands a little above the middle."""
    region = canvas.slot("canvas").box
    columns = region.columns(len(moments), _GAP)
    line_y = region.y + inches(1.15)
    line = PlacedBlock("rect", Box(region.x, line_y - _LINE // 2, region.width, _LINE), fill="grey")
    dots = [
        PlacedBlock("ellipse", Box(box.x, line_y - _DOT // 2, _DOT, _DOT), fill="accent", line="paper", line_width=3.0)
        for box in columns
    ]
    heads, bodies = _moment_words(moments, columns, line_y, canvas)
    bottom = min(max(block.box.y + block.needed for block in bodies) + _CARD_FLOOR, region.bottom)
    told = [_down_to(block, bottom) for pair in zip(heads, bodies, strict=True) for block in pair]
    lower = round((region.bottom - bottom) * _OPTICAL_MIDDLE)
    say = canvas.wording.say
    items = canvas.wording.listed(say("alt-pair", name=moment.when.plain, text=moment.text.plain) for moment in moments)
    shapes = tuple(_lowered(shape, lower) for shape in (line, *dots, *told))
    return PlacedGroup("Timeline", region, shapes, canvas.wording.say("timeline-alt", items=items))


def _moment_words(
    moments: tuple[Moment, ...], columns: tuple[Box, ...], line_y: int, canvas: Canvas
) -> tuple[list[PlacedBlock], list[PlacedBlock]]:
    """When each moment was, down to the line, and what happened, from the line down."""
    region = canvas.slot("canvas").box
    below = line_y + inches(0.4)
    whens = [
        Label(moment.when, room, "accent", "when", bold=True, anchor="b")
        for moment, box in zip(moments, columns, strict=True)
        for room in [Box(box.x, region.y, box.width, line_y - _DOT - region.y)]
    ]
    texts = [
        Label(moment.text, Box(box.x, below, box.width, region.bottom - below), "ink", "text")
        for moment, box in zip(moments, columns, strict=True)
    ]
    return fit_alike(whens, _WHEN_SIZES, canvas), fit_alike(texts, _TEXT_SIZES, canvas)


def options_figure(options: Passages, right: int | None, canvas: Canvas) -> PlacedGroup:
    """The answers of a quiz on cards with letters; once the right one is known it is dark and has a tick."""
    region = canvas.slot("canvas").box
    boxes = _option_boxes(region, len(options), pair=_is_pair(len(options), right))
    labels = [
        _option_label(option, box, chosen=number == right, known=right is not None)
        for number, (option, box) in enumerate(zip(options, boxes, strict=True))
    ]
    sizes = _PAIR_SIZES if _is_pair(len(options), right) else (_OPTION_SIZES if right is None else _KNOWN_SIZES)
    shapes: list[PlacedBlock | PlacedIcon] = []
    if _is_pair(len(options), right):
        labels = [replace(label, work="pair") for label in labels]
    for number, (box, block) in enumerate(zip(boxes, fit_alike(labels, sizes, canvas), strict=True)):
        chosen = number == right
        shapes.append(PlacedBlock("roundRect", box, fill="ground" if chosen else "tint", adjust=(_corner(box),)))
        shapes += [*_option_badge(number, box, canvas, chosen=chosen), block]
    alt = canvas.wording.say("options-alt", items=canvas.wording.listed(_option_alt(options, right, canvas.wording)))
    return PlacedGroup("Options", region, tuple(shapes), alt)


def _is_pair(count: int, right: int | None) -> bool:
    """Tell whether the answers are two, and a question still."""
    return count == 2 and right is None  # noqa: PLR2004 - two answers


def _option_boxes(region: Box, count: int, *, pair: bool) -> tuple[Box, ...]:
    """Two side by side, or more one below the other."""
    if pair:
        return Box(region.x, region.y + inches(0.5), region.width, inches(2.4)).columns(2, inches(0.4))
    height = min(inches(1.15), (region.height - _GAP * (count - 1)) // count)
    total = height * count + _GAP * (count - 1)
    return Box(region.x, region.y + (region.height - total) // 2, region.width, total).rows(count, _GAP)


def _option_badge(number: int, box: Box, canvas: Canvas, *, chosen: bool) -> list[PlacedBlock | PlacedIcon]:
    """The letter of an answer; the right one, once it is known, has a tick instead."""
    side = _option_side(box)
    disc = Box(box.x + inches(0.25), box.y + (box.height - side) // 2, side, side)
    ticked = canvas.icon("check", disc, "glow") if chosen else []
    return [*ticked] or _badge(None, _LETTERS[number], disc, canvas)


def _option_side(box: Box) -> int:
    return min(round(box.height * _DISC_SHARE), inches(1.2))


def _option_label(option: Passage, box: Box, *, chosen: bool, known: bool) -> Label:
    left = box.x + _option_side(box) + inches(0.5)
    room = Box(left, box.y + inches(0.1), box.right - inches(0.25) - left, box.height - inches(0.2))
    colour = "paper" if chosen else ("muted" if known else "ink")
    return Label(option, room, colour, "answer" if known else "option", bold=chosen or not known, anchor="ctr")


def _option_alt(options: Passages, right: int | None, wording: Wording) -> list[str]:
    texts = [f"{letter} {option.plain}" for letter, option in zip(_LETTERS, options, strict=False)]
    mark = wording.say("right-answer")
    return [
        wording.say("alt-marked", text=text, mark=mark) if number == right else text
        for number, text in enumerate(texts)
    ]
