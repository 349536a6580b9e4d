"""The languages of a project: which there are, and what a broken file keeps from being built."""

from __future__ import annotations

import pytest

from outreach_decks.build import Result, Wanted, build_talk, unknown_language, wanted_of
from outreach_decks.diagnostics import DeckError
from outreach_decks.event import Event
from outreach_decks.parse_event import Day
from outreach_decks.project import Project
from outreach_decks.translations.desk import used_groups
from outreach_decks.translations.po import PoFile, po_name, written_po
from tests.projects import TALK
from tests.translations.talks import (
    HEAD,
    NAMES_FILE,
    OUTLINE,
    SHARED_WORLD,
    SLIDES,
    in_japanese,
    in_lines,
    japanese_file,
    own_words,
    project,
    told_in,
    translated_file,
)


def built(made: Project, language: str, notes: str | None = None) -> Result:
    """All stages but the last, over the talk in a language."""
    return build_talk(TALK, made, Day(Event()), Wanted(language=language, notes=notes), write=False)


def languages(made: Project) -> list[str | None]:
    """The languages in which the talk is built when none is asked for."""
    return [wanted.language for wanted in wanted_of(TALK, made, (), None, [None])]


def errors(result: Result) -> list[str]:
    """The codes of the errors."""
    return [found.code for found in result.diagnostics if found.severity.word == "error"]


def test_a_talk_has_its_own_language_and_those_into_which_some_of_it_is_translated() -> None:
    """A file that has other talks only is not asked for."""
    files = {po_name("ja"): japanese_file(), po_name("vi"): written_po(PoFile("vi"))}
    made = project(files=files)
    assert made.translations.languages() == ("ja", "vi")
    assert languages(made) == ["en", "ja"]


def test_both_languages_of_a_talk_can_be_built() -> None:
    """Nothing is wrong with either, and each says its language."""
    made = in_japanese()
    assert [(built(made, code).language, built(made, code).diagnostics) for code in ("en", "ja")] == [
        ("en", ()),
        ("ja", ()),
    ]


BROKEN = {
    "cut": japanese_file()[:-4],
    "emptied": b"",
    "shift_jis": japanese_file().decode().encode("shift_jis", "replace"),
    "utf-16": japanese_file().decode().encode("utf-16"),
    "conflict": japanese_file().replace(b'msgid "red"', b'<<<<<<< HEAD\nmsgid "red"\n=======\nmsgid "rot"\n>>>>>>> b'),
    "doubled": japanese_file() + b'\nmsgctxt "talk.yaml/title"\nmsgid "Two colours"\nmsgstr "\xe8\x89\xb2"\n',
    "yaml": OUTLINE.encode(),
}


@pytest.mark.parametrize("raw", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_keeps_only_its_own_language_from_being_built(raw: bytes) -> None:
    """It is asked for all the same, and what is wrong with it is said with its place."""
    made = project(files={po_name("ja"): raw})
    assert languages(made) == ["en", "ja"]
    english, japanese = built(made, "en"), built(made, "ja")
    assert errors(english) == []
    assert japanese.language == "ja"
    assert set(errors(japanese)) <= {"bad-po", "not-utf8"}
    assert errors(japanese)
    assert {(found.span.file, found.severity.word) for found in japanese.diagnostics} == {(po_name("ja"), "error")}


def test_a_broken_file_of_the_outlines_own_language_is_not_read() -> None:
    """An English talk needs no translations into English."""
    made = project(files={po_name("en"): b"nothing"})
    assert languages(made) == ["en"]
    assert errors(built(made, "en")) == []


@pytest.mark.parametrize("name", ["ja - Copy", "ja_old", "messages"])
def test_a_file_that_is_named_by_no_language_is_said(name: str) -> None:
    """A copy somebody made; the languages that there are can be built."""
    made = project(files={po_name("ja"): japanese_file(), po_name(name): japanese_file()})
    assert sorted(map(str, languages(made))) == sorted(["en", "ja", name])
    (found,) = built(made, name).diagnostics
    assert (found.code, found.span.file) == ("unknown-language", po_name(name))
    assert errors(built(made, "ja")) == []


def test_broken_names_are_said() -> None:
    """Without them a translation cannot be compared."""
    made = project(files={po_name("ja"): japanese_file(), NAMES_FILE: "names: [{en: A, xx: B}]\n"})
    assert errors(built(made, "ja")) == ["unknown-language"]


# ------------------------------------------------------------------------------------------------- what is asked for


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", None),
        ("ja", None),
        ("xx", 'there is no language "xx"; a code such as en, ja, vi was expected'),
        ("japanese", 'there is no language "japanese"; did you mean "ja"?'),
        ("vi", 'talk has no translation into "vi"; begin one with: make_decks.py translate update --lang vi'),
    ],
)
def test_a_language_that_is_not_there_is_refused_with_a_hint(code: str, said: str | None) -> None:
    """What no language is called, and what nobody has begun."""
    assert unknown_language(TALK, in_japanese(), code) == said


