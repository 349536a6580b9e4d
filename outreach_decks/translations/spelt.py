"""Figures that stand in words, which a translation may put into digits: "two", "twenty-five", "March", 二十人."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

# Cardinal and ordinal numbers, each in the place of its value; the last line is twenty.
_UNITS: Final = (
    "zero",
    "one first",
    "two second",
    "three third",
    "four fourth",
    "five fifth",
    "six sixth",
    "seven seventh",
    "eight eighth",
    "nine ninth",
    "ten tenth",
    "eleven eleventh",
    "twelve twelfth",
    "thirteen thirteenth",
    "fourteen fourteenth",
    "fifteen fifteenth",
    "sixteen sixteenth",
    "seventeen seventeenth",
    "eighteen eighteenth",
    "nineteen nineteenth",
    "twenty twentieth",
)
_TENS: Final = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_VALUES: Final[Mapping[str, int]] = {
    **{word: value for value, words in enumerate(_UNITS) for word in words.split()},
    **_TENS,
}
_SCALES: Final = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_THOUSAND: Final = _SCALES["thousand"]
# Words that another language counts with: both hands, teenagers (10代), a quarter (4分の1).
_LOOSE: Final[Mapping[str, tuple[int, ...]]] = {
    **dict.fromkeys(("no", "none"), (0,)),
    **dict.fromkeys(("a", "an", "once", "single", "each"), (1,)),
    **dict.fromkeys(("both", "twice", "pair", "pairs", "couple", "half"), (2,)),
    **dict.fromkeys(("thirds",), (3,)),
    **dict.fromkeys(("quarter", "quarters"), (4,)),
    **dict.fromkeys(("fifths",), (5,)),
    **dict.fromkeys(("tens", "teen", "teens", "teenage", "teenager", "teenagers"), (10,)),
    **dict.fromkeys(("dozen", "noon"), (12,)),
    "twenties": (20,),
    "midnight": (0, 12, 24),
    **{scale + "s": (value,) for scale, value in _SCALES.items()},
}
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_MONTH_VALUES: Final = {month: number for number, month in enumerate(_MONTHS, 1)}
_WORD: Final = re.compile(r"[^\W\d_]+|[.,;:!?()]")

_KANJI_UNITS: Final = {mark: value for value, mark in enumerate("〇一二三四五六七八九")}
_KANJI_SCALES: Final = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "億": 100_000_000}
_KANJI_LOOSE: Final = {"半": 2, "両": 2}
_KANJI: Final = re.compile(f"[{''.join((*_KANJI_UNITS, *_KANJI_SCALES))}]+")
_FIRST_GREAT: Final = _KANJI_SCALES["万"]


def spelt(text: str) -> set[Decimal]:
    """All figures that words of a text may stand for: those of each word, and those of several together."""
    words = [word.casefold() for word in _WORD.findall(text)]
    values = {value for word in words for value in _of_word(word)}
    values.update(_of_several(words))
    values.update(_KANJI_LOOSE[mark] for mark in set(text) & _KANJI_LOOSE.keys())
    for found in _KANJI.finditer(text):
        values.update(_of_kanji(found.group()))
    return {Decimal(value).normalize() for value in values}


def _of_word(word: str) -> Iterator[int]:
    yield from _LOOSE.get(word, ())
    for table in (_VALUES, _SCALES, _MONTH_VALUES):
        if word in table:
            yield table[word]


def _of_several(words: Iterable[str]) -> Iterator[int]:
    """The figures of numerals that stand together: ten thousand, two hundred and six, half a million."""
    total = current = 0
    halved = False
    for word in (*words, ""):
        if word in _VALUES:
            current += _VALUES[word]
        elif word in _SCALES:
            current = max(current, 1) * _SCALES[word] // (2 if halved else 1)
            total, current = (total + current, 0) if _SCALES[word] >= _THOUSAND else (total, current)
        elif word not in {"and", "a"}:
            if total + current:
                yield total + current
            total, current, halved = 0, 0, word == "half"


def _of_kanji(marks: str) -> Iterator[int]:
    """The figures of kanji that stand together, and of each alone: 二十五 is 25, and 三、四 are 3 and 4."""
    total = section = digit = 0
    for mark in marks:
        scale = _KANJI_SCALES.get(mark, 0)
        if not scale:
            digit = _KANJI_UNITS[mark]
            yield digit
        elif scale < _FIRST_GREAT:
            section, digit = section + (digit or 1) * scale, 0
        else:
            total, section, digit = total + (section + digit or 1) * scale, 0, 0
    yield total + section + digit
