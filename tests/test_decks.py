"""The decks themselves: each talk in each language, built, put before the validators, rendered and read back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from outreach_decks.build import Result, Wanted, build_talk, wanted_of
from outreach_decks.deck import Deck, PlacedBlock, PlacedGroup, PlacedShape, PlacedSlide, PlacedTable, PlacedText
from outreach_decks.event import Event, Room
from outreach_decks.finished_deck import check_deck
from outreach_decks.geometry import EMU_PER_PT, Box
from outreach_decks.parse_event import Day
from outreach_decks.preview import render_pdf
from outreach_decks.project import Project
from outreach_decks.text import Paragraphs
from outreach_decks.workspace import OUTLINES, DiskWorkspace
from tests.package_lint import lint
from tests.projects import ROOT, Made, make_of
from tests.rendered import Glyph, page_glyphs
from tests.validators import SDK, SDK_MISSING, audit, integrity, sdk

DISK = DiskWorkspace(ROOT)
PROJECT = Project(DISK)
TALKS = tuple(PROJECT.outline(name) for name in DISK.names(OUTLINES, ".yaml"))
DECKS = tuple((talk.name, language) for talk in TALKS for language in PROJECT.translations.languages_of(talk))
BUSY = Event(
    speaker="Aiko Tanaka", organisation="Machida Outreach", venue="Machida Community Hall, Room 3",
    date="2027-03-14",
    contact="aiko@example.org", url="https://example.org/talks/machida",
    local_help=("Police station: 042-000-0110", "Child guidance centre: 042-000-0189"),
)  # fmt: skip
# A glyph may stand out of the box that it was set in by the bow of a letter or a raised figure, pt.
STANDING_OUT = 2.5
PAGE_HEIGHT = 540.0
SLIDE_OR_NOTES = re.compile(r"ppt/(?:slides|notesSlides)/[^/]+\.xml")
JAPANESE = re.compile("[\u3041-\u30fe\u3400-\u9fff]")
# Characters of one line differ in baseline by less than this, pt; raised figures are this much smaller than the rest.
SAME_LINE, RAISED = 1.0, 0.75
RAISED_FIGURES = "0123456789,–-"
BULLETS = "•●–▪■0123456789."
OUR_FACES = ("Carlito", "BIZUDPGothic")
NEVER_FIRST = "、。，．・：；？！）」』】〕》〉｝］ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶゝゞ々〜…‥,.!?;:)]}%％"
NEVER_LAST = "（「『【〔《〈｛［([{"

every_deck = pytest.mark.parametrize(("talk", "language"), DECKS, ids=[f"{talk}-{code}" for talk, code in DECKS])
both_languages = pytest.mark.parametrize("language", ["en", "ja"])
every_event = pytest.mark.parametrize("event", [Event(), BUSY], ids=["no event", "event"])


@cache
def built(talk: str, language: str, event: Event = Event()) -> Result:  # noqa: B008 - frozen
    """The result of a talk in a language."""
    return build_talk(f"{OUTLINES}/{talk}.yaml", PROJECT, Day(event), Wanted(language=language))


@cache
def made(talk: str, language: str, event: Event = Event()) -> Made:  # noqa: B008 - frozen
    """A talk in a language, with its layout."""
    return make_of(PROJECT, event, f"{OUTLINES}/{talk}.yaml", Wanted(language=language))


def bands() -> Iterator[tuple[str, str, str]]:
    """Each talk in each language for each band that is not the audience's first."""
    for talk, language in DECKS:
        for wanted in wanted_of(f"{OUTLINES}/{talk}.yaml", PROJECT, [language], None, None)[1:]:
            yield talk, language, str(wanted.band)


BANDS = tuple(bands())


@cache
def deck_of_band(talk: str, language: str, band: str) -> bytes:
    """The bytes of the deck for another band."""
    deck = build_talk(f"{OUTLINES}/{talk}.yaml", PROJECT, Day(Event()), Wanted(band, language)).deck
    assert deck is not None
    return deck


def deck_of(talk: str, language: str, event: Event = Event()) -> bytes:  # noqa: B008 - frozen
    """The bytes of a deck."""
    deck = built(talk, language, event).deck
    assert deck is not None
    return deck


def test_there_is_a_deck_for_each_audience_and_language() -> None:
    """Church, school and community, in English and in Japanese: six decks."""
    assert set(DECKS) >= {(talk, code) for talk in ("church", "school", "community") for code in ("en", "ja")}


@every_deck
@every_event
def test_nothing_is_found_in_our_own_talks(talk: str, language: str, event: Event) -> None:
    """No error and no warning, with and without the details of a day."""
    assert built(talk, language, event).diagnostics == ()


