"""Names that every language must give exactly: found in a text, and read from their file."""

from __future__ import annotations

import pytest

from outreach_decks.diagnostics import DeckError
from outreach_decks.names import Name, Names
from outreach_decks.parse_names import NAMES_FILE, parse_names
from outreach_decks.workspace import DiskWorkspace, MemoryWorkspace
from tests.projects import ROOT

ILO = Name({"en": ("International Labour Organization", "ILO"), "ja": ("国際労働機関", "ILO")})


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("The ILO says so.", "en", "ILO"),
        ("the International Labour\nOrganization", "en", "International Labour\nOrganization"),
        ("PHILOSOPHY, ILOs", "en", ""),
        ("The ilo", "en", ""),
        ("国際労働機関は", "ja", "国際労働機関"),
        ("このILOは", "ja", "ILO"),
        ("労働機関", "ja", ""),
    ],
)
def test_any_form_of_a_name_will_do(text: str, language: str, found: str) -> None:
    """As a whole word where its letters are Latin, wherever it stands in Japanese, over the end of a line too."""
    assert ILO.found(text, language) == found


def test_only_names_that_both_languages_have_are_compared() -> None:
    """A name without a Vietnamese form says nothing of a Vietnamese text."""
    names = Names((ILO, Name({"en": ("Isaiah",), "vi": ("Ê-sai",)})))
    assert list(names.in_both("en", "ja")) == [ILO]
    assert list(names.in_both("ja", "en")) == [ILO]
    assert list(names.in_both("ja", "vi")) == []


def read(text: str) -> Names:
    """The names of a file."""
    return parse_names(MemoryWorkspace({NAMES_FILE: text.encode()}))


def test_names_are_read_with_their_forms() -> None:
    """One form, or several."""
    assert read("names:\n  - en: [International Labour Organization, ILO]\n    ja: [国際労働機関, ILO]\n") == Names(
        (ILO,)
    )
    assert read("names: [{en: Isaiah, ja: イザヤ}]\n") == Names((Name({"en": ("Isaiah",), "ja": ("イザヤ",)}),))


def test_forms_are_read_in_one_form_of_each_character() -> None:
    """Texts are compared so; a name in full-width letters would never be found."""
    assert read("names: [{en: ILO, ja: ＩＬＯ}]\n").names[0].found("ILOの", "ja") == "ILO"


def test_a_project_without_the_file_has_no_names() -> None:
    """Nothing is compared then, and nothing is wrong."""
    assert parse_names(MemoryWorkspace({})) == Names()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("names: [{en: A, xx: B}]\n", ["1:17 unknown-language"]),
        ("names: [{en: [], ja: B}]\n", ["1:14 too-few"]),
        ("names: [{en: '', ja: B}]\n", ["1:14 empty-value"]),
        ("names: [{en: {a: b}, ja: B}]\n", ["1:14 quotes-needed"]),
        ("name: [{en: A, ja: B}]\n", ["1:1 unknown-key"]),
        ("names: [{en: A\n", ["1:9 unclosed-bracket"]),
    ],
)
def test_what_is_wrong_with_the_file_is_said(text: str, found: list[str]) -> None:
    """With its place."""
    with pytest.raises(DeckError) as caught:
        read(text)
    assert [f"{one.span.line}:{one.span.column} {one.code}" for one in caught.value.diagnostics] == found


def test_our_names_have_english_and_japanese() -> None:
    """Each of them, and no form twice."""
    names = parse_names(DiskWorkspace(ROOT)).names
    assert [name.forms for name in names if not {"en", "ja"} <= name.forms.keys()] == []
    forms = [form for name in names for form in name.forms["en"]]
    assert len(forms) == len(set(forms))
