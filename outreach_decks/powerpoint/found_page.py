"""A page and what stands above it: a slide, its layout, its master and the presentation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lxml import etree
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part, XmlPart

from outreach_decks.found_deck import FoundPlaceholder, Paint
from outreach_decks.geometry import Box
from outreach_decks.powerpoint.elements import NAMESPACES, Element
from outreach_decks.powerpoint.found_colours import Palette, theme_colours
from outreach_decks.powerpoint.found_fills import Paintbox
from outreach_decks.powerpoint.found_text import FARTHEST, TextStyles
from outreach_decks.powerpoint.inheritance import same_kind, style_name

_THEME_OVERRIDE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/themeOverride"
# How a page calls the colours of its theme where nothing else is said (ECMA-376 Part 1, 19.3.1.6).
_USUAL_NAMES: Final = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
_TITLES: Final = frozenset({"title", "ctrTitle"})
_MARK: Final = "*/p:nvPr/p:ph"
_USUAL_KIND: Final = "obj"

# The placeholders of a layout, each with the mark that makes it one.
Placeholders = tuple[tuple[Element, Element], ...]


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page with its layout and master; a layout is its own, and a master has none. Elements are roots of parts.

    ``placeholders`` are those of the layout.
    """

    part: Part
    root: Element
    layout: Element | None
    master: Element | None
    presentation: Element
    paintbox: Paintbox
    placeholders: Placeholders = ()

    def parents(self, shape: Element) -> tuple[Element, ...]:
        """The placeholders that a placeholder goes back to: on the layout, then on the master."""
        mark = shape.find(_MARK, NAMESPACES)
        if mark is None:
            return ()
        on_layout = None if self.layout is self.root else _same_place(self.placeholders, mark)
        kind = self.kind(shape)
        on_master = [] if self.master is None or self.master is self.root else same_kind(self.master, kind)
        return tuple(each for each in (on_layout, *on_master) if each is not None)

    def kind(self, shape: Element) -> str:
        """The type of a placeholder; a slide need not repeat what the layout says."""
        mark = shape.find(_MARK, NAMESPACES)
        given = None if mark is None else mark.get("type")
        if given or mark is None or self.layout is None:
            return given or _USUAL_KIND
        there = _same_place(self.placeholders, mark)
        found = None if there is None else there.find(_MARK, NAMESPACES)
        return _USUAL_KIND if found is None else found.get("type", _USUAL_KIND)

    def placeholder(self, shape: Element) -> FoundPlaceholder | None:
        """What ties a shape to the layout."""
        mark = shape.find(_MARK, NAMESPACES)
        return None if mark is None else FoundPlaceholder(self.kind(shape), _index(mark))

    def box(self, shape: Element) -> Box | None:
        """Where a shape is, by itself or by the placeholders above it; None where nothing says so."""
        return next((box for each in (shape, *self.parents(shape)) if (box := own_box(each)) is not None), None)

    def styles(self, shape: Element, body: Element) -> TextStyles:
        """What the text of a shape inherits, its own list of styles first."""
        parents = [each for parent in self.parents(shape) if (each := parent.find("p:txBody", NAMESPACES)) is not None]
        own = [each for one in (body, *parents) if (each := one.find("a:lstStyle", NAMESPACES)) is not None]
        frames = [each for one in (body, *parents) if (each := one.find("a:bodyPr", NAMESPACES)) is not None]
        return TextStyles((*own, *self._usual_styles(shape)), tuple(frames), self._style_paint(shape))

    def _usual_styles(self, shape: Element) -> tuple[Element, ...]:
        default = self.presentation.findall("p:defaultTextStyle", NAMESPACES)
        if self.master is None:
            return tuple(default)
        name = style_name(self.kind(shape)) if shape.find(_MARK, NAMESPACES) is not None else "otherStyle"
        of_master = self.master.findall(f"p:txStyles/p:{name}", NAMESPACES)
        # Text outside placeholders goes by the presentation's default before the master's "other".
        return tuple((*default, *of_master) if name == "otherStyle" else (*of_master, *default))

    def _style_paint(self, shape: Element) -> Paint | None:
        reference = shape.find("p:style/a:fontRef", NAMESPACES)
        return None if reference is None else self.paintbox.palette.paint(reference)

    @property
    def tree(self) -> Element | None:
        """The tree of its shapes."""
        return self.root.find("p:cSld/p:spTree", NAMESPACES)


