"""Whether a translation says the same as its original where no word of a language can excuse it: in its placeholders,
links, telephone numbers and other figures, and in the names of laws, offices and books that the project lists.

A figure that the original spells out ("two", "March") may stand in digits in the translation; one that stands in digits
there must be found in it. Scales are those of CLDR: 49.6 million is 4,960万. Chapter and verse are figures too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from outreach_decks.names import Names

Kind = Literal["placeholder", "link", "telephone", "number", "name"]

_PLACEHOLDER: Final = re.compile(r"(?<!\{)\{\s*([^{}\n]+?)\s*\}(?!\})")
_LINK: Final = re.compile(r"\]\(([^()\s]+)\)|(?<![\w(])(https?://[^\s)）」、。]+)")
_TELEPHONE: Final = re.compile(r"#\d{3,9}|(?<![\d-])0\d{1,4}(?:-\d{1,6}){1,3}(?![\d-])|(?<![\d,.])0\d{9,10}(?!\d)")
# Words of the original that a translation may put into digits (English; other languages spell fewer of them out).
_SPELT: Final[Mapping[str, tuple[int, ...]]] = {
    **{
        word: (number,)
        for number, words in enumerate(
            (
                "zero no none",
                "one once a an first single each",
                "two both twice second pair pairs couple half",
                "three third thirds",
                "four fourth quarter quarters",
                "five fifth fifths",
                "six sixth",
                "seven seventh",
                "eight eighth",
                "nine ninth",
                "ten tenth tens teen teens teenage teenager teenagers",
                "eleven eleventh",
                "twelve twelfth dozen",
                "thirteen",
                "fourteen",
                "fifteen",
                "sixteen",
                "seventeen",
                "eighteen eighteenth",
                "nineteen",
                "twenty twenties",
            )
        )
        for word in words.split()
    },
    **{
        word: (number,)
        for word, number in (("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60), ("ninety", 90))
    },
    **{
        word: (number,)
        for word, number in (("hundred", 100), ("hundreds", 100), ("thousand", 1000), ("thousands", 1000))
    },
    "noon": (12,),
    "midnight": (0, 12, 24),
}
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december"),
)
_KANJI_DIGITS: Final = {mark: number for number, mark in enumerate("〇一二三四五六七八九十")} | {"半": 2, "両": 2}
# A language may count where another does not: 2人で is "together", 1対1 is "face to face".
_SMALLEST_TOLD: Final = 2
# Years by the reigns of emperors: the first year of each, less one.
_REIGNS: Final[Mapping[str, int]] = {"令和": 2018, "平成": 1988, "昭和": 1925}
_REIGN_YEAR: Final = re.compile(rf"({'|'.join(_REIGNS)})\s?(元|\d{{1,2}})(?=年)")
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that one of two texts has and the other has not.

    ``lost``: the original has it; else only the translation has. ``what`` is how it is written there.
    """

    kind: Kind
    what: str
    lost: bool


def differences(original: str, translation: str, languages: tuple[str, str], names: Names) -> list[Difference]:
    """All in which a translation disagrees with its original; ``languages`` are those of the two texts."""
    ours, theirs = _plain(original), _plain(translation)
    found = [
        *_sets("placeholder", placeholders_of(original), placeholders_of(translation)),
        *_sets("link", _links(original), _links(translation)),
        *_sets("telephone", _TELEPHONE.findall(ours), _TELEPHONE.findall(theirs)),
        *_numbers(ours, theirs, languages),
        *_names(ours, theirs, languages, names),
    ]
    return list(dict.fromkeys(found))


def _plain(text: str) -> str:
    """A text without placeholders and links, in one form of each character."""
    return unicodedata.normalize("NFKC", _LINK.sub("]", _PLACEHOLDER.sub(" ", text)))


def placeholders_of(text: str) -> list[str]:
    """The placeholders of a text as they are written without spaces: {fact.protected-2024}."""
    return ["{" + found + "}" for found in _PLACEHOLDER.findall(text)]


def _links(text: str) -> list[str]:
    return [marked or bare for marked, bare in _LINK.findall(text)]


def _sets(kind: Kind, ours: Iterable[str], theirs: Iterable[str]) -> Iterator[Difference]:
    left, right = dict.fromkeys(ours), dict.fromkeys(theirs)
    yield from (Difference(kind, one, lost=True) for one in left if one not in right)
    yield from (Difference(kind, one, lost=False) for one in right if one not in left)


