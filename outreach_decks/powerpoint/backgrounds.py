"""What colour is behind the words of a layout: its background, or what is painted over it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Final

from pptx.slide import SlideLayout

from outreach_decks.colours import channels, contrast, hexadecimal
from outreach_decks.geometry import Box
from outreach_decks.palettes import GRAPHIC_CONTRAST, Colour, relit
from outreach_decks.powerpoint.free_room import overlap
from outreach_decks.powerpoint.inventory import Drawn, FoundLayout, FoundPlaceholder
from outreach_decks.powerpoint.xml_paths import Element, find
from outreach_decks.theme import Reference

# A shape that covers so much of the room is what words stand on.
_COVERS: Final = 0.9
# One that covers more than this of a box may be behind some of its words.
_TOUCHES: Final = 0.05
_FILLS: Final = "a:solidFill | a:gradFill | a:blipFill | a:pattFill"
_COLOURS: Final = "a:schemeClr | a:srgbClr | a:sysClr"
# A freeform of so few corners is a rectangle.
_CORNERS: Final = 5
_MOST_PIXELS: Final = 64_000_000


def behind(layout: FoundLayout, room: Box, theme: Mapping[str, str]) -> Colour:
    """The colour behind a box of a layout; ``theme`` has RRGGBB by the names that slides use (tx1, bg1 ...)."""
    found = _background(layout.layout, theme)
    for drawn in layout.drawn:
        if _covers(drawn, room):
            found = _painted(drawn, layout.layout, theme) or found
    return found


def is_faint(layout: FoundLayout, one: FoundPlaceholder, theme: Mapping[str, str]) -> bool:
    """Tell whether the words of a placeholder cannot be told from what is behind them, as far as that is known."""
    if one.box is None:
        return False
    own, words = one.inherited.own_fill, one.inherited.words_fill
    ground = None if own is None else _fill(own, layout.layout, theme)
    if ground is None:
        if not _is_known(layout, one.box, theme):
            return False
        ground = behind(layout, one.box, theme)
    colour = None if words is None else _fill(words, layout.layout, theme)
    return contrast(colour.rgb if colour else theme["tx1"], ground.rgb) < GRAPHIC_CONTRAST


def _is_known(layout: FoundLayout, box: Box, theme: Mapping[str, str]) -> bool:
    """Tell whether nothing is painted behind a box of which nobody can say what colour it has there."""
    drawn = [one for one in layout.drawn if overlap(one.box, box) > box.width * box.height * _TOUCHES]
    return all(_covers(one, box) and _painted(one, layout.layout, theme) for one in drawn)


def _background(layout: SlideLayout, theme: Mapping[str, str]) -> Colour:
    for part in (layout, layout.slide_master):
        for background in find(part.element, "p:cSld/p:bg"):
            filled = [*find(background, "p:bgPr/*"), *find(background, "p:bgRef")]
            found = next((colour for one in filled if (colour := _fill(one, part, theme))), None)
            if found:
                return found
    return Colour(theme["bg1"], Reference("bg1"))


def _covers(drawn: Drawn, room: Box) -> bool:
    return overlap(drawn.box, room) >= room.width * room.height * _COVERS


def _painted(drawn: Drawn, layout: SlideLayout, theme: Mapping[str, str]) -> Colour | None:
    """The colour of a shape that is a rectangle or a picture; None of any other, which lets the ground be seen."""
    owner = layout if drawn.element.getroottree().getroot() is layout.element else layout.slide_master
    corners = find(drawn.element, "p:spPr/a:custGeom//a:pt")
    if len(corners) > _CORNERS:
        return None
    fills = [*find(drawn.element, "p:blipFill"), *find(drawn.element, f"p:spPr/*[{_self(_FILLS)}]")]
    return next((colour for one in fills if (colour := _fill(one, owner, theme))), None)


def _self(names: str) -> str:
    return " or ".join(f"self::{name.strip()}" for name in names.split("|"))


def _fill(fill: Element, owner: object, theme: Mapping[str, str]) -> Colour | None:
    """The colour of a fill; of several colours, and of a picture, their mean."""
    if fill.tag.endswith("}blipFill"):
        return _picture(fill, owner)
    colours = [colour for one in find(fill, f".//*[{_self(_COLOURS)}]") if (colour := _colour(one, theme))]
    if not colours:
        return None
    if len({colour.rgb for colour in colours}) == 1:
        return colours[0]
    return _plain(_mean([colour.rgb for colour in colours]))


def _colour(one: Element, theme: Mapping[str, str]) -> Colour | None:
    name, value = one.tag.rpartition("}")[2], str(one.get("val"))
    if name == "schemeClr" and value not in theme:
        return None
    mod = int(next(iter(find(one, "a:lumMod/@val")), 100_000)) // 1_000
    off = int(next(iter(find(one, "a:lumOff/@val")), 0)) // 1_000
    if name == "schemeClr":
        return Colour(theme[value], Reference(value)).changed(mod, off)
    rgb = str(one.get("lastClr", "FFFFFF") if name == "sysClr" else value).upper()
    return _plain(relit(rgb, mod, off) if (mod, off) != (100, 0) else rgb)


def _plain(rgb: str) -> Colour:
    return Colour(rgb, Reference("", rgb=rgb))


def _mean(several: list[str]) -> str:
    red, green, blue = (sum(channel) / len(several) for channel in zip(*map(channels, several), strict=True))
    return hexadecimal(red, green, blue)


def _picture(fill: Element, owner: object) -> Colour | None:
    """The mean colour of a picture; None of one that cannot be read, such as a drawing in EMF."""
    from PIL import Image

    relation = next(iter(find(fill, "a:blip/@r:embed")), None)
    try:
        blob = owner.part.related_part(str(relation)).blob  # type: ignore[attr-defined]
        with Image.open(BytesIO(blob)) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            return _plain(hexadecimal(*_mean_pixel(image)))
    except (KeyError, OSError, ValueError, Image.DecompressionBombError):
        return None


def _mean_pixel(image: object) -> Iterator[int]:
    """Red, green and blue of the mean of a picture; what shines through is white."""
    from PIL import Image

    seen = image.convert("RGBA")  # type: ignore[attr-defined]
    ground = Image.new("RGBA", seen.size, "white")
    ground.alpha_composite(seen)
    pixel = ground.convert("RGB").resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    return iter(pixel if isinstance(pixel, tuple) else (255, 255, 255))
