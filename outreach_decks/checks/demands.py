"""What a talk asks of those who listen: ``too-many-words``, ``too-many-new-terms``, ``long-without-interaction``.

The limits are those of the audience's contract: words on a slide, new terms in a talk, minutes in which a class only
listens.
Words are those below the title, as the slide shows them; help lines, sources and quotations are not counted. New terms
are the audience's ``special_terms``, looked for in what is shown and said. A class is asked something by a ``quiz``, a
``discussion``, an ``activity``, or any slide that says ``minutes``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from outreach_decks.audience import Audience
from outreach_decks.authored_texts import AuthoredText, slide_texts
from outreach_decks.checks.contract import Agreed, shown
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.languages import counts_characters
from outreach_decks.outline import Outline
from outreach_decks.resolve import speech_minutes
from outreach_decks.standing import slides_of_band
from outreach_decks.talk import Activity, Discussion, Passage, Question, Quote, Talk, TalkSlide


def check_demands(outline: Outline, talk: Talk, audience: Audience) -> Iterator[Diagnostic]:
    """No slide and no talk has more words, or more new ones, than the contract lets it."""
    agreed = Agreed(audience, talk.variant)
    yield from _words(talk, agreed)
    yield from _new_terms(outline, agreed)


def check_interaction(talk: Talk, audience: Audience) -> Iterator[Diagnostic]:
    """Nobody only listens for longer than the contract lets them; of a talk that could be read as a whole."""
    yield from _interaction(talk, Agreed(audience, talk.variant))


def _words(talk: Talk, agreed: Agreed) -> Iterator[Diagnostic]:
    japanese = counts_characters(talk.variant.language)
    term, unit = ("characters_on_a_slide", "characters") if japanese else ("words_on_a_slide", "words")
    most = getattr(agreed.contract.at_most, term)
    for slide in shown(talk) if most is not None else ():
        count = count_words(slide, japanese=japanese)
        if count > most:
            message = f"{count} {unit} below the title, {most} at most for {agreed.whom('at_most', term)}"
            hints = ("move part of it to the notes or to another slide",)
            yield Diagnostic("too-many-words", message, slide.span, Severity.WARNING, hints)


def count_words(slide: TalkSlide, *, japanese: bool) -> int:
    """The words below a slide's title; in Japanese, the characters that are not spaces."""
    if isinstance(slide.content, Quote):
        return 0
    text = " ".join(passages(slide.content))
    return len("".join(text.split())) if japanese else len(text.split())


def passages(value: object) -> Iterator[str]:
    """The passages of a content, without marks."""
    if isinstance(value, Passage):
        yield value.plain
    elif isinstance(value, tuple):
        for item in value:
            yield from passages(item)
    elif is_dataclass(value):
        for each in fields(value):
            yield from passages(getattr(value, each.name))


def _new_terms(outline: Outline, agreed: Agreed) -> Iterator[Diagnostic]:
    most = agreed.contract.at_most.new_terms
    terms = _patterns(agreed)
    met: dict[str, tuple[AuthoredText, tuple[int, int]]] = {}
    for text in _texts(outline, agreed) if most is not None else ():
        for found, term in sorted((one.span(), term) for term, pattern in terms if (one := pattern.search(text.text))):
            met.setdefault(term, (text, found))
    for number, (term, (text, place)) in enumerate(met.items(), 1):
        if most is not None and number > most:
            whom = agreed.whom("at_most", "new_terms")
            message = f'"{term}" is the {_ordinal(number)} new word of this talk; {most} at most for {whom}'
            hints = ("say it in words that everybody knows",)
            yield text.finding("too-many-new-terms", message, place, hints, Severity.WARNING)


def _texts(outline: Outline, agreed: Agreed) -> Iterator[AuthoredText]:
    """The texts in the order in which they are met: what a slide shows is seen before its notes are said."""
    for authored in slides_of_band(outline, agreed.audience, agreed.variant.band):
        if not authored.slide.hidden:
            yield from sorted(slide_texts(authored), key=lambda text: text.channel == "spoken")


def _patterns(agreed: Agreed) -> list[tuple[str, re.Pattern[str]]]:
    terms = agreed.audience.special_terms
    if agreed.variant.language == "ja":
        return [(term, re.compile(re.escape(term))) for term in terms.ja]
    return [(term, _whole_words(term)) for term in terms.en]


def _whole_words(term: str) -> re.Pattern[str]:
    """The term in any case, also with an s, also over the end of a line."""
    words = r"\s+".join(re.escape(word) for word in term.split())
    return re.compile(rf"(?<![\w-]){words}(?:e?s)?(?![\w-])", re.IGNORECASE)


def _ordinal(number: int) -> str:
    teens = number % 100 in {11, 12, 13}
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _interaction(talk: Talk, agreed: Agreed) -> Iterator[Diagnostic]:
    most = agreed.contract.at_most.minutes_without_interaction
    listened = 0.0
    for slide in shown(talk) if most is not None else ():
        if _asks_something(slide):
            listened = 0.0
            continue
        before = listened
        listened += speech_minutes(slide.notes, talk.variant, agreed.audience)
        if most is not None and before <= most < listened:
            yield _too_long(slide, most, agreed)


def _too_long(slide: TalkSlide, most: int, agreed: Agreed) -> Diagnostic:
    whom = agreed.whom("at_most", "minutes_without_interaction")
    minutes = "minute" if most == 1 else "minutes"
    message = f"with this slide, {whom} has listened for more than {most} {minutes} without being asked anything"
    hints = ("put a quiz, a discussion or an activity before it",)
    return Diagnostic("long-without-interaction", message, slide.span, Severity.WARNING, hints)


def _asks_something(slide: TalkSlide) -> bool:
    return isinstance(slide.content, Question | Discussion | Activity) or slide.minutes > 0
