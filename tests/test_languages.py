"""Languages by their codes."""

from __future__ import annotations

import pytest

from outreach_decks.languages import (
    LIKELY,
    canonical,
    counts_characters,
    is_east_asian,
    is_language,
    primary,
    scripts_of,
    tag,
    unknown,
)


@pytest.mark.parametrize("code", [*LIKELY, "zh_Hans", "pt_BR", "ko", "th", "fil"])
def test_any_language_of_cldr_will_do(code: str) -> None:
    """With script and region or without."""
    assert is_language(code)
    assert tag(code)


@pytest.mark.parametrize("code", ["", "xx", "english", "en_XX", "ja - Copy", "../ja", "ja.po", "EN", "pt-BR", "root"])
def test_what_is_no_code_is_none(code: str) -> None:
    """Nor is a code in capitals or with a hyphen, which would be the name of another file."""
    assert not is_language(code)


@pytest.mark.parametrize(
    ("given", "code"), [("JA", "ja"), ("pt-br", "pt_BR"), ("ZH-hant-tw", "zh_Hant_TW"), ("ja", "ja"), ("XX", "XX")]
)
def test_a_code_is_read_in_any_case_and_with_hyphens(given: str, code: str) -> None:
    """As people write it; the name of the file is always the same."""
    assert canonical(given) == code


@pytest.mark.parametrize(
    ("code", "near"), [("jp", "ja"), ("vn", "vi"), ("Japanese", "ja"), ("日本語", "ja"), ("Vietnamese", "vi")]
)
def test_the_code_of_a_country_and_a_name_are_known(code: str, near: str) -> None:
    """Whoever writes jp means Japanese."""
    assert unknown(code) == f'there is no language "{code}"; did you mean "{near}"?'
    assert unknown("xx").endswith("a code such as en, ja, vi was expected")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("en", "en-US"),
        ("ja", "ja-JP"),
        ("vi", "vi-VN"),
        ("pt", "pt-BR"),
        ("pt_PT", "pt-PT"),
        ("zh_Hant", "zh-Hant-TW"),
        ("fil", "fil-PH"),
    ],
)
def test_a_tag_has_the_likely_region(code: str, told: str) -> None:
    """As Office writes it."""
    assert tag(code) == told


def test_east_asian_languages_have_a_face_of_their_own() -> None:
    """Vietnamese is written in Latin letters."""
    assert [code for code in ("en", "ja", "vi", "zh_Hant", "ko") if is_east_asian(code)] == ["ja", "zh_Hant", "ko"]


def test_without_spaces_characters_are_counted() -> None:
    """Korean and Vietnamese have spaces."""
    assert [code for code in ("en", "ja", "vi", "zh", "ko", "th") if counts_characters(code)] == ["ja", "zh", "th"]


def test_the_language_alone_is_the_first_part() -> None:
    """Of a code or of a tag."""
    assert [primary(code) for code in ("pt_BR", "zh-Hant-TW", "ja")] == ["pt", "zh", "ja"]


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("en-US", {"Latn"}),
        ("ja-JP", {"Hira", "Kana", "Hani"}),
        ("ko", {"Hang", "Hani"}),
        ("zh-TW", {"Hani"}),
        ("ru", {"Cyrl"}),
        ("sr-Latn-RS", {"Latn"}),
        ("xx-YY", set()),
        ("", set()),
    ],
)
def test_a_language_has_its_scripts(tag: str, told: set[str]) -> None:
    """The one that its tag names, else the likely one; none where there is no such language."""
    assert scripts_of(tag) == told
