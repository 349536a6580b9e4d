"""Which face a character is set in: the Latin one or the East Asian one.

Office and LibreOffice both choose by the character's block, and set what belongs to neither (spaces, dashes, quotation
marks, arrows) in the face of what stands before it, or at the start of a paragraph in that of what follows.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache


class Script(IntEnum):
    """The two kinds of face that a theme names for our languages."""

    LATIN = 0
    EAST_ASIAN = 1


# Unicode blocks, first and last character: Hangul Jamo; CJK radicals to Hangul syllables; compatibility ideographs;
# compatibility forms; half- and full-width forms; the planes of rarer ideographs.
_EAST_ASIAN = (
    (0x1100, 0x11FF),
    (0x2E80, 0xD7FF),
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
)
# Line ends; spaces; combining marks; general punctuation to Braille and symbols; variation selectors; emoji.
_NEUTRAL = (
    (0x0009, 0x000D),
    (0x0020, 0x0020),
    (0x00A0, 0x00A0),
    (0x0300, 0x036F),
    (0x2000, 0x2E7F),
    (0xFE00, 0xFE0F),
    (0x1F000, 0x1FFFF),
)


def scripts(text: str) -> tuple[Script, ...]:
    """Return the script of each character; what belongs to none has that of its neighbours."""
    if text.isascii():
        return (Script.LATIN,) * len(text)
    own = [_own_script(character) for character in text]
    current = next((script for script in own if script is not None), Script.LATIN)
    resolved: list[Script] = []
    for script in own:
        current = current if script is None else script
        resolved.append(current)
    return tuple(resolved)


def is_east_asian(text: str) -> bool:
    """Tell whether any character of the text belongs to the East Asian face."""
    return Script.EAST_ASIAN in scripts(text)


@lru_cache(maxsize=16_384)
def _own_script(character: str) -> Script | None:
    code = ord(character)
    if any(first <= code <= last for first, last in _NEUTRAL):
        return None
    if any(first <= code <= last for first, last in _EAST_ASIAN):
        return Script.EAST_ASIAN
    return Script.LATIN
