"""From the names of talks to the bytes of decks: the stages in their order. Nothing is printed or written here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from outreach_decks.audience import band_names
from outreach_decks.checks.cases import check_cases
from outreach_decks.checks.contract import check_contract, check_standing
from outreach_decks.checks.demands import check_demands, check_interaction
from outreach_decks.checks.fact_base import check_fact_base, check_freshness, check_shown_rows
from outreach_decks.checks.glyphs import check_glyphs
from outreach_decks.checks.image_alts import check_image_alts
from outreach_decks.checks.numbers import check_numbers
from outreach_decks.checks.picture_size import check_picture_size
from outreach_decks.checks.placeholders import check_placeholders
from outreach_decks.checks.reading import check_reading
from outreach_decks.checks.rhythm import check_rhythm
from outreach_decks.checks.room import check_room
from outreach_decks.checks.slot import check_slot
from outreach_decks.checks.sources_shown import check_sources_shown
from outreach_decks.checks.text_fits import check_text_fits
from outreach_decks.checks.words import check_words
from outreach_decks.deck import Deck, DrawnImage, PlacedChart, PlacedQrCode, PlacedSlide
from outreach_decks.diagnostics import DeckError, Diagnostic, Severity, Span, has_errors, in_order
from outreach_decks.document import Document
from outreach_decks.languages import is_east_asian, is_language, unknown
from outreach_decks.layout.lay_out import lay_out
from outreach_decks.measure import Measure
from outreach_decks.outline import Outline
from outreach_decks.parse_event import Day
from outreach_decks.project import Look, Project
from outreach_decks.resolve import Base, resolve
from outreach_decks.talk import Talk, Variant
from outreach_decks.theme import Geometry
from outreach_decks.validation import did_you_mean
from outreach_decks.workspace import stem

Drawing = PlacedChart | PlacedQrCode
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one talk. ``deck`` is None when nothing may be written.

    ``slides`` counts those that are shown; ``minutes`` is all the time it takes, ``slot`` the time there is.
    ``band`` and ``language`` are "" when the outline could not be read.
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
    language: str = ""

    @property
    def failed(self) -> bool:
        """Tell whether the talk has an error."""
        return self.fails(strict=False)

    def fails(self, *, strict: bool) -> bool:
        """Tell whether the talk may not be written: for an error, and when ``strict`` for a warning too."""
        return any(found.severity >= (Severity.WARNING if strict else Severity.ERROR) for found in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a talk: a band and a language, each None for the usual one; notes in None are as the slides."""

    band: str | None = None
    language: str | None = None
    notes: str | None = None


def build_talk(name: str, project: Project, day: Day, wanted: Wanted = Wanted(), *, write: bool = True) -> Result:
    """Build one talk from the outline ``name``, in its own language and for its audience's first band unless told.

    Without ``write`` all stages run but the last.
    """
    outline = _opened(name, project)
    return outline if isinstance(outline, Result) else _built(outline, project, day, wanted, write=write)


def check_talk(name: str, project: Project, day: Day, languages: Sequence[str] = ()) -> list[Result]:
    """Run all stages but the last over the outline ``name``, for each band in each of the languages (none: in all)."""
    wanted = wanted_of(name, project, languages, None, None)
    return [build_talk(name, project, day, each, write=False) for each in wanted]


def wanted_of(
    name: str, project: Project, languages: Sequence[str], notes: str | None, bands: Sequence[str | None] | None
) -> list[Wanted]:
    """All that is asked of a talk: each language (none named: all that it has) for each band (None: all)."""
    outline = _opened(name, project)
    if isinstance(outline, Result):
        return [Wanted()]
    spoken = languages or project.translations.languages_of(outline)
    return [
        Wanted(band, language, notes)
        for language in spoken
        for band in (bands if bands is not None else _bands_of(outline, project))
    ]


def _opened(name: str, project: Project) -> Outline | Result:
    """An outline; or, of a file that cannot be read, the result, with what is wrong with the base besides."""
    try:
        return project.outline(name)
    except DeckError as error:
        return _failed(name, [*error.diagnostics, *_base_findings(project)])


def unknown_language(name: str, project: Project, language: str) -> str | None:
    """What to say when there is no translation of a talk; None when there is, or the outline is at fault."""
    outline = _opened(name, project)
    known = project.translations.languages()
    if isinstance(outline, Result) or language == outline.head.language or language in known:
        return None
    if not is_language(language):
        return unknown(language)
    start = f"make_decks.py translate update --lang {language}"
    return f'{stem(name)} has no translation into "{language}"; begin one with: {start}'


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
        audience_id = project.outline(name).head.audience
        audience = project.base.audiences.get(audience_id)
    except DeckError:
        return None
    if audience is None or band in band_names(audience):
        return None
    hint = "".join(did_you_mean(band, band_names(audience))) or f"there are: {', '.join(band_names(audience))}"
    return f'{audience_id}, the audience of {stem(name)}, has no band "{band}"; {hint}'


