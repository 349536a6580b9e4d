"""Colours as RRGGBB: how light they are, how they differ, and what is seen through a glass of one over another."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

# sRGB channels below this value are linear (IEC 61966-2-1, as WCAG 2.2 cites it in "relative luminance").
_LINEAR_BELOW: Final = 0.04045
_FULL: Final = 255


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return int(colour[0:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)


def hexadecimal(red: float, green: float, blue: float) -> str:
    """RRGGBB of three channels, 0 to 255; what is out of range is brought back into it."""
    return "".join(f"{min(max(round(channel), 0), _FULL):02X}" for channel in (red, green, blue))


@lru_cache(maxsize=65_536)
def luminance(colour: str) -> float:
    """Relative luminance, 0 for black to 1 for white (WCAG 2.2, "relative luminance")."""
    red, green, blue = (linear(channel / _FULL) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """The light of a channel, both 0 to 1 (IEC 61966-2-1)."""
    return channel / 12.92 if channel <= _LINEAR_BELOW else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def seen_through(upper: str, opacity: float, lower: str) -> str:
    """The colour that is seen where ``upper``, of an opacity of 0 to 1, lies over ``lower``."""
    if opacity >= 1:
        return upper
    pairs = zip(channels(upper), channels(lower), strict=True)
    red, green, blue = (above * opacity + below * (1 - opacity) for above, below in pairs)
    return hexadecimal(red, green, blue)
