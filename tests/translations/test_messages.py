"""What there is to translate, under which name, and what is the same in every language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_decks.translations.messages import (
    base_messages,
    is_message,
    outline_messages,
    program_messages,
    row_context,
    unfolded,
)
from outreach_decks.wording import WORDING
from tests.projects import TALK
from tests.translations.pieces import TEXTS
from tests.translations.talks import HEAD, OUTLINE, messages_of, project

EVERY_KIND = (
    HEAD.replace("minutes: 2", "minutes: 2\nsubtitle: Below\nkeywords: [red, '12']")
    + """\
slides:
  - kind: cover
    id: cover
    notes: Said.
  - kind: columns
    id: columns
    title: T
    columns:
      - {heading: Left, icon: check, points: [one, two]}
      - {heading: Right, points: [three]}
    notes: Said.
  - {kind: table, id: table, title: T, header: [A, B], rows: [[a, b], ["1", d]], notes: Said.}
  - {kind: steps, id: steps, title: T, steps: [{label: A, text: a}, {label: B}, {label: C}], notes: Said.}
  - kind: timeline
    id: line
    title: T
    events: [{when: "1996", text: a}, {when: May, text: b}, {when: "2000", text: c}]
    notes: Said.
  - {kind: quiz, id: quiz, question: Q?, options: [A, B], answer: 1, because: Why., answer_notes: Aha., notes: Said.}
  - {kind: quote, id: quote, words: W, reference: Isaiah 1:17, licence: Free, notes: Said.}
  - {kind: number, id: number, title: T, number: "{fact.protected}", of: "100", caption: C, notes: Said.}
  - {kind: help, id: help, title: T, lines: [child], notes: Said.}
  - {kind: chart, id: chart, title: T, chart: by-year, takeaway: K, notes: Said.}
  - include: shared/x.yaml
