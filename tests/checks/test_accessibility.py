"""Accessibility of finished decks: what was planted is found at its slide, and nothing in our own decks."""

from __future__ import annotations

import pytest

import tests.planted.looks
import tests.planted.structure  # noqa: F401 - listing what they plant is what they are imported for
from outreach_decks.finished_deck import check_deck
from tests.planted.planting import FAULTS, Fault, good_deck, planted

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
