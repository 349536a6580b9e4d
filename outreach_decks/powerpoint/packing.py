"""Packing: a template emptied of its own slides, and a zip that is the same whenever it is made."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.presentation import Presentation

from outreach_decks.powerpoint.document import drop_relations
from outreach_decks.powerpoint.elements import NAMESPACES, Element, qualified
from outreach_decks.powerpoint.opening import opened
from outreach_decks.powerpoint.xml_paths import find

# What a template brings along that says something of its own slides, its printer or its reviewers.
_LEFT_BEHIND: Final = frozenset(
    {
        RT.SLIDE,
        RT.PRINTER_SETTINGS,
        RT.COMMENT_AUTHORS,
        "http://schemas.microsoft.com/office/2018/10/relationships/authors",
    }
)
_SECTIONS: Final = "p:extLst/p:ext[@uri='{521415D9-36F7-43E2-AB2F-B90AF26B5E84}']"
# Office reads the list of types first; then come the relations, and the rest by name.
_FIRST: Final = ("[Content_Types].xml", "_rels/.rels")
# Packed already: deflating them again costs time and saves nothing.
_PACKED: Final = (".png", ".jpeg", ".jpg")


def open_template(template: bytes) -> Presentation:
    """Open a template and empty it of its example slides and all that belongs to them."""
    presentation = opened(template)
    root = presentation.element
    for path in ("p:sldIdLst", "p:custShowLst", _SECTIONS):
        for part in root.findall(path, NAMESPACES):
            part.getparent().remove(part)
    _drop(presentation.part)
    for master in presentation.slide_masters:
        for one in (master, *master.slide_layouts):
            _forget_slides(one.part, one.element)
    drop_relations(presentation.part.package, RT.THUMBNAIL)
    _forget_ratio(presentation)
    return presentation


def _drop(part: XmlPart) -> None:
    for relation in [key for key, one in part.rels.items() if one.reltype in _LEFT_BEHIND]:
        part.rels.pop(relation)


def _forget_slides(part: XmlPart, root: Element) -> None:
    """A button on a layout may lead to an example slide; it stays, and leads nowhere."""
    for relation in [key for key, one in part.rels.items() if one.reltype == RT.SLIDE]:
        for click in find(root, f"//*[@r:id='{relation}']"):
            click.getparent().remove(click)
        part.rels.pop(relation)


def _forget_ratio(presentation: Presentation) -> None:
    """The size says it all; a name such as screen4x3 beside it may say something else."""
    for size in presentation.element.findall(qualified("p:sldSz")):
        size.attrib.pop("type", None)


def theme_name(presentation: Presentation) -> str:
    """What the template calls its theme."""
    part = presentation.slide_masters[0].part.part_related_by(RT.THEME)
    return etree.fromstring(part.blob).get("name", "")


def pack(presentation: Presentation) -> bytes:
    """The finished file. Times, order and attributes of its entries are constant."""
    saved, packed = BytesIO(), BytesIO()
    presentation.save(saved)
    with ZipFile(saved) as source, ZipFile(packed, "w") as target:
        for name in sorted(source.namelist(), key=_order):
            target.writestr(_entry(name), source.read(name))
    return packed.getvalue()


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.create_system = 0
    entry.compress_type = ZIP_STORED if name.endswith(_PACKED) else ZIP_DEFLATED
    return entry


def _order(name: str) -> tuple[int, list[tuple[int, str]]]:
    first = _FIRST.index(name) if name in _FIRST else len(_FIRST)
    return first, [(int(number or 0), word) for word, number in re.findall(r"(\D+)(\d*)", name)]
