"""Figures in words: numbers, shares and units as a language writes them.

A ``language`` is a CLDR locale such as ``en`` or ``ja``. Babel is loaded by the functions that
need it, because loading it costs time that most stages need not spend.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from outreach_decks.facts import DataRow, Fact
from outreach_decks.languages import is_east_asian

PERCENT_UNITS = frozenset({"percent", "per cent", "%"})
_YEAR = re.compile(r"\d{4}(?!\d)")
# A fact where it is quoted in the base itself.
QUOTED_FACT = re.compile(r"\{\s*fact\.(?P<name>[^{}\s]+)\s*\}")
_FOUR_DIGITS = re.compile(r"(?<!\d)(\d)(?=\d{3}(?!\d))")
_HUNDREDTH = Decimal("0.01")
# A share below half a per cent would be written as nothing; it is written "<1%".
_LEAST_SHARE = Decimal("0.005")
# From here on, and in whole thousands, figures are read more easily in 万.
_MYRIAD: Final = 10_000
_ROUND: Final = 1_000
# From this character on (CJK radicals, kana, kanji, full-width forms) a unit follows its figure without a space.
_FIRST_UNSPACED = "\u2e80"


def is_percent(unit: str) -> bool:
    """Tell whether the figures are per cent already."""
    return unit.casefold() in PERCENT_UNITS


def is_course_of_time(rows: Iterable[DataRow]) -> bool:
    """Tell whether every row starts with a year of four figures."""
    return all(starts_with_year(row.label) for row in rows)


def starts_with_year(label: str) -> bool:
    """Tell whether a label is a year or begins with one, as 2024, 2024-06 and 2024年 do."""
    return _YEAR.match(label) is not None


def decimal_places(rows: Iterable[DataRow]) -> int:
    """Count the decimals that the rows need, so that all are written with the same number."""
    return max((_places(row.value) for row in rows), default=0)


def number_text(value: float, language: str, places: int = 0) -> str:
    """Write a number with the separators of ``language`` and ``places`` decimals."""
    from babel.numbers import format_decimal

    pattern = "#,##0." + "0" * places if places else "#,##0"
    return format_decimal(_rounded(Decimal(repr(value)), places), format=pattern, locale=language)


def share_text(part: float, whole: float, language: str) -> str:
    """Write ``part`` of ``whole`` in whole per cent."""
    share = Decimal(repr(part)) / Decimal(repr(whole)) if whole else Decimal(0)
    if 0 < share < _LEAST_SHARE:
        return "<" + _percent_text(_HUNDREDTH, language)
    return _percent_text(_rounded(share, 2), language)


def amount_text(value: float, unit: str, language: str, places: int = 0) -> str:
    """Write a figure that may stand without its unit; per cent always carries its sign.

    Where a language counts in 万 and 億, round figures are written with them: 1,730万 for 17,300,000.
    """
    if not is_percent(unit):
        round_one = is_east_asian(language) and value >= _MYRIAD and value % _ROUND == 0
        return _compact_text(Decimal(repr(value)), language) if round_one else number_text(value, language, places)
    return _percent_text(_rounded(Decimal(repr(value)), places) * _HUNDREDTH, language)


def fact_text(fact: Fact, language: str) -> str:
    """Write the figure of a fact without its unit: 1,566; 49.6 million; 73.2%; US$236 billion."""
    try:
        value = Decimal(fact.value or "")
    except InvalidOperation:
        return fact.value or ""
    match fact.shown_as:
        case "text":
            return fact.value or ""
        case "plain":
            return _plain_text(value, language)
        case "percent":
            return _plain_text(value, language) + "%"
        case "compact":
            return _compact_text(value, language)
        case "usd":
            return _dollars(_compact_text(value, language), language)


def _dollars(amount: str, language: str) -> str:
    """An amount of US dollars; without "US" an English one could be another country's."""
    from babel.numbers import get_currency_name

    return f"US${amount}" if language == "en" else amount + unit_text(get_currency_name("USD", locale=language))


def with_figures(text: str, facts: Mapping[str, Fact], language: str) -> str:
    """Fill the facts into a text of the base, such as a chart's note; what no fact is called stays as it is."""

    def figure(found: re.Match[str]) -> str:
        fact = facts.get(found["name"])
        return fact_text(fact, language) if fact else found.group()

    return QUOTED_FACT.sub(figure, text)


def unit_text(unit: str) -> str:
    """Return the unit as it stands behind a figure that ``amount_text`` wrote, with a space where there is one."""
    if is_percent(unit):
        return ""
    return unit if unit[:1] >= _FIRST_UNSPACED else f" {unit}"


def _plain_text(value: Decimal, language: str) -> str:
    from babel.numbers import format_decimal

    return format_decimal(value, locale=language)


def _compact_text(value: Decimal, language: str) -> str:
    from babel.numbers import format_compact_decimal

    # CLDR has one compact form for these languages (万, 億), and Babel files it under "short".
    if is_east_asian(language):
        text = format_compact_decimal(value, format_type="short", locale=language, fraction_digits=1)
        # CLDR has no separator in the count of 万, but four digits are read best with one: 4,960万.
        return _FOUR_DIGITS.sub(r"\1,", text)
    return format_compact_decimal(value, format_type="long", locale=language, fraction_digits=1)


def _places(value: float) -> int:
    exponent = Decimal(repr(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _percent_text(share: Decimal, language: str) -> str:
    from babel.numbers import format_percent

    return format_percent(share, locale=language, decimal_quantization=False)
