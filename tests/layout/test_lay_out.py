"""A talk laid out: sizes, parts, boxes and order, as numbers on the deck."""

from __future__ import annotations

import pytest

from outreach_decks.deck import (
    PlacedBlock,
    PlacedChart,
    PlacedGroup,
    PlacedIcon,
    PlacedPicture,
    PlacedQrCode,
    PlacedSlide,
    PlacedTable,
    PlacedText,
)
from outreach_decks.event import Event
from outreach_decks.geometry import Box, inches
from tests.projects import HEAD, Made, make

NOTES = "notes: Said."


def only(made: Made) -> PlacedSlide:
    """The one slide of a deck."""
    (slide,) = made.deck.slides
    return slide


def text(slide: PlacedSlide, role: str) -> PlacedText:
    """The text in a role."""
    return next(shape for shape in slide.shapes if isinstance(shape, PlacedText) and shape.role == role)


def group(slide: PlacedSlide) -> PlacedGroup:
    """The figure of a slide."""
    return next(shape for shape in slide.shapes if isinstance(shape, PlacedGroup))


def blocks(figure: PlacedGroup) -> list[PlacedBlock]:
    """The shapes of a figure that have words."""
    return [block for block in figure.shapes if isinstance(block, PlacedBlock) and block.paragraphs]


def bullets(count: int, words: int, notes: str = NOTES) -> str:
    """A list of points that are all alike."""
    points = "\n".join(f"    - {'word ' * words}" for _ in range(count))
    return f"- kind: bullets\n  id: one\n  title: A title\n  points:\n{points}\n  {notes}\n"


def test_short_words_have_the_layouts_own_size() -> None:
    """A size is written only where it differs, so that "Reset slide" works."""
    slide = only(make(bullets(3, 4)))
    assert text(slide, "title").size is None
    assert text(slide, "body").size is None


def test_longer_words_get_the_largest_size_that_fits() -> None:
    """The next larger size of the scale would need more than there is."""
    body = text(only(make(bullets(5, 12))), "body")
    assert body.size == 24.0
    assert body.needed <= body.available
    assert body.excess == 0


def test_a_list_too_long_for_the_smallest_size_is_split() -> None:
    """The parts are even, their titles counted, their notes shared out, their ids their own."""
    made = make(bullets(8, 22, "notes: |\n    First.\n\n    Second."))
    first, second = made.deck.slides
    assert [slide.title for slide in (first, second)] == ["A title\u00a0(1/2)", "A title\u00a0(2/2)"]
    assert [len(text(slide, "body").paragraphs) for slide in (first, second)] == [4, 4]
    assert [slide.notes[0].plain for slide in (first, second)] == ["First.", "Second."]
    assert [slide.id for slide in (first, second)] == ["one", "one/2"]


def test_a_part_without_notes_of_its_own_still_has_some() -> None:
    """Every slide has something to say."""
    assert [slide.notes[0].plain for slide in make(bullets(8, 22)).deck.slides] == [
        "Said.",
        "This goes on from the slide before.",
    ]


def test_a_text_that_cannot_be_split_says_how_much_too_long_it_is() -> None:
    """The excess counts the characters that must go: without them the text fits."""
    sentence = "word " * 60
    title = text(only(make(f"- {{kind: statement, id: s, title: {sentence}, {NOTES}}}\n")), "title")
    assert title.size == 36.0
    assert title.excess > 0
    assert title.span is not None
    assert title.span.line == 8
    shorter = sentence.strip()[: -title.excess]
    assert text(only(make(f"- {{kind: statement, id: s, title: {shorter}, {NOTES}}}\n")), "title").excess == 0


def test_no_word_of_a_big_figure_is_broken() -> None:
    """49.6 million shrinks or takes two lines, but stays in whole words."""
    slide = only(make(f'- {{kind: number, id: n, title: T, number: "49.6 million", caption: people, {NOTES}}}\n'))
    number = text(slide, "number")
    assert number.excess == 0
    assert number.size is not None
    assert 60 <= number.size <= 120


def test_shapes_stand_in_reading_order() -> None:
    """Title, body, picture, source line."""
    slide = only_chart()
    kinds = [getattr(shape, "role", type(shape).__name__) for shape in slide.shapes]
    assert kinds == ["title", "PlacedChart", "takeaway", "source"]