@every_deck
@every_event
def test_a_talk_fills_its_slot(talk: str, language: str, event: Event) -> None:
    """85 to 95 per cent of the slot, and 16 to 30 slides."""
    result = built(talk, language, event)
    assert 0.85 <= result.minutes / result.slot <= 0.95
    assert 16 <= built(talk, language).slides <= 30


@every_deck
def test_every_slide_has_notes_and_a_title(talk: str, language: str) -> None:
    """A speaker is never left without words, nor a screen reader without a title."""
    for slide in made(talk, language).deck.slides:
        assert slide.title.strip(), slide.id
        assert slide.notes, slide.id


@every_deck
def test_help_stands_second_and_last(talk: str, language: str) -> None:
    """Whoever needs a number sees it before the first hard word, and leaves with it."""
    layouts = [slide.layout for slide in made(talk, language).deck.slides if not slide.hidden]
    assert layouts[:3] == ["cover", "help", "notice"]
    assert layouts[-1] == "help"


@every_deck
def test_a_talk_has_what_every_talk_needs(talk: str, language: str) -> None:
    """At least two charts, a documented case, how people are drawn in, one ask, and the sources."""
    layouts = [slide.layout for slide in made(talk, language).deck.slides]
    assert layouts.count("chart") >= 2
    assert {"steps", "sources"} <= set(layouts)
    assert {"case", "case-alone"} & set(layouts)
    assert sum(layout.startswith("ask") for layout in layouts) == 1


@both_languages
def test_the_school_talk_is_a_lesson(language: str) -> None:
    """Quiz, discussion and activities."""
    layouts = [slide.layout for slide in made("school", language).deck.slides]
    assert layouts.count("quiz") >= 4
    assert "discussion" in layouts
    assert layouts.count("activity") >= 2


@both_languages
def test_the_church_talk_prays(language: str) -> None:
    """A passage with its translation, and points to pray for."""
    layouts = [slide.layout for slide in made("church", language).deck.slides]
    assert {"quote", "prayer"} <= set(layouts)


@every_deck
@every_event
def test_everybody_can_read_the_deck(talk: str, language: str, event: Event) -> None:
    """What `check` says of the finished deck: nothing, not even a note."""
    assert check_deck(deck_of(talk, language, event), f"{talk}.pptx").diagnostics == ()


@every_deck
@every_event
def test_openxml_audit_finds_nothing(talk: str, language: str, event: Event, tmp_path: Path) -> None:
    """The decks keep to the schemas."""
    assert audit(deck_of(talk, language, event), tmp_path) == []


@every_deck
@every_event
def test_ooxml_integrity_finds_no_error(talk: str, language: str, event: Event, tmp_path: Path) -> None:
    """Nothing collides and no text leaves its box."""
    assert integrity(deck_of(talk, language, event), tmp_path) == []


@every_deck
@every_event
def test_our_own_lint_finds_nothing(talk: str, language: str, event: Event) -> None:
    """Every reference leads somewhere."""
    assert lint(deck_of(talk, language, event)) == []


@pytest.mark.skipif(not SDK.is_file(), reason=SDK_MISSING)
@every_deck
def test_the_open_xml_sdk_finds_nothing(talk: str, language: str, tmp_path: Path) -> None:
    """What Office's own validator says of the decks."""
    assert sdk(deck_of(talk, language, BUSY), tmp_path) == []


@every_deck
def test_every_japanese_run_says_that_it_is_japanese(talk: str, language: str) -> None:
    """Each has its language and a face for kanji, and none is slanted; on slides and in notes, in every deck."""
    with ZipFile(BytesIO(deck_of(talk, language))) as deck:
        pages = [etree.fromstring(deck.read(name)) for name in deck.namelist() if SLIDE_OR_NOTES.fullmatch(name)]
    runs = [run for page in pages for run in page.iter("{*}r") if JAPANESE.search(run.findtext("{*}t") or "")]
    assert [run.findtext("{*}t") for run in runs if not _is_set_as_japanese(run[0])] == []
    assert len(runs) > (300 if language == "ja" else 0)


def _is_set_as_japanese(properties: etree._Element) -> bool:
    face = properties.find("{*}ea")
    theirs = face is not None and face.get("typeface") in {"+mn-ea", "+mj-ea"}
    return theirs and properties.get("lang") == "ja-JP" and properties.get("i") is None


