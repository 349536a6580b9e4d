"""The contract of an audience, in rules/audiences.yaml: what a talk must have and what it must not show.

``missing-kind-of-slide``, ``help-not-second``, ``help-not-last``, ``missing-help-line`` and ``missing-disclosure-plan``
say what a talk lacks. ``forbidden-kind``, ``forbidden-topic`` and ``too-heavy`` are said of a slide that names the band
in its ``bands``, or that no band of the audience would have. Another slide that a band refuses is left out of it, and
``not-for-band`` says so: a warning in the band that is usually built, a note in the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import outreach_decks.slide_kinds as kinds
from outreach_decks.audience import Audience, Contract, band_names
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.facts import FactBook, HelpLine
from outreach_decks.outline import AuthoredSlide, Outline
from outreach_decks.standing import Standing, standing
from outreach_decks.talk import Help, Talk, TalkSlide, Variant


@dataclass(frozen=True, slots=True)
class Agreed:
    """What holds for a talk, and how to say for whom."""

    audience: Audience
    variant: Variant

    @property
    def contract(self) -> Contract:
        """What holds for the band."""
        return self.audience.contract(self.variant.band)

    @property
    def is_usual(self) -> bool:
        """Tell whether the band is the one that is built when none is asked for."""
        return self.audience.band(self.variant.band) == band_names(self.audience)[0]

    @property
    def band(self) -> str:
        """The audience and the band, as messages name them."""
        return f"{self.variant.audience}, band {self.audience.band(self.variant.band)}"

    def whom(self, section: str, term: str) -> str:
        """The audience, or its band where the term is the band's own."""
        own = self.audience.is_of_band(self.variant.band, section, term)
        return self.band if own else self.variant.audience


def check_contract(outline: Outline, talk: Talk, audience: Audience, book: FactBook) -> Iterator[Diagnostic]:
    """A talk has what its audience must be given; to be asked only of a talk that could be read as a whole."""
    agreed = Agreed(audience, talk.variant)
    yield from _missing_kinds(outline, talk, agreed)
    yield from _help_in_place(outline, talk, agreed)
    yield from _missing_help_lines(outline, talk, agreed, book)
    yield from _disclosure_plan(outline, talk, agreed)


def check_standing(outline: Outline, talk: Talk, audience: Audience) -> Iterator[Diagnostic]:
    """No slide is one that its audience must not be shown."""
    agreed = Agreed(audience, talk.variant)
    for authored in outline.slides:
        yield from _standing(authored, agreed)


def shown(talk: Talk) -> list[TalkSlide]:
    """The slides that are shown, in order."""
    return [slide for slide in talk.slides if not slide.hidden]


def _authored(outline: Outline, talk: Talk) -> dict[str, AuthoredSlide]:
    """The slides that are shown, as they were written, by id."""
    there = {slide.id for slide in shown(talk)}
    return {authored.slide.id: authored for authored in outline.slides if authored.slide.id in there}


def _missing_kinds(outline: Outline, talk: Talk, agreed: Agreed) -> Iterator[Diagnostic]:
    there = {authored.slide.kind for authored in _authored(outline, talk).values()}
    # The program adds a slide of sources where there is something to cite.
    there |= {"sources"} if any(slide.id == "sources" for slide in talk.slides) else set()
    for kind in agreed.contract.must_have.kinds:
        if kind not in there:
            message = f'a talk for {agreed.whom("must_have", "kinds")} needs a slide of kind "{kind}"'
            yield _of_the_talk(outline, "missing-kind-of-slide", message, "add one; docs/kinds-of-slides.md shows how")


def _of_the_talk(outline: Outline, code: str, message: str, hint: str) -> Diagnostic:
    document = outline.document
    return document.diagnostic(code, message, document.key_span(("slides",)), (hint,))


def _help_in_place(outline: Outline, talk: Talk, agreed: Agreed) -> Iterator[Diagnostic]:
    must, slides = agreed.contract.must_have, shown(talk)
    if must.help_second and not (len(slides) > 1 and isinstance(slides[1].content, Help)):
        message = f"the second slide of a talk for {agreed.whom('must_have', 'help_second')} must show help lines"
        place = slides[1].span if len(slides) > 1 else outline.document.key_span(("slides",))
        yield Diagnostic("help-not-second", message, place, hints=("put a slide of kind help before this one",))
    if must.help_last and not (slides and isinstance(slides[-1].content, Help)):
        message = f"the last slide of a talk for {agreed.whom('must_have', 'help_last')} must show help lines"
        place = slides[-1].span if slides else outline.document.key_span(("slides",))
        yield Diagnostic("help-not-last", message, place, hints=("put a slide of kind help after this one",))