def only_chart(takeaway: str = "takeaway: How to read it, ") -> PlacedSlide:
    """A slide with a chart."""
    made = make(f"- {{kind: chart, id: c, title: T, chart: by-year, {takeaway}{NOTES}}}\n")
    return next(slide for slide in made.deck.slides if slide.id == "c")


def test_a_chart_without_a_takeaway_uses_its_room() -> None:
    """The chart reaches down to where the line would have ended."""
    with_line, without = (
        next(shape for shape in only_chart(line).shapes if isinstance(shape, PlacedChart))
        for line in ("takeaway: How to read it, ", "")
    )
    assert without.box.height > with_line.box.height
    assert without.box.y == with_line.box.y


def test_steps_are_one_figure_that_says_its_words() -> None:
    """Labels share a size, texts share a size, and the alt text tells them in order."""
    steps = "steps: [{label: Find, text: Looks for a need}, {label: Befriend, icon: gift}, {label: Use, text: Asks}]"
    figure = group(only(make(f"- {{kind: steps, id: s, title: T, {steps}, {NOTES}}}\n")))
    assert figure.alt == "3 steps: 1. Find: Looks for a need; 2. Befriend; 3. Use: Asks"
    labels = [block for block in blocks(figure) if block.colour == "ground"]
    assert len({block.size for block in labels}) == 1
    assert [icon.name for icon in figure.shapes if isinstance(icon, PlacedIcon)] == ["gift"]
    written = ["".join(run.text for run in block.paragraphs[0].runs) for block in blocks(figure)]
    assert written == ["1", "3", "Find", "Looks for a need", "Befriend", "Use", "Asks"]


@pytest.mark.parametrize("count", [3, 4, 5])
def test_the_parts_of_a_figure_stay_in_its_region(count: int) -> None:
    """Nothing is drawn outside the box of the figure, whatever the number of steps."""
    steps = ", ".join("{label: Step, text: What happens then}" for _ in range(count))
    figure = group(only(make(f"- {{kind: steps, id: s, title: T, steps: [{steps}], {NOTES}}}\n")))
    assert all(_inside(shape.box, figure.box) for shape in figure.shapes)


def _inside(inner: Box, outer: Box) -> bool:
    return outer.x <= inner.x and outer.y <= inner.y and inner.right <= outer.right and inner.bottom <= outer.bottom


def test_a_timeline_stays_in_its_region_and_says_its_words() -> None:
    """Six moments at most, each with its dot."""
    moments = ", ".join(f"{{when: {year}, text: A law is passed}}" for year in range(2005, 2029, 4))
    figure = group(only(make(f"- {{kind: timeline, id: t, title: T, events: [{moments}], {NOTES}}}\n")))
    assert all(_inside(shape.box, figure.box) for shape in figure.shapes)
    assert figure.alt.startswith("Line of time: 2005: A law is passed; 2009")
    assert sum(isinstance(shape, PlacedBlock) and shape.form == "ellipse" for shape in figure.shapes) == 6


def quiz(options: str) -> tuple[PlacedSlide, PlacedSlide]:
    """A question and its answer."""
    made = make(f"- {{kind: quiz, id: q, question: Is it?, options: {options}, answer: 2, because: So, {NOTES}}}\n")
    first, second = made.deck.slides
    return first, second


@pytest.mark.parametrize("options", ["[True, False]", "[One, Two, Three]", "[One, Two, Three, Four]"])
def test_the_right_answer_is_told_by_more_than_colour(options: str) -> None:
    """It has a tick and bold words, and the alt text names it; before, nothing gives it away."""
    question, answer = quiz(options)
    assert "right answer" not in group(question).alt
    assert group(answer).alt.count("(right answer)") == 1
    assert not [shape for shape in group(question).shapes if isinstance(shape, PlacedIcon)]
    assert [shape.name for shape in group(answer).shapes if isinstance(shape, PlacedIcon)] == ["check"]
    for slide in (question, answer):
        assert all(_inside(shape.box, group(slide).box) for shape in group(slide).shapes)


def table(rows: str) -> PlacedTable:
    """The table of a slide."""
    slide = only(make(f"- {{kind: table, id: t, title: T, header: [Who, What], rows: {rows}, {NOTES}}}\n"))
    return next(shape for shape in slide.shapes if isinstance(shape, PlacedTable))


