"""Names of persons and places in cases: patterns, so each has a sentence that it must find and one that it must not."""

from __future__ import annotations

import pytest

from outreach_decks.checks.cases import check_cases
from outreach_decks.parse import parse_outline
from tests.projects import TALK, outline, workspace


def named(story: str, title: str = "A case", kind: str = "case") -> list[tuple[str, str]]:
    """The codes and the words that are found in a case."""
    fields = f"status: alleged, story: ['{story}'], sources: [council]" if kind == "case" else f"text: '{story}'"
    slide = f"- {{kind: {kind}, id: a, title: {title}, {fields}, notes: Said.}}\n"
    written = parse_outline(TALK, workspace({TALK: outline(slide)}))
    return [(one.code, one.message.split('"')[1]) for one in check_cases(written)]


@pytest.mark.parametrize(
    ("story", "name"),
    [
        ("A man called Kenji Mori hired them", "Kenji Mori"),
        ("When Kenji Mori was asked, he was silent", "Kenji Mori"),
        ("Ms Suzuki found the contract", "Ms Suzuki"),
        ("Dr. Abe wrote the report", "Dr. Abe"),
        ("Mr Kenji Mori came", "Mr Kenji"),
        ("They called him Ken-san", "Ken-san"),
        ("田中さんは働いた", "田中さん"),
        ("マリアさんは働いた", "マリアさん"),
        ("佐藤花子容疑者が逮捕された", "佐藤花子容疑者"),
    ],
)
def test_names_of_persons_are_found(story: str, name: str) -> None:
    """A title, two capitalised words, さん or a word for the accused."""
    assert named(story) == [("case-names-person", name)]


@pytest.mark.parametrize(
    "story",
    [
        "The National Police Agency told of it",
        "Under the Penal Code it is a crime",
        "Women from Viet Nam and South Korea were hired",
        "In Gunma, police found them. In March Facebook helped",
        "The Osaka District Court judged it",
        "Some Cambodian women wrote to the Embassy",
        "お母さんとお子さんは皆さんに会った",
        "彼女の氏名は分からない",
    ],
)
def test_offices_laws_places_and_relatives_are_no_persons(story: str) -> None:
    """Capitals alone do not make a name."""
    assert [one for one in named(story) if one[0] == "case-names-person"] == []


@pytest.mark.parametrize(
    ("story", "place"),
    [
        ("A girl was met at Ueno Station", "Ueno Station"),
        ("A pupil lived in Minato Ward", "Minato Ward"),
        ("A child in Sapporo was found", "Sapporo"),
        ("A boy, 17 years old, worked in Shibuya-ku", "Shibuya-ku"),
        ("少女は渋谷駅で会った", "渋谷駅"),
        ("15歳の子は横浜市にいた", "横浜市"),
    ],
)
def test_places_are_found_in_a_case_about_a_child(story: str, place: str) -> None:
    """By their endings, or because they are large cities."""
    assert named(story) == [("case-names-place", place)]


@pytest.mark.parametrize(
    "story",
    [
        "A man was met at Ueno Station",
        "Women in Sapporo were found",
        "A girl in Gunma Prefecture was found",
        "A girl was met at a station in a large city",
        "The Sapporo District Court spoke of a girl",
        "男性は渋谷駅で会った",
        "少女は大都市の市場で働いた",
        "群馬県の少女は町内の人と区別がつかなかった",
    ],
)
def test_places_may_stand_that_identify_no_child(story: str) -> None:
    """A case of adults, a prefecture, a court, a city without its name."""
    assert [one for one in named(story) if one[0] == "case-names-place"] == []


def test_a_child_in_one_text_makes_the_whole_case_one_about_a_child() -> None:
    """The place may stand in another line."""
    assert named("It was in Sapporo", title="A girl was found") == [("case-names-place", "Sapporo")]


def test_other_slides_may_name_people() -> None:
    """A speaker, an author or a saint."""
    assert named("Kenji Mori spoke of a girl in Sapporo", kind="statement") == []
