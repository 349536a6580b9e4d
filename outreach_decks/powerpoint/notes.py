"""Notes pages: what the speaker says, under a small picture of the slide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.presentation import PresentationPart
from pptx.parts.slide import NotesMasterPart, NotesSlidePart, SlidePart

from outreach_decks.powerpoint.elements import Element, element, found
from outreach_decks.powerpoint.page import Page, empty_page, placeholders_of
from outreach_decks.powerpoint.placeholders import number_paragraph, placeholder_mark
from outreach_decks.powerpoint.text import Look, paragraph_element
from outreach_decks.text import Paragraph, Paragraphs
from outreach_decks.theme import Theme, pitch

# The size of notes where a template says none, pt.
_USUAL_SIZE: Final = 12.0


def notes_master(presentation: PresentationPart, theme: Theme) -> NotesMasterPart:
    """The template's notes master; a plain one in the faces of the deck's theme where the template has none."""
    is_own = any(relation.reltype == RT.NOTES_MASTER for relation in presentation.rels.values())
    master: NotesMasterPart = presentation.notes_master_part
    if not is_own:
        _set_faces(master, theme)
    return master


def _set_faces(master: NotesMasterPart, theme: Theme) -> None:
    stock = master.part_related_by(RT.THEME)
    root = etree.fromstring(stock.blob)
    for level, latin, east_asian in (
        ("majorFont", theme.heading_latin, theme.heading_east_asian),
        ("minorFont", theme.latin, theme.east_asian),
    ):
        fonts = found(root, f"a:themeElements/a:fontScheme/a:{level}")
        found(fonts, "a:latin").set("typeface", latin)
        found(fonts, "a:ea").set("typeface", east_asian)
    for relation in [key for key, one in master.rels.items() if one.reltype == RT.THEME]:
        master.rels.pop(relation)
    blob = etree.tostring(root, encoding="UTF-8", standalone=True)
    master.relate_to(Part(stock.partname, stock.content_type, stock.package, blob), RT.THEME)


@dataclass(frozen=True, slots=True)
class Notes:
    """What the speaker says with a slide, in the language of a tag; ``leading`` is the distance of lines in em."""

    paragraphs: Paragraphs
    language: str
    leading: float | None = None


def add_notes(slide: SlidePart, number: int, master: NotesMasterPart, notes: Notes) -> None:
    """Give a slide its page of notes, tied to the slide and to the notes master."""
    name = PackURI(f"/ppt/notesSlides/notesSlide{number}.xml")
    root, tree = empty_page("p:notes")
    part = NotesSlidePart(name, CT.PML_NOTES_SLIDE, slide.package, root)
    part.relate_to(master, RT.NOTES_MASTER)
    part.relate_to(slide, RT.SLIDE)
    slide.relate_to(part, RT.NOTES_SLIDE)
    placeholders = placeholders_of(master.notes_master.element.cSld.spTree)
    _fill(tree, Page(part, notes.language, placeholders), notes)


def _fill(tree: Element, page: Page, notes: Notes) -> None:
    for index, prototype in page.placeholders.items():
        match found(prototype, "p:nvSpPr/p:nvPr/p:ph").get("type"):
            case "sldImg":
                tree.append(_slide_image(page, index))
            case "body":
                tree.append(_text(page, index, "Notes", _paragraphs(page, notes, prototype)))
            case "sldNum":
                tree.append(_text(page, index, "Slide number", (number_paragraph(page, prototype),)))
            case _:
                pass


def _paragraphs(page: Page, notes: Notes, prototype: Element) -> tuple[Element, ...]:
    distance = None if notes.leading is None else pitch(_size(prototype), notes.leading)
    look = Look(pitch=lambda _: distance)
    return tuple(paragraph_element(page, one, look) for one in notes.paragraphs or (Paragraph(()),))


def _size(prototype: Element) -> float:
    """The size of notes in pt, as the placeholder on the notes master or the styles of that master set it."""
    asked = "{*}lvl1pPr/{*}defRPr[@sz]"
    root = prototype.getroottree().getroot()
    found = (prototype.find(f".//{{*}}lstStyle/{asked}"), root.find(f"{{*}}notesStyle/{asked}"))
    return next((int(style.get("sz", "")) / 100 for style in found if style is not None), _USUAL_SIZE)


def _slide_image(page: Page, index: int) -> Element:
    locks = element("a:spLocks", {"noGrp": 1, "noRot": 1, "noChangeAspect": 1})
    return element("p:sp", {}, _names(page, index, "Slide", locks), element("p:spPr"))


def _text(page: Page, index: int, name: str, paragraphs: tuple[Element, ...]) -> Element:
    body = element("p:txBody", {}, element("a:bodyPr"), element("a:lstStyle"), *paragraphs)
    return element("p:sp", {}, _names(page, index, name, element("a:spLocks", {"noGrp": 1})), element("p:spPr"), body)


def _names(page: Page, index: int, name: str, locks: Element) -> Element:
    label = page.label(name)
    return element("p:nvSpPr", {}, label, element("p:cNvSpPr", {}, locks), placeholder_mark(page, index))
