"""Placeholders: text in the layout's own, and the live footer and slide number."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Final

from outreach_decks.deck import PlacedText
from outreach_decks.geometry import Box
from outreach_decks.powerpoint.elements import Element, element, found, preset, transform
from outreach_decks.powerpoint.page import Page
from outreach_decks.powerpoint.text import Look, paragraph_element, shrinking_frame, text_body
from outreach_decks.text import Paragraph, Run, words
from outreach_decks.theme import Slot, pitch

# What the layout says of a placeholder that a slide does not repeat.
_OF_THE_LAYOUT: Final = ("hasCustomPrompt",)
NUMBER_FIELD: Final = "slidenum"
_TITLES: Final = frozenset({"title", "ctrTitle"})


def placeholder_mark(page: Page, index: int) -> Element:
    """The ``p:nvPr`` that ties a shape to the layout's placeholder ``index``; an empty one for a shape without any."""
    if index not in page.placeholders:
        return element("p:nvPr")
    mark = found(page.placeholders[index], "p:nvSpPr/p:nvPr/p:ph")
    attributes = {str(key): str(value) for key, value in mark.attrib.items() if key not in _OF_THE_LAYOUT}
    return element("p:nvPr", {}, element("p:ph", attributes))


def placeholder_name(page: Page, index: int) -> str:
    """What the layout calls a placeholder; of a shape that has none, what it is there for."""
    if index in page.placeholders:
        return found(page.placeholders[index], "p:nvSpPr/p:cNvPr").get("name", "")
    return page.slots[index].role.replace("-", " ").capitalize()


def own_place(page: Page, index: int, box: Box) -> Element | None:
    """Where a shape is, if that is not where the layout has it."""
    slot = page.slots.get(index)
    stays = slot is not None and slot.box == box and not slot.moved and not slot.is_free
    return None if stays else transform(box)


def locks(page: Page, index: int, name: str, **others: int) -> Element:
    """What cannot be done to a shape: one in a placeholder stays out of groups."""
    grouped = {"noGrp": 1} if index in page.placeholders else {}
    return element(name, {**grouped, **others})


def placed_text(page: Page, text: PlacedText) -> Element:
    """Text in a placeholder, or in a box of its own where the layout has none for it.

    Sizes are written only where they differ from the layout's.
    """
    slot = page.slots.get(text.index)
    look = _look(text, slot)
    body = text_body(page, text.paragraphs, _frame(page, text), look)
    place = element("p:spPr", {}, own_place(page, text.index, text.box))
    if slot is None or not slot.is_free:
        return _shape(page, text.index, place, body)
    place.extend((preset("rect"), element("a:noFill")))
    names = (page.label(placeholder_name(page, text.index)), element("p:cNvSpPr", {"txBox": 1}), element("p:nvPr"))
    return element("p:sp", {}, element("p:nvSpPr", {}, *names), place, body)


def _look(text: PlacedText, slot: Slot | None) -> Look:
    close = slot.closer() if slot and text.closer else None
    look = Look(
        size=lambda level: None if text.size is None else _size(slot, text.size, level),
        pitch=lambda level: _distance(text, close or slot, level),
        line_spacing=close.line_spacing if close else None,
        space_before=lambda level: close.level_at(level).space_before if close else None,
        heading=slot is not None and slot.kind in _TITLES,
        regular=slot is not None and slot.regular,
        colour=slot.colour if slot is not None and slot.recoloured else None,
    )
    if slot is None or not (slot.is_free or slot.restyled):
        return look
    spaced = close or slot
    look = replace(
        look,
        size=lambda level: slot.size_at(level, text.size),
        pitch=lambda level: _whole_distance(text, spaced, level),
        level=lambda level: spaced.level_at(level, text.size),
        line_spacing=spaced.line_spacing,
    )
    return replace(look, colour=slot.colour, bold=slot.bold, align=slot.align, faced=True) if slot.is_free else look


def _distance(text: PlacedText, slot: Slot | None, level: int) -> float | None:
    """The exact distance of lines that a text says, pt.

    An exact one of the layout is said again only where the text is not set as the layout has it: it would stay the
    same at another size.
    """
    is_own = slot is None or (not text.closer and slot.size_at(level, text.size) == slot.size_at(level))
    return None if text.leading is None and is_own else _whole_distance(text, slot, level)


