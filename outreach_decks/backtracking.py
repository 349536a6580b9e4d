"""In how many ways a regular expression can match: the bound on the time that it can take.

Python's matcher tries one way after another. An expression whose parts can share a text between them in many ways
takes minutes on the wrong sentence, so each part is counted: a sequence multiplies, alternatives add up, a repeat
without a limit has no bound.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

MOST_WAYS: Final = 20_000
_REPEAT = re.compile(r"(?:[*+?]|\{(\d*)(,?)(\d*)\})[?+]?")
# ( (?: (?= (?! (?> (?<= (?<! (?-i: and the like.
_GROUP = re.compile(r"\((?:\?(?:[:=!>]|<[=!]|[aiLmsux-]+[:)]))?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
# References to groups, conditions, names and remarks: nothing that a list of words needs.
_UNCOUNTED = re.compile(r"\\[1-9]|\(\?[P(#]")


def ways_to_match(pattern: str) -> float:
    """Return the greatest number of ways in which a valid expression can match at one place; infinity for no bound."""
    try:
        return _Reader(pattern).alternatives()
    except RecursionError:
        return math.inf


@dataclass
class _Reader:
    pattern: str
    at: int = 0

    def alternatives(self) -> float:
        total = self.sequence()
        while self._take("|"):
            total += self.sequence()
        return total

    def sequence(self) -> float:
        ways = 1.0
        while self.at < len(self.pattern) and self.pattern[self.at] not in "|)":
            ways *= self._piece()
        return ways

    def _piece(self) -> float:
        inner = self._atom()
        repeat = _REPEAT.match(self.pattern, self.at)
        if repeat is None or repeat.group() == "{}":
            return inner
        self.at = repeat.end()
        least, most = _limits(repeat)
        return _repeated(inner, least, most)

    def _atom(self) -> float:
        if _UNCOUNTED.match(self.pattern, self.at):
            self.at = len(self.pattern)
            return math.inf
        group = _GROUP.match(self.pattern, self.at)
        if group:
            return self._group(group)
        one = _CLASS.match(self.pattern, self.at)
        self.at = one.end() if one else self.at + (2 if self.pattern[self.at] == "\\" else 1)
        return 1.0

    def _group(self, group: re.Match[str]) -> float:
        self.at = group.end()
        if group.group().endswith(")"):
            return 1.0
        inner = self.alternatives()
        self._take(")")
        return inner

    def _take(self, character: str) -> bool:
        found = self.pattern.startswith(character, self.at)
        self.at += found
        return found


def _limits(repeat: re.Match[str]) -> tuple[int, float]:
    match repeat.group()[0]:
        case "?":
            return 0, 1
        case "*" | "+":
            return 0, math.inf
        case _:
            least = int(repeat[1] or 0)
            return least, (least if not repeat[2] else float(repeat[3] or math.inf))


def _repeated(inner: float, least: int, most: float) -> float:
    """The ways of ``least`` to ``most`` times something that has ``inner`` ways."""
    if math.isinf(most) or math.isinf(inner) or most > MOST_WAYS:
        return math.inf
    if inner == 1:
        return most - least + 1
    return sum(min(inner, MOST_WAYS + 1.0) ** min(count, 64) for count in range(least, int(most) + 1))
