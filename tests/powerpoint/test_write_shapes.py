from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from outreach_decks.deck import Deck, PlacedBlock, PlacedGroup, PlacedIcon, PlacedPicture
from outreach_decks.geometry import Box, inches
from outreach_decks.icons import drawing_path
from outreach_decks.text import words
from tests.powerpoint.every_shape import HOUSE, every_shape, look, photo, write, written
from tests.powerpoint.opened import Node, attributes, find, names, raw, relations, shape, slide, text, values

SECTION, CHART, TABLE, STEPS, PICTURE, ASK = 2, 6, 7, 8, 9, 10
BOX = Box(inches(1), inches(2), inches(3), inches(1))


def group_of(*shapes: PlacedBlock | PlacedIcon, alt: str = "A figure") -> Node:
    """A group of these shapes, written."""
    sample = every_shape()
    steps = sample.slides[STEPS - 1]
    page = replace(steps, shapes=(steps.shapes[0], PlacedGroup("Figure", BOX, shapes, alt)))
    return shape(slide(write(replace(sample, slides=(page,), sections=())), 1), "Figure")


def picture_of(image: bytes, crop: tuple[float, float, float, float] = (0, 0, 0, 0), alt: str = "A field") -> Deck:
    """A deck of one slide with one picture."""
    sample = every_shape()
    page = sample.slides[PICTURE - 1]
    seen = PlacedPicture(31, look().geometry.layouts["image"].slots["picture"].box, image, alt, crop)
    return replace(sample, slides=(replace(page, shapes=(page.shapes[0], seen)),), sections=())


def test_a_chart_is_svg_with_png_in_the_picture_placeholder() -> None:
    """Programs that know SVG take it, all others the PNG; both are the drawing's own bytes."""
    pptx = written()
    made = shape(slide(pptx, CHART), "Chart")
    assert attributes(find(made, ".//p:ph")[0]) == {"type": "pic", "sz": "quarter", "idx": "31"}
    targets = relations(pptx, f"ppt/slides/slide{CHART}.xml")
    (png,) = values(made, "./p:blipFill/a:blip/@r:embed")
    (svg,) = values(made, "./p:blipFill/a:blip//asvg:svgBlip/@r:embed")
    images = [raw(pptx, targets[one][1].replace("..", "ppt")) for one in (png, svg)]
    assert (images[0][1:4], images[1][:4]) == (b"PNG", b"<svg")
    assert not find(made, "./p:spPr/*")


def test_pictures_say_what_they_show() -> None:
    """The alt text is the deck's, never a file's name."""
    assert values(shape(slide(written(), CHART), "Chart"), "./p:nvPicPr/p:cNvPr/@descr") == [
        "Column chart: people protected each year, from 52 in 2023 to 66 in 2024"
    ]
    assert values(shape(slide(written(), ASK), "QR code"), ".//p:cNvPr/@descr") == ["QR code: example.org/help"]


def test_a_picture_without_alt_text_is_decorative() -> None:
    """What only decorates says so, so that screen readers pass over it."""
    made = shape(slide(write(picture_of(photo(), alt="")), 1), "Picture")
    assert values(made, ".//p:cNvPr/@descr") == [""]
    assert values(made, ".//p:cNvPr//adec:decorative/@val") == ["1"]
    assert not find(shape(slide(written(), PICTURE), "Picture"), ".//adec:decorative")


def test_a_crop_is_written_in_thousandths_of_a_per_cent() -> None:
    """What is cut off is said by side; a whole picture says nothing."""
    cut = find(shape(slide(written(), PICTURE), "Picture"), ".//a:srcRect")
    assert [attributes(one) for one in cut] == [{"l": "5000", "b": "10000"}]
    assert not find(slide(write(picture_of(photo())), 1), "//a:srcRect")


@pytest.mark.parametrize(("kind", "ending"), [("PNG", "png"), ("JPEG", "jpeg")])
def test_a_photograph_goes_in_as_it_is(kind: str, ending: str) -> None:
    """The bytes of a PNG or JPEG are stored under the ending of their kind."""
    image = photo(kind)
    pptx = write(picture_of(image))
    assert [raw(pptx, name) for name in names(pptx) if name.startswith("ppt/media/drawing")] == [image]
    assert [name for name in names(pptx) if name.endswith(f".{ending}")]


