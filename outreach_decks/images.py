"""Pictures made fit to show: upright, in sRGB, without camera data, no larger than a 4K projector shows.

A picture comes from anywhere, so nothing in it is believed: not its name, its size, its profile or its Exif data.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PIL import (
    Image,
    ImageCms,
    ImageOps,
    WebPImagePlugin,  # noqa: F401 - Pillow knows WebP only when it is imported
)

from outreach_decks.picture_files import refused

LARGEST_SIDE: Final = 3840
# Phones take photos of 108 million pixels; a JPEG is read at a part of its size, other files are read whole.
MOST_PIXELS: Final = {"JPEG": 120_000_000, "MPO": 120_000_000, "PNG": 50_000_000, "WEBP": 50_000_000}
# Pillow opens a JPEG of several pictures as JPEG, and then calls it MPO.
_FORMATS: Final = ("JPEG", "PNG", "WEBP")
MOST_BYTES: Final = 100_000_000
_SMALLER: Final = f"save it {LARGEST_SIDE} pixels wide"
_QUALITY: Final = 90
# The modes in which a profile's kind of colour is stored (ICC.1:2022, 7.2.6, and Pillow's names).
_MODES: Final = {"RGB ": ("RGB", "RGBA"), "GRAY": ("L",), "CMYK": ("CMYK",)}


class PictureError(ValueError):
    """A picture that cannot be shown; ``hint`` says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class FitImage:
    """A PNG or JPEG and its size in px."""

    data: bytes
    width: int
    height: int


# The bands and languages of a talk show the same pictures.
@lru_cache(maxsize=8)
def fit_image(raw: bytes) -> FitImage:
    """Make a picture fit to show: a photo becomes a JPEG, a drawing or what one can see through a PNG.

    Of a file with several pictures, such as an animation or an MPO, the first is taken.

    Raises:
        PictureError: when the bytes are no PNG, JPEG or WebP, are damaged or hold too many pixels.
    """
    known = refused(raw)
    if known:
        raise PictureError(f"this is {known.kind}; it must be a PNG, JPEG or WebP", known.hint)
    if len(raw) > MOST_BYTES:
        raise PictureError(f"the file has {len(raw) // 1_000_000} MB, which is too big", _SMALLER)
    try:
        with warnings.catch_warnings():
            # What Pillow warns of, such as odd Exif data or many pixels, is decided here.
            warnings.simplefilter("ignore")
            return _made_fit(raw)
    except PictureError:
        raise
    except Image.DecompressionBombError:
        raise PictureError("the picture has too many pixels", _SMALLER) from None
    except Exception:  # noqa: BLE001 - a broken picture raises OSError, SyntaxError, ValueError, struct.error ...
        raise PictureError(
            "the picture is damaged", "copy or download it again, or save it anew as PNG or JPEG"
        ) from None


def _made_fit(raw: bytes) -> FitImage:
    with Image.open(io.BytesIO(raw), formats=_FORMATS) as opened:
        form = str(opened.format)
        if opened.width * opened.height > MOST_PIXELS[form]:
            size = f"{opened.width} by {opened.height}"
            raise PictureError(f"the picture has {size} pixels, which is too many", _SMALLER)
        image = _full_colour(opened)
        image.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
        return _saved(_in_srgb(_upright(image)), is_photo=_is_photo(raw, form))


def _is_photo(raw: bytes, form: str) -> bool:
    """Tell whether a picture was stored with losses already, so that a little more is not seen."""
    return form in {"JPEG", "MPO"} or (form == "WEBP" and b"VP8L" not in _webp_chunks(raw))


def _webp_chunks(raw: bytes) -> Iterator[bytes]:
    """The names of the chunks of a WebP: VP8L is a picture stored without losses (RFC 9649, 2.6)."""
    at = 12
    while at + 8 <= len(raw):
        yield raw[at : at + 4]
        size = int.from_bytes(raw[at + 4 : at + 8], "little")
        at += 8 + size + size % 2


def _full_colour(opened: Image.Image) -> Image.Image:
    """The picture in a mode that can be scaled: palettes, masks and 16 bits are none."""
    if opened.has_transparency_data:
        return opened.convert("RGBA")
    match opened.mode:
        case "RGB" | "CMYK" | "L":
            return opened
        case "I" | "I;16" | "I;16B":
            # Pillow would cut off all above 255.
            return opened.point(lambda value: value * (1 / 256)).convert("L")
        case "1":
            return opened.convert("L")
        case _:
            return opened.convert("RGB")


def _upright(image: Image.Image) -> Image.Image:
    """The picture as it was held; with Exif data that nobody can read, as it is stored."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # noqa: BLE001 - broken Exif data raises SyntaxError, struct.error, KeyError ...
        return image


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture in the colours that every projector takes it to have: a phone may have stored others (Display P3)."""
    profile = image.info.get("icc_profile")
    if profile:
        try:
            return _converted(image, ImageCms.ImageCmsProfile(io.BytesIO(profile)))
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass  # a broken profile says nothing
    return image if image.mode in {"RGB", "RGBA"} else image.convert("RGB")


def _converted(image: Image.Image, profile: ImageCms.ImageCmsProfile) -> Image.Image:
    if image.mode not in _MODES.get(profile.profile.xcolor_space, ()):
        raise ValueError("the profile is of another kind of colour")
    # littleCMS leaves what one can see through as it is.
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    found = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"), outputMode=mode)
    if found is None:
        raise ValueError("no picture came out")
    return found


def _saved(image: Image.Image, *, is_photo: bool) -> FitImage:
    # Whatever stands here, such as a comment or the name of a camera, would be written too.
    image.info = {}
    seen_through = image.mode == "RGBA" and image.getchannel("A").getextrema() != (255, 255)
    clean = image if seen_through else image.convert("RGB")
    held = io.BytesIO()
    if is_photo and not seen_through:
        clean.save(held, "JPEG", quality=_QUALITY, optimize=True)
    else:
        clean.save(held, "PNG", optimize=True)
    return FitImage(held.getvalue(), clean.width, clean.height)
