"""Read a template and the table beside it: which layout serves a silhouette, and where everything is."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.presentation import Presentation
from pptx.slide import SlideLayout

from outreach_decks.diagnostics import DeckError, Diagnostic
from outreach_decks.document import Data, DataPath, Document
from outreach_decks.powerpoint.inheritance import Inheritance
from outreach_decks.powerpoint.opening import bad_template, open_pptx
from outreach_decks.powerpoint.silhouettes import fitting_kinds, needed_roles, roles, silhouettes
from outreach_decks.powerpoint.xml_paths import Element, find
from outreach_decks.theme import COLOUR_SLOTS, Geometry, LayoutSlots, Slot, Theme

_KEYS: Final = ("layout", "dark", "slots")
_FLAGS: Final = {"true": True, "false": False}
_PLACEHOLDERS: Final = "p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph]"
_MAX_INDEX: Final = 10


def read_template(pptx: bytes, table: Document, file: str = "template.pptx") -> tuple[Theme, Geometry]:
    """Read the look of a template; ``file`` is its name as findings show it.

    ``table`` maps each silhouette to ``layout`` (a name), ``dark`` (a flag) and ``slots`` (role to placeholder index).

    Raises:
        DeckError: ``bad-template`` for a file that cannot be used, or else everything that is wrong with the table:
            ``unknown-silhouette``, ``missing-silhouette``, ``unknown-layout``, ``unknown-role``, ``missing-role``,
            ``unknown-placeholder``, ``wrong-placeholder``, ``unknown-key``, ``missing-key``, ``wrong-type``.
    """
    presentation = open_pptx(pptx, file)
    theme = _theme(presentation)
    if theme is None:
        raise bad_template(file, "it has no theme with colours and faces")
    reading = _Reading(table, presentation)
    layouts = reading.layouts()
    findings = (*table.findings, *reading.findings)
    if findings:
        raise DeckError(findings)
    return theme, Geometry(int(presentation.slide_width or 0), int(presentation.slide_height or 0), layouts)


def _theme(presentation: Presentation) -> Theme | None:
    root = parse_xml(presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    colours = {name: _rgb(root, slot) for name, slot in COLOUR_SLOTS.items()}
    if not all(colours.values()):
        return None
    latin, heading = _face(root, "minorFont/a:latin"), _face(root, "majorFont/a:latin")
    return Theme(colours, latin, _japanese_face(root, "minorFont"), heading, _japanese_face(root, "majorFont"))


def _japanese_face(root: Element, level: str) -> str:
    """The East Asian face; where it is left open, the one that Office takes for Japanese (ECMA-376, 20.1.4.1.16)."""
    return _face(root, f"{level}/a:ea") or _face(root, f"{level}/a:font[@script='Jpan']")


def _rgb(root: Element, slot: str) -> str:
    """A colour of the theme as RRGGBB; a colour of the system is what it last was."""
    found = find(root, f".//a:clrScheme/a:{slot}/a:srgbClr/@val | .//a:clrScheme/a:{slot}/a:sysClr/@lastClr")
    return str(found[0]).upper() if found else ""


def _face(root: Element, path: str) -> str:
    return str(next(iter(find(root, f".//a:fontScheme/a:{path}/@typeface")), ""))


@dataclass
class _Reading:
    """One reading of a table against a template; it gathers what is wrong."""

    table: Document
    presentation: Presentation
    findings: list[Diagnostic] = field(default_factory=list)

    def layouts(self) -> Mapping[str, LayoutSlots]:
        data = self.table.data
        if not isinstance(data, dict):
            self._find("wrong-type", "a table of silhouettes was expected", ())
            return {}
        for missing in (name for name in silhouettes() if name not in data):
            self._find("missing-silhouette", f'no layout is named for the silhouette "{missing}"', ())
        read = {name: self._layout(name, entry) for name, entry in data.items() if self._known(name)}
        return {name: layout for name, layout in read.items() if layout is not None}

    def _known(self, silhouette: str) -> bool:
        if silhouette in silhouettes():
            return True
        message = f'there is no silhouette called "{silhouette}"'
        self._find_key("unknown-silhouette", message, (silhouette,), _near(silhouette, silhouettes()))
        return False

    def _layout(self, silhouette: str, entry: Data) -> LayoutSlots | None:
        if not isinstance(entry, dict):
            self._find("wrong-type", "layout and slots were expected here", (silhouette,))
            return None
        self._check_keys(silhouette, entry)
        layout = self._slide_layout(silhouette, entry.get("layout"))
        slots, dark = entry.get("slots"), self._dark(silhouette, entry)
        if not isinstance(slots, dict):
            self._find(
                "wrong-type", "roles with the numbers of their placeholders were expected", (silhouette, "slots")
            )
            return None
        self._check_roles(silhouette, slots)
        if layout is None:
            return None
        found = _Layout(layout, self.presentation)
        filled = {role: self._slot(found, (silhouette, "slots", role), value) for role, value in slots.items()}
        return LayoutSlots(layout.name, {role: slot for role, slot in filled.items() if slot is not None}, dark)

    def _check_keys(self, silhouette: str, entry: Mapping[str, Data]) -> None:
        for key in (key for key in entry if key not in _KEYS):
            self._find_key("unknown-key", f'"{key}" is not a key of a layout', (silhouette, key), _near(key, _KEYS))
        for key in (key for key in ("layout", "slots") if key not in entry):
            self._find_key("missing-key", f'"{key}" is missing', (silhouette,))

    def _check_roles(self, silhouette: str, slots: Mapping[str, Data]) -> None:
        known = roles(silhouette)
        for role in (role for role in slots if role not in known):
            message = f'"{silhouette}" has no role called "{role}"'
            self._find_key("unknown-role", message, (silhouette, "slots", role), _near(role, known))
        for role in (role for role in needed_roles(silhouette) if role not in slots):
            self._find(
                "missing-role", f'"{silhouette}" needs a placeholder for the role "{role}"', (silhouette, "slots")
            )

    def _dark(self, silhouette: str, entry: Mapping[str, Data]) -> bool:
        value = entry.get("dark", "false")
        if isinstance(value, str) and value in _FLAGS:
            return _FLAGS[value]
        self._find("wrong-type", "true or false was expected", (silhouette, "dark"))
        return False

    def _slide_layout(self, silhouette: str, name: Data) -> SlideLayout | None:
        if name is None:
            return None
        layout = next((layout for layout in self.presentation.slide_layouts if layout.name == name), None)
        if layout is None:
            names = [layout.name for layout in self.presentation.slide_layouts]
            hints = _near(str(name), names) or (f"its layouts are called: {', '.join(names)}",)
            self._find("unknown-layout", f'the template has no layout called "{name}"', (silhouette, "layout"), hints)
        return layout

    def _slot(self, layout: _Layout, path: DataPath, value: Data) -> Slot | None:
        role = str(path[-1])
        if not (isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _MAX_INDEX):
            self._find("wrong-type", "the number of a placeholder was expected", path)
            return None
        shape = layout.placeholder(int(value))
        if shape is None:
            message = f'the layout "{layout.name}" has no placeholder with the number {int(value)}'
            self._find("unknown-placeholder", message, path, (f"it has {layout.inventory()}",))
            return None
        return self._fitting(layout.inherited(shape), role, int(value), path)

    def _fitting(self, inherited: Inheritance, role: str, index: int, path: DataPath) -> Slot | None:
        if inherited.kind not in fitting_kinds(role):
            message = f'the placeholder {index} is of the type "{inherited.kind}", which cannot hold "{role}"'
            self._find("wrong-placeholder", message, path)
            return None
        slot = inherited.slot(role, index)
        if slot is None:
            self._find("wrong-placeholder", f"the placeholder {index} has no place and size on its layout", path)
        return slot

    def _find(self, code: str, message: str, path: DataPath, hints: tuple[str, ...] = ()) -> None:
        self.findings.append(self.table.diagnostic(code, message, self.table.span(path), hints))

    def _find_key(self, code: str, message: str, path: DataPath, hints: tuple[str, ...] = ()) -> None:
        self.findings.append(self.table.diagnostic(code, message, self.table.key_span(path), hints))


class _Layout:
    """A layout and its placeholders by index."""

    def __init__(self, layout: SlideLayout, presentation: Presentation) -> None:
        self.name = layout.name
        self._master = layout.slide_master.element
        self._presentation = presentation.element
        self._shapes = dict(_by_index(find(layout.element, _PLACEHOLDERS)))

    def placeholder(self, index: int) -> Element | None:
        return self._shapes.get(index)

    def inherited(self, shape: Element) -> Inheritance:
        return Inheritance(shape, self._master, self._presentation)

    def inventory(self) -> str:
        """The numbers and names of its placeholders, for hints."""
        named = (
            f"{index} ({find(shape, 'p:nvSpPr/p:cNvPr/@name')[0]})" for index, shape in sorted(self._shapes.items())
        )
        return ", ".join(named) or "none"


def _by_index(shapes: Iterable[Element]) -> Iterator[tuple[int, Element]]:
    return ((int(find(shape, "p:nvSpPr/p:nvPr/p:ph")[0].get("idx", "0")), shape) for shape in shapes)


def _near(word: str, known: Iterable[str]) -> tuple[str, ...]:
    return tuple(f'did you mean "{name}"?' for name in difflib.get_close_matches(word, list(known), 1))
