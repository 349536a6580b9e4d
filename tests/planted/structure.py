"""Faults of what a screen reader is told: titles, alt text, order, tables, sections, links, languages."""

from __future__ import annotations

from outreach_decks.geometry import Box, inches
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
    box_xml,
    drop,
    fault,
    first,
    graphic,
    label,
    runs,
    set_fill,
    text_box,
    title,
    tree,
    xml,
)
from tests.powerpoint.opened import Node, find

# --- titles ---------------------------------------------------------------------------------------------------------


@fault("slide-without-title", LAST)
def title_deleted(deck: Planting) -> None:
    drop(title(deck.slide(LAST)))


@fault("slide-without-title", LAST)
def title_in_a_mere_text_box(deck: Planting) -> None:
    shape = title(deck.slide(LAST))
    drop(first(shape, ".//p:ph"))
    first(shape, "p:spPr").append(xml(box_xml(Box(inches(1), inches(0.5), inches(11), inches(1)))))
    for run in find(shape, ".//a:rPr"):
        run.set("sz", "4000")
        set_fill(run, '<a:schemeClr val="bg1"/>')


@fault("empty-title", LAST)
def title_emptied(deck: Planting) -> None:
    for run in find(title(deck.slide(LAST)), ".//a:r"):
        drop(run)


@fault("empty-title", LAST)
def title_of_spaces(deck: Planting) -> None:
    for words in find(title(deck.slide(LAST)), ".//a:t"):
        words.text = " \u3000 "


@fault("same-title", LAST)
def title_used_twice(deck: Planting) -> None:
    first(title(deck.slide(LAST)), ".//a:t").text = "Three STEPS are enough"


# --- alt text -------------------------------------------------------------------------------------------------------


@fault("missing-alt-text", CHART)
def picture_without_alt_text(deck: Planting) -> None:
    label(deck.slide(CHART), "//p:pic").attrib.pop("descr")


@fault("missing-alt-text", CHART)
def alt_text_of_spaces(deck: Planting) -> None:
    label(deck.slide(CHART), "//p:pic").set("descr", "  ")


@fault("missing-alt-text", STEPS)
def group_without_alt_text(deck: Planting) -> None:
    label(deck.slide(STEPS), "//p:grpSp").attrib.pop("descr")


@fault("missing-alt-text", COLUMNS)
def icon_no_longer_marked_as_decorative(deck: Planting) -> None:
    marked = label(deck.slide(COLUMNS), "//p:sp[.//a:custGeom]")
    for each in list(marked):
        marked.remove(each)


@fault("missing-alt-text", LAST)
def native_chart_without_alt_text(deck: Planting) -> None:
    tree(deck.slide(LAST)).append(graphic("http://schemas.openxmlformats.org/drawingml/2006/chart"))


@fault("missing-alt-text", LAST)
def smart_art_without_alt_text(deck: Planting) -> None:
    tree(deck.slide(LAST)).append(graphic("http://schemas.openxmlformats.org/drawingml/2006/diagram"))


@fault("missing-alt-text", LAST)
def spreadsheet_without_alt_text(deck: Planting) -> None:
    tree(deck.slide(LAST)).append(graphic("http://schemas.openxmlformats.org/presentationml/2006/ole"))


@fault("unclear-alt-text", CHART)
def alt_text_is_a_file_name(deck: Planting) -> None:
    label(deck.slide(CHART), "//p:pic").set("descr", "IMG_2231 (1).JPG")


@fault("unclear-alt-text", CHART)
def alt_text_is_the_word_picture(deck: Planting) -> None:
    label(deck.slide(CHART), "//p:pic").set("descr", "Picture 3")


@fault("unclear-alt-text", CHART)
def alt_text_is_the_japanese_word_for_picture(deck: Planting) -> None:
    label(deck.slide(CHART), "//p:pic").set("descr", "画像")


@fault("unclear-alt-text", CHART)
def alt_text_begins_with_picture_of(deck: Planting) -> None:
    label(deck.slide(CHART), "//p:pic").set("descr", "A picture of people in a hall")


@fault("unclear-alt-text", CHART)
def alt_text_by_a_machine(deck: Planting) -> None:
    label(deck.slide(CHART), "//p:pic").set("descr", "A graph\n\nDescription automatically generated")


# --- order of reading -----------------------------------------------------------------------------------------------


@fault("reading-order", BULLETS)
def points_read_before_the_title(deck: Planting) -> None:
    shape = title(deck.slide(BULLETS))
    tree(deck.slide(BULLETS)).append(shape)


@fault("reading-order", COLUMNS)
def right_column_read_first(deck: Planting) -> None:
    shapes = find(deck.slide(COLUMNS), "//p:sp[.//a:t[.='Please do' or .='Listen']]")
    tree(deck.slide(COLUMNS)).extend(shapes)


@fault("reading-order", LAST)
def upper_box_read_after_the_lower_one(deck: Planting) -> None:
    below, above = (Box(FREE.x, FREE.y - inches(up), FREE.width, FREE.height) for up in (0.5, 1.5))
    size = 'lang="en-US" sz="2400"'
    ink = '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'
    tree(deck.slide(LAST)).extend([text_box("Then this", below, size, ink), text_box("First this", above, size, ink)])


# --- tables ---------------------------------------------------------------------------------------------------------


