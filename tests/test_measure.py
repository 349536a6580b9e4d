from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt

from outreach_decks.geometry import EMU_PER_PT, Box
from outreach_decks.line_breaks import MeasuredText, line_ends
from outreach_decks.measure import Measure, fits, slackened
from outreach_decks.preview import render_pdf
from outreach_decks.text import Paragraphs, Run, words
from outreach_decks.theme import FontFiles, Level, Slot
from tests.agreement import (
    ENGLISH,
    JAPANESE,
    PAGE,
    Agreement,
    add_run,
    compare,
    font_files,
    renderer,
    samples,
    saved,
    table,
    text_frame,
    with_table,
)
from tests.projects import measure
from tests.rendered import baselines, page_glyphs

# What lines of Carlito are apart, em: ascender 1536, descender 512 and gap 452 of 2048 units.
CARLITO = 1.22

FONTS = Path(__file__).parents[1] / "assets" / "fonts"

# What may not start a line in strict kinsoku (JIS X 4051), of what our decks use.
NEVER_FIRST = frozenset("、。，．」』）］｝】！？％：；・ーゝ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)]}!?,.%")
BLANK = " \t\u3000\n\v\f\r\x85\u2028\u2029"
NEVER_LAST = frozenset("「『（［｛【￥([{")


def slot(*levels: Level, bold: bool = False, line_spacing: float = 1.0, width: float = 400.0) -> Slot:
    """A slot 400 pt wide and 200 pt high within insets of 10 pt."""
    inset = 10 * EMU_PER_PT
    box = Box(0, 0, round((width + 20) * EMU_PER_PT), 220 * EMU_PER_PT)
    return Slot("body", 21, "body", box, levels, bold, line_spacing, (inset, inset, inset, inset))


def measured_text(text: str) -> MeasuredText:
    """A text of one run as the measure keeps it."""
    return measure()._text((Run(text),), bold=False)


@pytest.fixture(scope="module")
def agreement() -> list[Agreement]:
    """520 paragraphs in all sizes of the scale and three widths, measured and rendered."""
    return compare(samples())


@pytest.mark.render
def test_predicted_lines_are_those_of_libreoffice(agreement: list[Agreement]) -> None:
    """The number of lines is LibreOffice's for 98 paragraphs in 100, and never too small by more than one."""
    differences = [one.difference for one in agreement]
    assert len(differences) >= 500
    assert min(differences) >= -1
    assert sum(difference == 0 for difference in differences) >= 0.98 * len(differences)


@pytest.mark.render
def test_the_page_on_measuring_has_what_was_measured(agreement: list[Agreement]) -> None:
    """Its table is that of this run, where the renderer is the one that it names."""
    page = PAGE.read_text(encoding="utf-8")
    assert page.count("| all |") == 1
    assert with_table(page, table(agreement)) == page or f" {renderer()}." not in page


@pytest.mark.render
def test_heights_cover_libreoffice_with_little_to_spare() -> None:
    """A list needs no more height than is predicted, and no less than 97 per cent of it."""
    levels = (Level(24, 24 * EMU_PER_PT, -24 * EMU_PER_PT, 10, bullet=True),)
    listed = slot(*levels, line_spacing=1.15, width=430)
    paragraphs = tuple(words(text) for text in (*ENGLISH[:4], *JAPANESE[:4]))
    glyphs = page_glyphs(render_pdf({"list": list_deck(paragraphs, listed)}, fonts=font_files())["list"])[0]
    lines = baselines(tuple(glyph for glyph in glyphs if glyph.character != "•"))
    drawn = lines[0] - lines[-1] + 1.2 * 1.15 * 24
    predicted = measure().height(paragraphs, listed) / EMU_PER_PT
    assert 0.97 * predicted <= drawn <= predicted


