"""Inline marks: **strong**, *emphasis*, [words](https://...) and {placeholders}. Markdown is read by markdown-it.

What is wrong is collected as ``MarkupFault``; the caller knows the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

LINK_SCHEMES = ("https", "http", "mailto", "tel")
BRACES = re.compile(r"\{\{|\}\}|\{[^{}\n]*\}|[{}]")
# A placeholder or a link with marks of a Japanese keyboard, which would be shown as it stands.
_FULL_WIDTH = re.compile(
    r"｛\s*(?:fact|event|help)[.．][^{}｛｝\n]*[｝}]"
    r"|\[[^\[\]\n]*\]（(?:https?|mailto|tel)[:：][^（）\n]*）"
)
_FULL_WIDTH_MARKS = "these are full-width braces or brackets, so this is plain text"
_FULL_WIDTH_HINT = "write {fact.id} and [words](https://...) with plain ones"
_ASIAN = "\u3000-\u30ff\u3400-\u9fff\uff00-\uff60"
_ASIAN_WRAP = re.compile(rf"(?<=[{_ASIAN}])[ \t]*\n[ \t]*(?=[{_ASIAN}])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one look. ``placeholder`` is what stands between braces, or None for plain words."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    placeholder: str | None = None


@dataclass(frozen=True, slots=True)
class MarkupFault:
    """Something wrong in a text: ``needle`` is the part of the text to point at."""

    code: str
    message: str
    needle: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Markup:
    """A text taken apart."""

    pieces: tuple[Piece, ...]
    faults: tuple[MarkupFault, ...]


def parse_markup(text: str) -> Markup:
    """Take one paragraph of text apart."""
    tokens = _parser().parseInline(unwrap(text))[0].children or []
    reader = _Reader()
    for token in tokens:
        reader.take(token)
    return Markup(tuple(_joined(reader.pieces)), tuple(reader.faults))


def unwrap(text: str) -> str:
    """Make one line of several: a space between Latin words, nothing between Japanese characters."""
    return re.sub(r"\s*\n\s*", " ", _ASIAN_WRAP.sub("", text)).strip()


def is_safe_link(url: str) -> bool:
    """Tell whether a link may stand in a deck: a web, mail or telephone address."""
    parts = urlsplit(url)
    return parts.scheme.lower() in LINK_SCHEMES and bool(parts.netloc or parts.path)


def bare_address(url: str) -> str:
    """A web address as people write it down: without https:// and the last slash."""
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape"])
    # Unsafe links are reported by us, not left in the text as they stand.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser


class _Reader:
    """Walks over the tokens of a paragraph and keeps the marks that are open."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.faults: list[MarkupFault] = []
        self._bold = 0
        self._italic = 0
        self._link: str | None = None

    def take(self, token: Token) -> None:
        """Read one token."""
        if token.type.startswith("strong") or token.type.startswith("em_"):
            self._mark(token)
        elif token.type == "link_open":
            self._link = self._checked(str(token.attrGet("href") or ""))
        elif token.type == "link_close":
            self._link = None
        else:
            self._words(token.content)

    def _mark(self, token: Token) -> None:
        if token.markup.startswith("_"):
            self._words(token.markup)
        elif token.type.startswith("strong"):
            self._bold += token.nesting
        else:
            self._italic += token.nesting

    def _checked(self, url: str) -> str | None:
        if is_safe_link(url):
            return url
        message = f'"{url}" is not an address that a deck may link to'
        self.faults.append(MarkupFault("bad-link", message, url, "use https://, mailto: or tel:"))
        return None

    def _words(self, text: str) -> None:
        for odd in _FULL_WIDTH.finditer(text):
            self.faults.append(MarkupFault("look-alike", _FULL_WIDTH_MARKS, odd.group(), _FULL_WIDTH_HINT))
        last = 0
        for brace in BRACES.finditer(text):
            self._add(text[last : brace.start()])
            self._brace(brace.group())
            last = brace.end()
        self._add(text[last:])

    def _brace(self, found: str) -> None:
        if found in ("{{", "}}"):
            self._add(found[0])
        elif len(found) == 1:
            message = f'a single "{found}" stands in the text'
            self.faults.append(MarkupFault("lone-brace", message, found, f'write "{found * 2}" for a brace'))
        else:
            self._add(found, found[1:-1].strip())

    def _add(self, text: str, placeholder: str | None = None) -> None:
        if text:
            self.pieces.append(Piece(text, self._bold > 0, self._italic > 0, self._link, placeholder))


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Join neighbours that look the same."""
    held: Piece | None = None
    for piece in pieces:
        if held and _alike(held, piece):
            held = Piece(held.text + piece.text, held.bold, held.italic, held.link)
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _alike(one: Piece, other: Piece) -> bool:
    if one.placeholder is not None or other.placeholder is not None:
        return False
    return (one.bold, one.italic, one.link) == (other.bold, other.italic, other.link)
