from __future__ import annotations

from dataclasses import replace

import pytest

from outreach_decks.deck import Deck, PlacedText
from outreach_decks.geometry import Box
from outreach_decks.powerpoint.text import clean
from outreach_decks.text import Paragraph, Run, words
from tests.powerpoint.every_shape import LINK, every_shape, look, write, written
from tests.powerpoint.opened import Node, attributes, find, names, relations, shape, slide, text, values

SIGNS, JAPANESE, NUMBER = 3, 4, 5


def deck_of(*paragraphs: Paragraph, size: float | None = None, language: str = "en") -> Deck:
    """A deck of one list slide whose points are these paragraphs."""
    slots = look().geometry.layouts["bullets"].slots
    title = PlacedText("title", 0, slots["title"].box, (words("A title"),), None, 0, 0)
    body = PlacedText("body", slots["body"].index, slots["body"].box, paragraphs, size, 0, 0)
    sample = every_shape()
    one = replace(sample.slides[2], shapes=(title, body))
    return replace(sample, slides=(one,), sections=(), language=language)


def points(deck: Deck) -> Node:
    """The shape of the points on a deck of one slide."""
    return shape(slide(write(deck), 1), "Points")


def test_text_stands_in_the_placeholders_of_the_layout() -> None:
    """Title, body and source line are the layout's placeholders, under the names that it gives them."""
    page = slide(written(), SIGNS)
    found = {name: attributes(find(shape(page, name), ".//p:ph")[0]) for name in ("Title", "Points", "Source")}
    assert found == {
        "Title": {"type": "title"},
        "Points": {"type": "body", "sz": "quarter", "idx": "21"},
        "Source": {"type": "body", "sz": "quarter", "idx": "40"},
    }


def test_a_placeholder_in_its_own_place_inherits_it() -> None:
    """The properties of a placeholder are empty, so that it follows its layout."""
    assert not find(slide(written(), SIGNS), "//p:sp/p:spPr/*")


def test_a_placeholder_elsewhere_says_where() -> None:
    """A box that is not the layout's is written."""
    deck = deck_of(words("A point"))
    title, body = deck.slides[0].shapes
    assert isinstance(body, PlacedText)
    moved = replace(deck.slides[0], shapes=(title, replace(body, box=Box(1, 2, 3, 4))))
    place = find(points(replace(deck, slides=(moved,))), "./p:spPr/a:xfrm/*")
    assert [attributes(one) for one in place] == [{"x": "1", "y": "2"}, {"cx": "3", "cy": "4"}]


def test_a_size_is_written_only_where_it_is_not_the_layouts() -> None:
    """No run of a slide at the layout's own sizes has a size."""
    assert values(slide(written(), SIGNS), "//@sz[not(parent::p:ph)]") == [
        *["2600"] * 7, "2200", "2200", "2000", "2000", *["2600"] * 4,
    ]  # fmt: skip
    assert not values(slide(written(), NUMBER), "//a:rPr/@sz")


def test_room_left_empty_for_even_lines_is_an_inset() -> None:
    """The right inset is the layout's own and what stays empty; the words are not touched."""
    deck = deck_of(words("A point"))
    title, body = deck.slides[0].shapes
    assert isinstance(title, PlacedText)
    even = replace(deck.slides[0], shapes=(replace(title, narrowed=1_000_000), body))
    page = slide(write(replace(deck, slides=(even,))), 1)
    assert [attributes(one) for one in find(shape(page, "Title"), ".//a:bodyPr")] == [{"rIns": "1000000"}]
    assert [attributes(one) for one in find(shape(page, "Points"), ".//a:bodyPr")] == [{}]


def test_text_shrinks_only_when_somebody_edits_it() -> None:
    """Every text frame asks for autofit and none says by how much."""
    fits = find(slide(written(), SIGNS), "//p:sp[.//p:ph[@type='body' or @type='title']]//a:bodyPr/a:normAutofit")
    assert len(fits) == 3
    assert not any(one.attrib for one in fits)


def test_levels_of_a_list_are_levels() -> None:
    """Deeper points say their level, the outermost say none."""
    assert values(shape(slide(written(), SIGNS), "Points"), ".//a:pPr/@lvl") == ["1", "2"]


