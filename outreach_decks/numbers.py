"""Figures as people of a language write them. Babel knows how."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from babel.numbers import format_compact_decimal, format_decimal

from outreach_decks.facts import Fact


def show_value(fact: Fact, language: str) -> str:
    """The figure of a fact without its unit: 1,566; 49.6 million; 73.2%; US$236 billion."""
    value = fact.value or ""
    if fact.shown_as == "text":
        return value
    try:
        number = Decimal(value)
    except InvalidOperation:
        return value
    return _SHOWN[fact.shown_as](number, language)


def _plain(number: Decimal, language: str) -> str:
    return format_decimal(number, locale=language)


def _compact(number: Decimal, language: str) -> str:
    # CLDR has one compact form for Japanese (万, 億), and Babel files it under "short".
    if language == "ja":
        return format_compact_decimal(number, format_type="short", locale=language, fraction_digits=1)
    return format_compact_decimal(number, format_type="long", locale=language, fraction_digits=1)


def _percent(number: Decimal, language: str) -> str:
    return _plain(number, language) + "%"


def _usd(number: Decimal, language: str) -> str:
    return "US$" + _compact(number, language) if language == "en" else _compact(number, language) + "米ドル"


_SHOWN = {"plain": _plain, "compact": _compact, "percent": _percent, "usd": _usd}
