"""Accessibility of finished decks: what was planted is found at its slide, and nothing in our own decks."""

from __future__ import annotations

import pytest

import tests.planted.looks
import tests.planted.structure  # noqa: F401 - listing what they plant is what they are imported for
from outreach_decks.finished_deck import check_deck
from outreach_decks.rules.finished_decks import GROUP as FINISHED_DECKS
from tests.planted.planting import (
    FAULTS,
    FREE,
    LAST,
    Fault,
    good_deck,
    image,
    opened,
    picture,
    planted,
    text_box,
    tree,
    xml,
)

# The band that is not the first of its audience; tests/test_decks.py goes through the first ones.
FILE = "talks/a.pptx"


def found(pptx: bytes) -> set[tuple[str, int]]:
    """Codes and slides of what is found in a deck."""
    return {(one.code, one.span.line) for one in check_deck(pptx, FILE).diagnostics}


def test_nothing_is_found_in_the_deck_that_faults_are_planted_in() -> None:
    """Not even a note."""
    assert check_deck(good_deck(), FILE).diagnostics == ()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_planted_fault_is_found_and_nothing_else(fault: Fault) -> None:
    """At its slide, under its code."""
    assert found(planted(fault)) == fault.found


@pytest.mark.parametrize(("alt", "found"), [("A hall", False), ("", True)])
def test_a_picture_grouped_with_its_caption_speaks_for_itself(alt: str, *, found: bool) -> None:
    """A group needs alt text of its own only when something in it says nothing."""
    deck = opened(good_deck())
    group = xml(
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="950" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        "<p:grpSpPr/></p:grpSp>"
    )
    ink = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
    caption = text_box("Our hall", FREE, 'lang="en-US" sz="2400"', ink)
    group.extend([picture(deck.media(LAST, "hall.png", image("navy")), FREE, alt), caption])
    tree(deck.slide(LAST)).append(group)
    codes = {one.code for one in check_deck(deck.saved(), FILE).diagnostics}
    assert codes == ({"missing-alt-text"} if found else set())


def test_there_are_enough_faults_that_differ() -> None:
    """Forty and more are planted, and every code that a readable deck can have is among them."""
    assert len(FAULTS) >= 40
    codes = {code for fault in FAULTS for code, _ in fault.found}
    assert codes == {rule.code for rule in FINISHED_DECKS.rules} - {"unreadable-deck"}
