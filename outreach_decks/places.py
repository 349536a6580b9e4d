"""Where the characters of a value are written in its file, whatever style of YAML it is written in.

Folding, indentation and quotes change the spaces of a text, and escapes change its other characters, but the order of
the characters that are not spaces stays: the n-th of the value is the n-th that is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from outreach_decks.diagnostics import Span
from outreach_decks.document import DataPath, Document, line_starts

_IN_SINGLE_QUOTES = re.compile(r"''|[^']")
_IN_DOUBLE_QUOTES = re.compile(r'\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\n[ \t]*|.)|[^"\\]', re.DOTALL)
# The escapes that stand for a space or the end of a line; all others are written by a character or a number.
_ESCAPED_SPACES = dict.fromkeys("tnvfr_NLP \t\n", " ")
_NUMBERED = "xuU"
_HEXADECIMAL = 16


class Written(NamedTuple):
    """One character of a value, and the offsets in the file between which it is written."""

    character: str
    start: int
    end: int


def place_in_value(document: Document, path: DataPath, text: str, start: int, end: int) -> Span:
    """Return the place of ``text[start:end]``, where ``text`` is the value at ``path``, or the whole value's place.

    What is written over two lines is marked up to the end of the first.
    """
    home, own = document.at(path)
    extent = home.extents.get(own, (0, 0))
    return _place(home, extent, text[start:end], _solid(text[:start]), home.span(own))


def place_in_key(document: Document, path: DataPath, start: int, end: int) -> Span:
    """Return the place of characters of the key that leads to ``path``, or the whole key's place."""
    whole, key = document.key_span(path), str(path[-1])
    offset = line_starts(document.text)[whole.line - 1] + whole.column - 1
    return _place(document, (offset, offset + whole.length), key[start:end], _solid(key[:start]), whole)


def _place(document: Document, extent: tuple[int, int], words: str, before: int, whole: Span) -> Span:
    characters = [one for one in _written(document.text, *extent) if not one.character.isspace()]
    found = characters[before : before + _solid(words)]
    if not found or "".join(one.character for one in found) != "".join(words.split()):
        return whole
    start, end = found[0].start, found[-1].end
    line_end = document.text.find("\n", start, end)
    return document.span_at(start, (end if line_end < 0 else line_end) - start)


def _solid(text: str) -> int:
    """The number of characters that are not spaces."""
    return sum(not character.isspace() for character in text)


def _written(text: str, start: int, end: int) -> Iterator[Written]:
    match text[start : start + 1]:
        case "'":
            return _tokens(_IN_SINGLE_QUOTES, text, start + 1, end)
        case '"':
            return _tokens(_IN_DOUBLE_QUOTES, text, start + 1, end)
        case "|" | ">":
            body = text.find("\n", start, end)
            return _plain(text, end if body < 0 else body, end)
        case _:
            return _plain(text, start, end)


def _plain(text: str, start: int, end: int) -> Iterator[Written]:
    return (Written(text[offset], offset, offset + 1) for offset in range(start, end))


def _tokens(token: re.Pattern[str], text: str, start: int, end: int) -> Iterator[Written]:
    return (Written(_meant(one.group()), one.start(), one.end()) for one in token.finditer(text, start, end))


def _meant(token: str) -> str:
    """The character that a token of a quoted text stands for."""
    if token[0] != "\\" or len(token) == 1:
        return token[0]
    if token[1] in _NUMBERED:
        return chr(int(token[2:], _HEXADECIMAL))
    return _ESCAPED_SPACES.get(token[1], token[1])
