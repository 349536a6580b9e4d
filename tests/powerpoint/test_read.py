"""What the reader finds in a deck: words with all that they inherit, and what is painted behind them."""

from __future__ import annotations

import pytest

from outreach_decks.found_deck import (
    Blend,
    FoundDeck,
    FoundRun,
    FoundShape,
    FoundSlide,
    Link,
    Paint,
    PictureFill,
    Solid,
)
from outreach_decks.geometry import Box, inches
from outreach_decks.powerpoint.read import read_deck
from tests.planted.planting import (
    ASK,
    BULLETS,
    CHART,
    COLUMNS,
    FREE,
    LAST,
    STEPS,
    TABLE,
    Planting,
    first,
    good_deck,
    image,
    opened,
    picture,
    runs,
    set_fill,
    solid,
    text_box,
    tree,
    xml,
)
from tests.powerpoint.opened import find

FILE = "talks/a.pptx"
INK, PAPER, GROUND = "1B2040", "FBF8F1", "1D2550"


def read(deck: Planting) -> FoundDeck:
    """A deck as the reader finds it."""
    return read_deck(deck.saved(), FILE)


def good() -> FoundDeck:
    """The deck that faults are planted in, as it is."""
    return read_deck(good_deck(), FILE)


def last_run(deck: Planting, number: int = BULLETS) -> FoundRun:
    """The last run of the points of a slide."""
    (shape,) = (one for one in read(deck).slides[number - 1].shapes if one.name == "Points")
    return shape.text.paragraphs[-1].runs[-1]


def named(slide: FoundSlide, name: str) -> FoundShape:
    """The shape of a name."""
    return next(shape for shape in slide.all_shapes() if shape.name == name)


def test_a_deck_is_told_whole() -> None:
    """Title, size, slides, sections with their slides, languages."""
    deck = good()
    assert (deck.title, deck.width, deck.height) == ("A talk", inches(13 + 1 / 3), inches(7.5))
    assert [slide.title for slide in deck.slides][3:5] == ["Three steps are enough", "What we do then"]
    assert [(one.name, one.slides[0]) for one in deck.sections][-1] == ("What we do then", 5)
    assert sum(len(section.slides) for section in deck.sections) == len(deck.slides) == 11
    assert deck.languages == ("en-US",)


def test_a_slide_says_its_name_layout_and_notes() -> None:
    """The id of its outline, what the template calls its layout, and what the speaker says."""
    slide = good().slides[STEPS - 1]
    assert (slide.name, slide.layout, slide.id) == ("steps", "Steps", 259)
    assert [paragraph.plain for paragraph in slide.notes] == ["Said."]


def test_each_kind_of_shape_is_known() -> None:
    """By what it is in the file, not by what it is called."""
    slides = good().slides
    kinds = [{shape.kind for shape in slides[number - 1].shapes} for number in (CHART, STEPS, TABLE, ASK)]
    assert kinds == [{"shape", "picture"}, {"shape", "group"}, {"shape", "table"}, {"shape", "picture"}]


def test_alt_text_and_the_mark_of_what_only_decorates_are_told() -> None:
    """None where there is no alt text, and empty where it is empty."""
    slides = good().slides
    assert (named(slides[COLUMNS - 1], "Icon check").alt, named(slides[COLUMNS - 1], "Icon check").decorative) == (
        "",
        True,
    )
    assert (slides[COLUMNS - 1].shapes[0].alt, slides[COLUMNS - 1].shapes[0].decorative) == (None, False)
    steps = next(shape for shape in slides[STEPS - 1].shapes if shape.kind == "group")
    assert steps.alt == "3 steps: 1. Notice: Look twice; 2. Note: Write it down; 3. Call: Ask somebody"


def test_a_placeholder_without_a_place_stands_where_its_layout_has_it() -> None:
    """Its own place wins, where it has one."""
    title = good().slides[BULLETS - 1].shapes[0]
    assert title.box == Box(inches(0.7), inches(0.42), 10_911_810, inches(1.27))
    assert title.placeholder is not None
    assert (title.placeholder.kind, title.placeholder.index) == ("title", 0)


