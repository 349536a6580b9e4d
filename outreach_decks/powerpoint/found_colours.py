"""Colours of DrawingML, resolved through a theme and a colour map (ECMA-376 Part 1, 20.1.2.3 and 20.1.6.2)."""

from __future__ import annotations

import colorsys
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from outreach_decks.colours import channels, hexadecimal, linear
from outreach_decks.found_deck import Paint
from outreach_decks.powerpoint.elements import NAMESPACES, Element

_WHOLE: Final = 100_000
_FULL: Final = 255
_PER_DEGREE: Final = 60_000
# Where the curve of sRGB becomes a straight line, in linear light (IEC 61966-2-1).
_STRAIGHT_LIGHT: Final = 0.0031308
_RRGGBB: Final = 6
# The preset colours that Office writes by itself; the 140 others are names that nobody picks in a dialogue.
_PRESETS: Final = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "008000", "blue": "0000FF", "yellow": "FFFF00",
    "cyan": "00FFFF", "magenta": "FF00FF", "gray": "808080", "grey": "808080", "ltGray": "D3D3D3", "dkGray": "A9A9A9",
    "orange": "FFA500", "purple": "800080", "navy": "000080",
}  # fmt: skip
_SYSTEM: Final = {"windowText": "000000", "window": "FFFFFF"}

Channels = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a page: those of its theme, and what the page calls them."""

    theme: Mapping[str, str]
    names: Mapping[str, str]

    def paint(self, parent: Element | None, placeholder: Paint | None = None) -> Paint | None:
        """The colour inside ``parent``, such as ``a:solidFill``; ``placeholder`` stands for phClr.

        None where there is no colour, or one that cannot be known.
        """
        children = () if parent is None else parent.iterchildren("*")
        colour = next((child for child in children if child.tag.endswith("Clr")), None)
        return None if colour is None else self._resolved(colour, placeholder)

    def _resolved(self, element: Element, placeholder: Paint | None) -> Paint | None:
        start = self._start(element, placeholder)
        if start is None:
            return None
        red, green, blue = (channel / _FULL for channel in channels(start.colour))
        colour, opacity = (red, green, blue), start.opacity
        for change in element.iterchildren("*"):
            name, value = etree.QName(change).localname, share(change.get("val"))
            if name == "alpha":
                opacity = value
            elif name == "alphaMod":
                opacity *= value
            elif name in _CHANGES:
                colour = _CHANGES[name](colour, value)
        return Paint(hexadecimal(*(channel * _FULL for channel in colour)), opacity)

    def _start(self, element: Element, placeholder: Paint | None) -> Paint | None:
        """The colour before it is changed."""
        value, name = element.get("val", ""), etree.QName(element).localname
        if name == "schemeClr":
            return placeholder if value == "phClr" else _as_paint(self.theme.get(self.names.get(value, value)))
        given = {
            "srgbClr": value,
            "sysClr": element.get("lastClr") or _SYSTEM.get(value),
            "prstClr": _PRESETS.get(value),
        }
        return _as_paint(given[name]) if name in given else _by_channels(element, name)


def _by_channels(element: Element, name: str) -> Paint | None:
    if name == "scrgbClr":
        return Paint(_hex(_from_linear(_three(element, "r", "g", "b"))))
    if name != "hslClr":
        return None
    hue = _number(element.get("hue")) / _PER_DEGREE / 360
    saturation, light, _ = _three(element, "sat", "lum", "lum")
    return Paint(_hex(colorsys.hls_to_rgb(hue, light, saturation)))


def theme_colours(theme: Element | None) -> dict[str, str]:
    """The twelve colours of a theme, by their slots."""
    scheme = None if theme is None else theme.find(".//a:clrScheme", NAMESPACES)
    slots = () if scheme is None else scheme.iterchildren("*")
    painted = {etree.QName(slot).localname: Palette({}, {}).paint(slot) for slot in slots}
    return {name: paint.colour for name, paint in painted.items() if paint}


def _as_paint(colour: str | None) -> Paint | None:
    if colour is None or len(colour) != _RRGGBB:
        return None
    try:
        int(colour, 16)
    except ValueError:
        return None
    return Paint(colour.upper())


def _number(value: str | None) -> float:
    try:
        number = float((value or "0").removesuffix("%"))
    except ValueError:
        return 0.0
    return number if math.isfinite(number) else 0.0


def share(value: str | None) -> float:
    """A percentage as a share: 100,000 and 100% are both 1 (ECMA-376 Part 1, 22.9.2.9)."""
    return _number(value) / (100 if value and value.endswith("%") else _WHOLE)


def _three(element: Element, *names: str) -> Channels:
    first, second, third = (share(element.get(name)) for name in names)
    return first, second, third


def _hex(colour: Channels) -> str:
    return hexadecimal(*(channel * _FULL for channel in colour))


def _encoded(channel: float) -> float:
    held = min(max(channel, 0.0), 1.0)
    return held * 12.92 if held <= _STRAIGHT_LIGHT else 1.055 * held ** (1 / 2.4) - 0.055


def _from_linear(colour: Channels) -> Channels:
    red, green, blue = (_encoded(channel) for channel in colour)
    return red, green, blue


def _tint(colour: Channels, share: float) -> Channels:
    """Lighter: so much of the colour, the rest white, in linear light (20.1.2.3.34)."""
    red, green, blue = (linear(channel) * share + (1 - share) for channel in colour)
    return _from_linear((red, green, blue))


def _shade(colour: Channels, share: float) -> Channels:
    """Darker: so much of the colour, the rest black, in linear light (20.1.2.3.31)."""
    red, green, blue = (linear(channel) * share for channel in colour)
    return _from_linear((red, green, blue))


def _of_light(change: Callable[[float, float], float]) -> Callable[[Channels, float], Channels]:
    def changed(colour: Channels, value: float) -> Channels:
        hue, light, saturation = colorsys.rgb_to_hls(*colour)
        return colorsys.hls_to_rgb(hue, min(max(change(light, value), 0.0), 1.0), saturation)

    return changed


def _of_saturation(change: Callable[[float, float], float]) -> Callable[[Channels, float], Channels]:
    def changed(colour: Channels, value: float) -> Channels:
        hue, light, saturation = colorsys.rgb_to_hls(*colour)
        return colorsys.hls_to_rgb(hue, light, min(max(change(saturation, value), 0.0), 1.0))

    return changed


_CHANGES: Final[Mapping[str, Callable[[Channels, float], Channels]]] = {
    "lumMod": _of_light(lambda light, value: light * value),
    "lumOff": _of_light(lambda light, value: light + value),
    "lum": _of_light(lambda _, value: value),
    "satMod": _of_saturation(lambda saturation, value: saturation * value),
    "satOff": _of_saturation(lambda saturation, value: saturation + value),
    "sat": _of_saturation(lambda _, value: value),
    "tint": _tint,
    "shade": _shade,
}