def test_the_columns_of_a_table_fill_its_width() -> None:
    """Widths are shared by content: the longer column gets more."""
    placed = table("[[A, This is much longer than the other one], [B, Short]]")
    assert sum(placed.widths) == placed.box.width
    assert placed.widths[1] > placed.widths[0]
    assert sum(placed.heights) <= placed.box.height
    assert {cell.size for row in placed.rows for cell in row} == {24}


def test_a_table_that_is_too_long_names_one_cell() -> None:
    """The longest cell must lose what is too high."""
    placed = table(f"[[A, {'word ' * 400}]]")
    cells = [cell for row in placed.rows for cell in row]
    assert [cell.excess > 0 for cell in cells].count(True) == 1
    assert max(cells, key=lambda cell: len(cell.paragraphs[0].plain)).excess > 0


def test_what_to_dial_is_the_largest_on_a_help_slide() -> None:
    """Numbers are set half as large again as the words beside them."""
    slide = only(make(f"- {{kind: help, id: h, title: Help, lines: [child, chat], {NOTES}}}\n"))
    placed = next(shape for shape in slide.shapes if isinstance(shape, PlacedTable))
    number, words = placed.rows[1][0], placed.rows[1][1]
    assert number.size == round(words.size * 1.5)
    assert placed.alt == "Table of help lines: 189 Child line; chat.example.jp Chat"


def test_a_help_slide_of_local_contacts_has_no_empty_column() -> None:
    """Without hours there is no column for them."""
    event = Event(local_help=("Police station: 042-000-0110",))
    slide = only(make(f"- {{kind: help, id: h, title: Near, local: true, {NOTES}}}\n", event=event))
    placed = next(shape for shape in slide.shapes if isinstance(shape, PlacedTable))
    assert [len(row) for row in placed.rows] == [2, 2]


def test_an_ask_with_an_address_has_a_code_and_without_one_another_layout() -> None:
    """There is never an empty frame for a code."""
    ask = f"- {{kind: ask, id: a, title: T, text: Do it, {NOTES}}}\n"
    assert only(make(ask)).layout == "ask-plain"
    slide = only(make(ask, event=Event(url="https://example.org/x")))
    code = next(shape for shape in slide.shapes if isinstance(shape, PlacedQrCode))
    assert (slide.layout, code.url, code.box.width) == ("ask", "https://example.org/x", code.box.height)
    assert text(slide, "label").paragraphs[0].plain == "example.org/x"


def test_a_case_has_a_place_for_how_help_came_only_if_it_is_known() -> None:
    """Without it the year is what the panel shows; when it was stands apart from what the courts say."""
    case = (
        "- {{kind: case, id: c, title: T, story: [S], status: alleged, when: 2016, sources: [police], notes: N{0}}}\n"
    )
    decks = (make(case.format(helped)).deck for helped in (", helped: She called", ""))
    known, alone = (next(slide for slide in deck.slides if slide.id == "c") for deck in decks)
    assert (known.layout, alone.layout) == ("case", "case-alone")
    assert text(known, "helped").paragraphs[0].plain == "How help came:"
    for slide in (known, alone):
        assert [line.plain for line in text(slide, "when").paragraphs] == ["2016"]
        assert len(text(slide, "status").paragraphs) == 2


def test_an_activity_that_needs_nothing_has_no_panel_for_it() -> None:
    """There is never an empty list of things."""
    activity = "- {{kind: activity, id: a, title: T, steps: [S], minutes: 5, notes: N{0}}}\n"
    assert only(make(activity.format(", materials: [Pens]"))).layout == "activity"
    assert only(make(activity.format(""))).layout == "activity-alone"


def test_steps_with_few_words_have_low_cards() -> None:
    """Cards end a little below the longest text, all at one height, and the figure moves towards the middle."""

    def cards(words: str) -> list[Box]:
        steps = ", ".join(f"{{label: A, text: {words}}}" for _ in range(4))
        figure = group(only(make(f"- {{kind: steps, id: s, title: T, steps: [{steps}], {NOTES}}}\n")))
        return [shape.box for shape in figure.shapes if isinstance(shape, PlacedBlock) and shape.form == "roundRect"]

    short, long = cards("Few"), cards("A good deal more to say about what happens in it")
    assert len({(box.y, box.height) for box in short}) == 1
    assert short[0].height < long[0].height
    assert short[0].y > long[0].y


