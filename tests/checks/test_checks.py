"""What the checks find in a deck, and what they leave alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from outreach_decks.checks.glyphs import check_glyphs
from outreach_decks.checks.rhythm import check_rhythm
from outreach_decks.checks.room import check_room, smallest_readable
from outreach_decks.checks.slot import check_slot
from outreach_decks.checks.sources_shown import check_sources_shown
from outreach_decks.checks.text_fits import check_text_fits
from outreach_decks.deck import Deck, PlacedText
from outreach_decks.diagnostics import Diagnostic
from outreach_decks.event import Event, Room
from outreach_decks.parse import parse_outline
from outreach_decks.project import Project
from tests.projects import TALK, make, measure, outline, workspace

STATEMENT = "- {{kind: statement, id: {0}, title: {1}, notes: {2}}}\n"


def lines(found: Iterable[Diagnostic]) -> list[tuple[str, int]]:
    """Codes and lines of findings."""
    return [(one.code, one.span.line) for one in found]


def test_a_text_that_does_not_fit_is_found_where_it_is_written() -> None:
    """In placeholders, in figures and in tables."""
    long = "word " * 120
    steps = f"[{{label: A, text: {long}}}, {{label: B}}, {{label: C}}]"
    slides = (
        STATEMENT.format("a", long, "N")
        + f"- {{kind: steps, id: b, title: T, steps: {steps}, notes: N}}\n"
        + f"- {{kind: table, id: c, title: T, header: [A, B], rows: [[C, {long * 3}]], notes: N}}\n"
    )
    found = lines(check_text_fits(make(slides).deck))
    assert found == [("text-too-long", 8), ("text-too-long", 9), ("text-too-long", 10)]


def test_the_message_says_how_many_characters_must_go() -> None:
    """A number that a person can work with."""
    (found,) = check_text_fits(make(STATEMENT.format("a", "word " * 60, "N")).deck)
    assert "characters too many" in found.message


@pytest.mark.parametrize(("words", "found"), [(2000, "talk-too-short"), (2300, None), (2600, "talk-too-long")])
def test_a_talk_fills_its_slot_with_room_to_breathe(words: int, found: str | None) -> None:
    """85 to 95 per cent of 20 minutes at 130 words a minute."""
    made = make(STATEMENT.format("a", "A", "word " * words))
    assert [one.code for one in check_slot(made.talk)] == ([found] if found else [])


def test_the_slot_names_the_minutes_of_activities() -> None:
    """They are told apart from speech."""
    made = make("- {kind: discussion, id: d, title: T, questions: [Q], minutes: 30, notes: N}\n")
    (found,) = check_slot(made.talk)
    assert "30 of activities" in found.message


def test_four_alike_in_a_row_are_found_at_the_fourth() -> None:
    """Three may stand."""
    slides = [STATEMENT.format(f"s{number}", "A", "N") for number in range(4)]
    assert lines(check_rhythm(make("".join(slides)).deck)) == [("same-silhouette", 11)]
    assert lines(check_rhythm(make("".join(slides[:3])).deck)) == []


def test_a_figure_without_room_for_its_source_is_found() -> None:
    """A prayer has no source line."""
    prayer = '- {kind: prayer, id: p, title: T, points: ["For {fact.protected} people"], notes: N}\n'
    made = make(prayer)
    assert lines(check_sources_shown(made.talk, made.deck)) == [("source-not-shown", 8)]
    fine = make(prayer.replace("prayer", "bullets"))
    assert lines(check_sources_shown(fine.talk, fine.deck)) == []


def test_a_character_that_no_face_has_is_found() -> None:
    """An emoji would be shown as a box; Japanese would not."""
    place = workspace({TALK: outline(STATEMENT.format("a", "日本 😀", "N"))})
    assert parse_outline(TALK, place).findings == ()
    made = make(STATEMENT.format("a", "日本 😀", "N"))
    (found,) = check_glyphs(made.talk, made.deck, measure(), made.talk.span)
    assert found.code == "missing-glyph"
    assert "U+1F600" in found.message


def test_the_smallest_readable_size_follows_from_the_room() -> None:
    """16 minutes of arc at 10 m are 46.5 mm; on a screen of 2 m that is a capital letter of 34.7 pt."""
    assert smallest_readable(Room(screen_width=2.0, last_row=10.0), 960, 0.644) == pytest.approx(34.7, abs=0.05)
    assert smallest_readable(Room(screen_width=4.0, last_row=10.0), 960, 0.644) == pytest.approx(17.3, abs=0.05)


def test_a_room_too_deep_for_the_smallest_text_is_warned_of() -> None:
    """Without a room nothing is said."""
    slides = STATEMENT.format("a", "A", "N").replace("title", "text: A line, title")
    room = Room(screen_width=1.0, last_row=20.0)
    geometry = Project(workspace({})).look(parse_outline(TALK, workspace({TALK: outline(slides)}))).geometry
    deep = make(slides, event=Event(room=room))
    assert [one.code for one in check_room(deep.talk, deep.deck, geometry, measure())] == ["too-small-for-room"]
    plain = make(slides)
    assert list(check_room(plain.talk, plain.deck, geometry, measure())) == []


def smallest_in(deck: Deck) -> str:
    """The smallest size of a deck, as the finding of a room that is far too deep says it."""
    place = workspace({TALK: outline(STATEMENT.format("a", "A", "N"))})
    geometry = Project(place).look(parse_outline(TALK, place)).geometry
    deep = make(STATEMENT.format("a", "A", "N"), event=Event(room=Room(screen_width=1.0, last_row=40.0)))
    (found,) = check_room(deep.talk, deck, geometry, measure())
    return found.message.rpartition("has ")[2]


def test_the_lower_levels_of_a_list_and_the_lettering_of_a_chart_must_be_read_too() -> None:
    """A list of 32 pt has second points of 28; a chart of many rows is lettered in 18."""
    deck = make("- {kind: bullets, id: a, title: T, points: [One, Two], notes: N}\n").deck
    (slide,) = deck.slides
    nested = [_nested(shape) if isinstance(shape, PlacedText) else shape for shape in slide.shapes]
    assert smallest_in(deck) == "32 pt"
    assert smallest_in(replace(deck, slides=(replace(slide, shapes=tuple(nested)),))) == "28 pt"
    assert smallest_in(make("- {kind: chart, id: a, title: T, chart: by-year, notes: N}\n").deck) == "18 pt"


def _nested(text: PlacedText) -> PlacedText:
    return replace(text, paragraphs=tuple(replace(one, level=1) for one in text.paragraphs))


def test_what_is_hidden_is_not_read_from_the_last_row() -> None:
    """Slides kept for questions stand hidden at the end."""
    deck = make(
        STATEMENT.format("a", "A", "N") + "- {kind: bullets, id: b, title: T, points: [One, Two], notes: N}\n"
    ).deck
    first, second = deck.slides
    assert smallest_in(deck) == "32 pt"
    assert smallest_in(replace(deck, slides=(first, replace(second, hidden=True)))) == "48 pt"
