"""Styles for masters that have none.

LibreOffice writes no ``p:txStyles`` on a master: how titles and text look stands in the example words of its
placeholders, where no slide inherits it from, so that a slide made by hand is black and 18 pt on any ground. What it
says there is copied to where slides look (ECMA-376 Part 1, 19.3.1.52 and 21.1.2.4.12): a ``p:txStyles`` for the master,
an ``a:lstStyle`` for placeholders of layouts.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from pptx.presentation import Presentation

from outreach_decks.powerpoint.elements import Element, element, qualified
from outreach_decks.powerpoint.xml_paths import find

_WORDS: Final = "p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph]"
_LEVELS: Final = 9
# What says of a run how it looks; its language and the state of its spelling are its own.
_LOOKS: Final = ("sz", "b", "i", "u", "cap", "spc", "baseline")
# Below this, hundredths of a point, nobody sees that letters are set apart.
_SEEN: Final = 10
_STYLES: Final = (("p:titleStyle", ("title", "ctrTitle")), ("p:bodyStyle", ("body",)), ("p:otherStyle", ()))
# What stands at the foot of a slide looks in each master as its own placeholder there says.
_SMALL: Final = ("dt", "ftr", "sldNum", "hdr")
# What follows the styles of a master.
_AFTER: Final = "p:extLst"


def complete_styles(presentation: Presentation) -> None:
    """Give every master the styles that its slides inherit; one that has them stays as it is."""
    for master in presentation.slide_masters:
        if find(master.element, "p:txStyles"):
            continue
        _style_master(master.element)
        for shape in find(master.element, _WORDS):
            _style_placeholder(shape, _SMALL)
        for layout in master.slide_layouts:
            for shape in find(layout.element, _WORDS):
                _style_placeholder(shape, ("subTitle",))


def _style_master(root: Element) -> None:
    styles = element("p:txStyles", {}, *(element(name, {}, *_levels(root, kinds)) for name, kinds in _STYLES))
    after = root.find(qualified(_AFTER))
    if after is None:
        root.append(styles)
    else:
        after.addprevious(styles)


def _levels(root: Element, kinds: tuple[str, ...]) -> list[Element]:
    """The levels that the example words of the first placeholder of some kinds show."""
    for shape in find(root, _WORDS):
        if find(shape, "p:nvSpPr/p:nvPr/p:ph")[0].get("type") in kinds:
            return _shown(shape)
    return []


def _style_placeholder(shape: Element, kinds: tuple[str, ...]) -> None:
    """Give a placeholder of some kinds a style of its own: what it shows is not what a style of the master says."""
    kind = find(shape, "p:nvSpPr/p:nvPr/p:ph")[0].get("type", "obj")
    frames = find(shape, "p:txBody/a:bodyPr")
    if kind not in kinds or not frames or find(shape, "p:txBody/a:lstStyle/*"):
        return
    for empty in find(shape, "p:txBody/a:lstStyle"):
        empty.getparent().remove(empty)
    frames[0].addnext(element("a:lstStyle", {}, *_shown(shape)))


def _shown(shape: Element) -> list[Element]:
    """One level for each that the example words of a placeholder show."""
    found: dict[int, Element] = {}
    for paragraph in find(shape, "p:txBody/a:p"):
        properties = next(iter(find(paragraph, "a:pPr")), None)
        level = int(properties.get("lvl", "0")) if properties is not None else 0
        if level < _LEVELS and level not in found:
            found[level] = _level(level, properties, _run(paragraph))
    return [found[level] for level in sorted(found)]


def _run(paragraph: Element) -> Element | None:
    return next(iter(find(paragraph, "a:r/a:rPr | a:endParaRPr")), None)


def _level(level: int, paragraph: Element | None, run: Element | None) -> Element:
    made = element(f"a:lvl{level + 1}pPr")
    if paragraph is not None:
        for key, value in paragraph.attrib.items():
            if key != "lvl":
                made.set(key, value)
        made.extend(deepcopy(child) for child in paragraph)
    made.append(_defaults(run))
    return made


def _defaults(run: Element | None) -> Element:
    made = element("a:defRPr")
    if run is not None:
        for key in _LOOKS:
            value = run.get(key)
            if value is not None and (key != "spc" or abs(int(value)) > _SEEN):
                made.set(key, value)
        made.extend(
            deepcopy(child) for child in run if not child.tag.endswith(("hlinkClick", "hlinkMouseOver", "extLst"))
        )
    return made
