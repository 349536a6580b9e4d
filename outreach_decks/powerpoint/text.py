"""Words: paragraphs and runs as DrawingML, each run with its language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from outreach_decks.languages import is_east_asian
from outreach_decks.powerpoint.elements import Element, element, extension
from outreach_decks.powerpoint.page import Page
from outreach_decks.scripts import Script
from outreach_decks.stretches import Stretch, stretches
from outreach_decks.text import LINE_BREAK, Paragraph, Paragraphs, Run, composed
from outreach_decks.theme import Level

ENGLISH: Final = "en-US"
JAPANESE: Final = "ja-JP"

# Characters that XML 1.0 or Office cannot hold: controls but tab and new line, surrogates, noncharacters.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_LINE_END: Final = re.compile(r"(\n)")
# Office raises by this share of the size when it is asked for a superscript (ECMA-376 Part 1, 21.1.2.3.9).
_RAISED: Final = 30_000
_LINK_COLOUR: Final = "{A12FA001-AC4F-418D-AE19-62706E023703}"


@dataclass(frozen=True, slots=True)
class Look:
    """What text says of itself; all that is None it inherits.

    ``size`` gives pt by level. ``line_spacing`` is a factor of the face's own; ``pitch`` gives the exact distance of
    lines in pt by level, and where it does, the factor does not count. ``space_before`` gives the distance of
    paragraphs in pt by level. ``heading`` is whether the face is the theme's for titles.

    ``level`` is how a level is indented, spaced and marked where the words say so themselves; ``regular`` takes back
    capitals and spaced letters; ``faced`` names the theme's face, for words that inherit none.
    """

    size: Callable[[int], float | None] = lambda _: None
    colour: str | None = None
    bold: bool = False
    align: str | None = None
    line_spacing: float | None = None
    pitch: Callable[[int], float | None] = lambda _: None
    space_before: Callable[[int], float | None] = lambda _: None
    heading: bool = False
    level: Callable[[int], Level | None] = lambda _: None
    regular: bool = False
    faced: bool = False


INHERITED: Final = Look()


def clean(text: str) -> str:
    """The text without what cannot be written, and composed (NFC); widths and old forms of names stay."""
    return _UNWRITABLE.sub("", composed(text.replace("\r\n", "\n")))


def text_body(page: Page, paragraphs: Paragraphs, frame: Element, look: Look, name: str = "p:txBody") -> Element:
    """A body of text; without paragraphs it has one empty one, as the schema wants."""
    written = (paragraph_element(page, one, look) for one in paragraphs or (Paragraph(()),))
    return element(name, {}, frame, element("a:lstStyle"), *written)


def shrinking_frame(**attributes: str | int) -> Element:
    """A text frame that shrinks its text only when somebody edits it: the size that fits is written already."""
    return element("a:bodyPr", attributes, element("a:normAutofit"))


def paragraph_element(page: Page, paragraph: Paragraph, look: Look = INHERITED) -> Element:
    """One ``a:p`` with its runs and the properties of its end."""
    size = look.size(paragraph.level)
    runs = _runs(page, paragraph.runs, size, look)
    end = _run_properties(page, "a:endParaRPr", Stretch("", Script.LATIN, Run("")), size, look)
    return element("a:p", {}, _paragraph_properties(paragraph, look), *runs, end)


def _paragraph_properties(paragraph: Paragraph, look: Look) -> Element | None:
    level = look.level(paragraph.level)
    indents = {} if level is None else {"marL": level.margin, "indent": level.indent}
    attributes = {**indents, "lvl": paragraph.level or None, "algn": look.align}
    spacing = [_line_spacing(look, paragraph.level), *_paragraph_spacing(look, paragraph.level, level)]
    marks = [] if level is None else [*_marks(level)]
    if not any(one is not None for one in spacing) and not any(value is not None for value in attributes.values()):
        return None
    return element("a:pPr", attributes, *spacing, *marks)


def _paragraph_spacing(look: Look, number: int, level: Level | None) -> Iterator[Element]:
    before = look.space_before(number) if level is None else level.space_before
    if before is not None:
        yield element("a:spcBef", {}, _exact(before))
    if level is not None:
        yield element("a:spcAft", {}, _exact(0))


def _marks(level: Level) -> Iterator[Element]:
    """The bullet before a paragraph, or that there is none."""
    if level.bullet:
        yield element("a:buFont", {"typeface": "Arial"})
        yield element("a:buChar", {"char": "•"})
    else:
        yield element("a:buNone")


def _line_spacing(look: Look, level: int) -> Element | None:
    pitch = look.pitch(level)
    if pitch is not None:
        return element("a:lnSpc", {}, _exact(pitch))
    if look.line_spacing is None:
        return None
    return element("a:lnSpc", {}, element("a:spcPct", {"val": round(look.line_spacing * 100_000)}))


def _exact(points: float) -> Element:
    return element("a:spcPts", {"val": round(points * 100)})


def _runs(page: Page, runs: tuple[Run, ...], size: float | None, look: Look) -> Iterator[Element]:
    """The runs cut where the script changes and around line breaks, each piece with its language."""
    written = tuple(replace(run, text=clean(run.text.replace(LINE_BREAK, "\n"))) for run in runs)
    for stretch in stretches(written):
        for text in filter(None, _LINE_END.split(stretch.text)):
            properties = _run_properties(page, "a:rPr", stretch, size, look)
            if text == "\n":
                yield element("a:br", {}, properties)
            else:
                words = element("a:t")
                words.text = text
                yield element("a:r", {}, properties, words)


def _language(own: str, script: Script) -> str:
    is_own = is_east_asian(own) == (script is Script.EAST_ASIAN)
    if is_own:
        return own
    return JAPANESE if script is Script.EAST_ASIAN else ENGLISH


def _run_properties(page: Page, name: str, stretch: Stretch, size: float | None, look: Look) -> Element:
    run, language = stretch.run, _language(page.language, stretch.script)
    attributes = {
        "lang": language,
        "altLang": ENGLISH if language == JAPANESE else JAPANESE,
        "sz": None if size is None else round(size * 100),
        "b": 1 if run.bold or look.bold else None,
        "i": 1 if run.italic else None,
        "cap": "none" if look.regular else None,
        "spc": 0 if look.regular else None,
        "baseline": _RAISED if run.superscript else None,
    }
    colour = run.colour or look.colour
    fill = None if colour is None else page.fill(colour)
    latin = element("a:latin", {"typeface": "+mn-lt"}) if look.faced else None
    return element(name, attributes, fill, latin, _face(stretch.script, look), _link(page, run))


def _face(script: Script, look: Look) -> Element | None:
    """The theme's East Asian face by name, so that no program falls back on another; a change of theme changes it."""
    if script is Script.LATIN:
        return None
    return element("a:ea", {"typeface": "+mj-ea" if look.heading else "+mn-ea"})


def _link(page: Page, run: Run) -> Element | None:
    relation = None if run.link is None else page.link(run.link)
    if relation is None:
        return None
    # Without this Office paints links in the theme's link colour, whatever they stand on.
    kept = element("ahyp:hlinkClr", {"val": "tx"})
    told = {"r:id": relation, "tooltip": run.tip and clean(run.tip)}
    return element("a:hlinkClick", told, element("a:extLst", {}, extension(_LINK_COLOUR, kept)))
