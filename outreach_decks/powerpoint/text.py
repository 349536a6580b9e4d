"""Words: paragraphs and runs as DrawingML, each run with its language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final

from outreach_decks.powerpoint.elements import Element, element, extension, solid_fill
from outreach_decks.powerpoint.page import Page
from outreach_decks.scripts import Script, scripts
from outreach_decks.text import Paragraph, Paragraphs, Run

ENGLISH: Final = "en-US"
JAPANESE: Final = "ja-JP"
# The tags that Office gives to the languages of our outlines; any other is written as it is (BCP 47).
_TAGS: Final = {"en": ENGLISH, "ja": JAPANESE}
_EAST_ASIAN_LANGUAGES: Final = ("ja", "zh", "ko")

# Characters that XML 1.0 or Office cannot hold: controls but tab and new line, surrogates, noncharacters.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Compatibility ideographs are how some family names are written; NFC would replace them by other forms.
_NORMAL: Final = re.compile("[^\uf900-\ufaff\U0002f800-\U0002fa1f]+")
# Office raises by this share of the size when it is asked for a superscript (ECMA-376 Part 1, 21.1.2.3.9).
_RAISED: Final = 30_000
_LINK_COLOUR: Final = "{A12FA001-AC4F-418D-AE19-62706E023703}"


@dataclass(frozen=True, slots=True)
class Look:
    """What text says of itself; all that is None it inherits.

    ``size`` gives pt by level. ``line_spacing`` is a factor of the face's own.
    """

    size: Callable[[int], float | None] = lambda _: None
    colour: str | None = None
    bold: bool = False
    align: str | None = None
    line_spacing: float | None = None


INHERITED: Final = Look()


def tag(language: str) -> str:
    """The language tag for an outline's language: ``en`` is en-US, ``ja`` is ja-JP."""
    return _TAGS.get(language, language)


def clean(text: str) -> str:
    """The text without what cannot be written, and composed (NFC); widths and old forms of names stay."""
    composed = _NORMAL.sub(lambda stretch: unicodedata.normalize("NFC", stretch[0]), text.replace("\r\n", "\n"))
    return _UNWRITABLE.sub("", composed)


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
    runs = (made for run in paragraph.runs for made in _runs(page, run, size, look))
    end = _run_properties(page, "a:endParaRPr", _language(page.language, Script.LATIN), Run(""), size, look)
    return element("a:p", {}, _paragraph_properties(paragraph, look), *runs, end)


def _paragraph_properties(paragraph: Paragraph, look: Look) -> Element | None:
    attributes = {"lvl": paragraph.level or None, "algn": look.align}
    spacing = None if look.line_spacing is None else _line_spacing(look.line_spacing)
    if spacing is None and not any(attributes.values()):
        return None
    return element("a:pPr", attributes, spacing)


def _line_spacing(factor: float) -> Element:
    return element("a:lnSpc", {}, element("a:spcPct", {"val": round(factor * 100_000)}))


def _runs(page: Page, run: Run, size: float | None, look: Look) -> Iterator[Element]:
    for text, language in stretches(clean(run.text), page.language):
        properties = _run_properties(page, "a:rPr", language, run, size, look)
        if text == "\n":
            yield element("a:br", {}, properties)
        else:
            words = element("a:t")
            words.text = text
            yield element("a:r", {}, properties, words)


def stretches(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Cut text where its script changes and around line breaks; each piece comes with its language's tag."""
    marked = ((one, one == "\n", script) for one, script in zip(text, scripts(text), strict=True))
    for (is_break, script), group in groupby(marked, key=itemgetter(1, 2)):
        piece = "".join(one for one, _, _ in group)
        for part in piece if is_break else (piece,):
            yield part, _language(language, script)


def _language(own: str, script: Script) -> str:
    is_own = (own.partition("-")[0] in _EAST_ASIAN_LANGUAGES) == (script is Script.EAST_ASIAN)
    if is_own:
        return own
    return JAPANESE if script is Script.EAST_ASIAN else ENGLISH


def _run_properties(page: Page, name: str, language: str, run: Run, size: float | None, look: Look) -> Element:
    attributes = {
        "lang": language,
        "altLang": ENGLISH if language == JAPANESE else JAPANESE,
        "sz": None if size is None else round(size * 100),
        "b": 1 if run.bold or look.bold else None,
        "i": 1 if run.italic else None,
        "baseline": _RAISED if run.superscript else None,
    }
    colour = run.colour or look.colour
    fill = None if colour is None else solid_fill(colour)
    return element(name, attributes, fill, _link(page, run))


def _link(page: Page, run: Run) -> Element | None:
    relation = None if run.link is None else page.link(run.link)
    if relation is None:
        return None
    # Without this Office paints links in the theme's link colour, whatever they stand on.
    kept = element("ahyp:hlinkClr", {"val": "tx"})
    return element("a:hlinkClick", {"r:id": relation}, element("a:extLst", {}, extension(_LINK_COLOUR, kept)))
