"""How hard words are: by a published formula, and by the table of kanji."""

from __future__ import annotations

import pytest

from outreach_decks.parse_kanji import parse_kanji
from outreach_decks.readability import measure_ease, measure_kanji
from outreach_decks.workspace import DiskWorkspace
from tests.projects import ROOT

YEAR_OF = parse_kanji(DiskWorkspace(ROOT)).year_of()


def test_the_grade_follows_from_words_sentences_and_syllables() -> None:
    """Two sentences, 6 words, 6 syllables: 0.39 * 3 + 11.8 * 1 - 15.59."""
    ease = measure_ease("The cat sat. The dog ran.")
    assert ease.words == 6
    assert ease.grade == pytest.approx(0.39 * 3 + 11.8 - 15.59)


def test_long_sentences_and_long_words_are_harder() -> None:
    """Each alone makes the grade higher."""
    plain = measure_ease("We saw a man. He was sad.").grade
    assert measure_ease("We saw a man and he was sad.").grade > plain
    assert measure_ease("We identified an individual. He was despondent.").grade > plain


def test_figures_and_marks_are_no_words() -> None:
    """Nor is a text without letters hard."""
    assert measure_ease("In 2024, there were 66!").words == 3
    assert measure_ease("66, 58 and so on: 2024").words == 3
    assert measure_ease("1,566 (2025)").grade == 0


def test_the_longest_sentence_is_told() -> None:
    """By its words; a colon and the end of a paragraph end a sentence."""
    assert measure_ease("One two. One two three four: one two three.\nOne.").longest == "One two three four"


@pytest.mark.parametrize(("word", "grade"), [("don’t", 0.39 + 11.8 - 15.59), ("self-care", 0.39 + 23.6 - 15.59)])
def test_apostrophes_and_hyphens_do_not_divide_words(word: str, grade: float) -> None:
    """They are one word, of one and of two syllables."""
    assert measure_ease(word).grade == pytest.approx(grade)


def test_the_table_of_kanji_is_whole() -> None:
    """80, 160, 200, 202, 193 and 191 kanji, none twice; the kanji of prefectures came to year 4 in 2017."""
    counts = [sum(year == each for year in YEAR_OF.values()) for each in range(1, 7)]
    assert counts == [80, 160, 200, 202, 193, 191]
    assert {YEAR_OF[kanji] for kanji in "茨媛岡潟岐熊香佐埼崎滋鹿縄井沖栃奈梨阪阜"} == {4}


def test_kanji_of_later_years_are_counted_each_time_and_named_once() -> None:
    """Other characters are not kanji; repetition marks are none either."""
    found = measure_kanji("人々の被害、被害の人", 6, YEAR_OF)
    assert (found.total, found.later) == (6, ("被",))
    assert found.share == pytest.approx(100 / 3)


def test_the_year_decides_what_is_later() -> None:
    """国 is of year 2."""
    assert measure_kanji("国", 1, YEAR_OF).later == ("国",)
    assert measure_kanji("国", 2, YEAR_OF).later == ()
    assert measure_kanji("Kanji", 1, YEAR_OF).share == 0
