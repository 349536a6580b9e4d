"""Reading templates that are not ours: which layouts are taken, where everything goes, in which colours."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest
from lxml import etree

from outreach_decks.colours import contrast
from outreach_decks.diagnostics import DeckError, Diagnostic
from outreach_decks.geometry import Box
from outreach_decks.powerpoint.choices import Choice
from outreach_decks.powerpoint.free_room import overlap
from outreach_decks.powerpoint.inventory import SMALL_KINDS, layouts_of
from outreach_decks.powerpoint.mapping_file import mapping_text
from outreach_decks.powerpoint.opening import opened
from outreach_decks.powerpoint.silhouettes import needed_roles, silhouettes
from outreach_decks.powerpoint.template import AdoptedTemplate, adopt_template
from outreach_decks.powerpoint.xml_paths import find
from outreach_decks.reader import read_document
from outreach_decks.theme import own_references
from tests.foreign.drawn import second_master
from tests.foreign.projects import TEMPLATES, project, template
from tests.projects import ROOT

every_template = pytest.mark.parametrize("name", TEMPLATES)
LISTS = ("bullets", "bullets-icon", "notice", "prayer", "discussion", "activity", "ask", "sources")
DRAWN = ("number", "chart", "table", "help", "case", "steps", "timeline", "myth", "quiz", "columns-3")


@cache
def adopted(name: str, table: str = "") -> AdoptedTemplate:
    """A template as it is read, with a table beside it or without one."""
    document = read_document("ours.layouts.yaml", table.encode("utf-8")) if table else None
    return adopt_template(template(name), document, project(name).standard, name)


def chosen(name: str) -> dict[str, str]:
    """The layout of each silhouette."""
    return {silhouette: choice.layout.label for silhouette, choice in adopted(name).choices.items()}


def refused(name: str, table: str) -> tuple[Diagnostic, ...]:
    """What is wrong with a table."""
    with pytest.raises(DeckError) as caught:
        adopted(name, table)
    return caught.value.diagnostics


@every_template
def test_every_silhouette_has_all_that_it_needs(name: str) -> None:
    """A title in a placeholder, and every other role there or in a box of its own."""
    layouts = adopted(name).geometry.layouts
    assert tuple(layouts) == silhouettes()
    for silhouette, layout in layouts.items():
        assert not layout.slots["title"].is_free
        assert set(needed_roles(silhouette)) <= set(layout.slots)
        indexes = [slot.index for slot in layout.slots.values()]
        assert len(set(indexes)) == len(indexes)


@every_template
def test_boxes_of_our_own_keep_clear_of_what_the_layout_has(name: str) -> None:
    """They lie on the page, and touch neither its title nor its footer nor its logo."""
    found = adopted(name)
    scale, (width, height) = found.geometry.scale, found.size
    for silhouette, layout in found.geometry.layouts.items():
        placed = found.choices[silhouette].layout
        small = [one.box for one in placed.placeholders if one.kind in SMALL_KINDS and one.box]
        logos = [one.box for one in placed.drawn if one.box.width * one.box.height < width * height * 0.05]
        for role, slot in layout.slots.items():
            if slot.is_free:
                assert not overlap(slot.box, layout.slots["title"].box), (silhouette, role)
                own = slot.box.x * scale, slot.box.y * scale, slot.box.right * scale, slot.box.bottom * scale
                assert own[0] >= 0 <= own[1], (silhouette, role)
                assert own[2] <= width, (silhouette, role)
                assert own[3] <= height, (silhouette, role)
                for box in (*small, *logos):
                    touching = min(own[2], box.right) - max(own[0], box.x) > 1
                    touching &= min(own[3], box.bottom) - max(own[1], box.y) > 1
                    assert not touching, (silhouette, role)


def test_layouts_are_chosen_by_their_placeholders() -> None:
    """In PowerPoint's own template each silhouette gets the layout that a person would take."""
    found = chosen("default.pptx")
    assert found["cover"] == "1. Title Slide"
    assert {found[silhouette] for silhouette in LISTS} == {"2. Title and Content"}
    assert {found[silhouette] for silhouette in ("section", "statement", "closing")} == {"3. Section Header"}
    assert found["columns-2"] == "5. Comparison"
    assert {found[silhouette] for silhouette in DRAWN} == {"6. Title Only"}


