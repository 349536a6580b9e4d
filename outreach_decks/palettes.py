"""Our colours out of the theme of a template that is not ours: chosen by contrast, never by their place in the theme.

Contrast is that of WCAG 2.2 (relative luminance, success criterion 1.4.3). A colour may be one of the theme's own or
that colour lighter or darker, as PowerPoint's palette offers it, so it still changes with the theme.
"""

from __future__ import annotations

import colorsys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

from outreach_decks.colours import channels, contrast, hexadecimal
from outreach_decks.theme import Reference

# What text needs (visual design of this project; WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11), and what lines and bars need.
BODY_CONTRAST, TEXT_CONTRAST, GRAPHIC_CONTRAST = 7.0, 4.5, 3.0
# The lighter and darker kinds of a colour in PowerPoint's palette: luminance times the first plus the second, per cent.
_AS_IS: Final = (100, 0)
_FULL: Final = 255
_DARKER: Final = ((75, 0), (50, 0), (25, 0))
_LIGHTER: Final = ((60, 40), (40, 60), (20, 80))
# Greys out of ink or paper.
_STEPS: Final = ((95, 0), (90, 0), (85, 0), (75, 0), (65, 0), (50, 0), (50, 50), (65, 35), (75, 25), (85, 15), (90, 10))
_TINTS: Final = ((95, 0), (90, 0), (90, 10), (85, 15))
_ACCENTS: Final = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
# A tint is seen beside paper, and is still nearly paper.
_LEAST_TINT, _MOST_TINT = 1.06, 1.6
# What each colour of ours must be told from: the colour it stands on, and the least contrast with it.
DEMANDS: Final = (
    ("ink", "paper", BODY_CONTRAST),
    ("ink", "tint", BODY_CONTRAST),
    ("ground", "paper", BODY_CONTRAST),
    ("accent", "paper", TEXT_CONTRAST),
    ("muted", "paper", TEXT_CONTRAST),
    ("glow", "ground", TEXT_CONTRAST),
    ("support", "paper", GRAPHIC_CONTRAST),
    ("grey", "paper", GRAPHIC_CONTRAST),
)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as RRGGBB, how a slide names it, and what the theme has under that name ("" where that is ``rgb``)."""

    rgb: str
    reference: Reference
    base: str = ""

    def changed(self, mod: int, off: int) -> Colour:
        """The colour with its luminance times ``mod`` plus ``off`` per cent; changes of changes add up."""
        named = self.reference
        if (mod, off) == _AS_IS:
            return self
        if not named.scheme:
            rgb = relit(self.rgb, mod, off)
            return Colour(rgb, Reference("", rgb=rgb))
        base = self.base or self.rgb
        changed = Reference(named.scheme, round(named.mod * mod / 100), round(named.off * mod / 100 + off))
        return Colour(relit(base, changed.mod, changed.off), changed, base)


Palette = Mapping[str, Colour]


def _shares(rgb: str) -> tuple[float, float, float]:
    red, green, blue = channels(rgb)
    return red / _FULL, green / _FULL, blue / _FULL


def relit(rgb: str, mod: int, off: int) -> str:
    """A colour with another luminance, in HSL (ECMA-376 Part 1, 20.1.2.3.20 and 20.1.2.3.21); per cent."""
    hue, light, saturation = colorsys.rgb_to_hls(*_shares(rgb))
    changed = min(max(light * mod / 100 + off / 100, 0.0), 1.0)
    return hexadecimal(*(share * _FULL for share in colorsys.hls_to_rgb(hue, changed, saturation)))


def unmet(colours: Mapping[str, str]) -> list[tuple[str, str, float, float]]:
    """Which of ``DEMANDS`` colours (RRGGBB by our names) do not meet: both names, what is wanted, and what there is."""
    found = ((name, behind, least, contrast(colours[name], colours[behind])) for name, behind, least in DEMANDS)
    return [demand for demand in found if demand[3] < demand[2]]


def chosen(theme: Mapping[str, str], paper: Colour) -> Palette:
    """All our colours for what stands on ``paper``.

    ``theme`` has the colours of a theme as RRGGBB by the names that slides use: tx1, bg1, tx2, bg2, accent1 ...
    """
    named = {name: Colour(rgb, Reference(name)) for name, rgb in theme.items()}
    accents = [named[name] for name in _ACCENTS if name in named]
    ink = _ink(named, paper)
    tint = _tint(named, paper, ink)
    ground = _ground(named, accents, paper)
    accent = _first(_kinds(accents), _reads(paper, TEXT_CONTRAST), _reads(tint, TEXT_CONTRAST)) or ground
    others = [one for one in accents if one.reference.scheme != accent.reference.scheme]
    support = _first(_kinds(others), _reads(paper, GRAPHIC_CONTRAST)) or ground
    bright = [*_kinds([*others, *accents])]
    # Labels in it may be small, so it is to read like text if any kind of an accent does.
    glow = _first(bright, _reads(ground, BODY_CONTRAST)) or _first(bright, _reads(ground, TEXT_CONTRAST)) or paper
    greys = [ink.changed(*step) for step in _STEPS]
    return {
        "ink": ink,
        "paper": paper,
        "ground": ground,
        "tint": tint,
        "accent": accent,
        "glow": glow,
        "support": support,
        "grey": _nearest(greys, paper, GRAPHIC_CONTRAST) or ink,
        "muted": _nearest(greys, paper, BODY_CONTRAST) or ink,
        "panel": _first([ground.changed(90, 10), ground.changed(75, 0)], _reads(paper, TEXT_CONTRAST)) or ground,
    }


def _ink(named: Palette, paper: Colour) -> Colour:
    """What is written on paper: the theme's text where it reads, else what reads best, black and white included."""
    own = [named[name] for name in ("tx1", "bg1", "tx2", "bg2") if name in named]
    usual = _first(own, _reads(paper, BODY_CONTRAST))
    plain = [Colour(rgb, Reference("", rgb=rgb)) for rgb in ("000000", "FFFFFF")]
    return usual or max([*own, *plain], key=lambda one: contrast(one.rgb, paper.rgb))


