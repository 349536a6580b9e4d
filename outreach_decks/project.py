"""What all talks of a project share: fact base, contracts, words, faces, templates and translations."""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from outreach_decks.deck import DrawnImage, PlacedChart, PlacedQrCode
from outreach_decks.diagnostics import DeckError, Diagnostic
from outreach_decks.document import Document
from outreach_decks.names import Names
from outreach_decks.outline import Outline
from outreach_decks.parse import open_document, parse_outline
from outreach_decks.parse_faces import parse_faces
from outreach_decks.parse_facts import parse_audiences, parse_facts
from outreach_decks.parse_kanji import parse_kanji
from outreach_decks.parse_names import parse_names
from outreach_decks.parse_terms import parse_terms
from outreach_decks.readability import KanjiTable
from outreach_decks.resolve import Base, Editions
from outreach_decks.talk import Variant
from outreach_decks.terms import Terms
from outreach_decks.theme import Geometry, Theme
from outreach_decks.translations.desk import TranslationDesk
from outreach_decks.typefaces import MeasuredFaces, Typefaces
from outreach_decks.validation import did_you_mean
from outreach_decks.workspace import FONTS, TEMPLATES, Workspace, folder_of, join, stem

Read = TypeVar("Read")
LAYOUT_TABLE = "layouts.yaml"
STANDARD = "church.pptx"
# What a template may be saved as; those with macros are opened only to say why they are refused.
TEMPLATE_ENDINGS = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm", ".ppt", ".pot", ".pps")


@dataclass(frozen=True, slots=True)
class Look:
    """A template, read, and what was drawn for it already, or only tried: bands of a talk share their charts."""

    pptx: bytes
    theme: Theme
    geometry: Geometry
    faces: MeasuredFaces
    drawn: dict[tuple[str, PlacedChart | PlacedQrCode], DrawnImage] = field(default_factory=dict)
    tried: set[tuple[str, PlacedChart | PlacedQrCode]] = field(default_factory=set)

    def theme_on(self, silhouette: str) -> Theme:
        """The colours that read on the layout of a silhouette."""
        return self.geometry.layouts[silhouette].theme or self.theme