def test_names_do_not_count_and_all_masters_do() -> None:
    """Japanese names, and the layouts for titles on a second master."""
    found = chosen("drawn.pptx")
    assert found["cover"] == "4. タイトル スライド"
    assert found["section"] == "6. セクション見出し"
    assert found["bullets"] == "1. タイトルとコンテンツ"
    assert found["columns-2"] == "2. 2つのコンテンツ"
    assert found["number"] == "3. タイトルのみ"


def test_a_template_of_libreoffice_is_read_like_another() -> None:
    """Its subtitle serves what says one thing, its outline the lists."""
    found = chosen("garden.potx")
    assert found["cover"] == found["section"] == "2. Title Slide"
    assert found["bullets"] == "3. Title, Content"
    assert found["columns-2"] == "4. Title, 2 Content"
    assert found["chart"] == "5. Title Only"


@every_template
def test_every_placeholder_of_a_layout_has_its_own_number(name: str) -> None:
    """Also where the file has none, and the same ones each time it is opened."""
    once, again = (layouts_of(opened(template(name))) for _ in range(2))
    for layout, same in zip(once, again, strict=True):
        indexes = [one.index for one in layout.placeholders]
        assert len(set(indexes)) == len(indexes)
        assert indexes == [one.index for one in same.placeholders]


def test_what_libreoffice_shows_slides_inherit() -> None:
    """Sizes, bullets and colours of its example words become styles; a master that has styles keeps them."""
    master = opened(template("garden.potx")).slide_master.element
    assert find(master, "p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr/@sz") == ["3000"]
    assert find(master, "p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr/a:solidFill/a:srgbClr/@val") == ["1f4d3a"]
    assert find(master, "p:txStyles/p:bodyStyle/a:lvl1pPr/a:buChar") != []
    own = opened(template("default.pptx")).slide_master.element
    assert len(find(own, "p:txStyles")) == 1
    assert find(own, "p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr/@sz") == ["4400"]


def test_a_small_page_is_laid_out_as_a_large_one() -> None:
    """Sizes mean the same on every page: one 10 inches wide is laid out as if it were 12."""
    four_to_three, small = adopted("default.pptx").geometry, adopted("garden.potx").geometry
    assert four_to_three.width == 10_972_800
    assert four_to_three.scale == pytest.approx(10 / 12)
    assert small.height == pytest.approx(6_858_000, rel=0.001)
    assert small.scale == pytest.approx(0.75, rel=0.001)
    assert adopted("drawn.pptx").geometry.scale == 1.0


def test_capitals_and_bullets_of_a_layout_are_taken_back() -> None:
    """Section headers of Office 2007 are in capitals; a saying in a list has no bullet."""
    layouts = adopted("default.pptx").geometry.layouts
    assert layouts["section"].slots["title"].regular
    assert not layouts["bullets"].slots["title"].regular
    quote = layouts["quote"].slots["body"]
    assert quote.restyled
    assert not quote.levels[0].bullet
    assert layouts["bullets"].slots["body"].levels[0].bullet


def test_colours_read_on_each_ground() -> None:
    """The dark master has light words, the light one dark words, each from its own theme."""
    found = adopted("drawn.pptx")
    light, dark = found.geometry.layouts["number"], found.geometry.layouts["cover"]
    assert not light.dark
    assert dark.dark
    for layout in (light, dark):
        colours = (layout.theme or found.theme).colours
        assert contrast(colours["ink"], colours["paper"]) >= 7
        assert contrast(colours["accent"], colours["paper"]) >= 4.5
    assert (dark.theme or found.theme).colours["paper"] == "3A1F3D"
    assert (light.theme or found.theme).colours["paper"] == "FFFFFF"