def list_deck(paragraphs: Paragraphs, listed: Slot) -> bytes:
    """One slide with the paragraphs as a list in a text box as wide as the slot's room."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(1500)
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    frame = text_frame(slide, listed.text_box.width / EMU_PER_PT)
    frame.text = "\n" * (len(paragraphs) - 1)
    level = listed.levels[0]
    for drawn, paragraph in zip(frame.paragraphs, paragraphs, strict=True):
        drawn.space_before, drawn.line_spacing = Pt(level.space_before), listed.line_spacing
        properties = drawn._p.get_or_add_pPr()
        properties.set("marL", str(level.margin))
        properties.set("indent", str(level.indent))
        properties.append(properties.makeelement(qn("a:buChar"), {"char": "•"}))
        for run in paragraph.runs:
            add_run(drawn.add_run(), run, level.size)
    return saved(presentation)


def test_a_kanji_is_as_wide_as_it_is_high() -> None:
    """Ideographs and full-width marks take one em."""
    assert measure().width((Run("人身取引"),), 20) == pytest.approx(80)


def test_latin_text_is_kerned() -> None:
    """AV is narrower than A and V."""
    apart = measure().width((Run("A"),), 20) + measure().width((Run("V"),), 20)
    assert measure().width((Run("AV"),), 20) < apart - 0.5


def test_width_grows_with_the_size() -> None:
    """Twice the size is twice the width."""
    runs = (Run("Debts that never shrink、借金"),)
    assert measure().width(runs, 40) == pytest.approx(2 * measure().width(runs, 20))


def test_japanese_and_latin_are_parted() -> None:
    """A quarter of an em, nearly, lies between the scripts, and none at the end of a line."""
    apart = measure().width((Run("日"),), 20) + measure().width((Run("AB"),), 20)
    assert measure().width((Run("日AB"),), 20) == pytest.approx(apart + 0.24 * 20)


def test_bold_words_take_the_bold_face() -> None:
    """Strong words, and all words of a bold slot, are measured in the bold face."""
    plain, strong = (Run("Someone else profits"),), (Run("Someone else profits", bold=True),)
    assert measure().width(strong, 20) > measure().width(plain, 20) + 1
    assert measure().width(plain, 20, bold=True) == measure().width(strong, 20)


def test_italic_words_take_the_italic_face() -> None:
    """Emphasis changes the width of Latin words and not that of Japanese ones."""
    assert measure().width((Run("emphasis", italic=True),), 20) != measure().width((Run("emphasis"),), 20)
    assert measure().width((Run("強調", italic=True),), 20) == measure().width((Run("強調"),), 20)


def test_superscripts_are_smaller() -> None:
    """The number of a source is two thirds of the size of its line."""
    raised = measure().width((Run("12", superscript=True),), 20)
    assert raised == pytest.approx(0.66 * measure().width((Run("12"),), 20))


def test_spaces_at_the_end_take_no_room() -> None:
    """A line that ends in spaces is as wide as without them."""
    assert measure().width((Run("free   "),), 20) == measure().width((Run("free"),), 20)


def test_a_glyph_of_the_other_face_is_borrowed() -> None:
    """A sign that Calibri lacks is as wide as in the Japanese face."""
    assert measure().width((Run("※"),), 20) == pytest.approx(20)


def test_missing_characters_are_named() -> None:
    """What neither face can draw is named; spaces and line ends are no signs."""
    assert measure().missing("Aあ😀→\n𓀀") == {"😀", "𓀀"}


def test_bytes_that_are_no_font_are_refused() -> None:
    """A face must be a font."""
    with pytest.raises(ValueError, match="not a font"):
        Measure(FontFiles(b"", b"", b"", b"", b"", b"no font"))


def test_an_empty_paragraph_takes_a_line() -> None:
    """No words are one line, and so is what follows a line end."""
    assert measure().paragraph_lines(words(""), 20, 100) == 1
    assert measure().break_lines((Run("one\n"),), 20, 400) == ("one", "")


def test_line_ends_of_the_author_hold() -> None:
    """A line end in the text ends a line."""
    assert measure().break_lines((Run("The Lord is\nmy shepherd"),), 20, 900) == ("The Lord is", "my shepherd")


@pytest.mark.parametrize("together", ["0120-99-7777", "https://www.example.org/help", "and/or", "50%", "）2024"])
def test_what_belongs_together_stays_on_a_line(together: str) -> None:
    """Telephone numbers, addresses and figures are not parted."""
    for width in range(260, 420, 20):
        lines = measure().break_lines((Run(f"本日、SNSと電話で {together} 受け付けます"),), 20, width)
        assert any(together in line for line in lines)


def test_one_closing_mark_hangs() -> None:
    """A Japanese full stop may stand outside the box; a closing bracket takes its character to the next line."""
    width = measure().width((Run("日本の人"),), 20) + 1
    assert measure().break_lines((Run("日本の人。身取"),), 20, width) == ("日本の人。", "身取")
    assert measure().break_lines((Run("日本の人」身取"),), 20, width) == ("日本の", "人」身取")


def test_a_figure_behind_a_full_stop_starts_a_line_when_it_has_no_room() -> None:
    """A mark and what follows stay together only while the first character of that still fits."""
    width = measure().width((Run("人のこと。2"),), 20)
    assert measure().break_lines((Run("人のこと。2024年"),), 20, width - 1) == ("人のこと。", "2024年")
    assert measure().break_lines((Run("人のこと。2024年"),), 20, width + 1) == ("人のこ", "と。2024年")


def test_longer_tokens_than_the_line_are_cut_between_characters() -> None:
    """A token that no line can hold is cut, never inside a character made of several."""
    lines = measure().break_lines((Run("e\u0301" * 40),), 20, 100)
    assert len(lines) > 1
    assert all(len(line) % 2 == 0 for line in lines)


def test_height_is_lines_and_spacing() -> None:
    """Lines at 1.22 em times the spacing, and the space before every paragraph but the first."""
    listed = slot(Level(24, space_before=10), line_spacing=1.2)
    three = (words("one"), words("two"), words("three"))
    assert measure().height(three, listed) == pytest.approx((3 * 24 * CARLITO * 1.2 + 20) * EMU_PER_PT, abs=1)


def test_deeper_levels_follow_the_first() -> None:
    """A list set smaller sets its deeper levels smaller too, down to 20 pt and never above the layout's own."""
    listed = slot(Level(32), Level(26), Level(22))
    assert [listed.size_at(level, 28) for level in (0, 1, 2, 3)] == [28, 24, 20, 20]
    assert [listed.size_at(level, 40) for level in (0, 1, 2)] == [40, 26, 22]
    assert [listed.size_at(level) for level in (0, 1, 2)] == [32, 26, 22]
    assert slot(Level(14)).size_at(1, 14) == 14


