"""Whether a translation says the same as its original where no word of a language can excuse a difference.

That is in its placeholders, links, telephone numbers and other figures, and in the names that the project lists.

A figure that the original spells out ("two", "March") may stand in digits in the translation; one that stands in digits
there must be found in it. Scales are those of CLDR: 49.6 million is 4,960万. Chapter and verse are figures too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from string import Formatter
from typing import Final, Literal

from outreach_decks.languages import counts_characters, is_east_asian
from outreach_decks.names import Names
from outreach_decks.translations.spelt import spelt

Kind = Literal["placeholder", "link", "telephone", "number", "name"]

# Full-width braces, which a Japanese keyboard types, are found to be told of.
_PLACEHOLDER: Final = re.compile(r"(?<!\{)\{\s*([^{}\n]+?)\s*\}(?!\})|(｛[^｛｝\n]+｝)")
_BRACES: Final = re.compile(r"\{[^{}]*\}|[{}]")
# Addresses end where no character of one can stand: Japanese goes on behind them without a space.
_LINK: Final = re.compile(r"\]\(([^()\s]+)\)|(?<![A-Za-z0-9])(https?://[\w.~:/?#@!$&'*+,;=%-]+)", re.ASCII)
_BEHIND_A_LINK: Final = ".,;:!?'*"
_TELEPHONE: Final = re.compile(r"#\d{3,9}|(?<![\d-])0\d{1,4}(?:-\d{1,6}){1,3}(?![\d-])|(?<![\d,.])0\d{9,10}(?!\d)")
# A language may count where another does not: 2人で is "together", 1対1 is "face to face".
_SMALLEST_TOLD: Final = 2
# Years by the reigns of emperors: the first year of each, less one.
_REIGNS: Final[Mapping[str, int]] = {"令和": 2018, "平成": 1988, "昭和": 1925}
_REIGN_YEAR: Final = re.compile(rf"({'|'.join(_REIGNS)})\s?(元|\d{{1,2}})(?=年)")
# Scales that CLDR does not shorten figures to, though people do: 2万5千, 3千万.
_EAST_ASIAN_SCALES: Final = {"百": 100, "千": 1_000, "百万": 1_000_000, "千万": 10_000_000}
# From here on (CJK radicals, kana, kanji, hangul) words follow each other without a space.
_FIRST_UNSPACED: Final = "\u2e80"


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


def unfillable(original: str, translation: str) -> list[Difference]:
    """The braces of one of the program's own words that it could not fill: "{ count }", "{count", "{0}"."""
    known = {"{" + field + "}" for field in _fields(original)}
    try:
        if all("{" + field + "}" in known for field in _fields(translation)):
            return []
    except ValueError:
        pass
    odd = [found for found in _BRACES.findall(translation) if found not in known]
    return [Difference("placeholder", one, lost=False) for one in odd[:1]]


def _fields(text: str) -> Iterator[str]:
    """What stands in the braces of a text, conversions and formats included, as ``str.format`` reads them."""
    for _, name, form, conversion in Formatter().parse(text):
        if name is not None:
            yield name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")


def _plain(text: str) -> str:
    """A text without placeholders and links, in one form of each character."""
    return unicodedata.normalize("NFKC", _LINK.sub("]", _PLACEHOLDER.sub(" ", text)))


def placeholders_of(text: str) -> list[str]:
    """The placeholders of a text as they are written without spaces: {fact.protected-2024}."""
    return [wide or "{" + plain + "}" for plain, wide in _PLACEHOLDER.findall(text)]


def _links(text: str) -> list[str]:
    return [marked or bare.rstrip(_BEHIND_A_LINK) for marked, bare in _LINK.findall(text)]


def _sets(kind: Kind, ours: Iterable[str], theirs: Iterable[str]) -> Iterator[Difference]:
    left, right = dict.fromkeys(ours), dict.fromkeys(theirs)
    yield from (Difference(kind, one, lost=True) for one in left if one not in right)
    yield from (Difference(kind, one, lost=False) for one in right if one not in left)


