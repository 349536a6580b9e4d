"""``preview``: the pages, the PDF and the sheet of a deck, as people ask for them."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PIL import Image

from outreach_decks import preview
from outreach_decks.arguments import ExitCode
from outreach_decks.cli import program
from outreach_decks.output import RECORD
from outreach_decks.pdf_tags import read_tags
from outreach_decks.preview import CONFORMING, find_soffice, version_of
from tests.projects import FACTS, HEAD, outline, program_in_japanese, write_project
from tests.rendered import page_count

SLIDES = """\
- {kind: cover, id: c, notes: Said.}
- {kind: bullets, id: b, title: A list, icon: eye, points: [One, Two], notes: Said.}
- {kind: statement, id: s, title: A sentence, notes: Said.}
- {kind: statement, id: q, title: For questions, notes: Said., hidden: true}
"""
FOLDER = "decks/preview/talk-en-20min"
SHOWN = ["contact-sheet.png", "page-01.png", "page-02.png", "page-03.png", "talk-en-20min.pdf"]


def run(*words: str) -> Result:
    """Run the program in this process."""
    return CliRunner().invoke(program, list(words), prog_name="make_decks.py", catch_exceptions=False)


def write_talk(folder: Path, slides: str) -> None:
    """Put the talk into a project."""
    (folder / "slides_src/talk.yaml").write_text(outline(slides, HEAD), encoding="utf-8")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project on disk with a talk of three slides that are shown and one that is hidden."""
    folder = tmp_path_factory.mktemp("project")
    write_project(folder, {**FACTS, **program_in_japanese()})
    write_talk(folder, SLIDES)
    return folder


@pytest.fixture
def here(project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, with this process in it."""
    monkeypatch.chdir(project)
    return project


@pytest.fixture(scope="module")
def told(project: Path) -> dict[str, object]:
    """What --json tells of the talk, once it is shown."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        result = run("preview", "talk", "--json")
    assert (result.exit_code, result.stderr) == (ExitCode.BUILT, "")
    (only,) = json.loads(result.stdout)
    assert isinstance(only, dict)
    return only


def size(path: Path) -> tuple[int, int]:
    """The size of a picture, px."""
    return Image.open(BytesIO(path.read_bytes())).size


def names(folder: Path) -> list[str]:
    """The files of a folder, but the program's own record."""
    return sorted(path.name for path in folder.iterdir() if path.name != RECORD)


@pytest.mark.render
def test_a_deck_becomes_pages_a_pdf_and_a_sheet(project: Path, told: dict[str, Any]) -> None:
    """A page a shown slide, wide enough to look at; all of them in a PDF and on one sheet; --json tells where."""
    folder = project / FOLDER
    assert names(folder) == SHOWN
    assert [size(folder / page) for page in SHOWN[1:4]] == [(1600, 900)] * 3
    assert size(folder / "contact-sheet.png") == (3 * 504 + 24, 270 + 28 + 24 + 24)
    assert (told["talk"], told["slides"], told["hidden_slides"]) == ("talk", 3, 1)
    assert [Path(path).name for path in (told["contact_sheet"], *told["pages"], told["pdf"])] == SHOWN


@pytest.mark.render
def test_the_pdf_is_made_for_screen_readers(project: Path, told: dict[str, Any]) -> None:
    """It is tagged, has title and language, and says that it is PDF/UA only when LibreOffice makes one."""
    pdf = (project / FOLDER / "talk-en-20min.pdf").read_bytes()
    tags = read_tags(pdf)
    assert page_count(pdf) == 3
    assert (tags.title, tags.language.partition("-")[0], tags.tagged) == ("A talk", "en", True)
    assert [page.headings for page in tags.pages] == [1, 1, 1]
    assert all(re.search(mark, pdf) for mark in (rb"/StructTreeRoot ", rb"/MarkInfo\s*<</Marked true", rb"/Lang\(en"))
    version = version_of(find_soffice() or "")
    assert version is not None
    assert tags.claims == (version >= CONFORMING)
    assert ("it does not say that it is PDF/UA (5)" in told["pdf_lacks"]) == (version < CONFORMING)


@pytest.mark.render
def test_what_an_earlier_preview_left_goes_and_nothing_else(here: Path) -> None:
    """A shorter talk leaves no page of the longer one; what people changed, or put there, stays as it is."""
    folder = here / "again/talk-en-20min"
    assert run("preview", "talk", "--out", "again").exit_code == ExitCode.BUILT
    (folder / "page-01.png").write_bytes(b"drawn over")
    (folder / "page-09.png").write_bytes(b"somebody's own")
    write_talk(here, SLIDES.replace("- {kind: statement, id: s, title: A sentence, notes: Said.}\n", ""))
    result = run("preview", "talk", "--out", "again")
    write_talk(here, SLIDES)
    assert result.exit_code == ExitCode.BUILT
    assert names(folder) == ["contact-sheet.png", "page-01 (new).png", *SHOWN[1:3], "page-09.png", SHOWN[4]]
    assert (folder / "page-01.png").read_bytes() == b"drawn over"
    assert (folder / "page-09.png").read_bytes() == b"somebody's own"
    assert page_count((folder / SHOWN[4]).read_bytes()) == 2
    assert "again/talk-en-20min/  2 pages, 1 hidden left out, talk-en-20min.pdf, contact-sheet.png" in result.stdout
    assert "page-01.png was changed by hand and stays as it is" in result.stdout


@pytest.mark.render
def test_a_powerpoint_file_is_shown_in_its_own_language(here: Path) -> None:
    """Ours or not: the PDF has the language that most of its words have; the same file gives the same bytes."""
    assert run("talk", "--lang", "ja", "--out", "mine").exit_code == ExitCode.BUILT
    folders = [here / out / "talk-ja-20min" for out in ("one", "two")]
    for folder in folders:
        assert run("preview", "mine/talk-ja-20min.pptx", "--out", folder.parent.name).exit_code == ExitCode.BUILT
    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert first == second
    assert sorted(first) == sorted([RECORD, *(name.replace("-en-", "-ja-") for name in SHOWN)])


def with_linked_picture(pptx: bytes) -> bytes:
    """The deck with a picture that lies on a server."""
    linked = '<Relationship Id="rId99" TargetMode="External" Target="http://127.0.0.1:9/a.png" Type="{}/image"/>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(pptx)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "ppt/slides/_rels/slide1.xml.rels":
                data = data.replace(b"</Relationships>", f"{linked.format(kind)}</Relationships>".encode())
            new.writestr(name, data)
    return made.getvalue()


@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is missing, which is said first")
def test_a_file_that_could_do_harm_is_not_opened(here: Path) -> None:
    """A linked picture would be fetched: the file is named and refused, before LibreOffice sees it."""
    assert run("talk", "--lang", "en").exit_code == ExitCode.BUILT
    (here / "linked.pptx").write_bytes(with_linked_picture((here / "decks/talk-en-20min.pptx").read_bytes()))
    (here / "letter.pptx").write_bytes(b"Dear all")
    result = run("preview", "linked.pptx", "letter.pptx", "--json")
    assert result.exit_code == ExitCode.ERRORS
    linked, letter = json.loads(result.stdout)
    assert [found["code"] for told in (linked, letter) for found in told["diagnostics"]] == ["unsafe-presentation"] * 2
    assert "fetches" in linked["diagnostics"][0]["message"]
    assert letter["diagnostics"][0]["message"].startswith("this is not opened: it is not a .pptx file")
    assert not any((here / "decks/preview" / name).exists() for name in ("linked", "letter"))


@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is missing, which is said first")
@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("none.pptx", 'there is no file "none.pptx"'),
        ("ours.potx", "a template is shown by: template check ours.potx"),
        ("letter.docx", '"letter.docx" is no outline: those end in .yaml, .yml; finished decks end in .pptx'),
    ],
)
def test_what_cannot_be_shown_is_wrong_usage(named: str, told: str) -> None:
    """With what to do instead; a photograph or a letter is never read as if it were an outline."""
    result = run("preview", named)
    assert result.exit_code == ExitCode.USAGE
    assert told in result.stderr