def test_the_table_that_is_written_reads_as_what_was_guessed() -> None:
    """What inspect writes is what is used without it."""
    for name in TEMPLATES:
        guess = adopted(name)
        table = mapping_text(name, "ours.layouts.png", guess.choices)
        assert adopted(name, table).geometry == guess.geometry


def test_a_table_may_say_a_little() -> None:
    """One line moves one silhouette; the others stay as they were guessed."""
    table = 'bullets:\n  layout: "Two Content"\n  slots: {title: 0, body: "Content Placeholder 3"}\n'
    found = adopted("default.pptx", table)
    assert found.choices["bullets"].layout.label == "4. Two Content"
    assert found.choices["bullets"].placeholders["body"].index == 2
    assert found.choices["cover"].layout.label == "1. Title Slide"


@pytest.mark.parametrize("asked", ['"5. タイトルとコンテンツ"', "5"])
def test_two_layouts_of_one_name_are_told_apart_by_number(asked: str) -> None:
    """The number counts the layouts of all masters."""
    found = adopted("drawn.pptx", f"bullets: {{layout: {asked}, slots: {{title: 0, body: 1}}}}\n")
    assert found.choices["bullets"].layout.number == 5


@pytest.mark.parametrize(
    ("table", "code", "words"),
    [
        ("bullets: {layout: タイトルとコンテンツ, slots: {title: 0}}", "unknown-layout", "has 2 layouts called"),
        ("bullets: {layout: 9. タイトルのみ, slots: {title: 0}}", "unknown-layout", "no layout called"),
        ("bullets: {layout: 3, slots: {title: 0, body: Text 7}}", "unknown-placeholder", "no placeholder called"),
        ("bullets: {layout: 3, slots: {title: 0, body: 7}}", "unknown-placeholder", "with the number 7"),
        ("bullets: {layout: 3, slots: {body: 0}}", "missing-role", '"title"'),
        ("bulets: {layout: 3, slots: {title: 0}}", "unknown-silhouette", "bulets"),
    ],
)
def test_what_is_wrong_with_a_table_is_said(table: str, code: str, words: str) -> None:
    """Each slip has its code and says what was written."""
    (found,) = refused("drawn.pptx", table + "\n")
    assert found.code == code
    assert words in found.message


def test_a_template_without_a_title_is_refused() -> None:
    """Slides without titles cannot be found again, by nobody."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template("default.pptx"))) as old, zipfile.ZipFile(held, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part.startswith("ppt/slideLayouts/slideLayout"):
                content = content.replace(b'type="title"', b'type="body"').replace(b'type="ctrTitle"', b'type="body"')
            new.writestr(part, content)
    with pytest.raises(DeckError) as caught:
        adopt_template(held.getvalue(), None, project("default.pptx").standard, "ours.pptx")
    assert "placeholder for a title" in caught.value.diagnostics[0].message


def test_words_in_nearly_the_colour_of_their_ground_become_ink() -> None:
    """A slide says the colour itself where the layout would hide the words; where they read it says nothing."""
    white = _rewritten("default.pptx", b'<a:schemeClr val="tx1"/>', b'<a:schemeClr val="bg1"/>')
    hidden = adopt_template(white, None, project("default.pptx").standard, "ours.pptx").geometry.layouts["bullets"]
    assert hidden.slots["body"].recoloured
    assert hidden.slots["body"].colour == "ink"
    assert not adopted("default.pptx").geometry.layouts["bullets"].slots["body"].recoloured
    assert not adopted("drawn.pptx").geometry.layouts["cover"].slots["title"].recoloured


def _rewritten(name: str, old: bytes, new: bytes) -> bytes:
    """A template with something replaced in its masters."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template(name))) as given, zipfile.ZipFile(held, "w") as copy:
        for part in given.namelist():
            content = given.read(part)
            copy.writestr(part, content.replace(old, new) if part.startswith("ppt/slideMasters/s") else content)
    return held.getvalue()


