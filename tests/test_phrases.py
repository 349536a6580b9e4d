"""Japanese is broken where phrases end; what belongs together stays together."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_decks.line_breaks import permitted_ends
from outreach_decks.phrases import lines_of_phrases, phrase_ends
from outreach_decks.text import Run
from tests.projects import ROOT, measure

MARKS = " 、。！？：・…「」『』（）"


def broken(text: str, width: float, *, loose: bool = False) -> list[str] | None:
    """The lines of a bold text in ``width`` em, or None."""
    shaped = measure().shaped((Run(text),), bold=True)
    ends = lines_of_phrases(shaped, phrase_ends(text, loose=loose), width)
    return None if ends is None else [text[start:end] for start, end in pairwise((0, *ends))]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (24, ["日本について、何がわかっているか"]),
        (12, ["日本について、", "何がわかっているか"]),
        (12, ["人はどのように", "引きこまれるのか"]),
        (18, ["人身取引とは、", "人を支配して利益を得ること"]),
        (24, ["あなたのせいではありません。", "ひとりで決めなくていいのです"]),
        (24, ["警察の記録では、SNSで", "被害にあう小学生が増えている"]),
        (14, ["18歳未満の子どもに", "性的なことをさせるのは、", "どんな場合も犯罪です"]),
        (16, ["困難な問題を抱える", "女性への支援に関する法律", "（女性支援新法）ができた"]),
    ],
)
def test_lines_are_few_and_even_and_end_with_phrases(width: float, lines: list[str]) -> None:
    """As few as can be, of about equal length, and rather after a comma than after a word that leans on the next."""
    assert broken("".join(lines), width) == lines


@pytest.mark.parametrize(
    "together",
    [
        *("2024年", "約4,960万人", "73.2%で", "1,566人", "World English Bible", "（Tier 2）", "「現代の奴隷」"),
        *("クリスマス・キャロル", "その他", "男の子", "という", "に関する", "ふくむ", "雇い主"),
    ],
)
def test_what_belongs_together_is_not_parted(together: str) -> None:
    """Numbers and their counters, Latin names, short quotations, names in katakana, words that the model cuts."""
    text = f"これは見つかった人の数で、{together}ところが大切です"
    start = text.index(together)
    assert not {end.position for end in phrase_ends(text)} & set(range(start + 1, start + len(together)))


def test_long_names_are_parted_only_where_no_line_holds_them() -> None:
    """Between their words, and a short quotation between its phrases."""
    name = "児童相談所虐待対応ダイヤル189に電話する"
    assert broken(name, 10) is None
    assert broken(name, 10, loose=True) == ["児童相談所虐待", "対応ダイヤル189に", "電話する"]
    assert broken("「ここだけの話だよ」と言う", 7.5, loose=True) == ["「ここだけの", "話だよ」と言う"]


def test_a_phrase_wider_than_the_line_has_no_lines() -> None:
    """Then the caller breaks as renderers do."""
    assert broken("引きこまれるのか", 4) is None


def test_line_ends_of_the_author_stay() -> None:
    """What stands on a line of its own keeps it."""
    assert broken("主は私の羊飼い。\n私は乏しいことがない。", 24) == ["主は私の羊飼い。\n", "私は乏しいことがない。"]


PIECES = st.lists(
    st.sampled_from(
        [
            "日本の",
            "人身取引",
            "は、",
            "「はい」",
            "と",
            "2024年",
            "に",
            "（ILO）",
            "World Bible",
            "が",
            "ー",
            "っ",
            "。",
            "人",
        ]
    )
).map("".join)


@given(PIECES, st.floats(3, 30), st.booleans())
def test_whatever_is_broken_keeps_the_rules(text: str, width: float, loose: bool) -> None:  # noqa: FBT001 - drawn
    """All words are there, no line is too wide or has one character, and kinsoku holds at both its ends."""
    lines = broken(text, width, loose=loose)
    if lines is None or len(lines) < 2:
        return
    assert "".join(lines) == text
    shaped, end = measure().shaped((Run(text),), bold=True), 0
    for line in lines:
        start, end = end, end + len(line)
        assert shaped.line_width(start, end) <= width
        assert len(line.strip(MARKS)) >= 2
        assert end in permitted_ends(text)


def test_budoux_is_loaded_for_japanese_alone() -> None:
    """A deck in English is laid out without it."""
    code = (
        "import sys; from tests.projects import make; "
        "make('- {kind: section, id: one, title: A title, notes: N}'); print('budoux' in sys.modules)"
    )
    started = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert started.stdout.strip() == "False"
