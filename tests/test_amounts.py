from __future__ import annotations

import pytest

from outreach_decks.amounts import (
    amount_text,
    decimal_places,
    fact_text,
    number_text,
    share_text,
    starts_with_year,
    unit_text,
)
from outreach_decks.facts import DataRow, Fact, ShownAs


@pytest.mark.parametrize(
    ("value", "places", "language", "text"),
    [
        (1566.0, 0, "en", "1,566"),
        (15.1, 1, "en", "15.1"),
        (4.0, 1, "en", "4.0"),
        (2.5, 0, "en", "3"),
        (456_700.0, 0, "ja", "456,700"),
        (456_700.5, 1, "de", "456.700,5"),
        (0.0, 0, "en", "0"),
    ],
)
def test_numbers_are_written_as_the_language_does(value: float, places: int, language: str, text: str) -> None:
    """Separators are the language's, halves are rounded up, and decimals are as many as asked for."""
    assert number_text(value, language, places) == text


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(58, 66, "88%"), (8, 66, "12%"), (1, 1000, "<1%"), (0, 66, "0%"), (0, 0, "0%"), (66, 66, "100%"), (1, 200, "1%")],
)
def test_shares_are_whole_per_cent(part: float, whole: float, text: str) -> None:
    """Shares are rounded to whole per cent; what is there but less than half of one is never called nothing."""
    assert share_text(part, whole, "en") == text


def test_per_cent_carries_its_sign() -> None:
    """Figures in per cent have a sign each and no unit besides."""
    assert (amount_text(73.2, "percent", "en", 1), unit_text("percent")) == ("73.2%", "")


@pytest.mark.parametrize(("unit", "text"), [("people", " people"), ("人", "人"), ("万人", "万人")])
def test_units_stand_apart_only_where_words_do(unit: str, text: str) -> None:
    """A Latin unit has a space before it, a Japanese one has none."""
    assert unit_text(unit) == text


@pytest.mark.parametrize(
    ("values", "places"), [((1.0, 2.0), 0), ((17.3, 4.0), 1), ((0.25, 1.5), 2), ((), 0), ((1e6, 2e6), 0)]
)
def test_rows_share_their_decimals(values: tuple[float, ...], places: int) -> None:
    """All rows are written with the decimals of the one that needs most."""
    assert decimal_places(DataRow("a", value) for value in values) == places


@pytest.mark.parametrize(
    ("label", "is_time"),
    [("2024", True), ("2024-06", True), ("2024年", True), ("20245", False), ("under 18", False), ("202", False)],
)
def test_years_are_known_by_four_figures(label: str, is_time: bool) -> None:  # noqa: FBT001
    """A label is of time when it starts with exactly four figures."""
    assert starts_with_year(label) is is_time


@pytest.mark.parametrize(
    ("value", "shown_as", "language", "written"),
    [
        ("1566", "plain", "en", "1,566"),
        ("49600000", "compact", "en", "49.6 million"),
        ("49600000", "compact", "ja", "4,960万"),
        ("73.2", "percent", "en", "73.2%"),
        ("236000000000", "usd", "en", "US$236 billion"),
        ("236000000000", "usd", "ja", "2,360億米ドル"),
        ("2027", "text", "en", "2027"),
        ("Tier 2", "plain", "en", "Tier 2"),
    ],
)
def test_the_figure_of_a_fact_is_written_as_it_says(value: str, shown_as: ShownAs, language: str, written: str) -> None:
    """A bare number in the base becomes what people of a language write; words stay as they are."""
    fact = Fact(value=value, shown_as=shown_as, as_of="2024", statement="s", confidence="verified", use="context")
    assert fact_text(fact, language) == written
