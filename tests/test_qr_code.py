from __future__ import annotations

from io import BytesIO
from itertools import product

import pytest
import resvg_py
import segno
from PIL import Image, ImageChops

from outreach_decks.deck import DrawnImage, PlacedQrCode
from outreach_decks.diagnostics import DeckError, Span
from outreach_decks.geometry import Box
from outreach_decks.qr_code import LEAST_PNG_WIDTH, QUIET_ZONE, draw_qr_code
from tests.charts.examples import THEME

ADDRESSES = ("https://example.org/", "https://example.org/help?lang=ja&from=church#numbers", "https://例え.jp/助け")
EVERY_ADDRESS = pytest.mark.parametrize("url", ADDRESSES)


def drawn(url: str) -> DrawnImage:
    """Draw the code of an address."""
    return draw_qr_code(PlacedQrCode(10, Box(0, 0, 1, 1), url, "alt"), THEME)


def picture(url: str) -> Image.Image:
    """Return the PNG of an address in full colour."""
    return Image.open(BytesIO(drawn(url).png)).convert("RGB")


@EVERY_ADDRESS
def test_every_module_is_where_the_code_has_it(url: str) -> None:
    """Read back from the picture, the modules are those of the address, with a quiet zone of four on each side."""
    matrix = [list(row) for row in segno.make_qr(url, error="m").matrix]
    side = len(matrix) + 2 * QUIET_ZONE
    image = picture(url)
    px = image.width // side
    dark = [[_dark(image, (x + 0.5) * px, (y + 0.5) * px) for x in range(side)] for y in range(side)]
    inner = range(QUIET_ZONE, side - QUIET_ZONE)
    assert QUIET_ZONE == 4
    assert [[int(dark[y][x]) for x in inner] for y in inner] == matrix
    assert not any(dark[y][x] for y, x in product(range(side), repeat=2) if not (y in inner and x in inner))


def _dark(image: Image.Image, x: float, y: float) -> bool:
    pixel = image.getpixel((int(x), int(y)))
    return isinstance(pixel, tuple) and sum(pixel) < 300


@EVERY_ADDRESS
def test_modules_are_whole_pixels(url: str) -> None:
    """The picture is 1,600 px wide or more, and each module has the same whole number of pixels."""
    image = picture(url)
    modules = len(segno.make_qr(url, error="m").matrix) + 2 * QUIET_ZONE
    assert image.size == (image.width, image.width)
    assert LEAST_PNG_WIDTH <= image.width < LEAST_PNG_WIDTH + modules
    assert image.width % modules == 0


@EVERY_ADDRESS
def test_svg_shows_the_same_as_png(url: str) -> None:
    """The vector drawing and the picture are the same, pixel for pixel."""
    image = picture(url)
    svg = resvg_py.svg_to_bytes(svg_string=drawn(url).svg.decode(), width=image.width)
    assert ImageChops.difference(Image.open(BytesIO(bytes(svg))).convert("RGB"), image).getbbox() is None


def test_code_is_ink_on_paper() -> None:
    """The two colours are the theme's ink and paper."""
    colours = picture(ADDRESSES[0]).getcolors() or []
    assert {"".join(f"{part:02X}" for part in colour) for _, colour in colours if isinstance(colour, tuple)} == {
        THEME.colours["ink"],
        THEME.colours["paper"],
    }


def test_errors_are_corrected() -> None:
    """Fifteen per cent of the code may be covered: level M, or better where it costs no room."""
    assert segno.make_qr(ADDRESSES[0], error="m", boost_error=True).error in {"M", "Q", "H"}


def test_same_address_same_bytes() -> None:
    """Drawing again gives the same bytes."""
    assert drawn(ADDRESSES[1]) == drawn(ADDRESSES[1])


def test_an_address_that_no_code_holds_is_refused() -> None:
    """An address of 3,000 characters is an error at the place that was given."""
    placed = PlacedQrCode(10, Box(0, 0, 1, 1), "https://example.org/" + "a" * 3_000, "alt")
    with pytest.raises(DeckError) as caught:
        draw_qr_code(placed, THEME, Span("talk.yaml", 7))
    (found,) = caught.value.diagnostics
    assert (found.code, found.span) == ("qr-too-long", Span("talk.yaml", 7))
