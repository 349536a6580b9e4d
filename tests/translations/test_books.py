"""The fact base in another language: its words are translated, its figures are the same."""

from __future__ import annotations

from dataclasses import replace

from outreach_decks.facts import FactBook
from outreach_decks.translations.books import translated_book
from outreach_decks.translations.messages import base_messages
from outreach_decks.translations.translator import Rendering
from tests.translations.talks import project

DATA = "year,people,counting_rule,source\nmen,46.5,government-wide,council\nwomen,61,government-wide,council\n"
CHARTS = """\
by-year: {kind: bar, data: data/by-year.csv, x: year, y: people, highlight: [women], unit: million people,
          unit_size: 1000000, of: people protected, counting_rule: government-wide, source: [council], note: N.}
"""
FILES = {"slides_src/facts/data/by-year.csv": DATA, "slides_src/facts/charts.yaml": CHARTS}


def told(language: str, **words: str) -> FactBook:
    """The base with these words by their contexts; two underscores stand for a slash, one for a hyphen."""
    book = project(files=FILES).base.book
    known = {one.context: one for one in base_messages(book, language)}
    contexts = {name.replace("__", "/").replace("_", "-"): text for name, text in words.items()}
    return translated_book(
        book, {name: Rendering(known[name], text, name) for name, text in contexts.items()}, language
    )


def test_words_are_replaced_by_their_contexts() -> None:
    """Help lines, sources, counting rules, charts."""
    book = told(
        "ja",
        help__child__purpose="子どもの相談",
        source__council__title="年次報告",
        counting_rule__government_wide__name="政府全体",
        chart__by_year__note="注。",
    )
    assert book.help_lines["child"].purpose == "子どもの相談"
    assert book.sources["council"].title == "年次報告"
    assert book.counting_rules["government-wide"].name == "政府全体"
    assert book.charts["by-year"].note == "注。"


def test_what_has_no_translation_stays() -> None:
    """With all that is no word."""
    book, before = told("vi"), project(files=FILES).base.book
    assert (book.facts, book.sources, book.help_lines) == (before.facts, before.sources, before.help_lines)
    assert (book.charts, book.data) == (before.charts, before.data)


def test_labels_carry_their_highlight_along() -> None:
    """What is highlighted is named by its label."""
    book = told("vi", chart__by_year__row__2="phụ nữ")
    assert [row.label for row in book.data["by-year"].rows] == ["men", "phụ nữ"]
    assert book.charts["by-year"].highlight == ("phụ nữ",)


def test_a_million_is_no_unit_where_people_count_in_ten_thousands() -> None:
    """Figures are written out in Japanese, exactly; elsewhere they stay in the chart's unit."""
    japanese, vietnamese = told("ja", chart__by_year__unit="人"), told("vi", chart__by_year__unit="triệu người")
    assert [row.value for row in japanese.data["by-year"].rows] == [46_500_000, 61_000_000]
    assert (japanese.charts["by-year"].unit_size, japanese.charts["by-year"].unit) == (1, "人")
    assert [row.value for row in vietnamese.data["by-year"].rows] == [46.5, 61]
    assert vietnamese.charts["by-year"].unit_size == 1_000_000


def test_nothing_but_words_changes() -> None:
    """Rules, sources and lines of the rows are those of the file."""
    rows = told("ja", chart__by_year__row__1="男性").data["by-year"].rows
    before = project(files=FILES).base.book.data["by-year"].rows
    assert [replace(row, label="", value=0) for row in rows] == [replace(row, label="", value=0) for row in before]


def test_words_of_the_base_are_set_as_japanese() -> None:
    """Widths and marks are mended on help lines too; the title of a work stays as it was published."""
    book = told("ja", help__child__purpose="子どもの相談(１１０)", source__police__title="報告書(2024)")
    assert book.help_lines["child"].purpose == "子どもの相談（110）"
    assert book.sources["police"].title == "報告書(2024)"
