from __future__ import annotations

import random
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.text.text import _Run
from pptx.util import Pt

from outreach_decks.geometry import EMU_PER_PT, Box
from outreach_decks.line_breaks import HANGING
from outreach_decks.measure import LINE_PITCH, Measure, fits, slackened
from outreach_decks.preview import render_pdf
from outreach_decks.scripts import is_east_asian
from outreach_decks.text import Paragraph, Run, words
from outreach_decks.theme import FontFiles, Level, Slot
from tests.rendered import baselines, page_glyphs

FONTS = Path(__file__).parents[1] / "assets" / "fonts"

ENGLISH = (
    "Trafficking means that somebody else profits from a person who cannot say no.",
    "Someone else holds the passport, the phone or the bank card, and answers the questions in their place.",
    "In 2024 the government counted 66 people as victims; 58 of them were women or girls (88 %).",
    "Ask once, quietly, and away from the employer: “Are you free to leave this job if you want to?”",
    "The debt never shrinks – fees for the journey, fines for mistakes, rent for a bed in a shared room.",
    "Call the free hotline, the labour-standards office or the police; a well-meant rescue can do harm.",
    "Recruiters offered Vietnamese, Filipino and Indonesian trainees well-paid factory work and a dormitory.",
    "Write down what you saw: the place, the time, the words that were used. Do not follow, film or confront anyone.",
    "Read more at https://www.example.org/what-we-know/about/forced-labour?lang=en and share it with your group.",
)
JAPANESE = (
    "人身取引とは、断ることのできない人を働かせて、ほかのだれかが利益を得ることです。",
    "パスポートや携帯電話、銀行のカードをだれかに預けさせられていて、質問にはいつも別の人が答えます。",
    "2024年に政府が被害者として認めたのは66人で、そのうち58人（88％）が女性でした。",
    "「今の仕事をやめたいと思ったら、自由にやめられますか」と、雇い主のいないところで静かに聞いてみましょう。",
    "借金はいつまでも減りません。渡航費、失敗したときの罰金、相部屋のベッド代などが次々に足されていきます。",
    "ベトナム、フィリピン、インドネシアから来た技能実習生には、給料のよい工場の仕事と寮が約束されていました。",
    "SNSで知り合った大人から「モデルにならないか」と誘われ、写真を送ってしまったという相談もあります。",
    "見たこと、聞いたこと、場所、時刻を書きとめ、警察（110番）や相談窓口に伝えてください。追いかけたり、撮影したりしないこと。",
    "チャイルドラインは0120-99-7777です。キャッシュカードやアカウントを渡す「アルバイト」はありません。",
)
SIZES = (18, 20, 24, 28, 32, 36, 40, 44)
WIDTHS = (262.0, 430.0, 845.0)
# What may not start a line in strict kinsoku (JIS X 4051), of what our decks use.
NEVER_FIRST = frozenset("、。，．」』）］｝】！？％：；・ーゝ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ)]}!?,.%")
NEVER_LAST = frozenset("「『（［｛【￥([{")


@cache
def measure() -> Measure:
    """The faces that the project ships."""
    names = ("Carlito-Regular", "Carlito-Bold", "Carlito-Italic", "Carlito-BoldItalic")
    names += ("BIZUDPGothic-Regular", "BIZUDPGothic-Bold")
    return Measure(FontFiles(*((FONTS / f"{name}.ttf").read_bytes() for name in names)))


def slot(*levels: Level, bold: bool = False, line_spacing: float = 1.0, width: float = 400.0) -> Slot:
    """A slot 400 pt wide and 200 pt high within insets of 10 pt."""
    inset = 10 * EMU_PER_PT
    box = Box(0, 0, round((width + 20) * EMU_PER_PT), 220 * EMU_PER_PT)
    return Slot("body", 21, "body", box, levels, bold, line_spacing, (inset, inset, inset, inset))


@dataclass(frozen=True, slots=True)
class Sample:
    """A paragraph and how it is set: size and width in pt."""

    paragraph: Paragraph
    size: int
    width: float


def samples(count: int, seed: int = 2) -> list[Sample]:
    """English and Japanese paragraphs in turn, of one to three sentences, some of them with strong words."""
    chance = random.Random(seed)
    return [_sample(chance, (ENGLISH, JAPANESE)[number % 2]) for number in range(count)]


def _sample(chance: random.Random, sentences: tuple[str, ...]) -> Sample:
    glue = " " if sentences is ENGLISH else ""
    text = glue.join(chance.sample(sentences, chance.randint(1, 3)))
    start, end = sorted(chance.sample(range(len(text)), 2))
    strong = chance.random() < 1 / 3
    runs = (Run(text[:start]), Run(text[start:end], bold=True), Run(text[end:])) if strong and start else (Run(text),)
    return Sample(Paragraph(runs), chance.choice(SIZES), chance.choice(WIDTHS))


def deck_of(samples_: list[Sample]) -> bytes:
    """A deck with one text box a slide, without insets and without autofit."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(4000)
    for sample in samples_:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        frame = slide.shapes.add_textbox(Pt(20), Pt(20), Pt(sample.width), Pt(3900)).text_frame
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        paragraph = frame.paragraphs[0]
        paragraph._p.get_or_add_pPr().set("hangingPunct", "1")
        for run in sample.paragraph.runs:
            _add_run(paragraph.add_run(), run, sample.size)
    saved = BytesIO()
    presentation.save(saved)
    return saved.getvalue()


def _add_run(drawn: _Run, run: Run, size: int) -> None:
    drawn.text, drawn.font.size, drawn.font.bold, drawn.font.name = run.text, Pt(size), run.bold, "Calibri"
    properties = drawn._r.get_or_add_rPr()
    japanese = is_east_asian(run.text)
    properties.set("lang", "ja-JP" if japanese else "en-US")
    properties.set("altLang", "en-US" if japanese else "ja-JP")
    properties.append(properties.makeelement(qn("a:ea"), {"typeface": "BIZ UDPGothic"}))


def rendered_line_counts(samples_: list[Sample]) -> list[int]:
    """How many lines LibreOffice made of each sample."""
    fonts = {path.name: path.read_bytes() for path in FONTS.glob("*.ttf")}
    pdf = render_pdf({"samples": deck_of(samples_)}, fonts=fonts)["samples"]
    return [len(baselines(glyphs)) for glyphs in page_glyphs(pdf)]


@pytest.mark.render
def test_predicted_lines_are_those_of_libreoffice() -> None:
    """The number of lines is LibreOffice's for 98 paragraphs in 100, and never too small by more than one."""
    tried = samples(60)
    real = rendered_line_counts(tried)
    predicted = [measure().paragraph_lines(one.paragraph, one.size, one.width) for one in tried]
    differences = [mine - theirs for mine, theirs in zip(predicted, real, strict=True)]
    assert min(differences) >= -1
    assert sum(difference == 0 for difference in differences) >= 0.98 * len(tried)