class Project:
    """What all talks of a project share; each is read when the first talk asks for it, and once."""

    def __init__(self, workspace: Workspace, today: date | None = None) -> None:
        """Keep the workspace; nothing is read yet.

        ``today`` is the day as of which the fact base is fresh or not. It adds notes and never changes a deck; without
        it nothing is said about freshness.
        """
        self.workspace = workspace
        self.today = today
        self._looks: dict[str, Look] = {}
        self._outlines: dict[str, Outline] = {}

    @cached_property
    def base(self) -> Base:
        """The fact base and the audiences.

        Raises:
            DeckError: with everything that is wrong in their files.
        """
        book, faults = _tried(parse_facts, self.workspace)
        audiences, more = _tried(parse_audiences, self.workspace)
        if book is None or audiences is None:
            raise DeckError([*faults, *more])
        return Base(book, audiences, self.workspace)

    def outline(self, name: str) -> Outline:
        """The outline ``name``, read once.

        Raises:
            DeckError: when nothing of it can be read.
        """
        if name not in self._outlines:
            self._outlines[name] = parse_outline(name, self.workspace)
        return self._outlines[name]

    @cached_property
    def translations(self) -> TranslationDesk:
        """The talks and the fact base in other languages."""
        return TranslationDesk(self.workspace, lambda: self.base.book, lambda: self.names)

    def editions(self, variant: Variant) -> Editions:
        """The program's words and the fact base in the languages of a variant.

        Raises:
            DeckError: with everything that is wrong in a file of translations.
        """
        slides = self.translations.edition(variant.language).edition
        return Editions(slides, self.translations.edition(variant.spoken_language).edition)

    @cached_property
    def names(self) -> Names:
        """The names that translations must give exactly.

        Raises:
            DeckError: with everything that is wrong in the file.
        """
        return parse_names(self.workspace)

    def kanji(self) -> KanjiTable:
        """The kanji of each school year; read only when a contract asks for them.

        Raises:
            DeckError: with everything that is wrong in the file.
        """
        return self._kanji

    @cached_property
    def _kanji(self) -> KanjiTable:
        return parse_kanji(self.workspace)

    @cached_property
    def terms(self) -> Terms:
        """The words to use and to avoid.

        Raises:
            DeckError: with everything that is wrong in the file.
        """
        return parse_terms(self.workspace)

    @cached_property
    def typefaces(self) -> Typefaces:
        """The files and measures of faces.

        Raises:
            DeckError: with everything that is wrong in the table of faces.
        """
        return Typefaces(parse_faces(self.workspace), self.workspace)

    def font_files(self) -> dict[str, bytes]:
        """The font files at hand by name, for pictures of decks made on a machine that may have none of them."""
        found = (name for ending in (".ttf", ".otf") for name in self.workspace.names(FONTS, ending))
        return {PurePosixPath(name).name: self.workspace.read(name) for name in found}

    def look(self, outline: Outline) -> Look:
        """The template of an outline.

        Raises:
            DeckError: ``unknown-template``, or what is wrong with the template or its table.
            FileNotFoundError: when the program's own templates are missing.
        """
        file = template_file(outline)
        if file not in self._looks:
            self._looks[file] = self._read_look(file, outline)
        return self._looks[file]

    def _read_look(self, file: str, outline: Outline) -> Look:
        from outreach_decks.powerpoint.template import adopt_template

        try:
            pptx = self.workspace.read(file)
        except OSError:
            raise DeckError([self._unknown_template(outline)]) from None
        if folder_of(file) == TEMPLATES:
            return self._look(pptx, *self._own_template(pptx, file))
        found = adopt_template(pptx, self.layout_table(file), self.standard, file)
        return self._look(pptx, found.theme, found.geometry)

    def _look(self, pptx: bytes, theme: Theme, geometry: Geometry) -> Look:
        slots = [slot for layout in geometry.layouts.values() for slot in layout.slots.values()]
        slots += [layout.footer for layout in geometry.layouts.values() if layout.footer]
        return Look(pptx, theme, geometry, self.typefaces.of(theme, slots))

    def _own_template(self, pptx: bytes, file: str) -> tuple[Theme, Geometry]:
        from outreach_decks.powerpoint.template import read_template

        return read_template(pptx, open_document(layout_table(file), self.workspace), file)

    @cached_property
    def standard(self) -> Geometry:
        """Where a template of ours has everything: what others are filled by.

        Raises:
            FileNotFoundError: when the program's own templates are missing.
        """
        file = f"{TEMPLATES}/{STANDARD}"
        return self._own_template(self.workspace.read(file), file)[1]

    def layout_table(self, template: str) -> Document | None:
        """The table beside a template that is not ours; None where nobody has written one.

        Raises:
            DeckError: with everything that is wrong with it as a file.
        """
        try:
            return open_document(layout_table(template), self.workspace)
        except DeckError as error:
            if error.diagnostics[0].code != "missing-file":
                raise
        return None

    def _unknown_template(self, outline: Outline) -> Diagnostic:
        document, name = outline.document, outline.head.template
        known = [stem(file) for file in self.workspace.names(TEMPLATES, ".pptx")]
        if not known:
            raise FileNotFoundError(errno.ENOENT, "the templates are missing", TEMPLATES)
        hints = did_you_mean(name, known) or (f"one of {', '.join(known)}, or the path of a .pptx, .potx or .ppsx",)
        message = f'there is no template "{name}"'
        return document.diagnostic("unknown-template", message, document.span(("template",)), hints)


def _tried(parse: Callable[[Workspace], Read], workspace: Workspace) -> tuple[Read | None, tuple[Diagnostic, ...]]:
    """What was read, or None and what is wrong with it."""
    try:
        return parse(workspace), ()
    except DeckError as error:
        return None, error.diagnostics


def template_file(outline: Outline) -> str:
    """The file of an outline's template: one of ours by its name, or a path from the outline's folder."""
    name = outline.head.template
    if name.lower().endswith(TEMPLATE_ENDINGS):
        return join(folder_of(outline.document.file), name)
    return f"{TEMPLATES}/{name}.pptx"


def layout_table(template: str) -> str:
    """The table of a template's layouts: one for all of ours, one beside each that is not."""
    if folder_of(template) == TEMPLATES:
        return f"{TEMPLATES}/{LAYOUT_TABLE}"
    return f"{template.rpartition('.')[0]}.{LAYOUT_TABLE}"