def _tint(named: Palette, paper: Colour, ink: Colour) -> Colour:
    """A ground for cards, close to paper."""
    shades = [named["bg2"]] if "bg2" in named else []
    shades += [paper.changed(*step) for step in (*_TINTS, *reversed(_STEPS))]

    def is_tint(one: Colour) -> bool:
        return _LEAST_TINT <= contrast(one.rgb, paper.rgb) <= _MOST_TINT

    return _first(shades, is_tint, _reads(ink, BODY_CONTRAST)) or _first(shades, _reads(ink, BODY_CONTRAST)) or paper


def _ground(named: Palette, accents: list[Colour], paper: Colour) -> Colour:
    """A block that carries words in the colour of paper: the theme's second text colour, an accent, or its first."""
    hues = [named[name] for name in ("tx2",) if name in named and _is_coloured(named[name])] + accents
    plain = [named[name] for name in ("tx2", "tx1", "bg2", "bg1") if name in named]
    found = _first(_kinds(hues), _reads(paper, BODY_CONTRAST)) or _first(plain, _reads(paper, BODY_CONTRAST))
    return found or _ink(named, paper)


def _is_coloured(colour: Colour) -> bool:
    _, light, saturation = colorsys.rgb_to_hls(*_shares(colour.rgb))
    return saturation * (1 - abs(2 * light - 1)) > 0.08  # noqa: PLR2004 - less looks grey


def _kinds(colours: Iterable[Colour]) -> list[Colour]:
    """Colours as they are, then each a little darker or lighter, then more so."""
    several = list(colours)
    changes = (_AS_IS, *(step for pair in zip(_DARKER, _LIGHTER, strict=True) for step in pair))
    return [colour.changed(*change) for change, colour in product(changes, several)]


def _reads(behind: Colour, least: float) -> Callable[[Colour], bool]:
    return lambda one: contrast(one.rgb, behind.rgb) >= least


def _first(colours: Iterable[Colour], *tests: Callable[[Colour], bool]) -> Colour | None:
    return next((one for one in colours if all(test(one) for test in tests)), None)


def _nearest(colours: Iterable[Colour], behind: Colour, least: float) -> Colour | None:
    """The faintest of several colours that still has a contrast."""
    usable = [one for one in colours if contrast(one.rgb, behind.rgb) >= least]
    return min(usable, key=lambda one: contrast(one.rgb, behind.rgb), default=None)