def test_marks_of_a_run() -> None:
    """Bold, italic, superscript and colour become what Office calls them."""
    runs = (
        Run("b", bold=True), Run("i", italic=True), Run("s", superscript=True), Run("c", colour="ground"), Run("plain"),
    )  # fmt: skip
    made = find(points(deck_of(Paragraph(runs))), ".//a:r/a:rPr")
    bold, italic, raised, coloured, plain = (attributes(one) for one in made)
    assert (bold["b"], italic["i"], raised["baseline"]) == ("1", "1", "30000")
    assert not {"b", "i", "baseline"} & plain.keys()
    assert values(made[3], "./a:solidFill/a:schemeClr/@val") == ["tx2"]
    assert coloured.keys() == plain.keys() == {"lang", "altLang"}


@pytest.mark.parametrize(
    ("name", "value"),
    [("ink", "tx1"), ("paper", "bg1"), ("ground", "tx2"), ("tint", "bg2"), ("accent", "accent1"), ("panel", "accent6")],
)
def test_colours_are_slots_of_the_theme(name: str, value: str) -> None:
    """A colour is written as the theme's, so that it follows the template."""
    made = points(deck_of(Paragraph((Run("x", colour=name),))))
    assert values(made, ".//a:r//a:schemeClr/@val") == [value]


def test_a_run_is_cut_where_its_script_changes() -> None:
    """Japanese is ja-JP, everything else en-US, each with the other as its alternative."""
    made = shape(slide(written(), JAPANESE), "Points")
    runs = find(made, "(.//a:p)[2]/a:r")
    assert [(text(run), *values(run, "./a:rPr/@lang | ./a:rPr/@altLang")) for run in runs] == [
        ("2024", "en-US", "ja-JP"),
        ("年に", "ja-JP", "en-US"),
        ("66", "en-US", "ja-JP"),
        ("人が", "ja-JP", "en-US"),
        ("IOM", "en-US", "ja-JP"),
        ("などの支援を受けました", "ja-JP", "en-US"),
    ]


def test_every_paragraph_ends_with_a_language() -> None:
    """What somebody types at the end of a paragraph has a language too."""
    for number in range(1, 12):
        page = slide(written(), number)
        assert len(find(page, "//a:p")) == len(find(page, "//a:p/a:endParaRPr[@lang][@altLang]"))


def test_a_deck_in_another_language_says_so() -> None:
    """Words that are not Japanese are in the deck's own language."""
    made = points(deck_of(words("Xin chào 日本"), language="vi"))
    assert values(made, ".//a:r/a:rPr/@lang") == ["vi-VN", "ja-JP"]
    assert values(points(deck_of(words("保護 OK"), language="ja")), ".//a:r/a:rPr/@lang") == ["ja-JP", "en-US"]


def test_a_link_leads_out_by_a_relation() -> None:
    """An address is escaped, stored once, and its words keep their own colour."""
    pptx = written()
    (relation,) = values(slide(pptx, SIGNS), "//a:hlinkClick/@r:id")
    kind, target = relations(pptx, f"ppt/slides/slide{SIGNS}.xml")[relation]
    assert (kind, target) == ("hyperlink", "https://example.org/%E6%97%A5%E6%9C%AC/?a=1&b=2")
    assert target != LINK
    assert len(find(slide(pptx, SIGNS), "//a:hlinkClick/a:extLst/a:ext")) == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file://server/x.exe", "ppaction://macro", "#", "x y"])
def test_an_unsafe_link_is_not_written(address: str) -> None:
    """The words stay, the way to a program or a file goes."""
    pptx = write(deck_of(Paragraph((Run("words", link=address),))))
    assert text(shape(slide(pptx, 1), "Points")) == "words"
    assert not find(slide(pptx, 1), "//a:hlinkClick")
    assert "hyperlink" not in {kind for kind, _ in relations(pptx, "ppt/slides/slide1.xml").values()}


@pytest.mark.parametrize("address", ["http://example.org", "mailto:a@example.org", "tel:+81312345678"])
def test_a_safe_link_is_written(address: str) -> None:
    """Web pages, mail and telephone may be led to."""
    pptx = write(deck_of(Paragraph((Run("words", link=address),))))
    assert ("hyperlink", address) in relations(pptx, "ppt/slides/slide1.xml").values()


