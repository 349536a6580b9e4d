"""Pictures made fit to show."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from outreach_decks.images import LARGEST_SIDE, PictureError, fit_image

ORIENTATION, GPS, MAKER, ARTIST = 0x0112, 0x8825, 0x010F, 0x013B
PNG_START = b"\x89PNG\r\n\x1a\n"
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><creator>Aiko Tanaka</creator></x:xmpmeta>"
RED, GREEN, BLUE = (200, 30, 40), (20, 160, 60), (30, 60, 190)


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """The bytes of a picture."""
    held = BytesIO()
    image.save(held, form, **options)
    return held.getvalue()


def shown(raw: bytes) -> Image.Image:
    """What becomes of a picture."""
    fit = fit_image(raw)
    image = Image.open(BytesIO(fit.data), formats=("PNG", "JPEG"))
    assert image.size == (fit.width, fit.height)
    return image


def colour(raw: bytes) -> tuple[int, ...]:
    """The colour in the middle of what becomes of a picture."""
    image = shown(raw)
    found = image.convert("RGBA").getpixel((image.width // 2, image.height // 2))
    assert isinstance(found, tuple)
    return tuple(int(part) for part in found)


def is_near(one: tuple[int, ...], other: tuple[int, ...], by: int = 4) -> bool:
    """Tell whether two colours differ by no more than losses do."""
    return all(abs(a - b) <= by for a, b in zip(one, other, strict=False))


def phone_photo(form: str, orientation: int) -> bytes:
    """A photo 40 px wide as it is stored, its left half red, with all that a phone writes into it."""
    image = Image.new("RGB", (40, 20), BLUE)
    image.paste(RED, (0, 0, 20, 20))
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER], exif[ARTIST] = orientation, "A phone", "Aiko Tanaka"
    exif[GPS] = {1: "N", 2: (35.0, 32.0, 55.0), 3: "E", 4: (139.0, 26.0, 48.0)}
    return saved(image, form, exif=exif, xmp=XMP, **({"comment": b"Aiko's phone"} if form == "JPEG" else {}))


def parts(data: bytes) -> Iterator[str]:
    """The names of the chunks of a PNG, or the numbers of the markers of a JPEG before its pixels."""
    at = 8 if data.startswith(PNG_START) else 2
    while at < len(data):
        if data.startswith(PNG_START):
            yield data[at + 4 : at + 8].decode("ascii")
            at += 12 + int.from_bytes(data[at : at + 4], "big")
        else:
            yield f"{data[at + 1]:X}"
            if data[at + 1] == 0xDA:
                return
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")


# What a reader needs to draw the pixels, and nothing else: ISO 10918-1, table B.1 (APP0 is JFIF); PNG, 11.2 and 11.3.1.
PLAIN_PARTS = {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"} | {"E0", "DB", "C0", "C2", "C4", "DA", "DD"}


@pytest.mark.parametrize("form", ["JPEG", "MPO", "WEBP", "PNG"])
@pytest.mark.parametrize(
    ("orientation", "size", "red"),
    [(1, (40, 20), "left"), (6, (20, 40), "top"), (3, (40, 20), "right"), (8, (20, 40), "bottom")],
)
def test_a_phone_photo_is_turned_upright(form: str, orientation: int, size: tuple[int, int], red: str) -> None:
    """What the phone held at the left, top, right or bottom is there."""
    image = shown(phone_photo(form, orientation))
    assert image.size == size
    width, height = size
    places = {
        "left": (4, height // 2),
        "right": (width - 4, height // 2),
        "top": (width // 2, 4),
        "bottom": (width // 2, height - 4),
    }
    found = image.convert("RGB").getpixel(places[red])
    assert isinstance(found, tuple)
    assert is_near(found, RED, 40)


@pytest.mark.parametrize("form", ["JPEG", "MPO", "WEBP", "PNG"])
def test_nothing_of_the_camera_or_the_place_stays(form: str) -> None:
    """What is saved has the parts that hold pixels, and no other: no Exif, no XMP, no profile, no comment."""
    raw = phone_photo(form, 6)
    assert b"Tanaka" in raw
    data = fit_image(raw).data
    assert set(parts(data)) <= PLAIN_PARTS
    assert b"Tanaka" not in data
    assert dict(shown(raw).getexif()) == {}


def profile(space: str) -> bytes:
    """The profile of a kind of colour, as files carry it."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(space)).tobytes()  # type: ignore[arg-type]


def swapped_profile() -> bytes:
    """The profile of sRGB with the places of red and green changed: colours come out as nobody could mistake."""
    icc = profile("sRGB")
    return icc.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_other_colours_become_srgb(form: str) -> None:
    """A profile is heeded, then dropped: what it calls red is red for every projector."""
    image = Image.new("RGB", (16, 16), RED)
    options = {"lossless": True} if form == "WEBP" else {}
    assert is_near(colour(saved(image, form, icc_profile=profile("sRGB"), **options)), RED)
    red, green, blue, _ = colour(saved(image, form, icc_profile=swapped_profile(), **options))
    assert is_near((red, green, blue), (RED[1], RED[0], RED[2]), 6)