def _built(outline: Outline, project: Project, day: Day, wanted: Wanted, *, write: bool) -> Result:
    said = list(outline.findings)
    try:
        result = _build(outline, project, day, wanted, said, write=write)
    except DeckError as error:
        failed = _failed(outline.document.file, [*said, *error.diagnostics])
        result = replace(failed, language=wanted.language or outline.head.language)
    return _with_excerpts(result, {**project.translations.documents(), **outline.documents})


def _base_findings(project: Project) -> tuple[Diagnostic, ...]:
    try:
        _ = project.base
    except DeckError as error:
        return error.diagnostics
    return ()


def _failed(name: str, diagnostics: Sequence[Diagnostic]) -> Result:
    return Result(stem(name), name, "", None, 0, 0.0, 0, in_order(diagnostics))


def _build(
    outline: Outline, project: Project, day: Day, wanted: Wanted, said: list[Diagnostic], *, write: bool
) -> Result:
    """Run the stages; what each finds is added to ``said``, so that it is not lost when a later one cannot go on."""
    variant, unknown = variant_of(outline, project.base, day, wanted)
    said += unknown
    told, found = project.translations.translated(outline, variant)
    editions = project.editions(variant)
    logo = day.logo_in(editions.slides.wording)
    talk = resolve(told, variant, project.base, editions, logo)
    said += [*found, *talk.findings, *_base_checked(outline, talk, project), *check_words(told, project.terms)]
    look = project.look(outline)
    deck = lay_out(talk, look.geometry, look.faces.measure)
    said += _unmeasured(outline, look, variant.language)
    whole = talk.complete and not has_errors((*outline.findings, *unknown))
    said += check_glyphs(talk, deck, look.faces.measure, told.document.span(("title",)))
    said += _checked(talk, deck, look.geometry, look.faces.measure, whole=whole)
    said += check_placeholders(deck, look.geometry, _template_line(outline))
    said += _agreed(outline, told, talk, project, whole=whole) if not unknown else []
    diagnostics = in_order(said)
    written = None if has_errors(diagnostics) else _written(deck, look, _template_line(outline), write=write)
    shown = sum(not slide.hidden for slide in deck.slides)
    file = deck_name(outline.name, variant, day, project.base)
    spoken_for = project.base.audiences[variant.audience].band(variant.band)
    outline_file, minutes = outline.document.file, (talk.minutes, variant.minutes)
    return Result(outline.name, outline_file, file, written, shown, *minutes, diagnostics, spoken_for, variant.language)


@dataclass(frozen=True, slots=True)
class Draft:
    """A deck of which nobody asked whether it may be shown: what a template looks like with words in."""

    deck: Deck
    look: Look
    pptx: bytes
    diagnostics: tuple[Diagnostic, ...]


def draft(name: str, project: Project, day: Day) -> Draft:
    """Lay out and write the outline ``name`` in its own language, and say what does not fit.

    Raises:
        DeckError: with all that is wrong with the outline or its template.
    """
    outline = project.outline(name)
    variant, _ = variant_of(outline, project.base, day, Wanted())
    told, _ = project.translations.translated(outline, variant)
    talk = resolve(told, variant, project.base, project.editions(variant))
    look = project.look(outline)
    deck = lay_out(talk, look.geometry, look.faces.measure)
    place = _template_line(outline)
    found = [*check_text_fits(deck), *check_placeholders(deck, look.geometry, place)]
    return Draft(deck, look, _written(deck, look, place, write=True) or b"", in_order(found))


def _template_line(outline: Outline) -> Span:
    """Where the outline names its template."""
    return outline.document.span(("template",))


def _agreed(outline: Outline, told: Outline, talk: Talk, project: Project, *, whole: bool) -> list[Diagnostic]:
    """What the checks find against the contract of the audience; what it lacks, only when the ``whole`` was read.

    ``told`` is the outline in the language of the slides.
    """
    base, audience = project.base, project.base.audiences[talk.variant.audience]
    found = [*check_standing(outline, talk, audience), *check_demands(told, talk, audience), *check_cases(outline)]
    found += [*check_reading(talk, audience, project.kanji), *check_image_alts(told)]
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