def open_page(part: Part, layout: Part | None, master: Part | None, presentation: Element) -> FoundPage:
    """Take a page together with the layout and master that it stands on."""
    root = root_of(part)
    above = None if master is None else root_of(master)
    theme = None if master is None else _theme(master)
    palette = Palette(_theme_colours(part, theme), _names(root, above))
    paintbox = Paintbox(palette, part, theme)
    between = None if layout is None else root_of(layout)
    return FoundPage(part, root, between, above, presentation, paintbox, _placeholders(between))


def root_of(part: Part) -> Element:
    """The XML of a part, read without entities and from nowhere but the part."""
    if isinstance(part, XmlPart):
        typed: Element = part._element  # noqa: SLF001 - python-pptx has parsed it already
        return typed
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    return etree.fromstring(part.blob, parser)


def related(part: Part, kind: str) -> Part | None:
    """The first part of a kind that a part leads to."""
    found = (one.target_part for one in part.rels.values() if one.reltype == kind and not one.is_external)
    return next(found, None)


def own_box(shape: Element) -> Box | None:
    """Where a shape itself says that it is.

    Raises:
        ValueError: when that is nowhere at all.
    """
    for path in ("p:spPr/a:xfrm", "p:grpSpPr/a:xfrm", "p:xfrm"):
        corner, size = (shape.find(f"{path}/a:{name}", NAMESPACES) for name in ("off", "ext"))
        if corner is not None and size is not None:
            return Box(
                *(_length(each, name) for each, name in ((corner, "x"), (corner, "y"), (size, "cx"), (size, "cy")))
            )
    return None


def _length(element: Element, name: str) -> int:
    value = int(element.get(name, "0"))
    if abs(value) > FARTHEST:
        raise ValueError(f"{name} is {value}")
    return value


def _theme(master: Part) -> Element | None:
    part = related(master, RT.THEME)
    return None if part is None else root_of(part)


def _theme_colours(part: Part, theme: Element | None) -> dict[str, str]:
    override = related(part, _THEME_OVERRIDE)
    base = theme_colours(theme)
    return base | ({} if override is None else theme_colours(root_of(override)))


def _names(root: Element, master: Element | None) -> dict[str, str]:
    own = root.find("p:clrMapOvr/a:overrideClrMapping", NAMESPACES)
    of_master = None if master is None else master.find("p:clrMap", NAMESPACES)
    said = own if own is not None else of_master
    return _USUAL_NAMES | ({} if said is None else {str(key): str(value) for key, value in said.attrib.items()})


def _index(mark: Element) -> int:
    given = mark.get("idx", "0")
    return int(given) if given.isdigit() else 0


def _placeholders(layout: Element | None) -> Placeholders:
    shapes = () if layout is None else layout.iterfind("p:cSld/p:spTree/*", NAMESPACES)
    return tuple((mark, shape) for shape in shapes if (mark := shape.find(_MARK, NAMESPACES)) is not None)


def _same_place(placeholders: Placeholders, mark: Element) -> Element | None:
    """The placeholder of a layout with the same idx, or, LibreOffice writes none, the first of the same type."""
    kind, index = mark.get("type", _USUAL_KIND), mark.get("idx")
    by_index = [shape for there, shape in placeholders if index is not None and there.get("idx") == index]
    by_kind = [shape for there, shape in placeholders if _alike(there.get("type", _USUAL_KIND), kind)]
    return next(iter((*by_index, *by_kind)), None)


def _alike(one: str, other: str) -> bool:
    return one == other or {one, other} <= _TITLES