def test_a_hanging_indent_narrows_all_lines_and_a_first_line_indent_one() -> None:
    """Behind a hanging bullet all lines start at the margin; without a bullet the first starts at the indent."""
    text = words("aa " * 60)
    hanging = slot(Level(20, 100 * EMU_PER_PT, -100 * EMU_PER_PT, bullet=True))
    assert measure().height((text,), hanging) == measure().height((text,), slot(Level(20), width=300))
    plain = slot(Level(20, 100 * EMU_PER_PT, -100 * EMU_PER_PT))
    assert measure().height((words("a " * 20),), plain) < measure().height((words("a " * 32),), plain)


def test_what_fits_only_just_does_not_fit() -> None:
    """A text that would need another line in a hundredth less width is not counted on to fit."""
    text = words("人" * 20)
    assert measure().height((text,), slot(Level(20))) == measure().height((words("人"),), slot(Level(20)))
    exact = slot(Level(160))
    assert not measure().fits((words("人人a"),), exact)
    assert measure().fits((words("人人"),), exact)
    assert fits(100, 100)
    assert not fits(101, 100)
    assert slackened(1000) == 990


def test_block_heights_count_all_paragraphs() -> None:
    """A label without a slot is as high as its lines."""
    height = measure().block_height((words("one"), words("two")), 20, 400 * EMU_PER_PT)
    assert height == pytest.approx(2 * 20 * CARLITO * EMU_PER_PT, abs=1)


MIXED = st.text(st.sampled_from("abc XYZ 012-/.,()人身取引をあいーっ、。「」（）％・“”…—\u3000\n"), max_size=80)
ANY = st.one_of(MIXED, st.text(max_size=60))
TOKENS = st.lists(
    st.sampled_from(["人身", "です。", "「警察」", "ショップ", "（88％）", "SNS", "、あ", "か？", "word ", "（a）"])
)


@given(ANY, st.floats(1, 900))
def test_lines_hold_all_the_words(text: str, width: float) -> None:
    """Lines are the text in order; only blanks at their ends are left out."""
    rest = text
    for line in measure().break_lines((Run(text),), 20, width):
        before, _, rest = rest.partition(line) if line else ("", "", rest)
        assert not before.strip(BLANK)
    assert not rest.strip(BLANK)


@given(ANY, st.floats(1, 900))
def test_no_line_is_wider_than_its_box(text: str, width: float) -> None:
    """A line sticks out only by a hanging mark, or when it is a single character."""
    broken = measured_text(text)
    ends = line_ends(broken, width / 20)
    for start, end in pairwise((0, *ends)):
        alone = len(list(CharacterBreaker(text[start:end].rstrip(BLANK), "ja"))) <= 1
        assert broken.needed_width(start, end) * 20 <= width + 1e-6 or alone


@given(TOKENS, st.floats(130, 900))
def test_kinsoku_holds(tokens: list[str], width: float) -> None:
    """No line starts with a closing mark or a small kana, and none ends with an opening mark."""
    for line in measure().break_lines((Run("".join(tokens)),), 20, width)[1:]:
        assert line[:1] not in NEVER_FIRST
    for line in measure().break_lines((Run("".join(tokens)),), 20, width):
        assert line[-1:] not in NEVER_LAST


@given(ANY, st.floats(1, 900), st.floats(0, 300))
@example("aa bb、、", 30, 1)
def test_a_wider_box_never_needs_more_lines(text: str, width: float, more: float) -> None:
    """Room never makes text longer."""
    paragraph = words(text)
    narrow = measure().paragraph_lines(paragraph, 20, width)
    assert measure().paragraph_lines(paragraph, 20, width + more) <= narrow
