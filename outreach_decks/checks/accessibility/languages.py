"""``missing-language``, ``wrong-language``: text names the language of the voice to read it (WCAG 2.2, 3.1.2)."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from outreach_decks.checks.accessibility.place import Place, listed, quoted, seen_shapes, slides
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import FoundDeck, FoundRun, FoundSlide
from outreach_decks.languages import scripts_of

# The first word of a character's name in Unicode, and its script (ISO 15924).
_SCRIPTS: Final = {
    "LATIN": "Latn", "HIRAGANA": "Hira", "KATAKANA": "Kana", "CJK": "Hani", "HANGUL": "Hang", "THAI": "Thai",
    "ARABIC": "Arab", "HEBREW": "Hebr", "CYRILLIC": "Cyrl", "GREEK": "Grek", "DEVANAGARI": "Deva", "BENGALI": "Beng",
    "MYANMAR": "Mymr", "KHMER": "Khmr", "LAO": "Laoo", "TAMIL": "Taml", "SINHALA": "Sinh", "ETHIOPIC": "Ethi",
}  # fmt: skip
# Tags that name no language (BCP 47, and what Office writes for "do not check spelling").
_NONE: Final = frozenset({"", "und", "zxx", "x-none"})
# So many Latin words in a run of Japanese are a sentence; fewer are a name or an abbreviation.
_SENTENCE: Final = 4


def check_languages(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """Each run with words names a language, and one that is written in its letters."""
    for slide, place in slides(deck, file):
        yield from _findings(list(_runs(slide)), place, "")
        notes = (run for paragraph in slide.notes for run in paragraph.runs)
        yield from _findings([run for run in notes if _letters(run.text)], place, " in the notes")


def _runs(slide: FoundSlide) -> Iterator[FoundRun]:
    for shape in seen_shapes(slide):
        cells = (cell.text for row in shape.table.rows for cell in row) if shape.table else ()
        for text in (shape.text, *cells):
            yield from (run for run in text.runs if _letters(run.text))


def _findings(runs: list[FoundRun], place: Place, where: str) -> Iterator[Diagnostic]:
    missing = [quoted(run.text) for run in runs if run.language in _NONE]
    if missing:
        message = f"no language is set for {_counted(missing)}{where}: {listed(missing)}"
        yield place.finding("missing-language", message, Severity.WARNING, "Review > Language > Set Proofing Language")
    wrong = [(run, why) for run in runs if run.language not in _NONE and (why := _why_wrong(run))]
    for why in dict.fromkeys(why for _, why in wrong):
        words = [quoted(run.text) for run, other in wrong if other == why]
        message = f"{why}{where}: {listed(words)}"
        yield place.finding("wrong-language", message, Severity.WARNING, "Review > Language > Set Proofing Language")


def _counted(texts: list[str]) -> str:
    return "1 text" if len(texts) == 1 else f"{len(texts)} texts"


def _why_wrong(run: FoundRun) -> str:
    """Why a run cannot be in its language; "" when it can."""
    known = scripts_of(run.language)
    if not known:
        return f"there is no language “{run.language}”"
    found = _letters(run.text)
    strange = {script: count for script, count in found.items() if script not in known}
    if set(strange) == {"Latn"} and len(run.text.split()) < _SENTENCE:
        return ""
    if sum(strange.values()) <= sum(found.values()) / 2 and not strange.keys() & {"Hira", "Kana"}:
        return ""
    return f"the letters are not those of the language “{run.language}”"


def _letters(text: str) -> Counter[str]:
    """How many letters of each script a text has."""
    return _counted_scripts(text).copy()


@lru_cache(maxsize=4_096)
def _counted_scripts(text: str) -> Counter[str]:
    return Counter(script for one in text if (script := _script(one)))


@lru_cache(maxsize=8_192)
def _script(character: str) -> str:
    if not character.isalpha() or character == "ー":
        return ""
    return _SCRIPTS.get(unicodedata.name(character, "").split("-")[0].split(" ")[0], "")
