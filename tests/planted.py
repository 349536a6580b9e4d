"""A good deck, and faults of accessibility to plant in it: one function a fault, each with what must be found."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from textwrap import dedent

from lxml import etree
from PIL import Image

from outreach_decks.build import build_talk
from outreach_decks.event import Event
from outreach_decks.geometry import Box, inches
from outreach_decks.parse_event import Day
from outreach_decks.project import Project
from tests.powerpoint.opened import PREFIXES, Node, find
from tests.projects import TALK, outline, workspace

SLIDES = """\
- {kind: cover, id: cover, notes: Said.}
- kind: section
  id: first
  title: What we look at first
  text: A line below it
  notes: Said.
- {kind: chart, id: chart, title: Each year a few more are found, chart: by-year, notes: Said.}
- kind: steps
  id: steps
  title: Three steps are enough
  steps:
    - {label: Notice, text: Look twice}
    - {label: Note, text: Write it down}
    - {label: Call, text: Ask somebody}
  notes: Said.
- kind: section
  id: second
  title: What we do then
  text: Another line
  notes: Said.
- kind: columns
  id: columns
  title: You can help without a risk
  columns:
    - {heading: Please do, icon: check, points: [Listen, Write]}
    - {heading: Please do not, icon: x, points: [Follow, Post]}
  notes: Said.
- kind: table
  id: table
  title: Whom to call depends on what you saw
  header: [What you saw, Whom to call, When]
  rows: [[Danger, The police, Always], [A worry, A friend, By day]]
  notes: Said.
- kind: bullets
  id: bullets
  title: What to keep in mind
  points: ["Read [the report of the council](https://example.org/report)", Tell a friend of it]
  notes: Said.
- {kind: ask, id: ask, title: Come and help us, text: We meet on Mondays, url: "https://example.org/", notes: Said.}
- {kind: statement, id: last, title: People find help, text: A line below it, notes: Said.}
"""
SECTION, CHART, STEPS, COLUMNS, TABLE, BULLETS, ASK, LAST = 2, 3, 4, 6, 7, 8, 9, 11
WHOLE = Box(0, 0, inches(13.333), inches(7.5))


@cache
def good_deck() -> bytes:
    """A deck with every kind of thing that can be spoilt, and no fault."""
    place = workspace({TALK: outline(dedent(SLIDES))})
    deck = build_talk(TALK, Project(place), Day(Event())).deck
    assert deck is not None
    return deck


@dataclass
class Planting:
    """A deck that is being spoilt: its parts, and those that have been opened as XML."""

    parts: dict[str, bytes]
    opened: dict[str, Node] = field(default_factory=dict)

    def part(self, name: str) -> Node:
        """A part as XML; what is changed in it is kept."""
        if name not in self.opened:
            self.opened[name] = etree.fromstring(self.parts[name])
        return self.opened[name]

    def slide(self, number: int) -> Node:
        """A slide by its number."""
        return self.part(f"ppt/slides/slide{number}.xml")

    def layout(self, number: int) -> Node:
        """The layout of a slide."""
        relations = self.part(f"ppt/slides/_rels/slide{number}.xml.rels")
        (target,) = (one.get("Target", "") for one in relations if one.get("Type", "").endswith("/slideLayout"))
        return self.part(target.replace("../", "ppt/"))

    def relate(self, number: int, kind: str, target: str, *, external: bool = False) -> str:
        """Lead from a slide to a target; returns the id."""
        relations = self.part(f"ppt/slides/_rels/slide{number}.xml.rels")
        name = f"rId{len(relations) + 100}"
        made = etree.SubElement(relations, f"{{{PREFIXES['rel']}}}Relationship", Id=name, Target=target)
        made.set("Type", f"{PREFIXES['r']}/{kind}")
        if external:
            made.set("TargetMode", "External")
        return name

    def media(self, number: int, name: str, content: bytes) -> str:
        """Put a file beside the pictures and lead from a slide to it; returns the id."""
        self.parts[f"ppt/media/{name}"] = content
        types = self.part("[Content_Types].xml")
        ending = name.rpartition(".")[2]
        if not any(each.get("Extension") == ending for each in types):
            default = etree.SubElement(types, types[0].tag.replace("Override", "Default"))
            default.set("Extension", ending)
            default.set("ContentType", f"image/{ending}")
        return self.relate(number, "image", f"../media/{name}")

    def saved(self) -> bytes:
        """The deck as a file."""
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            for name, content in self.parts.items():
                xml = self.opened.get(name)
                archive.writestr(name, content if xml is None else etree.tostring(xml, encoding="UTF-8"))
        return held.getvalue()


def opened(deck: bytes) -> Planting:
    """A deck, ready to be spoilt."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        return Planting({name: archive.read(name) for name in archive.namelist()})


@dataclass(frozen=True)
class Fault:
    """How a fault is planted, and all that must be found: codes with the numbers of their slides."""

    plant: Callable[[Planting], None]
    found: frozenset[tuple[str, int]]

    @property
    def name(self) -> str:
        """What is wrong, in words."""
        return self.plant.__name__.replace("_", " ")


FAULTS: list[Fault] = []


def fault(code: str, slide: int, *also: str) -> Callable[[Callable[[Planting], None]], Callable[[Planting], None]]:
    """Say what a planted fault must lead to: a code on a slide (1 for the deck as a whole), and codes that follow."""

    def listed(plant: Callable[[Planting], None]) -> Callable[[Planting], None]:
        FAULTS.append(Fault(plant, frozenset((each, slide) for each in (code, *also))))
        return plant

    return listed


