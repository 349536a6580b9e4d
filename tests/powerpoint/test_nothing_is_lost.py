"""What a template brings along is in the deck, byte for byte; its example slides and what is only theirs are not."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest
from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.util import Inches

from outreach_decks.powerpoint.template import adopt_template
from outreach_decks.powerpoint.write import write_pptx
from tests.foreign.projects import made, project, template
from tests.powerpoint.every_shape import photo

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FONT, HANDOUT, CUSTOM = f"{_OFFICE}/font", f"{_OFFICE}/handoutMaster", f"{_OFFICE}/customXml"
OVERRIDE = f"{_OFFICE}/themeOverride"
HANDOUT_XML = (
    b'<p:handoutMaster xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:cSld><p:spTree><p:nvGrpSpPr>'
    b'<p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:spTree></p:cSld>'
    b'<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    b'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/></p:handoutMaster>'
)
# What a deck says of itself in place of the template; and what names the parts there are.
OF_THE_DECK = ("docProps/", "ppt/slides/", "ppt/notesSlides/", "[Content_Types].xml", "_rels/.rels")


@cache
def full() -> bytes:
    """The drawn template with all that a template can bring along, and an example slide with notes and a picture."""
    presentation = Presentation(io.BytesIO(template("drawn.pptx")))
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    slide.shapes.add_picture(io.BytesIO(photo()), 0, 0, Inches(3))
    slide.notes_slide.notes_text_frame.text = "What an example slide says."
    part = presentation.part
    package = part.package
    theme = presentation.slide_master.part.part_related_by(RT.THEME)
    handout = Part(PackURI("/ppt/handoutMasters/handoutMaster1.xml"), _type("handoutMaster"), package, HANDOUT_XML)
    handout.relate_to(Part(PackURI("/ppt/theme/theme8.xml"), theme.content_type, package, theme.blob), RT.THEME)
    part.relate_to(handout, HANDOUT)
    part.relate_to(Part(PackURI("/ppt/fonts/font1.fntdata"), "application/x-fontdata", package, b"a face"), FONT)
    part.relate_to(Part(PackURI("/customXml/item1.xml"), "application/xml", package, b"<of-theirs/>"), CUSTOM)
    override = Part(PackURI("/ppt/theme/themeOverride1.xml"), _type("themeOverride"), package, b"<a/>")
    presentation.slide_layouts[1].part.relate_to(override, OVERRIDE)
    held = io.BytesIO()
    presentation.save(held)
    return held.getvalue()


def _type(name: str) -> str:
    return f"application/vnd.openxmlformats-officedocument.presentationml.{name}+xml"


@cache
def deck() -> dict[str, bytes]:
    """The parts of a deck on that template."""
    standard = project("drawn.pptx").standard
    read = adopt_template(full(), None, standard, "full.pptx")
    talk = made("drawn.pptx", "church", "en").deck
    first = talk.slides[0]
    short = type(talk)(**{name: getattr(talk, name) for name in talk.__slots__} | {"slides": (first,), "sections": ()})
    return parts(write_pptx(short, full(), read.theme, read.geometry, {}))


def parts(pptx: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(pptx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def same(one: bytes, other: bytes) -> bool:
    """Tell whether two parts are the same, XML in its canonical form."""
    if not one.lstrip().startswith(b"<"):
        return one == other
    return etree.tostring(etree.fromstring(one), method="c14n") == etree.tostring(
        etree.fromstring(other), method="c14n"
    )


def test_every_part_of_the_template_is_in_the_deck() -> None:
    """Masters, layouts, themes and overrides, logos, notes and handout master, embedded fonts and custom XML."""
    theirs, ours = parts(full()), deck()
    kept = [name for name in theirs if not name.startswith(OF_THE_DECK) and "printerSettings" not in name]
    names = {"ppt/handoutMasters/handoutMaster1.xml", "ppt/fonts/font1.fntdata", "customXml/item1.xml"}
    names |= {"ppt/notesMasters/notesMaster1.xml", "ppt/theme/themeOverride1.xml", "ppt/slideMasters/slideMaster2.xml"}
    assert names <= set(kept)
    media = {name for name in kept if name.startswith("ppt/media/")}
    logos = {name for name in media if theirs[name].startswith(b"\x89PNG")}
    lost = [name for name in kept if name not in ours and name not in media - logos]
    assert lost == []
    apart = ("ppt/presentation.xml", "ppt/_rels/presentation.xml.rels")
    changed = [name for name in kept if name in ours and name not in apart and not same(theirs[name], ours[name])]
    assert changed == []


def test_example_slides_are_left_out_with_what_is_only_theirs() -> None:
    """Their notes and their picture are nowhere in the deck."""
    ours = deck()
    assert [name for name in ours if name.startswith("ppt/slides/slide")] == ["ppt/slides/slide1.xml"]
    assert not any(b"What an example slide says." in content for content in ours.values())
    assert photo() not in ours.values()


@pytest.mark.parametrize("name", ["ppt/_rels/presentation.xml.rels", "ppt/presentation.xml"])
def test_the_presentation_still_names_what_it_has(name: str) -> None:
    """Both masters, and the handout master, are still the presentation's."""
    told = deck()[name]
    counted = told.count(b"relationships/slideMaster") if name.endswith(".rels") else told.count(b"<p:sldMasterId ")
    assert counted == 2
