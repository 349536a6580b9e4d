"""What a template has, what our slides will look like on it, and what is wrong with it; nothing is printed here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from outreach_decks.build import Draft, draft
from outreach_decks.diagnostics import Diagnostic, Severity, Span, in_order
from outreach_decks.event import Event
from outreach_decks.parse_event import Day
from outreach_decks.project import Project
from outreach_decks.sample_outline import PICTURE, sample_outline, sample_picture
from outreach_decks.workspace import Workspace, folder_of, join

if TYPE_CHECKING:
    from outreach_decks.powerpoint.inventory import FoundLayout, FoundPlaceholder
    from outreach_decks.powerpoint.template import AdoptedTemplate

_SAMPLE: Final = "sample-of-a-template.yaml"
_EMU_PER_CM: Final = 360_000
_KINDS: Final = {
    "title": "title", "ctrTitle": "title", "subTitle": "subtitle", "body": "text", "obj": "content", "pic": "picture",
    "clipArt": "picture", "tbl": "table", "chart": "chart", "dgm": "diagram", "media": "film", "dt": "date",
    "ftr": "footer", "sldNum": "page number", "hdr": "header",
}  # fmt: skip
# Sizes that our slides do not go below where the template allows it, pt.
_LEAST_TITLE, _LEAST_TEXT = 28.0, 20.0
_EVENT: Final = Event(
    speaker="Aiko Tanaka", organisation="Town Walks", venue="Town hall", date="2027-03-14", contact="aiko@example.org"
)


class _Files(Protocol):
    def read(self, name: str) -> bytes: ...

    def names(self, folder: str, suffix: str) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class _Beside:
    """A project with a few files more that are on no disk."""

    workspace: _Files
    files: dict[str, bytes] = field(default_factory=dict)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file."""
        return self.files[name] if name in self.files else self.workspace.read(name)

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the names of the files in a folder."""
        return self.workspace.names(folder, suffix)


def adopted(file: str, workspace: Workspace) -> AdoptedTemplate:
    """A template, read as a talk that names it would read it.

    Raises:
        DeckError: with all that is wrong with it or with its table.
        OSError: when it cannot be read.
    """
    from outreach_decks.powerpoint.template import adopt_template

    project = Project(workspace)
    return adopt_template(workspace.read(file), project.layout_table(file), project.standard, file)


def layout_lines(found: AdoptedTemplate) -> Iterator[list[str]]:
    """The layouts and their placeholders, a row each, as a terminal shows them in columns; "" rows part them."""
    used: dict[int, list[str]] = {}
    for silhouette, choice in found.choices.items():
        used.setdefault(choice.layout.number, []).append(silhouette)
    for layout in found.layouts:
        master = f", master {layout.master}" if found.layouts[-1].master > 1 else ""
        serves = f" (for: {', '.join(used[layout.number])})" if layout.number in used else ""
        yield [f"{layout.label}{master}{serves}"]
        yield from (_placeholder_row(one, found.size) for one in layout.placeholders)
        yield []


def _placeholder_row(one: FoundPlaceholder, size: tuple[int, int]) -> list[str]:
    kind = _KINDS.get(one.kind, one.kind)
    if one.box is None:
        return ["", str(one.index), one.name, kind, "no place", "", ""]
    slot = one.inherited.slot("body", one.index)
    place = _place(one.box.x + one.box.width // 2, one.box.y + one.box.height // 2, size)
    measured = f"{one.box.width / _EMU_PER_CM:.1f} x {one.box.height / _EMU_PER_CM:.1f} cm"
    return ["", str(one.index), one.name, kind, place, measured, f"{slot.size:g} pt" if slot else ""]


def _place(x: int, y: int, size: tuple[int, int]) -> str:
    """Where the middle of a box is, in words."""
    across = ("left", "middle", "right")[min(3 * x // size[0], 2)]
    down = ("top", "middle", "bottom")[min(3 * y // size[1], 2)]
    return "middle" if across == down else f"{down} {across}"


def page_line(found: AdoptedTemplate) -> str:
    """The size of the pages, and how many layouts and masters there are."""
    width, height = (length / _EMU_PER_CM for length in found.size)
    masters = found.layouts[-1].master
    several = f"{masters} masters" if masters > 1 else "1 master"
    return f"{width:.1f} x {height:.1f} cm, {len(found.layouts)} layouts, {several}"


def faces_line(found: AdoptedTemplate) -> str:
    """The faces of the theme."""
    theme = found.theme
    names = dict.fromkeys(name for name in (theme.heading_latin, theme.latin) if name)
    japanese = theme.east_asian or "none is named"
    return f"faces: {', '.join(names)}; for Japanese: {japanese}"


def colours_line(found: AdoptedTemplate) -> str:
    """Our colours as they were chosen from the theme."""
    return "colours: " + ", ".join(f"{name} {rgb}" for name, rgb in found.theme.colours.items())


def sample(file: str, workspace: Workspace) -> Draft:
    """A deck in a template that has a slide of every kind.

    Raises:
        DeckError: with all that is wrong with the template or the project.
    """
    outline, picture = join(folder_of(file), _SAMPLE), join(folder_of(file), PICTURE)
    base = Project(workspace).base
    text = sample_outline(file.rpartition("/")[2], next(iter(base.audiences)), base.book)
    beside = _Beside(workspace, {outline: text.encode("utf-8"), picture: sample_picture()})
    return draft(outline, Project(beside), Day(_EVENT))


def findings(file: str, found: AdoptedTemplate, made: Draft) -> tuple[Diagnostic, ...]:
    """What is wrong with a template: what reads badly, cannot be measured, is small, or has no room."""
    span = Span(file)
    several = [
        *_faint(found, span),
        *(_unmeasured(name, span) for name in made.look.faces.strange(east_asian=True)),
        *_small(found, span),
        *_too_long(made, span),
    ]
    return in_order(several)


def missing_rows(found: AdoptedTemplate) -> Iterator[list[str]]:
    """Each kind of slide with its layout and what has no placeholder there and gets a box of its own."""
    for silhouette, one in found.adoptions.items():
        if one.missing:
            yield ["", silhouette, found.choices[silhouette].layout.label, ", ".join(one.missing)]


def _faint(found: AdoptedTemplate, span: Span) -> Iterator[Diagnostic]:
    """Colours of ours that the theme has none for that reads, each once, whatever layouts have it."""
    from outreach_decks.palettes import unmet

    where: dict[tuple[str, str, float, float], dict[str, None]] = {}
    for silhouette, layout in found.geometry.layouts.items():
        for demand in unmet((layout.theme or found.theme).colours):
            where.setdefault(demand, {})[found.choices[silhouette].layout.label] = None
    for (name, behind, least, there), labels in where.items():
        message = (
            f'the theme has no colour for "{name}" that reads on "{behind}": its contrast is {there:.1f}, and '
            f"{least:g} is wanted (layouts {', '.join(labels)})"
        )
        yield Diagnostic("faint-colour", message, span, Severity.WARNING, (_DARKER,))


_DARKER: Final = "in PowerPoint: View, Slide Master, Colors; make one accent darker, or the background plainer"


def _unmeasured(name: str, span: Span) -> Diagnostic:
    message = f'nobody here can measure the face "{name}"; its words are taken to be wider than most'
    hints = ("look whether all texts fit, or put the face's font files into assets/fonts and name them in faces.yaml",)
    return Diagnostic("unmeasurable-face", message, span, Severity.WARNING, hints)


def _small(found: AdoptedTemplate, span: Span) -> Iterator[Diagnostic]:
    """Placeholders whose words would be too small for the last row."""
    for layout, one in _set_large(found):
        slot = one.inherited.slot("body", one.index)
        is_title = one.kind in {"title", "ctrTitle"}
        least = (_LEAST_TITLE if is_title else _LEAST_TEXT) * found.geometry.scale
        if slot is not None and slot.size < least:
            larger = "it stays so" if is_title else "our slides set their words larger"
            where = f'on the layout "{layout.label}" the placeholder {one.index} ({one.name})'
            message = f"{where} has {slot.size:g} pt; {larger}"
            yield Diagnostic("small-placeholder", message, span, Severity.NOTE)


def _set_large(found: AdoptedTemplate) -> Iterator[tuple[FoundLayout, FoundPlaceholder]]:
    """The placeholders that hold more than sources, which are in small print everywhere."""
    seen = {
        (choice.layout.number, one.index): (choice.layout, one)
        for silhouette, choice in found.choices.items()
        for role, one in choice.placeholders.items()
        if role != "source" and (silhouette, role) != ("sources", "body")
    }
    yield from seen.values()


def _too_long(made: Draft, span: Span) -> Iterator[Diagnostic]:
    """Kinds of slides on which even a few words have no room."""
    lines = {slide.span.line: slide.id for slide in made.deck.slides}
    for one in made.diagnostics:
        if one.code == "text-too-long":
            slide = next((lines[line] for line in sorted(lines, reverse=True) if line <= one.span.line), "")
            message = f'on the sample slide "{slide}" {one.message.removeprefix("this ")}'
            yield Diagnostic(one.code, message, span)
