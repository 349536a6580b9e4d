"""The three templates that are not ours, and our talks on them: as if each outline named one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

import pptx
from PIL import Image

from outreach_decks.build import Wanted, variant_of
from outreach_decks.checks.text_fits import check_text_fits
from outreach_decks.deck import Deck, DrawnImage, PlacedChart, PlacedQrCode
from outreach_decks.diagnostics import Diagnostic
from outreach_decks.event import Event
from outreach_decks.layout.lay_out import lay_out
from outreach_decks.parse_event import Day
from outreach_decks.powerpoint.write import write_pptx
from outreach_decks.project import Look, Project
from outreach_decks.resolve import resolve
from outreach_decks.workspace import OUTLINES, DiskWorkspace
from tests.foreign.drawn import drawn_template
from tests.projects import ROOT

TEMPLATES = ("default.pptx", "garden.potx", "drawn.pptx")
TALKS = ("church", "school", "community")
EVENT = Event(
    speaker="Aiko Tanaka", organisation="Machida Outreach", venue="Machida Community Hall, Room 3",
    date="2027-03-14", contact="aiko@example.org", url="https://example.org/talks",
    local_help=("Police station: 042-000-0110", "Child guidance centre: 042-000-0189"),
)  # fmt: skip


@cache
def template(name: str) -> bytes:
    """The bytes of one of the three."""
    if name == "default.pptx":
        return (Path(pptx.__file__).parent / "templates" / name).read_bytes()
    return drawn_template() if name == "drawn.pptx" else (ROOT / "docs" / "examples" / name).read_bytes()


@dataclass(frozen=True, slots=True)
class Renamed:
    """Our project, but every outline names another template, which lies beside it."""

    name: str
    disk: DiskWorkspace = field(default_factory=lambda: DiskWorkspace(ROOT))

    def read(self, name: str) -> bytes:
        """Return a file of the project."""
        if name == f"{OUTLINES}/{self.name}":
            return template(self.name)
        found = self.disk.read(name)
        is_outline = re.fullmatch(rf"{OUTLINES}/\w+\.yaml", name)
        return re.sub(rb"(?m)^template: .*$", f"template: {self.name}".encode(), found) if is_outline else found

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the names of the files in a folder."""
        return self.disk.names(folder, suffix)


@dataclass(frozen=True, slots=True)
class Made:
    """A talk on a template, and what was found about its texts."""

    deck: Deck
    look: Look
    found: tuple[Diagnostic, ...]

    def written(self) -> bytes:
        """The deck, with plain pictures where charts and codes are: they are drawn and looked at elsewhere."""
        shapes = (shape for slide in self.deck.slides for shape in slide.shapes)
        drawings = {shape: _plain() for shape in shapes if isinstance(shape, PlacedChart | PlacedQrCode)}
        return write_pptx(self.deck, self.look.pptx, self.look.theme, self.look.geometry, drawings)


@cache
def project(name: str) -> Project:
    """Our project on one of the three."""
    return Project(Renamed(name))


@cache
def made(name: str, talk: str, language: str) -> Made:
    """A talk on one of the three, laid out."""
    ours = project(name)
    outline = ours.outline(f"{OUTLINES}/{talk}.yaml")
    variant, _ = variant_of(outline, ours.base, Day(EVENT), Wanted(language=language))
    told, _ = ours.translations.translated(outline, variant)
    look = ours.look(outline)
    deck = lay_out(resolve(told, variant, ours.base, ours.editions(variant)), look.geometry, look.faces.measure)
    return Made(deck, look, tuple(check_text_fits(deck)))


@cache
def _plain() -> DrawnImage:
    held = BytesIO()
    Image.new("RGB", (4, 4), "white").save(held, "PNG")
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4" viewBox="0 0 4 4"/>'
    return DrawnImage(svg, held.getvalue())
