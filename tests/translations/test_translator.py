"""What is shown of a translation, and what is said of it: with its place in both files."""

from __future__ import annotations

import pytest

from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.translations.messages import Message
from outreach_decks.translations.translator import Rendering, Translator, untranslated
from outreach_decks.workspace import OUTLINES
from tests.translations.pieces import FILE, NAMES, message, read

TITLE = "talk.yaml/one/title"


def entry(original: str, translation: str, above: str = "", context: str = TITLE) -> str:
    """An entry of a file."""
    return f'{above}msgctxt "{context}"\nmsgid "{original}"\nmsgstr "{translation}"\n'


def rendered(text: str, file: str, context: str = TITLE) -> tuple[str, list[Diagnostic]]:
    """How a text is shown with a file of translations, and what is said of it."""
    translator = Translator(read(file), NAMES)
    shown = translator.renderings([message(context, text)])[context].text
    return shown, [found for group in translator.findings.values() for found in group]


def only(text: str, file: str, context: str = TITLE) -> tuple[str, Diagnostic]:
    """The same, where one thing is said."""
    shown, (found,) = rendered(text, file, context)
    return shown, found


def test_a_sound_translation_is_shown() -> None:
    """Nothing is said of it, and its entry is known."""
    translator = Translator(read(entry("Two people", "二人")), NAMES)
    one = message(TITLE, "Two people")
    assert translator.renderings([one]) == {TITLE: Rendering(one, "二人", TITLE)}
    assert translator.findings == {}
    assert translator.missing == {}


def test_a_text_in_the_language_itself_is_left_alone() -> None:
    """Of an outline in several languages, only the others are translated."""
    assert Translator(read(""), NAMES).renderings([message(TITLE, "二人", "ja")]) == {}


def test_a_text_without_a_translation_is_shown_as_it_is_written() -> None:
    """And counted."""
    translator = Translator(read(entry("Two people", "")), NAMES)
    one = message(TITLE, "Two people")
    assert translator.renderings([one]) == {TITLE: Rendering(one, "Two people")}
    assert translator.missing == {"talk.yaml/one": [one]}


def test_what_a_slide_lacks_is_said_once() -> None:
    """Where its first text is written, and where the entry waits; of many, four are named."""
    file = read(entry("A", "", context="talk.yaml/one/points/1"))
    slide = [message(f"talk.yaml/one/points/{number}", "A") for number in range(1, 7)]
    found = untranslated(slide, file)
    assert (found.code, found.severity, found.span) == ("untranslated", Severity.WARNING, slide[0].place)
    assert found.message == "6 texts have no ja translation: points/1, points/2, points/3, points/4 and 2 more"
    assert found.hints == (f"{FILE}:7 waits for it",)


def test_what_has_no_entry_yet_is_said_with_the_command_that_makes_one() -> None:
    """Of several groups, texts are named in full."""
    found = untranslated([message("fact/a", "A"), message("fact/b", "B")], read(""))
    assert found.message == "2 texts have no ja translation: fact/a, fact/b"
    assert found.hints == (
        f"it is not in {FILE}: make room with translate update, or fetch the file again if it was cut off",
    )


# -------------------------------------------------------------------------------------------------- rewritten texts


def test_a_rewritten_text_whose_figures_agree_is_shown_translated() -> None:
    """With both places: the translation's, and the new words'."""
    shown, found = only("There are 66 of them", entry("There are 66 people", "66人です"))
    assert shown == "66人です"
    assert (found.code, found.severity) == ("stale-translation", Severity.WARNING)
    assert (found.span.file, found.span.line, found.span.column) == (FILE, 8, 8)
    assert found.message == f"{TITLE} was rewritten; this translation is of the old words; it is shown all the same"
    assert found.hints == (f"the words to translate: {OUTLINES}/talk.yaml:20",)
    assert found.excerpt == 'msgstr "66人です"'


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("There are 67 of them", "66人です"),
        ("There are 66 of them, see https://a.jp", "66人です"),
        ("There are {fact.a} of them", "66人です"),
        ("66 of them break the Penal Code", "66人です"),
        ("66 of them called 0120-007-110", "66人です"),
    ],
)
def test_a_rewritten_text_that_does_not_agree_is_shown_in_the_original(text: str, translation: str) -> None:
    """Nothing is shown that might be false."""
    shown, found = only(text, entry("There are 66 people", translation))
    assert shown == text
    assert found.code == "stale-translation"
    assert found.message.endswith("it does not agree with the original, which is shown instead")


def test_an_update_changes_nothing_of_what_is_shown() -> None:
    """The entry is fuzzy in the file then, and remembers the old words."""
    above = '#, fuzzy\n#| msgid "There are 66 people"\n'
    shown, found = only("There are 66 of them", entry("There are 66 of them", "66人です", above))
    assert shown == "66人です"
    assert found.message == f"{TITLE} was rewritten; this translation is of the old words; it is shown all the same"


