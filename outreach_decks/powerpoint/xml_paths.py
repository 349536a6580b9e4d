"""Find elements and attributes under a python-pptx object by path, with the prefixes a, p and r."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from lxml import etree

_NAMESPACES: Final = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}

# An element of lxml, typed by python-pptx or not: what it answers depends on the path asked.
Element = Any


def find(element: Element, path: str) -> list[Element]:
    """All that an XPath finds from ``element``: elements, or strings for attributes."""
    found: Any = _compiled(path)(element)
    return list(found)


@cache
def _compiled(path: str) -> etree.XPath:
    # python-pptx knows the prefixes on some elements only, so they are always given here.
    return etree.XPath(path, namespaces=_NAMESPACES)
