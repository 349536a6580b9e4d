"""The parts around the slides: the presentation, its properties, views, table style and document properties."""

from __future__ import annotations

from xml.sax.saxutils import escape

from templates.drawing import SCHEME, emu
from templates.grid import SLIDE_H
from templates.masters import MASTER_ID, NAMESPACES, default_text_style

# Characters that cannot start or end a line (JIS X 4051, the stricter set that Office calls kinsoku).
NO_LINE_START = (
    "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕ぁぃぅぇぉっゃゅょゎ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾ"
    "！％），．：；？］｝｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠〜゠‐–〻‼⁇⁈⁉…‥"
)
NO_LINE_END = "$([\\{£¥‘“〈《「『【〔＄（［｛｢￡￥"

TABLE_STYLE = "{0F3B6C52-7A1E-5D94-8C2B-41E6A9D7F035}"
_SLIDE_WIDTH = 12_192_000
_NOTES_SIZE = (6_858_000, 9_144_000)
_HAIRLINE = 12_700
_HEADER_RULE = 28_575
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def presentation() -> str:
    """The presentation part: one master (rId1), a notes master (rId2), no slide."""
    notes_w, notes_h = _NOTES_SIZE
    return (
        f'<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
        f'<p:sldMasterIdLst><p:sldMasterId id="{MASTER_ID}" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
        f'<p:sldSz cx="{_SLIDE_WIDTH}" cy="{emu(SLIDE_H)}"/><p:notesSz cx="{notes_w}" cy="{notes_h}"/>'
        f'<p:kinsoku lang="ja-JP" invalStChars="{escape(NO_LINE_START)}" invalEndChars="{escape(NO_LINE_END)}"/>'
        f"{default_text_style()}</p:presentation>"
    )


def presentation_properties() -> str:
    """Nothing but the part that Office expects."""
    return f"<p:presentationPr {NAMESPACES}/>"


def view_properties() -> str:
    """A grid of a twelfth of an inch to draw on."""
    return f'<p:viewPr {NAMESPACES}><p:gridSpacing cx="76200" cy="76200"/></p:viewPr>'


def table_styles() -> str:
    """One table style: a bold header on a strong rule, hairlines between the rows, no box."""
    inner = f"{_whole_table()}{_first_column()}{_first_row()}"
    style = f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Outreach">{inner}</a:tblStyle>'
    return (
        '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'def="{TABLE_STYLE}">{style}</a:tblStyleLst>'
    )


def _whole_table() -> str:
    none = "".join(f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>" for side in ("left", "right"))
    rules = "".join(f"<a:{side}>{_rule('grey')}</a:{side}>" for side in ("bottom", "insideH"))
    borders = f"<a:tcBdr>{none}{rules}</a:tcBdr>"
    return f"<a:wholeTbl>{_cell_text('ink')}<a:tcStyle>{borders}<a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"


def _first_column() -> str:
    # No colour here: some programs let the first column win over the header in the corner they share.
    return '<a:firstCol><a:tcTxStyle b="on"/><a:tcStyle><a:tcBdr/></a:tcStyle></a:firstCol>'


def _first_row() -> str:
    rule = f"<a:tcBdr><a:bottom>{_rule('ground', _HEADER_RULE)}</a:bottom></a:tcBdr>"
    return f"<a:firstRow>{_cell_text('ground', bold=True)}<a:tcStyle>{rule}</a:tcStyle></a:firstRow>"


def _cell_text(name: str, *, bold: bool = False) -> str:
    weight = ' b="on"' if bold else ""
    return f'<a:tcTxStyle{weight}><a:fontRef idx="minor"/>{_scheme(name)}</a:tcTxStyle>'


def _rule(name: str, width: int = _HAIRLINE) -> str:
    return f'<a:ln w="{width}" cmpd="sng"><a:solidFill>{_scheme(name)}</a:solidFill></a:ln>'


def _scheme(name: str) -> str:
    return f'<a:schemeClr val="{SCHEME[name]}"/>'


def core_properties(title: str) -> str:
    """What the document is called; no author and no dates, which belong to the talk made from it."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>en-US</dc:language></cp:coreProperties>"
    )


def application_properties() -> str:
    """What made the file, and for which kind of screen."""
    return (
        f'<Properties xmlns="{_PROPERTIES}"><Application>outreach-decks</Application>'
        "<PresentationFormat>Widescreen</PresentationFormat><Slides>0</Slides><Notes>0</Notes></Properties>"
    )