def test_another_kind_of_file_is_refused() -> None:
    """What is no PNG or JPEG is not written under a false name."""
    with pytest.raises(ValueError, match="PNG or a JPEG"):
        write(picture_of(b"GIF89a"))


def test_the_same_image_is_stored_once() -> None:
    """Two slides with one photograph share its bytes."""
    deck = picture_of(photo())
    pptx = write(replace(deck, slides=deck.slides * 2))
    assert len([name for name in names(pptx) if name.startswith("ppt/media/")]) == 1


def test_a_group_speaks_for_its_shapes() -> None:
    """A figure has the deck's alt text, and its shapes keep the coordinates of the slide."""
    made = shape(slide(written(), STEPS), "Steps")
    assert values(made, "./p:nvGrpSpPr/p:cNvPr/@descr") == ["Three steps: ask, listen, call"]
    offset, size, inner_offset, inner_size = (attributes(one) for one in find(made, "./p:grpSpPr/a:xfrm/*"))
    assert (offset, size) == (inner_offset, inner_size)


def test_a_group_without_alt_text_is_decorative() -> None:
    """A figure that only decorates says so."""
    made = group_of(PlacedBlock("rect", BOX, fill="tint"), alt="")
    assert values(made, "./p:nvGrpSpPr/p:cNvPr//adec:decorative/@val") == ["1"]


def test_a_block_with_words() -> None:
    """Form, handle, fill, line, insets, size, alignment and spacing are as layout said."""
    made = shape(slide(written(), STEPS), "Ask in a quiet place")
    assert values(made, "./p:spPr/a:prstGeom/@prst | ./p:spPr/a:prstGeom//a:gd/@fmla") == ["roundRect", "val 6000"]
    assert values(made, "./p:spPr/a:solidFill/a:schemeClr/@val") == ["bg2"]
    assert values(made, "./p:spPr/a:ln/@w | ./p:spPr/a:ln//a:schemeClr/@val") == ["19050", "accent4"]
    frame = attributes(find(made, "./p:txBody/a:bodyPr")[0])
    insets = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), str(inches(0.2)))
    assert frame == {"wrap": "square", "rtlCol": "0", "anchor": "b", **insets}
    assert set(values(made, ".//a:rPr/@sz")) == {"2800"}
    assert values(made, "(.//a:r)[1]/a:rPr/@b") == ["1"]
    assert set(values(made, ".//a:pPr/@algn")) == {"ctr"}
    assert set(values(made, ".//a:pPr/a:lnSpc/a:spcPct/@val")) == {"100000"}
    assert set(values(made, ".//a:rPr/a:solidFill/a:schemeClr/@val")) == {"tx1"}


def test_handles_are_called_as_office_calls_them() -> None:
    """One handle is adj, several are numbered."""
    made = group_of(PlacedBlock("round2SameRect", BOX, fill="tint", adjust=(50_000, 0)))
    assert values(made, ".//a:gd/@name") == ["adj1", "adj2"]
    assert values(group_of(PlacedBlock("roundRect", BOX, adjust=(9,))), ".//a:gd/@name") == ["adj"]


def test_a_block_without_fill_or_line_has_none() -> None:
    """Nothing of the theme's usual shape shows through."""
    made = group_of(PlacedBlock("rect", BOX, paragraphs=(words("A label"),)))
    assert find(made, "./p:sp/p:spPr/a:noFill")
    assert find(made, "./p:sp/p:spPr/a:ln/a:noFill")


def test_a_block_without_words_is_decorative() -> None:
    """A bare shape has nothing to say to a screen reader."""
    made = group_of(PlacedBlock("chevron", BOX, fill="accent"))
    assert values(made, "./p:sp//p:cNvPr/@name") == ["Arrow"]
    assert find(made, "./p:sp//adec:decorative")


