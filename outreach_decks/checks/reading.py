"""``hard-to-read``: words above the reading level of the audience.

In English, the notes of a slide have a higher Flesch–Kincaid grade than the contract lets them; slides with few words
said are not judged, since one long name would decide. In Japanese, too many of a slide's kanji, shown and said, are of
later years than the audience has learnt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from outreach_decks.audience import Audience, Reading
from outreach_decks.checks.contract import Agreed, shown
from outreach_decks.checks.demands import passages
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.readability import KanjiTable, measure_ease, measure_kanji
from outreach_decks.talk import Quote, Talk, TalkSlide
from outreach_decks.text import plain

FEWEST_WORDS: Final = 50
FEWEST_KANJI: Final = 20
_LONGEST_QUOTED: Final = 60
_MOST_KANJI_NAMED: Final = 12


def check_reading(talk: Talk, audience: Audience, kanji: Callable[[], KanjiTable]) -> Iterator[Diagnostic]:
    """What is said, and in Japanese what is shown, is not harder than the audience can follow.

    Raises:
        DeckError: what is wrong with the table of ``kanji``, which is asked for only where a contract needs it.
    """
    agreed = Agreed(audience, talk.variant)
    limits = agreed.contract.reading
    # A slide alone has so few kanji that one hard word would decide: notes in another language leave nothing to judge.
    both_japanese = talk.variant.language == talk.variant.spoken_language == "ja"
    if both_japanese and limits.kanji_above is not None:
        year_of = kanji().year_of()
        for slide in shown(talk):
            yield from _kanji(slide, limits, agreed, year_of)
    if talk.variant.spoken_language == "en" and limits.grade is not None:
        for slide in shown(talk):
            yield from _grade(slide, limits.grade, agreed)


def _grade(slide: TalkSlide, most: int, agreed: Agreed) -> Iterator[Diagnostic]:
    ease = measure_ease(plain(slide.notes))
    if ease.words >= FEWEST_WORDS and ease.grade > most:
        whom = agreed.whom("reading", "grade")
        message = f"these notes are of grade {ease.grade:.1f}; grade {most} at most for {whom}"
        hints = ("use shorter sentences and shorter words", f'the longest: "{_shortened(ease.longest)}"')
        yield Diagnostic("hard-to-read", message, slide.span, Severity.WARNING, hints)


def _shortened(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST_QUOTED else sentence[:_LONGEST_QUOTED].rsplit(" ", 1)[0] + " ..."


def _kanji(slide: TalkSlide, limits: Reading, agreed: Agreed, year_of: dict[str, int]) -> Iterator[Diagnostic]:
    year, most = limits.kanji_year or 6, limits.kanji_above or 0
    content = () if isinstance(slide.content, Quote) else tuple(passages(slide.content))
    found = measure_kanji("\n".join((slide.title.plain, *content, plain(slide.notes))), year, year_of)
    if found.total >= FEWEST_KANJI and found.share > most:
        whom = agreed.whom("reading", "kanji_above")
        learnt = f"after year {year} of primary school; {most} % at most for {whom}"
        message = f"{found.share:.0f} % of these kanji are learnt {learnt}"
        hints = (f"say it in plainer words: {''.join(found.later[:_MOST_KANJI_NAMED])}",)
        yield Diagnostic("hard-to-read", message, slide.span, Severity.WARNING, hints)
