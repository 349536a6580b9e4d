from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Inches

from outreach_decks.deck import DeckSection
from outreach_decks.powerpoint.write import write_pptx
from outreach_decks.text import words
from tests.powerpoint.every_shape import drawings, every_shape, look, write, written
from tests.powerpoint.opened import PREFIXES, find, names, part, raw, relations, slide, text, values

ROOT = Path(__file__).parents[2]
COUNT = 11


def foreign_template() -> bytes:
    """A template as somebody else may have it: slides with notes, a thumbnail, printer settings, no notes master."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    for _ in range(2):
        page = presentation.slides.add_slide(presentation.slide_layouts[1])
        page.shapes.title.text = "An example"
    file = BytesIO()
    presentation.save(file)
    return file.getvalue()


def foreign_deck() -> bytes:
    """A deck of one title on that template."""
    given, sample = look(), every_shape()
    bullets = given.geometry.layouts["bullets"]
    geometry = replace(given.geometry, layouts={"bullets": replace(bullets, name="Title and Content")})
    page = replace(sample.slides[2], shapes=sample.slides[2].shapes[:1])
    deck = replace(sample, slides=(page,), sections=())
    return write_pptx(deck, foreign_template(), given.theme, geometry, {})


def test_the_same_input_gives_the_same_bytes() -> None:
    """Two runs of the writer agree in every byte."""
    assert write(every_shape()) == written()


def test_bytes_do_not_hang_on_the_process(tmp_path: Path) -> None:
    """Another process with another hash seed, time zone and folder writes the same bytes."""
    program = (
        "import sys; from pathlib import Path; from tests.powerpoint.every_shape import written; "
        "Path(sys.argv[1]).write_bytes(written())"
    )
    settings = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, str(tmp_path / "deck.pptx")]
    subprocess.run(command, check=True, cwd=tmp_path, env=os.environ | settings)
    assert (tmp_path / "deck.pptx").read_bytes() == written()


def test_entries_of_the_package_are_constant() -> None:
    """Times, system and order of the entries say nothing of when and where the deck was made."""
    entries = ZipFile(BytesIO(written())).infolist()
    assert {(one.date_time, one.create_system) for one in entries} == {((1980, 1, 1, 0, 0, 0), 0)}
    assert [one.filename for one in entries][:2] == ["[Content_Types].xml", "_rels/.rels"]
    assert all(one.compress_type == ZIP_STORED for one in entries if one.filename.endswith(("png", "jpeg")))
    slides = [one.filename for one in entries if one.filename.startswith("ppt/slides/slide")]
    assert slides == [f"ppt/slides/slide{number}.xml" for number in range(1, COUNT + 1)]


def test_properties_are_the_decks() -> None:
    """Title, subject, author, keywords and language are set, and nothing else is said."""
    core = part(written(), "docProps/core.xml")
    said = {one.tag.rpartition("}")[2]: one.text for one in core}
    moment = "1980-01-01T00:00:00Z"
    assert said == {
        "title": "Hidden in plain sight",
        "subject": "Human trafficking in Japan",
        "creator": "A. Speaker",
        "keywords": "human trafficking, Japan, church",
        "lastModifiedBy": "A. Speaker",
        "revision": "1",
        "created": moment,
        "modified": moment,
        "language": "en-US",
    }


def test_the_moment_may_be_given() -> None:
    """Who wants a date in the file gives it; the writer has no clock."""
    given, deck = look(), every_shape()
    when = datetime(2026, 5, 1, 9, 30, tzinfo=UTC)
    pptx = write_pptx(deck, given.template, given.theme, given.geometry, drawings(deck, given.theme), modified=when)
    assert values(part(pptx, "docProps/core.xml"), "//dcterms:modified/text()") == ["2026-05-01T09:30:00Z"]


def test_extended_properties_count_truly() -> None:
    """Slides, notes and hidden slides are counted, and the titles are those of the slides."""
    app = part(written(), "docProps/app.xml")
    assert values(app, "/ap:Properties/ap:Slides/text() | /ap:Properties/ap:Notes/text()") == [str(COUNT)] * 2
    assert values(app, "/ap:Properties/ap:HiddenSlides/text()") == ["1"]
    theme, *titles = values(app, "//ap:TitlesOfParts//vt:lpstr/text()")
    assert theme == "Outreach church"
    assert titles == [one.title for one in every_shape().slides]


@pytest.mark.parametrize("make", [written, foreign_deck])
def test_nothing_of_the_library_or_the_template_is_left(make: object) -> None:
    """No thumbnail, printer settings or example slides, and no word of python-pptx or its author."""
    assert callable(make)
    pptx = make()
    assert not [name for name in names(pptx) if "thumbnail" in name or "printer" in name.lower()]
    said = b"".join(raw(pptx, name) for name in names(pptx) if name.startswith("docProps/"))
    assert not [word for word in (b"Canny", b"python-pptx", b"2013", b"4:3") if word in said]
    assert not [one for one in names(pptx) if one.endswith(".xml") and b"An example" in raw(pptx, one)]


def test_the_size_of_the_slides_has_no_name() -> None:
    """A size that is called screen4x3 would be taken for what it is called."""
    (size,) = find(part(foreign_deck(), "ppt/presentation.xml"), "//p:sldSz")
    assert set(size.attrib) == {"cx", "cy"}


def test_sections_hold_every_slide_once() -> None:
    """Sections are written last, with stable ids and the ids of their slides."""
    presentation = part(written(), "ppt/presentation.xml")
    slides = values(presentation, "/p:presentation/p:sldIdLst/p:sldId/@id")
    assert slides == [str(256 + at) for at in range(COUNT)]
    assert values(presentation, "//p14:section/@name") == ["Opening", "What we know", "What to do"]
    assert values(presentation, "//p14:section//p14:sldId/@id") == slides
    assert presentation[-1].tag.endswith("}extLst")
    assert len(set(values(presentation, "//p14:section/@id"))) == 3


def test_sections_that_miss_a_slide_are_refused() -> None:
    """The writer does not guess where a slide belongs."""
    with pytest.raises(ValueError, match="every slide once"):
        write(replace(every_shape(), sections=(DeckSection("All", 3),)))


def test_a_deck_without_sections_has_none() -> None:
    """No list of sections is written for nothing."""
    assert not find(part(write(replace(every_shape(), sections=())), "ppt/presentation.xml"), "//p14:sectionLst")


@pytest.mark.parametrize("make", [written, foreign_deck])
def test_the_notes_master_is_named_once(make: object) -> None:
    """Programs that look for the notes by the list find them, whether the template had a notes master or not."""
    assert callable(make)
    presentation = part(make(), "ppt/presentation.xml")
    order = [one.tag.rpartition("}")[2] for one in presentation]
    assert order[:3] == ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst"]
    assert len(find(presentation, "//p:notesMasterId")) == 1


def test_notes_of_a_template_without_any_have_its_faces() -> None:
    """Japanese notes are not left to whatever face the program takes."""
    pptx, theme = foreign_deck(), look().theme
    (target,) = (one for kind, one in relations(pptx, "ppt/notesMasters/notesMaster1.xml").values() if kind == "theme")
    fonts = part(pptx, target.replace("..", "ppt"))
    faces = values(fonts, "//a:minorFont/a:latin/@typeface | //a:minorFont/a:ea/@typeface")
    assert faces == [theme.latin, theme.east_asian]


def test_every_slide_has_notes() -> None:
    """Notes are tied to their slide and to the master, with what the speaker says in both languages."""
    pptx = written()
    for number in range(1, COUNT + 1):
        kinds = dict(relations(pptx, f"ppt/notesSlides/notesSlide{number}.xml").values())
        assert kinds["slide"] == f"../slides/slide{number}.xml"
        assert "notesMaster" in kinds
        assert ("notesSlide", f"../notesSlides/notesSlide{number}.xml") in relations(
            pptx, f"ppt/slides/slide{number}.xml"
        ).values()


def test_a_page_of_notes() -> None:
    """It shows the slide, what is said, and the slide's number as a field."""
    page = part(written(), "ppt/notesSlides/notesSlide1.xml")
    assert values(page, "//p:ph/@type") == ["sldImg", "body", "sldNum"]
    (body,) = find(page, "//p:sp[.//p:ph[@type='body']]")
    assert [text(one) for one in find(body, ".//a:p")] == ["Good morning.", "日本語の注です。And a link"]
    assert values(body, ".//a:r/a:rPr/@lang") == ["en-US", "ja-JP", "en-US"]
    assert values(page, "//a:fld/@type") == ["slidenum"]
    kinds = [kind for kind, _ in relations(written(), "ppt/notesSlides/notesSlide1.xml").values()]
    assert sorted(kinds) == ["hyperlink", "notesMaster", "slide"]


