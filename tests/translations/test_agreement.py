"""What a translation may not change: placeholders, links, telephone numbers, figures, names."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from outreach_decks.amounts import number_text
from outreach_decks.translations.agreement import Difference, differences, figures, unfillable
from tests.translations.pieces import NAMES, TEXTS


def told(original: str, translation: str, *languages: str) -> list[str]:
    """The differences, a line each: + for what only the translation has, - for what is lost."""
    first, second = languages or ("en", "ja")
    found = differences(original, translation, (first, second), NAMES)
    return [f"{'-' if one.lost else '+'} {one.kind} {one.what}" for one in found]


@pytest.mark.parametrize(
    ("original", "translation", "languages"),
    [
        ("49.6 million people", "4,960万人", ("en", "ja")),
        ("49.6 million people", "49,6 triệu người", ("en", "vi")),
        ("4,960万人", "49,6 triệu người", ("ja", "vi")),
        ("120 million", "1億2,000万", ("en", "ja")),
        ("25,000 and 30 million", "2万5千と3千万", ("en", "ja")),
        ("1,566 cases, 73.2%", "1.566 vụ, 73,2%", ("en", "vi")),
        ("12,345.6", "12\u202f345,6", ("en", "fr")),
        ("4 million", "4ล้านคน", ("en", "th")),
        ("5 children", "5 trẻ em", ("en", "vi")),
        ("５０人", "50 people", ("ja", "en")),
        ("two people", "2人", ("en", "ja")),
        ("two things", "2つのこと", ("en", "ja")),
        ("2人", "two people", ("ja", "en")),
        ("twenty-five years", "25年", ("en", "ja")),
        ("in March 2024", "2024年3月", ("en", "ja")),
        ("in 2024", "令和6年", ("en", "ja")),
        ("in 2019", "令和元年", ("en", "ja")),
        ("together", "2人で", ("en", "ja")),
        ("Isaiah 1:17", "イザヤ書1章17節", ("en", "ja")),
        ("{fact.a} of { fact.b }", "{fact.b}のうち{fact.a}", ("en", "ja")),
        ("see https://a.jp/x.", "https://a.jp/xを見る。", ("en", "ja")),
        ("[here](https://a.jp/1) (https://b.jp)", "[こちら](https://a.jp/1)（https://b.jp）", ("en", "ja")),
        ("**https://a.jp**, really", "**https://a.jp**です", ("en", "ja")),
        ("call 0120-007-110 or #8891", "０１２０－００７－１１０か＃８８９１", ("en", "ja")),
        ("the Penal Code and the ILO", "刑法と国際労働機関", ("en", "ja")),
        ("the Penal\nCode", "刑法", ("en", "ja")),
        ("1.2.3 of 14.3.2027", "14.3.2027の1.2.3", ("en", "ja")),
    ],
)
def test_what_says_the_same_agrees(original: str, translation: str, languages: tuple[str, str]) -> None:
    """However each language writes it."""
    assert told(original, translation, *languages) == []


@pytest.mark.parametrize(
    ("original", "translation", "found"),
    [
        ("66 people", "67人", ["- number 66", "+ number 67"]),
        ("49.6 million", "496万", ["- number 49.6 million", "+ number 496万"]),
        ("1,566", "1,56", ["- number 1,566", "+ number 56"]),
        ("in 2024", "令和5年", ["- number 2024", "+ number 2023"]),
        ("two people", "3人", ["+ number 3"]),
        ("{fact.a}", "{fact.b}", ["- placeholder {fact.a}", "+ placeholder {fact.b}"]),
        ("{fact.a}", "66", ["- placeholder {fact.a}", "+ number 66"]),
        ("{help.child}", "(help.child)", ["- placeholder {help.child}"]),
        ("[a](https://a.jp)", "[a](https://b.jp)", ["- link https://a.jp", "+ link https://b.jp"]),
        ("https://a.jp/1", "a.jp", ["- link https://a.jp/1"]),
        ("call 0120-007-110", "0120-007-111に電話", ["- telephone 0120-007-110", "+ telephone 0120-007-111"]),
        ("call #8891", "#8892", ["- telephone #8891", "+ telephone #8892"]),
        ("the Penal Code", "児童福祉法", ["- name Penal Code"]),
        ("a law", "刑法", ["+ name 刑法"]),
        ("PHILOSOPHY", "哲学", []),
    ],
)
def test_what_differs_is_told(original: str, translation: str, found: list[str]) -> None:
    """What is lost as the original writes it, what is added as the translation does."""
    assert told(original, translation) == found


@pytest.mark.parametrize(
    ("original", "translation", "what"),
    [
        ("{count} minutes", "{ count } 分", "{ count }"),
        ("{count} minutes", "{count 分", "{"),
        ("{count} minutes", "{count} 分}", "}"),
        ("{count} minutes", "{} {count} 分", "{}"),
        ("{count} minutes", "{count:x} {count} 分", "{count:x}"),
        ("{count} minutes", "{count!r} {count} 分", "{count!r}"),
    ],
)
def test_braces_that_the_program_could_not_fill_are_told(original: str, translation: str, what: str) -> None:
    """They would end in a traceback when the word is used."""
    assert unfillable(original, translation) == [Difference("placeholder", what, lost=False)]


@pytest.mark.parametrize("translation", ["{count} 分", "{count}{count}", "分", "{{count}} {count}"])
def test_braces_that_can_be_filled_are_fine(translation: str) -> None:
    """That one is missing is another fault."""
    assert unfillable("{count} minutes", translation) == []
    assert translation.format(count=5)


@given(TEXTS, st.sampled_from(["en", "ja", "vi", "fr", "th", "hi", "de"]))
def test_a_text_agrees_with_itself(text: str, language: str) -> None:
    """Whatever stands in it."""
    assert differences(text, text, (language, language), NAMES) == []


@given(
    st.lists(st.integers(3, 10**12), min_size=1, max_size=4, unique=True),
    st.sampled_from(["en", "ja", "vi", "fr", "de"]),
    st.sampled_from(["en", "ja", "vi", "fr", "de"]),
)
def test_figures_agree_in_any_two_languages(values: list[int], one: str, other: str) -> None:
    """Each written with the separators of its language."""
    original, translation = (" : ".join(number_text(value, code) for value in values) for code in (one, other))
    assert differences(original, translation, (one, other), NAMES) == []
    assert len(figures(original, one)) == len(values)


@given(
    st.lists(st.integers(3, 10**9), min_size=1, max_size=4, unique=True),
    st.data(),
    st.sampled_from(["en", "ja", "vi"]),
)
def test_a_changed_digit_is_always_found(values: list[int], data: st.DataObject, language: str) -> None:
    """In whichever figure of a text it is, by what is lost."""
    number = data.draw(st.integers(0, len(values) - 1))
    digits = str(values[number])
    place = data.draw(st.integers(0, len(digits) - 1))
    changed = int(digits[:place] + data.draw(st.sampled_from("0123456789")) + digits[place + 1 :])
    assume(changed not in values)
    original = " : ".join(number_text(value, "en") for value in values)
    others = [*values[:number], changed, *values[number + 1 :]]
    translation = " : ".join(number_text(value, language) for value in others)
    lost = [one.what for one in differences(original, translation, ("en", language), NAMES) if one.lost]
    assert lost == [number_text(values[number], "en")]


@given(TEXTS, TEXTS)
def test_any_two_texts_can_be_compared(one: str, other: str) -> None:
    """And what the second has more is what the first has less, seen from the other side."""
    there = {
        (found.kind, found.what)
        for found in differences(one, other, ("en", "ja"), NAMES)
        if found.kind == "placeholder"
    }
    back = {
        (found.kind, found.what)
        for found in differences(other, one, ("ja", "en"), NAMES)
        if found.kind == "placeholder"
    }
    assert there == back


def test_full_width_braces_are_found() -> None:
    """A Japanese keyboard types them, and nothing would be filled in."""
    assert told("Call {help.child-189}.", "｛help.child-189｝へ。") == [
        "- placeholder {help.child-189}",
        "+ placeholder ｛help.child-189｝",
    ]
