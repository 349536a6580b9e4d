"""Read any presentation, whoever made it: a file in, a ``FoundDeck`` out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part

from outreach_decks.found_deck import (
    FoundDeck,
    FoundParagraph,
    FoundSection,
    FoundSlide,
    Layer,
    Link,
    Paint,
    Solid,
)
from outreach_decks.geometry import Box
from outreach_decks.powerpoint.elements import NAMESPACES, Element, qualified
from outreach_decks.powerpoint.found_fills import own_fill
from outreach_decks.powerpoint.found_motion import advances_after, flashes, runs_by_itself
from outreach_decks.powerpoint.found_page import FoundPage, open_page, related, root_of
from outreach_decks.powerpoint.found_shapes import ShapeReader
from outreach_decks.powerpoint.found_tables import TableStyles
from outreach_decks.powerpoint.found_text import TextReader, TextStyles
from outreach_decks.powerpoint.opening import open_to_read, unreadable

_MASTER: Final = RT.SLIDE_MASTER
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
# More than anybody shows; a file may name one slide a million times.
_MOST_SLIDES: Final = 3_000
_FALSE: Final = frozenset({"0", "false"})
_PAPER: Final = Solid(Paint("FFFFFF"))


def read_deck(pptx: bytes, file: str) -> FoundDeck:
    """Read a .pptx, .potx or .ppsx; ``file`` is its name as findings show it.

    Raises:
        DeckError: ``unreadable-deck``, with the reason, when the file cannot be opened.
    """
    main = open_to_read(pptx, file)
    try:
        return _Reader(main).deck()
    except Exception as error:  # noqa: BLE001 - in a damaged file anything may be missing, or be another thing
        raise unreadable(file, f"its parts do not fit together ({type(error).__name__})") from None


class _Reader:
    """Reads one file, whose main part is the presentation."""

    def __init__(self, main: Part) -> None:
        self._main = main
        self._root = root_of(main)
        listed = self._root.findall("p:sldIdLst/p:sldId", NAMESPACES)
        if len(listed) > _MOST_SLIDES:
            raise ValueError(f"{len(listed)} slides")
        self._slides = [(int(each.get("id", "0")), self._part(each)) for each in listed]
        self._numbers = {str(part.partname): number for number, (_, part) in enumerate(self._slides, 1)}
        self._tables = _table_styles(related(main, RT.TABLE_STYLES))
        self._below: dict[str, tuple[Layer, ...]] = {}
        self._pages: dict[str, FoundPage] = {}
        size = self._root.find("p:sldSz", NAMESPACES)
        self._box = (
            Box(0, 0, int(size.get("cx", "0")), int(size.get("cy", "0"))) if size is not None else Box(0, 0, 0, 0)
        )

    def _part(self, entry: Element) -> Part:
        part: Part = self._main.rels[entry.get(qualified("r:id"), "")].target_part
        return part

    def deck(self) -> FoundDeck:
        """The whole deck."""
        properties = related(self._main, RT.PRES_PROPS)
        return FoundDeck(
            title=_title(self._main),
            width=self._box.width,
            height=self._box.height,
            slides=tuple(self._slide(number, *entry) for number, entry in enumerate(self._slides, 1)),
            sections=tuple(self._sections()),
            runs_by_itself=properties is not None and runs_by_itself(root_of(properties)),
        )

    def _sections(self) -> Iterator[FoundSection]:
        numbers = {identifier: number for number, (identifier, _) in enumerate(self._slides, 1)}
        for section in self._root.iterfind("p:extLst//p14:section", NAMESPACES):
            listed = (int(each.get("id", "0")) for each in section.iterfind(".//p14:sldId", NAMESPACES))
            yield FoundSection(section.get("name", ""), tuple(numbers[one] for one in listed if one in numbers))

    def _slide(self, number: int, identifier: int, part: Part) -> FoundSlide:
        layout = related(part, RT.SLIDE_LAYOUT)
        master = None if layout is None else related(layout, _MASTER)
        page = open_page(part, layout, master, self._root)
        shapes = self._reader(page).shapes(page.tree)
        content = page.root.find("p:cSld", NAMESPACES)
        return FoundSlide(
            number=number,
            id=identifier,
            name="" if content is None else content.get("name", ""),
            layout=_name(layout),
            shapes=shapes,
            ground=self._layers_below(page, layout, master),
            notes=self._notes(part),
            hidden=page.root.get("show") in _FALSE,
            advances_after=advances_after(page.root),
            flashes=flashes(page.root),
        )

    def _reader(self, page: FoundPage) -> ShapeReader:
        return ShapeReader(page, lambda click: self._link(page.part, click), self._tables)

    def _link(self, part: Part, click: Element) -> Link | None:
        """Where a click leads; None where it only plays a sound or starts an animation."""
        relation, tip = click.get(qualified("r:id")), click.get("tooltip", "")
        found = part.rels.get(relation) if relation else None
        if found is None:
            action = click.get("action", "")
            return Link(action, tip) if "jump" in action else None
        if found.is_external:
            return Link(found.target_ref, tip)
        number = self._numbers.get(str(found.target_part.partname))
        return Link(f"#{number}" if number else found.target_ref, tip)

    def _layers_below(self, page: FoundPage, layout: Part | None, master: Part | None) -> tuple[Layer, ...]:
        """The background, and what the master and the layout paint under the slide."""
        parts = [(master, None, master), (layout, layout, master)]
        pages = [self._above(part, one, other) for part, one, other in parts if part is not None]
        ground = self._background([page, *reversed(pages)])
        if page.root.get("showMasterSp") in _FALSE:
            return (ground,)
        shown = pages[1:] if pages[1:] and pages[-1].root.get("showMasterSp") in _FALSE else pages
        return (ground, *(layer for one in shown for layer in self._painted(one)))

    def _above(self, part: Part, layout: Part | None, master: Part | None) -> FoundPage:
        """A layout or master, opened once for all slides on it."""
        name = str(part.partname)
        if name not in self._pages:
            self._pages[name] = open_page(part, layout, master, self._root)
        return self._pages[name]

    def _background(self, pages: list[FoundPage]) -> Layer:
        """The nearest background that is said: of the slide, its layout or its master."""
        for page in pages:
            said = page.root.find("p:cSld/p:bg", NAMESPACES)
            if said is None:
                continue
            properties, reference = (said.find(f"p:{name}", NAMESPACES) for name in ("bgPr", "bgRef"))
            # A background is painted in the colours of the slide, but its pictures are in the part that says it.
            paintbox = replace(page.paintbox, palette=pages[0].paintbox.palette)
            own = own_fill(properties)
            fill = paintbox.painted(own) if own is not None else paintbox.styled(reference)
            return Layer(self._box, fill or _PAPER)
        return Layer(self._box, _PAPER)

    def _painted(self, page: FoundPage) -> tuple[Layer, ...]:
        """What a layout or master paints on every slide: all but its placeholders."""
        name = str(page.part.partname)
        if name not in self._below:
            shapes = (shape for shape in self._reader(page).shapes(page.tree) if shape.placeholder is None)
            drawn = (one for shape in shapes if not shape.hidden for one in shape.all_shapes())
            self._below[name] = tuple(replace(layer, owner=0) for one in drawn for layer in one.layers)
        return self._below[name]

    def _notes(self, slide: Part) -> tuple[FoundParagraph, ...]:
        part = related(slide, RT.NOTES_SLIDE)
        if part is None:
            return ()
        page = open_page(part, None, None, self._root)
        reader = TextReader(page.paintbox, lambda click: self._link(part, click))
        for shape in page.root.iterfind("p:cSld/p:spTree/p:sp", NAMESPACES):
            mark, body = shape.find("p:nvSpPr/p:nvPr/p:ph", NAMESPACES), shape.find("p:txBody", NAMESPACES)
            if body is not None and mark is not None and mark.get("type") == "body":
                return reader.text(body, TextStyles(())).paragraphs
        return ()


def _name(layout: Part | None) -> str:
    content = None if layout is None else root_of(layout).find("p:cSld", NAMESPACES)
    return "" if content is None else content.get("name", "")


def _title(main: Part) -> str:
    """The title in the properties of the file (ECMA-376 Part 2, 11)."""
    relations = main.package._rels.values()  # noqa: SLF001 - the public way makes up properties where there are none
    found = next((one.target_part for one in relations if one.reltype == RT.CORE_PROPERTIES), None)
    title = None if found is None else root_of(found).findtext(_TITLE)
    return (title or "").strip()


def _table_styles(part: Part | None) -> TableStyles:
    styles: Mapping[str, Element] = {}
    if part is None:
        return styles
    return {each.get("styleId", ""): each for each in root_of(part).iterfind("a:tblStyle", NAMESPACES)}