def _numbers(ours: str, theirs: str, languages: tuple[str, str]) -> Iterator[Difference]:
    ours, theirs = _TELEPHONE.sub(" ", ours), _TELEPHONE.sub(" ", theirs)
    left, right = figures(ours, languages[0]), figures(theirs, languages[1])
    spelt, spelt_there = _spelt(ours), _spelt(theirs)
    for value, text in left.items():
        if value not in right and value not in spelt_there:
            yield Difference("number", text, lost=True)
    for value, text in right.items():
        if value not in left and value not in spelt and value > _SMALLEST_TOLD:
            yield Difference("number", text, lost=False)


def figures(text: str, language: str) -> dict[Decimal, str]:
    """The figures of a text, each with the way in which it is written there first."""
    form = _number_form(language)
    text = _REIGN_YEAR.sub(_western, text)
    found: dict[Decimal, str] = {}
    for one in form.pattern.finditer(text):
        found.setdefault(form.value(one), one.group().strip())
    return found


def _western(found: re.Match[str]) -> str:
    """A year of a reign as a year of the common era."""
    year = 1 if found[2] == "元" else int(found[2])
    return str(_REIGNS[found[1]] + year)


@dataclass(frozen=True, slots=True)
class _NumberForm:
    """How a language writes figures: separators, and words of scale with what they stand for."""

    pattern: re.Pattern[str]
    group: str
    decimal: str
    scales: Mapping[str, int]

    def value(self, found: re.Match[str]) -> Decimal:
        """What a figure comes to; 1億2,000万 is the sum of its parts."""
        total = Decimal(0)
        for part in self.parts(found.group()):
            digits, scale = part
            total += Decimal(digits.replace(self.group, "").replace(self.decimal, ".")) * self.scales.get(scale, 1)
        return total.normalize()

    def parts(self, text: str) -> Iterator[tuple[str, str]]:
        """The digits of a figure, each with the word of scale behind it."""
        words = "|".join(map(re.escape, self.scales)) or "(?!)"
        digits = rf"\d+(?:[{re.escape(self.group)}{re.escape(self.decimal)}]\d+)*"
        for one in re.finditer(rf"({digits})\s?({words})?", text, re.IGNORECASE):
            yield one[1], (one[2] or "").casefold()


@lru_cache(maxsize=16)
def _number_form(language: str) -> _NumberForm:
    from babel.core import Locale
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = Locale.parse(language)
    group, decimal = get_group_symbol(locale), get_decimal_symbol(locale)
    scales = _scales(locale)
    words = "|".join(map(re.escape, sorted(scales, key=len, reverse=True))) or "(?!)"
    one = rf"\d+(?:[{re.escape(group)}{re.escape(decimal)}]\d+)*(?:\s?(?:{words}))?"
    # Only figures with a scale are parts of one: 1億2,000万.
    chain = rf"(?:\d+(?:[{re.escape(group)}{re.escape(decimal)}]\d+)*(?:{words}))*{one}"
    return _NumberForm(re.compile(chain, re.IGNORECASE), group, decimal, scales)


def _scales(locale: object) -> dict[str, int]:
    """The words that CLDR puts behind shortened figures: million, 万, triệu."""
    formats = getattr(locale, "compact_decimal_formats", {})
    found: dict[str, int] = {}
    for form in ("short", "long"):
        for patterns in formats.get(form, {}).values():
            for power, pattern in patterns.items():
                text = str(getattr(pattern, "pattern", pattern))
                word = text.replace("'", "").strip("0 \u00a0").casefold()
                zeros = text.count("0")
                if (word and len(word) > 1) or (word and word >= "\u2e80"):
                    found[word] = int(power) // 10 ** (zeros - 1)
    return found


def _spelt(text: str) -> set[Decimal]:
    """The figures that words of a text may stand for."""
    words = Counter(word.casefold() for word in _WORD.findall(text))
    values = {value for word in words for value in _SPELT.get(word, ())}
    values |= {number for number, month in enumerate(_MONTHS, 1) if month in words}
    values |= {_KANJI_DIGITS[mark] for mark in set(text) & set(_KANJI_DIGITS)}
    return {Decimal(value).normalize() for value in values}


def _names(ours: str, theirs: str, languages: tuple[str, str], names: Names) -> Iterator[Difference]:
    for name in names.in_both(*languages):
        here, there = name.found(ours, languages[0]), name.found(theirs, languages[1])
        if here and not there:
            yield Difference("name", here, lost=True)
        elif there and not here:
            yield Difference("name", there, lost=False)
