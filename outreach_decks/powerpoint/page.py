"""One page while it is written: a slide or a notes page, its relations, and the numbers of its shapes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Final
from urllib.parse import quote, urlsplit

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.oxml.xmlchemy import BaseOxmlElement

from outreach_decks.powerpoint.elements import NAMESPACES, Element, element, extension, found, solid_fill
from outreach_decks.theme import LayoutSlots, Reference, Slot, own_references

# A click on anything else could run a program or open a file of the reader's own.
LINK_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel"})
# What RFC 3986 lets stand in an address unescaped, and the sign of an escape that is there already.
_ADDRESS_SIGNS: Final = "%:/?#[]@!$&'()*+,;=~-._"
_DECORATIVE: Final = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_LONGEST_NAME: Final = 60


@dataclass(slots=True)
class Page:
    """A page and what its shapes need to know of it.

    ``placeholders`` are those of its layout (or notes master) by idx, ``slots`` the same as layout saw them;
    ``language`` is the tag of the deck's own language, ``colours`` is how its theme names the colours. Shape ids count
    from 2: the tree itself has 1.
    """

    part: Part
    language: str
    placeholders: Mapping[int, Element] = field(default_factory=dict)
    slots: Mapping[int, Slot] = field(default_factory=dict)
    colours: Mapping[str, Reference] = field(default_factory=own_references)
    _ids: count[int] = field(default_factory=lambda: count(2))
    _links: dict[str, str] = field(default_factory=dict)

    def label(self, name: str, alt: str | None = None) -> Element:
        """The ``p:cNvPr`` of the next shape: its id and name, and how a screen reader says it.

        ``alt`` is None for shapes that speak by their own text, and empty for those that only decorate.
        """
        label = element("p:cNvPr", {"id": next(self._ids), "name": one_line(name)[:_LONGEST_NAME], "descr": alt})
        if alt == "":
            mark = element("adec:decorative", {"val": 1})
            label.append(element("a:extLst", {}, extension(_DECORATIVE, mark)))
        return label

    def fill(self, colour: str) -> Element:
        """A flat fill in a colour of the theme, by its name in ``COLOUR_SLOTS``."""
        return solid_fill(self.colours[colour])

    def link(self, address: str) -> str | None:
        """The relation that leads to an address, or None where the scheme of the address is not a safe one."""
        if urlsplit(address.strip()).scheme.lower() not in LINK_SCHEMES:
            return None
        if address not in self._links:
            target = quote(address.strip(), safe=_ADDRESS_SIGNS)
            self._links[address] = self.part.relate_to(target, RT.HYPERLINK, is_external=True)
        return self._links[address]


def empty_page(name: str) -> tuple[BaseOxmlElement, Element]:
    """A page without shapes, ``p:sld`` or ``p:notes``, and its shape tree."""
    root = parse_xml(
        f'<{name} xmlns:a="{NAMESPACES["a"]}" xmlns:r="{NAMESPACES["r"]}" xmlns:p="{NAMESPACES["p"]}">'
        "<p:cSld><p:spTree>"
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld>'
        f"<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></{name}>"
    )
    return root, found(root, "p:cSld/p:spTree")


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def placeholder_index(shape: Element) -> int:
    """The idx of a placeholder; a title has none and counts as 0 (ECMA-376 Part 1, 19.3.1.36)."""
    return int(found(shape, "p:nvSpPr/p:nvPr/p:ph").get("idx", "0"))


def placeholders_of(tree: Element) -> dict[int, Element]:
    """The placeholders of a layout's or master's shape tree, by idx."""
    marked = (shape for shape in tree if shape.find("{*}nvSpPr/{*}nvPr/{*}ph") is not None)
    return {placeholder_index(shape): shape for shape in marked}


def slots_of(layout: LayoutSlots) -> dict[int, Slot]:
    """The slots of a layout, by idx."""
    return {slot.index: slot for slot in layout.slots.values()}
