"""From the names of talks to the bytes of decks: the stages in their order. Nothing is printed or written here."""

from __future__ import annotations

import errno
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from outreach_decks.audience import band_names
from outreach_decks.checks.cases import check_cases
from outreach_decks.checks.contract import check_contract, check_standing
from outreach_decks.checks.demands import check_demands, check_interaction
from outreach_decks.checks.fact_base import check_fact_base, check_freshness, check_shown_rows
from outreach_decks.checks.glyphs import check_glyphs
from outreach_decks.checks.numbers import check_numbers
from outreach_decks.checks.reading import check_reading
from outreach_decks.checks.rhythm import check_rhythm
from outreach_decks.checks.room import check_room
from outreach_decks.checks.slot import check_slot
from outreach_decks.checks.sources_shown import check_sources_shown
from outreach_decks.checks.text_fits import check_text_fits
from outreach_decks.checks.words import check_words
from outreach_decks.deck import Deck, Drawings, DrawnImage, PlacedChart, PlacedQrCode
from outreach_decks.diagnostics import DeckError, Diagnostic, Severity, Span, has_errors, in_order
from outreach_decks.document import Document
from outreach_decks.layout.lay_out import lay_out
from outreach_decks.measure import Measure
from outreach_decks.outline import Outline
from outreach_decks.parse import open_document, parse_outline
from outreach_decks.parse_event import Day
from outreach_decks.parse_facts import parse_audiences, parse_facts
from outreach_decks.parse_kanji import parse_kanji
from outreach_decks.parse_terms import parse_terms
from outreach_decks.readability import KanjiTable
from outreach_decks.resolve import Base, resolve
from outreach_decks.talk import Talk, Variant
from outreach_decks.terms import Terms
from outreach_decks.theme import FontFiles, Geometry, Theme
from outreach_decks.validation import did_you_mean
from outreach_decks.workspace import FONTS, TEMPLATES, Workspace, folder_of, join, stem

Read = TypeVar("Read")
LAYOUT_TABLE = "layouts.yaml"
FACES = (
    "Carlito-Regular.ttf",
    "Carlito-Bold.ttf",
    "Carlito-Italic.ttf",
    "Carlito-BoldItalic.ttf",
    "BIZUDPGothic-Regular.ttf",
    "BIZUDPGothic-Bold.ttf",
)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one talk. ``deck`` is None when nothing may be written.

    ``slides`` counts those that are shown; ``minutes`` is all the time it takes, ``slot`` the time there is.
    ``band`` is "" when the outline could not be read.
    """

    talk: str
    outline: str
    file: str
    deck: bytes | None
    slides: int
    minutes: float
    slot: int
    diagnostics: tuple[Diagnostic, ...]
    band: str = ""

    @property
    def failed(self) -> bool:
        """Tell whether the talk has an error."""
        return self.fails(strict=False)

    def fails(self, *, strict: bool) -> bool:
        """Tell whether the talk may not be written: for an error, and when ``strict`` for a warning too."""
        return any(found.severity >= (Severity.WARNING if strict else Severity.ERROR) for found in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Look:
    """A template, read, and what was drawn for it already: bands of a talk share their charts."""

    pptx: bytes
    theme: Theme
    geometry: Geometry
    drawn: dict[tuple[str, PlacedChart | PlacedQrCode], DrawnImage] = field(default_factory=dict)


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
    def fonts(self) -> FontFiles:
        """The faces that text is measured with and charts are lettered in."""
        return FontFiles(*(self.workspace.read(f"{FONTS}/{name}") for name in FACES))

    @cached_property
    def measure(self) -> Measure:
        """The measurer."""
        return Measure(self.fonts)

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
        from outreach_decks.powerpoint.template import read_template

        try:
            pptx = self.workspace.read(file)
        except OSError:
            raise DeckError([self._unknown_template(outline)]) from None
        theme, geometry = read_template(pptx, self._table(layout_table(file), outline), file)
        return Look(pptx, theme, geometry)

    def _table(self, file: str, outline: Outline) -> Document:
        try:
            return open_document(file, self.workspace)
        except DeckError as error:
            if error.diagnostics[0].code != "missing-file":
                raise
        message = f'the template needs a table of its layouts: "{file}"'
        hint = f"copy {TEMPLATES}/{LAYOUT_TABLE} there and write the names of your layouts into it"
        place = outline.document.span(("template",))
        raise DeckError([outline.document.diagnostic("missing-file", message, place, (hint,))])

    def _unknown_template(self, outline: Outline) -> Diagnostic:
        document, name = outline.document, outline.head.template
        known = [stem(file) for file in self.workspace.names(TEMPLATES, ".pptx")]
        if not known:
            raise FileNotFoundError(errno.ENOENT, "the templates are missing", TEMPLATES)
        hints = did_you_mean(name, known) or (f"one of {', '.join(known)}, or the path of a .pptx",)
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
    if name.endswith(".pptx"):
        return join(folder_of(outline.document.file), name)
    return f"{TEMPLATES}/{name}.pptx"


def layout_table(template: str) -> str:
    """The table of a template's layouts: one for all of ours, one beside each that is not."""
    if folder_of(template) == TEMPLATES:
        return f"{TEMPLATES}/{LAYOUT_TABLE}"
    return f"{template.removesuffix('.pptx')}.{LAYOUT_TABLE}"


