"""A written deck as its XML: parts by name, slides by number, shapes by the name that the selection pane shows."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

PREFIXES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dcterms": "http://purl.org/dc/terms/",
    "ap": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
}

Node = etree._Element


def names(pptx: bytes) -> list[str]:
    """The names of the entries, in order."""
    return ZipFile(BytesIO(pptx)).namelist()


def raw(pptx: bytes, name: str) -> bytes:
    """One entry."""
    return ZipFile(BytesIO(pptx)).read(name)


def part(pptx: bytes, name: str) -> Node:
    """One XML part."""
    return etree.fromstring(raw(pptx, name))


def slide(pptx: bytes, number: int) -> Node:
    """A slide, counted from 1."""
    return part(pptx, f"ppt/slides/slide{number}.xml")


def find(node: Node, path: str) -> list[Node]:
    """The elements that an XPath finds."""
    return [found for found in _asked(node, path) if isinstance(found, Node)]


def values(node: Node, path: str) -> list[str]:
    """The attributes or words that an XPath finds."""
    return [str(found) for found in _asked(node, path)]


def _asked(node: Node, path: str) -> list[object]:
    found = node.xpath(path, namespaces=PREFIXES)
    assert isinstance(found, list)
    return list(found)


def attributes(node: Node) -> dict[str, str]:
    """The attributes of an element."""
    return {str(key): str(value) for key, value in node.attrib.items()}


def shape(page: Node, name: str) -> Node:
    """The one shape of that name."""
    (found,) = find(page, f"//*[*/p:cNvPr[@name='{name}']]")
    return found


def text(node: Node) -> str:
    """All words in a shape."""
    return "".join(values(node, ".//a:t/text()"))


def relations(pptx: bytes, name: str) -> dict[str, tuple[str, str]]:
    """The relations of a part: the last word of the kind, and the target, by id."""
    folder, _, file = name.rpartition("/")
    listed = find(part(pptx, f"{folder}/_rels/{file}.rels"), "/rel:Relationships/rel:Relationship")
    return {one.get("Id", ""): (one.get("Type", "").rpartition("/")[2], one.get("Target", "")) for one in listed}