def test_one_address_has_one_relation() -> None:
    """Two links to one address share a relation."""
    link = Run("words", link="https://example.org")
    pptx = write(deck_of(Paragraph((link, Run(" and "), link))))
    assert len(set(values(slide(pptx, 1), "//a:hlinkClick/@r:id"))) == 1


def test_clean_text() -> None:
    """Controls go, letters are composed, widths and old forms of names stay."""
    assert clean("a\x00\x08b\x0bc\ufffe\ud800d") == "abcd"
    assert clean("か\u3099e\u0301") == "がé"
    assert clean("ｶ１\ufa19") == "ｶ１\ufa19"
    assert clean("a\r\nb\tc") == "a\nb\tc"


def test_a_new_line_is_a_break() -> None:
    """A line break inside a paragraph is one for Office too, and has a language."""
    made = points(deck_of(words("one\ntwo")))
    assert [one.tag.rpartition("}")[2] for one in find(made, ".//a:p/*")] == ["r", "br", "r", "endParaRPr"]
    assert values(made, ".//a:br/a:rPr/@lang") == ["en-US"]


def test_shapes_are_read_in_the_order_of_the_deck() -> None:
    """Title, body, picture, source line, then footer and slide number."""
    page = slide(written(), 6)
    assert values(page, "/p:sld/p:cSld/p:spTree/*/*/p:cNvPr/@name") == [
        "Title", "Chart", "Source", "Footer", "Slide number",
    ]  # fmt: skip


def test_unused_placeholders_are_gone() -> None:
    """A slide has no placeholder that the deck did not fill."""
    assert values(slide(written(), NUMBER), "//p:ph/@idx") == ["21", "23", "40", "11", "12"]


def test_footer_and_slide_number_are_live() -> None:
    """The footer is the deck's, the number is a field that Office fills."""
    page = slide(written(), SIGNS)
    assert text(shape(page, "Footer")) == "Hidden in plain sight"
    assert values(shape(page, "Slide number"), ".//a:fld/@type") == ["slidenum"]
    assert values(shape(page, "Slide number"), ".//a:fld/a:rPr/@lang") == ["en-US"]


def test_a_deck_without_a_footer_has_none() -> None:
    """An empty footer is left out, the slide number stays."""
    page = slide(write(replace(every_shape(), footer="")), SIGNS)
    assert values(page, "//p:ph[@type='ftr' or @type='sldNum']/@type") == ["sldNum"]


def test_ids_of_shapes_are_unique() -> None:
    """Every shape of a slide has an id of its own, also in groups."""
    for number in range(1, 12):
        ids = values(slide(written(), number), "//p:cNvPr/@id")
        assert len(ids) == len(set(ids))


def test_a_slide_is_called_by_its_id() -> None:
    """The name of a slide is its id in the outline; a second one of the same id gets a number."""
    deck = deck_of(words("x"))
    pptx = write(replace(deck, slides=deck.slides * 2))
    assert [values(slide(pptx, number), "/p:sld/p:cSld/@name") for number in (1, 2)] == [["signs"], ["signs-2"]]
    first, second = (values(slide(pptx, number), "//p14:creationId/@val") for number in (1, 2))
    assert first != second


def test_a_hidden_slide_is_hidden() -> None:
    """A slide that is kept for questions is not shown, and only that one."""
    shown = [slide(written(), number).get("show") for number in range(1, 12)]
    assert shown == [*[None] * 10, "0"]


def test_every_layout_is_kept() -> None:
    """A new slide made by hand finds all layouts of the template."""
    layouts = [name for name in names(written()) if name.startswith("ppt/slideLayouts/slideLayout")]
    assert layouts == [name for name in sorted(names(look().template), key=len) if "slideLayouts/slideLayout" in name]


def test_a_layout_that_is_not_there_is_refused() -> None:
    """The writer does not guess which layout was meant."""
    deck = every_shape()
    unknown = replace(deck.slides[0], layout="no-such")
    with pytest.raises(LookupError):
        write(replace(deck, slides=(unknown,), sections=()))
