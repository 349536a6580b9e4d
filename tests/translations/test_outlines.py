"""An outline in other languages: the same slides, other words, and places that lead to where those are written."""

from __future__ import annotations

import pytest

from outreach_decks.authored_texts import slide_texts
from outreach_decks.slide_kinds import Bullets
from outreach_decks.talk import Answer
from outreach_decks.translations.po import po_name, written_po
from tests.projects import TALK
from tests.translations.talks import (
    HEAD,
    JAPANESE,
    OUTLINE,
    SPOKEN,
    in_japanese,
    japanese_file,
    project,
    talk_in,
    told_in,
    translated_file,
)


def texts(language: str, notes: str | None = None) -> list[str]:
    """All texts of the slides in a language."""
    told, _ = told_in(in_japanese(), language, notes)
    return [written.text for authored in told.slides for written in slide_texts(authored)]


def test_every_text_is_in_its_language() -> None:
    """Points, points below them, titles, texts and notes; the head too."""
    told, found = told_in(in_japanese(), "ja")
    assert found == []
    assert sorted(texts("ja")) == sorted(text for context, text in JAPANESE.items() if context != "talk.yaml/title")
    assert told.head.title == "二つの色"
    assert told.head.language == "en"


def test_in_its_own_language_an_outline_is_as_it_is_written() -> None:
    """No file of translations has a say in it."""
    made = in_japanese()
    told, found = told_in(made, "en")
    assert found == []
    assert told.slides == made.outline(TALK).slides


def test_slides_may_be_in_one_language_and_notes_in_another() -> None:
    """The slides in Japanese for the audience, the notes in English for the speaker, and the other way round."""
    talk = talk_in(in_japanese(), "ja", "en")
    assert talk.slides[0].title.plain == "色は66ある"
    assert talk.slides[0].notes[0].plain.startswith("We look")
    back = talk_in(in_japanese(), "en", "ja")
    assert back.slides[0].title.plain == "There are 66 colours"
    assert back.slides[0].notes[0].plain == SPOKEN


def test_a_finding_about_a_translation_is_placed_in_its_file() -> None:
    """Of a point, of a point with points below it, of one below, of a title."""
    told, _ = told_in(in_japanese(), "ja")
    slide = told.slides[0]
    places = {
        field: slide.document.span((*slide.path, *field))
        for field in (("title",), ("points", 0), ("points", 1), ("points", 1, "青", 0), ("notes",))
    }
    assert {place.file for place in places.values()} == {po_name("ja")}
    lines = japanese_file().decode().splitlines()
    assert lines[places["title",].line - 1] == 'msgstr "色は66ある"'
    assert lines[places["points", 1].line - 1] == 'msgstr "青"'
    assert lines[places["points", 1, "青", 0].line - 1] == 'msgstr "{fact.protected}種類の青"'


def test_words_of_a_translation_have_their_place() -> None:
    """A word to avoid, say, is marked where it stands in the file of translations."""
    told, _ = told_in(in_japanese(), "ja")
    written = next(one for one in slide_texts(told.slides[1]) if one.field == ("title",))
    place = written.span(0, 2)
    assert place.file == po_name("ja")
    assert told.documents[po_name("ja")].excerpt(place)[place.column - 1 : place.column + 1] == "刑法"


def test_what_is_not_translated_keeps_its_place_in_the_outline() -> None:
    """Also below a point whose own words were replaced."""
    told, _ = told_in(in_japanese(changes={"talk.yaml/colours/points/2/1": ""}), "ja")
    slide = told.slides[0]
    below = slide.document.span((*slide.path, "points", 1, "青", 0))
    assert (below.file, below.line) == (TALK, 14)
    assert isinstance(slide.slide, Bullets)
    assert [point.text for point in slide.slide.points] == ["赤", "青", "緑"]
    assert slide.slide.points[1].points == ("{fact.protected} kinds of blue", "こい青")


QUIZ = (
    HEAD
    + """\
slides:
  - kind: quiz
    id: quiz
    question: How many?
    options: [One, Two]
    answer: 2
    because: We counted {fact.protected}.
    notes: Ask them.
"""
)
QUIZ_IN_JAPANESE = {
    "talk.yaml/title": "話",
    "talk.yaml/quiz/question": "いくつ？",
    "talk.yaml/quiz/options/1": "一つ",
    "talk.yaml/quiz/options/2": "二つ",
    "talk.yaml/quiz/because": "{fact.protected}人を数えました。",
    "talk.yaml/quiz/notes": "聞いてみる。",
}


@pytest.mark.parametrize(
    ("language", "notes", "shown", "said"),
    [
        ("ja", None, "66人を数えました。", "66人を数えました。"),
        ("ja", "en", "66人を数えました。", "We counted 66."),
        ("en", "ja", "We counted 66.", "66人を数えました。"),
        ("en", None, "We counted 66.", "We counted 66."),
    ],
)
def test_the_reason_of_an_answer_is_shown_and_said_in_two_languages(
    language: str, notes: str | None, shown: str, said: str
) -> None:
    """Where it has no notes of its own, what is read out is in the language of the notes."""
    po = translated_file(project(QUIZ), QUIZ_IN_JAPANESE)
    talk = talk_in(project(QUIZ, {po_name("ja"): written_po(po)}), language, notes)
    answer = next(slide for slide in talk.slides if slide.id == "quiz-answer")
    assert isinstance(answer.content, Answer)
    assert answer.content.because.plain == shown
    assert [paragraph.plain for paragraph in answer.notes] == [said]
    assert answer.content.right == 1


def test_a_paragraph_that_is_wrapped_anew_keeps_its_translation() -> None:
    """Nothing is fuzzy, nothing is said."""
    wrapped = OUTLINE.replace("slowly and in plain words,", "slowly\n      and in plain words,", 3)
    assert wrapped != OUTLINE
    told, found = told_in(in_japanese(wrapped), "ja")
    assert found == []
    assert told.slides[0].slide.notes == SPOKEN