def test_a_picture_behind_the_words_tells_their_colour() -> None:
    """A dark photograph on the master makes ink light."""
    found = adopted("default.pptx").choices["bullets"]
    assert isinstance(found, Choice)
    dark = etree.fromstring(
        '<p:bg xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:bgPr><a:gradFill><a:gsLst>'
        '<a:gs pos="0"><a:srgbClr val="101820"/></a:gs><a:gs pos="100000"><a:srgbClr val="203040"/></a:gs>'
        "</a:gsLst></a:gradFill><a:effectLst/></p:bgPr></p:bg>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template("default.pptx"))) as old, zipfile.ZipFile(held, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            if part == "ppt/slideMasters/slideMaster1.xml":
                root = etree.fromstring(content)
                background = next(root.iter("{*}bg"))
                background.addnext(dark)
                background.clear()
                root[0].remove(background)
                content = etree.tostring(root)
            new.writestr(part, content)
    gradient = adopt_template(held.getvalue(), None, project("default.pptx").standard, "ours.pptx")
    layout = gradient.geometry.layouts["number"]
    assert layout.theme is not None
    assert layout.theme.colours["paper"] == "182430"
    assert contrast(layout.theme.colours["ink"], "203040") >= 7


def test_a_copy_of_ours_is_known_without_its_table() -> None:
    """Every layout is found again by where its placeholders are, and nothing needs a box of its own."""
    ours = (ROOT / "assets" / "templates" / "church.pptx").read_bytes()
    found = adopt_template(ours, None, project("drawn.pptx").standard, "copy.pptx")
    standard = project("drawn.pptx").standard
    for silhouette, layout in found.geometry.layouts.items():
        own = standard.layouts[silhouette]
        assert {role: slot.box for role, slot in layout.slots.items()} == {
            role: slot.box for role, slot in own.slots.items()
        }
        assert not any(slot.is_free or slot.moved or slot.restyled for slot in layout.slots.values())
    assert found.theme.references == own_references()


def test_layouts_of_libreoffice_stand_where_their_own_master_has_them() -> None:
    """It gives those of all masters the places of one; each gets the title and the content of its own master back."""
    title, content = Box(500_000, 400_000, 8_000_000, 600_000), Box(500_000, 1_200_000, 8_000_000, 3_000_000)
    layouts = layouts_of(opened(two_masters(title, content)))
    first, second = (one for one in layouts if one.name == "Title, Content")
    assert (first.master, second.master) == (1, 2)
    places = [{one.kind: one.box for one in layout.placeholders} for layout in (first, second)]
    assert (places[1]["title"], places[1]["obj"]) == (title, content)
    assert places[0]["title"] != title
    halves = [one.box for one in layouts[len(layouts) // 2 + 3].placeholders if one.kind == "obj" and one.box]
    assert len(halves) == 2
    assert min(box.x for box in halves) == content.x
    assert max(box.right for box in halves) == pytest.approx(content.right, rel=0.001)


def two_masters(title: Box, content: Box) -> bytes:
    """The template of LibreOffice with its master twice, as it writes it: the second master has places of its own."""
    presentation = opened(template("garden.potx"))
    for styles in find(presentation.slide_master.element, "p:txStyles"):
        styles.getparent().remove(styles)
    second = second_master(presentation, presentation.slide_master)
    for shape in find(second.element, "p:cSld/p:spTree/p:sp[p:nvSpPr/p:nvPr/p:ph]"):
        box = {"title": title, "body": content}.get(find(shape, "p:nvSpPr/p:nvPr/p:ph")[0].get("type"))
        for place in find(shape, "p:spPr/a:xfrm/*") if box else ():
            for name, value in (("x", box.x), ("y", box.y), ("cx", box.width), ("cy", box.height)):  # type: ignore[union-attr]
                if name in place.attrib:
                    place.set(name, str(value))
    held = io.BytesIO()
    presentation.save(held)
    return held.getvalue()