@fault("table-without-header", TABLE)
def header_row_not_ticked(deck: Planting) -> None:
    first(deck.slide(TABLE), "//a:tblPr").attrib.pop("firstRow")


@fault("merged-cells", TABLE)
def cells_merged_across(deck: Planting) -> None:
    one, two = find(deck.slide(TABLE), "//a:tr[3]/a:tc")[:2]
    one.set("gridSpan", "2")
    two.set("hMerge", "1")


@fault("merged-cells", TABLE)
def cells_merged_down(deck: Planting) -> None:
    one, two = find(deck.slide(TABLE), "//a:tr[position()>1]/a:tc[1]")
    one.set("rowSpan", "2")
    two.set("vMerge", "1")


@fault("empty-header-cell", TABLE)
def header_cell_emptied(deck: Planting) -> None:
    drop(first(deck.slide(TABLE), "//a:tr[1]/a:tc[3]//a:r"))


@fault("empty-row", TABLE)
def row_left_empty(deck: Planting) -> None:
    for run in find(deck.slide(TABLE), "//a:tr[3]//a:r"):
        drop(run)


@fault("empty-row", TABLE, "empty-header-cell")
def column_left_empty(deck: Planting) -> None:
    for run in find(deck.slide(TABLE), "//a:tr/a:tc[2]//a:r"):
        drop(run)


# --- sections and properties ----------------------------------------------------------------------------------------


def sections(deck: Planting) -> list[Node]:
    """The sections of the deck."""
    return find(deck.part("ppt/presentation.xml"), "//p14:section")


@fault("unnamed-section", 1)
def section_with_the_name_of_powerpoint(deck: Planting) -> None:
    sections(deck)[0].set("name", "Default Section")


@fault("unnamed-section", 1)
def section_with_the_japanese_name_of_powerpoint(deck: Planting) -> None:
    sections(deck)[0].set("name", "タイトルなしのセクション")


@fault("same-section", 1)
def two_sections_of_one_name(deck: Planting) -> None:
    one, two = sections(deck)[:2]
    two.set("name", one.get("name", ""))


@fault("missing-document-title", 1)
def no_title_in_the_properties(deck: Planting) -> None:
    drop(first(deck.part("docProps/core.xml"), "//dc:title"))


@fault("missing-document-title", 1)
def title_in_the_properties_made_by_a_program(deck: Planting) -> None:
    first(deck.part("docProps/core.xml"), "//dc:title").text = "PowerPoint プレゼンテーション"


@fault("auto-advance", 1)
def show_runs_in_a_loop(deck: Planting) -> None:
    properties = find(deck.part("ppt/presProps.xml"), "/*")[0]
    properties.insert(0, xml('<p:showPr loop="1"><p:kiosk/></p:showPr>'))


# --- links ----------------------------------------------------------------------------------------------------------


def linked(deck: Planting) -> Node:
    """The words of the link."""
    return first(deck.slide(BULLETS), "//a:r[a:rPr/a:hlinkClick]/a:t")


@fault("unclear-link", BULLETS)
def link_says_click_here(deck: Planting) -> None:
    linked(deck).text = "Click here!"


@fault("unclear-link", BULLETS)
def link_says_kochira(deck: Planting) -> None:
    words = linked(deck)
    words.text = "こちら"
    first(words, "../a:rPr").set("lang", "ja-JP")


@fault("unclear-link", BULLETS)
def link_is_a_long_address(deck: Planting) -> None:
    linked(deck).text = "https://example.org/reports/2024/council/annual-report.html"


@fault("unclear-link", BULLETS)
def link_is_a_long_address_without_its_scheme(deck: Planting) -> None:
    linked(deck).text = "council.example.org/reports/2024/annual-report.html"


@fault("unclear-link", ASK, "missing-alt-text")
def picture_leads_somewhere_and_says_nothing(deck: Planting) -> None:
    shape = label(deck.slide(ASK), "//p:pic")
    shape.attrib.pop("descr")
    relation = deck.relate(ASK, "hyperlink", "https://example.org/", external=True)
    shape.append(xml(f'<a:hlinkClick r:id="{relation}"/>'))


# --- languages ------------------------------------------------------------------------------------------------------


@fault("missing-language", BULLETS)
def text_without_a_language(deck: Planting) -> None:
    runs(deck.slide(BULLETS))[-1].attrib.pop("lang")


@fault("missing-language", BULLETS)
def notes_without_a_language(deck: Planting) -> None:
    for run in find(deck.part(f"ppt/notesSlides/notesSlide{BULLETS}.xml"), "//a:r/a:rPr"):
        run.attrib.pop("lang")


@fault("missing-language", BULLETS)
def language_that_is_none(deck: Planting) -> None:
    runs(deck.slide(BULLETS))[-1].set("lang", "x-none")


@fault("wrong-language", BULLETS)
def japanese_marked_as_english(deck: Planting) -> None:
    first(runs(deck.slide(BULLETS))[-1], "../a:t").text = "友だちに話す"


@fault("wrong-language", BULLETS)
def english_sentence_marked_as_japanese(deck: Planting) -> None:
    runs(deck.slide(BULLETS))[-1].set("lang", "ja-JP")


@fault("wrong-language", BULLETS)
def language_that_does_not_exist(deck: Planting) -> None:
    runs(deck.slide(BULLETS))[-1].set("lang", "xx-YY")
