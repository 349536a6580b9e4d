"""What a deck says of itself: its properties, its list of slides and its sections."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package

from outreach_decks.deck import Deck, DeckSection
from outreach_decks.languages import tag
from outreach_decks.powerpoint.elements import NAMESPACES, Element, element, qualified
from outreach_decks.powerpoint.page import one_line
from outreach_decks.powerpoint.text import clean

# A deck has no clock of its own: the same input gives the same bytes. This is where the calendar of zip files begins.
EPOCH: Final = datetime(1980, 1, 1, tzinfo=UTC)

_FIRST_SLIDE_ID: Final = 256
_SECTIONS: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_CORE: Final = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)
_EXTENDED: Final = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
)
# What comes before the list of slides and after the list of masters (ECMA-376 Part 1, 19.2.1.26).
_BEFORE_NOTES_MASTERS: Final = ("p:sldMasterIdLst",)
_BEFORE_SLIDES: Final = (*_BEFORE_NOTES_MASTERS, "p:notesMasterIdLst", "p:handoutMasterIdLst")


def list_slides(presentation: Element, relations: Sequence[str]) -> tuple[int, ...]:
    """Name the slides in order; returns their ids."""
    numbers = tuple(range(_FIRST_SLIDE_ID, _FIRST_SLIDE_ID + len(relations)))
    entries = (
        element("p:sldId", {"id": number, "r:id": relation})
        for number, relation in zip(numbers, relations, strict=True)
    )
    _put_after(presentation, element("p:sldIdLst", {}, *entries), _BEFORE_SLIDES)
    return numbers


def list_notes_master(presentation: Element, relation: str) -> None:
    """Name the notes master once; without it some programs lose the notes."""
    entry = element("p:notesMasterId", {"r:id": relation})
    _put_after(presentation, element("p:notesMasterIdLst", {}, entry), _BEFORE_NOTES_MASTERS)


def _put_after(presentation: Element, made: Element, before: tuple[str, ...]) -> None:
    for old in presentation.findall(made.tag):
        presentation.remove(old)
    names = {qualified(name) for name in before}
    place = max((at for at, child in enumerate(presentation) if child.tag in names), default=-1)
    presentation.insert(place + 1, made)


def list_sections(presentation: Element, sections: tuple[DeckSection, ...], slides: tuple[int, ...]) -> None:
    """Write the sections, which must hold every slide once; raises ``ValueError`` when they do not."""
    if not sections:
        return
    if sum(section.length for section in sections) != len(slides):
        raise ValueError("the sections do not hold every slide once")
    numbers = iter(slides)
    made = (_section(at, one, tuple(islice(numbers, one.length))) for at, one in enumerate(sections))
    listed = element("p:ext", {"uri": _SECTIONS}, element("p14:sectionLst", {}, *made))
    _extensions(presentation).append(listed)


def _section(at: int, section: DeckSection, slides: tuple[int, ...]) -> Element:
    entries = (element("p14:sldId", {"id": number}) for number in slides)
    name = one_line(clean(section.name))
    number = str(uuid5(NAMESPACE_URL, f"section:{at}:{name}")).upper()
    return element("p14:section", {"name": name, "id": f"{{{number}}}"}, element("p14:sldIdLst", {}, *entries))


def _extensions(presentation: Element) -> Element:
    present = presentation.find("p:extLst", NAMESPACES)
    if present is not None:
        return present
    made = element("p:extLst")
    presentation.append(made)
    return made


def set_properties(package: Package, deck: Deck, theme_name: str, modified: datetime) -> None:
    """Replace what the template says of itself by what the deck is."""
    _replace(package, RT.CORE_PROPERTIES, "/docProps/core.xml", CT.OPC_CORE_PROPERTIES, _core(deck, modified))
    extended = _extended(deck, theme_name)
    _replace(package, RT.EXTENDED_PROPERTIES, "/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, extended)


def _replace(package: Package, kind: str, name: str, content_type: str, xml: str) -> None:
    drop_relations(package, kind)
    _drop_part(package, name)
    package.relate_to(Part(PackURI(name), content_type, package, (_DECLARATION + xml).encode("utf-8")), kind)


def drop_relations(package: Package, kind: str) -> None:
    """Take a kind of part out of the package."""
    relations = package._rels  # noqa: SLF001 - python-pptx gives a package's relations no public name
    for relation in [key for key, one in relations.items() if one.reltype == kind]:
        package.drop_rel(relation)


def _drop_part(package: Package, name: str) -> None:
    """Take a part out by its name: LibreOffice writes another kind of relation to the same one."""
    relations = package._rels  # noqa: SLF001 - as above
    for relation in [key for key, one in relations.items() if not one.is_external and one.target_part.partname == name]:
        package.drop_rel(relation)


def _core(deck: Deck, modified: datetime) -> str:
    moment = modified.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    entries = (
        _entry("dc:title", deck.title),
        _entry("dc:subject", deck.subject),
        _entry("dc:creator", deck.author),
        _entry("cp:keywords", ", ".join(deck.keywords)),
        _entry("cp:lastModifiedBy", deck.author),
        _entry("cp:revision", "1"),
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>',
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>',
        _entry("dc:language", tag(deck.language)),
    )
    return f"{_CORE}{''.join(entries)}</cp:coreProperties>"


def _extended(deck: Deck, theme_name: str) -> str:
    titles = [_entry("vt:lpstr", slide.title) for slide in deck.slides]
    count = len(deck.slides)
    hidden = sum(slide.hidden for slide in deck.slides)
    return (
        f"{_EXTENDED}<TotalTime>0</TotalTime><Application>outreach-decks</Application>"
        f"<PresentationFormat>Widescreen</PresentationFormat><Slides>{count}</Slides><Notes>{count}</Notes>"
        f"<HiddenSlides>{hidden}</HiddenSlides><ScaleCrop>false</ScaleCrop>"
        f'<HeadingPairs><vt:vector size="4" baseType="variant">{_heading("Theme", 1)}{_heading("Slide Titles", count)}'
        f'</vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="{count + 1}" baseType="lpstr">'
        f"{_entry('vt:lpstr', theme_name)}{''.join(titles)}</vt:vector></TitlesOfParts>"
        "<LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc><HyperlinksChanged>false</HyperlinksChanged>"
        "<AppVersion>16.0000</AppVersion></Properties>"
    )


def _heading(name: str, count: int) -> str:
    return f"<vt:variant>{_entry('vt:lpstr', name)}</vt:variant><vt:variant><vt:i4>{count}</vt:i4></vt:variant>"


def _entry(name: str, text: str) -> str:
    return f"<{name}>{escape(one_line(clean(text)))}</{name}>"