def test_a_slide_without_notes_has_an_empty_page() -> None:
    """The place for notes is there even when nothing is said."""
    sample = every_shape()
    pptx = write(replace(sample, slides=(replace(sample.slides[0], notes=()),), sections=()))
    page = part(pptx, "ppt/notesSlides/notesSlide1.xml")
    assert len(find(page, "//p:sp[.//p:ph[@type='body']]//a:p")) == 1


def test_a_long_deck_keeps_its_order() -> None:
    """Two hundred slides are written in order, each with its own notes."""
    sample = every_shape()
    page = sample.slides[1]
    slides = tuple(replace(page, id=f"s{at}", notes=(words(f"Notes {at}"),)) for at in range(200))
    pptx = write(replace(sample, slides=slides, sections=()))
    assert values(slide(pptx, 200), "/p:sld/p:cSld/@name") == ["s199"]
    assert "Notes 199" in text(part(pptx, "ppt/notesSlides/notesSlide200.xml"))


def test_python_pptx_reads_the_deck() -> None:
    """The deck opens, with its titles, notes and placeholders where that library looks for them."""
    presentation = Presentation(BytesIO(written()))
    titles = [page.shapes.title.text for page in presentation.slides if page.shapes.title is not None]
    assert titles == [one.title for one in every_shape().slides]
    assert presentation.slides[0].notes_slide.notes_text_frame is not None


