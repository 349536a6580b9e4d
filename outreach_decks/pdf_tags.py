"""What a PDF tells those who cannot see it: its title and language, and the tags of its pages.

Read with PDFium, by the structure that ISO 32000-1, 14.7 and 14.8 describe. PDF/UA-1 is ISO 14289-1.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pypdfium2

_CLAIM: Final = b"<pdfuaid:part>1</pdfuaid:part>"
# As deep as a table in a list in a section goes, several times over.
_DEEPEST: Final = 64
_MOST_PAGES_NAMED: Final = 6


@dataclass(frozen=True, slots=True)
class PageTags:
    """How many headings a page has, and how much of it a screen reader cannot tell.

    ``undescribed`` counts pictures without a text instead of them, ``headless`` tables without a header cell, and
    ``untagged`` what is neither in a tag nor marked as decoration.
    """

    headings: int
    undescribed: int
    headless: int
    untagged: int


@dataclass(frozen=True, slots=True)
class PdfTags:
    """What a PDF says of itself, and the tags of its pages in order. ``claims``: it says that it is PDF/UA."""

    title: str
    language: str
    tagged: bool
    claims: bool
    pages: tuple[PageTags, ...]


def read_tags(pdf: bytes) -> PdfTags:
    """Read a PDF that LibreOffice made."""
    import pypdfium2
    from pypdfium2 import raw

    with pypdfium2.PdfDocument(pdf) as document:
        return PdfTags(
            title=document.get_metadata_value("Title"),
            language=_wide(raw.FPDFCatalog_GetLanguage, document),
            tagged=bool(raw.FPDFCatalog_IsTagged(document)),
            claims=_CLAIM in pdf,
            pages=tuple(_page_tags(page) for page in document),
        )


def shortcomings(tags: PdfTags) -> tuple[str, ...]:
    """What of PDF/UA a PDF lacks, as far as can be read from it, a sentence each; nothing when nothing is found."""
    said = [
        "it has no title (7.1)" if not tags.title else "",
        "it does not say in which language it is (7.2)" if not tags.language else "",
        "it is not tagged (7.1)" if not tags.tagged else "",
        "it does not say that it is PDF/UA (5)" if not tags.claims else "",
    ]
    pages = tags.pages if tags.tagged else ()
    said += [
        _told(pages, lambda page: not page.headings, "{count} without a heading (7.4)", "page"),
        _told(pages, lambda page: page.undescribed, "{count} without a description (7.3)", "picture or drawing"),
        _told(pages, lambda page: page.headless, "{count} without header cells (7.5)", "table"),
        _told(
            pages, lambda page: page.untagged, "{count} neither tagged nor marked as decoration (7.1)", "line or shape"
        ),
    ]
    return tuple(sentence for sentence in said if sentence)


def _told(pages: Sequence[PageTags], lacking: Callable[[PageTags], int], sentence: str, what: str) -> str:
    """A sentence with how many there are and on which pages; "" when there is none."""
    found = {number: int(lacking(page)) for number, page in enumerate(pages, 1) if lacking(page)}
    count = sum(found.values())
    if not count:
        return ""
    return f"{sentence.format(count=_counted(count, what))}: {_named([*found], len(pages))}"


def _counted(count: int, what: str) -> str:
    if count == 1:
        return f"1 {what}"
    return f"{count} {' or '.join(f'{word}s' for word in what.split(' or '))}"


def _named(numbers: Sequence[int], count: int) -> str:
    """The numbers of pages: "page 3", "pages 3, 4 and 9", "pages 3, 4, 5, 6, 7, 8 and 12 more"."""
    if len(numbers) == count and count > 1:
        return "every page"
    shown = [str(number) for number in numbers[:_MOST_PAGES_NAMED]]
    more = len(numbers) - len(shown)
    *others, last = [*shown, f"{more} more"] if more else shown
    return f"pages {', '.join(others)} and {last}" if others else f"page {last}"


def _page_tags(page: pypdfium2.PdfPage) -> PageTags:
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    found = [*_elements(tree, raw.FPDF_StructTree_CountChildren, raw.FPDF_StructTree_GetChildAtIndex)] if tree else []
    kinds = [kind for kind, _ in found]
    tags = PageTags(
        headings=sum(kind == "H" or (kind[:1] == "H" and kind[1:].isdigit()) for kind in kinds),
        undescribed=sum(kind == "Figure" and not alt for kind, alt in found),
        headless=sum("TH" not in table for table in _tables(kinds)),
        untagged=sum(not raw.FPDFPageObj_CountMarks(thing) for thing in page.get_objects(max_depth=1)),
    )
    if tree:
        raw.FPDF_StructTree_Close(tree)
    return tags


def _tables(kinds: Sequence[str]) -> list[Sequence[str]]:
    """What stands in each table: elements are in order, so all up to the next table."""
    starts = [place for place, kind in enumerate(kinds) if kind == "Table"]
    return [kinds[start:end] for start, end in pairwise([*starts, len(kinds)])]


def _elements(
    parent: Any,  # noqa: ANN401 - a handle of PDFium's
    count: Callable[[Any], int],
    child: Callable[[Any, int], Any],
    depth: int = 0,
) -> Iterator[tuple[str, str]]:
    """Kind and alt text of each element below one, or below a tree, in order."""
    from pypdfium2 import raw

    for index in range(count(parent) if depth < _DEEPEST else 0):
        element = child(parent, index)
        if not element:
            continue
        kind = _wide(raw.FPDF_StructElement_GetType, element)
        yield kind, _wide(raw.FPDF_StructElement_GetAltText, element)
        yield from _elements(
            element, raw.FPDF_StructElement_CountChildren, raw.FPDF_StructElement_GetChildAtIndex, depth + 1
        )


def _wide(ask: Callable[..., int], of: Any) -> str:  # noqa: ANN401 - a handle of PDFium's
    """A text that PDFium hands out in UTF-16 with a zero behind it."""
    length = ask(of, None, 0)
    held = ctypes.create_string_buffer(max(length, 2))
    ask(of, ctypes.cast(held, ask.argtypes[1]), length)  # type: ignore[attr-defined]
    return held.raw[: max(length - 2, 0)].decode("utf-16-le", "replace")