def _numbers(ours: str, theirs: str, languages: tuple[str, str]) -> Iterator[Difference]:
    ours, theirs = _TELEPHONE.sub(" ", ours), _TELEPHONE.sub(" ", theirs)
    left, right = figures(ours, languages[0]), figures(theirs, languages[1])
    spelt_here, spelt_there = spelt(ours), spelt(theirs)
    for value, text in left.items():
        if value not in right and value not in spelt_there:
            yield Difference("number", text, lost=True)
    for value, text in right.items():
        if value not in left and value not in spelt_here and value > _SMALLEST_TOLD:
            yield Difference("number", text, lost=False)


def figures(text: str, language: str) -> dict[Decimal, str]:
    """The figures of a text, each with the way in which it is written there first."""
    form = _number_form(language)
    text = _REIGN_YEAR.sub(_western, unicodedata.normalize("NFKC", text))
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
    """How a language writes figures: separators, and words of scale with what they stand for.

    ``pattern`` fits a whole figure, ``part`` its digits (1) and the word of scale behind them (2).
    """

    pattern: re.Pattern[str]
    part: re.Pattern[str]
    group: str
    decimal: str
    scales: Mapping[str, int]

    def value(self, found: re.Match[str]) -> Decimal:
        """What a figure comes to; 1億2,000万 is the sum of its parts."""
        parts = self.part.finditer(found.group())
        return sum((self._part(part) for part in parts), Decimal(0)).normalize()

    def _part(self, part: re.Match[str]) -> Decimal:
        digits = part[1].replace(self.group, "").replace(self.decimal, ".")
        return Decimal(digits) * self.scales.get((part[2] or "").casefold(), 1)


@lru_cache(maxsize=16)
def _number_form(language: str) -> _NumberForm:
    from babel.core import Locale
    from babel.numbers import get_decimal_symbol, get_group_symbol

    locale = Locale.parse(language)
    group, decimal = (unicodedata.normalize("NFKC", get(locale)) for get in (get_group_symbol, get_decimal_symbol))
    scales = _scales(locale) | (_EAST_ASIAN_SCALES if is_east_asian(language) else {})
    words = _one_of(scales, spaced=not counts_characters(language))
    digits = _digits(re.escape(group), re.escape(decimal))
    # Only figures with a scale are parts of one: 1億2,000万.
    whole = re.compile(rf"(?:{digits}{words})*{digits}(?:\s?{words})?", re.IGNORECASE)
    part = re.compile(rf"({digits})\s?({words})?", re.IGNORECASE)
    return _NumberForm(whole, part, group, decimal, scales)


def _digits(group: str, decimal: str) -> str:
    """Digits in groups of three (the first ones of two in India), or in one row; then perhaps a fraction."""
    return rf"(?:\d{{1,3}}(?:{group}\d{{2,3}})*{group}\d{{3}}(?!\d)|\d+)(?:{decimal}\d+)?"


def _one_of(words: Iterable[str], *, spaced: bool) -> str:
    """Any of the words; where words are spaced, only a whole one: in Vietnamese, "tr" is a million and "trẻ" is not."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    ends = (r"(?!\w)" if spaced and word[-1] < _FIRST_UNSPACED else "" for word in ordered)
    return "(?:" + ("|".join(re.escape(word) + end for word, end in zip(ordered, ends, strict=True)) or "(?!)") + ")"


def _scales(locale: object) -> dict[str, int]:
    """The words that CLDR puts behind shortened figures: million, 万, triệu."""
    formats = getattr(locale, "compact_decimal_formats", {})
    found: dict[str, int] = {}
    for form in ("short", "long"):
        for patterns in formats.get(form, {}).values():
            for power, pattern in patterns.items():
                text = str(getattr(pattern, "pattern", pattern))
                word = unicodedata.normalize("NFKC", text.replace("'", "").strip("0 \u00a0")).casefold()
                if len(word) > 1 or word >= _FIRST_UNSPACED:
                    found[word] = int(power) // 10 ** (text.count("0") - 1)
    return found


def _names(ours: str, theirs: str, languages: tuple[str, str], names: Names) -> Iterator[Difference]:
    for name in names.in_both(*languages):
        here, there = name.found(ours, languages[0]), name.found(theirs, languages[1])
        if here and not there:
            yield Difference("name", here, lost=True)
        elif there and not here:
            yield Difference("name", there, lost=False)
