"""Make the pictures of README.md from the decks as they are now: ``python tools/build_pictures.py [FOLDER]``.

For each talk, six of its slides on one picture, and in ``pictures.json`` what they were. A test compares
that with the decks of today, and says when the pictures have to be made again. LibreOffice draws the slides.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image
from pydantic import BaseModel

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from outreach_decks.build import Wanted, build_talk, variant_of  # noqa: E402 - needs the path
from outreach_decks.deck import Deck, PlacedSlide, PlacedText  # noqa: E402
from outreach_decks.event import Event  # noqa: E402
from outreach_decks.layout.lay_out import lay_out  # noqa: E402
from outreach_decks.parse_event import Day  # noqa: E402
from outreach_decks.preview import render_pdf  # noqa: E402
from outreach_decks.project import Project, template_file  # noqa: E402
from outreach_decks.resolve import resolve  # noqa: E402
from outreach_decks.text import Run  # noqa: E402
from outreach_decks.workspace import OUTLINES, DiskWorkspace  # noqa: E402

FOLDER = ROOT / "docs" / "images"
RECORD = "pictures.json"
# What a talk is like, in six slides: by the name of the picture, which is that of the talk and, where it is not the
# talk's own, the language.
SHOWN = {
    "church": ("cover", "japan-by-year", "learn-to-do-well", "how-it-goes", "japan-how-many", "prayer"),
    "school": ("cover", "under-18", "five-steps", "talk-about-the-boy", "quiz-yes-answer", "what-to-do"),
    "community": ("cover", "debt-trap", "signs", "inspections", "myth-always-sex", "what-not-to-do"),
    "school-ja": ("cover", "under-18", "five-steps", "talk-about-the-boy", "quiz-yes-answer", "help-last"),
    "church-ja": ("cover", "help-first", "learn-to-do-well", "japan-how-many", "what-to-do", "prayer"),
}
COLUMNS = 3
SLIDE_WIDTH, GAP = 480, 12
COLOURS = 192
BACKGROUND = "#D0D3D6"
# Of a shape, what a reader of README.md cannot see: where its words were written, and what layout knows about its room.
_UNSEEN = frozenset({"span", "notes", "needed", "available", "excess", "alt"})


@dataclass(frozen=True, slots=True)
class Shown:
    """The slides of a picture in their order, and the number of the page that each is on, counted from 0."""

    slides: tuple[PlacedSlide, ...]
    pages: tuple[int, ...]
    template: bytes

    @property
    def digest(self) -> str:
        """What the slides look like: the same on every system, and other when words, places or the template change."""
        held = hashlib.sha256(self.template)
        held.update(json.dumps([_seen(slide) for slide in self.slides], ensure_ascii=True).encode("ascii"))
        return held.hexdigest()


def shown(name: str, project: Project) -> Shown:
    """The six slides of a picture.

    Raises:
        ValueError: when the talk no longer has one of them.
    """
    deck, template = _deck(name, project)
    visible = [slide for slide in deck.slides if not slide.hidden]
    places = {slide.id: page for page, slide in enumerate(visible)}
    gone = [slide for slide in SHOWN[name] if slide not in places]
    if gone:
        raise ValueError(f"{name} has no slide {', '.join(gone)}; name others in {Path(__file__).name}")
    pages = tuple(places[slide] for slide in SHOWN[name])
    return Shown(tuple(visible[page] for page in pages), pages, template)


def _deck(name: str, project: Project) -> tuple[Deck, bytes]:
    file, wanted = _asked(name)
    outline = project.outline(file)
    variant, _ = variant_of(outline, project.base, Day(Event()), wanted)
    told, _ = project.translations.translated(outline, variant)
    resolved = resolve(told, variant, project.base, project.editions(variant))
    look = project.look(outline)
    deck = lay_out(resolved, look.geometry, look.faces.measure)
    return deck, project.workspace.read(template_file(outline))


def _asked(name: str) -> tuple[str, Wanted]:
    """The outline of a picture, and the language that it shows."""
    talk, _, language = name.partition("-")
    return f"{OUTLINES}/{talk}.yaml", Wanted(language=language or None)


def _seen(value: object) -> object:
    """Plain data of what can be seen. Numbers of sources are left out: they change with every slide before."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    if isinstance(value, Mapping):
        return {str(key): _seen(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_seen(each) for each in value if not _is_source(each)]
    if is_dataclass(value) and not isinstance(value, type):
        return {each.name: _seen(getattr(value, each.name)) for each in fields(value) if each.name not in _UNSEEN}
    return value


def _is_source(value: object) -> bool:
    match value:
        case Run(superscript=superscript):
            return superscript
        case PlacedText(role=role):
            return role == "source"
        case _:
            return False


def picture(pdf: bytes, pages: Sequence[int]) -> bytes:
    """Pages of a PDF on one picture, three in a row, as a small PNG."""
    slides = tuple(_drawn(pdf, pages))
    height = slides[0].height
    rows = -(-len(slides) // COLUMNS)
    size = (COLUMNS * (SLIDE_WIDTH + GAP) + GAP, rows * (height + GAP) + GAP)
    sheet = Image.new("RGB", size, BACKGROUND)
    for number, slide in enumerate(slides):
        row, column = divmod(number, COLUMNS)
        sheet.paste(slide, (GAP + column * (SLIDE_WIDTH + GAP), GAP + row * (height + GAP)))
    held = io.BytesIO()
    sheet.quantize(COLOURS, dither=Image.Dither.NONE).save(held, "PNG", optimize=True)
    return held.getvalue()


def _drawn(pdf: bytes, pages: Sequence[int]) -> Iterator[Image.Image]:
    with pdfium.PdfDocument(pdf) as document:
        for number in pages:
            page = document[number]
            # Twice as large and made smaller: thin lines stay even.
            large = page.render(scale=2 * SLIDE_WIDTH / page.get_width()).to_pil()
            size = (SLIDE_WIDTH, round(SLIDE_WIDTH * large.height / large.width))
            yield large.resize(size, Image.Resampling.LANCZOS)


def main(folder: Path = FOLDER) -> None:
    """Write one picture a talk, and the record of what they show.

    Raises:
        ValueError: when an outline has errors.
        PreviewError: when LibreOffice is missing.
    """
    project = Project(DiskWorkspace(ROOT))
    chosen = {name: shown(name, project) for name in SHOWN}
    pdfs = render_pdf({name: _built(name, project) for name in SHOWN}, fonts=project.font_files())
    folder.mkdir(parents=True, exist_ok=True)
    for name, slides in chosen.items():
        (folder / f"{name}.png").write_bytes(picture(pdfs[name], slides.pages))
    record = {name: {"slides": SHOWN[name], "digest": slides.digest} for name, slides in chosen.items()}
    (folder / RECORD).write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8", newline="\n")


def _built(name: str, project: Project) -> bytes:
    file, wanted = _asked(name)
    deck = build_talk(file, project, Day(Event()), wanted).deck
    if deck is None:
        raise ValueError(f"{name} has errors; see: make_decks.py check")
    return deck


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
