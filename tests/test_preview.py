from __future__ import annotations

import os
import sys
import xml.etree.ElementTree as ET
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from outreach_decks import preview
from outreach_decks.pages import page_images
from outreach_decks.preview import PreviewError, find_soffice, font_settings, render_pdf
from tests.rendered import page_count

FONTS = Path(__file__).parents[1] / "assets" / "fonts"
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for LibreOffice here")


def deck(slides: int, face: str = "Calibri", text: str = "Free to leave") -> bytes:
    """A deck with a line of text on every slide."""
    presentation = Presentation()
    for _ in range(slides):
        frame = presentation.slides.add_slide(presentation.slide_layouts[6]).shapes.add_textbox(0, 0, Pt(400), Pt(50))
        frame.text_frame.text = text
        frame.text_frame.paragraphs[0].runs[0].font.name = face
    saved = BytesIO()
    presentation.save(saved)
    return saved.getvalue()


def program(folder: Path, lines: str) -> str:
    """An executable shell script called soffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.render
def test_decks_come_back_as_pdf_under_their_names() -> None:
    """Every deck is a PDF with a page a slide, whatever the deck is called."""
    pages = render_pdf({"教会/a b": deck(2), "con": deck(1)})
    assert {name: page_count(pdf) for name, pdf in pages.items()} == {"教会/a b": 2, "con": 1}


@pytest.mark.render
@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="only fontconfig reads the project's font settings")
def test_faces_that_are_missing_have_twins() -> None:
    """Calibri is drawn with Carlito, and Meiryo with BIZ UDPGothic, from the files handed in."""
    fonts = {path.name: path.read_bytes() for path in FONTS.glob("*.ttf")}
    pages = render_pdf({"latin": deck(1), "japanese": deck(1, "Meiryo", "abc")}, fonts=fonts)
    assert b"+Carlito" in pages["latin"]
    assert b"+BIZUDPGothic" in pages["japanese"]


@pytest.mark.render
def test_pages_become_pictures_of_a_given_width() -> None:
    """A page of 4:3 is 400 px wide and 300 high."""
    (picture,) = page_images(render_pdf({"one": deck(1)})["one"], 400)
    assert Image.open(BytesIO(picture)).size == (400, 300)


def test_nothing_to_render_starts_nothing() -> None:
    """No decks are no pages."""
    assert render_pdf({}, soffice="no-such-program") == {}


def test_a_command_that_cannot_be_started_is_said() -> None:
    """A path that leads nowhere is a finding, not a traceback of the system's."""
    with pytest.raises(PreviewError, match="could not be started"):
        render_pdf({"one": deck(1)}, soffice="no-such-program")


def test_decks_left_out_are_named() -> None:
    """When no PDF is made, the error names the deck and says what the program said."""
    with pytest.raises(PreviewError, match="no PDF of church, school"):
        render_pdf({"church": b"", "school": b""}, soffice=sys.executable)


@needs_posix
def test_what_takes_too_long_is_ended(tmp_path: Path) -> None:
    """After its time LibreOffice is ended, with the processes that its launcher started."""
    number = tmp_path / "number"
    slow = program(tmp_path, f"sleep 600 &\necho $! > '{number}'\nwait")
    with pytest.raises(PreviewError, match="not done after 2 seconds"):
        render_pdf({"one": b""}, soffice=slow, seconds=2)
    assert not is_running(int(number.read_text(encoding="utf-8")))


def is_running(process: int) -> bool:
    """Tell whether a process lives; one that is dead and not yet fetched by its parent does not."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not (state.is_file() and state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")


@needs_posix
def test_libreoffice_is_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command on the PATH goes before the usual places."""
    command = program(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_soffice() == command


@needs_posix
def test_a_missing_libreoffice_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without LibreOffice the error says what to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "an unknown one")
    assert find_soffice() is None
    with pytest.raises(PreviewError, match="install it"):
        render_pdf({"one": b""})


def test_usual_places_on_windows_and_macos() -> None:
    """Installers put LibreOffice below the folders that the environment names; what it does not name drops out."""
    windows = preview._usual_places("win32", {"ProgramFiles": "C:/Program Files"})
    assert [place.as_posix() for place in windows] == ["C:/Program Files/LibreOffice/program/soffice.com"]
    macos = preview._usual_places("darwin", {"HOME": "/Users/mari"})
    assert [place.parts[1] for place in macos] == ["Applications", "Users"]


def test_font_settings_are_well_formed() -> None:
    """The settings name the folder of fonts, the system's own settings and the twin of every face."""
    settings = ET.fromstring(font_settings("/etc/fonts/fonts.conf", Path("a & b"), Path("c")))  # noqa: S314 - our own
    assert settings.findtext("dir") == "a & b"
    assert settings.findtext("include") == "/etc/fonts/fonts.conf"
    twins = {alias.findtext("family"): alias.findall("prefer/family")[1].text for alias in settings.findall("alias")}
    assert twins["Calibri"] == "Carlito"
    assert twins["Yu Gothic"] == "BIZ UDPGothic"


@needs_posix
def test_the_version_is_what_libreoffice_says(tmp_path: Path) -> None:
    """PDF/UA is asked for from 7.6; what says no version, or cannot be started, is taken for an old one."""
    told = {
        "LibreOffice 7.4.7.2 40(Build:2)": False,
        "LibreOffice 7.6.0.3": True,
        "LibreOffice 24.2.1.2 x": True,
        "": False,
    }
    for number, (version, conforms) in enumerate(told.items()):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert preview.can_conform(program(folder, f"echo '{version}'")) == conforms
    assert not preview.can_conform(str(tmp_path / "none"))


@pytest.mark.render
def test_a_pdf_for_readers_has_its_language_and_no_clock() -> None:
    """Whatever the machine speaks; twice the same deck is twice the same file."""
    first, second = (render_pdf({"one": deck(1)}, language="vi")["one"] for _ in range(2))
    assert first == second
    assert b"/Lang(vi" in first
    assert b"/MarkInfo<</Marked true>>" in first
