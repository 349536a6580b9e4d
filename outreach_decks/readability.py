"""How hard words are to follow: the Flesch–Kincaid grade of English, and the kanji of Japanese by school year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from outreach_decks.facts import Record
from outreach_decks.scalars import Identifier, Text

# Words with letters; figures have no syllables that could be counted.
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# A sentence ends at its mark, at a colon, or where the paragraph does.
_SENTENCE_END = re.compile(r"(?:[.!?…]+|:)[\"”’)]*\s+|\n+")
_KANJI = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
# J. P. Kincaid and others, Derivation of new readability formulas, US Navy, 1975.
_PER_WORD: Final = 0.39
_PER_SYLLABLE: Final = 11.8
_CONSTANT: Final = 15.59
PRIMARY_YEARS: Final = 6


class Ease(NamedTuple):
    """How hard an English text is: its grade (years at a US school), its words, and its longest sentence."""

    grade: float
    words: int
    longest: str


def measure_ease(text: str) -> Ease:
    """Measure an English text; one without words has grade 0."""
    sentences = [part.strip() for part in _SENTENCE_END.split(text) if _WORD.search(part)]
    words = _WORD.findall(text)
    if not words:
        return Ease(0.0, 0, "")
    syllables = sum(_syllables(word) for word in words)
    grade = _PER_WORD * len(words) / len(sentences) + _PER_SYLLABLE * syllables / len(words) - _CONSTANT
    return Ease(grade, len(words), max(sentences, key=lambda sentence: len(sentence.split())))


def _syllables(word: str) -> int:
    import syllapy

    return max(int(syllapy.count(word.replace("’", "'"))), 1)


class KanjiTable(Record):
    """The table of kanji by year of primary school, as rules/kanji_by_year.yaml has it."""

    source: Text
    """Where it is from."""
    licence: Text
    """Why it may stand here."""
    years: Mapping[Identifier, Text]
    """The kanji of the years 1 to 6, one string each."""

    def year_of(self) -> dict[str, int]:
        """The year of each kanji; what is not in the table is learnt later."""
        return {kanji: int(year) for year, row in self.years.items() for kanji in row if not kanji.isspace()}


class KanjiShare(NamedTuple):
    """The kanji of a text: how many there are, and those of later years, each once, in order."""

    total: int
    later: tuple[str, ...]
    share: float
    """Per cent of the kanji that are of later years, each time they stand in the text."""


def measure_kanji(text: str, year: int, year_of: Mapping[str, int]) -> KanjiShare:
    """How many kanji of a text are learnt after a year of primary school."""
    found = _KANJI.findall(text)
    later = [kanji for kanji in found if year_of.get(kanji, PRIMARY_YEARS + 1) > year]
    return KanjiShare(len(found), tuple(dict.fromkeys(later)), 100 * len(later) / max(len(found), 1))
