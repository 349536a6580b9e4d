"""A number of its own for every placeholder of a layout.

LibreOffice writes placeholders without an idx, and some programs give one twice. A slide names its placeholder by idx
(ECMA-376 Part 1, 19.3.1.36), so those that have none of their own get one: the same ones each time a file is opened.
"""

from __future__ import annotations

from itertools import count
from typing import Final

from pptx.presentation import Presentation

from outreach_decks.powerpoint.xml_paths import Element, find

_MARKS: Final = "p:cSld/p:spTree//p:nvPr/p:ph"
_TITLES: Final = ("title", "ctrTitle")
# Numbers that programs give are small; from here on they are free.
_FIRST: Final = 1_001


def number_placeholders(presentation: Presentation) -> None:
    """Give each placeholder of each layout an idx that no other of its layout has; a title alone keeps none."""
    for master in presentation.slide_masters:
        for layout in master.slide_layouts:
            _number(find(layout.element, _MARKS))


def _number(marks: list[Element]) -> None:
    titles = [mark for mark in marks if mark.get("type") in _TITLES]
    taken = {"0"} if titles else set()
    fresh = count(_FIRST)
    for mark in marks:
        if titles and mark is titles[0] and mark.get("idx", "0") == "0":
            continue
        if mark.get("idx") is None or mark.get("idx") in taken:
            mark.set("idx", next(str(number) for number in fresh if str(number) not in taken))
        taken.add(mark.get("idx"))
