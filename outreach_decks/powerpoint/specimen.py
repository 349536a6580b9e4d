"""A deck that shows the layouts of a template: a slide for each, every placeholder framed, with its number and name."""

from __future__ import annotations

from collections.abc import Iterator

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.package import Package
from pptx.parts.slide import SlidePart

from outreach_decks.geometry import Box
from outreach_decks.powerpoint.document import list_slides
from outreach_decks.powerpoint.elements import Element, element, preset, solid_fill, transform
from outreach_decks.powerpoint.inventory import FoundLayout, FoundPlaceholder, layouts_of
from outreach_decks.powerpoint.packing import open_template, pack
from outreach_decks.powerpoint.page import Page, empty_page, placeholders_of
from outreach_decks.powerpoint.placeholders import placeholder_mark
from outreach_decks.powerpoint.silhouettes import TEXT_KINDS
from outreach_decks.powerpoint.text import Look, shrinking_frame, text_body
from outreach_decks.text import words
from outreach_decks.theme import Reference

_FRAME = Reference("", rgb="D0006F")
_FRAME_WIDTH = 19_050
# The size of a label in a placeholder that holds no text, pt.
_LABEL_SIZE = 16.0
_LANGUAGE = "en-US"


def specimen(template: bytes) -> bytes:
    """The deck, as a .pptx; its slides are numbered as the layouts are."""
    presentation = open_template(template)
    part = presentation.part
    relations = [part.relate_to(_slide(layout, part.package), RT.SLIDE) for layout in layouts_of(presentation)]
    list_slides(presentation.element, relations)
    return pack(presentation)


def _slide(layout: FoundLayout, package: Package) -> SlidePart:
    root, tree = empty_page("p:sld")
    part = SlidePart(PackURI(f"/ppt/slides/slide{layout.number}.xml"), CT.PML_SLIDE, package, root)
    part.relate_to(layout.layout.part, RT.SLIDE_LAYOUT)
    page = Page(part, _LANGUAGE, placeholders_of(layout.layout.element.cSld.spTree))
    tree.extend(_shapes(page, layout))
    return part


def _shapes(page: Page, layout: FoundLayout) -> Iterator[Element]:
    for placeholder in layout.placeholders:
        if placeholder.box is None:
            continue
        label = f"{placeholder.index}  {placeholder.name}"
        if placeholder.kind in TEXT_KINDS:
            yield _text(page, placeholder, label)
        else:
            yield _block(page, placeholder.box, label)


def _text(page: Page, placeholder: FoundPlaceholder, label: str) -> Element:
    mark = placeholder_mark(page, placeholder.index)
    names = element("p:nvSpPr", {}, page.label(label), element("p:cNvSpPr"), mark)
    body = text_body(page, (words(label),), shrinking_frame(), Look())
    return element("p:sp", {}, names, element("p:spPr", {}, _outline()), body)


def _block(page: Page, box: Box, label: str) -> Element:
    names = element("p:nvSpPr", {}, page.label(label), element("p:cNvSpPr"), element("p:nvPr"))
    look = Look(lambda _: _LABEL_SIZE, faced=True)
    frame = shrinking_frame(wrap="square", anchor="ctr")
    properties = element("p:spPr", {}, transform(box), preset("rect"), element("a:noFill"), _outline())
    return element("p:sp", {}, names, properties, text_body(page, (words(label),), frame, look))


def _outline() -> Element:
    return element("a:ln", {"w": _FRAME_WIDTH}, solid_fill(_FRAME), element("a:prstDash", {"val": "dash"}))
