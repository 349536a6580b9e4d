"""A template of an organisation that does not exist: Japanese layout names, two masters, a logo, a bar at the foot.

The first master is light and has the layouts for content; the second is dark, in colours of its own, and has those for
titles. Both have a layout called 「タイトルとコンテンツ」. It is drawn with python-pptx, from its default template.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from io import BytesIO
from typing import Any

from lxml import etree
from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.parts.slide import SlideLayoutPart, SlideMasterPart
from pptx.util import Inches

# An object of python-pptx, whose types know little of what it can do.
Pptx = Any

# Which of the default template's layouts are kept, with their names and where their placeholders are (inches).
TITLE_BOX, BODY_BOX = (0.6, 0.5, 10.4, 1.15), (0.6, 1.85, 12.1, 4.75)
LAYOUTS: dict[int, tuple[str, dict[int, tuple[float, ...]]]] = {
    0: ("タイトル スライド", {0: (1.0, 2.1, 11.3, 1.7), 1: (1.0, 4.0, 11.3, 1.6)}),
    1: ("タイトルとコンテンツ", {}),
    2: ("セクション見出し", {0: (1.0, 2.4, 11.3, 1.7), 1: (1.0, 4.2, 11.3, 1.5)}),
    3: ("2つのコンテンツ", {1: (0.6, 1.85, 5.9, 4.75), 2: (6.8, 1.85, 5.9, 4.75)}),
    5: ("タイトルのみ", {}),
}
LIGHT, DARK = (1, 3, 5), (0, 1, 2)
SMALL = {10: (0.6, 6.95, 2.0, 0.35), 11: (3.2, 6.95, 6.9, 0.35), 12: (11.2, 6.95, 1.5, 0.35)}
LIGHT_COLOURS = {
    "dk1": "222222", "lt1": "FFFFFF", "dk2": "5B6770", "lt2": "F3EFE6", "accent1": "F2A900", "accent2": "C8102E",
    "accent3": "00857D", "accent4": "6A4C93", "accent5": "8DB600", "accent6": "0072CE",
}  # fmt: skip
DARK_COLOURS = LIGHT_COLOURS | {"dk1": "3A1F3D", "dk2": "F2A900", "accent1": "FFD166"}
LATIN, JAPANESE = "Arial", "BIZ UDPGothic"


@cache
def drawn_template() -> bytes:
    """The template as a .pptx."""
    presentation: Pptx = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    presentation.element.find("{*}sldSz").attrib.pop("type", None)
    for number, layout in enumerate(list(presentation.slide_layouts)):
        if number in LAYOUTS:
            _draw_layout(layout, *LAYOUTS[number])
        else:
            presentation.slide_layouts.remove(layout)
    master = presentation.slide_masters[0]
    _draw_master(master)
    dark = second_master(presentation, master)
    _keep(master, LIGHT)
    _keep(dark, DARK)
    _paint(master, LIGHT_COLOURS)
    _paint(dark, DARK_COLOURS)
    saved = BytesIO()
    presentation.save(saved)
    return saved.getvalue()


def _draw_layout(layout: Pptx, name: str, boxes: dict[int, tuple[float, ...]]) -> None:
    layout.element.find("{*}cSld").set("name", name)
    for placeholder in layout.placeholders:
        index = placeholder.placeholder_format.idx
        box = boxes.get(index) or SMALL.get(index)
        frame = placeholder._element.spPr
        for place in frame.findall("{*}xfrm"):
            frame.remove(place)
        if box:
            _place(placeholder, box)


def _place(shape: Pptx, box: tuple[float, ...]) -> None:
    for name, value in zip(("left", "top", "width", "height"), box, strict=True):
        setattr(shape, name, Inches(value))


def _draw_master(master: Pptx) -> None:
    boxes = {"title": TITLE_BOX, "body": BODY_BOX, "dt": SMALL[10], "ftr": SMALL[11], "sldNum": SMALL[12]}
    for placeholder in master.placeholders:
        kind = placeholder._element.xpath("p:nvSpPr/p:nvPr/p:ph")[0].get("type")
        _place(placeholder, boxes[kind])
    _, relation = master.part.get_or_add_image_part(_logo())
    tree = master.element.find("{*}cSld/{*}spTree")
    tree.insert(2, _picture(relation, (11.4, 0.45, 1.35, 0.9)))
    tree.insert(2, _bar((0.0, 6.85, 13.333, 0.05)))
    for style in master.element.iter("{*}titleStyle"):
        style.find("{*}lvl1pPr").set("algn", "l")


def _logo() -> BytesIO:
    image = Image.new("RGB", (300, 200), (0, 133, 125))
    ImageDraw.Draw(image).ellipse((90, 40, 210, 160), fill=(255, 255, 255))
    file = BytesIO()
    image.save(file, "PNG")
    file.seek(0)
    return file


_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def _frame(box: tuple[float, ...]) -> str:
    x, y, width, height = (Inches(value) for value in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def _picture(relation: str, box: tuple[float, ...]) -> etree._Element:
    return etree.fromstring(
        f'<p:pic {_NAMESPACES}><p:nvPicPr><p:cNvPr id="90" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{_frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _bar(box: tuple[float, ...]) -> etree._Element:
    return etree.fromstring(
        f'<p:sp {_NAMESPACES}><p:nvSpPr><p:cNvPr id="91" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill></p:spPr></p:sp>'
    )


def second_master(presentation: Pptx, first: Pptx) -> Pptx:
    """A copy of the first master and its layouts, as parts of their own."""
    package = presentation.part.package
    part = _copied(first.part, SlideMasterPart, "/ppt/slideMasters/slideMaster2.xml", CT.PML_SLIDE_MASTER)
    theme = first.part.part_related_by(RT.THEME)
    part.relate_to(Part(PackURI("/ppt/theme/theme9.xml"), CT.OFC_THEME, package, theme.blob), RT.THEME)
    for image in (one.target_part for one in first.part.rels.values() if one.reltype == RT.IMAGE):
        _renamed(part.slide_master.element, part.relate_to(image, RT.IMAGE))
    listed = part.slide_master.element.find("{*}sldLayoutIdLst")
    for number, (entry, layout) in enumerate(zip(list(listed), first.slide_layouts, strict=True)):
        name = f"/ppt/slideLayouts/slideLayout{number + 21}.xml"
        copy = _copied(layout.part, SlideLayoutPart, name, CT.PML_SLIDE_LAYOUT)
        copy.relate_to(part, RT.SLIDE_MASTER)
        entry.set(f"{{{_uri('r')}}}id", part.relate_to(copy, RT.SLIDE_LAYOUT))
        entry.set("id", str(2_147_483_700 + number))
    listed_masters = presentation.element.find("{*}sldMasterIdLst")
    entry = deepcopy(listed_masters[0])
    entry.set("id", "2147483690")
    entry.set(f"{{{_uri('r')}}}id", presentation.part.relate_to(part, RT.SLIDE_MASTER))
    listed_masters.append(entry)
    swapped = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
    part.slide_master.element.find("{*}clrMap").attrib.update(swapped)
    return presentation.slide_masters[1]


def _uri(prefix: str) -> str:
    found = re.search(rf'xmlns:{prefix}="([^"]*)"', _NAMESPACES)
    assert found
    return found[1]


def _copied(part: Pptx, kind: Pptx, name: str, content_type: str) -> Pptx:
    return kind.load(PackURI(name), content_type, part.package, part.blob)


def _renamed(root: etree._Element, relation: str) -> None:
    for blip in root.iter("{*}blip"):
        blip.set(f"{{{_uri('r')}}}embed", relation)


def _keep(master: Pptx, numbers: Iterable[int]) -> None:
    kept = {LAYOUTS[number][0] for number in numbers}
    for layout in list(master.slide_layouts):
        if layout.name not in kept:
            master.slide_layouts.remove(layout)


def _paint(master: Pptx, colours: dict[str, str]) -> None:
    """Give a master's theme its colours and faces."""
    part = master.part.part_related_by(RT.THEME)
    root = etree.fromstring(part.blob)
    for name, rgb in colours.items():
        slot = next(root.iter(f"{{*}}{name}"))
        slot.clear()
        etree.SubElement(slot, f"{{{_uri('a')}}}srgbClr").set("val", rgb)
    for fonts in (*root.iter("{*}majorFont"), *root.iter("{*}minorFont")):
        for name, face in (("latin", LATIN), ("ea", JAPANESE)):
            next(fonts.iter(f"{{*}}{name}")).set("typeface", face)
    part._blob = etree.tostring(root, encoding="UTF-8", standalone=True)
