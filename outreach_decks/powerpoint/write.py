"""The writer: a deck and a template become a PowerPoint file. It decides nothing; the deck says where all is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.parts.slide import NotesMasterPart, SlidePart
from pptx.presentation import Presentation
from pptx.slide import SlideLayout

from outreach_decks.deck import (
    Deck,
    Drawings,
    PlacedChart,
    PlacedGroup,
    PlacedIcon,
    PlacedPicture,
    PlacedQrCode,
    PlacedShape,
    PlacedSlide,
    PlacedTable,
    PlacedText,
)
from outreach_decks.languages import tag
from outreach_decks.powerpoint.document import EPOCH, list_notes_master, list_sections, list_slides, set_properties
from outreach_decks.powerpoint.elements import Element, element, found
from outreach_decks.powerpoint.notes import Notes, add_notes, notes_master
from outreach_decks.powerpoint.packing import open_template, pack, theme_name
from outreach_decks.powerpoint.page import Page, empty_page, placeholders_of, slots_of
from outreach_decks.powerpoint.pictures import Media, placed_drawing, placed_picture
from outreach_decks.powerpoint.placeholders import live_placeholders, placed_text
from outreach_decks.powerpoint.scaling import in_own_size
from outreach_decks.powerpoint.shapes import placed_group, placed_icon
from outreach_decks.powerpoint.tables import placed_table
from outreach_decks.theme import Geometry, Theme

_CREATION: Final = "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}"
_CREATION_BITS: Final = 0xFFFF_FFFF


def write_pptx(
    deck: Deck,
    template: bytes,
    theme: Theme,
    geometry: Geometry,
    drawings: Drawings,
    *,
    modified: datetime = EPOCH,
) -> bytes:
    """Write a deck on a template; the same input gives the same bytes.

    Raises ``LookupError`` when the deck names a layout, placeholder, colour or drawing that is not there,
    and ``ValueError`` when a picture is no PNG or JPEG or when the sections do not hold every slide once.
    """
    deck, geometry, drawings = in_own_size(deck, geometry, drawings)
    presentation = open_template(template)
    part, root = presentation.part, presentation.element
    media, layouts = Media(part.package), _layouts(presentation)
    writer = _Writer(deck, theme, geometry, drawings, media, layouts, notes_master(part, theme))
    relations = [part.relate_to(slide, RT.SLIDE) for slide in writer.slides()]
    list_notes_master(root, part.relate_to(writer.notes_master, RT.NOTES_MASTER))
    list_sections(root, deck.sections, list_slides(root, relations))
    set_properties(part.package, deck, theme_name(presentation), modified)
    return pack(presentation)


def _layouts(presentation: Presentation) -> dict[int, SlideLayout]:
    """The layouts of all masters by their numbers, as the template's reader counts them."""
    every = (layout for master in presentation.slide_masters for layout in master.slide_layouts)
    return dict(enumerate(every, 1))


@dataclass(frozen=True, slots=True)
class _Writer:
    deck: Deck
    theme: Theme
    geometry: Geometry
    drawings: Drawings
    media: Media
    layouts: Mapping[int, SlideLayout]
    notes_master: NotesMasterPart

    def slides(self) -> Iterator[SlidePart]:
        """Make the slides in order, each with its notes."""
        language, spoken, used = tag(self.deck.language), tag(self.deck.notes_language), Counter[str]()
        for number, slide in enumerate(self.deck.slides, 1):
            used[slide.id] += 1
            name = slide.id if used[slide.id] == 1 else f"{slide.id}-{used[slide.id]}"
            part = self._slide(slide, number, name, language)
            notes = Notes(slide.notes, spoken, self.deck.notes_leading)
            add_notes(part, number, self.notes_master, notes)
            yield part

    def _slide(self, slide: PlacedSlide, number: int, name: str, language: str) -> SlidePart:
        slots = self.geometry.layouts[slide.layout]
        layout = self.layouts[slots.number]
        root, tree = empty_page("p:sld")
        part = SlidePart(PackURI(f"/ppt/slides/slide{number}.xml"), CT.PML_SLIDE, self.media.package, root)
        part.relate_to(layout.part, RT.SLIDE_LAYOUT)
        colours = (slots.theme or self.theme).references
        page = Page(part, language, placeholders_of(layout.element.cSld.spTree), slots_of(slots), colours)
        tree.extend(self._shape(page, shape) for shape in slide.shapes)
        tree.extend(live_placeholders(page, self.deck.footer))
        _name(root, name)
        if slide.hidden:
            root.set("show", "0")
        return part

    def _shape(self, page: Page, shape: PlacedShape) -> Element:
        match shape:
            case PlacedText():
                return placed_text(page, shape)
            case PlacedGroup():
                return placed_group(page, shape)
            case PlacedIcon():
                return placed_icon(page, shape)
            case PlacedChart() | PlacedQrCode():
                return placed_drawing(page, self.media, shape, self.drawings[shape])
            case PlacedPicture():
                return placed_picture(page, self.media, shape)
            case PlacedTable():
                return placed_table(page, shape)


def _name(root: Element, name: str) -> None:
    """Call a slide by its id, and give it the number that Office knows a slide by when decks are merged."""
    content = found(root, "p:cSld")
    content.set("name", name)
    number = uuid5(NAMESPACE_URL, f"slide:{name}").int & _CREATION_BITS
    mark = element("p:ext", {"uri": _CREATION}, element("p14:creationId", {"val": number}))
    content.append(element("p:extLst", {}, mark))