def test_extensions_of_the_template_are_kept() -> None:
    """What a template says in extensions of its own stays, but for its list of sections."""
    presentation = Presentation(BytesIO(look().template))
    kept, dropped = "{EFAFB233-063F-42B5-8137-9DF3F51BA10A}", "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
    listed = etree.SubElement(presentation.element, f"{{{PREFIXES['p']}}}extLst")
    for uri in (kept, dropped):
        etree.SubElement(listed, f"{{{PREFIXES['p']}}}ext", {"uri": uri})
    file = BytesIO()
    presentation.save(file)
    given, deck = look(), every_shape()
    pptx = write_pptx(deck, file.getvalue(), given.theme, given.geometry, drawings(deck, given.theme))
    assert values(part(pptx, "ppt/presentation.xml"), "/p:presentation/p:extLst/p:ext/@uri") == [kept, dropped]
    assert len(find(part(pptx, "ppt/presentation.xml"), "//p14:section")) == 3


def test_a_number_without_a_field_gets_one() -> None:
    """A layout whose slide number is empty still gives slides a live one."""
    given, deck = look(), every_shape()
    presentation = Presentation(BytesIO(given.template))
    for layout in presentation.slide_layouts:
        for field in list(layout.element.iter(f"{{{PREFIXES['a']}}}fld")):
            parent = field.getparent()
            assert parent is not None
            parent.remove(field)
    file = BytesIO()
    presentation.save(file)
    pptx = write_pptx(deck, file.getvalue(), given.theme, given.geometry, drawings(deck, given.theme))
    assert values(slide(pptx, 3), "//a:fld/@type") == ["slidenum"]
