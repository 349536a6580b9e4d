"""A PDF as pictures: its pages as PNG, and all of them small on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pypdfium2
    from PIL.Image import Image

# A page on the sheet is framed, and its number stands below it. Sizes in px, for pages 480 px wide.
_GAP: Final = 24
_NUMBER: Final = 28
_PAPER: Final = "#FFFFFF"
_FRAME: Final = "#B0B0B0"
_INK: Final = "#202020"


def page_images(pdf: bytes, width: int) -> tuple[bytes, ...]:
    """Return each page as PNG, ``width`` px wide; the same PDF gives the same bytes.

    Raises:
        ValueError: when the bytes are no PDF that can be opened.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ValueError(f"this is no PDF that can be opened: {error}") from error
    with document:
        return tuple(_png(_drawn(page, width)) for page in document)


def contact_sheet(pages: Sequence[bytes], columns: int = 4, width: int = 480) -> bytes:
    """Return one PNG that shows the pages (PNG each) in rows, numbered from 1.

    ``width`` is that of one page on the sheet, px. Rows are as high as the highest page. No pages are an empty sheet.
    """
    small = [_scaled(page, width) for page in pages]
    row = max((each.height for each in small), default=0) + _NUMBER + _GAP
    across = max(min(columns, len(small)), 1)
    rows = -(-len(small) // across)
    sheet = _paper(across * (width + _GAP) + _GAP, rows * row + _GAP)
    for index, each in enumerate(small):
        down, right = divmod(index, across)
        _placed(sheet, each, _GAP + right * (width + _GAP), _GAP + down * row, index + 1)
    return _png(sheet)


def _drawn(page: pypdfium2.PdfPage, width: int) -> Image:
    image: Image = page.render(scale=width / page.get_width()).to_pil()
    # The page is as wide as was asked for, not a px more by rounding up.
    return image if image.width == width else image.resize((width, image.height))


def _scaled(page: bytes, width: int) -> Image:
    from PIL import Image

    with Image.open(BytesIO(page), formats=("PNG",)) as opened:
        height = max(round(opened.height * width / opened.width), 1)
        return opened.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)


def _paper(width: int, height: int) -> Image:
    from PIL import Image

    return Image.new("RGB", (width, height), _PAPER)


def _placed(sheet: Image, page: Image, x: int, y: int, number: int) -> None:
    """Put a page on the sheet with a hairline around it, so that white slides end somewhere, and its number below."""
    from PIL import ImageDraw, ImageFont

    sheet.paste(page, (x, y))
    pen = ImageDraw.Draw(sheet)
    pen.rectangle((x - 1, y - 1, x + page.width, y + page.height), outline=_FRAME)
    pen.text((x, y + page.height + 4), str(number), fill=_INK, font=ImageFont.load_default(_NUMBER - 8))


def _png(image: Image) -> bytes:
    held = BytesIO()
    image.save(held, "PNG")
    return held.getvalue()
