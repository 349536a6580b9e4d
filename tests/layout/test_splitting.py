"""What is too long goes on on another slide: where it is cut, what is said again, what is shared out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_decks.deck import PlacedSlide, PlacedTable, PlacedText
from outreach_decks.diagnostics import Span
from outreach_decks.layout.splitting import sentences, share_minutes, share_notes, share_out, split, split_passages
from outreach_decks.talk import Passage, Passages
from outreach_decks.text import Paragraph, Run, words
from tests.projects import make

SENTENCE = "Someone else holds the passport, the phone and the bank card, and answers every question. "
NOTES = "notes: Said."


def titles(slides: Sequence[PlacedSlide]) -> list[str]:
    """The titles of slides."""
    return [slide.title for slide in slides]


def text(slide: PlacedSlide, role: str) -> PlacedText:
    """The text in a role."""
    return next(shape for shape in slide.shapes if isinstance(shape, PlacedText) and shape.role == role)


def table(slide: PlacedSlide) -> PlacedTable:
    """The table of a slide."""
    return next(shape for shape in slide.shapes if isinstance(shape, PlacedTable))


def passage(*lines: Paragraph) -> Passage:
    """A passage of these lines."""
    return Passage(lines, Span("talk.yaml"))


def plain(parts: Sequence[Passages]) -> list[list[str]]:
    """The words of each part."""
    return [[one.plain for one in part] for part in parts]


def at_most(characters: int) -> object:
    """What fits a slide that holds so many characters."""
    return lambda part: sum(len(one.plain) for one in part) <= characters


# --- where it is cut -------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(1, 9), min_size=1, max_size=40), st.integers(9, 30))
def test_parts_are_as_few_as_can_be_and_hold_everything_in_order(items: list[int], room: int) -> None:
    """Filling each part to the brim would not take fewer."""
    parts = split(items, lambda part: sum(part) <= room, lambda item: item)
    assert [item for part in parts for item in part] == items
    assert all(sum(part) <= room for part in parts)
    count, filled = 1, 0
    for item in items:
        count, filled = (count, filled + item) if filled + item <= room else (count + 1, item)
    assert len(parts) == count


def test_parts_are_even() -> None:
    """Eight items on two slides are four and four, not seven and one."""
    assert [len(part) for part in split(range(8), lambda part: len(part) <= 7)] == [4, 4]


def test_what_fits_nowhere_has_a_part_of_its_own() -> None:
    """It is the checks that say so; nothing is lost here."""
    assert split([1, 99, 1], lambda part: sum(part) <= 10) == ((1,), (99,), (1,))


@given(st.lists(st.integers(0, 50), max_size=30), st.lists(st.integers(1, 50), min_size=1, max_size=6))
def test_sharing_loses_nothing_and_leaves_no_share_empty(items: list[int], shares: list[int]) -> None:
    """In order, and each part has something as long as there is enough."""
    parts = share_out(items, shares, lambda item: item)
    assert [item for part in parts for item in part] == items
    assert len(parts) == len(shares)
    assert all(parts) or len(items) < len(shares)


def test_a_paragraph_is_cut_behind_its_sentences() -> None:
    """Not behind "Dr." or "No.", and an opening bracket stays with what it opens."""
    told = "Dr. Sato wrote to them. They said “Stop!” It is law No. 4 of 2017. Then they left."
    expected = ["Dr. Sato wrote to them. ", "They said “Stop!” ", "It is law No. 4 of 2017. ", "Then they left."]
    assert [each.plain for each in sentences(words(told))] == expected
    japanese = "人を働かせることです。「自由にやめられますか。」と聞きます。"
    first, second, *_ = (each.plain for each in sentences(words(japanese)))
    assert (first, second) == ("人を働かせることです。", "「自由にやめられますか。」")


def test_marks_are_kept_where_a_paragraph_is_cut() -> None:
    """A strong word stays strong on the next slide, and a link a link."""
    paragraph = Paragraph((Run("First. Sec"), Run("ond", bold=True), Run(" one.", link="https://example.org")))
    assert sentences(paragraph)[1].runs == (
        Run("Sec"), Run("ond", bold=True), Run(" one.", link="https://example.org"),
    )  # fmt: skip


def test_only_what_does_not_fit_alone_is_cut_inside() -> None:
    """A point that has room on the next slide goes there whole."""
    points = (passage(words("One. Two. ")), passage(words("Three. Four. Five. Six. ")))
    assert plain(split_passages(points, at_most(26))) == [["One. Two. "], ["Three. Four. Five. Six. "]]  # type: ignore[arg-type]
    cut = plain(split_passages(points, at_most(16)))  # type: ignore[arg-type]
    assert "".join(line for part in cut for line in part) == "One. Two. Three. Four. Five. Six. "
    assert max(sum(map(len, part)) for part in cut) <= 16


def test_a_line_above_is_said_again_over_what_goes_on_below_it() -> None:
    """The lines below a point know what they belong to."""
    point = passage(words("Debts:"), *(words(f"line {number}", 1) for number in range(4)))
    parts = split_passages((point,), at_most(22))  # type: ignore[arg-type]
    assert plain(parts) == [["Debts:\nline 0\nline 1"], ["Debts:\nline 2\nline 3"]]
    assert [[line.level for line in part[0].paragraphs] for part in parts] == [[0, 1, 1]] * 2


# --- what goes along -------------------------------------------------------------------------------------------------


def test_notes_are_shared_out_by_how_much_stands_on_each_part() -> None:
    """Whole paragraphs where there are enough, sentences where there are not."""
    paragraphs = tuple(words("x" * 10) for _ in range(6))
    assert [len(part) for part in share_notes(paragraphs, [200, 100])] == [4, 2]
    one = (words("One is said. Two is said. Three is said."),)
    assert [[line.plain for line in part] for part in share_notes(one, [1, 2])] == [
        ["One is said. "], ["Two is said. Three is said."],
    ]  # fmt: skip


@given(st.integers(0, 180), st.lists(st.integers(1, 900), min_size=1, max_size=8))
def test_minutes_are_shared_out_whole(minutes: int, shares: list[int]) -> None:
    """They add up to what there was, as long as each part can have one."""
    shared = share_minutes(minutes, shares)
    assert sum(shared) == max(minutes, len(shares))
    assert min(shared) >= 1


# --- on slides -------------------------------------------------------------------------------------------------------


def test_a_giant_paragraph_becomes_several_slides() -> None:
    """Cut between sentences, all of it there, each part within its box, the parts counted in their titles."""
    slides = make(f"- {{kind: bullets, id: one, title: T, points: ['{SENTENCE * 12}'], {NOTES}}}\n").deck.slides
    assert titles(slides) == [f"T\u00a0({number}/{len(slides)})" for number in range(1, len(slides) + 1)]
    assert len(slides) > 1
    bodies = [text(slide, "body") for slide in slides]
    assert "".join(body.paragraphs[0].plain for body in bodies).strip() == (SENTENCE * 12).strip()
    assert all(body.excess == 0 and body.needed <= body.available for body in bodies)


def test_a_long_table_goes_on_under_its_header() -> None:
    """Each part has the header row, and the rows are all there in order."""
    rows = ", ".join(f"[Row {number}, What it says]" for number in range(30))
    slides = make(f"- {{kind: table, id: one, title: T, header: [A, B], rows: [{rows}], {NOTES}}}\n").deck.slides
    tables = [table(slide) for slide in slides]
    assert len(tables) > 1
    assert {one.rows[0][0].paragraphs[0].plain for one in tables} == {"A"}
    told = [row[0].paragraphs[0].plain for one in tables for row in one.rows[1:]]
    assert told == [f"Row {number}" for number in range(30)]
    assert all(one.needed <= one.available for one in tables)


def test_many_help_lines_go_on_on_a_second_slide() -> None:
    """No number is lost, and none is made small."""
    lines = ", ".join(["child", "chat"] * 6)
    slides = make(f"- {{kind: help, id: h, title: Help, lines: [{lines}], {NOTES}}}\n").deck.slides
    assert len(slides) > 1
    assert sum(len(table(slide).rows) - 1 for slide in slides) == 12
    assert all(table(slide).rows[1][0].size >= 27 for slide in slides)


def test_how_help_came_stands_at_the_end_of_a_long_case() -> None:
    """The story goes on; what the courts say is on each part."""
    story = ", ".join([f"'{SENTENCE * 4}'"] * 4)
    slides = make(
        f"- {{kind: case, id: c, title: T, status: alleged, story: [{story}], helped: A neighbour asked., "
        f"sources: [police], {NOTES}}}\n"
    ).deck.slides
    slides = tuple(slide for slide in slides if slide.layout != "sources")
    assert len(slides) > 1
    assert [slide.layout for slide in slides] == ["case-alone"] * (len(slides) - 1) + ["case"]
    assert all("Alleged" in text(slide, "status").paragraphs[0].plain for slide in slides)


def test_an_activity_shares_its_minutes_and_names_its_materials_once() -> None:
    """Two slides of an activity of ten minutes do not ask for twenty."""
    steps = ", ".join([f"'{SENTENCE * 3}'"] * 5)
    slides = make(
        f"- {{kind: activity, id: a, title: T, steps: [{steps}], materials: [Pens], minutes: 10, {NOTES}}}\n"
    ).deck.slides
    assert [slide.layout for slide in slides] == ["activity"] + ["activity-alone"] * (len(slides) - 1)
    badges = [text(slide, "badge").paragraphs[0].plain for slide in slides]
    assert sum(int(badge.split()[-2]) for badge in badges) == 10


def test_columns_go_on_together() -> None:
    """Where each column has something for every part; the headings are said again."""
    points = ", ".join([f"'{SENTENCE}'"] * 6)
    columns = ", ".join(f"{{heading: {name}, points: [{points}]}}" for name in "AB")
    slides = make(f"- {{kind: columns, id: c, title: T, columns: [{columns}], {NOTES}}}\n").deck.slides
    assert len(slides) > 1
    assert {text(slide, "heading-2").paragraphs[0].plain for slide in slides} == {"B"}
    assert all(text(slide, role).excess == 0 for slide in slides for role in ("body-1", "body-2"))


# --- before that, closer ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("count", "closer", "slides"), [(4, False, 1), (5, True, 1), (8, False, 2)])
def test_text_is_set_closer_before_it_is_cut(count: int, closer: bool, slides: int) -> None:  # noqa: FBT001 - a parameter
    """First a smaller size, then less room between lines, then a second slide."""
    points = ", ".join([f"'{SENTENCE}'"] * count)
    found = make(f"- {{kind: bullets, id: one, title: T, points: [{points}], {NOTES}}}\n").deck.slides
    assert (len(found), text(found[0], "body").closer) == (slides, closer)
    assert all(text(slide, "body").needed <= text(slide, "body").available for slide in found)


# --- what must not be torn apart or told twice -----------------------------------------------------------------------


@pytest.mark.parametrize("told", ["There were 66!", "They said “66.”", "66人です。", "66人（2024年）です。）"])
def test_the_number_of_a_source_stays_with_its_sentence(told: str) -> None:
    """A raised figure behind a full stop does not begin the next slide."""
    paragraph = Paragraph((Run(told), Run("1", superscript=True), Run(" Then more.")))
    first, second = sentences(paragraph)
    assert first.runs == (Run(told), Run("1", superscript=True), *((Run(" "),) if " " in first.plain[-1:] else ()))
    assert second.plain.strip() == "Then more."


def test_no_author_can_write_the_id_of_a_part() -> None:
    """The second part of "one" is not a slide that somebody called "one-2"."""
    points = ", ".join([f"'{SENTENCE}'"] * 8)
    written = f"- {{kind: bullets, id: one, title: T, points: [{points}], {NOTES}}}\n"
    slides = make(f"{written}- {{kind: statement, id: one-2, title: T, {NOTES}}}\n").deck.slides
    assert [slide.id for slide in slides] == ["one", "one/2", "one-2"]


def test_a_mark_that_has_no_room_is_left_out() -> None:
    """A title that fits is not an error because the program would write "(1/2)" behind it."""
    points = ", ".join([f"'{SENTENCE}'"] * 10)
    for count in range(8, 16):
        title = "What the law says " * count
        one = make(f"- {{kind: bullets, id: one, title: {title}, points: [Short], {NOTES}}}\n").deck.slides[0]
        if text(one, "title").excess:
            break
        slides = make(f"- {{kind: bullets, id: one, title: {title}, points: [{points}], {NOTES}}}\n").deck.slides
        assert [text(slide, "title").excess for slide in slides] == [0, 0]


def test_the_parts_of_a_table_look_alike() -> None:
    """One size, and columns that stand where they stood."""
    rows = ", ".join(f"[Row {number}, {'What it says ' * (1 + number % 5)}]" for number in range(25))
    slides = make(f"- {{kind: table, id: one, title: T, header: [A, B], rows: [{rows}], {NOTES}}}\n").deck.slides
    tables = [table(slide) for slide in slides]
    assert len({one.widths for one in tables}) == 1 < len(tables)
    assert len({cell.size for one in tables for row in one.rows for cell in row}) == 1


def test_a_short_column_is_said_again_beside_a_long_one() -> None:
    """Twenty points beside one: the one stands on every part."""
    points = ", ".join([f"'{SENTENCE}'"] * 12)
    columns = f"{{heading: A, points: [{points}]}}, {{heading: B, points: [Short]}}"
    slides = make(f"- {{kind: columns, id: c, title: T, columns: [{columns}], {NOTES}}}\n").deck.slides
    assert len(slides) > 1
    assert {text(slide, "body-2").paragraphs[0].plain for slide in slides} == {"Short"}
    assert sum(len(text(slide, "body-1").paragraphs) for slide in slides) >= 12


def test_what_is_asked_goes_on_without_its_code() -> None:
    """The code to scan stands on the first part."""
    points = ", ".join([f"'{SENTENCE}'"] * 8)
    slides = make(
        f"- {{kind: ask, id: a, title: T, text: Do it, points: [{points}], url: 'https://example.org', {NOTES}}}\n"
    ).deck.slides
    assert [slide.layout for slide in slides] == ["ask", *["ask-plain"] * (len(slides) - 1)]
    assert len(slides) > 1
    assert all(text(slide, "points").excess == 0 for slide in slides)
