"""What a finished deck must hold together: names, relations, ids, languages and texts that schemas do not check."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from urllib.parse import urlsplit
from zipfile import BadZipFile, ZipFile

from lxml import etree

PREFIXES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "c": "http://schemas.openxmlformats.org/package/2006/content-types",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
}
SCHEMES = {"http", "https", "mailto", "tel"}
LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")
FIRST_SLIDE_ID, FIRST_MASTER_ID = 256, 2_147_483_648
TYPE = "application/vnd.openxmlformats-officedocument.presentationml.{}+xml"
# The content type of what a relation of a kind leads to.
TYPES = {
    "slide": TYPE.format("slide"),
    "slideLayout": TYPE.format("slideLayout"),
    "slideMaster": TYPE.format("slideMaster"),
    "notesSlide": TYPE.format("notesSlide"),
    "notesMaster": TYPE.format("notesMaster"),
}
STARTS = {".png": b"\x89PNG\r\n\x1a\n", ".jpeg": b"\xff\xd8\xff", ".jpg": b"\xff\xd8\xff"}
# Fields of their own, and pictures of what stands elsewhere: no author fills them in.
LIVE = {"sldNum", "dt", "ftr", "hdr", "sldImg"}

Node = etree._Element


class Relation:
    """One relation of a part."""

    def __init__(self, node: Node, base: str) -> None:
        self.id, self.kind = node.get("Id", ""), node.get("Type", "").rpartition("/")[2]
        self.external = node.get("TargetMode") == "External"
        self.address = node.get("Target", "")
        self.target = posixpath.normpath(posixpath.join("/" + base, self.address)).lstrip("/")


class Deck:
    """The entries of a package, what of it is XML, and the relations of each part."""

    def __init__(self, file: ZipFile) -> None:
        self.names = file.namelist()
        self.parts = {name: file.read(name) for name in dict.fromkeys(self.names)}
        self.problems: list[str] = []
        self.xml = {name: tree for name in self.parts if (tree := self._parsed(name)) is not None}
        self.relations = {name: list(self._relations_of(name)) for name in self.parts if not name.endswith(".rels")}
        self.relations[""] = list(self._read("_rels/.rels", ""))

    def _parsed(self, name: str) -> Node | None:
        if not name.endswith((".xml", ".rels", ".svg")):
            return None
        if b"<!DOCTYPE" in self.parts[name]:
            self.problems.append(f"{name}: has a DOCTYPE")
            return None
        try:
            return etree.fromstring(self.parts[name])
        except etree.XMLSyntaxError as error:
            self.problems.append(f"{name}: is not XML ({error})")
            return None

    def _relations_of(self, name: str) -> Iterator[Relation]:
        folder, _, file = name.rpartition("/")
        return self._read(f"{folder}/_rels/{file}.rels", folder)

    def _read(self, name: str, base: str) -> Iterator[Relation]:
        for node in self.xml.get(name, ()):
            yield Relation(node, base)

    def find(self, name: str, path: str) -> list[Node]:
        """The elements that an XPath finds in a part."""
        return [found for found in self._ask(name, path) if isinstance(found, Node)]

    def values(self, name: str, path: str) -> list[str]:
        """The attributes that an XPath finds in a part."""
        return [str(found) for found in self._ask(name, path)]

    def _ask(self, name: str, path: str) -> Iterable[object]:
        found = self.xml[name].xpath(path, namespaces=PREFIXES) if name in self.xml else ()
        return found if isinstance(found, list) else ()

    def related(self, name: str, kind: str) -> list[str]:
        """Names of the parts that relations of a kind lead to."""
        return [one.target for one in self.relations.get(name, ()) if one.kind == kind and not one.external]

    def slides(self) -> list[str]:
        """The slides, as the presentation has them."""
        return self.related("ppt/presentation.xml", "slide")

    def content_type(self, name: str) -> str:
        """The content type of a part; empty when it has none."""
        for node in self.find("[Content_Types].xml", f"/c:Types/c:Override[@PartName='/{name}']"):
            return node.get("ContentType", "")
        ending = name.rpartition(".")[2].lower()
        path = f"/c:Types/c:Default[@Extension='{ending}']/@ContentType"
        return next(iter(self.values("[Content_Types].xml", path)), "")


def lint(pptx: bytes) -> list[str]:
    """Say all that is wrong with a deck, each as one line that starts with the name of the part."""
    try:
        deck = Deck(ZipFile(BytesIO(pptx)))
    except BadZipFile as error:
        return [f"not a package: {error}"]
    return [*deck.problems, *(problem for check in CHECKS for problem in check(deck))]


def names(deck: Deck) -> Iterator[str]:
    """Every entry has a name of its own that stays inside the package."""
    yield from (f"{name}: is there {count} times" for name, count in Counter(deck.names).items() if count > 1)
    unsafe = (name for name in deck.names if ".." in name or "\\" in name or name.startswith("/"))
    yield from (f"{name}: leads out of the package" for name in unsafe)


def content_types(deck: Deck) -> Iterator[str]:
    """Every part has a content type, that of its kind, and every type is of a part that is there."""
    for name in deck.parts:
        if name != "[Content_Types].xml" and not deck.content_type(name):
            yield f"{name}: has no content type"
    for name in deck.values("[Content_Types].xml", "/c:Types/c:Override/@PartName"):
        if name.lstrip("/") not in deck.parts:
            yield f"[Content_Types].xml: {name} is not there"
    for one in (one for listed in deck.relations.values() for one in listed):
        if one.kind in TYPES and deck.content_type(one.target) != TYPES[one.kind]:
            yield f"{one.target}: has not the content type of a {one.kind}"


def relations(deck: Deck) -> Iterator[str]:
    """Every relation leads somewhere, every mention of one is of one that is there, and every part is led to."""
    for name, listed in deck.relations.items():
        yield from (f"{name}: {one} is there twice" for one in repeated(relation.id for relation in listed))
        yield from (f"{name}: {one.id} leads to {one.target}, which is lost" for one in listed if is_lost(one, deck))
        yield from (f"{name}: {one.id} leads to {one.address}" for one in listed if one.external and not is_safe(one))
        known = {one.id for one in listed}
        mentions = deck.values(name, "//@r:id | //@r:embed | //@r:link | //@r:pict")
        yield from (f"{name}: {one} is no relation of it" for one in mentions if one not in known)
    reached = {one.target for listed in deck.relations.values() for one in listed}
    left = (name for name in deck.parts if not name.endswith(".rels") and name != "[Content_Types].xml")
    yield from (f"{name}: nothing leads to it" for name in left if name not in reached)


def is_lost(relation: Relation, deck: Deck) -> bool:
    """Tell whether the part that a relation leads to is missing."""
    return not relation.external and relation.target not in deck.parts


def is_safe(relation: Relation) -> bool:
    """Tell whether an external relation is a hyperlink that a browser, a mail program or a telephone opens."""
    return relation.kind == "hyperlink" and urlsplit(relation.address).scheme in SCHEMES


def repeated(values: Iterable[str]) -> list[str]:
    """What is there more than once."""
    return [value for value, count in Counter(values).items() if count > 1]


def presentation(deck: Deck) -> Iterator[str]:
    """Slides, masters and layouts have ids of their own, in their range; the notes master is named once."""
    name = "ppt/presentation.xml"
    slides = deck.values(name, "/p:presentation/p:sldIdLst/p:sldId/@id")
    targets = deck.values(name, "/p:presentation/p:sldIdLst/p:sldId/@r:id")
    masters = deck.values(name, "/p:presentation/p:sldMasterIdLst/p:sldMasterId/@id")
    for part in deck.xml:
        masters += deck.values(part, "/p:sldMaster/p:sldLayoutIdLst/p:sldLayoutId/@id")
    yield from (f"{name}: {one} is there twice" for ids in (slides, targets, masters) for one in repeated(ids))
    yield from (f"{name}: slide id {one} is too small" for one in slides if int(one) < FIRST_SLIDE_ID)
    yield from (f"{name}: master or layout id {one} is too small" for one in masters if int(one) < FIRST_MASTER_ID)
    if len(slides) != len(deck.slides()):
        yield f"{name}: {len(slides)} slides are listed, {len(deck.slides())} are there"
    if len(deck.find(name, "/p:presentation/p:notesMasterIdLst/p:notesMasterId")) != 1:
        yield f"{name}: the notes master is not named once"
    yield from sections(deck, name, slides)


def sections(deck: Deck, name: str, slides: list[str]) -> Iterator[str]:
    """If there are sections, they hold every slide once and in order."""
    if deck.find(name, "//p14:sectionLst"):
        held = deck.values(name, "//p14:sectionLst/p14:section/p14:sldIdLst/p14:sldId/@id")
        if held != slides:
            yield f"{name}: the sections do not hold every slide once, in order"


def shapes(deck: Deck) -> Iterator[str]:
    """On a slide and on its notes, shapes have ids of their own and placeholders that the layout has."""
    for slide in deck.slides():
        for name in (slide, *deck.related(slide, "notesSlide")):
            ids = deck.values(name, "//p:cNvPr/@id")
            yield from (f"{name}: shape id {one} is there twice" for one in repeated(ids))
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
    names, content_types, relations, presentation, shapes, titles, spoken, languages, tables, notes, images,
)  # fmt: skip