def _whole_distance(text: PlacedText, slot: Slot | None, level: int) -> float | None:
    """The exact distance of a text's lines, pt; None where the face decides."""
    if text.leading is not None:
        return pitch(_size(slot, text.size, level), text.leading)
    return slot.level_at(level, text.size).distance if slot else None


def _size(slot: Slot | None, size: float | None, level: int) -> float:
    """The size of a level, pt; ``size`` is that of the first level, None where it is the layout's own."""
    return slot.size_at(level, size) if slot else size or 0.0


def _frame(page: Page, text: PlacedText) -> Element:
    """The frame of a text; where its lines were made even, what is left empty beside them is an inset."""
    slot = page.slots.get(text.index)
    if slot is not None and slot.is_free:
        left, top, right, bottom = _insets(text, slot)
        insets = {"lIns": left, "tIns": top, "rIns": right, "bIns": bottom}
        return shrinking_frame(wrap="square", rtlCol=0, anchor=slot.anchor, **insets)
    if not text.narrowed:
        return shrinking_frame()
    left, _, right, _ = _insets(text, slot) if slot else (0, 0, text.narrowed, 0)
    return shrinking_frame(lIns=left, rIns=right) if slot and slot.align == "ctr" else shrinking_frame(rIns=right)


def _insets(text: PlacedText, slot: Slot) -> tuple[int, int, int, int]:
    """The insets of a slot and the room beside lines that were made even: at both sides where they are centred."""
    left, top, right, bottom = slot.insets
    before = text.narrowed // 2 if slot.align == "ctr" else 0
    return left + before, top, right + text.narrowed - before, bottom


def live_placeholders(page: Page, footer: str) -> Iterator[Element]:
    """The footer and the slide number, where the layout has them."""
    for index, prototype in page.placeholders.items():
        match found(prototype, "p:nvSpPr/p:nvPr/p:ph").get("type"):
            case "ftr" if footer:
                yield _live(page, index, _footer_paragraph(page, footer))
            case "sldNum":
                yield _live(page, index, number_paragraph(page, prototype))
            case _:
                pass


def _footer_paragraph(page: Page, footer: str) -> Element:
    paragraph = paragraph_element(page, words(footer))
    # LibreOffice forgets how the layout sets a footer whose paragraph says nothing of itself.
    paragraph.insert(0, element("a:pPr", {"lvl": 0}))
    return paragraph


def number_paragraph(page: Page, prototype: Element) -> Element:
    """A paragraph with the field that shows the slide's number, as the layout or master has it."""
    field = deepcopy(_number_field(prototype))
    paragraph = paragraph_element(page, Paragraph((Run("0"),)))
    run = found(paragraph, "a:r")
    found(field, "a:t").text = "‹#›"
    _put_properties(field, found(run, "a:rPr"))
    paragraph.replace(run, field)
    return paragraph


def _number_field(prototype: Element) -> Element:
    for field in prototype.iterfind(".//{*}fld"):
        if field.get("type") == NUMBER_FIELD:
            return field
    empty = element("a:t")
    return element("a:fld", {"id": "{6A0F4C1E-52C5-4C3B-9D0B-0B6B1C2D3E4F}", "type": NUMBER_FIELD}, empty)


def _put_properties(field: Element, properties: Element) -> None:
    for old in field.findall("{*}rPr"):
        field.remove(old)
    field.insert(0, properties)


def _live(page: Page, index: int, paragraph: Element) -> Element:
    frame, style = element("a:bodyPr"), element("a:lstStyle")
    return _shape(page, index, element("p:spPr"), element("p:txBody", {}, frame, style, paragraph))


def _shape(page: Page, index: int, properties: Element, body: Element) -> Element:
    locked = element("p:cNvSpPr", {}, locks(page, index, "a:spLocks"))
    label = page.label(placeholder_name(page, index))
    return element("p:sp", {}, element("p:nvSpPr", {}, label, locked, placeholder_mark(page, index)), properties, body)
