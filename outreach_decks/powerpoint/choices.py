"""Which layout serves a silhouette, and which placeholders its roles, as a table beside the template says."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from outreach_decks.diagnostics import Diagnostic
from outreach_decks.document import Data, DataPath, Document
from outreach_decks.powerpoint.inventory import FoundLayout, FoundPlaceholder
from outreach_decks.powerpoint.silhouettes import fitting_kinds, needed_roles, roles, silhouettes

_KEYS: Final = ("layout", "dark", "slots")
_FLAGS: Final = {"true": True, "false": False}
_MAX_INDEX: Final = 10
_NUMBERED: Final = re.compile(r"(\d{1,4})(?:\.\s*(.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Choice:
    """A layout for a silhouette, and the placeholders that serve its roles; the other roles have none."""

    layout: FoundLayout
    placeholders: Mapping[str, FoundPlaceholder]
    dark: bool | None = None


@dataclass
class TableReading:
    """One reading of a table against the layouts of a template; it gathers what is wrong.

    A table that is ``whole`` names all silhouettes and all that they need, as that of our own templates does. Any
    other may leave out what the program can find for itself.
    """

    table: Document
    layouts: Sequence[FoundLayout]
    whole: bool = True
    findings: list[Diagnostic] = field(default_factory=list)

    def choices(self) -> Mapping[str, Choice]:
        """What the table says, as far as it can be used."""
        data = self.table.data
        if not isinstance(data, dict):
            self._find("wrong-type", "a table of silhouettes was expected", ())
            return {}
        for missing in (name for name in silhouettes() if self.whole and name not in data):
            self._find("missing-silhouette", f'no layout is named for the silhouette "{missing}"', ())
        read = {name: self._choice(name, entry) for name, entry in data.items() if self._known(name)}
        return {name: choice for name, choice in read.items() if choice is not None}

    def _known(self, silhouette: str) -> bool:
        if silhouette in silhouettes():
            return True
        message = f'there is no silhouette called "{silhouette}"'
        self._find_key("unknown-silhouette", message, (silhouette,), _near(silhouette, silhouettes()))
        return False

    def _choice(self, silhouette: str, entry: Data) -> Choice | None:
        if not isinstance(entry, dict):
            self._find("wrong-type", "layout and slots were expected here", (silhouette,))
            return None
        self._check_keys(silhouette, entry)
        layout = self._layout(silhouette, entry.get("layout"))
        slots, dark = entry.get("slots"), self._dark(silhouette, entry)
        if not isinstance(slots, dict):
            self._find(
                "wrong-type", "roles with the numbers of their placeholders were expected", (silhouette, "slots")
            )
            return None
        self._check_roles(silhouette, slots)
        if layout is None:
            return None
        filled = {role: self._placeholder(layout, (silhouette, "slots", role), value) for role, value in slots.items()}
        return Choice(layout, {role: one for role, one in filled.items() if one is not None}, dark)

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
        needed = needed_roles(silhouette) if self.whole else ("title",)
        for role in (role for role in needed if role not in slots):
            self._find(
                "missing-role", f'"{silhouette}" needs a placeholder for the role "{role}"', (silhouette, "slots")
            )

    def _dark(self, silhouette: str, entry: Mapping[str, Data]) -> bool | None:
        value = entry.get("dark")
        if value is None and "dark" not in entry:
            return None
        if isinstance(value, str) and value in _FLAGS:
            return _FLAGS[value]
        self._find("wrong-type", "true or false was expected", (silhouette, "dark"))
        return None

    def _layout(self, silhouette: str, asked: Data) -> FoundLayout | None:
        """The layout of a name; two of one name are told apart by the number in front ("4. Title")."""
        if asked is None:
            return None
        found = self._layouts_called(str(asked))
        if len(found) == 1:
            return found[0]
        path = (silhouette, "layout")
        if found:
            labels = " or ".join(f'"{layout.label}"' for layout in found)
            message = f'the template has {len(found)} layouts called "{asked}"'
            self._find("unknown-layout", message, path, (f"write {labels}",))
            return None
        names = [layout.name for layout in self.layouts]
        listed = "; ".join(layout.label for layout in self.layouts)
        hints = _near(str(asked), names) or (f"its layouts are: {listed}",)
        self._find("unknown-layout", f'the template has no layout called "{asked}"', path, hints)
        return None

    def _layouts_called(self, asked: str) -> list[FoundLayout]:
        named = [layout for layout in self.layouts if layout.name == asked]
        numbered = _NUMBERED.fullmatch(asked)
        if named or numbered is None:
            return named if self.whole is False else named[:1]
        number, name = int(numbered[1]), numbered[2]
        return [layout for layout in self.layouts if layout.number == number and name in (None, layout.name)]

    def _placeholder(self, layout: FoundLayout, path: DataPath, value: Data) -> FoundPlaceholder | None:
        """The placeholder of a number or, where the table is not that of ours, of a name."""
        if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _MAX_INDEX:
            found, called = layout.placeholder(int(value)), f"with the number {int(value)}"
        elif isinstance(value, str) and not self.whole:
            named = layout.called(value)
            found, called = named[0] if len(named) == 1 else None, f'called "{value}" that no other is called as well'
        else:
            self._find("wrong-type", "the number of a placeholder was expected", path)
            return None
        if found is None:
            message = f'the layout "{layout.name}" has no placeholder {called}'
            self._find("unknown-placeholder", message, path, (f"it has {layout.inventory()}",))
            return None
        return self._fitting(found, str(path[-1]), path)

    def _fitting(self, found: FoundPlaceholder, role: str, path: DataPath) -> FoundPlaceholder | None:
        if found.kind not in fitting_kinds(role):
            message = f'the placeholder {found.index} is of the type "{found.kind}", which cannot hold "{role}"'
            self._find("wrong-placeholder", message, path)
            return None
        if found.box is None:
            self._find("wrong-placeholder", f"the placeholder {found.index} has no place and size on its layout", path)
            return None
        return found

    def _find(self, code: str, message: str, path: DataPath, hints: tuple[str, ...] = ()) -> None:
        self.findings.append(self.table.diagnostic(code, message, self.table.span(path), hints))

    def _find_key(self, code: str, message: str, path: DataPath, hints: tuple[str, ...] = ()) -> None:
        self.findings.append(self.table.diagnostic(code, message, self.table.key_span(path), hints))


def _near(word: str, known: Iterable[str]) -> tuple[str, ...]:
    return tuple(f'did you mean "{name}"?' for name in difflib.get_close_matches(word, list(known), 1))
