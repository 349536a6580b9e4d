"""What shapes and backgrounds are painted with (ECMA-376 Part 1, 20.1.8 and 20.1.4.1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree
from pptx.opc.package import Part

from outreach_decks.found_deck import Blend, Fill, Paint, PictureFill, Solid, UnknownFill
from outreach_decks.powerpoint.elements import NAMESPACES, Element, qualified
from outreach_decks.powerpoint.found_colours import Palette

_WHOLE: Final = 100_000
_FILLS: Final = frozenset(
    qualified(f"a:{name}") for name in ("noFill", "solidFill", "gradFill", "pattFill", "blipFill", "grpFill")
)
# From this number on, a style counts in the fills that the theme has for backgrounds (20.1.10.57).
_BACKGROUNDS_FROM: Final = 1_001


@dataclass(frozen=True, slots=True)
class Paintbox:
    """What a page paints with: its colours, the fills and lines of its theme, and the part that holds its pictures."""

    palette: Palette
    part: Part
    theme: Element | None = None
    group: Fill = None

    def fill(self, parent: Element | None, style: Element | None = None) -> Fill:
        """What ``parent``, such as ``p:spPr``, is filled with; what it does not say, the ``p:style`` beside it does."""
        own = own_fill(parent)
        if own is not None:
            return self.painted(own)
        reference = None if style is None else style.find("a:fillRef", NAMESPACES)
        return self.styled(reference)

    def styled(self, reference: Element | None) -> Fill:
        """The fill of the theme that an ``a:fillRef`` or ``p:bgRef`` names by its number."""
        number = int(reference.get("idx", "0")) if reference is not None else 0
        if reference is None or number in {0, _BACKGROUNDS_FROM - 1}:
            return None
        listed = "a:bgFillStyleLst" if number >= _BACKGROUNDS_FROM else "a:fillStyleLst"
        position = number - _BACKGROUNDS_FROM if number >= _BACKGROUNDS_FROM else number - 1
        there = None if self.theme is None else self.theme.find(f".//{listed}", NAMESPACES)
        fills = [each for each in there if each.tag in _FILLS] if there is not None else []
        if position >= len(fills):
            return UnknownFill()
        return self.painted(fills[position], self.palette.paint(reference))

    def stroke(self, parent: Element | None, style: Element | None = None) -> Paint | None:
        """The colour of an outline; None where there is no line, or a colour that cannot be known."""
        line = None if parent is None else parent.find("a:ln", NAMESPACES)
        own = own_fill(line)
        if own is not None:
            return self.palette.paint(own) if own.tag == qualified("a:solidFill") else None
        reference = None if style is None else style.find("a:lnRef", NAMESPACES)
        drawn = reference is not None and reference.get("idx", "0") != "0"
        return self.palette.paint(reference) if drawn else None

    def painted(self, element: Element, placeholder: Paint | None = None) -> Fill:
        """One of the elements that fill; ``placeholder`` stands for the colour of the style."""
        match etree.QName(element).localname:
            case "noFill":
                return None
            case "solidFill":
                paint = self.palette.paint(element, placeholder)
                return Solid(paint) if paint else UnknownFill()
            case "gradFill":
                return self._blend(element.findall("a:gsLst/a:gs", NAMESPACES), placeholder)
            case "pattFill":
                colours = [element.find(f"a:{name}", NAMESPACES) for name in ("fgClr", "bgClr")]
                return self._blend([each for each in colours if each is not None], placeholder)
            case "blipFill":
                return self.picture(element)
            case _:
                return self.group

    def _blend(self, stops: list[Element], placeholder: Paint | None) -> Fill:
        paints = [paint for stop in stops if (paint := self.palette.paint(stop, placeholder))]
        return Blend(tuple(paints)) if paints and len(paints) == len(stops) else UnknownFill()

    def picture(self, filled: Element) -> Fill:
        """An ``a:blipFill`` or ``p:blipFill``."""
        blip = filled.find("a:blip", NAMESPACES)
        image = None if blip is None else self.embedded(blip.get(qualified("r:embed")))
        if blip is None or image is None:
            return UnknownFill()
        cut = filled.find("a:srcRect", NAMESPACES)
        left, top, right, bottom = (0.0 if cut is None else int(cut.get(side, "0")) / _WHOLE for side in "ltrb")
        faded = blip.find("a:alphaModFix", NAMESPACES)
        opacity = 1.0 if faded is None else int(faded.get("amt", str(_WHOLE))) / _WHOLE
        return PictureFill(image, (left, top, right, bottom), opacity)

    def embedded(self, relation: str | None) -> bytes | None:
        """The bytes of the part that a relation leads to; None where they are not in the file."""
        found = self.part.rels.get(relation) if relation else None
        return None if found is None or found.is_external else found.target_part.blob


def own_fill(parent: Element | None) -> Element | None:
    """The element that says how ``parent`` is filled, if it says so itself."""
    return next((child for child in parent if child.tag in _FILLS), None) if parent is not None else None