def test_what_a_translator_was_not_sure_of_is_said_so() -> None:
    """It was not rewritten."""
    shown, found = only("Two people", entry("Two people", "二人", "#, fuzzy\n"))
    assert shown == "二人"
    assert found.message.startswith("this translation is marked as fuzzy: somebody was not sure of it")


# ------------------------------------------------------------------------------------------------------- differences


def test_a_misspelt_placeholder_is_an_error_at_its_place() -> None:
    """The right one is offered, that it is lost is not said besides, and the original is shown."""
    file = entry("{fact.protected} people", "ここに{fact.protcted}人")
    shown, found = only("{fact.protected} people", file)
    assert shown == "{fact.protected} people"
    assert (found.code, found.severity) == ("placeholder-differs", Severity.ERROR)
    assert (found.span.line, found.span.column, found.span.length) == (8, 12, len("{fact.protcted}"))
    assert found.message == 'the placeholder "{fact.protcted}" is not in the original (slides_src/talk.yaml:23)'
    assert found.hints == ('did you mean "{fact.protected}"?',)
    assert found.excerpt == 'msgstr "ここに{fact.protcted}人"'


def test_a_placeholder_on_a_later_line_has_its_own_place() -> None:
    """Of a translation in several lines."""
    file = f'msgctxt "{TITLE}"\nmsgid "{{fact.a}}"\nmsgstr ""\n"一\\n"\n"\\n"\n"二 {{fact.aa}}"\n'
    _, found = only("{fact.a}", file)
    assert (found.span.line, found.span.column) == (11, 4)


@pytest.mark.parametrize(
    ("original", "translation", "code", "severity", "said"),
    [
        ("See https://a.jp/1", "見る", "link-differs", Severity.ERROR, 'the link "https://a.jp/1" of the original'),
        (
            "Call 0120-007-110",
            "0120-007-111に",
            "telephone-differs",
            Severity.ERROR,
            'the telephone number "0120-007-11',
        ),
        ("66 people", "人", "number-differs", Severity.WARNING, 'the figure "66" of the original'),
        ("The Penal Code", "法律", "name-differs", Severity.WARNING, 'the name "Penal Code" of the original'),
    ],
)
def test_each_difference_has_its_code(
    original: str, translation: str, code: str, severity: Severity, said: str
) -> None:
    """What would lead people astray is an error, and then the original is shown; a figure may be told in words."""
    shown, found = rendered(original, entry(original, translation))
    assert {one.code for one in found} == {code}
    assert {one.severity for one in found} == {severity}
    assert found[0].message.startswith(said)
    assert shown == (original if severity is Severity.ERROR else translation)
    assert {(one.span.file, one.span.line) for one in found} == {(FILE, 8)}


def test_a_figure_too_many_is_marked_where_it_stands() -> None:
    """The figure, not the whole translation."""
    _, found = only("Some people", entry("Some people", "ここに66人いる"))
    assert (found.code, found.span.column, found.span.length) == ("number-differs", 12, 2)


def test_words_of_another_work_are_not_compared() -> None:
    """A translation of the Bible may count otherwise."""
    verse = Message("talk.yaml/one/words", "two by two", "en", "talk.yaml/one", message("x", "y").place, is_free=True)
    translator = Translator(read(entry("two by two", "七つずつ", context="talk.yaml/one/words")), NAMES)
    assert translator.renderings([verse])["talk.yaml/one/words"].text == "七つずつ"
    assert translator.findings == {}


@pytest.mark.parametrize("translation", ["{ count } 分", "{count 分", "{count} 分}", "{count:x} 分"])
def test_a_word_of_the_program_that_could_not_be_filled_is_refused(translation: str) -> None:
    """With its place, before it is used; the English one is shown."""
    shown, found = rendered(
        "{count} minutes", entry("{count} minutes", translation, context="ui/minutes"), "ui/minutes"
    )
    assert shown == "{count} minutes"
    assert {one.code for one in found} == {"placeholder-differs"}
    assert found[0].span.line == 8


def test_letters_and_their_marks_are_composed() -> None:
    """Some keyboards type a letter and its accent as two characters, which look the same and are not in the faces."""
    shown, found = rendered("Word", entry("Word", "Tu\u031b\u0300"))
    assert (shown, found) == ("T\u1eeb", [])


def test_other_words_behind_msgid_are_asked_about() -> None:
    """The likeliest slip of a translator with a text editor."""
    found = untranslated([message(TITLE, "Two people")], read(entry("二人", "")))
    assert found.hints == (f"{FILE}:7 has other words as msgid; a translation belongs behind msgstr",)