def test_slides_and_notes_in_two_languages_have_a_name_of_their_own() -> None:
    """The language of the notes stands in the name of the file, unless it is that of the slides."""
    made = in_japanese()
    assert built(made, "ja", "en").file == "talk-ja-notes-en-2min.pptx"
    assert built(made, "en", "ja").file == "talk-en-notes-ja-2min.pptx"
    assert built(made, "ja", "ja").file == "talk-ja-2min.pptx"
    assert built(made, "ja").file == "talk-ja-2min.pptx"


def test_speech_is_timed_in_the_language_of_the_notes() -> None:
    """In English by the word, in Japanese by the character."""
    made = in_japanese()
    english, japanese = built(made, "en").minutes, built(made, "ja").minutes
    assert english != japanese
    assert built(made, "ja", "en").minutes == pytest.approx(english)
    assert built(made, "en", "ja").minutes == pytest.approx(japanese)


# -------------------------------------------------------------------------------------------------------- what is said


def test_what_is_missing_is_said_with_both_places() -> None:
    """One finding a slide, where it is written; the entry waits in the file."""
    made = in_japanese(changes={"talk.yaml/colours/points/1": "", "talk.yaml/colours/points/2/2": ""})
    told, found = told_in(made, "ja")
    said = "2 texts have no ja translation: points/1, points/2/2"
    assert in_lines(found) == [f"talk.yaml:12:9 warning[untranslated] {said}"]
    line = japanese_file().decode().splitlines().index('msgid "red"') + 1
    assert found[0].hints == (f"{po_name('ja')}:{line} waits for it",)
    assert told.slides[0].slide.kind == "bullets"


def test_what_of_the_base_is_not_shown_is_nobodys_business() -> None:
    """A talk lacks only what it shows: the facts that it quotes, their sources and rules, and the program's words."""
    made = in_japanese()
    groups = used_groups(made.outline(TALK), made.base.book)
    assert groups == {"fact/protected", "source/council", "counting-rule/government-wide"}
    po = translated_file(project(), {**own_words("ja")})
    _, found = told_in(project(files={po_name("ja"): written_po(po)}), "ja")
    base = [one for one in found if one.span.file.startswith("slides_src/facts/")]
    assert [one.message for one in base] == [
        "1 text has no ja translation: name",
        "2 texts have no ja translation: publisher, title",
    ]


def test_a_word_of_the_program_that_is_missing_is_said_once() -> None:
    """With the file of the program in which it stands."""
    made = in_japanese(changes={"ui/source": "", "ui/sources": ""})
    _, found = told_in(made, "ja")
    assert in_lines(found) == [
        "outreach_decks/wording.py:1:1 warning[untranslated] 2 texts have no ja translation: source, sources"
    ]


# ------------------------------------------------------------------------------------------------- other directions

