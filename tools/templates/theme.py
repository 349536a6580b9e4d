"""The theme: twelve colours, two faces with their Japanese partner, and plain effects (ECMA-376 Part 1, 20.1.6)."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from templates.audiences import EAST_ASIAN, LATIN, Audience, Palette

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_HAIRLINES = (6_350, 12_700, 19_050)

# The slots of a theme in the order the schema asks for, each with the palette's name for it.
_SLOTS = (
    ("dk1", "ink"),
    ("lt1", "paper"),
    ("dk2", "ground"),
    ("lt2", "tint"),
    ("accent1", "accent"),
    ("accent2", "glow"),
    ("accent3", "support"),
    ("accent4", "grey"),
    ("accent5", "muted"),
    ("accent6", "panel"),
    # A link is read on paper; a visited one stays readable too.
    ("hlink", "support"),
    ("folHlink", "muted"),
)


def theme(audience: Audience) -> str:
    """The whole theme part of an audience."""
    elements = _colours(audience) + _fonts(audience.theme) + _effects(audience.theme)
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name={quoteattr(audience.theme)}>'
        f"<a:themeElements>{elements}</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _colours(audience: Audience) -> str:
    inner = "".join(_slot(slot, audience.palette, name) for slot, name in _SLOTS)
    return f"<a:clrScheme name={quoteattr(audience.theme)}>{inner}</a:clrScheme>"


def _slot(slot: str, palette: Palette, name: str) -> str:
    return f'<a:{slot}><a:srgbClr val="{getattr(palette, name)}"/></a:{slot}>'


def _fonts(name: str) -> str:
    faces = "".join(f"<a:{kind}>{_faces()}</a:{kind}>" for kind in ("majorFont", "minorFont"))
    return f"<a:fontScheme name={quoteattr(name)}>{faces}</a:fontScheme>"


def _faces() -> str:
    return (
        f'<a:latin typeface="{LATIN}"/><a:ea typeface="{EAST_ASIAN}"/><a:cs typeface=""/>'
        f'<a:font script="Jpan" typeface="{EAST_ASIAN}"/>'
    )


def _effects(name: str) -> str:
    """Three flat fills, three hairlines and no shadows: the least that a theme must have."""
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}<a:prstDash val="solid"/></a:ln>' for width in _HAIRLINES)
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f"<a:fmtScheme name={quoteattr(name)}><a:fillStyleLst>{fill * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )
