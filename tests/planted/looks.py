"""Faults of what is seen and heard: contrast, size, what moves and what sounds."""

from __future__ import annotations

from outreach_decks.geometry import Box, inches
from tests.planted.planting import (
    BULLETS,
    FREE,
    LAST,
    TABLE,
    WHOLE,
    Planting,
    drop,
    fault,
    first,
    image,
    panel,
    picture,
    put_below,
    runs,
    set_fill,
    solid,
    text_box,
    timing,
    title,
    tree,
    xml,
)
from tests.powerpoint.opened import find

# --- contrast of text -----------------------------------------------------------------------------------------------


@fault("low-contrast", BULLETS)
def light_grey_letters(deck: Planting) -> None:
    set_fill(runs(deck.slide(BULLETS))[-1], '<a:srgbClr val="BBBBBB"/>')


@fault("low-contrast", BULLETS)
def letters_of_five_to_one(deck: Planting) -> None:
    set_fill(runs(deck.slide(BULLETS))[-1], '<a:srgbClr val="6A6A6A"/>')


@fault("low-contrast", BULLETS)
def letters_made_pale_by_a_change_of_light(deck: Planting) -> None:
    set_fill(
        runs(deck.slide(BULLETS))[-1],
        '<a:schemeClr val="tx1"><a:lumMod val="50000"/><a:lumOff val="50000"/></a:schemeClr>',
    )


@fault("low-contrast", BULLETS)
def letters_that_shine_through(deck: Planting) -> None:
    set_fill(runs(deck.slide(BULLETS))[-1], '<a:schemeClr val="tx1"><a:alpha val="40000"/></a:schemeClr>')


@fault("low-contrast", BULLETS)
def pale_letters_from_the_layout(deck: Planting) -> None:
    for level in find(deck.layout(BULLETS), "//p:sp[.//p:ph[@type='body' and @idx='21']]//a:lvl1pPr/a:defRPr"):
        set_fill(level, '<a:srgbClr val="CCCCCC"/>')


@fault("low-contrast", BULLETS)
def dark_panel_under_dark_letters(deck: Planting) -> None:
    put_below(deck.slide(BULLETS), panel(solid("222222")))


