"""Placeholders: text in the layout's own, and the live footer and slide number."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Final

from outreach_decks.deck import PlacedText
from outreach_decks.geometry import Box
from outreach_decks.powerpoint.elements import Element, element, found, transform
from outreach_decks.powerpoint.page import Page
from outreach_decks.powerpoint.text import Look, paragraph_element, shrinking_frame, text_body
from outreach_decks.text import Paragraph, Run, words
from outreach_decks.theme import Slot, pitch

# What the layout says of a placeholder that a slide does not repeat.
_OF_THE_LAYOUT: Final = ("hasCustomPrompt",)
NUMBER_FIELD: Final = "slidenum"
_TITLES: Final = frozenset({"title", "ctrTitle"})


def placeholder_mark(page: Page, index: int) -> Element:
    """The ``p:nvPr`` that ties a shape to the layout's placeholder ``index``."""
    mark = found(page.placeholders[index], "p:nvSpPr/p:nvPr/p:ph")
    attributes = {str(key): str(value) for key, value in mark.attrib.items() if key not in _OF_THE_LAYOUT}
    return element("p:nvPr", {}, element("p:ph", attributes))


def placeholder_name(page: Page, index: int) -> str:
    """What the layout calls a placeholder."""
    return found(page.placeholders[index], "p:nvSpPr/p:cNvPr").get("name", "")


def own_place(page: Page, index: int, box: Box) -> Element | None:
    """Where a shape is, if that is not where the layout has it."""
    slot = page.slots.get(index)
    return None if slot is not None and slot.box == box else transform(box)


def placed_text(page: Page, text: PlacedText) -> Element:
    """Text in a placeholder. Sizes are written only where they differ from the layout's."""
    slot = page.slots.get(text.index)
    close = slot.closer() if slot and text.closer else None
    look = Look(
        size=lambda level: None if text.size is None else _size(slot, text.size, level),
        pitch=lambda level: None if text.leading is None else pitch(_size(slot, text.size, level), text.leading),
        line_spacing=close.line_spacing if close else None,
        space_before=lambda level: close.level_at(level).space_before if close else None,
        heading=slot is not None and slot.kind in _TITLES,
    )
    return _shape(
        page,
        text.index,
        element("p:spPr", {}, own_place(page, text.index, text.box)),
        text_body(page, text.paragraphs, _frame(page, text), look),
    )


def _size(slot: Slot | None, size: float | None, level: int) -> float:
    """The size of a level, pt; ``size`` is that of the first level, None where it is the layout's own."""
    return slot.size_at(level, size) if slot else size or 0.0


def _frame(page: Page, text: PlacedText) -> Element:
    """The frame of a text; where its lines were made even, what is left empty beside them is an inset."""
    if not text.narrowed:
        return shrinking_frame()
    slot = page.slots.get(text.index)
    left, _, right, _ = slot.insets if slot else (0, 0, 0, 0)
    if slot and slot.align == "ctr":
        half = text.narrowed // 2
        return shrinking_frame(lIns=left + half, rIns=right + text.narrowed - half)
    return shrinking_frame(rIns=right + text.narrowed)


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
    locks = element("p:cNvSpPr", {}, element("a:spLocks", {"noGrp": 1}))
    label = page.label(placeholder_name(page, index))
    return element("p:sp", {}, element("p:nvSpPr", {}, label, locks, placeholder_mark(page, index)), properties, body)