def test_a_line_is_a_connector() -> None:
    """A line has a width in points and no fill."""
    made = group_of(PlacedBlock("line", Box(BOX.x, BOX.y, BOX.width, 0), line="accent", line_width=3.0))
    assert values(made, "./p:cxnSp/p:spPr/a:prstGeom/@prst | ./p:cxnSp/p:spPr/a:ln/@w") == ["line", "38100"]
    assert values(made, "./p:cxnSp/p:spPr/a:xfrm/a:ext/@cy") == ["0"]
    assert not find(made, "./p:cxnSp/p:spPr/a:solidFill")


def test_an_icon_is_a_freeform_in_a_colour_of_the_theme() -> None:
    """Every step of the icon's path is drawn, in the box and colour of the deck."""
    made = shape(slide(written(), SECTION), "Icon heart")
    assert values(made, "./p:spPr/a:solidFill/a:schemeClr/@val") == ["accent2"]
    icon = group_of(PlacedIcon("house", HOUSE, 24, BOX, "accent"))
    steps = [one.tag.rpartition("}")[2] for one in find(icon, ".//a:path/*")]
    assert steps == [step.command for step in drawing_path(HOUSE, 24)]
    assert values(icon, ".//a:path/@w | .//a:path/@h") == ["100000", "100000"]
    assert find(made, ".//p:cNvPr//adec:decorative")


def test_a_table_stands_in_its_placeholder() -> None:
    """A native table with a header row, the widths and heights of the deck, and its alt text."""
    made = shape(slide(written(), TABLE), "Table")
    assert attributes(find(made, ".//p:ph")[0]) == {"type": "tbl", "sz": "quarter", "idx": "31"}
    assert values(made, ".//a:tblPr/@*") == ["1"]
    widths = [int(one) for one in values(made, ".//a:gridCol/@w")]
    heights = [int(one) for one in values(made, ".//a:tr/@h")]
    assert values(made, "./p:xfrm/a:ext/@*") == [str(sum(widths)), str(sum(heights))]
    assert heights == [inches(0.6)] * 4
    assert values(made, ".//p:cNvPr/@descr")[0].startswith("Table of laws")


def test_a_table_has_no_style_of_office() -> None:
    """Fills and rules are the cells' own, in colours of the theme."""
    made = shape(slide(written(), TABLE), "Table")
    assert text(find(made, ".//a:tr[3]/a:tc[1]")[0]) == "出入国管理法"
    assert values(made, ".//a:tableStyleId/text()") == ["{2D5ABB26-0587-4C30-8999-92F81FD0307C}"]
    assert values(made, ".//a:tr/a:tc[1]/a:tcPr/a:solidFill/a:schemeClr/@val") == ["bg1", "bg2", "bg1", "bg2"]
    assert values(made, ".//a:tr/a:tc[1]/a:tcPr/a:lnB/@w") == ["28575", "6350", "6350", "6350"]
    assert set(values(made, ".//a:tr[1]//a:r//a:schemeClr/@val")) == {"tx2"}
    assert set(values(made, ".//a:tr[position() > 1]//a:r//a:schemeClr/@val")) == {"tx1"}


def test_cells_say_their_size_and_margins() -> None:
    """Nothing of a cell is left to the program that opens it."""
    made = shape(slide(written(), TABLE), "Table")
    assert set(values(made, ".//a:tr[1]//@sz")) == {"2200"}
    assert set(values(made, ".//a:tr[2]//@sz")) == {"2000"}
    assert values(made, ".//a:tr[1]//a:r/a:rPr/@b") == ["1", "1", "1"]
    assert set(values(made, ".//a:tcPr/@marL | .//a:tcPr/@marR")) == {str(inches(0.15))}
    assert set(values(made, ".//a:tcPr/@marT | .//a:tcPr/@marB")) == {str(inches(0.08))}


def test_shapes_of_a_figure_keep_their_order() -> None:
    """Shapes lie over each other as in the deck, the first at the bottom."""
    boxes = [PlacedBlock("rect", Box(at, 0, 9, 9), fill="tint") for at in range(4)]
    places = [int(one) for one in values(group_of(*boxes), "./p:sp/p:spPr/a:xfrm/a:off/@x")]
    assert all(before < after for before, after in pairwise(places))
