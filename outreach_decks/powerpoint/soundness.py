"""Whether the finished bytes of a deck hold together: what is looked at before they may become a file.

A deck that fails is a fault of the program. Schemas do not say any of this: names, relations, types and ids.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import Final
from urllib.parse import urlsplit
from zipfile import BadZipFile, ZipFile

from lxml import etree

from outreach_decks.powerpoint.elements import NAMESPACES
from outreach_decks.powerpoint.page import LINK_SCHEMES

PREFIXES: Final = {**NAMESPACES, "c": "http://schemas.openxmlformats.org/package/2006/content-types"}
_FIRST_SLIDE_ID, _FIRST_MASTER_ID = 256, 2_147_483_648
_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.{}+xml"
# The content type of what a relation of a kind leads to.
_TYPES: Final = {
    kind: _TYPE.format(kind) for kind in ("slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster")
}

Node = etree._Element  # noqa: SLF001 - lxml's types have no public name for an element


class Relation:
    """One relation of a part."""

    def __init__(self, node: Node, base: str) -> None:
        """Read one from the relations of a part in the folder ``base``."""
        self.id, self.kind = node.get("Id", ""), node.get("Type", "").rpartition("/")[2]
        self.external = node.get("TargetMode") == "External"
        self.address = node.get("Target", "")
        self.target = posixpath.normpath(posixpath.join("/" + base, self.address)).lstrip("/")


class Package:
    """The entries of a package, what of it is XML, and the relations of each part."""

    def __init__(self, file: ZipFile) -> None:
        """Read all entries; what is no XML and should be goes to ``problems``."""
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


def faults(pptx: bytes) -> list[str]:
    """Say all that does not hold together in a deck, each as one line that starts with the name of the part."""
    try:
        package = Package(ZipFile(BytesIO(pptx)))
    except BadZipFile as error:
        return [f"not a package: {error}"]
    return faults_of(package)


def faults_of(package: Package) -> list[str]:
    """The same of a package that is open."""
    return [*package.problems, *(problem for check in _CHECKS for problem in check(package))]


def _names(package: Package) -> Iterator[str]:
    """Every entry has a name of its own that stays inside the package."""
    yield from (f"{name}: is there {count} times" for name, count in Counter(package.names).items() if count > 1)
    unsafe = (name for name in package.names if ".." in name or "\\" in name or name.startswith("/"))
    yield from (f"{name}: leads out of the package" for name in unsafe)


def _content_types(package: Package) -> Iterator[str]:
    """Every part has a content type, that of its kind, and every type is of a part that is there."""
    for name in package.parts:
        if name != "[Content_Types].xml" and not package.content_type(name):
            yield f"{name}: has no content type"
    for name in package.values("[Content_Types].xml", "/c:Types/c:Override/@PartName"):
        if name.lstrip("/") not in package.parts:
            yield f"[Content_Types].xml: {name} is not there"
    for one in (one for listed in package.relations.values() for one in listed):
        if one.kind in _TYPES and package.content_type(one.target) != _TYPES[one.kind]:
            yield f"{one.target}: has not the content type of a {one.kind}"


def _relations(package: Package) -> Iterator[str]:
    """Every relation leads somewhere, every mention of one is of one that is there, and every part is led to."""
    for name, listed in package.relations.items():
        yield from (f"{name}: {one} is there twice" for one in repeated(relation.id for relation in listed))
        yield from (
            f"{name}: {one.id} leads to {one.target}, which is lost" for one in listed if _is_lost(one, package)
        )
        yield from (f"{name}: {one.id} leads to {one.address}" for one in listed if one.external and not _is_safe(one))
        known = {one.id for one in listed}
        mentions = package.values(name, "//@r:id | //@r:embed | //@r:link | //@r:pict")
        yield from (f"{name}: {one} is no relation of it" for one in mentions if one not in known)
    reached = {one.target for listed in package.relations.values() for one in listed}
    left = (name for name in package.parts if not name.endswith(".rels") and name != "[Content_Types].xml")
    yield from (f"{name}: nothing leads to it" for name in left if name not in reached)


def _is_lost(relation: Relation, package: Package) -> bool:
    """Tell whether the part that a relation leads to is missing."""
    return not relation.external and relation.target not in package.parts


def _is_safe(relation: Relation) -> bool:
    """Tell whether an external relation is a hyperlink that a browser, a mail program or a telephone opens."""
    return relation.kind == "hyperlink" and urlsplit(relation.address).scheme in LINK_SCHEMES


def repeated(values: Iterable[str]) -> list[str]:
    """What is there more than once."""
    return [value for value, count in Counter(values).items() if count > 1]


def _presentation(package: Package) -> Iterator[str]:
    """Slides, masters and layouts have ids of their own, in their range; the notes master is named once."""
    name = "ppt/presentation.xml"
    slides = package.values(name, "/p:presentation/p:sldIdLst/p:sldId/@id")
    targets = package.values(name, "/p:presentation/p:sldIdLst/p:sldId/@r:id")
    masters = package.values(name, "/p:presentation/p:sldMasterIdLst/p:sldMasterId/@id")
    for part in package.xml:
        masters += package.values(part, "/p:sldMaster/p:sldLayoutIdLst/p:sldLayoutId/@id")
    yield from (f"{name}: {one} is there twice" for ids in (slides, targets, masters) for one in repeated(ids))
    yield from (f"{name}: slide id {one} is too small" for one in slides if int(one) < _FIRST_SLIDE_ID)
    yield from (f"{name}: master or layout id {one} is too small" for one in masters if int(one) < _FIRST_MASTER_ID)
    if len(slides) != len(package.slides()):
        yield f"{name}: {len(slides)} slides are listed, {len(package.slides())} are there"
    if len(package.find(name, "/p:presentation/p:notesMasterIdLst/p:notesMasterId")) != 1:
        yield f"{name}: the notes master is not named once"


def _pages(package: Package) -> Iterator[str]:
    """On a slide and on its notes, shapes have ids of their own; a slide has one layout, and notes that know it."""
    for slide in package.slides():
        if len(package.related(slide, "slideLayout")) != 1:
            yield f"{slide}: has not one layout"
        pages = package.related(slide, "notesSlide")
        if len(pages) != 1 or package.related(pages[0], "slide") != [slide]:
            yield f"{slide}: has no notes that are tied to it"
        for name in (slide, *pages):
            ids = package.values(name, "//p:cNvPr/@id")
            yield from (f"{name}: shape id {one} is there twice" for one in repeated(ids))


_CHECKS: tuple[Callable[[Package], Iterator[str]], ...] = (_names, _content_types, _relations, _presentation, _pages)