def test_a_small_room_is_not_warned_of_and_a_deep_one_is() -> None:
    """The event's room is held against the smallest text."""
    near = Event(room=Room(screen_width=4.0, last_row=8.0))
    far = Event(room=Room(screen_width=1.5, last_row=30.0))
    assert built("church", "en", near).diagnostics == ()
    assert [found.code for found in built("church", "en", far).diagnostics] == ["too-small-for-room"]


# --- what a renderer shows ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Region:
    """Words and the box that they must stay in, EMU; ``role`` is that of a placeholder, "" elsewhere."""

    slide: str
    words: str
    box: Box
    role: str = ""


def regions(slide: PlacedSlide) -> Iterator[Region]:
    """All texts of a slide in the order they are painted."""
    for shape in slide.shapes:
        for paragraphs, box in _texts(shape):
            words = "\n".join("".join(run.text for run in paragraph.runs) for paragraph in paragraphs)
            yield Region(slide.id, words, box, shape.role if isinstance(shape, PlacedText) else "")


def _texts(shape: PlacedShape) -> Iterator[tuple[Paragraphs, Box]]:
    match shape:
        case PlacedText(paragraphs=paragraphs, box=box):
            yield paragraphs, box
        case PlacedGroup(shapes=blocks):
            yield from ((block.paragraphs, block.box) for block in blocks if isinstance(block, PlacedBlock))
        case PlacedTable(rows=rows, box=box):
            yield from ((cell.paragraphs, box) for row in rows for cell in row)
        case _:
            return


