"""How a text is read for its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_decks.folded import PLACEHOLDER, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("**human** *cargo*", "human cargo"),
        ("[human cargo](https://example.org/a_b) here", "human cargo here"),
        ("human\ncargo", "human cargo"),
        ("one\n \n  two", "one\ntwo"),
        ("人身\n  売買", "人身売買"),
        ("人身 売買", "人身売買"),
        ("{fact.protected-2024} people, {{two}}", f"{PLACEHOLDER} people, {{two}}"),
        ("ＪＫビジネス（１０）", "JKビジネス(10)"),
        ("ﾎﾟﾙﾉ", "ポルノ"),
        ("か\u3099", "が"),
        ("woman\u2019s at\u2011risk", "woman's at-risk"),
        ("vic\u00adtim", "victim"),
        (r"\*human\* cargo", "human cargo"),
        ("“so” 「と」", "“so” 「と」"),
    ],
)
def test_one_form_of_everything(text: str, folded: str) -> None:
    """Marks, line ends and forms of characters do not come between a word and its readers."""
    assert fold(text).text == folded


def test_a_place_in_the_folded_text_leads_back() -> None:
    """Between the places of the first and the last character stands what was written."""
    text = "A **hu\u00adman**\n  ｃａｒｇｏ."
    folded = fold(text)
    start = folded.text.index("human cargo")
    first, last = folded.as_written(start, start + len("human cargo"))
    assert text[first:last] == "hu\u00adman**\n  ｃａｒｇｏ"


@given(st.text(st.sampled_from("ab 日本ﾎﾟか\u3099*[]({}\\\n、。\u2019\u00ad😀"), max_size=40))
def test_every_character_has_a_place(text: str) -> None:
    """Places are in order and inside the text, one for each character."""
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