def build_talk(name: str, project: Project, day: Day, *, band: str | None = None, write: bool = True) -> Result:
    """Build one talk from the outline ``name``, for its audience's first band when none is given.

    Without ``write`` all stages run but the last.
    """
    outline = _opened(name, project)
    return outline if isinstance(outline, Result) else _built(outline, project, day, band, write=write)


def check_talk(name: str, project: Project, day: Day) -> list[Result]:
    """Run all stages but the last over the outline ``name``, once for each band of its audience."""
    outline = _opened(name, project)
    if isinstance(outline, Result):
        return [outline]
    return [_built(outline, project, day, band, write=False) for band in _bands_of(outline, project)]


def _opened(name: str, project: Project) -> Outline | Result:
    """An outline; or, of a file that cannot be read, the result, with what is wrong with the base besides."""
    try:
        return parse_outline(name, project.workspace)
    except DeckError as error:
        return _failed(name, [*error.diagnostics, *_base_findings(project)])


def _bands_of(outline: Outline, project: Project) -> list[str | None]:
    """The bands of an outline's audience; None, for the first, when there is no such audience."""
    try:
        audience = project.base.audiences.get(outline.head.audience)
    except DeckError:
        return [None]
    return [*band_names(audience)] if audience else [None]


def unknown_band(name: str, project: Project, band: str) -> str | None:
    """What to say when the audience of the outline ``name`` has no such band; None when it has, or is at fault."""
    try:
        audience_id = parse_outline(name, project.workspace).head.audience
        audience = project.base.audiences.get(audience_id)
    except DeckError:
        return None
    if audience is None or band in band_names(audience):
        return None
    hint = "".join(did_you_mean(band, band_names(audience))) or f"there are: {', '.join(band_names(audience))}"
    return f'{audience_id}, the audience of {stem(name)}, has no band "{band}"; {hint}'


def _built(outline: Outline, project: Project, day: Day, band: str | None, *, write: bool) -> Result:
    said = list(outline.findings)
    try:
        result = _build(outline, project, day, band, said, write=write)
    except DeckError as error:
        result = _failed(outline.document.file, [*said, *error.diagnostics])
    return _with_excerpts(result, outline.documents)


def _base_findings(project: Project) -> tuple[Diagnostic, ...]:
    try:
        _ = project.base
    except DeckError as error:
        return error.diagnostics
    return ()


def _failed(name: str, diagnostics: Sequence[Diagnostic]) -> Result:
    return Result(stem(name), name, "", None, 0, 0.0, 0, in_order(diagnostics))


def _build(
    outline: Outline, project: Project, day: Day, band: str | None, said: list[Diagnostic], *, write: bool
) -> Result:
    """Run the stages; what each finds is added to ``said``, so that it is not lost when a later one cannot go on."""
    variant, unknown = variant_of(outline, project.base, day, band)
    talk = resolve(outline, variant, project.base, day.logo_in(variant.language))
    said += [*unknown, *talk.findings, *_base_checked(outline, talk, project), *check_words(outline, project.terms)]
    look = project.look(outline)
    deck = lay_out(talk, look.geometry, project.measure)
    whole = talk.complete and not has_errors((*outline.findings, *unknown))
    said += _checked(talk, deck, look.geometry, project.measure, whole=whole)
    said += _agreed(outline, talk, project, whole=whole) if not unknown else []
    found = in_order(said)
    written = None if has_errors(found) else _written(deck, look, project.fonts, write=write)
    shown = sum(not slide.hidden for slide in deck.slides)
    file = deck_name(outline.name, variant, day, project.base)
    spoken_for = project.base.audiences[variant.audience].band(variant.band)
    outline_file, minutes = outline.document.file, (talk.minutes, variant.minutes)
    return Result(outline.name, outline_file, file, written, shown, *minutes, found, spoken_for)


