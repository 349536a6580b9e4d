"""Japanese decks have exact distances of lines, and their short texts break where phrases end."""

from __future__ import annotations

from itertools import pairwise

import pytest

from outreach_decks.deck import Deck, PlacedBlock, PlacedGroup, PlacedShape, PlacedSlide, PlacedTable, PlacedText
from outreach_decks.geometry import EMU_PER_PT, Box
from outreach_decks.layout.typesetting import notes_leading, typeset_in
from outreach_decks.outline import Outline
from outreach_decks.parse import parse_outline
from outreach_decks.powerpoint.write import write_pptx
from outreach_decks.preview import render_pdf
from outreach_decks.project import Project
from outreach_decks.theme import Geometry, Level, Slot, pitch
from tests.agreement import font_files
from tests.projects import HEAD, TALK, Made, make, measure, outline, workspace
from tests.rendered import Glyph, baselines, page_glyphs

JAPANESE = HEAD.replace("language: en", "language: ja")
# Where LibreOffice puts the baseline of a line of exact height: so many em above its lower edge.
BELOW_BASELINE = 0.2


def made_in_japanese(slides: str) -> Made:
    """A Japanese talk with these slides."""
    return make(slides, JAPANESE)


def opened(slides: str) -> tuple[Project, Outline]:
    """A project with a Japanese talk of these slides."""
    place = workspace({TALK: outline(slides, JAPANESE)})
    return Project(place), parse_outline(TALK, place)


def geometry() -> Geometry:
    """The geometry of the church template."""
    project, written = opened("- {kind: section, id: one, title: T, notes: N}\n")
    return project.look(written).geometry


def only(slides: str) -> PlacedSlide:
    """The slide "one" of a Japanese talk."""
    return next(slide for slide in made_in_japanese(slides).deck.slides if slide.id == "one")


def text(slide: PlacedSlide, role: str) -> PlacedText:
    """The text in a role."""
    return next(shape for shape in slide.shapes if isinstance(shape, PlacedText) and shape.role == role)


def lines(placed: PlacedText) -> list[list[str]]:
    """The paragraphs of a text, each as the lines that layout made."""
    return ["".join(run.text for run in paragraph.runs).split("\v") for paragraph in placed.paragraphs]


def test_other_languages_keep_the_template() -> None:
    """English, and any language that is not an East Asian one, has the template's own geometry."""
    own = geometry()
    assert all(typeset_in(own, language) is own for language in ("en", "vi", "pt_BR"))


def test_every_slot_has_its_distance_of_lines() -> None:
    """1.1 to 1.4 em: titles 1.25, text 1.4, narrow columns and small print 1.35, headings 1.3."""
    layouts = typeset_in(geometry(), "ja").layouts
    found = {
        (name, role): layouts[name].slots[role].leading
        for name, role in [
            ("bullets", "title"), ("section", "title"), ("bullets", "body"), ("columns-3", "body-1"),
            ("columns-3", "heading-1"), ("bullets", "source"), ("number", "number"),
        ]
    }  # fmt: skip
    assert list(found.values()) == [1.25, 1.25, 1.4, 1.35, 1.3, 1.32, 1.1]
    every = [slot.leading for layout in layouts.values() for slot in layout.slots.values()]
    assert all(leading is not None and 1.1 <= leading <= 1.4 for leading in every)
    assert {layout.leading for layout in layouts.values()} == {1.35}


def test_a_slot_for_two_lines_holds_two_lines() -> None:
    """The line below a chart is as high as two lines of its smallest size; they are set as close as that asks for."""
    slot = typeset_in(geometry(), "ja").layouts["chart"].slots["takeaway"]
    assert slot.leading is not None
    assert 1.2 <= slot.leading < 1.35
    assert 2 * 20 * slot.leading * EMU_PER_PT <= slot.text_box.height


def test_chinese_has_distances_and_no_phrases() -> None:
    """Only Japanese phrases are known."""
    slots = typeset_in(geometry(), "zh_Hant").layouts["section"].slots
    assert (slots["title"].leading, slots["title"].phrases) == (1.25, False)


def test_distances_are_rounded_once() -> None:
    """What is measured is a whole number of tenths of a point, as it is written."""
    assert pitch(26, 1.35) == 35.1
    slot = Slot("body", 1, "body", Box(0, 0, 10**7, 10**7), (Level(26),), leading=1.35)
    assert measure().height(made_in_japanese(BULLETS).deck.slides[0].notes, slot) == 35.1 * EMU_PER_PT


BULLETS = """
- kind: bullets
  id: one
  title: 保護された人の大半は、日本人だった
  points: [パスポートや電話を、ほかの人が持っている, いつまでも減らない借金, 職場に住んでいる]
  notes: お話しします。
"""


