"""Presentations of other people."""

from __future__ import annotations

from io import BytesIO

import pytest
from pptx import Presentation
from pptx.util import Pt

from outreach_decks.diagnostics import DeckError
from outreach_decks.powerpoint.foreign import check_foreign, hidden_slides, main_language


def deck(*slides: tuple[str, str | None, bool]) -> bytes:
    """A deck of slides with words, their language, and whether they are hidden."""
    presentation = Presentation()
    for words, language, hidden in slides:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        frame = slide.shapes.add_textbox(0, 0, Pt(400), Pt(50)).text_frame
        frame.text = words
        if language:
            frame.paragraphs[0].runs[0]._r.get_or_add_rPr().set("lang", language)
        if hidden:
            slide._element.set("show", "0")
    saved = BytesIO()
    presentation.save(saved)
    return saved.getvalue()


def test_hidden_slides_are_counted() -> None:
    """Those that a show leaves out."""
    assert hidden_slides(deck(("One", None, False), ("Two", None, True), ("Three", None, True))) == 2


def test_the_language_is_that_of_most_words() -> None:
    """Not of most stretches: figures between Japanese words are marked as English; without a mark it is English."""
    mixed = deck(("保護された人の数", "ja-JP", False), ("66", "en-US", False), ("58", "en-US", False))
    assert main_language(mixed) == "ja-JP"
    assert main_language(deck(("Words", None, False))) == "en"
    assert main_language(deck(("Words", "not a language", False))) == "en"


def test_what_could_do_harm_is_told_as_such() -> None:
    """Not as a fault of a template; what is sound passes."""
    check_foreign(deck(("One", None, False)), "talk.pptx")
    with pytest.raises(DeckError) as refused:
        check_foreign(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "talk.pptx")
    (found,) = refused.value.diagnostics
    assert (found.code, found.span.file) == ("unsafe-presentation", "talk.pptx")
    assert found.message.startswith("this is not opened: it is protected by a password")
