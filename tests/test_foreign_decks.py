"""Our talks on templates that are not ours: PowerPoint's default, one of LibreOffice's, and one in Japanese."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pptx
import pytest

from outreach_decks.build import build_talk
from outreach_decks.deck import Deck, PlacedChart, PlacedGroup, PlacedPicture, PlacedQrCode, PlacedSlide, PlacedText
from outreach_decks.diagnostics import Severity
from outreach_decks.geometry import EMU_PER_PT, Box
from outreach_decks.parse_event import Day
from outreach_decks.powerpoint.free_room import overlap
from outreach_decks.powerpoint.scaling import in_own_size
from outreach_decks.preview import render_pdf
from outreach_decks.theme import Geometry
from outreach_decks.workspace import OUTLINES
from tests.foreign.projects import EVENT, TALKS, TEMPLATES, Made, made, project, template
from tests.package_lint import lint
from tests.rendered import Glyph, page_glyphs
from tests.test_decks import STANDING_OUT, matched, regions, shown, without_autofit
from tests.validators import audit

every_talk = pytest.mark.parametrize(("name", "talk", "language"), [*product(TEMPLATES, TALKS, ("en", "ja"))])
# Each talk and each language on each template, but not all of both: pages are dear.
RENDERED = [
    (name, talk, ("en", "ja")[(at + number) % 2])
    for at, name in enumerate(TEMPLATES)
    for number, talk in enumerate(TALKS)
]
rendered = pytest.mark.parametrize(("name", "talk", "language"), RENDERED)
# Boxes may touch by what rounding to whole EMU leaves.
TOUCHING = 2_000


@every_talk
def test_every_talk_has_room(name: str, talk: str, language: str) -> None:
    """No text is too long for its place on any of the three, in either language, with all the details of a day."""
    assert [found for found in made(name, talk, language).found if found.severity is Severity.ERROR] == []


def test_what_has_no_placeholder_is_noted_once() -> None:
    """A note for each slot of a layout that a slide needed, at the line that names the template."""
    result = build_talk(f"{OUTLINES}/church.yaml", project("drawn.pptx"), Day(EVENT), write=False)
    notes = [found for found in result.diagnostics if found.code == "no-placeholder"]
    assert len(notes) == len({note.message for note in notes}) > 0
    assert {note.severity for note in notes} == {Severity.NOTE}
    assert {note.excerpt for note in notes} == {"template: drawn.pptx"}
    assert any('"タイトルのみ" has no placeholder for "number"' in note.message for note in notes)
    assert not result.failed


@every_talk
def test_no_two_boxes_overlap(name: str, talk: str, language: str) -> None:
    """Words, pictures and figures stand beside each other, and inside the page."""
    one = made(name, talk, language)
    for slide in one.deck.slides:
        boxes = list(_boxes(slide))
        for (first, box), (second, other) in combinations(boxes, 2):
            shared = overlap(box.inset(TOUCHING, TOUCHING), other.inset(TOUCHING, TOUCHING))
            assert not shared, (slide.id, first, second)
        geometry = one.look.geometry
        assert all(box.x >= 0 and box.right <= geometry.width and box.bottom <= geometry.height for _, box in boxes)


def _boxes(slide: PlacedSlide) -> Iterator[tuple[str, Box]]:
    for shape in slide.shapes:
        match shape:
            case PlacedText(role=role, box=box):
                yield role, box
            case PlacedChart(box=box) | PlacedQrCode(box=box) | PlacedPicture(box=box):
                yield "picture", box
            case PlacedGroup(name=name, box=box) if name != "Card":
                yield name, box
            case _:
                pass


@every_talk
def test_every_title_is_in_the_templates_own_placeholder(name: str, talk: str, language: str) -> None:
    """Outline view, the accessibility checker and a change of layout know a slide by it."""
    one = made(name, talk, language)
    for slide in one.deck.slides:
        assert one.look.geometry.layouts[slide.layout].slots["title"].index >= 0


@rendered
def test_a_deck_can_be_opened_and_has_nothing_left_to_fill_in(name: str, talk: str, language: str) -> None:
    """python-pptx opens it, every reference leads somewhere, and no slide shows "Click to add text"."""
    written = made(name, talk, language).written()
    assert lint(written) == []
    slides = pptx.Presentation(io.BytesIO(written)).slides
    assert len(slides) == len(made(name, talk, language).deck.slides)
    for slide in slides:
        empty = [shape.name for shape in slide.placeholders if shape.has_text_frame and not shape.text_frame.text]
        assert empty == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_deck_keeps_to_the_schemas(name: str, tmp_path: Path) -> None:
    """openxml-audit finds nothing that it does not find in the template itself."""
    theirs = audit(template(name), tmp_path)
    assert set(audit(made(name, "school", "ja").written(), tmp_path)) - set(theirs) == set()


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_deck_is_the_same_each_time(name: str) -> None:
    """The same talk on the same template gives the same bytes."""
    assert made(name, "church", "en").written() == made(name, "church", "en").written()


# --- what a renderer shows ------------------------------------------------------------------------------------------


Pages = dict[tuple[str, str, str], tuple[tuple[Glyph, ...], ...]]


@pytest.fixture(scope="module")
def pages() -> Pages:
    """The characters on each page, all decks in one run."""
    decks = {"-".join(key): without_autofit(made(*key).written()) for key in RENDERED}
    pdfs = render_pdf(decks, fonts=project(TEMPLATES[0]).font_files())
    return {key: page_glyphs(pdfs["-".join(key)]) for key in RENDERED}


@pytest.mark.render
@rendered
def test_no_text_is_outside_its_box(name: str, talk: str, language: str, pages: Pages) -> None:
    """Every character of every slide is painted, inside the box that layout gave it."""
    deck, height = _in_own_size(made(name, talk, language))
    outside = []
    for slide, glyphs in zip(shown(deck), pages[name, talk, language], strict=True):
        for region, own in matched(list(regions(slide)), glyphs):
            assert len(own) > 0 or not region.words.strip(), (slide.id, region.words)
            outside += [
                f"{slide.id}: {glyph.character!r} of {region.words[:40]!r}"
                for glyph in own
                if not _is_inside(glyph, region.box, height)
            ]
    assert outside == []


def _in_own_size(one: Made) -> tuple[Deck, float]:
    """A deck in the lengths of its page, and how high that is, pt."""
    deck, geometry, _ = in_own_size(one.deck, one.look.geometry, {})
    return deck, _height(geometry)


def _height(geometry: Geometry) -> float:
    return geometry.height / EMU_PER_PT


def _is_inside(glyph: Glyph, box: Box, page_height: float) -> bool:
    left, right = box.x / EMU_PER_PT - STANDING_OUT, box.right / EMU_PER_PT + STANDING_OUT
    top = page_height - box.y / EMU_PER_PT + STANDING_OUT
    bottom = page_height - box.bottom / EMU_PER_PT - STANDING_OUT
    return left <= glyph.left and glyph.right <= right and bottom <= glyph.bottom and glyph.top <= top


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_templates_are_what_they_are_said_to_be(name: str) -> None:
    """One is 4:3; one has placeholders without an idx and no text styles; one has two masters and Japanese names."""
    import zipfile

    with zipfile.ZipFile(io.BytesIO(template(name))) as archive:
        presentation = archive.read("ppt/presentation.xml")
        masters = [part for part in archive.namelist() if part.startswith("ppt/slideMasters/slideMaster")]
        layouts = b"".join(archive.read(part) for part in archive.namelist() if part.startswith("ppt/slideLayouts/s"))
        master = archive.read("ppt/slideMasters/slideMaster1.xml")
    said = {
        "default.pptx": b'cx="9144000" cy="6858000"' in presentation and len(masters) == 1,
        "garden.potx": b"<p:ph/>" in layouts and b"<p:txStyles" not in master,
        "drawn.pptx": "タイトルのみ".encode() in layouts and len(masters) == 2,
    }
    assert said[name]
