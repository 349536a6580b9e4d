"""The talks of this project say the same in all their languages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from outreach_decks.build import Wanted, variant_of
from outreach_decks.event import Event
from outreach_decks.fact_usage import slide_uses
from outreach_decks.outline import AuthoredSlide, Outline
from outreach_decks.parse_event import Day
from outreach_decks.project import Project
from outreach_decks.resolve import resolve
from outreach_decks.talk import Talk
from outreach_decks.upkeep import status, updated
from outreach_decks.workspace import DiskWorkspace

ROOT = Path(__file__).resolve().parent.parent
PROJECT = Project(DiskWorkspace(ROOT))
TALKS = [PROJECT.outline(file) for file in PROJECT.workspace.names("slides_src", ".yaml")]
TRANSLATIONS = [(talk, code) for talk in TALKS for code in PROJECT.translations.languages_of(talk)[1:]]
NAMED = pytest.mark.parametrize(
    ("outline", "language"), TRANSLATIONS, ids=[f"{talk.name}-{code}" for talk, code in TRANSLATIONS]
)


def told_in(outline: Outline, language: str) -> tuple[Outline, Talk]:
    """An outline and its talk in a language."""
    variant, _ = variant_of(outline, PROJECT.base, Day(Event()), Wanted(language=language))
    told, found = PROJECT.translations.translated(outline, variant)
    assert found == []
    return told, resolve(told, variant, PROJECT.base, PROJECT.editions(variant))


def test_every_talk_has_english_and_japanese() -> None:
    """Each of the three talks is there in both languages."""
    assert {talk.name: PROJECT.translations.languages_of(talk) for talk in TALKS} == {
        name: ["en", "ja"] for name in ("church", "community", "school")
    }


@NAMED
def test_nothing_is_left_to_translate(outline: Outline, language: str) -> None:
    """All texts that a talk shows or says are translated, and none is fuzzy."""
    assert status(outline, language, PROJECT).open == ()


@pytest.mark.parametrize("language", PROJECT.translations.languages())
def test_a_file_of_translations_is_up_to_date(language: str) -> None:
    """``translate update`` has nothing to change in this project."""
    assert not updated(language, TALKS, PROJECT).changed


@NAMED
def test_both_languages_have_the_same_slides(outline: Outline, language: str) -> None:
    """Slide by slide, the same ids, kinds and minutes, in the same order."""
    slides = [
        [(slide.id, type(slide.content), slide.hidden, slide.minutes) for slide in told_in(outline, code)[1].slides]
        for code in (outline.head.language, language)
    ]
    assert slides[0] == slides[1]


@NAMED
def test_both_languages_have_the_same_figures_and_sources(outline: Outline, language: str) -> None:
    """Slide by slide, the same facts, charts, help lines and sources are quoted, on the slide and in its notes."""
    told, _ = told_in(outline, language)
    for original, translated in zip(outline.slides, told.slides, strict=True):
        assert quoted(original) == quoted(translated), original.slide.id


def quoted(authored: AuthoredSlide) -> set[tuple[str, str, str]]:
    """What a slide quotes, and whether it shows or says it."""
    return {(use.table, use.id, use.channel) for use in slide_uses(authored, PROJECT.base.book)}


@NAMED
def test_a_translated_deck_is_written_in_its_language(outline: Outline, language: str) -> None:
    """On every slide of a Japanese deck there is Japanese, in its title and in its notes."""
    _, talk = told_in(outline, language)
    kana = Counter(
        (slide.id, any("\u3041" <= one <= "\u30fe" or "\u4e00" <= one <= "\u9fff" for one in text))
        for slide in talk.slides
        for text in (slide.title.plain, " ".join(paragraph.plain for paragraph in slide.notes))
    )
    assert [name for name, is_japanese in kana if not is_japanese] == []