def test_titles_have_one_size_whether_they_have_one_line_or_two() -> None:
    """The size at which two lines fit: 36 pt, where one line alone would have 40."""
    long = BULLETS.replace("大半は、日本人だった", "大半は、日本人だった。国籍を問わず、だれにでも起こりうる")
    for slides, count in ((BULLETS, 1), (long, 2)):
        title = text(made_in_japanese(slides).deck.slides[0], "title")
        assert (title.size, title.leading, len(lines(title)[0])) == (36, 1.25, count)
        assert title.needed == count * 45 * EMU_PER_PT <= title.available


def test_a_title_breaks_where_a_phrase_ends() -> None:
    """The line end is in the placed words; the slide's title, which screens readers and lists say, is without it."""
    slide = made_in_japanese(
        "- {kind: section, id: one, title: 人はどのように引きこまれるのか, notes: 話}\n"
    ).deck.slides[0]
    title = text(slide, "title")
    assert lines(title) == [["人はどのように", "引きこまれるのか"]]
    assert slide.title == "人はどのように引きこまれるのか" == title.paragraphs[0].plain
    assert title.narrowed == 0
    assert title.needed == 2 * 60 * EMU_PER_PT


def test_english_is_not_broken_so() -> None:
    """The words of an English deck hold no line end, and have the layout's own distance of lines."""
    slide = make("- {kind: section, id: one, title: What do we know about Japan?, notes: N}\n").deck.slides[0]
    assert lines(text(slide, "title")) == [["What do we know about Japan?"]]
    assert text(slide, "title").leading is None


def test_a_text_gets_a_little_smaller_to_break_between_phrases() -> None:
    """A name that no line holds is set smaller rather than parted, by a fifth at most."""
    case = """
    - kind: case
      id: one
      title: ある事件
      status: alleged
      composite: false
      when: 日本、2017年
      story: [少年が屋台で働かされていた]
      sources: [police]
      notes: 話
    """
    when = text(only(case), "when")
    assert lines(when) == [["日本、", "2017年"]]
    assert when.needed <= when.available


def test_lists_are_broken_as_a_renderer_does_it() -> None:
    """A point has a line end of ours only where a word would be parted or hardly a character be left."""
    point = "少年を見かけて、たずねることができたのはだれだろう"
    plain = "少年が仕事をやめにくくなる理由には、どんなことがありえるだろうか、話し合う"
    kind = "kind: discussion, id: one, title: 話そう, minutes: 3, grouping: pairs, notes: 話"
    body = text(only(f"- {{{kind}, questions: [{point}, {plain}]}}\n"), "body")
    broken, natural = lines(body)
    assert broken == ["少年を見かけて、", "たずねることができたのはだれだろう"]
    assert natural == [plain]


def test_narrow_columns_break_between_phrases() -> None:
    """Points of a third of a slide have so few characters a line that each line would part a word."""
    columns = "\n".join(
        f"    - {{heading: 祈る, points: [被害を経験した人を支える人のために, 毎月{n}回]}}" for n in (1, 2, 3)
    )
    slide = made_in_japanese(
        f"- kind: columns\n  id: one\n  title: できること\n  notes: 話\n  columns:\n{columns}\n"
    ).deck.slides[0]
    assert lines(text(slide, "body-1")) == [["被害を経験した", "人を支える", "人のために"], ["毎月1回"]]


def group(slide: PlacedSlide) -> list[PlacedBlock]:
    """The native shapes with words."""
    (found,) = (shape for shape in slide.shapes if isinstance(shape, PlacedGroup))
    return [block for block in found.shapes if isinstance(block, PlacedBlock) and block.paragraphs]


STEPS = """
- kind: steps
  id: one
  title: 親切から始まることが多い
  notes: 話
  steps:
    - {label: 見つける, text: お金や仕事など足りないものをさがす}
    - {label: 孤立させる, text: 「ここだけの話だよ」と言う}
    - {label: 利用する, text: 見返りを求める}
    - {label: おどす, text: 借金や恥でしばる}
    - {label: 続ける, text: やめさせない}
"""


def test_words_on_cards_break_between_phrases() -> None:
    """The labels and texts of a figure, whose alt text is without the line ends."""
    slide = made_in_japanese(STEPS).deck.slides[0]
    told = {"".join(run.text for run in block.paragraphs[0].runs): block for block in group(slide)}
    assert "「ここだけの\v話だよ」と\v言う" in told or "「ここだけの\v話だよ」と言う" in told
    assert all(block.leading == 1.35 for words, block in told.items() if not words.isdecimal())
    alt = next(shape.alt for shape in slide.shapes if isinstance(shape, PlacedGroup))
    assert "「ここだけの話だよ」と言う" in alt
    assert "\v" not in alt