def test_text_inherits_from_the_layout_the_master_and_the_presentation() -> None:
    """The nearest that says a size wins, and so with colours."""
    deck = opened(good_deck())
    assert last_run(deck) == FoundRun("Tell a friend of it", 32.0, bold=False, paints=(Paint(INK),), language="en-US")
    for level in find(deck.layout(BULLETS), "//p:sp[.//p:ph[@idx='21']]//a:lvl1pPr/a:defRPr"):
        level.attrib.pop("sz")
        level.remove(first(level, "a:solidFill"))
    master = deck.part("ppt/slideMasters/slideMaster1.xml")
    for level in find(master, "//p:sp[.//p:ph[@type='body']]//a:lvl1pPr/a:defRPr"):
        level.set("sz", "2600")
        level.set("b", "1")
        set_fill(level, '<a:schemeClr val="accent1"/>')
    run = last_run(deck)
    assert (run.size, run.bold, run.paints) == (26.0, False, (Paint("8A5600"),))
    for shape in find(master, "//p:sp[.//p:ph[@type='body']]//a:lstStyle"):
        shape[:] = []
    for level in find(master, "//p:bodyStyle/a:lvl1pPr/a:defRPr"):
        level.set("sz", "2200")
    assert last_run(deck).size == 22.0


def test_a_run_says_more_than_all_it_inherits() -> None:
    """Size, weight, colour and language of its own."""
    deck = opened(good_deck())
    run = runs(deck.slide(BULLETS))[-1]
    set_fill(run, '<a:srgbClr val="102030"/>')
    for name, value in {"sz": "4400", "b": "1", "lang": "vi-VN"}.items():
        run.set(name, value)
    assert last_run(deck) == FoundRun(
        "Tell a friend of it", 44.0, bold=True, paints=(Paint("102030"),), language="vi-VN"
    )


def test_text_outside_placeholders_goes_by_the_presentation() -> None:
    """Its default text style, here 20 pt."""
    deck = opened(good_deck())
    tree(deck.slide(BULLETS)).append(text_box("A note", FREE))
    (run,) = named(read(deck).slides[BULLETS - 1], "Text box").text.runs
    assert (run.size, run.paints) == (20.0, (Paint(INK),))


def test_the_colour_of_a_shapes_style_is_that_of_its_words() -> None:
    """What PowerPoint's own shapes say with fontRef."""
    deck = opened(good_deck())
    made = text_box("On a shape", FREE)
    style = (
        '<p:style><a:lnRef idx="2"><a:schemeClr val="accent3"/></a:lnRef><a:fillRef idx="1"><a:schemeClr val="tx2"/>'
    )
    style += '</a:fillRef><a:effectRef idx="0"/><a:fontRef idx="minor"><a:schemeClr val="bg1"/></a:fontRef></p:style>'
    made.insert(2, xml(style))
    tree(deck.slide(BULLETS)).append(made)
    shape = named(read(deck).slides[BULLETS - 1], "Text box")
    assert next(shape.text.runs).paints == (Paint(PAPER),)
    assert shape.layer is not None
    assert shape.layer.fill == Solid(Paint(GROUND))
    assert shape.stroke == Paint("2B62A6")


@pytest.mark.parametrize(
    ("written", "paint"),
    [
        ('<a:srgbClr val="4472c4"/>', Paint("4472C4")),
        ('<a:schemeClr val="tx2"/>', Paint(GROUND)),
        ('<a:sysClr val="windowText" lastClr="112233"/>', Paint("112233")),
        ('<a:prstClr val="black"/>', Paint("000000")),
        ('<a:scrgbClr r="100000" g="0" b="0"/>', Paint("FF0000")),
        ('<a:hslClr hue="14400000" sat="100000" lum="50000"/>', Paint("0000FF")),
        # Half as light, and half lighter than that: the two greys of Office's own palette.
        ('<a:srgbClr val="FFFFFF"><a:lumMod val="50000"/></a:srgbClr>', Paint("808080")),
        ('<a:srgbClr val="000000"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:srgbClr>', Paint("808080")),
        # In linear light, so that half of white is BC, not 80.
        ('<a:srgbClr val="FFFFFF"><a:shade val="50000"/></a:srgbClr>', Paint("BCBCBC")),
        ('<a:srgbClr val="000000"><a:tint val="50000"/></a:srgbClr>', Paint("BCBCBC")),
        ('<a:srgbClr val="4472C4"><a:alpha val="40%"/></a:srgbClr>', Paint("4472C4", 0.4)),
    ],
)
def test_colours_are_resolved(written: str, paint: Paint) -> None:
    """Every way of naming one, and each change of it (ECMA-376 Part 1, 20.1.2.3)."""
    deck = opened(good_deck())
    set_fill(runs(deck.slide(BULLETS))[-1], written)
    assert last_run(deck).paints == (paint,)