def test_sections_are_named_by_their_slides() -> None:
    """What stands before the first section is the opening; every slide is in one section."""
    slides = f"""\
- {{kind: statement, id: a, title: A, {NOTES}}}
- {{kind: section, id: b, title: Part one, {NOTES}}}
- {{kind: statement, id: c, title: C, {NOTES}}}
"""
    made = make(slides)
    assert [(section.name, section.length) for section in made.deck.sections] == [("Opening", 1), ("Part one", 2)]


def test_the_footer_names_the_talk_and_for_whom_it_is_given() -> None:
    """The organisation is there when it is known."""
    slides = f"- {{kind: statement, id: a, title: A, {NOTES}}}\n"
    assert make(slides).deck.footer == "A talk"
    assert make(slides, event=Event(organisation="A church")).deck.footer == "A talk · A church"


LONG = (
    "What everybody in our town can know, and say, and do about people who are bought and sold for work and for sex:"
    " an evening for everyone"
)
LONG_IN_JAPANESE = (
    "私たちの町で人身取引の被害にあっている人に気づき、声をかけ、安心できる場所と相談窓口につなぐために、教会に"
    "できることを一緒に考える夕べ。どなたでもお越しください"
)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (LONG, "What everybody in our town can know, and say, and do about people who are bought…"),
        (LONG_IN_JAPANESE, "私たちの町で人身取引の被害にあっている人に気づき、声をかけ、安心できる…"),
        ("w" * 200, ""),
    ],
    ids=["English", "Japanese", "one word"],
)
def test_a_title_too_long_for_the_footer_is_shortened(title: str, shown: str) -> None:
    """With an ellipsis, where a line may end: no word is cut, and no mark is left before the ellipsis."""
    head = HEAD.replace("title: A talk", f'title: "{title}"')
    made = make(f"- {{kind: statement, id: a, title: A, {NOTES}}}\n", head, Event(organisation="A church"))
    assert made.deck.footer == shown


def test_an_organisation_too_long_for_the_footer_is_left_to_the_cover() -> None:
    """Its name is not cut: a title is known by its beginning, a name is not."""
    slides = f"- {{kind: statement, id: a, title: A, {NOTES}}}\n"
    assert make(slides, event=Event(organisation="Tama " * 40)).deck.footer == "A talk"


def test_a_picture_slide_credits_its_maker() -> None:
    """The credit stands where sources stand, and the picture has its alt text."""
    image = (
        f"- {{kind: image, id: i, title: T, image: a.png, alt: A house, author: Mari, licence: CC BY 4.0, {NOTES}}}\n"
    )
    slide = only(make(image, files={"slides_src/a.png": _png()}))
    picture = next(shape for shape in slide.shapes if isinstance(shape, PlacedPicture))
    assert (picture.alt, text(slide, "source").paragraphs[0].plain) == ("A house", "Picture: Mari, CC BY 4.0")


def test_a_credit_leads_to_where_a_picture_was_found() -> None:
    """The link is the name of the site, and the whole address is behind it."""
    source = "https://commons.wikimedia.org/wiki/File:A_house.jpg"
    shown = f"image: a.png, alt: A, author: M, licence: L, source: '{source}'"
    image = f"- {{kind: image, id: i, title: T, {shown}, {NOTES}}}\n"
    line = text(only(make(image, files={"slides_src/a.png": _png()})), "source").paragraphs[0]
    assert line.plain == "Picture: M, L. commons.wikimedia.org"
    assert [(run.text, run.link) for run in line.runs if run.link] == [("commons.wikimedia.org", source)]