@pytest.mark.skipif(find_soffice() is None, reason="LibreOffice is missing, which is said first")
def test_a_talk_with_errors_is_told_and_not_shown(here: Path) -> None:
    """As when it is built: its findings, and the code 1."""
    (here / "slides_src/broken.yaml").write_text(outline("- {kind: statment, id: a}\n", HEAD), encoding="utf-8")
    result = run("preview", "broken")
    (here / "slides_src/broken.yaml").unlink()
    assert result.exit_code == ExitCode.ERRORS
    assert "slides_src/broken.yaml:8:12: error[unknown-kind]" in result.stderr
    assert not list((here / "decks").glob("preview/broken*"))


@pytest.fixture
def without_libreoffice(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer on which nobody can find it: an empty PATH, and no installer that put it anywhere."""
    empty = here / "nothing"
    empty.mkdir(exist_ok=True)
    monkeypatch.setenv("PATH", str(empty))
    monkeypatch.setattr(sys, "platform", "an unknown one")
    return here


@pytest.mark.usefixtures("without_libreoffice")
def test_a_missing_libreoffice_is_told_with_how_to_install_it() -> None:
    """Exit code 4, and a line to type on each system, before anything is built."""
    assert preview.find_soffice() is None
    result = run("preview", "talk")
    assert result.exit_code == ExitCode.MISSING_TOOL
    assert result.stdout == ""
    for told in ("winget install", "brew install", "apt install", "https://www.libreoffice.org/download/"):
        assert told in result.stderr
    as_json = run("preview", "talk", "--json")
    assert as_json.exit_code == ExitCode.MISSING_TOOL
    assert "winget install" in json.loads(as_json.stdout)[0]["error"]


def test_a_libreoffice_that_does_nothing_is_told(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When no PDF comes out, the deck is named, nothing is left behind, and the shell is told 3."""
    if sys.platform == "win32":
        pytest.skip("a shell script stands for LibreOffice here")
    idle = here / "nothing-at-all" / "soffice"
    idle.parent.mkdir()
    idle.write_text("#!/bin/sh\nexit 0\n", encoding="utf-8")
    idle.chmod(0o755)
    monkeypatch.setenv("PATH", f"{idle.parent}:/usr/bin:/bin")
    result = run("preview", "talk", "--lang", "en", "--out", "idle")
    assert result.exit_code == ExitCode.NOT_WRITTEN
    assert "talk-en-20min: LibreOffice made no PDF" in result.stderr
    assert not (here / "idle").exists()


@pytest.mark.usefixtures("here")
def test_a_misspelt_talk_is_wrong_usage() -> None:
    """As everywhere: nothing is shown, the nearest is offered."""
    if find_soffice() is None:
        pytest.skip("LibreOffice is missing, which is said first")
    result = run("preview", "tolk")
    assert result.exit_code == ExitCode.USAGE
    assert 'did you mean "talk"?' in result.stderr