def test_a_slide_may_call_the_colours_of_its_theme_otherwise() -> None:
    """Its own map wins over that of the master."""
    deck = opened(good_deck())
    accents = " ".join(f'accent{n}="accent{n}"' for n in range(1, 7))
    names = f'bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" {accents} hlink="hlink" folHlink="folHlink"'
    first(deck.slide(BULLETS), "/p:sld/p:clrMapOvr")[:] = [xml(f"<a:overrideClrMapping {names}/>")]
    assert last_run(deck).paints == (Paint(PAPER),)
    assert read(deck).slides[BULLETS - 1].ground[0].fill == Solid(Paint(INK))


def test_a_link_says_where_it_leads_and_is_painted_as_such() -> None:
    """In the theme's colour of links, unless it says that it keeps its own."""
    deck = opened(good_deck())
    link = Link("https://example.org/report")
    linked = [run for run in named(read(deck).slides[BULLETS - 1], "Points").text.runs if run.link]
    assert [(run.link, run.paints) for run in linked] == [(link, (Paint(INK),))]
    click = first(deck.slide(BULLETS), "//a:hlinkClick")
    click[:] = []
    click.set("tooltip", "The report")
    (run,) = (run for run in named(read(deck).slides[BULLETS - 1], "Points").text.runs if run.link)
    assert (run.link, run.paints) == (Link(link.address, "The report"), (Paint("2B62A6"),))


def test_a_link_to_a_slide_names_its_number() -> None:
    """Not the name of a part in the file."""
    deck = opened(good_deck())
    first(deck.slide(BULLETS), "//a:hlinkClick").set(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
        deck.relate(BULLETS, "slide", f"slide{STEPS}.xml"),
    )
    assert [run.link for run in named(read(deck).slides[BULLETS - 1], "Points").text.runs if run.link] == [Link("#4")]


def test_shapes_in_a_group_stand_where_the_slide_shows_them() -> None:
    """The group is twice as large as its own coordinates, and stands elsewhere."""
    deck = opened(good_deck())
    inside = '<a:chOff x="100" y="100"/><a:chExt cx="2000" cy="1000"/>'
    place = f'<a:xfrm><a:off x="1000" y="2000"/><a:ext cx="4000" cy="2000"/>{inside}</a:xfrm>'
    group = xml(
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="950" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr>{place}</p:grpSpPr></p:grpSp>"
    )
    group.append(text_box("Inside", Box(600, 350, 500, 250)))
    tree(deck.slide(BULLETS)).append(group)
    assert named(read(deck).slides[BULLETS - 1], "Text box").box == Box(2000, 2500, 1000, 500)


def test_a_table_is_told_cell_by_cell() -> None:
    """Words, place, fill and how many cells were merged."""
    deck = opened(good_deck())
    first(deck.slide(TABLE), "//a:tr[3]/a:tc[1]").set("gridSpan", "2")
    first(deck.slide(TABLE), "//a:tr[3]/a:tc[2]").set("hMerge", "1")
    table = next(shape for shape in read(deck).slides[TABLE - 1].shapes if shape.table).table
    assert table is not None
    assert table.header
    assert [cell.text.plain for cell in table.rows[0]] == ["What you saw", "Whom to call", "When"]
    assert [(cell.columns, cell.covered) for cell in table.rows[2]] == [(2, False), (1, True), (1, False)]
    assert table.rows[1][0].box.y == table.rows[0][0].box.bottom
    assert table.rows[1][1].fill == Solid(Paint("F1EADB"))