@pytest.mark.parametrize("icc", [b"no profile at all " * 20, profile("LAB"), profile("sRGB")[:200]])
def test_a_profile_that_does_not_fit_is_not_heeded(icc: bytes) -> None:
    """A broken profile, or one of another kind of colour, leaves the colours as they are stored."""
    assert is_near(colour(saved(Image.new("RGB", (16, 16), GREEN), "JPEG", icc_profile=icc)), GREEN)
    assert is_near(colour(saved(Image.new("L", (16, 16), 90), "JPEG", icc_profile=profile("sRGB"))), (90, 90, 90))


def deep_grey() -> Image.Image:
    """16 bits of grey, half of white."""
    return Image.frombytes("I;16", (8, 8), (32768).to_bytes(2, "little") * 64)


def see_through(mode: str) -> Image.Image:
    """A picture through which half of the ground is seen."""
    return Image.new("RGBA", (8, 8), (*RED, 128)).convert(mode)


SOURCES = {
    "palette": (saved(Image.new("RGB", (8, 8), RED).quantize(4), "PNG"), "PNG", (*RED, 255)),
    "palette with a colour to see through": (
        saved(Image.new("RGB", (8, 8), RED).quantize(4), "PNG", transparency=0),
        "PNG",
        (*RED, 0),
    ),
    "grey and alpha": (saved(Image.new("LA", (8, 8), (100, 50)), "PNG"), "PNG", (100, 100, 100, 50)),
    "grey with a grey to see through": (
        saved(Image.new("L", (8, 8), 100), "PNG", transparency=100),
        "PNG",
        (100, 100, 100, 0),
    ),
    "16 bits": (saved(deep_grey(), "PNG"), "PNG", (128, 128, 128, 255)),
    "black and white": (saved(Image.new("1", (8, 8), 1), "PNG"), "PNG", (255, 255, 255, 255)),
    "CMYK": (saved(Image.new("CMYK", (16, 16), (0, 255, 255, 0)), "JPEG"), "JPEG", (254, 0, 0, 255)),
    "grey photo": (saved(Image.new("L", (16, 16), 90), "JPEG"), "JPEG", (90, 90, 90, 255)),
    "alpha": (saved(see_through("RGBA"), "PNG"), "PNG", (*RED, 128)),
    "WebP photo": (saved(Image.new("RGB", (16, 16), RED), "WEBP"), "JPEG", (*RED, 255)),
    "WebP drawing": (saved(Image.new("RGB", (16, 16), RED), "WEBP", lossless=True), "PNG", (*RED, 255)),
    "WebP to see through": (saved(see_through("RGBA"), "WEBP", lossless=True), "PNG", (*RED, 128)),
}  # fmt: skip


@pytest.mark.parametrize("name", SOURCES)
def test_every_kind_of_pixel_is_shown_in_its_colour(name: str) -> None:
    """Palettes, greys, 16 bits, CMYK and what one can see through come out as RGB, or RGBA where that is needed."""
    raw, form, expected = SOURCES[name]
    image = shown(raw)
    assert (image.format, image.mode) == (form, "RGB" if expected[3] == 255 else "RGBA")
    assert is_near(colour(raw), expected)
    assert abs(colour(raw)[3] - expected[3]) <= 1


@pytest.mark.parametrize("form", ["PNG", "WEBP", "MPO"])
def test_of_several_pictures_the_first_is_shown(form: str) -> None:
    """An animation, or the second picture that phones put behind the first, does not move."""
    more = [Image.new("RGB", (16, 16), each) for each in (GREEN, BLUE)]
    raw = saved(Image.new("RGB", (16, 16), RED), form, save_all=True, append_images=more)
    assert is_near(colour(raw), RED, 8)
    assert getattr(shown(raw), "n_frames", 1) == 1


def test_a_large_picture_is_made_smaller() -> None:
    """No side is longer than a 4K projector shows; what is too thin for that keeps a pixel."""
    assert shown(saved(Image.new("L", (LARGEST_SIDE * 2, 20)), "PNG")).size == (LARGEST_SIDE, 10)
    assert shown(saved(Image.new("L", (1, LARGEST_SIDE * 2)), "PNG")).size == (1, LARGEST_SIDE)


def jpeg_of(width: int, height: int) -> bytes:
    """A JPEG that says it has this size, and holds no more than a few pixels."""
    raw = saved(Image.new("RGB", (16, 16)), "JPEG")
    at = raw.index(b"\xff\xc0") + 5
    return raw[:at] + height.to_bytes(2, "big") + width.to_bytes(2, "big") + raw[at + 4 :]


