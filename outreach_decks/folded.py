"""A text as words are looked for in it: without marks and line ends, in one form of each character.

Marks of emphasis and addresses of links are left out, so that "**human** cargo" is still found; a placeholder becomes
one character that is no letter; full-width letters become plain ones; a line feed stands between paragraphs only.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

PLACEHOLDER = "\N{OBJECT REPLACEMENT CHARACTER}"
_ASIAN = "\u3000-\u30ff\u3400-\u9fff\uff00-\uff9f"
_MARKS = "\u0300-\u036f\u3099\u309a\uff9e\uff9f"
_TOKEN = re.compile(
    rf"""
    (?P<same>(?:[0-9A-Za-z,.;:!?'"()/-]|[\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff、。「」『』](?![{_MARKS}]))+)
  | (?P<paragraph>[ \t]*\n[ \t]*\n\s*)
  | (?P<nothing>
        (?<=[{_ASIAN}])\s+(?=[{_ASIAN}])
      | \]\([^()\s]*\) | [\[\]] | \*+ | \\(?=[!-/:-@\[-`{{-~])
      | [\u00ad\u200b-\u200d\u2060\ufeff]
    )
  | (?P<space>\s+)
  | (?P<brace>\{{\{{|\}}\}})
  | (?P<placeholder>\{{[^{{}}\n]*\}})
  | (?P<other>.[{_MARKS}]*)
    """,
    re.VERBOSE | re.DOTALL,
)
_BECOMES = {"paragraph": "\n", "nothing": "", "space": " ", "placeholder": PLACEHOLDER}
# Apostrophes and hyphens have many forms; quotation marks keep theirs, because they open and close.
_ONE_FORM = str.maketrans("\u2019\u02bc\u2010\u2011\u2012", "''---")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; its n-th character comes from ``starts[n]`` to ``ends[n]`` of the text as it was written."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def as_written(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text as it was written the characters from ``start`` to ``end`` are."""
        return self.starts[start], self.ends[end - 1]


def fold(text: str) -> Folded:
    """Fold a text."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for token in _TOKEN.finditer(text):
        first, last = token.span()
        folded = _folded(token)
        parts.append(folded)
        if token.lastgroup == "same":
            starts.extend(range(first, last))
            ends.extend(range(first + 1, last + 1))
        else:
            starts.extend([first] * len(folded))
            ends.extend([last] * len(folded))
    return Folded("".join(parts), tuple(starts), tuple(ends))


def _folded(token: re.Match[str]) -> str:
    match token.lastgroup:
        case "same":
            return token.group()
        case "brace":
            return token.group()[0]
        case "other":
            return unicodedata.normalize("NFKC", token.group()).translate(_ONE_FORM)
        case kind:
            return _BECOMES[str(kind)]
