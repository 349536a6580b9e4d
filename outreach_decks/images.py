"""Pictures made fit to show: upright, without camera data, no larger than a 4K projector shows."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST_SIDE = 3840
MOST_PIXELS = 100_000_000
_QUALITY = 90


@dataclass(frozen=True, slots=True)
class FitImage:
    """A PNG or JPEG and its size in px."""

    data: bytes
    width: int
    height: int


def fit_image(raw: bytes) -> FitImage:
    """Make a picture fit to show.

    Raises:
        ValueError: when the bytes are neither PNG nor JPEG, are damaged or hold too many pixels.
    """
    try:
        with Image.open(io.BytesIO(raw), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise ValueError(f"the picture has {opened.width} by {opened.height} pixels, which is too many")
            return _saved(ImageOps.exif_transpose(opened), str(opened.format))
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise ValueError("this is not a PNG or JPEG picture, or it is damaged") from error


def _saved(image: Image.Image, form: str) -> FitImage:
    image.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
    clean = image.convert("RGB") if form == "JPEG" else image
    clean.info = {}
    held = io.BytesIO()
    clean.save(held, form, **({"quality": _QUALITY} if form == "JPEG" else {"optimize": True}))
    return FitImage(held.getvalue(), clean.width, clean.height)