def test_cells_break_between_phrases_where_it_takes_no_more_lines() -> None:
    """And have exact distances of lines."""
    cell = "うそで得た「はい」は自由ではない。子どもなら決して同意にならない"
    rows = f"header: [言われること, わかっていること], rows: [[うちにはない, {cell}]]"
    slide = only(f"- {{kind: table, id: one, title: 表, notes: 話, {rows}}}\n")
    (table,) = (shape for shape in slide.shapes if isinstance(shape, PlacedTable))
    placed = table.rows[1][1]
    assert placed.leading == 1.35
    assert placed.paragraphs[0].plain == cell
    assert "".join(run.text for run in placed.paragraphs[0].runs).split("\v")[0] == "うそで得た「はい」は自由ではない。"


def test_lines_are_set_closer_where_a_text_has_no_room() -> None:
    """Rather than not at all: never under 1.25 em."""
    story = "被害を経験した人の話を聞き、どうすれば気づくことができたのかを考える。" * 2
    slides = f"""
    - kind: case
      id: one
      title: ある事件
      status: alleged
      composite: false
      story: [{story}, {story}, {story}]
      sources: [police]
      notes: 話
    """
    body = text(only(slides), "body")
    assert (body.leading, body.excess) == (1.25, 0)
    assert body.needed <= body.available


def test_notes_have_their_distance_in_east_asian_languages() -> None:
    """A speaker reads them at arm's length."""
    assert (notes_leading("ja"), notes_leading("en")) == (1.4, None)
    assert made_in_japanese(BULLETS).deck.notes_leading == 1.4


# --- what LibreOffice makes of it -----------------------------------------------------------------------------------

LOOKED_AT = f"""
- {{kind: section, id: part, title: 人はどのように引きこまれるのか, notes: 話}}
- kind: quote
  id: words
  words: 善を行うことをならい、公平を求め、しえたげる者を戒め、みなしごを正しく守り、寡婦の訴えを弁護せよ。
  reference: イザヤ書1章17節
  licence: 口語訳
  notes: 話
- kind: notice
  id: notice
  title: どうぞ無理をせずにお聞きください
  points: [子どももふくめ、搾取される人たちのお話です, いつでも席を外したり、だれかと話したりできます]
  notes: 話
{BULLETS}
"""


def rendered(slides: str) -> tuple[Deck, tuple[tuple[Glyph, ...], ...]]:
    """A Japanese deck and the characters on its pages, in a copy whose text no renderer shrinks."""
    deck = made_in_japanese(slides).deck
    project, written = opened(slides)
    look = project.look(written)
    pptx = write_pptx(deck, look.pptx, look.theme, look.geometry, {})
    pdf = render_pdf({"deck": pptx}, fonts=font_files())["deck"]
    return deck, page_glyphs(pdf)


def boxes(shapes: tuple[PlacedShape, ...]) -> list[PlacedText]:
    """The texts of a slide of 20 pt or more."""
    return [shape for shape in shapes if isinstance(shape, PlacedText) and shape.role != "source"]


@pytest.mark.render
def test_lines_stand_where_they_are_predicted() -> None:
    """Each line of each text is at its exact distance below the one above, and all of them are inside their box."""
    deck, pages = rendered(LOOKED_AT)
    slots = geometry().layouts
    for slide, glyphs in zip(deck.slides, pages, strict=True):
        for placed in boxes(slide.shapes):
            slot = slots[slide.layout].slots[placed.role]
            size, inside = placed.size or slot.size, _within(placed, glyphs)
            assert placed.leading is not None
            steps = {round(above - below, 1) for above, below in pairwise(inside)}
            before = slot.levels[0].space_before
            allowed = {pitch(size, placed.leading), round(pitch(size, placed.leading) + before, 1)}
            assert all(min(abs(step - each) for each in allowed) < 0.15 for step in steps), (slide.id, steps, allowed)
            lower = 540 - placed.box.bottom / EMU_PER_PT
            assert inside[-1] - BELOW_BASELINE * size >= lower - 0.5
            count = sum(map(len, lines(placed)))
            assert len(inside) >= count


def _within(placed: PlacedText, glyphs: tuple[Glyph, ...]) -> tuple[float, ...]:
    """The baselines of what stands in the box of a text, bullets aside."""
    box = placed.box
    top, bottom = 540 - box.y / EMU_PER_PT, 540 - box.bottom / EMU_PER_PT
    left, right = box.x / EMU_PER_PT, box.right / EMU_PER_PT
    found = (one for one in glyphs if left <= one.x <= right and bottom <= one.y <= top and one.character != "■")
    return baselines(tuple(found))


@pytest.mark.render
def test_the_lines_are_those_of_layout() -> None:
    """A renderer adds no line to those that end with phrases."""
    deck, pages = rendered(LOOKED_AT)
    for slide, glyphs in zip(deck.slides[:2], pages[:2], strict=True):
        for placed in boxes(slide.shapes):
            assert len(_within(placed, glyphs)) == sum(map(len, lines(placed)))
