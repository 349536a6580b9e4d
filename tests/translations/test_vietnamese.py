"""A third language needs one file: a small talk in Vietnamese, from its outline to rendered pages."""

from __future__ import annotations

import unicodedata
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from lxml import etree

from outreach_decks.build import Result, Wanted, build_talk
from outreach_decks.diagnostics import Severity
from outreach_decks.event import Event
from outreach_decks.parse_event import Day
from outreach_decks.preview import render_pdf
from outreach_decks.project import Project
from outreach_decks.translations.po import po_name, written_po
from outreach_decks.upkeep import status
from tests.projects import ROOT, TALK, codes
from tests.translations.talks import project, translated_file

FOLDER = Path(__file__).parent / "vietnamese"
VI = po_name("vi")
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SPEAKER = "Nguyễn Thị Hoa"
# What each page must show, in the order of the slides.
PAGES = (
    ("Ngay trước mắt mà không thấy", "Nạn mua bán người ở Nhật Bản", SPEAKER),
    ("Có những điều khó nghe", "Quý vị có thể ra ngoài bất cứ lúc nào", "Cuối buổi có địa chỉ giúp đỡ"),
    ("Hầu hết nạn nhân không bao giờ được tìm thấy", "Họ sống và làm việc giữa chúng ta"),
    ("49,6 triệu", "người sống trong tình trạng nô lệ hiện đại", "Nguồn:"),
    ("1.566 trẻ em bị hại qua mạng xã hội", "tất cả 66 người", "phần lớn là phụ nữ", "số liệu của toàn chính phủ"),
    ("Mỗi năm có thêm người được bảo vệ", "người", "Chỉ gồm những người đã được tìm thấy."),
    ("Nguồn", "Hội đồng: Báo cáo thường niên (2025)", "Cảnh sát: Sách trắng (2024)"),
    ("Gọi hoặc mở", "Ai trả lời, và về việc gì", "189", "Đường dây trẻ em", "tiếng Nhật", "trò chuyện bằng tin nhắn"),
)


@cache
def vietnamese() -> Project:
    """The project: an outline in English, and one file more."""
    files = {VI: (FOLDER / "vi.po").read_bytes()}
    return project((FOLDER / "talk.yaml").read_text(encoding="utf-8"), files)


@cache
def built() -> Result:
    """The talk in Vietnamese."""
    return build_talk(TALK, vietnamese(), Day(Event(speaker=SPEAKER)), Wanted(language="vi"))


@cache
def deck() -> bytes:
    """Its deck."""
    result = built()
    assert result.deck
    return result.deck


def parts(folder: str) -> list[etree._Element]:
    """The slides or the notes of the deck."""
    with zipfile.ZipFile(BytesIO(deck())) as pptx:
        names = sorted(name for name in pptx.namelist() if name.startswith(f"ppt/{folder}/") and name.endswith(".xml"))
        return [etree.fromstring(pptx.read(name)) for name in names]


def runs(folder: str) -> list[tuple[str, str]]:
    """The words of slides or notes, each run with its language."""
    found = [run for part in parts(folder) for run in part.iter(f"{A}r")]
    return [
        (run.findtext(f"{A}t") or "", properties.get("lang", ""))
        for run in found
        if (properties := run.find(f"{A}rPr")) is not None
    ]


def test_its_file_has_all_that_the_talk_shows() -> None:
    """Nothing but a word that the program has learnt since may be missing, and nothing is fuzzy or at odds."""
    made = vietnamese()
    found = status(made.outline(TALK), "vi", made)
    assert [match.message.context for match in found.open if not match.message.context.startswith("ui/")] == []
    told = [one for one in built().diagnostics if one.span.file != "outreach_decks/wording.py"]
    assert set(codes(tuple(told))) <= {"talk-too-long", "talk-too-short"}


def test_its_file_is_as_an_update_writes_it() -> None:
    """A translator begins with ``translate update --lang vi`` and fills in what it made room for."""
    made = vietnamese()
    told = {entry.context: entry.translation for entry in made.translations.po("vi").entries}
    bare = project((FOLDER / "talk.yaml").read_text(encoding="utf-8"))
    assert written_po(translated_file(bare, told, "vi")) == (FOLDER / "vi.po").read_bytes()


def test_the_talk_is_built_besides_the_english_one() -> None:
    """Its languages are those that have a file with some of it."""
    made = vietnamese()
    assert made.translations.languages_of(made.outline(TALK)) == ["en", "vi"]
    assert (built().file, built().language) == ("talk-vi-2min.pptx", "vi")
    assert not any(found.severity is Severity.ERROR for found in built().diagnostics)


def test_every_run_says_that_it_is_vietnamese() -> None:
    """On the slides and in the notes; so words are divided, read out and checked as Vietnamese."""
    for folder in ("slides", "notesSlides"):
        written = [(words, code) for words, code in runs(folder) if any(map(str.isalpha, words))]
        assert written
        assert {code for _, code in written} == {"vi-VN"}


def test_figures_are_written_as_in_vietnam() -> None:
    """A point groups digits, a comma stands before decimals, and a million is triệu."""
    for folder in ("slides", "notesSlides"):
        plain = "".join(words for words, _ in runs(folder)).replace("\u00a0", " ")
        assert "49,6 triệu" in plain
        assert "1.566" in plain
        assert "million" not in plain
        assert "1,566" not in plain


def test_the_alt_text_of_the_chart_is_vietnamese() -> None:
    """For those who hear the slide."""
    told = [node.get("descr", "") for part in parts("slides") for node in part.iter("{*}cNvPr")]
    (chart,) = (text for text in told if text.startswith("Biểu đồ cột"))
    assert chart.startswith("Biểu đồ cột: số người được bảo vệ mỗi năm, từ 46 năm 2022 đến 66 năm 2024")


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """The deck, rendered with the fonts of this project."""
    fonts = {font.name: font.read_bytes() for font in (ROOT / "assets/fonts").glob("*.ttf")}
    return render_pdf({"vi": deck()}, fonts=fonts)["vi"]


def text_of(pdf: bytes) -> list[str]:
    """The words of each page, composed, with single spaces."""
    with pdfium.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(unicodedata.normalize("NFC", page).split()) for page in pages]


@pytest.mark.render
def test_the_rendered_pages_show_the_words(pdf: bytes) -> None:
    """All of them, with all their marks."""
    pages = text_of(pdf)
    assert len(pages) == len(PAGES)
    for page, words in zip(pages, PAGES, strict=True):
        missing = [each for each in words if each not in page]
        # The labels of a chart are part of its picture.
        assert missing in ([], ["người"])


def texts_of(page: pdfium.PdfPage) -> list[tuple[str, str]]:
    """The texts of a page, each with the name of its face."""
    found = page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_TEXT], textpage=page.get_textpage())
    return [(one.get_font().get_base_name().rpartition("+")[2], one.extract()) for one in found]


@pytest.mark.render
def test_no_glyph_is_missing_on_a_rendered_page(pdf: bytes) -> None:
    """Every letter is drawn in the face of the deck; a renderer takes another only for the marks in front of points."""
    with pdfium.PdfDocument(pdf) as document:
        drawn = [pair for page in document for pair in texts_of(page)]
    assert "Ngay trước mắt" in "".join(text for face, text in drawn if face.startswith("Carlito"))
    assert {text.strip() for face, text in drawn if not face.startswith("Carlito")} <= {"■", "–"}
    assert not any("\ufffd" in text or "\x00" in text for _, text in drawn)
