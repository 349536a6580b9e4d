"""Pictures made fit to show."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from outreach_decks.images import LARGEST_SIDE, fit_image

ORIENTATION = 0x0112
GPS = 0x8825


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """The bytes of a picture."""
    held = BytesIO()
    image.save(held, form, **options)
    return held.getvalue()


def test_a_phone_photo_is_turned_upright_and_loses_its_place() -> None:
    """The orientation is applied; camera data and position are gone."""
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[GPS] = {1: "N"}
    fit = fit_image(saved(Image.new("RGB", (40, 20)), "JPEG", exif=exif))
    assert (fit.width, fit.height) == (20, 40)
    with Image.open(BytesIO(fit.data)) as shown:
        assert dict(shown.getexif()) == {}


def test_a_large_picture_is_made_smaller() -> None:
    """No side is longer than a 4K projector shows."""
    fit = fit_image(saved(Image.new("RGB", (LARGEST_SIDE * 2, 10)), "PNG"))
    assert (fit.width, fit.height) == (LARGEST_SIDE, 5)


@pytest.mark.parametrize("raw", [b"", b"GIF89a", saved(Image.new("RGB", (4, 4)), "GIF"), b"\x89PNG\r\n\x1a\nbroken"])
def test_other_files_are_refused(raw: bytes) -> None:
    """Neither PNG nor JPEG, or damaged."""
    with pytest.raises(ValueError, match="PNG or JPEG"):
        fit_image(raw)


def test_the_same_picture_gives_the_same_bytes() -> None:
    """No clock and no chance in what is saved."""
    raw = saved(Image.new("RGB", (8, 8), "blue"), "JPEG")
    assert fit_image(raw) == fit_image(raw)
