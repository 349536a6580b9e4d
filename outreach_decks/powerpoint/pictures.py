"""Pictures in picture placeholders: drawings as SVG with a PNG beside it, and photographs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

from outreach_decks.deck import DrawnImage, PlacedChart, PlacedPicture, PlacedQrCode
from outreach_decks.powerpoint.elements import Element, element, extension, preset
from outreach_decks.powerpoint.page import Page
from outreach_decks.powerpoint.placeholders import locks, own_place, placeholder_mark, placeholder_name

_SVG_PICTURE: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
# How the files begin, and what the package calls them (ECMA-376 Part 2, annex B; RFC 2083; JFIF).
_KINDS: Final = ((b"\x89PNG\r\n\x1a\n", "png", "image/png"), (b"\xff\xd8\xff", "jpeg", "image/jpeg"))
# A share of the picture, in thousandths of a per cent (ECMA-376 Part 1, 20.1.10.40).
_WHOLE: Final = 100_000

Crop = tuple[float, float, float, float]


@dataclass(slots=True)
class Media:
    """The images of a deck. The same bytes are kept once, whatever shows them."""

    package: Package
    _parts: dict[bytes, Part] = field(default_factory=dict)

    def raster(self, image: bytes) -> Part:
        """The part of a PNG or JPEG; raises ``ValueError`` for any other kind of file."""
        for start, ending, content_type in _KINDS:
            if image.startswith(start):
                return self._part(image, ending, content_type)
        raise ValueError("a picture must be a PNG or a JPEG")

    def svg(self, image: bytes) -> Part:
        """The part of an SVG drawing."""
        return self._part(image, "svg", "image/svg+xml")

    def _part(self, image: bytes, ending: str, content_type: str) -> Part:
        if image not in self._parts:
            # Images of the template are called image1 and so on; another word keeps clear of them.
            name = PackURI(f"/ppt/media/drawing{len(self._parts) + 1}.{ending}")
            self._parts[image] = Part(name, content_type, self.package, image)
        return self._parts[image]


def placed_drawing(page: Page, media: Media, shape: PlacedChart | PlacedQrCode, image: DrawnImage) -> Element:
    """A chart or QR code as SVG; programs that cannot show it take the PNG."""
    vector = element("asvg:svgBlip", {"r:embed": page.part.relate_to(media.svg(image.svg), RT.IMAGE)})
    extensions = element("a:extLst", {}, extension(_SVG_PICTURE, vector))
    picture = element("a:blip", {"r:embed": page.part.relate_to(media.raster(image.png), RT.IMAGE)}, extensions)
    return _picture(page, shape, picture)


def placed_picture(page: Page, media: Media, shape: PlacedPicture) -> Element:
    """A photograph, cut as layout said."""
    picture = element("a:blip", {"r:embed": page.part.relate_to(media.raster(shape.image), RT.IMAGE)})
    return _picture(page, shape, picture, shape.crop)


def _picture(
    page: Page, shape: PlacedChart | PlacedQrCode | PlacedPicture, picture: Element, crop: Crop | None = None
) -> Element:
    locked = element("p:cNvPicPr", {}, locks(page, shape.index, "a:picLocks", noChangeAspect=1))
    label = page.label(placeholder_name(page, shape.index), shape.alt)
    names = element("p:nvPicPr", {}, label, locked, placeholder_mark(page, shape.index))
    stretch = element("a:stretch", {}, element("a:fillRect"))
    filled = element("p:blipFill", {}, picture, _cut(crop), stretch)
    form = None if shape.index in page.placeholders else preset("rect")
    return element("p:pic", {}, names, filled, element("p:spPr", {}, own_place(page, shape.index, shape.box), form))


def _cut(crop: Crop | None) -> Element | None:
    if crop is None or not any(crop):
        return None
    shares = {side: round(share * _WHOLE) or None for side, share in zip("ltrb", crop, strict=True)}
    return element("a:srcRect", shares)
