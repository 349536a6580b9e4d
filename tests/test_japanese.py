"""Text is set as Japanese: widths, marks and spaces; figures, addresses and looks stay."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from outreach_decks.japanese import set_as_japanese, upright
from outreach_decks.text import Run


def as_set(text: str) -> str:
    """A text of one run, set."""
    return "".join(run.text for run in set_as_japanese((Run(text),)))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("２０２４年にＳＮＳで", "2024年にSNSで"),
        ("ﾁｬｲﾙﾄﾞﾗｲﾝ､ﾊﾟｽﾎﾟｰﾄ｡", "チャイルドライン、パスポート。"),
        ("１，５６６人（８８％）、０１２０－９９－７７７７、１６：００", "1,566人（88%）、0120-99-7777、16:00"),
    ],
)
def test_digits_and_latin_are_half_width_and_kana_full_width(typed: str, expected: str) -> None:
    """Half-width digits, Latin letters and the marks inside a figure; full-width kana, voiced ones as one character."""
    assert as_set(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("東京,大阪.また来た", "東京、大阪。また来た"),
        ("なぜ?だめ!時刻:次;", "なぜ？だめ！時刻：次；"),
        ("国際労働機関(ILO)", "国際労働機関（ILO）"),
        ("World English Bible (WEB) の訳", "World English Bible（WEB）の訳"),
        ("（図(1)を見る)", "（図（1）を見る）"),
        ("でないと...", "でないと…"),
    ],
)
def test_marks_that_touch_japanese_are_full_width(typed: str, expected: str) -> None:
    """Commas, full stops, question marks, colons and both brackets of a pair."""
    assert as_set(typed) == expected


@pytest.mark.parametrize(
    "kept",
    [
        "16:00から17:30まで",
        "ヨハネ3:16",
        "比は3:1、割合は3.5倍、1,566人",
        "https://example.org/a,b;c:d?e!f(g).htmlを開く",
        "taro.yamada@example.org、報告書.pdf、資料.pptx",
        "U.S.の法律、No.1の国",
        "A, B (and C): D. E!",
        "日本 – 米国、電話 / サイト",
    ],
)
def test_figures_addresses_files_and_latin_stay(kept: str) -> None:
    """Times, verses, ratios, decimal points, addresses, names of files, and what stands among Latin letters."""
    assert as_set(kept) == kept


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2024 年に SNS で 知り合った", "2024年にSNSで知り合った"),
        ("電話 （ 0120 ） へ", "電話（0120）へ"),
        ("World  English　Bible", "World English Bible"),
        ("　字下げした　段落　", "　字下げした段落"),
        ("　一行目\n　二行目", "　一行目\n　二行目"),
        ("2024年 66人、13 15", "2024年66人、13 15"),
    ],
)
def test_no_space_parts_japanese_from_anything(typed: str, expected: str) -> None:
    """None beside Japanese, one elsewhere, and the ideographic one only before a paragraph or a line."""
    assert as_set(typed) == expected


@pytest.mark.parametrize("typed", ["13~15歳", "13～15歳", "13 〜 15歳", "１３～１５歳"])
def test_a_range_has_the_wave_dash_that_begins_no_line(typed: str) -> None:
    """U+301C, whatever was typed."""
    assert as_set(typed) == "13〜15歳"


def test_neighbours_in_other_runs_count() -> None:
    """A mark in a run of its own is set by what stands on both sides, and keeps its look."""
    first, number, last = Run("警察", bold=True), Run("110", link="tel:110"), Run("すぐに", colour="accent")
    runs = (first, Run(" ( "), number, Run(" ) ,"), last)
    assert set_as_japanese(runs) == (first, Run("（"), number, Run("）、"), last)


def test_a_voicing_mark_joins_its_kana_in_the_run_before() -> None:
    """A run that loses all its characters is left out; one that was empty stays."""
    assert set_as_japanese((Run("ｶ", bold=True), Run("ﾞ"), Run(""))) == (Run("ガ", bold=True), Run(""))


def test_the_number_of_a_source_is_no_text() -> None:
    """Superscripts stay as they are and part nothing."""
    runs = (Run("認知された"), Run("2, 3", superscript=True), Run(" 人."))
    assert set_as_japanese(runs) == (Run("認知された"), Run("2, 3", superscript=True), Run("人。"))


def test_emphasis_is_bold() -> None:
    """No slant, in any script."""
    assert upright((Run("all", italic=True), Run("x"))) == (Run("all", bold=True), Run("x"))


MARKS = [*",，.．:：~～()（）%％-－!?–、。「」・\n", "..."]
WORDS = ["12", "３４", "5", "0", " ", "\u3000", "日本", "ｶﾞ", "ﾞ", "か", "ー", "A", "Ｂ", "c d", "https://a.b/c"]
PIECES = st.sampled_from([*MARKS, *WORDS])
TEXTS = st.lists(PIECES, max_size=24).map("".join)
RUNS = st.lists(
    st.builds(
        Run, TEXTS, st.booleans(), superscript=st.booleans(), link=st.sampled_from([None, "https://example.org"])
    ),
    max_size=5,
).map(tuple)


def figures(text: str) -> list[str]:
    """The stretches of digits in a text, whatever their width."""
    return re.findall("[0-9]+", unicodedata.normalize("NFKC", text))


@given(TEXTS)
@example("A,B(日本),C")
def test_setting_twice_changes_nothing_more(text: str) -> None:
    """What is set is set."""
    assert as_set(as_set(text)) == as_set(text)


@given(TEXTS)
def test_figures_keep_their_values_and_stay_apart(text: str) -> None:
    """No digit changes its value or goes missing, and no two numbers become one."""
    assert figures(as_set(text)) == figures(text)


@given(RUNS)
def test_characters_keep_their_look(runs: tuple[Run, ...]) -> None:
    """The letters and digits of each look are those that had it before, in order; superscripts are untouched."""

    def letters(given_runs: tuple[Run, ...], *, bold: bool, link: str | None) -> str:
        texts = (run.text for run in given_runs if (run.bold, run.link) == (bold, link))
        normal = unicodedata.normalize("NFKC", "".join(texts))
        return "".join(one for one in normal if one.isascii() and one.isalnum())

    made = set_as_japanese(runs)
    for bold in (False, True):
        for link in (None, "https://example.org"):
            assert letters(made, bold=bold, link=link) == letters(runs, bold=bold, link=link)
    assert [run for run in made if run.superscript] == [run for run in runs if run.superscript]


@given(st.text(max_size=40))
def test_any_text_can_be_set(text: str) -> None:
    """Nothing that can be typed is refused, and nothing but spaces and marks goes missing."""
    assert len(as_set(text)) <= 2 * len(text)
