"""What a PDF lacks for those who cannot see it; LibreOffice's own tags are read in tests/test_preview_command.py."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from outreach_decks.pdf_tags import PageTags, PdfTags, read_tags, shortcomings

GOOD = PageTags(headings=1, undescribed=0, headless=0, untagged=0)
WHOLE = PdfTags("A talk", "ja", tagged=True, claims=True, pages=(GOOD, GOOD, GOOD))


def test_of_a_pdf_that_lacks_nothing_nothing_is_said() -> None:
    """Title, language, tags and the mark of PDF/UA, and pages on which nothing is left out."""
    assert shortcomings(WHOLE) == ()


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (replace(GOOD, headings=0), "1 page without a heading (7.4): page 2"),
        (replace(GOOD, undescribed=4), "4 pictures or drawings without a description (7.3): page 2"),
        (replace(GOOD, headless=1), "1 table without header cells (7.5): page 2"),
        (replace(GOOD, untagged=1), "1 line or shape neither tagged nor marked as decoration (7.1): page 2"),
    ],
)
def test_what_a_page_lacks_is_said_with_its_number(page: PageTags, said: str) -> None:
    """How many there are, and where."""
    assert shortcomings(replace(WHOLE, pages=(GOOD, page, GOOD))) == (said,)


def test_many_pages_are_not_all_named() -> None:
    """The first six, and how many more; or all of them in two words."""
    bare = replace(GOOD, headings=0)
    nine = replace(WHOLE, pages=(bare,) * 9 + (GOOD,))
    assert shortcomings(nine) == ("9 pages without a heading (7.4): pages 1, 2, 3, 4, 5, 6 and 3 more",)
    assert shortcomings(replace(WHOLE, pages=(bare, bare))) == ("2 pages without a heading (7.4): every page",)


def test_a_picture_printed_to_a_pdf_lacks_all() -> None:
    """No title, no language, no tags; of pages without tags nothing more is said."""
    held = BytesIO()
    Image.new("RGB", (160, 90)).save(held, "PDF")
    assert shortcomings(replace(read_tags(held.getvalue()), title="")) == (
        "it has no title (7.1)",
        "it does not say in which language it is (7.2)",
        "it is not tagged (7.1)",
        "it does not say that it is PDF/UA (5)",
    )
