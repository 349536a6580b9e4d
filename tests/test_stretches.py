"""Runs are cut where the face changes; kanji and kana are never slanted."""

from __future__ import annotations

from outreach_decks.scripts import Script
from outreach_decks.stretches import stretches
from outreach_decks.text import Run


def test_a_mark_in_a_run_of_its_own_goes_with_what_stands_before() -> None:
    """The script of a paragraph is found over the borders of its runs."""
    found = stretches((Run("警察"), Run("…", bold=True), Run("police")))
    assert [(one.text, one.script) for one in found] == [
        ("警察", Script.EAST_ASIAN),
        ("…", Script.EAST_ASIAN),
        ("police", Script.LATIN),
    ]


def test_slanted_kanji_are_bold() -> None:
    """Emphasis on Japanese is weight; on Latin letters beside it, it stays as it is."""
    (latin, japanese) = stretches((Run("karōshi過労死", italic=True, colour="accent"),))
    assert (latin.run.italic, latin.run.bold) == (True, False)
    assert japanese.run == Run("karōshi過労死", bold=True, colour="accent")


def test_a_line_end_belongs_to_the_words_before_it() -> None:
    """Line ends have no script of their own."""
    assert [one.text for one in stretches((Run("人\v身\n取引"),))] == ["人\v身\n取引"]
