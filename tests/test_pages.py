from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pytest
from PIL import Image

from outreach_decks.pages import contact_sheet, page_images


def picture(width: int, height: int, colour: str = "#1A3C40") -> bytes:
    """A PNG of one colour."""
    held = BytesIO()
    Image.new("RGB", (width, height), colour).save(held, "PNG")
    return held.getvalue()


def pdf(sizes: Sequence[tuple[int, int]]) -> bytes:
    """A PDF with a page of each size, px at 72 to the inch, so pt."""
    first, *others = [Image.new("RGB", size, "#1A3C40") for size in sizes]
    held = BytesIO()
    first.save(held, "PDF", save_all=True, append_images=others, resolution=72)
    return held.getvalue()


def size(png: bytes) -> tuple[int, int]:
    """Width and height, px."""
    return Image.open(BytesIO(png), formats=("PNG",)).size


def test_pages_have_the_width_asked_for() -> None:
    """Each page is as wide as was asked for, whatever its shape, and as high as that makes it."""
    assert [size(page) for page in page_images(pdf([(960, 540), (720, 540), (841, 595)]), 480)] == [
        (480, 270),
        (480, 360),
        (480, 340),
    ]


def test_the_same_pdf_gives_the_same_pages() -> None:
    """Nothing of the clock or the machine is in a page."""
    source = pdf([(960, 540)])
    assert page_images(source, 200) == page_images(source, 200)


def test_what_is_no_pdf_is_said() -> None:
    """Bytes that PDFium cannot open end in a ValueError, whichever they are."""
    for damaged in (b"", b"%PDF-1.7", b"a letter"):
        with pytest.raises(ValueError, match="no PDF"):
            page_images(damaged, 480)


@pytest.mark.parametrize(("count", "expected"), [(1, (528, 346)), (4, (2040, 346)), (5, (2040, 668))])
def test_a_sheet_has_as_many_rows_as_pages_need(count: int, expected: tuple[int, int]) -> None:
    """Four pages stand in a row; fewer pages make a narrower sheet, a fifth page another row."""
    assert size(contact_sheet([picture(1600, 900)] * count)) == expected


def test_each_page_stands_on_the_sheet_with_a_number_below() -> None:
    """The colour of each page is found in its own place, and ink in the line below it."""
    colours = ("#AA0000", "#00AA00", "#0000AA")
    sheet = Image.open(BytesIO(contact_sheet([picture(800, 450, colour) for colour in colours], 2, 200))).convert("RGB")
    corners = [(24, 24), (248, 24), (24, 24 + 113 + 52)]
    assert [sheet.getpixel((x + 100, y + 50)) for x, y in corners] == [bytes_of(colour) for colour in colours]
    below = [sheet.crop((x, y + 115, x + 30, y + 140)).convert("L").getextrema() for x, y in corners]
    assert all(darkest < 100 for darkest, _ in below)  # type: ignore[operator]


def bytes_of(colour: str) -> tuple[int, ...]:
    """The red, green and blue of "#RRGGBB"."""
    return tuple(bytes.fromhex(colour[1:]))
