"""How many ways a regular expression has."""

from __future__ import annotations

import math
import re

import pytest

from outreach_decks.backtracking import MOST_WAYS, ways_to_match


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        ("client", 1),
        (r"\bclients?\b", 2),
        ("a|b|cd", 3),
        ("(?:a|b)(?:c|d)x?", 8),
        (".{0,30}", 31),
        (".{3}", 1),
        (".{,3}", 4),
        ("(?:ab?){0,2}", 1 + 2 + 4),
        (r"(?<!not )(?-i:john)(?=s)", 1),
        ("[^a*+]]?", 2),
        (r"\*\+[]{]x{y}", 1),
        ("x{}", 1),
        ("(?i)x|y", 2),
        (".{0,30}?(?>ab?)", 62),
    ],
)
def test_ways_are_counted(pattern: str, ways: int) -> None:
    """A sequence multiplies, alternatives add up, a repeat has one way for each number of times."""
    re.compile(pattern)
    assert ways_to_match(pattern) == ways


@pytest.mark.parametrize(
    "pattern",
    ["a*", "a+b", "a{2,}", "(a+)+$", "(?:a|b*)c", r"(a)\1", "(?P<n>a)", "(?P<n>a)(?P=n)", "(a)?(?(1)b|c)", "x(?#y)z"],
)
def test_what_has_no_bound_is_not_counted(pattern: str) -> None:
    """A repeat without a limit, and what a list of words has no use for."""
    re.compile(pattern)
    assert math.isinf(ways_to_match(pattern))


@pytest.mark.parametrize("pattern", ["(?:a?){0,30}b", "(?:.{0,9}){0,9}", ".{0,60}.{0,60}.{0,60}", "a{0,99999}"])
def test_repeats_inside_repeats_are_too_many(pattern: str) -> None:
    """They share a text between them in more ways than anyone can wait for."""
    re.compile(pattern)
    assert ways_to_match(pattern) > MOST_WAYS


def test_counting_is_quick_and_ends_for_a_deep_pattern() -> None:
    """The count of huge repeats does not become huge work, nor does a depth that no stack holds end in a crash."""
    assert ways_to_match("(?:" * 50 + "a{0,9}" + "){0,9}" * 50) > MOST_WAYS
    assert math.isinf(ways_to_match("(" * 5000 + ")" * 5000))