def test_a_table_in_powerpoints_usual_style_has_its_colours() -> None:
    """Medium Style 2, which is not in the file: white on the accent, ink on two tints of it."""
    deck = opened(good_deck())
    slide = deck.slide(TABLE)
    properties = first(slide, "//a:tblPr")
    properties.set("bandRow", "1")
    first(properties, "a:tableStyleId").text = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
    for cell in find(slide, "//a:tcPr/a:solidFill | //a:tc//a:rPr/a:solidFill"):
        parent = cell.getparent()
        assert parent is not None
        parent.remove(cell)
    table = next(shape for shape in read(deck).slides[TABLE - 1].shapes if shape.table).table
    assert table is not None
    looks = [(row[0].fill, next(row[0].text.runs).paints) for row in table.rows]
    assert looks[0] == (Solid(Paint("8A5600")), (Paint(PAPER),))
    assert [paints for _, paints in looks[1:]] == [(Paint(INK),), (Paint(INK),)]
    assert looks[1][0] != looks[2][0]


def test_the_background_is_that_of_the_nearest_that_says_one() -> None:
    """Slide before layout before master; a picture and a gradient are told too."""
    deck = opened(good_deck())
    assert read(deck).slides[BULLETS - 1].ground[0].fill == Solid(Paint(PAPER))
    assert read(deck).slides[LAST - 1].ground[0].fill == Solid(Paint(GROUND))
    content = first(deck.slide(LAST), "/p:sld/p:cSld")
    stops = '<a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs><a:gs pos="100000"><a:srgbClr val="333333"/></a:gs>'
    fill = f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"
    content.insert(0, xml(f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"))
    assert read(deck).slides[LAST - 1].ground[0].fill == Blend((Paint("FFFFFF"), Paint("333333")))


def test_a_picture_keeps_its_bytes_and_what_is_cut_off() -> None:
    """So that it can be looked at where text stands on it."""
    deck = opened(good_deck())
    red = image("red")
    made = picture(deck.media(LAST, "red.png", red), FREE)
    first(made, "p:blipFill").insert(1, xml('<a:srcRect l="25000" b="10000"/>'))
    tree(deck.slide(LAST)).append(made)
    layer = named(read(deck).slides[LAST - 1], "Picture").layer
    assert layer is not None
    assert layer.fill == PictureFill(red, (0.25, 0.0, 0.0, 0.1))


def test_a_layout_can_hide_what_the_master_paints() -> None:
    """And a slide what both paint."""
    deck = opened(good_deck())
    before = len(read(deck).slides[BULLETS - 1].ground)
    deck.slide(BULLETS).set("showMasterSp", "0")
    assert before > 1
    assert len(read(deck).slides[BULLETS - 1].ground) == 1


def test_of_alternatives_the_one_for_newer_programs_is_read() -> None:
    """What stands in mc:AlternateContent is on the slide once (ECMA-376 Part 3)."""
    deck = opened(good_deck())
    both = xml(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="p14"/><mc:Fallback/></mc:AlternateContent>'
    )
    both[0].append(text_box("New", FREE))
    both[1].append(text_box("Old", FREE))
    tree(deck.slide(LAST)).append(both)
    shapes = [shape for shape in read(deck).slides[LAST - 1].shapes if shape.name == "Text box"]
    assert [shape.text.plain for shape in shapes] == ["New"]


def test_a_solid_fill_of_a_box_is_told() -> None:
    """With its place, and the shape it belongs to."""
    deck = opened(good_deck())
    made = text_box("Read this", FREE)
    first(made, "p:spPr").append(xml(solid("DDDDDD")))
    tree(deck.slide(LAST)).append(made)
    layer = named(read(deck).slides[LAST - 1], "Text box").layer
    assert layer is not None
    assert (layer.box, layer.fill, layer.owner) == (FREE, Solid(Paint("DDDDDD")), 901)