def variant_of(outline: Outline, base: Base, day: Day, wanted: Wanted) -> tuple[Variant, list[Diagnostic]]:
    """The variant of an outline that is asked for, and ``unknown-audience`` if it is."""
    head = outline.head
    language = wanted.language or head.language
    notes = None if wanted.notes == language else wanted.notes
    variant = Variant(head.audience, language, head.minutes, day.event, wanted.band, notes)
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
    found = [*check_text_fits(deck), *check_sources_shown(talk, deck), *check_picture_size(deck, geometry.width)]
    if not whole:
        return found
    return [*found, *check_slot(talk), *check_rhythm(deck), *check_room(talk, deck, geometry, measure)]


def _unmeasured(outline: Outline, look: Look, language: str) -> list[Diagnostic]:
    """``unmeasurable-face`` for each face of the template whose widths nobody here knows."""
    document = outline.document
    hints = ("look whether all texts fit, or put the face's font files into assets/fonts and name them in faces.yaml",)
    message = 'nobody here can measure the face "{}"; its words are taken to be wider than most'
    return [
        document.diagnostic("unmeasurable-face", message.format(name), place, hints, Severity.WARNING)
        for name in look.faces.strange(east_asian=is_east_asian(language))
        for place in [document.span(("template",))]
    ]


def _written(deck: Deck, look: Look, place: Span, *, write: bool) -> bytes | None:
    """The finished bytes, looked at once more; ``place`` is the line of the outline that names the template."""
    if not write:
        _all_of(deck, lambda shape, slide: _try(deck.language, shape, slide, look))
        return None
    from outreach_decks.powerpoint.soundness import faults
    from outreach_decks.powerpoint.write import write_pptx

    drawings = _all_of(deck, lambda shape, slide: _drawn(deck.language, shape, slide, look))
    pptx = write_pptx(deck, look.pptx, look.theme, look.geometry, drawings)
    if found := faults(pptx):
        raise DeckError([_unsound(found, place)])
    return pptx


def _unsound(found: Sequence[str], place: Span) -> Diagnostic:
    """A deck that PowerPoint might not open is never a file."""
    more = f", and {len(found) - 1} more" if len(found) > 1 else ""
    message = f"the finished deck does not hold together: {found[0]}{more}"
    hints = ("nothing in the outline causes this: it is the template, or a fault of the program; please report it",)
    return Diagnostic("unsound-deck", message, place, hints=hints)


def _all_of(deck: Deck, draw: Callable[[Drawing, PlacedSlide], Made]) -> dict[Drawing, Made]:
    """What a function makes of each drawing of a deck.

    Raises:
        DeckError: with all that is wrong with any of them.
    """
    shapes = ((shape, slide) for slide in deck.slides for shape in slide.shapes)
    wanted = {shape: slide for shape, slide in shapes if isinstance(shape, PlacedChart | PlacedQrCode)}
    made: dict[Drawing, Made] = {}
    faults: list[Diagnostic] = []
    for shape, slide in wanted.items():
        try:
            made[shape] = draw(shape, slide)
        except DeckError as error:
            faults.extend(error.diagnostics)
    if faults:
        raise DeckError(faults)
    return made


def _drawn(language: str, shape: Drawing, slide: PlacedSlide, look: Look) -> DrawnImage:
    if (language, shape) not in look.drawn:
        look.drawn[language, shape] = _draw(language, shape, slide, look)
    return look.drawn[language, shape]


def _draw(language: str, shape: Drawing, slide: PlacedSlide, look: Look) -> DrawnImage:
    if isinstance(shape, PlacedQrCode):
        from outreach_decks.qr_code import draw_qr_code

        return draw_qr_code(shape, look.theme_on(slide.layout), slide.span)
    from outreach_decks.charts.draw import draw_chart

    return draw_chart(shape, look.theme_on(slide.layout), look.faces.fonts, language)


def _try(language: str, shape: Drawing, slide: PlacedSlide, look: Look) -> None:
    """Find what is wrong with a drawing, without saving it."""
    if (language, shape) in look.tried:
        return
    if isinstance(shape, PlacedQrCode):
        _drawn(language, shape, slide, look)
    else:
        from outreach_decks.charts.draw import try_chart

        try_chart(shape, look.theme_on(slide.layout), look.faces.fonts, language)
    look.tried.add((language, shape))


def _with_excerpts(result: Result, documents: Mapping[str, Document]) -> Result:
    """Give each finding the line of text that it is about."""
    return replace(result, diagnostics=tuple(_with_excerpt(found, documents) for found in result.diagnostics))


def _with_excerpt(found: Diagnostic, documents: Mapping[str, Document]) -> Diagnostic:
    document = documents.get(found.span.file)
    if found.excerpt or document is None:
        return found
    return replace(found, excerpt=document.excerpt(found.span))