def _missing_help_lines(outline: Outline, talk: Talk, agreed: Agreed, book: FactBook) -> Iterator[Diagnostic]:
    slides = [one for one in _authored(outline, talk).values() if isinstance(one.slide, kinds.Help) and one.slide.lines]
    if not slides:
        return
    lines = [book.help_lines[name] for one in slides for name in _lines(one) if name in book.help_lines]
    must, last = agreed.contract.must_have, slides[-1]
    for tag in must.help_tags:
        if not any(tag in line.tags for line in lines):
            whom = agreed.whom("must_have", "help_tags")
            message = f'a talk for {whom} must show a help line tagged "{tag}"'
            yield last.finding("missing-help-line", message, ("lines",), hint=_with_tag(tag, book))
    for language in must.help_languages:
        if not any(_answers_in(line, language) for line in lines):
            whom = agreed.whom("must_have", "help_languages")
            message = f"a talk for {whom} must show a help line that answers in {language}"
            yield last.finding("missing-help-line", message, ("lines",), hint=_with_language(language, book))


def _lines(authored: AuthoredSlide) -> tuple[str, ...]:
    return authored.slide.lines if isinstance(authored.slide, kinds.Help) else ()


def _answers_in(line: HelpLine, language: str) -> bool:
    return language.casefold() in (line.languages or "").casefold()


def _with_tag(tag: str, book: FactBook) -> str:
    return _choice([name for name, line in book.help_lines.items() if line.printable and tag in line.tags])


def _with_language(language: str, book: FactBook) -> str:
    known = book.help_lines.items()
    return _choice([name for name, line in known if line.printable and _answers_in(line, language)])


def _choice(names: list[str]) -> str:
    return f"add one of {', '.join(names)}" if names else "facts/help_lines.yaml has none that may be shown"


def _disclosure_plan(outline: Outline, talk: Talk, agreed: Agreed) -> Iterator[Diagnostic]:
    plan = agreed.contract.must_have.disclosure_plan
    first = next(iter(_authored(outline, talk).values()), None)
    if plan is None or first is None:
        return
    notes = first.slide.notes or ""
    missing = [f"{{help.{name}}}" for name in plan.lines if f"{{help.{name}}}" not in notes]
    whom = agreed.whom("must_have", "disclosure_plan")
    if plan.topic not in first.slide.topics:
        message = f"in a talk for {whom}, the first slide's notes must hold the plan for a person who tells something"
        hint = f"write the plan into the notes, then say so: topics: [{plan.topic}]"
        yield first.finding("missing-disclosure-plan", message, ("notes",), hint=hint, severity=Severity.WARNING)
    elif missing:
        message = f"the plan for a person who tells something names {' and '.join(missing)}"
        hint = "add them to these notes, with when to call each"
        yield first.finding("missing-disclosure-plan", message, ("notes",), hint=hint, severity=Severity.WARNING)


def _standing(authored: AuthoredSlide, agreed: Agreed) -> Iterator[Diagnostic]:
    stands = standing(authored.slide, agreed.audience, agreed.variant.band)
    if stands is Standing.REFUSED:
        yield _refused(authored, agreed)
    if stands is Standing.LEFT_OUT:
        yield _left_out(authored, agreed)


def _left_out(authored: AuthoredSlide, agreed: Agreed) -> Diagnostic:
    message = f"the contract of {agreed.band} leaves this slide out: {_reason(authored, agreed)}"
    hint = f"say whom it is for: bands: [{', '.join(_bands_that_take(authored, agreed.audience))}]"
    severity = Severity.WARNING if agreed.is_usual else Severity.NOTE
    return authored.finding("not-for-band", message, ("id",), hint=hint, severity=severity)


def _bands_that_take(authored: AuthoredSlide, audience: Audience) -> list[str]:
    return [band for band in band_names(audience) if audience.contract(band).objection(authored.slide) is None]


def _refused(authored: AuthoredSlide, agreed: Agreed) -> Diagnostic:
    reason = f"{_refused_by(authored, agreed)}: {_reason(authored, agreed)}"
    others = _bands_that_take(authored, agreed.audience)
    hint = f"leave it to bands: [{', '.join(others)}]" if others else "leave it out, or change it"
    match agreed.contract.objection(authored.slide):
        case "kind":
            return authored.finding("forbidden-kind", f"not for {reason}", ("kind",), hint=hint)
        case "topic":
            return authored.finding("forbidden-topic", f"not for {reason}", ("topics",), hint=hint)
        case _:
            return authored.finding("too-heavy", f"too heavy for {reason}", ("level",), hint=hint)


def _refused_by(authored: AuthoredSlide, agreed: Agreed) -> str:
    """The audience, or its band where the audience by itself would have the slide."""
    return agreed.variant.audience if agreed.audience.objection(authored.slide) else agreed.band


def _reason(authored: AuthoredSlide, agreed: Agreed) -> str:
    refused, slide = agreed.contract.must_not_have, authored.slide
    match agreed.contract.objection(slide):
        case "kind":
            return f"no slides of kind {slide.kind}"
        case "topic":
            return f"nothing on {' or '.join(topic for topic in slide.topics if topic in refused.topics)}"
        case _:
            return f"level {slide.level} where {refused.level_above} is the most"
