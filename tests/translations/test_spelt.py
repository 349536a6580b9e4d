"""Figures in words, English and Japanese."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_decks.translations.spelt import spelt


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Two people came.", 2),
        ("the SECOND time", 2),
        ("twenty-five years", 25),
        ("seventy", 70),
        ("two hundred and six", 206),
        ("ten thousand people", 10_000),
        ("two million, three hundred thousand", 2_000_000),
        ("half a million", 500_000),
        ("a million", 1_000_000),
        ("in March", 3),
        ("teenagers", 10),
        ("twenty-first", 21),
        ("三人", 3),
        ("二十五人", 25),
        ("二千二十四年", 2024),
        ("五百万人", 5_000_000),
        ("半分", 2),
        ("三、四人", 4),
    ],
)
def test_words_stand_for_figures(text: str, value: int) -> None:
    """Of each word, and of several that stand together."""
    assert Decimal(value).normalize() in spelt(text)


@pytest.mark.parametrize(("text", "value"), [("two, three", 5), ("ten people. Four left", 14), ("somewhere", 1)])
def test_words_apart_are_not_added_up(text: str, value: int) -> None:
    """What stands in two parts of a sentence is two figures."""
    assert Decimal(value).normalize() not in spelt(text)


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    """Kanji in any order, and no words at all."""
    assert all(value >= 0 for value in spelt(text))
