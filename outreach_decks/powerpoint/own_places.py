"""Layouts whose placeholders stand where those of another master do.

LibreOffice gives the layouts of all masters of a file the places of one of them. A slide on any other master would
have its title in the midst of that master's ornaments. Here each layout gets the places of its own master again: its
title, and the rest as far from the master's content as it was from that of the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pptx.presentation import Presentation
from pptx.slide import SlideLayout, SlideMaster

from outreach_decks.geometry import Box
from outreach_decks.powerpoint.xml_paths import Element, find

_TITLES: Final = ("title", "ctrTitle")
_SMALL: Final = ("dt", "ftr", "sldNum", "hdr")
_PLACED: Final = "p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph]"
_FRAME: Final = "p:spPr/a:xfrm[a:off and a:ext]"


def restore_places(presentation: Presentation) -> None:
    """Put the placeholders of layouts back to where their own masters have them, in a file of LibreOffice."""
    masters = [one for one in presentation.slide_masters if not find(one.element, "p:txStyles")]
    contents = {_body(one) for one in masters}
    taken = [box for one in masters for layout in one.slide_layouts if (box := _content(layout)) in contents]
    if not taken or len(contents) == 1:
        return
    for master in masters:
        own = _body(master)
        for layout in master.slide_layouts:
            if own is not None and own != taken[0]:
                _restore(layout, taken[0], own, _title(master))


def _restore(layout: SlideLayout, strange: Box | None, own: Box, title: Box | None) -> None:
    """Move the placeholders of a layout that was made for a ``strange`` content to the ``own`` of its master."""
    for kind, shape in _shapes(layout.element):
        box = _box(shape)
        if box is None or kind in _SMALL or strange is None:
            continue
        if kind in _TITLES:
            _put(shape, title or box)
        else:
            _put(shape, _moved(box, strange, own))


def _moved(box: Box, strange: Box, own: Box) -> Box:
    across, down = own.width / max(strange.width, 1), own.height / max(strange.height, 1)
    x, y = own.x + (box.x - strange.x) * across, own.y + (box.y - strange.y) * down
    return Box(round(x), round(y), round(box.width * across), round(box.height * down))


def _content(layout: SlideLayout) -> Box | None:
    """Where a layout with one content has it."""
    boxes = [_box(shape) for kind, shape in _shapes(layout.element) if kind not in (*_TITLES, *_SMALL)]
    return boxes[0] if len(boxes) == 1 else None


def _body(master: SlideMaster) -> Box | None:
    return next((_box(shape) for kind, shape in _shapes(master.element) if kind == "body"), None)


def _title(master: SlideMaster) -> Box | None:
    return next((_box(shape) for kind, shape in _shapes(master.element) if kind in _TITLES), None)


def _shapes(root: Element) -> Iterator[tuple[str, Element]]:
    """The placeholders with their types."""
    for shape in find(root, _PLACED):
        yield find(shape, "p:nvSpPr/p:nvPr/p:ph")[0].get("type", "obj"), shape


def _box(shape: Element) -> Box | None:
    for place in find(shape, _FRAME):
        offset, extent = find(place, "a:off")[0], find(place, "a:ext")[0]
        return Box(int(offset.get("x")), int(offset.get("y")), int(extent.get("cx")), int(extent.get("cy")))
    return None


def _put(shape: Element, box: Box) -> None:
    (place,) = find(shape, _FRAME)
    offset, extent = find(place, "a:off")[0], find(place, "a:ext")[0]
    for element, name, value in (
        (offset, "x", box.x),
        (offset, "y", box.y),
        (extent, "cx", box.width),
        (extent, "cy", box.height),
    ):
        element.set(name, str(value))
