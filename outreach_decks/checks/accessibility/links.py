"""``unclear-link``: links are heard by themselves, one after the other (WCAG 2.2, 2.4.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from outreach_decks.checks.accessibility.place import Place, quoted, seen_shapes, slides
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.found_deck import FoundDeck, FoundShape, FoundText, Link

# Words of links that could lead anywhere, in English, Japanese and Vietnamese.
_SAYS_NOTHING: Final = frozenset({
    "click", "click here", "click me", "here", "link", "this link", "this", "this page", "page", "more", "read more",
    "learn more", "see more", "more info", "more information", "info", "details", "website", "site", "web", "go",
    "download", "see here", "url",
    "こちら", "ここ", "ここをクリック", "こちらをクリック", "クリック", "詳しくはこちら", "詳細はこちら", "詳細",
    "詳しく", "もっと見る", "もっと読む", "続きを読む", "続き", "リンク", "このリンク", "サイト", "ホームページ",
    "ウェブサイト", "ダウンロード",
    "tại đây", "ở đây", "nhấn vào đây", "bấm vào đây", "xem thêm", "liên kết",
})  # fmt: skip
_ADDRESS: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
_MARKS: Final = re.compile(r"[\s\W]+")
# An address that is short can be heard, and typed from a printed slide.
_SHORT_ADDRESS: Final = 40


def check_links(deck: FoundDeck, file: str) -> Iterator[Diagnostic]:
    """The words of a link say where it leads."""
    for slide, place in slides(deck, file):
        for shape in seen_shapes(slide):
            for words, link in _links(shape):
                yield from _unclear(place.at(shape), words, link)


def _links(shape: FoundShape) -> Iterator[tuple[str, Link]]:
    if shape.link is not None:
        yield shape.text.plain or (shape.alt or ""), shape.link
    cells = (cell.text for row in shape.table.rows for cell in row) if shape.table else ()
    for text in (shape.text, *cells):
        yield from _links_in(text)


def _links_in(text: FoundText) -> Iterator[tuple[str, Link]]:
    """The links of a text; one that changes its look on the way is still one."""
    for paragraph in text.paragraphs:
        for link, runs in groupby(paragraph.runs, lambda run: run.link):
            if link is not None:
                yield "".join(run.text for run in runs), link


def _unclear(place: Place, words: str, link: Link) -> Iterator[Diagnostic]:
    said = words.strip()
    if not said:
        message = f"the link to {quoted(link.address)} has no words"
        yield place.finding("unclear-link", message, Severity.WARNING, "give the picture or shape alt text")
    elif _MARKS.sub(" ", said).strip().casefold() in _SAYS_NOTHING:
        message = f"the link {quoted(said)} does not say where it leads"
        yield place.finding("unclear-link", message, Severity.WARNING, "make the name of the page the link")
    elif _ADDRESS.fullmatch(said) and len(said) > _SHORT_ADDRESS and not link.tip:
        message = f"the link {quoted(said)} is an address, which is read out letter by letter"
        hint = "make the name of the page the link, or give it a screen tip (Edit Link > ScreenTip)"
        yield place.finding("unclear-link", message, Severity.WARNING, hint)