@pytest.mark.parametrize(
    ("fields", "size", "place"),
    [
        ("caption: C", (1500, 1000), (0.0, 8.37)),
        ("fit: cover", (1500, 1000), (2.48, 8.37)),
        ("fit: cover", (2200, 1000), (1.83, 9.68)),
        ("fit: cover", (4000, 1000), (0.7, 11.93)),
        ("fit: contain", (1000, 1000), (4.47, 4.4)),
        ("fit: contain, caption: C", (1000, 1000), (1.98, 4.4)),
    ],
)
def test_a_picture_without_a_caption_stands_in_the_middle(
    fields: str, size: tuple[int, int], place: tuple[float, float]
) -> None:
    """It may be as wide as it is, from one margin to the other; with a caption it keeps to its slot (left, width)."""
    slide = f"- {{kind: image, id: i, title: T, image: a.png, alt: A, author: M, licence: L, {fields}, {NOTES}}}\n"
    found = only(make(slide, files={"slides_src/a.png": _png(size)}))
    picture = next(shape for shape in found.shapes if isinstance(shape, PlacedPicture))
    assert (picture.box.x / inches(1), picture.box.width / inches(1)) == pytest.approx(place, abs=0.01)


def test_a_picture_is_cut_where_the_author_says() -> None:
    """The top of a portrait stays when the outline says so; without a word, what lies a little above the middle."""
    slide = (
        "- {kind: image, id: i, title: T, image: a.png, alt: A, author: M, licence: L, caption: C, FOCUS notes: N}\n"
    )
    for written, above in (("focus: top,", 0.0), ("focus: bottom,", 0.7374), ("", 0.2687)):
        found = only(make(slide.replace("FOCUS", written), files={"slides_src/a.png": _png((500, 1000))}))
        picture = next(shape for shape in found.shapes if isinstance(shape, PlacedPicture))
        assert picture.crop[1] == pytest.approx(above, abs=0.001)


def _png(size: tuple[int, int] = (40, 20)) -> bytes:
    from io import BytesIO

    from PIL import Image

    held = BytesIO()
    Image.new("RGB", size, "green").save(held, "PNG")
    return held.getvalue()


def test_every_kind_of_slide_has_a_silhouette_that_fits() -> None:
    """A small slide of every kind is laid out without a word too many."""
    slides = """\
- {kind: cover, id: k1, notes: N}
- {kind: section, id: k2, title: T, text: A line, icon: house, notes: N}
- {kind: notice, id: k3, title: T, points: [A], notes: N}
- {kind: help, id: k4, title: T, lines: [child], notes: N}
- {kind: statement, id: k5, title: T, text: A line, notes: N}
- {kind: bullets, id: k6, title: T, icon: eye, points: [A, {B: [C, D]}], notes: N}
- {kind: columns, id: k7, title: T,
   columns: [{heading: A, points: [B], icon: eye}, {heading: C, points: [D]}],
   notes: N}
- {kind: number, id: k8, title: T, number: "{fact.japanese}", of: "{fact.protected}", caption: C, notes: N}
- {kind: chart, id: k9, title: T, chart: by-year, takeaway: A line, notes: N}
- {kind: table, id: k10, title: T, header: [A, B], rows: [[C, D]], notes: N}
- {kind: case, id: k11, title: T, story: [A], status: judged, composite: true, helped: H, sources: [police], notes: N}
- {kind: quote, id: k12, words: W, reference: R, licence: L, notes: N}
- {kind: steps, id: k13, title: T, steps: [{label: A}, {label: B}, {label: C}], notes: N}
- {kind: timeline, id: k14, title: T, events: [{when: 1, text: A}, {when: 2, text: B}, {when: 3, text: C}], notes: N}
- {kind: myth, id: k15, title: T, myth: M, reality: R, notes: N}
- {kind: image, id: k16, title: T, image: a.png, alt: A, author: C, licence: L, caption: D, notes: N}
- {kind: discussion, id: k17, title: T, questions: [Q], minutes: 1, notes: N}
- {kind: activity, id: k18, title: T, steps: [S], materials: [M], minutes: 5, notes: N}
- {kind: quiz, id: k19, question: Q, options: [A, B], answer: 1, because: B, notes: N}
- {kind: ask, id: k20, title: T, text: A, points: [B], url: "https://example.org", label: L, notes: N}
- {kind: prayer, id: k21, title: T, points: [A], notes: N}
- {kind: sources, id: k22}
- {kind: closing, id: k23, title: T, text: A, notes: N}
"""
    made = make(slides, files={"slides_src/a.png": _png()})
    assert made.findings == ()
    texts = [shape for slide in made.deck.slides for shape in slide.shapes if isinstance(shape, PlacedText)]
    assert [shape.role for shape in texts if shape.excess] == []
    assert len({slide.layout for slide in made.deck.slides}) == len(made.deck.slides)
