"""Templates that say the distance of lines in points: what is measured is what the slide shows."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from outreach_decks.deck import Deck, PlacedText
from outreach_decks.geometry import EMU_PER_PT
from outreach_decks.layout.lay_out import lay_out
from outreach_decks.measure import slackened
from outreach_decks.powerpoint.template import read_template
from outreach_decks.powerpoint.write import write_pptx
from outreach_decks.powerpoint.xml_paths import find
from outreach_decks.theme import Geometry, Level, Slot, Theme
from tests.powerpoint.test_template import _replaced, _table
from tests.projects import make, measure
from tests.test_measure import slot

DISTANCE = 38.4
POINT = "A church can be the first place where somebody who is controlled by others is asked how they are"
POINTS = "".join(f"  - {POINT}\n" for _ in range(4))
LIST = f"- kind: bullets\n  id: one\n  title: A title\n  notes: Said.\n  points:\n{POINTS}"
SHORT = "- {kind: bullets, id: one, title: A title, notes: Said., points: [Debts, Threats]}\n"


@cache
def template() -> bytes:
    """Our template for churches, its lists with lines 38.4 pt apart whatever their size."""
    exact = f'<a:lnSpc><a:spcPts val="{DISTANCE * 100:.0f}"/></a:lnSpc>'
    return _replaced("slideLayouts/", r"<a:lnSpc>.*?</a:lnSpc>", exact)


@cache
def look() -> tuple[Theme, Geometry]:
    """What the template says."""
    return read_template(template(), _table())


def laid_out(slides: str) -> Deck:
    """A talk on that template."""
    return lay_out(make(slides).talk, look()[1], measure())


def body(deck: Deck) -> tuple[PlacedText, Slot]:
    """The list of the first slide and its slot."""
    (text,) = (one for one in deck.slides[0].shapes if isinstance(one, PlacedText) and one.role == "body")
    return text, look()[1].layouts["bullets"].slots["body"]


def distances(deck: Deck) -> list[str]:
    """The exact distances that the list of the first slide says of itself, hundredths of a point."""
    theme, geometry = look()
    with ZipFile(BytesIO(write_pptx(deck, template(), theme, geometry, {}))) as archive:
        slide = etree.fromstring(archive.read("ppt/slides/slide1.xml"))
    shape = "p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph/@idx='21']"
    return [str(one) for one in find(slide, f"{shape}/p:txBody/a:p/a:pPr/a:lnSpc/a:spcPts/@val")]


def test_a_text_at_the_size_of_its_layout_leaves_the_distance_to_it() -> None:
    """So a change in the slide master still reaches it."""
    deck = laid_out(SHORT)
    assert body(deck)[0].size in {None, body(deck)[1].size}
    assert distances(deck) == []


def test_smaller_words_say_how_far_their_lines_are_apart() -> None:
    """The layout's points would leave them too far apart; each paragraph says its own, by share of its size."""
    text, own = body(laid_out(LIST))
    assert text.size is not None
    assert text.size < own.size
    expected = own.level_at(0, text.size).distance
    assert expected == pytest.approx(DISTANCE * text.size / own.size, abs=0.05)
    assert distances(laid_out(LIST)) == [f"{(expected or 0) * 100:.0f}"] * len(text.paragraphs)


def test_the_lines_that_a_slide_shows_fit_their_box() -> None:
    """The lines at the distance that is written, and the space between paragraphs, take no more than there is."""
    text, own = body(laid_out(LIST))
    level = own.closer().level_at(0, text.size) if text.closer else own.level_at(0, text.size)
    room = slackened(own.text_box.width) / EMU_PER_PT
    lines = sum(measure().level_lines(one, level, room, bold=own.bold) for one in text.paragraphs)
    written = int(distances(laid_out(LIST))[0]) / 100
    needed = lines * written + level.space_before * (len(text.paragraphs) - 1)
    assert not text.excess
    assert needed <= own.text_box.height / EMU_PER_PT


def test_an_exact_distance_is_measured_whatever_the_face() -> None:
    """Two lines of a level that says 40 pt are 80 pt high."""
    exact = slot(Level(24, distance=40))
    (paragraph,) = make(SHORT).talk.slides[0].title.paragraphs
    assert measure().height((paragraph, paragraph), exact) == 80 * EMU_PER_PT
    assert measure().height((paragraph,), exact, 12) == 20 * EMU_PER_PT


def test_lines_are_never_set_closer_than_nine_tenths_of_their_size() -> None:
    """Closer, descenders of one line touch the capitals of the next."""
    assert Level(24, distance=40).closer().distance == pytest.approx(36)
    assert Level(24, distance=22).closer().distance == pytest.approx(21.6)
    assert Level(24, distance=20).closer().distance == pytest.approx(20)