JAPANESE_OUTLINE = """\
title: 二つの色
audience: church
language: ja
minutes: 2
template: church
slides:
  - kind: statement
    id: hope
    title: 刑法には3つの部分がある
    own_numbers: ["3"]
    text: 66人
    notes: 今日は、{fact.protected}人のことを話します。
  - include: shared/world.yaml
"""
ENGLISH = {
    "talk.yaml/title": "Two colours",
    "talk.yaml/hope/title": "The Penal Code has 3 parts",
    "talk.yaml/hope/text": "66 people",
    "talk.yaml/hope/notes": "Today I speak of {fact.protected} people.",
}
TO_JAPANESE = {"shared/world.yaml/world/title": "世界中で", "shared/world.yaml/world/notes": "どこにでもあります。"}


def from_japanese(english: dict[str, str], japanese: dict[str, str]) -> Project:
    """A talk written in Japanese, with English slides shared, and its translations."""
    shared = {"slides_src/shared/world.yaml": SHARED_WORLD}
    made = project(JAPANESE_OUTLINE, shared)
    files = {
        po_name("en"): written_po(translated_file(made, english, "en")),
        po_name("ja"): written_po(translated_file(made, {**own_words("ja"), **japanese})),
    }
    return project(JAPANESE_OUTLINE, {**shared, **files})


def test_an_outline_may_be_written_in_japanese() -> None:
    """Its English comes from en.po; the slides that are English already stay as they are."""
    made = from_japanese(ENGLISH, TO_JAPANESE)
    assert made.translations.languages_of(made.outline(TALK)) == ["ja", "en"]
    told, found = told_in(made, "en")
    assert found == []
    assert [slide.slide.notes for slide in told.slides] == [
        "Today I speak of {fact.protected} people.",
        "It is everywhere.",
    ]
    assert {entry.context for entry in made.translations.po("en").entries} == ENGLISH.keys()


def test_english_slides_in_a_japanese_talk_are_translated_to_japanese() -> None:
    """From ja.po, which has no entry for what is Japanese already."""
    made = from_japanese(ENGLISH, TO_JAPANESE)
    told, found = told_in(made, "ja")
    assert [one for one in found if "shared" in one.span.file] == []
    assert [slide.slide.notes for slide in told.slides] == [
        "今日は、{fact.protected}人のことを話します。",
        "どこにでもあります。",
    ]
    assert not any(entry.context.startswith("talk.yaml") for entry in made.translations.po("ja").entries)


def test_a_translation_from_japanese_is_compared_too() -> None:
    """Figures and names, in that direction."""
    made = from_japanese({**ENGLISH, "talk.yaml/hope/title": "The law has 4 parts"}, TO_JAPANESE)
    _, found = told_in(made, "en")
    assert [(one.code, one.message.split(" of ")[0]) for one in found] == [
        ("number-differs", 'the figure "3"'),
        ("number-differs", 'the figure "4" is not in the original (slides_src/talk.yaml:9)'),
        ("name-differs", 'the name "刑法"'),
    ]


def test_a_file_of_translations_is_read_once() -> None:
    """And of a broken one, the fault is said each time."""
    made = in_japanese()
    assert made.translations.po("ja") is made.translations.po("ja")
    broken = project(files={po_name("ja"): b""})
    for _ in range(2):
        with pytest.raises(DeckError):
            broken.translations.po("ja")


def test_the_language_of_an_outline_is_checked() -> None:
    """A language that does not exist is refused where it is written, in the head or above shared slides."""
    made = project(HEAD.replace("language: en", "language: xx") + SLIDES)
    assert [(one.code, one.span.line) for one in made.outline(TALK).findings] == [("unknown-language", 3)]
    shared = {"slides_src/shared/world.yaml": SHARED_WORLD.replace("language: en", "language: eng lish")}
    made = project(JAPANESE_OUTLINE, shared)
    assert [(one.code, one.span.file) for one in made.outline(TALK).findings] == [
        ("bad-id", "slides_src/shared/world.yaml")
    ]
