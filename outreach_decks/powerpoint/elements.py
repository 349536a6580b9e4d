"""Elements of PresentationML and DrawingML, made with the prefixes that Office uses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from outreach_decks.geometry import Box
from outreach_decks.theme import Reference

Element = etree._Element  # noqa: SLF001 - lxml's types have no public name for an element
Attributes = Mapping[str, str | int | None]

NAMESPACES: Final = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
}
_NOTHING: Final[Attributes] = {}
_PER_CENT: Final = 1_000


def qualified(name: str) -> str:
    """Turn ``a:off`` into ``{namespace}off``; a name without a prefix stays as it is."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def element(name: str, attributes: Attributes = _NOTHING, *children: Element | None) -> Element:
    """Make an element; attributes and children that are None are left out."""
    given = {key: str(value) for key, value in attributes.items() if value is not None}
    prefixes = {key.partition(":")[0] for key in (name, *given) if ":" in key}
    made = etree.Element(qualified(name), nsmap={prefix: NAMESPACES[prefix] for prefix in sorted(prefixes)})
    for key, value in given.items():
        made.set(qualified(key), value)
    made.extend(child for child in children if child is not None)
    return made


def found(parent: Element, path: str) -> Element:
    """The first element at a path of prefixed names; raises ``LookupError`` when there is none."""
    first = parent.find(path, NAMESPACES)
    if first is None:
        raise LookupError(path)
    return first


def extension(uri: str, content: Element) -> Element:
    """An ``a:ext`` of an ``a:extLst``: what later versions of Office added, under the id that they know it by."""
    return element("a:ext", {"uri": uri}, content)


def solid_fill(colour: Reference) -> Element:
    """A flat fill in a colour of the theme."""
    if not colour.scheme:
        return element("a:solidFill", {}, element("a:srgbClr", {"val": colour.rgb}))
    changes = (("a:lumMod", colour.mod, 100), ("a:lumOff", colour.off, 0))
    made = (element(name, {"val": value * _PER_CENT}) for name, value, usual in changes if value != usual)
    return element("a:solidFill", {}, element("a:schemeClr", {"val": colour.scheme}, *made))


def transform(box: Box, name: str = "a:xfrm") -> Element:
    """Where a shape is."""
    corner = element("a:off", {"x": box.x, "y": box.y})
    return element(name, {}, corner, element("a:ext", {"cx": box.width, "cy": box.height}))


def preset(form: str, *values: int) -> Element:
    """A shape that Office knows; one handle is called adj, several adj1, adj2 (ECMA-376 Part 1, annex D)."""
    handles = ["adj"] if len(values) == 1 else [f"adj{number}" for number in range(1, len(values) + 1)]
    guides = (
        element("a:gd", {"name": name, "fmla": f"val {value}"}) for name, value in zip(handles, values, strict=True)
    )
    return element("a:prstGeom", {"prst": form}, element("a:avLst", {}, *guides))