@pytest.mark.parametrize(
    "raw",
    [
        saved(Image.new("1", (9000, 9000)), "PNG"),
        saved(Image.new("1", (20_000, 20_000)), "PNG"),
        jpeg_of(12_000, 12_000),
        jpeg_of(65_000, 65_000),
    ],
    ids=["81 million", "400 million", "144 million as JPEG", "4 thousand million as JPEG"],
)  # fmt: skip
def test_too_many_pixels_are_refused_before_they_are_read(raw: bytes) -> None:
    """A small file that grows to fill the memory is told what size to have."""
    with pytest.raises(PictureError, match="too many") as refused:
        fit_image(raw)
    assert refused.value.hint == "save it 3840 pixels wide"


OTHERS = {
    b"": "an empty file",
    b"GIF89a": "a GIF picture",
    b"BM1234": "a BMP picture",
    saved(Image.new("RGB", (4, 4)), "TIFF"): "a TIFF picture",
    saved(Image.new("RGB", (4, 4)), "GIF"): "a GIF picture",
    saved(Image.new("RGB", (4, 4)), "AVIF"): "an AVIF picture",
    b"\0\0\0\x18ftypheic\0\0\0\0mif1heic": "a HEIC photo",
    b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic": "a HEIC photo",
    b"\0\0\0\x18ftypqt  \0\0\0\0": "a film",
    b"%PDF-1.7\n": "a PDF",
    b"8BPS\0\1": "a Photoshop file",
    b"\xff\x0a1234": "a JPEG XL picture",
    b"PK\x03\x04....": "a zip file",
    b"<?xml version='1.0'?>\n<!-- drawn -->\n<svg xmlns='http://www.w3.org/2000/svg'/>": "an SVG drawing",
    b"\n<!DOCTYPE html><html><svg/></html>": "a web page",
    b"This is no picture.": "no picture that the program knows",
}


@pytest.mark.parametrize(("raw", "named"), OTHERS.items(), ids=OTHERS.values())
def test_other_files_are_named(raw: bytes, named: str) -> None:
    """Whatever its name, a file is told for what it is, with what to do."""
    with pytest.raises(PictureError) as refused:
        fit_image(raw)
    assert str(refused.value).startswith(f"this is {named}")
    assert str(refused.value).endswith("; it must be a PNG, JPEG or WebP")
    assert refused.value.hint


def test_a_heic_photo_is_told_what_to_do_on_each_system() -> None:
    """The photo that iPhones take by default is the one that people will bring."""
    with pytest.raises(PictureError) as refused:
        fit_image(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    assert all(word in refused.value.hint for word in ("Windows", "Mac", "iPhone", "Most Compatible"))


NOISE = Image.effect_noise((60, 40), 60).convert("RGB")
WHOLE = {form: saved(NOISE, form) for form in ("PNG", "JPEG", "WEBP")}


@pytest.mark.parametrize("form", WHOLE)
def test_a_file_that_ends_early_is_damaged(form: str) -> None:
    """A download that broke off is no half a picture."""
    with pytest.raises(PictureError, match="the picture is damaged"):
        fit_image(WHOLE[form][: len(WHOLE[form]) // 2])


@given(form=st.sampled_from(sorted(WHOLE)), at=st.integers(0, 4000), put=st.binary(min_size=1, max_size=12))
def test_whatever_is_broken_ends_in_a_picture_or_a_refusal(form: str, at: int, put: bytes) -> None:
    """Bytes written over a file anywhere never end in another error."""
    whole = WHOLE[form]
    place = at % len(whole)
    raw = whole[:place] + put + whole[place + len(put) :]
    try:
        assert fit_image(raw).data.startswith((PNG_START, b"\xff\xd8\xff"))
    except PictureError as refused:
        assert refused.hint  # noqa: PT017 - both ends are right


def test_broken_camera_data_do_not_hide_a_picture() -> None:
    """Exif data that nobody can read leave the picture as it is stored."""
    raw = saved(Image.new("RGB", (16, 8), RED), "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\x01\x12")
    assert shown(raw).size == (16, 8)


@pytest.mark.parametrize("form", WHOLE)
def test_the_same_picture_gives_the_same_bytes(form: str) -> None:
    """No clock and no chance in what is saved."""
    fit_image.cache_clear()
    first = fit_image(WHOLE[form])
    fit_image.cache_clear()
    assert fit_image(WHOLE[form]) == first


def test_a_second_time_nothing_is_lost() -> None:
    """A picture that is fit is as good as it was: its size stays."""
    first = fit_image(WHOLE["JPEG"])
    assert [(each.width, each.height) for each in (first, fit_image(first.data))] == [(60, 40)] * 2
