"""Files that are no decks, or are damaged, locked or traps: one finding with a reason, never a traceback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach_decks.finished_deck import check_deck
from tests.planted.planting import good_deck, opened

FILE = "talks/a.pptx"
PRESENTATION = b"presentationml.presentation.main+xml"


def with_types(old: bytes, new: bytes) -> bytes:
    """The good deck, called another kind of file."""
    deck = opened(good_deck())
    deck.parts["[Content_Types].xml"] = deck.parts["[Content_Types].xml"].replace(old, new)
    return deck.saved()


def with_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The good deck with one part changed."""
    deck = opened(good_deck())
    deck.parts[name] = change(deck.parts[name])
    return deck.saved()


def bomb() -> bytes:
    """A few hundred kilobytes that unpack to 300 MB."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", PRESENTATION)
        for number in range(6):
            archive.writestr(f"ppt/media/{number}.png", bytes(50_000_000))
    return held.getvalue()


def far_away(xml: bytes) -> bytes:
    """A slide whose first shape is beyond all that a file can mean."""
    place = b'<p:spPr><a:xfrm><a:off x="%s" y="0"/><a:ext cx="1" cy="1"/></a:xfrm></p:spPr>' % (b"9" * 300)
    return xml.replace(b"<p:spPr/>", place, 1)


def million_slides(xml: bytes) -> bytes:
    """A presentation that names its first slide over and over."""
    start = xml.index(b"<p:sldId ")
    end = xml.index(b"/>", start) + 2
    return xml[:start] + xml[start:end] * 4_000 + xml[end:]


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected by a password"),
    "empty": (lambda: b"", "not a PowerPoint file"),
    "text": (lambda: b"Dear all,", "not a PowerPoint file"),
    "cut": (lambda: good_deck()[:9_000], "damaged"),
    "bomb": (bomb, "too big"),
    "document of Word": (
        lambda: with_types(PRESENTATION, b"wordprocessingml.document.main+xml"),
        "another kind of file",
    ),
    "macros": (
        lambda: with_types(
            b"openxmlformats-officedocument." + PRESENTATION, b"ms-powerpoint.presentation.macroEnabled.main+xml"
        ),
        "with macros",
    ),
    "declaration": (
        lambda: with_part("ppt/slides/slide2.xml", lambda xml: xml.replace(b"<p:sld ", b"<!DOCTYPE p><p:sld ")),
        "document type",
    ),
    "slide that is no XML": (lambda: with_part("ppt/slides/slide2.xml", lambda _: b"<p:sld>"), "do not fit together"),
    "shape far away": (lambda: with_part("ppt/slides/slide2.xml", far_away), "do not fit together"),
    "too many slides": (lambda: with_part("ppt/presentation.xml", million_slides), "do not fit together"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_one_finding_that_says_why(name: str) -> None:
    """At the first line of the file, with what to do about it."""
    make, reason = REFUSED[name]
    (found,) = check_deck(make(), FILE).diagnostics
    assert (found.code, found.span.file, found.span.line) == ("unreadable-deck", FILE, 1)
    assert reason in found.message
    assert found.hints


@pytest.mark.parametrize(
    "kind", ["presentationml.template.main+xml", "presentationml.slideshow.main+xml"], ids=["potx", "ppsx"]
)
def test_templates_and_shows_are_read_like_decks(kind: str) -> None:
    """The same slides, and nothing found."""
    checked = check_deck(with_types(PRESENTATION, kind.encode()), FILE)
    assert (checked.slides, checked.diagnostics) == (11, ())


def test_objects_and_linked_pictures_do_not_keep_a_deck_from_being_read() -> None:
    """Nothing is started or fetched, so they may be there."""
    deck = opened(good_deck())
    deck.parts["ppt/embeddings/oleObject1.bin"] = b"anything"
    deck.relate(11, "image", "https://example.org/a.png", external=True)
    assert check_deck(deck.saved(), FILE).diagnostics == ()


@settings(max_examples=30)
@given(st.integers(min_value=0), st.lists(st.tuples(st.integers(min_value=0), st.integers(0, 255)), max_size=6))
def test_damaged_files_lead_to_findings(cut: int, flips: list[tuple[int, int]]) -> None:
    """Cut anywhere, and with other bytes anywhere: something is said, and nothing is raised."""
    deck = bytearray(good_deck())
    del deck[len(deck) - cut % len(deck) // 4 :]
    for at, value in flips:
        deck[at % len(deck)] = value
    check_deck(bytes(deck), FILE)


@settings(max_examples=30)
@given(st.data())
def test_damaged_slides_lead_to_findings(data: st.DataObject) -> None:
    """Other values in the XML of a slide: what they mean may be nonsense, and is told or passed over."""
    deck = opened(good_deck())
    slide = deck.slide(data.draw(st.integers(2, 11)))
    values = st.one_of(st.text("0123456789-.%eE", max_size=40), st.sampled_from(["nan%", "inf", "-1", "1e400", "x"]))
    valued = [(node, name) for node in slide.iter("*") for name in node.attrib]
    for _ in range(data.draw(st.integers(1, 5))):
        node, name = valued[data.draw(st.integers(0, len(valued) - 1))]
        node.set(name, data.draw(values))
    check_deck(deck.saved(), FILE)
