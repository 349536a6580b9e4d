"""Placeholders: what an author fills in, with the type that the text gets there. Sizes are pt, insets inches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from templates.drawing import Box, colour, emu, preset, solid, transform

Anchor = Literal["t", "ctr", "b"]
Bullet = Literal["none", "dot", "number"]
Align = Literal["l", "ctr", "r"]
Insets = tuple[float, float, float, float]

LANG = 'lang="en-US" altLang="ja-JP"'
_NO_WORDS = f"<a:endParaRPr {LANG}/>"
NO_INSETS: Insets = (0, 0, 0, 0)
_PROMPTED = ' hasCustomPrompt="1"'
SMALLEST_ROOM = 20.0


@dataclass(frozen=True, slots=True)
class Type:
    """How the first level looks; the levels below follow from it."""

    size: float
    colour: str = "ink"
    bold: bool = False
    bullet: Bullet = "none"
    mark: str = "accent"
    align: Align = "l"
    before: float = 0.0
    spacing: int = 100

    def listed(self, bullet: Bullet = "dot", before: float = 10.0) -> Type:
        """The same type as a list."""
        return replace(self, bullet=bullet, before=before)

    def light(self) -> Type:
        """The same type on the dark ground."""
        return replace(self, colour="paper", mark="glow")


@dataclass(frozen=True, slots=True)
class Indent:
    """Left margin and first line of a level, inches."""

    margin: float
    first: float


_DOT_INDENTS = (Indent(0.3, -0.3), Indent(0.6, -0.3), Indent(0.9, -0.3))
_NUMBER_INDENTS = (Indent(0.5, -0.5), Indent(0.8, -0.3), Indent(1.1, -0.3))
_FLAT_INDENTS = (Indent(0, 0), Indent(0.3, -0.3), Indent(0.6, -0.3))
_INDENTS = {"none": _FLAT_INDENTS, "dot": _DOT_INDENTS, "number": _NUMBER_INDENTS}


def level(number: int, kind: Type, fonts: str = "") -> str:
    """One ``a:lvlNpPr``."""
    indent = _INDENTS[kind.bullet][min(number, 3) - 1]
    before = kind.before if number == 1 else 4.0
    attributes = (
        f'marL="{emu(indent.margin)}" indent="{emu(indent.first)}" algn="{kind.align}" defTabSz="914400" '
        'rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"'
    )
    spacing = (
        f'<a:lnSpc><a:spcPct val="{kind.spacing * 1000}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(before * 100)}"/></a:spcBef>'
    )
    run = (
        f'<a:defRPr {LANG} sz="{round(_size(number, kind) * 100)}" b="{int(kind.bold and number == 1)}" kern="1200">'
        f"{solid(kind.colour)}{fonts}</a:defRPr>"
    )
    return f"<a:lvl{number}pPr {attributes}>{spacing}{_mark(number, kind)}{run}</a:lvl{number}pPr>"


def _size(number: int, kind: Type) -> float:
    if number == 1 or kind.size <= SMALLEST_ROOM:
        return kind.size
    return max(SMALLEST_ROOM, kind.size - 4 * (min(number, 3) - 1))


def _mark(number: int, kind: Type) -> str:
    if number == 1 and kind.bullet == "none":
        return "<a:buNone/>"
    painted = f"<a:buClr>{colour(kind.mark)}</a:buClr>"
    if number == 1 and kind.bullet == "number":
        return f'{painted}<a:buSzPct val="100000"/><a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
    character = "■" if number == 1 else "–"
    size = f'<a:buSzPct val="{60_000 if number == 1 else 100_000}"/>'
    return f'{painted}{size}<a:buFont typeface="Arial"/><a:buChar char="{character}"/>'


def body_properties(anchor: Anchor = "t", insets: Insets = NO_INSETS) -> str:
    """The text frame: explicit insets, wrapping, and the shrinking that Office does after an edit."""
    left, top, right, bottom = (emu(value) for value in insets)
    return (
        f'<a:bodyPr vert="horz" wrap="square" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}" '
        f'rtlCol="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
    )


def placeholder(
    name: str,
    attributes: str,
    box: Box,
    kind: Type,
    prompt: str,
    *,
    anchor: Anchor = "t",
    insets: Insets = NO_INSETS,
) -> str:
    """A placeholder of a layout; ``attributes`` are those of ``p:ph``, ``prompt`` is what an empty one says."""
    levels = "".join(level(number, kind) for number in (1, 2, 3))
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr @ID@ name={quoteattr(name)}/>"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {attributes} hasCustomPrompt="1"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr>{transform(box)}</p:spPr><p:txBody>{body_properties(anchor, insets)}"
        f"<a:lstStyle>{levels}</a:lstStyle>{paragraph(prompt)}</p:txBody></p:sp>"
    )


def paragraph(text: str, depth: int = 0) -> str:
    """One paragraph of plain text; ``depth`` counts levels from 0."""
    return f'<a:p><a:pPr lvl="{depth}"/><a:r><a:rPr {LANG}/><a:t>{escape(text)}</a:t></a:r></a:p>'


def master_title(box: Box, kind: Type) -> str:
    """The title on the master, which all titles go back to."""
    return placeholder("Title", 'type="title"', box, kind, "Title", anchor="ctr").replace(_PROMPTED, "")


def master_body(box: Box, kind: Type) -> str:
    """The body on the master, with a line for each level that a talk uses."""
    shape = placeholder("Body", 'type="body" idx="1"', box, kind, "First level").replace(_PROMPTED, "")
    deeper = paragraph("Second level", 1) + paragraph("Third level", 2)
    return shape.replace("</p:txBody>", f"{deeper}</p:txBody>")


def notes_body(box: Box, kind: Type) -> str:
    """What the speaker says, on the notes page."""
    return placeholder("Notes", 'type="body" sz="quarter" idx="3"', box, kind, "Notes").replace(_PROMPTED, "")


def title(box: Box, kind: Type, *, anchor: Anchor = "b", centred: bool = False, insets: Insets = NO_INSETS) -> str:
    """The title; ``centred`` is what PowerPoint calls the title of a cover."""
    role = 'type="ctrTitle"' if centred else 'type="title"'
    return placeholder("Title", role, box, kind, "One sentence that says the point", anchor=anchor, insets=insets)


def text(
    index: int,
    name: str,
    box: Box,
    kind: Type,
    prompt: str,
    *,
    anchor: Anchor = "t",
    insets: Insets = NO_INSETS,
) -> str:
    """A placeholder for text."""
    role = f'type="body" sz="quarter" idx="{index}"'
    return placeholder(name, role, box, kind, prompt, anchor=anchor, insets=insets)


def subtitle(box: Box, kind: Type) -> str:
    """The line below the title of a cover."""
    return placeholder("Subtitle", 'type="subTitle" idx="1"', box, kind, "What the talk is about, in a line")


def picture(index: int, name: str, box: Box, prompt: str) -> str:
    """A placeholder for a picture, an icon, or the region of native shapes."""
    kind = Type(20, "muted", align="ctr")
    return placeholder(name, f'type="pic" sz="quarter" idx="{index}"', box, kind, prompt, anchor="ctr")


def logo(index: int, box: Box) -> str:
    """A placeholder for a logo; it brings its own paper, because most logos are drawn for paper."""
    paper = f"{preset('rect')}{solid('paper')}</p:spPr>"
    return picture(index, "Logo", box, "Logo").replace("</p:spPr>", paper)


def table(index: int, box: Box) -> str:
    """A placeholder for a table."""
    kind = Type(20, "muted", align="ctr")
    return placeholder("Table", f'type="tbl" sz="quarter" idx="{index}"', box, kind, "A small table", anchor="ctr")


def footer(box: Box, kind: Type) -> str:
    """The footer: what the talk is called, on every slide."""
    return live("Footer", 'type="ftr" sz="quarter" idx="11"', box, kind)


def slide_number(box: Box, kind: Type) -> str:
    """The number of the slide as a live field."""
    return live("Slide number", 'type="sldNum" sz="quarter" idx="12"', box, kind, number_field())


def number_field() -> str:
    """A field that Office fills with the number of the slide."""
    return f'<a:fld id="{{6A0F4C1E-52C5-4C3B-9D0B-0B6B1C2D3E4F}}" type="slidenum"><a:rPr {LANG}/><a:t>‹#›</a:t></a:fld>'


def date(box: Box, kind: Type) -> str:
    """The date: on the master only, for those who want to add it by hand."""
    return live("Date", 'type="dt" sz="half" idx="10"', box, kind)


def live(name: str, role: str, box: Box, kind: Type, inner: str = _NO_WORDS) -> str:
    """A small placeholder that Office keeps up to date; ``inner`` is its text or field."""
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr @ID@ name={quoteattr(name)}/>"
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {role}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{transform(box)}</p:spPr><p:txBody>{body_properties('ctr')}"
        f"<a:lstStyle>{level(1, kind)}</a:lstStyle><a:p>{inner}</a:p></p:txBody></p:sp>"
    )