def planted(one: Fault) -> bytes:
    """The good deck with one fault."""
    deck = opened(good_deck())
    one.plant(deck)
    return deck.saved()


# --- pieces of XML --------------------------------------------------------------------------------------------------


def xml(text: str) -> Node:
    """An element of a slide."""
    names = " ".join(f'xmlns:{prefix}="{PREFIXES[prefix]}"' for prefix in ("a", "p", "r", "p14"))
    (made,) = etree.fromstring(f"<root {names}>{text}</root>")
    return made


def first(node: Node, path: str) -> Node:
    """The first that an XPath finds."""
    return find(node, path)[0]


def drop(node: Node) -> None:
    """Take an element out."""
    parent = node.getparent()
    assert parent is not None
    parent.remove(node)


def title(slide: Node) -> Node:
    """The title of a slide."""
    return first(slide, "//p:sp[p:nvSpPr/p:nvPr/p:ph[@type='title' or @type='ctrTitle']]")


def tree(slide: Node) -> Node:
    """The tree of shapes of a slide."""
    return first(slide, "//p:spTree")


def label(slide: Node, path: str) -> Node:
    """The ``p:cNvPr`` of the first shape that an XPath finds."""
    return first(slide, f"({path})/*/p:cNvPr")


def runs(slide: Node) -> list[Node]:
    """The properties of the runs of a slide but for its title and foot."""
    kinds = "title ctrTitle ftr sldNum"
    return find(slide, f"//p:sp[not(contains('{kinds}', p:nvSpPr/p:nvPr/p:ph/@type))]//a:r/a:rPr")


def box_xml(box: Box) -> str:
    """Where a shape is."""
    return f'<a:xfrm><a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'


def panel(fill: str, box: Box = WHOLE) -> Node:
    """A decorative rectangle with a fill."""
    mark = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        f'xmlns:adec="{PREFIXES["adec"]}" val="1"/></a:ext></a:extLst>'
    )
    return xml(
        f'<p:sp><p:nvSpPr><p:cNvPr id="900" name="Panel">{mark}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{box_xml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</p:spPr></p:sp>'
    )


def solid(colour: str) -> str:
    """A flat fill."""
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def text_box(words: str, box: Box, properties: str = 'lang="en-US"', inside: str = "") -> Node:
    """A text box with one run."""
    return xml(
        '<p:sp><p:nvSpPr><p:cNvPr id="901" name="Text box"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{box_xml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/>'
        f"<a:lstStyle/><a:p><a:r><a:rPr {properties}>{inside}</a:rPr><a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def put_below(slide: Node, shape: Node) -> None:
    """Put a shape under all others."""
    tree(slide).insert(2, shape)


def set_fill(run: Node, colour: str) -> None:
    """Write a run in a colour, as XML."""
    for old in find(run, "a:solidFill"):
        run.remove(old)
    run.insert(0, xml(f"<a:solidFill>{colour}</a:solidFill>"))


def image(colour: str, form: str = "PNG", frames: int = 1) -> bytes:
    """A small picture of one colour."""
    held = io.BytesIO()
    pictures = [Image.new("RGB", (40, 30), colour if at == 0 else "white") for at in range(frames)]
    more = {"save_all": True, "append_images": pictures[1:]} if frames > 1 else {}
    pictures[0].save(held, form, **more)
    return held.getvalue()


def picture(relation: str, box: Box, alt: str = "A hall", inside: str = "", name: str = "Picture") -> Node:
    """A picture; ``inside`` is what stands in its ``p:nvPr``."""
    return xml(
        f'<p:pic><p:nvPicPr><p:cNvPr id="902" name="{name}" descr="{alt}"/><p:cNvPicPr/><p:nvPr>{inside}</p:nvPr>'
        f'</p:nvPicPr><p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{box_xml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def graphic(uri: str, box: Box = Box(inches(5), inches(5), inches(1), inches(1))) -> Node:  # noqa: B008 - frozen
    """A graphic of another schema, without alt text."""
    return xml(
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="903" name="Graphic"/><p:cNvGraphicFramePr/><p:nvPr/>'
        f"</p:nvGraphicFramePr>{box_xml(box).replace('a:xfrm', 'p:xfrm')}<a:graphic>"
        f'<a:graphicData uri="{uri}"/></a:graphic></p:graphicFrame>'
    )


def timing(node: str) -> Node:
    """Animations of a slide, one of which is ``node``."""
    return xml(
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        f"<p:par>{node}</p:par></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
    )


FREE = Box(inches(9), inches(4.6), inches(3), inches(0.8))


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


@fault("wrong-language", BULLETS)
def japanese_marked_as_english(deck: Planting) -> None:
    first(runs(deck.slide(BULLETS))[-1], "../a:t").text = "友だちに話す"


@fault("wrong-language", BULLETS)
def english_sentence_marked_as_japanese(deck: Planting) -> None:
    runs(deck.slide(BULLETS))[-1].set("lang", "ja-JP")


@fault("wrong-language", BULLETS)
def language_that_does_not_exist(deck: Planting) -> None:
    runs(deck.slide(BULLETS))[-1].set("lang", "xx-YY")


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