def without_autofit(deck: bytes) -> bytes:
    """A copy in which no renderer shrinks text, so that what is too long shows."""
    held = BytesIO()
    with ZipFile(BytesIO(deck)) as old, ZipFile(held, "w", ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<a:normAutofit/>", b"<a:noAutofit/>"))
    return held.getvalue()


@pytest.fixture(scope="module")
def pages() -> Pages:
    """The characters on each page of each deck, with and without an event; all are rendered at one go."""
    wanted = [(*deck, busy) for deck in DECKS for busy in (False, True)]
    decks = {
        f"{talk}-{language}-{busy}": without_autofit(deck_of(talk, language, BUSY if busy else Event()))
        for talk, language, busy in wanted
    }
    pdfs = render_pdf(decks, fonts=Project(DISK).font_files())
    return {key: page_glyphs(pdfs["{}-{}-{}".format(*key)]) for key in wanted}


Pages = dict[tuple[str, str, bool], tuple[tuple[Glyph, ...], ...]]


def shown(deck: Deck) -> list[PlacedSlide]:
    """The slides that an audience sees."""
    return [slide for slide in deck.slides if not slide.hidden]


@pytest.mark.render
@every_deck
def test_there_are_as_many_pages_as_slides(talk: str, language: str, pages: Pages) -> None:
    """LibreOffice shows every slide that is not hidden."""
    assert len(pages[talk, language, False]) == len(shown(made(talk, language).deck))
    assert len(pages[talk, language, True]) == len(shown(made(talk, language, BUSY).deck))


@pytest.mark.render
@every_deck
@pytest.mark.parametrize("busy", [False, True])
def test_no_text_is_outside_its_box(talk: str, language: str, busy: bool, pages: Pages) -> None:  # noqa: FBT001 - a parameter
    """Every character that LibreOffice painted lies in the box that layout gave it."""
    deck = made(talk, language, BUSY if busy else Event()).deck
    outside = [
        f"{region.slide}: {glyph.character!r} of {region.words[:40]!r}"
        for slide, glyphs in zip(shown(deck), pages[talk, language, busy], strict=True)
        for region, own in matched(list(regions(slide)), glyphs)
        for glyph in own
        if not _is_inside(glyph, region.box, PAGE_HEIGHT)
    ]
    assert outside == []


@pytest.mark.parametrize("key", BANDS, ids="-".join)
def test_no_accessibility_fault_is_found_in_the_decks_of_the_other_bands(key: tuple[str, str, str]) -> None:
    """Not even a note, in either language."""
    assert check_deck(deck_of_band(*key), "deck.pptx").diagnostics == ()


@pytest.fixture(scope="module")
def pages_of_bands() -> dict[tuple[str, str, str], tuple[tuple[Glyph, ...], ...]]:
    """The characters on each page of the decks for the other bands."""
    decks = {"/".join(key): without_autofit(deck_of_band(*key)) for key in BANDS}
    pdfs = render_pdf(decks, fonts=PROJECT.font_files())
    return {key: page_glyphs(pdfs["/".join(key)]) for key in BANDS}


@pytest.mark.render
@pytest.mark.parametrize("key", BANDS, ids="-".join)
def test_the_decks_of_the_other_bands_show_every_text_in_its_box(
    key: tuple[str, str, str], pages_of_bands: dict[tuple[str, str, str], tuple[tuple[Glyph, ...], ...]]
) -> None:
    """No character outside its box, and no text on another, whoever the talk is for."""
    talk, language, band = key
    deck = make_of(PROJECT, Event(), f"{OUTLINES}/{talk}.yaml", Wanted(band, language)).deck
    assert misplaced(deck, pages_of_bands[key]) == []


@pytest.mark.render
@every_deck
@pytest.mark.parametrize("busy", [False, True])
def test_no_text_stands_on_another(talk: str, language: str, busy: bool, pages: Pages) -> None:  # noqa: FBT001 - a parameter
    """The characters of two texts never share a place on a page."""
    deck = made(talk, language, BUSY if busy else Event()).deck
    assert [
        pair
        for slide, glyphs in zip(shown(deck), pages[talk, language, busy], strict=True)
        for pair in overlapping(slide, glyphs)
    ] == []


@every_deck
@every_event
def test_no_box_overlaps_another(talk: str, language: str, event: Event) -> None:
    """What layout placed leaves the other its room, on every slide, also the hidden ones."""
    assert [pair for slide in made(talk, language, event).deck.slides for pair in overlapping_boxes(slide)] == []


@pytest.mark.render
@every_deck
def test_every_word_is_painted(talk: str, language: str, pages: Pages) -> None:
    """No character of a slide is lost on its way to the screen."""
    for slide, glyphs in zip(shown(made(talk, language).deck), pages[talk, language, False], strict=True):
        for region, own in matched(list(regions(slide)), glyphs):
            painted = sum(len(_told(glyph)) for glyph in own)
            assert painted == len(_visible(region.words)), (slide.id, region.words)


@pytest.mark.render
@every_deck
def test_no_glyph_is_missing(talk: str, language: str, pages: Pages) -> None:
    """Every character is drawn in one of our faces: LibreOffice takes another where one has no glyph for it."""
    for slide, glyphs in zip(shown(made(talk, language).deck), pages[talk, language, False], strict=True):
        for region, own in matched(list(regions(slide)), glyphs):
            strange = {glyph.character: glyph.face for glyph in own if not glyph.face.startswith(OUR_FACES)}
            assert strange == {}, (slide.id, region.words)


@pytest.mark.render
@every_deck
def test_no_line_begins_or_ends_with_what_may_not_stand_there(talk: str, language: str, pages: Pages) -> None:
    """Strict kinsoku (JIS X 4051): no closing mark or small kana at a beginning, no opening mark at an end."""
    wrong = [
        f"{region.slide}: {line!r}"
        for region, lines in all_lines(talk, language, pages)
        for line in lines
        if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST
    ]
    assert wrong == []


@pytest.mark.render
@every_deck
def test_no_title_leaves_a_single_character_on_its_last_line(talk: str, language: str, pages: Pages) -> None:
    """A kana with its full stop alone on a line looks like a mistake."""
    for region, lines in all_lines(talk, language, pages):
        if region.role == "title" and len(lines) > 1:
            assert len(re.sub(r"\W", "", lines[-1])) > 1, (region.slide, lines)


def all_lines(talk: str, language: str, pages: Pages) -> Iterator[tuple[Region, list[str]]]:
    """Each text of a deck, with and without an event, and the lines in which it was painted."""
    for busy in (False, True):
        deck = made(talk, language, BUSY if busy else Event()).deck
        for slide, glyphs in zip(shown(deck), pages[talk, language, busy], strict=True):
            for region, own in matched(list(regions(slide)), glyphs):
                yield region, painted_lines(own)


def painted_lines(own: list[Glyph]) -> list[str]:
    """The lines of a text as they were painted; raised figures are left out, for they stand on no line."""
    largest = max((glyph.size for glyph in own), default=0.0)
    lines: dict[float, str] = {}
    for glyph in own:
        if glyph.size > RAISED * largest or glyph.character not in RAISED_FIGURES:
            near = next((y for y in lines if abs(y - glyph.y) < SAME_LINE), glyph.y)
            lines[near] = lines.get(near, "") + glyph.character
    return [*lines.values()]


def matched(found: list[Region], glyphs: tuple[Glyph, ...]) -> Iterator[tuple[Region, list[Glyph]]]:
    """Give each text its characters: those on the page in order, bullets and the number of the page passed over."""
    position = 0
    for region in found:
        tried = (_taken(region.words, glyphs, start) for start in range(position, len(glyphs)))
        own, position = next((each for each in tried if each[0]), ([], position))
        yield region, own


def _taken(words: str, glyphs: tuple[Glyph, ...], start: int) -> tuple[list[Glyph], int]:
    """The characters of a text from ``start`` on and where they end; none if another text comes first.

    Before each of its lines but the first a text may have a bullet or a number, and nothing else.
    """
    own: list[Glyph] = []
    position = start
    for line in filter(None, map(_visible, words.split("\n"))):
        while own and position < len(glyphs) and _is_bullet(glyphs, position, line):
            position += 1
        rest = line
        while rest and position < len(glyphs):
            told = _told(glyphs[position])
            if rest.startswith(told):
                own.append(glyphs[position])
                rest = rest.removeprefix(told)
            elif not (told == "-" and "\u00ad" in words):  # LibreOffice lets the hyphen of a soft hyphen hang
                break
            position += 1
        if rest:
            return [], start
    return own, position


def _is_bullet(glyphs: tuple[Glyph, ...], position: int, line: str) -> bool:
    """Tell whether a character is one of a bullet or a number, and the line does not start with it."""
    following = "".join(map(_told, glyphs[position : position + len(line)]))
    return glyphs[position].character in BULLETS and not following.startswith(line)


def misplaced(deck: Deck, pages: Sequence[tuple[Glyph, ...]], height: float = PAGE_HEIGHT) -> list[str]:
    """The characters outside their boxes and the texts on other texts, of all pages of a deck."""
    found: list[str] = []
    for slide, glyphs in zip(shown(deck), pages, strict=True):
        for region, own in matched(list(regions(slide)), glyphs):
            outside = "".join(glyph.character for glyph in own if not _is_inside(glyph, region.box, height))
            found += [f"{slide.id}: {outside!r} of {region.words[:40]!r} is outside its box"] if outside else []
            found += [] if own or not _visible(region.words) else [f"{slide.id}: {region.words[:40]!r} is not painted"]
        found += [*overlapping(slide, glyphs), *overlapping_boxes(slide)]
    return found


def overlapping(slide: PlacedSlide, glyphs: tuple[Glyph, ...]) -> list[str]:
    """The pairs of texts whose characters share a place on a page."""
    texts = [(region, own) for region, own in matched(list(regions(slide)), glyphs) if own]
    return [
        f"{slide.id}: {first.words[:40]!r} on {second.words[:40]!r}"
        for (first, some), (second, others) in combinations(texts, 2)
        if _share_a_place(_extent(some), _extent(others))
    ]


def overlapping_boxes(slide: PlacedSlide) -> list[str]:
    """The pairs of shapes whose boxes share a place."""
    return [
        f"{slide.id}: {_name(first)} and {_name(second)}"
        for first, second in combinations(slide.shapes, 2)
        if min(first.box.right, second.box.right) - max(first.box.x, second.box.x) > EMU_PER_PT
        and min(first.box.bottom, second.box.bottom) - max(first.box.y, second.box.y) > EMU_PER_PT
    ]


def _name(shape: PlacedShape) -> str:
    return shape.role if isinstance(shape, PlacedText) else type(shape).__name__


def _extent(glyphs: list[Glyph]) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of characters, pt."""
    return (
        min(glyph.left for glyph in glyphs),
        min(glyph.bottom for glyph in glyphs),
        max(glyph.right for glyph in glyphs),
        max(glyph.top for glyph in glyphs),
    )


def _share_a_place(some: tuple[float, float, float, float], others: tuple[float, float, float, float]) -> bool:
    across = min(some[2], others[2]) - max(some[0], others[0])
    down = min(some[3], others[3]) - max(some[1], others[1])
    return min(across, down) > 1.0


def _told(glyph: Glyph) -> str:
    """What a glyph stands for: a ligature for two letters, an ellipsis for three dots."""
    return unicodedata.normalize("NFKC", glyph.character)


def _visible(words: str) -> str:
    # A soft hyphen is painted only at the end of a line.
    return re.sub(r"[\s\u00ad]", "", unicodedata.normalize("NFKC", words))


def _is_inside(glyph: Glyph, box: Box, page_height: float) -> bool:
    left, right = box.x / EMU_PER_PT - STANDING_OUT, box.right / EMU_PER_PT + STANDING_OUT
    top = page_height - box.y / EMU_PER_PT + STANDING_OUT
    bottom = page_height - box.bottom / EMU_PER_PT - STANDING_OUT
    return left <= glyph.left and glyph.right <= right and bottom <= glyph.bottom and glyph.top <= top
