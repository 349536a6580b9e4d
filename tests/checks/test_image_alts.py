from __future__ import annotations

import pytest

from outreach_decks.checks.image_alts import check_image_alts
from outreach_decks.diagnostics import Severity
from outreach_decks.parse import parse_outline
from tests.projects import TALK, outline, workspace

SLIDE = "- {{kind: image, id: one, title: T, image: {0}, alt: {1}, author: A, licence: Ours, notes: N}}\n"


@pytest.mark.parametrize(
    ("alt", "told"),
    [
        ("photo.jpg", "is the name of a file"),
        ("Picture of a hall", "begins with what a screen reader says anyway"),
        ("写真", "says only what kind of thing it is"),
        ("A hall with chairs in a circle", ""),
    ],
)
def test_the_alt_text_of_a_picture_says_what_it_shows(alt: str, told: str) -> None:
    """At its line of the outline, before there is a deck."""
    found = list(check_image_alts(parse_outline(TALK, workspace({TALK: outline(SLIDE.format("a.png", alt))}))))
    assert [one.message for one in found] == ([f"the alt text {told}"] if told else [])
    assert all((one.code, one.severity, one.span.line) == ("unclear-alt-text", Severity.WARNING, 8) for one in found)
