"""Predicted numbers of lines beside those of LibreOffice, by language and size.

``python -m tests.agreement`` measures and writes the table of docs/measuring.md.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import cycle, islice, product

import pypdfium2 as pdfium
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as PresentationType
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.text.text import _Run as DrawnRun
from pptx.util import Pt

from outreach_decks.layout.fitting import SCALE
from outreach_decks.preview import render_pdf
from outreach_decks.scripts import is_east_asian
from outreach_decks.text import Paragraph, Run
from tests.projects import ROOT, measure
from tests.rendered import baselines, page_glyphs

FONTS = ROOT / "assets" / "fonts"
PAGE = ROOT / "docs" / "measuring.md"
COUNT = 520
WIDTHS = (262.0, 430.0, 845.0)
# The rows of the table, pt.
GROUPS = ((12, 16), (18, 24), (26, 36), (40, 66), (80, 200))
START, END = "<!-- agreement: begin -->", "<!-- agreement: end -->"

ENGLISH = (
    "Trafficking means that somebody else profits from a person who cannot say no.",
    "Someone else holds the passport, the phone or the bank card, and answers the questions in their place.",
    "In 2024 the government counted 66 people as victims; 58 of them were women or girls (88 %).",
    "Ask once, quietly, and away from the employer: “Are you free to leave this job if you want to?”",
    "The debt never shrinks – fees for the journey, fines for mistakes, rent for a bed in a shared room.",
    "Call the free hotline, the labour-standards office or the police; a well-meant rescue can do harm.",
    "Recruiters offered Vietnamese, Filipino and Indonesian trainees well-paid factory work and a dormitory.",
    "Write down what you saw: the place, the time, the words that were used. Do not follow, film or confront anyone.",
    "Read more at https://www.example.org/reports/2024/summary.html and share it with your group.",
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
    "チャイルドラインは18歳までの人の電話です。キャッシュカードやアカウントを渡す「アルバイト」はありません。",
)


@dataclass(frozen=True, slots=True)
class Sample:
    """A paragraph and how it is set: size and width in pt."""

    paragraph: Paragraph
    size: float
    width: float


def samples(count: int = COUNT, seed: int = 2) -> list[Sample]:
    """English and Japanese paragraphs in turn, of one to three sentences, some of them with strong words.

    Every size of the scale has as many, in each width.
    """
    chance = random.Random(seed)
    settings = cycle(product(WIDTHS, SCALE, (ENGLISH, JAPANESE)))
    return [_sample(chance, *setting) for setting in islice(settings, count)]


def _sample(chance: random.Random, width: float, size: float, sentences: tuple[str, ...]) -> Sample:
    glue = " " if sentences is ENGLISH else ""
    text = glue.join(chance.sample(sentences, chance.randint(1, 3)))
    start, end = sorted(chance.sample(range(len(text)), 2))
    strong = chance.random() < 1 / 3
    runs = (Run(text[:start]), Run(text[start:end], bold=True), Run(text[end:])) if strong and start else (Run(text),)
    return Sample(Paragraph(runs), size, width)


def deck_of(tried: Iterable[Sample]) -> bytes:
    """A deck with one text box a slide, without insets and without autofit."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(3000)
    for sample in tried:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        paragraph = text_frame(slide, sample.width).paragraphs[0]
        for run in sample.paragraph.runs:
            add_run(paragraph.add_run(), run, sample.size)
    return saved(presentation)


def text_frame(slide: Slide, width: float) -> TextFrame:
    """The text of a new box on the slide, ``width`` pt wide."""
    frame: TextFrame = slide.shapes.add_textbox(Pt(20), Pt(20), Pt(width), Pt(1400)).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
    return frame


def add_run(drawn: DrawnRun, run: Run, size: float) -> None:
    """Give a run of python-pptx words, size, faces and language."""
    drawn.text, drawn.font.size, drawn.font.bold, drawn.font.name = run.text, Pt(size), run.bold, "Calibri"
    japanese = is_east_asian(run.text)
    properties = drawn._r.get_or_add_rPr()
    properties.set("lang", "ja-JP" if japanese else "en-US")
    properties.set("altLang", "en-US" if japanese else "ja-JP")
    properties.append(properties.makeelement(qn("a:ea"), {"typeface": "BIZ UDPGothic"}))


def saved(presentation: PresentationType) -> bytes:
    """The bytes of a presentation."""
    file = BytesIO()
    presentation.save(file)
    return file.getvalue()


def font_files() -> dict[str, bytes]:
    """The faces that the project ships, by file name."""
    return {path.name: path.read_bytes() for path in FONTS.glob("*.ttf")}


def rendered_line_counts(tried: Sequence[Sample]) -> list[int]:
    """How many lines LibreOffice made of each sample."""
    pdf = render_pdf({"samples": deck_of(tried)}, fonts=font_files())["samples"]
    return [len(baselines(glyphs)) for glyphs in page_glyphs(pdf)]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A paragraph's language and size in pt, and how many lines more were predicted than LibreOffice made."""

    japanese: bool
    size: float
    difference: int


def compare(tried: Sequence[Sample]) -> list[Agreement]:
    """Measure and render paragraphs."""
    real = rendered_line_counts(tried)
    return [
        Agreement(is_east_asian(one.paragraph.plain), one.size, predicted(one) - lines)
        for one, lines in zip(tried, real, strict=True)
    ]


def predicted(one: Sample) -> int:
    """The lines that we count on."""
    return measure().paragraph_lines(one.paragraph, one.size, one.width)


def renderer() -> str:
    """The name and version of what renders here, as it writes them into a PDF: "LibreOffice 7.4"."""
    pdf = render_pdf({"one": deck_of(samples(1))}, fonts=font_files())["one"]
    with pdfium.PdfDocument(pdf) as document:
        return str(document.get_metadata_value("Producer"))


def table(found: Sequence[Agreement]) -> str:
    """The agreement as a table, a row for each group of sizes and one for all."""
    rows = [
        "| size, pt | English: same | one more | one fewer | Japanese: same | one more | one fewer |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, low, high in [*((f"{low} to {high}", low, high) for low, high in GROUPS), ("all", 0, 999)]:
        cells = [
            cell
            for japanese in (False, True)
            for cell in _cells([one for one in found if one.japanese is japanese and low <= one.size <= high])
        ]
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _cells(found: Sequence[Agreement]) -> Iterator[str]:
    same = sum(one.difference == 0 for one in found)
    yield f"{same} of {len(found)} ({100 * same / len(found):.1f} %)"
    yield str(sum(one.difference == 1 for one in found))
    yield str(sum(one.difference == -1 for one in found))


def paragraphs_a_second(tried: Sequence[Sample]) -> float:
    """How fast fresh paragraphs are measured on this machine: shaped and broken, none of them known before."""
    measure.cache_clear()
    predicted(tried[0])
    start = time.perf_counter()
    for one in tried[1:]:
        predicted(one)
    return (len(tried) - 1) / (time.perf_counter() - start)


def with_table(page: str, made: str) -> str:
    """A page with its table replaced."""
    return re.sub(f"{START}\n.*?{END}", lambda _: f"{START}\n{made}\n{END}", page, flags=re.DOTALL)


def main() -> None:
    """Measure and write the page."""
    made = table(compare(samples()))
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8"), made), encoding="utf-8", newline="\n")
    print(made, f"\n{paragraphs_a_second(samples()):,.0f} paragraphs a second")  # noqa: T201 - a command


if __name__ == "__main__":
    main()
