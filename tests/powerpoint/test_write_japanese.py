"""Japanese in the file: its face, its emphasis, its line ends and how far lines stand apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outreach_decks.deck import Deck, PlacedBlock, PlacedCell, PlacedGroup, PlacedTable, PlacedText
from outreach_decks.geometry import Box, inches
from outreach_decks.text import Paragraph, Run, words
from tests.powerpoint.every_shape import every_shape, look, write
from tests.powerpoint.opened import Node, attributes, find, part, shape, slide, text, values

BOX = Box(inches(1), inches(2), inches(3), inches(1))


def deck_of(title: Paragraph, *points: Paragraph, leading: float | None = None, size: float | None = None) -> Deck:
    """A deck in Japanese of one list slide."""
    slots = look().geometry.layouts["bullets"].slots
    head = PlacedText("title", 0, slots["title"].box, (title,), None, 0, 0, leading=leading)
    body = PlacedText("body", slots["body"].index, slots["body"].box, points, size, 0, 0, leading=leading)
    sample = every_shape()
    one = replace(sample.slides[2], shapes=(head, body))
    return replace(sample, slides=(one,), sections=(), language="ja")


def written(title: Paragraph, *points: Paragraph, leading: float | None = None, size: float | None = None) -> Node:
    """The slide of such a deck."""
    return slide(write(deck_of(title, *points, leading=leading, size=size)), 1)


def children(node: Node) -> list[str]:
    """The names of the elements in an element."""
    return [one.tag.rpartition("}")[2] for one in find(node, "./*")]


def test_every_japanese_run_names_the_face_of_the_theme() -> None:
    """The heading's in titles, the text's elsewhere; a Latin run has its face from the theme without a word."""
    made = written(words("人身取引 in Japan"), words("SNSで出会う"))
    assert values(shape(made, "Title"), ".//a:r/a:rPr/@lang") == ["ja-JP", "en-US"]
    assert values(shape(made, "Title"), ".//a:r/a:rPr/a:ea/@typeface") == ["+mj-ea"]
    assert values(shape(made, "Points"), ".//a:r/a:rPr/a:ea/@typeface") == ["+mn-ea"]
    assert values(made, "//a:r[a:rPr/@lang='ja-JP'][not(a:rPr/a:ea)]/a:t/text()") == []
    assert values(made, "//a:r[a:rPr/@lang='en-US'][a:rPr/a:ea]/a:t/text()") == []


def test_the_face_stands_between_the_colour_and_the_link() -> None:
    """The order that the schema asks for (ECMA-376 Part 1, 21.1.2.3.9)."""
    run = Run("相談窓口", link="https://example.org", colour="accent")
    (properties,) = find(written(words("題"), Paragraph((run,))), "//a:r/a:rPr[a:hlinkClick]")
    assert children(properties) == ["solidFill", "ea", "hlinkClick"]


def test_emphasis_on_kanji_is_weight() -> None:
    """No Japanese run is slanted; Latin letters of the same run are, unless whoever made it says bold."""
    made = written(words("題"), Paragraph((Run("過労死karōshi", italic=True),)))
    found = {text(run): attributes(find(run, "./a:rPr")[0]) for run in find(shape(made, "Points"), ".//a:r")}
    assert found == {
        "過労死": {"lang": "ja-JP", "altLang": "en-US", "b": "1"},
        "karōshi": {"lang": "en-US", "altLang": "ja-JP", "i": "1"},
    }


def test_a_line_end_of_layout_is_a_break() -> None:
    """In the language and face of the words before it."""
    made = shape(written(words("人はどのように\v引きこまれるのか")), "Title")
    assert children(find(made, ".//a:p")[0]) == ["r", "br", "r", "endParaRPr"]
    assert values(made, ".//a:t/text()") == ["人はどのように", "引きこまれるのか"]
    assert values(made, ".//a:br/a:rPr/@lang") == ["ja-JP"]


def test_lines_are_an_exact_distance_apart() -> None:
    """In hundredths of a point, of the size of each level; the layout's own sizes are not repeated."""
    made = written(words("題"), words("点"), Paragraph((Run("下の点"),), 1), leading=1.4)
    assert values(shape(made, "Title"), ".//a:pPr/a:lnSpc/a:spcPts/@val") == ["5600"]
    assert values(shape(made, "Points"), ".//a:pPr/a:lnSpc/a:spcPts/@val") == ["4480", "3920"]
    assert values(made, "//a:rPr/@sz") == []


def test_a_smaller_text_has_smaller_distances() -> None:
    """The distance goes by the size that is written."""
    made = shape(written(words("題"), words("点"), Paragraph((Run("下の点"),), 1), leading=1.35, size=26), "Points")
    assert values(made, ".//a:pPr/a:lnSpc/a:spcPts/@val") == ["3510", "2970"]
    assert values(made, ".//a:r/a:rPr/@sz") == ["2600", "2200"]


def test_without_a_leading_the_layout_decides() -> None:
    """Decks in other languages say nothing of the distance of lines."""
    assert values(written(words("題"), words("点")), "//a:lnSpc//@val") == []


@pytest.mark.parametrize(("leading", "expected"), [(1.35, ["spcPts 2700"]), (None, ["spcPct 100000"])])
def test_native_shapes_and_cells_have_their_distance(leading: float | None, expected: list[str]) -> None:
    """A block's is exact or the face's; a cell's is exact or not said."""
    block = PlacedBlock("rect", BOX, paragraphs=(words("見つける"),), size=20, leading=leading)
    rows = ((PlacedCell((words("表"),), 20, leading=leading),),)
    table = PlacedTable(31, BOX, (BOX.width,), (BOX.height,), rows, "表", 0, BOX.height)
    sample = every_shape()
    pages = (
        replace(sample.slides[7], shapes=(PlacedGroup("Steps", BOX, (block,), "段階"),)),
        replace(sample.slides[6], shapes=(table,)),
    )
    pptx = write(replace(sample, slides=pages, sections=(), language="ja"))
    found = [find(slide(pptx, number), "//a:lnSpc/*") for number in (1, 2)]
    told = [[f"{one.tag.rpartition('}')[2]} {one.get('val')}" for one in each] for each in found]
    assert told == [expected, expected if leading else []]


def test_notes_have_their_distance() -> None:
    """Of the size of the notes master, 14 pt in our templates."""
    deck = replace(deck_of(words("題")), notes_leading=1.4)
    notes = part(write(deck), "ppt/notesSlides/notesSlide1.xml")
    assert set(values(notes, "//a:lnSpc/a:spcPts/@val")) == {"1960"}
    assert not find(part(write(deck_of(words("題"))), "ppt/notesSlides/notesSlide1.xml"), "//a:lnSpc")