def _agreed(outline: Outline, talk: Talk, project: Project, *, whole: bool) -> list[Diagnostic]:
    """What the checks find against the contract of the audience; what it lacks, only when the ``whole`` was read."""
    base, audience = project.base, project.base.audiences[talk.variant.audience]
    found = [*check_standing(outline, talk, audience), *check_demands(outline, talk, audience), *check_cases(outline)]
    found += check_reading(talk, audience, project.kanji)
    if not whole:
        return found
    return [*found, *check_contract(outline, talk, audience, base.book), *check_interaction(talk, audience)]


def _base_checked(outline: Outline, talk: Talk, project: Project) -> list[Diagnostic]:
    """What the checks find in the fact base, and in what the talk takes from it or should have taken."""
    book, today = project.base.book, project.today
    shown = {slide.id for slide in talk.slides}
    slides = [authored for authored in outline.slides if authored.slide.id in shown]
    found = [*check_fact_base(book), *check_shown_rows(slides, book), *check_numbers(outline, book)]
    return [*found, *check_freshness(slides, book, today)] if today else found


def variant_of(outline: Outline, base: Base, day: Day, band: str | None = None) -> tuple[Variant, list[Diagnostic]]:
    """The variant of an outline for a band or the usual one, and ``unknown-audience`` if it is."""
    head = outline.head
    variant = Variant(head.audience, head.language, head.minutes, day.event, band)
    if head.audience in base.audiences:
        return variant, []
    document = outline.document
    hints = did_you_mean(head.audience, base.audiences) or (f"one of {', '.join(base.audiences)}",)
    message = f'there is no audience "{head.audience}"'
    found = document.diagnostic("unknown-audience", message, document.span(("audience",)), hints)
    return replace(variant, audience=next(iter(base.audiences)), band=None), [found]


def deck_name(talk: str, variant: Variant, day: Day, base: Base) -> str:
    """The file of a variant: {talk}[-{band}]-{lang}[-notes-{lang}]-{minutes}min[-{event}].pptx, defaults left out."""
    usual = base.audiences[variant.audience].bands[0].id
    band = f"-{variant.band}" if variant.band not in (None, usual) else ""
    spoken = variant.notes_language
    notes = f"-notes-{spoken}" if spoken not in (None, variant.language) else ""
    event = f"-{day.name}" if day.name else ""
    return f"{talk}{band}-{variant.language}{notes}-{variant.minutes}min{event}.pptx"


def _checked(talk: Talk, deck: Deck, geometry: Geometry, measure: Measure, *, whole: bool) -> list[Diagnostic]:
    """What the checks find; the shape of a talk is judged only when the ``whole`` of it could be read."""
    found = [*check_text_fits(deck), *check_sources_shown(talk, deck), *check_glyphs(talk, deck, measure)]
    if not whole:
        return found
    return [*found, *check_slot(talk), *check_rhythm(deck), *check_room(talk, deck, geometry)]


def _written(deck: Deck, look: Look, fonts: FontFiles, *, write: bool) -> bytes | None:
    drawings = _drawings(deck, look, fonts)
    if not write:
        return None
    from outreach_decks.powerpoint.write import write_pptx

    return write_pptx(deck, look.pptx, look.theme, look.geometry, drawings)


def _drawings(deck: Deck, look: Look, fonts: FontFiles) -> Drawings:
    shapes = ((shape, slide.span) for slide in deck.slides for shape in slide.shapes)
    wanted = {shape: span for shape, span in shapes if isinstance(shape, PlacedChart | PlacedQrCode)}
    drawn: dict[PlacedChart | PlacedQrCode, DrawnImage] = {}
    faults: list[Diagnostic] = []
    for shape, span in wanted.items():
        try:
            known = look.drawn.get((deck.language, shape))
            drawn[shape] = known or _drawn(shape, look.theme, fonts, deck.language, span)
            look.drawn[deck.language, shape] = drawn[shape]
        except DeckError as error:
            faults.extend(error.diagnostics)
    if faults:
        raise DeckError(faults)
    return drawn


def _drawn(shape: PlacedChart | PlacedQrCode, theme: Theme, fonts: FontFiles, language: str, span: Span) -> DrawnImage:
    if isinstance(shape, PlacedQrCode):
        from outreach_decks.qr_code import draw_qr_code

        return draw_qr_code(shape, theme, span)
    from outreach_decks.charts.draw import draw_chart

    return draw_chart(shape, theme, fonts, language)


def _with_excerpts(result: Result, documents: Mapping[str, Document]) -> Result:
    """Give each finding the line of text that it is about."""
    return replace(result, diagnostics=tuple(_with_excerpt(found, documents) for found in result.diagnostics))


def _with_excerpt(found: Diagnostic, documents: Mapping[str, Document]) -> Diagnostic:
    document = documents.get(found.span.file)
    if found.excerpt or document is None:
        return found
    return replace(found, excerpt=document.excerpt(found.span))