@fault("low-contrast", BULLETS)
def gradient_with_one_dark_end(deck: Planting) -> None:
    stops = '<a:gs pos="0"><a:srgbClr val="FFFFFF"/></a:gs><a:gs pos="100000"><a:srgbClr val="333333"/></a:gs>'
    put_below(deck.slide(BULLETS), panel(f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="0"/></a:gradFill>'))


@fault("low-contrast", BULLETS)
def dark_photograph_under_dark_letters(deck: Planting) -> None:
    relation = deck.media(BULLETS, "dark.png", image("#202028"))
    put_below(deck.slide(BULLETS), picture(relation, Box(0, inches(1.6), WHOLE.width, inches(4.4))))
    shape = title(deck.slide(BULLETS))
    tree(deck.slide(BULLETS)).insert(2, shape)


@fault("low-contrast", BULLETS)
def dark_background_of_the_slide(deck: Planting) -> None:
    content = first(deck.slide(BULLETS), "/p:sld/p:cSld")
    content.insert(0, xml(f"<p:bg><p:bgPr>{solid('1A1A1A')}<a:effectLst/></p:bgPr></p:bg>"))


@fault("low-contrast", BULLETS)
def dark_shape_on_the_layout(deck: Planting) -> None:
    put_below(deck.layout(BULLETS), panel(solid("222222")))


@fault("low-contrast", BULLETS)
def colours_of_the_slide_swapped(deck: Planting) -> None:
    override = first(deck.slide(BULLETS), "/p:sld/p:clrMapOvr")
    accents = " ".join(f'accent{n}="accent{n}"' for n in range(1, 7))
    override[:] = [
        xml(
            f'<a:overrideClrMapping bg1="lt1" tx1="lt2" bg2="lt2" tx2="lt2" {accents} hlink="hlink" '
            'folHlink="folHlink"/>'
        )
    ]


@fault("low-contrast", TABLE)
def dark_cell_under_dark_letters(deck: Planting) -> None:
    cell = first(deck.slide(TABLE), "//a:tr[2]/a:tc[1]/a:tcPr")
    drop(first(cell, "a:solidFill"))
    cell.append(xml(solid("303030")))


@fault("low-contrast", BULLETS)
def box_with_letters_like_its_own_fill(deck: Planting) -> None:
    made = text_box("Read this", FREE, 'lang="en-US" sz="2400"', solid("EEEEEE"))
    first(made, "p:spPr").append(xml(solid("DDDDDD")))
    tree(deck.slide(BULLETS)).append(made)


@fault("low-contrast", BULLETS)
def letters_marked_with_a_dark_marker(deck: Planting) -> None:
    run = runs(deck.slide(BULLETS))[-1]
    run.insert(0, xml('<a:highlight><a:srgbClr val="505050"/></a:highlight>'))


@fault("unknown-contrast", BULLETS)
def letters_on_a_drawing_that_nobody_can_read(deck: Planting) -> None:
    relation = deck.media(BULLETS, "drawing.emf", b"\x01\x00\x00\x00 not a picture that can be sampled")
    put_below(deck.slide(BULLETS), picture(relation, Box(0, inches(1.6), WHOLE.width, inches(4.4))))
    tree(deck.slide(BULLETS)).insert(2, title(deck.slide(BULLETS)))


# --- lines and icons ------------------------------------------------------------------------------------------------


@fault("low-contrast-shape", LAST)
def arrow_like_the_background(deck: Planting) -> None:
    made = panel(f'<a:noFill/><a:ln w="38100">{solid("2A3260")}</a:ln>', Box(inches(9), inches(5), inches(2), 0))
    first(made, ".//a:prstGeom").set("prst", "line")
    named = first(made, ".//p:cNvPr")
    named[:] = []
    named.set("descr", "From here to there")
    tree(deck.slide(LAST)).append(made)


# --- size -----------------------------------------------------------------------------------------------------------


@fault("small-text", BULLETS)
def letters_of_ten_points(deck: Planting) -> None:
    runs(deck.slide(BULLETS))[-1].set("sz", "1000")


@fault("small-text", BULLETS)
def letters_of_eighteen_points(deck: Planting) -> None:
    runs(deck.slide(BULLETS))[-1].set("sz", "1800")


@fault("small-text", BULLETS)
def letters_shrunk_by_powerpoint(deck: Planting) -> None:
    frame = first(deck.slide(BULLETS), "//p:sp[.//a:t[.='Tell a friend of it']]//a:bodyPr/a:normAutofit")
    frame.set("fontScale", "47500")


@fault("small-text", TABLE)
def cell_of_fourteen_points(deck: Planting) -> None:
    first(deck.slide(TABLE), "//a:tr[2]/a:tc[2]//a:rPr").set("sz", "1400")


@fault("small-text", BULLETS)
def footer_of_nine_points(deck: Planting) -> None:
    first(deck.slide(BULLETS), "//p:sp[.//p:ph[@type='ftr']]//a:r/a:rPr").set("sz", "900")


@fault("small-text", BULLETS)
def small_letters_from_the_layout(deck: Planting) -> None:
    for level in find(deck.layout(BULLETS), "//p:sp[.//p:ph[@type='body' and @idx='21']]//a:lvl1pPr/a:defRPr"):
        level.set("sz", "1600")


# --- what moves and sounds ------------------------------------------------------------------------------------------


@fault("auto-advance", LAST)
def next_slide_after_five_seconds(deck: Planting) -> None:
    deck.slide(LAST).append(xml('<p:transition advTm="5000" advClick="0"><p:fade/></p:transition>'))


@fault("flashing", LAST)
def text_that_blinks(deck: Planting) -> None:
    deck.slide(LAST).append(timing('<p:cTn id="5" presetID="35" presetClass="emph" fill="hold"/>'))


@fault("flashing", LAST)
def shape_that_spins_for_ever(deck: Planting) -> None:
    deck.slide(LAST).append(timing('<p:cTn id="5" presetID="8" presetClass="emph" repeatCount="indefinite"/>'))


@fault("moving-picture", LAST)
def picture_of_several_frames(deck: Planting) -> None:
    relation = deck.media(LAST, "moves.gif", image("red", "GIF", frames=2))
    tree(deck.slide(LAST)).append(picture(relation, FREE, "A flag in the wind"))


@fault("media-without-captions", LAST)
def video_without_captions(deck: Planting) -> None:
    relation = deck.media(LAST, "poster.png", image("red"))
    video = deck.relate(LAST, "video", "https://example.org/a.mp4", external=True)
    tree(deck.slide(LAST)).append(picture(relation, FREE, "A short film", f'<a:videoFile r:link="{video}"/>'))