"""
)
SHARED = "slides:\n  - {kind: statement, id: shared, title: T, notes: Said.}\n"


def contexts(outline: str) -> list[str]:
    """The contexts of the texts of an outline, in order."""
    made = project(outline, {"slides_src/shared/x.yaml": SHARED})
    return [one.context for one in outline_messages(made.outline(TALK), made.base.book)]


def test_a_context_is_file_slide_and_field() -> None:
    """Items of lists are counted from 1; a line below a point stands below its number."""
    assert contexts(OUTLINE) == [
        "talk.yaml/title",
        "talk.yaml/colours/notes",
        "talk.yaml/colours/title",
        "talk.yaml/colours/points/1",
        "talk.yaml/colours/points/2",
        "talk.yaml/colours/points/2/1",
        "talk.yaml/colours/points/2/2",
        "talk.yaml/colours/points/3",
        "talk.yaml/hope/notes",
        "talk.yaml/hope/title",
        "talk.yaml/hope/text",
    ]


@pytest.mark.parametrize(
    "context",
    [
        "talk.yaml/subtitle",
        "talk.yaml/keywords/1",
        "talk.yaml/columns/columns/1/heading",
        "talk.yaml/columns/columns/2/points/1",
        "talk.yaml/table/header/2",
        "talk.yaml/table/rows/2/2",
        "talk.yaml/steps/steps/1/text",
        "talk.yaml/line/events/2/when",
        "talk.yaml/quiz/question",
        "talk.yaml/quiz/options/2",
        "talk.yaml/quiz/because",
        "talk.yaml/quiz/answer_notes",
        "talk.yaml/quote/words",
        "talk.yaml/number/number",
        "talk.yaml/chart/takeaway",
        "shared/x.yaml/shared/title",
    ],
)
def test_every_field_has_its_context(context: str) -> None:
    """Of every kind of slide, of the head, and of included files."""
    assert context in contexts(EVERY_KIND)


def test_contexts_are_unique() -> None:
    """No two texts of a talk share a name."""
    found = contexts(EVERY_KIND)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "context",
    [
        "keywords/2",
        "columns/columns/1/icon",
        "table/rows/2/1",
        "line/events/1/when",
        "number/of",
        "help/lines/1",
        "chart/chart",
    ],
)
def test_names_and_bare_figures_are_no_texts(context: str) -> None:
    """Ids, icons and years are the same in every language."""
    assert f"talk.yaml/{context}" not in contexts(EVERY_KIND)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Said.", True),
        ("話す", True),
        ("1996", False),
        ("24/7", False),
        ("{event.speaker}", False),
        ("{fact.a}", True),
        ("*", False),
    ],
)
def test_a_text_is_one_that_a_language_could_write_in_another_way(text: str, told: bool) -> None:  # noqa: FBT001
    """A letter, or a figure that may want a counter."""
    assert is_message(text) is told


def test_a_message_knows_its_place_its_language_and_what_its_placeholders_are() -> None:
    """A translator sees where the text is met and what the fact is today."""
    found = messages_of(project())
    below = found["talk.yaml/colours/points/2/1"]
    assert (below.place.file, below.place.line, below.place.column) == (TALK, 14, 13)
    assert (below.language, below.group) == ("en", "talk.yaml/colours")
    assert below.comment == "on the slide\n{fact.protected} is 66"
    assert [one.context for one in found.values() if one.is_spoken] == [
        "talk.yaml/colours/notes",
        "talk.yaml/hope/notes",
    ]
    assert found["talk.yaml/colours/notes"].comment == "said"


def test_words_of_others_are_not_compared() -> None:
    """Scripture comes from another translation, with its own licence; where it stands must be the same."""
    found = messages_of(project(EVERY_KIND, {"slides_src/shared/x.yaml": SHARED}))
    free = {context for context, one in found.items() if one.is_free}
    assert free == {"talk.yaml/quote/words", "talk.yaml/quote/licence"}


def test_included_slides_may_be_in_another_language() -> None:
    """Each text has the language of its file."""
    shared = "language: ja\n" + SHARED.replace("Said.", "話す")
    found = messages_of(project(EVERY_KIND, {"slides_src/shared/x.yaml": shared}))
    assert {one.language for context, one in found.items() if context.startswith("shared/")} == {"ja"}
    assert found["talk.yaml/cover/notes"].language == "en"


# ------------------------------------------------------------------------------------------------------- line ends

WRAPPED = [
    "  notes: One two three four.\n",
    "  notes: One two\n    three\n    four.\n",
    "  notes: >-\n    One two three\n    four.\n",
    "  notes: |\n    One\n    two three\n    four.\n",
    '  notes: "One two\n    three four."\n',
]


@pytest.mark.parametrize("notes", WRAPPED)
def test_where_a_line_of_yaml_ends_is_not_what_it_says(notes: str) -> None:
    """A paragraph that is wrapped anew, in whatever style, is the same text."""
    outline = HEAD + "slides:\n- kind: statement\n  id: a\n  title: T\n" + notes
    assert messages_of(project(outline))["talk.yaml/a/notes"].text == "One two three four."


def test_japanese_lines_are_joined_without_a_space() -> None:
    """As they are shown; a wide space that somebody wrote stays."""
    assert unfolded("日本語を\n書く。\n\n田中　太郎\nsays so") == "日本語を書く。\n\n田中　太郎 says so"


def test_spaces_that_do_not_break_stay() -> None:
    """They are there for a reason."""
    assert unfolded("no\u00a0judgment  known") == "no\u00a0judgment  known"


@given(TEXTS)
def test_a_text_is_unfolded_once(text: str) -> None:
    """Unfolding again changes nothing; and no character is left that a file cannot hold."""
    once = unfolded(text)
    assert unfolded(once) == once
    assert "\u2028" not in once


@given(st.lists(st.text("abc日本", min_size=1, max_size=5), min_size=1, max_size=6), st.data())
def test_wrapping_latin_text_anywhere_changes_nothing(words: list[str], data: st.DataObject) -> None:
    """At any of its spaces."""
    latin = [word for word in words if word.isascii()] or ["a"]
    wrapped = "".join(word + data.draw(st.sampled_from([" ", "\n", " \n  "])) for word in latin)
    assert unfolded(wrapped) == " ".join(latin)


# ------------------------------------------------------------------------------------------------------ the fact base


def base(language: str = "ja", **files: str) -> dict[str, str]:
    """The texts of the small fact base, by their contexts."""
    return {one.context: one.text for one in base_messages(project(files=files).base.book, language)}


def test_the_words_of_the_fact_base_are_texts() -> None:
    """Units, subjects and notes of charts, help lines that may be shown, counting rules, sources."""
    found = base()
    assert found["chart/by-year/unit"] == "people"
    assert found["chart/by-year/of"] == "people protected each year"
    assert found["help/child/purpose"] == "a child needs help"
    assert found["counting-rule/government-wide/name"] == "government-wide count"
    assert found["source/police/publisher"] == "Police"
    assert not any(context.startswith(("fact/", "help/closed", row_context("by-year", 1))) for context in found)


def test_a_help_line_has_its_own_japanese_name() -> None:
    """The official one, which nobody may translate; other languages have none."""
    assert "help/child/name" not in base("ja")
    assert base("vi")["help/child/name"] == "Child line"


def test_labels_of_charts_are_texts_but_for_years() -> None:
    """By the number of their row."""
    data = "year,people,counting_rule,source\nmen,46,government-wide,council\n2023,61,government-wide,council\n"
    found = base(**{"slides_src/facts/data/by-year.csv": data})
    assert found[row_context("by-year", 1)] == "men"
    assert row_context("by-year", 2) not in found


def test_the_programs_own_words_are_texts() -> None:
    """All of them, and with their spaces."""
    assert {one.context: one.text for one in program_messages()} == {f"ui/{key}": text for key, text in WORDING.items()}
