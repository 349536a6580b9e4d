from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from outreach_decks.deck import PlacedIcon
from outreach_decks.geometry import EMU_PER_PT
from outreach_decks.pages import page_images
from outreach_decks.preview import render_pdf
from tests.powerpoint.every_shape import every_shape, look, written
from tests.powerpoint.opened import part, relations, slide, values
from tests.rendered import page_count, page_glyphs

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
SECTION, STEPS, SHOWN, WIDTH = 2, 8, 10, 800

pytestmark = pytest.mark.render


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """The deck of every shape, rendered."""
    fonts = {font.name: font.read_bytes() for font in FONTS.glob("*.ttf")}
    return render_pdf({"deck": written()}, fonts=fonts)["deck"]


def test_every_shown_slide_is_a_page(pdf: bytes) -> None:
    """A renderer shows all slides but the hidden one."""
    assert page_count(pdf) == SHOWN


def test_every_word_is_on_its_page(pdf: bytes) -> None:
    """What the placeholders, cards and cells say is painted, each on its own page."""
    for number, glyphs in enumerate(page_glyphs(pdf), 1):
        painted = "".join(glyph.character for glyph in glyphs)
        for words in values(slide(written(), number), "//a:r/a:t/text()"):
            assert "".join(words.split()) in painted.replace(" ", ""), words


def test_an_icon_is_painted_in_its_colour(pdf: bytes) -> None:
    """The middle of the heart on the section slide is the accent of the dark ground."""
    given = look()
    (icon,) = (shape for shape in every_shape().slides[SECTION - 1].shapes if isinstance(shape, PlacedIcon))
    page = Image.open(BytesIO(page_images(pdf, WIDTH)[SECTION - 1])).convert("RGB")
    scale = WIDTH / given.geometry.width
    middle = (round((icon.box.x + icon.box.width / 2) * scale), round((icon.box.y + icon.box.height / 2) * scale))
    wanted = bytes.fromhex(given.theme.colours["glow"])
    assert page.getpixel(middle) == tuple(wanted)


def test_the_footer_looks_as_the_layout_sets_it(pdf: bytes) -> None:
    """The footer begins at the left edge of its box, in its size."""
    glyphs = page_glyphs(pdf)[STEPS - 1]
    painted = "".join(glyph.character for glyph in glyphs)
    start = painted.index("Hiddeninplainsight")
    layout = dict(relations(written(), f"ppt/slides/slide{STEPS}.xml").values())["slideLayout"].replace("..", "ppt")
    (left,) = values(part(written(), layout), "//p:sp[.//p:ph[@type='ftr']]//a:off/@x")
    assert round(glyphs[start].size) == 12
    assert glyphs[start].x == pytest.approx(int(left) / EMU_PER_PT, abs=2)
