"""What a template has: its layouts, of all masters in order, with their placeholders and what else is drawn there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pptx.presentation import Presentation
from pptx.slide import SlideLayout

from outreach_decks.geometry import Box
from outreach_decks.powerpoint.inheritance import Inheritance
from outreach_decks.powerpoint.silhouettes import TITLE_KINDS
from outreach_decks.powerpoint.xml_paths import Element, find
from outreach_decks.theme import Slot

# What stands at the lower edge of a slide, and what only other programs fill.
SMALL_KINDS: Final = frozenset({"dt", "ftr", "sldNum", "hdr"})
_PLACEHOLDERS: Final = "p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph]"
_DRAWN: Final = (
    "p:sp[not(p:nvSpPr/p:nvPr/p:ph)] | p:pic[not(p:nvPicPr/p:nvPr/p:ph)] | p:cxnSp | p:graphicFrame | p:grpSp"
)


@dataclass(frozen=True, slots=True)
class FoundPlaceholder:
    """A placeholder of a layout: its idx, its name and type, and all that it inherits."""

    index: int
    name: str
    inherited: Inheritance

    @property
    def kind(self) -> str:
        """The type in the file: ``title``, ``body``, ``obj`` ..."""
        return self.inherited.kind

    @property
    def box(self) -> Box | None:
        """Where it is, EMU, or None when neither layout nor master says."""
        return self.inherited.box


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape of a layout or its master that is no placeholder, and where it is, EMU."""

    element: Element
    box: Box


@dataclass(frozen=True, slots=True)
class FoundLayout:
    """A layout; ``number`` counts those of all masters from 1, ``master`` the masters."""

    number: int
    master: int
    layout: SlideLayout
    placeholders: tuple[FoundPlaceholder, ...]

    @property
    def name(self) -> str:
        """What the template calls it."""
        return str(self.layout.name)

    @property
    def label(self) -> str:
        """The name with the number in front, which no two layouts share."""
        return f"{self.number}. {self.name}"

    def placeholder(self, index: int) -> FoundPlaceholder | None:
        """The placeholder with an idx."""
        return next((one for one in self.placeholders if one.index == index), None)

    def called(self, name: str) -> list[FoundPlaceholder]:
        """The placeholders of a name."""
        return [one for one in self.placeholders if one.name == name]

    @property
    def title(self) -> FoundPlaceholder | None:
        """The placeholder of the slide's title."""
        return next((one for one in self.placeholders if one.kind in TITLE_KINDS), None)

    @property
    def footer(self) -> Slot | None:
        """Where a footer stands, in the template's own lengths; None where the layout has none."""
        one = next((one for one in self.placeholders if one.kind == "ftr"), None)
        return None if one is None else one.inherited.slot("footer", one.index)

    @property
    def drawn(self) -> list[Drawn]:
        """What is painted behind the placeholders, from the back: the master's shapes, if shown, then the layout's."""
        own = [*_drawn(find(self.layout.element, "p:cSld/p:spTree")[0])]
        if self.layout.element.get("showMasterSp") in {"0", "false"}:
            return own
        return [*_drawn(find(self.layout.slide_master.element, "p:cSld/p:spTree")[0]), *own]

    @property
    def master_body(self) -> Box | None:
        """Where the master has its content, EMU."""
        path = "p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph[@type='body']]/p:spPr/a:xfrm[a:off and a:ext]"
        place = next(iter(find(self.layout.slide_master.element, path)), None)
        return None if place is None else Box(*_frame(place, "a:off", "a:ext"))

    def inventory(self) -> str:
        """The numbers and names of its placeholders, for hints."""
        listed = sorted(self.placeholders, key=lambda one: one.index)
        return ", ".join(f"{one.index} ({one.name})" for one in listed) or "none"


def layouts_of(presentation: Presentation) -> tuple[FoundLayout, ...]:
    """All layouts of all masters, in order."""
    pairs = [
        (number, layout)
        for number, master in enumerate(presentation.slide_masters, 1)
        for layout in master.slide_layouts
    ]
    return tuple(
        FoundLayout(number, master, layout, tuple(_placeholders(layout, presentation.element)))
        for number, (master, layout) in enumerate(pairs, 1)
    )


def _placeholders(layout: SlideLayout, presentation: Element) -> Iterator[FoundPlaceholder]:
    master = layout.slide_master.element
    for shape in find(layout.element, _PLACEHOLDERS):
        index = int(find(shape, "p:nvSpPr/p:nvPr/p:ph")[0].get("idx", "0"))
        name = str(next(iter(find(shape, "p:nvSpPr/p:cNvPr/@name")), ""))
        yield FoundPlaceholder(index, name, Inheritance(shape, master, presentation))


def _drawn(tree: Element, shift: tuple[float, float, float, float] = (1.0, 1.0, 0.0, 0.0)) -> Iterator[Drawn]:
    """The shapes of a tree; those of groups in the coordinates of the slide."""
    for shape in find(tree, _DRAWN):
        place = next(iter(find(shape, "p:spPr/a:xfrm | p:grpSpPr/a:xfrm | p:xfrm")), None)
        if place is None or not find(place, "a:off") or not find(place, "a:ext"):
            continue
        if shape.tag.endswith("}grpSp"):
            yield from _drawn(shape, _inside(place, shift))
        else:
            yield Drawn(shape, _moved(*_frame(place, "a:off", "a:ext"), shift))


def _frame(place: Element, corner: str, extent: str) -> tuple[int, int, int, int]:
    offset, size = find(place, corner)[0], find(place, extent)[0]
    return int(offset.get("x")), int(offset.get("y")), int(size.get("cx")), int(size.get("cy"))


def _moved(x: int, y: int, width: int, height: int, shift: tuple[float, float, float, float]) -> Box:
    across, down, right, lower = shift
    return Box(round(x * across + right), round(y * down + lower), round(width * across), round(height * down))


def _inside(place: Element, shift: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """How lengths and places inside a group become those of the slide (ECMA-376 Part 1, 20.1.7.5)."""
    outer = _moved(*_frame(place, "a:off", "a:ext"), shift)
    if not find(place, "a:chOff") or not find(place, "a:chExt"):
        return shift
    x, y, width, height = _frame(place, "a:chOff", "a:chExt")
    across, down = outer.width / max(width, 1), outer.height / max(height, 1)
    return across, down, outer.x - x * across, outer.y - y * down
