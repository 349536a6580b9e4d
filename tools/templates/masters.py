"""The slide master, the slide layouts and the notes master (ECMA-376 Part 1, 19.3)."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from templates import slots
from templates.drawing import Box, colour, transform, tree
from templates.grid import BOTTOM, FOOT_H, FOOT_Y, MARGIN, RIGHT, SMALL, TITLE, TITLE_BOX, TOP, WIDTH, Layout, foot
from templates.slots import Type, level

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
MASTER_ID = 2_147_483_648
LEVELS = range(1, 10)

_COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_HEADING_FACES = '<a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/>'
_BODY_FACES = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>'
_BODY = Type(28).listed()
_OTHER = Type(20)

# A notes page is 7.5 by 10 inches: the slide above, what the speaker says below.
_NOTES_W = 7.5
_NOTES_SLIDE = Box(0.95, 0.75, 5.6, 3.15)
_NOTES_BODY = Box(0.75, 4.15, 6.0, 5.1)
_NOTES = Type(14, before=6)


def slide_master(layouts: int) -> str:
    """The slide master; layout ``n`` of ``layouts`` (from 1) is its relationship ``rIdn``."""
    entries = "".join(f'<p:sldLayoutId id="{MASTER_ID + n}" r:id="rId{n}"/>' for n in range(1, layouts + 1))
    return (
        f'<p:sldMaster {NAMESPACES} preserve="1"><p:cSld>{_background("paper")}{tree(_master_shapes())}</p:cSld>'
        f"{_COLOUR_MAP}<p:sldLayoutIdLst>{entries}</p:sldLayoutIdLst>"
        f"<p:txStyles>{_text_styles()}</p:txStyles></p:sldMaster>"
    )


def _master_shapes() -> tuple[str, ...]:
    body = slots.master_body(Box(MARGIN, TOP, WIDTH, BOTTOM - TOP), _BODY)
    date = slots.date(Box(RIGHT - 3.6, FOOT_Y, 2.2, FOOT_H), Type(SMALL.size, SMALL.colour, align="r"))
    return slots.master_title(TITLE_BOX, TITLE), body, date, *foot(SMALL)


def _text_styles() -> str:
    return (
        f"<p:titleStyle>{level(1, TITLE, _HEADING_FACES)}</p:titleStyle>"
        f"<p:bodyStyle>{levels(_BODY)}</p:bodyStyle>"
        f"<p:otherStyle>{default_paragraph()}{levels(_OTHER)}</p:otherStyle>"
    )


def levels(kind: Type) -> str:
    """All nine levels of a kind of text, in the faces of the theme."""
    return "".join(level(number, kind, _BODY_FACES) for number in LEVELS)


def default_paragraph() -> str:
    """The language of text that says nothing of its own."""
    return f"<a:defPPr><a:defRPr {slots.LANG}/></a:defPPr>"


def default_text_style() -> str:
    """What the presentation says of text outside placeholders."""
    return f"<p:defaultTextStyle>{default_paragraph()}{levels(_OTHER)}</p:defaultTextStyle>"


def slide_layout(layout: Layout) -> str:
    """One layout; a light one has the master's background."""
    kind = f'type="{layout.kind}" ' if layout.kind else ""
    background = _background("ground") if layout.dark else ""
    return (
        f'<p:sldLayout {NAMESPACES} {kind}preserve="1" userDrawn="1">'
        f"<p:cSld name={quoteattr(layout.name)}>{background}{tree((*layout.art, *layout.roles))}</p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _background(name: str) -> str:
    return f"<p:bg><p:bgPr><a:solidFill>{colour(name)}</a:solidFill><a:effectLst/></p:bgPr></p:bg>"


def notes_master() -> str:
    """The notes master: header, date, the slide, the speaker's words, footer, page number."""
    return (
        f"<p:notesMaster {NAMESPACES}><p:cSld>{_background('paper')}{tree(_notes_shapes())}</p:cSld>"
        f"{_COLOUR_MAP}<p:notesStyle>{levels(_NOTES)}</p:notesStyle></p:notesMaster>"
    )


def _notes_shapes() -> tuple[str, ...]:
    left, right, width = 0.75, _NOTES_W / 2 + 0.1, _NOTES_W / 2 - 0.85
    small, far = Type(11, "muted"), Type(11, "muted", align="r")
    return (
        slots.live("Header", 'type="hdr" sz="quarter"', Box(left, 0.3, width, 0.3), small),
        slots.live("Date", 'type="dt" idx="1"', Box(right, 0.3, width, 0.3), far),
        _slide_image(_NOTES_SLIDE),
        slots.notes_body(_NOTES_BODY, _NOTES),
        slots.live("Footer", 'type="ftr" sz="quarter" idx="4"', Box(left, 9.45, width, 0.3), small),
        slots.live(
            "Slide number",
            'type="sldNum" sz="quarter" idx="5"',
            Box(right, 9.45, width, 0.3),
            far,
            slots.number_field(),
        ),
    )


def _slide_image(box: Box) -> str:
    locks = '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr @ID@ name="Slide"/><p:cNvSpPr>{locks}</p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{transform(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        f'<a:ln w="6350"><a:solidFill>{colour("grey")}</a:solidFill></a:ln></p:spPr></p:sp>'
    )
