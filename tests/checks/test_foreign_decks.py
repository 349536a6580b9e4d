"""Decks that other programs wrote are read without a traceback, and what is said of them is so."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE
from pptx.util import Inches, Pt

from outreach_decks.finished_deck import check_deck
from outreach_decks.powerpoint.read import read_deck
from outreach_decks.preview import find_soffice
from outreach_decks.report import written
from outreach_decks.rules.finished_decks import GROUP as FINISHED_DECKS
from tests.pages import DOCS, blocks, inline_code, read, section
from tests.planted.planting import BULLETS, COLUMNS, STEPS, TABLE, good_deck

FILE = "talks/a.pptx"
PAGE = DOCS / "accessibility.md"
SOURCES = 10
# Each slide on which something was lost.
LOST = 5


def by_python_pptx() -> bytes:
    """What python-pptx makes of its default template when nobody thinks of accessibility."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "Welcome"
    slide.placeholders[1].text_frame.text = "Points"
    shapes = presentation.slides.add_slide(presentation.slide_layouts[6]).shapes
    box = shapes.add_textbox(Inches(1), Inches(1), Inches(3), Inches(0.5))
    run = box.text_frame.paragraphs[0].add_run()
    run.text, run.font.size, run.hyperlink.address = "click here", Pt(9), "https://example.org"
    picture = io.BytesIO()
    Image.new("RGB", (60, 40), "#888888").save(picture, "PNG")
    picture.seek(0)
    shapes.add_picture(picture, Inches(5), Inches(1), Inches(2))
    shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(1), Inches(3), Inches(2), Inches(1))
    shape.text_frame.text = "White on a gradient"
    shapes.add_shape(MSO_SHAPE.OVAL, Inches(5), Inches(3), Inches(1), Inches(1))
    table = shapes.add_table(2, 2, Inches(1), Inches(5), Inches(6), Inches(1)).table
    for row in range(2):
        for column in range(2):
            table.cell(row, column).text = f"Cell {row} {column}"
    saved = io.BytesIO()
    presentation.save(saved)
    return saved.getvalue()


def test_a_deck_of_python_pptx_is_told_what_it_lacks() -> None:
    """Its 4:3 slides, its theme's gradients, its table style that is not in the file."""
    found = {
        (one.code, one.severity.word, one.span.line, one.span.column)
        for one in check_deck(by_python_pptx(), FILE).diagnostics
    }
    assert found == {
        ("missing-document-title", "warning", 1, 1),
        ("missing-language", "warning", 1, 1),
        ("slide-without-title", "error", 2, 1),
        ("missing-language", "warning", 2, 1),
        ("small-text", "warning", 2, 1),
        ("unclear-link", "warning", 2, 1),
        ("unclear-alt-text", "warning", 2, 2),
        ("low-contrast", "error", 2, 3),
        ("missing-alt-text", "warning", 2, 1),
        ("low-contrast", "warning", 2, 5),
    }


def test_the_page_shows_what_is_printed() -> None:
    """The findings in docs/accessibility.md, of a deck like this one."""
    (shown,) = (block.text for block in blocks(PAGE) if block.mark == "printed by check talks/summer.pptx")
    printed = "\n".join(written(one) for one in check_deck(by_python_pptx(), "talks/summer.pptx").diagnostics)
    assert len(shown.splitlines()) == 6
    assert [line for line in shown.splitlines() if line not in printed.splitlines()] == []


def test_the_page_names_every_rule() -> None:
    """Its table has each code that a finished deck can have."""
    named = set(inline_code(section(read(PAGE), "## What is looked for")))
    assert {rule.code for rule in FINISHED_DECKS.rules} - named == set()


def saved_by_libreoffice(deck: bytes, folder: Path) -> bytes:
    """A deck, opened and saved again."""
    soffice = find_soffice()
    assert soffice is not None
    (folder / "deck.pptx").write_bytes(deck)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pptx", "--outdir", "again", "deck.pptx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    return (folder / "again/deck.pptx").read_bytes()


@pytest.mark.render
def test_what_libreoffice_loses_is_missed_and_nothing_else(tmp_path: Path) -> None:
    """The header row, the alt text of groups and the mark of decorations are gone; words and colours are not.

    A link is painted in the theme's colour for links again, and the list of sources no longer knows its placeholder.
    """
    again = saved_by_libreoffice(good_deck(), tmp_path)
    before, after = read_deck(good_deck(), FILE), read_deck(again, FILE)
    assert [slide.title for slide in after.slides] == [slide.title for slide in before.slides]
    assert [len(slide.notes) for slide in after.slides] == [len(slide.notes) for slide in before.slides]
    found = {(one.code, one.span.line) for one in check_deck(again, FILE).diagnostics}
    assert {("missing-alt-text", STEPS), ("missing-alt-text", COLUMNS), ("table-without-header", TABLE)} <= found
    assert {("low-contrast", BULLETS), ("small-text", SOURCES)} <= found
    assert len(found) == LOST
