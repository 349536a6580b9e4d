"""What a finished deck must hold together: names, relations, ids, languages and texts that schemas do not check.

The first half the program itself looks at before it writes a deck (``powerpoint.soundness``).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from outreach_decks.powerpoint.soundness import PREFIXES, Node, faults_of, repeated
from outreach_decks.powerpoint.soundness import Package as Deck

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
STARTS = {".png": b"\x89PNG\r\n\x1a\n", ".jpeg": b"\xff\xd8\xff", ".jpg": b"\xff\xd8\xff"}
# Fields of their own, and pictures of what stands elsewhere: no author fills them in.
LIVE = {"sldNum", "dt", "ftr", "hdr", "sldImg"}


def lint(pptx: bytes) -> list[str]:
    """Say all that is wrong with a deck, each as one line that starts with the name of the part."""
    try:
        deck = Deck(ZipFile(BytesIO(pptx)))
    except BadZipFile as error:
        return [f"not a package: {error}"]
    return [*faults_of(deck), *(problem for check in CHECKS for problem in check(deck))]


def sections(deck: Deck) -> Iterator[str]:
    """If there are sections, they hold every slide once and in order."""
    name = "ppt/presentation.xml"
    slides = deck.values(name, "/p:presentation/p:sldIdLst/p:sldId/@id")
    if deck.find(name, "//p14:sectionLst"):
        held = deck.values(name, "//p14:sectionLst/p14:section/p14:sldIdLst/p14:sldId/@id")
        if held != slides:
            yield f"{name}: the sections do not hold every slide once, in order"


def shapes(deck: Deck) -> Iterator[str]:
    """On a slide and on its notes, placeholders are those that the layout has."""
    for slide in deck.slides():
        for name in (slide, *deck.related(slide, "notesSlide")):
            yield from placeholders(deck, name)


def placeholders(deck: Deck, name: str) -> Iterator[str]:
    """The placeholders of a page are its layout's or master's, each once, and none of them is empty."""
    above = (*deck.related(name, "slideLayout"), *deck.related(name, "notesMaster"))
    if len(above) != 1:
        yield f"{name}: has {len(above)} layouts or masters"
    known = {one.get("idx", "0") for part in above for one in deck.find(part, "//p:nvPr/p:ph")}
    marks = deck.find(name, "//p:nvPr/p:ph")
    used = [one.get("idx", "0") for one in marks]
    yield from (f"{name}: placeholder {one} is there twice" for one in repeated(used))
    yield from (f"{name}: the layout has no placeholder {one}" for one in used if one not in known)
    for shape in deck.find(name, "//p:sp[p:nvSpPr/p:nvPr/p:ph]"):
        mark = shape.find("p:nvSpPr/p:nvPr/p:ph", PREFIXES)
        is_live = mark is not None and mark.get("type") in LIVE
        if not is_live and not text_of(shape).strip() and "notesSlide" not in name:
            yield f"{name}: the placeholder {label(shape)} is empty"


def titles(deck: Deck) -> Iterator[str]:
    """Every slide has one title with words in it."""
    for name in deck.slides():
        found = deck.find(name, "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title' or @type='ctrTitle']]")
        if len(found) != 1 or not text_of(found[0]).strip():
            yield f"{name}: has no title"


def spoken(deck: Deck) -> Iterator[str]:
    """Every picture, group and table says what it shows, or that it only decorates."""
    for name in deck.slides():
        for shape in deck.find(name, "//p:pic | //p:grpSp | //p:graphicFrame"):
            named = next(shape.iter(f"{{{PREFIXES['p']}}}cNvPr"))
            decorates = named.find(".//adec:decorative[@val='1']", PREFIXES) is not None
            if bool(named.get("descr", "").strip()) == decorates:
                yield f"{name}: {label(shape)} has no alt text"


def languages(deck: Deck) -> Iterator[str]:
    """Every run and every end of a paragraph says its language."""
    for slide in deck.slides():
        for name in (slide, *deck.related(slide, "notesSlide")):
            for run in deck.find(name, "//a:r | //a:fld | //a:br"):
                if run.find("a:rPr[@lang]", PREFIXES) is None:
                    yield f'{name}: "{text_of(run)}" has no language'
            tags = deck.values(name, "//@lang | //@altLang")
            yield from (f"{name}: {tag} is no language" for tag in tags if not LANGUAGE_TAG.fullmatch(tag))


def tables(deck: Deck) -> Iterator[str]:
    """Every row of a table has a cell for each column of its grid, and the first row is its header."""
    for name in deck.slides():
        for table in deck.find(name, "//a:tbl"):
            columns = len(table.findall("a:tblGrid/a:gridCol", PREFIXES))
            if any(len(row.findall("a:tc", PREFIXES)) != columns for row in table.findall("a:tr", PREFIXES)):
                yield f"{name}: a row has not a cell for each column"
            if table.find("a:tblPr[@firstRow='1']", PREFIXES) is None:
                yield f"{name}: a table has no header"


def notes(deck: Deck) -> Iterator[str]:
    """Every slide has a page of notes that knows it, and the notes show the slide's number."""
    for name in deck.slides():
        pages = deck.related(name, "notesSlide")
        if len(pages) != 1:
            yield f"{name}: has {len(pages)} pages of notes"
        for page in pages:
            if deck.related(page, "slide") != [name]:
                yield f"{page}: is not tied to its slide"
            if not deck.find(page, "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='sldNum']]//a:fld[@type='slidenum']"):
                yield f"{page}: does not show the slide's number"


def images(deck: Deck) -> Iterator[str]:
    """Images are what their names say."""
    for name, content in deck.parts.items():
        start = STARTS.get(posixpath.splitext(name)[1], b"")
        if not content.startswith(start):
            yield f"{name}: is not what its name says"
        if name.endswith(".svg") and name in deck.xml and not str(deck.xml[name].tag).endswith("}svg"):
            yield f"{name}: is not an SVG"


def text_of(shape: Node) -> str:
    """The words in a shape."""
    return "".join(node.text or "" for node in shape.iter(f"{{{PREFIXES['a']}}}t"))


def label(shape: Node) -> str:
    """What the selection pane calls a shape."""
    return next(shape.iter(f"{{{PREFIXES['p']}}}cNvPr")).get("name", "")


CHECKS: tuple[Callable[[Deck], Iterator[str]], ...] = (
    sections, shapes, titles, spoken, languages, tables, notes, images,
)  # fmt: skip
