"""``template``: what a person sees of a template that is not ours, and the table that is written beside it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import outreach_decks.preview
from outreach_decks.cli import program
from outreach_decks.reader import read_document
from tests.foreign.projects import template
from tests.pages import DOCS, blocks
from tests.projects import ROOT


@pytest.fixture
def ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The Japanese template in a folder of its own, as if LibreOffice were missing."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(outreach_decks.preview, "find_soffice", lambda: None)
    file = tmp_path / "ours.pptx"
    file.write_bytes(template("drawn.pptx"))
    return file


def run(*words: object) -> Result:
    """Run the command."""
    return CliRunner().invoke(program, ["template", *map(str, words)])


def test_inspect_shows_layouts_and_placeholders(ours: Path) -> None:
    """Each layout by number and name, what it serves, and each placeholder with its place and size."""
    said = run("inspect", ours)
    assert said.exit_code == 0
    assert "ours.pptx: 33.9 x 19.1 cm, 6 layouts, 2 masters" in said.output
    assert "4. タイトル スライド, master 2 (for: cover)" in said.output
    line = next(line for line in said.output.splitlines() if "Content Placeholder 3" in line)
    assert line.split() == [
        "2",
        "Content",
        "Placeholder",
        "3",
        "content",
        "middle",
        "right",
        "15.0",
        "x",
        "12.1",
        "cm",
        "28",
        "pt",
    ]


def test_inspect_writes_a_table_that_says_what_was_guessed(ours: Path) -> None:
    """It is YAML that the program reads, with words for people around it."""
    run("inspect", ours)
    written = (ours.parent / "ours.layouts.yaml").read_bytes()
    data = read_document("ours.layouts.yaml", written).data
    assert isinstance(data, dict)
    assert data["cover"] == {"layout": "4. タイトル スライド", "slots": {"title": "0", "subtitle": "1"}}
    assert b"# in a box of its own: details, logo" in written


def test_the_page_shows_what_inspect_writes(ours: Path) -> None:
    """The entry of docs/templates.md stands so in the table of the example, and the table is read."""
    garden = ours.with_name("garden.potx")
    garden.write_bytes(template("garden.potx"))
    assert run("inspect", garden).exit_code == 0
    (shown,) = [block.text for block in blocks(DOCS / "templates.md") if block.mark.endswith("garden.layouts.yaml")]
    assert shown in garden.with_name("garden.layouts.yaml").read_text(encoding="utf-8")


def test_a_table_that_somebody_corrected_stays(ours: Path) -> None:
    """The new one is written beside it, once."""
    table = ours.parent / "ours.layouts.yaml"
    run("inspect", ours)
    guessed = table.read_bytes()
    table.write_text("cover: {layout: 4, slots: {title: 0}}\n", encoding="utf-8")
    said = run("inspect", ours)
    assert said.exit_code == 0
    assert "is there already and stays as it is" in said.output
    assert table.read_text(encoding="utf-8").startswith("cover: {layout: 4")
    assert b"  # in a box of its own: subtitle" in (ours.parent / "ours.layouts (new).yaml").read_bytes()
    table.write_bytes(guessed)
    run("inspect", ours)
    assert sorted(path.name for path in ours.parent.glob("*.yaml")) == ["ours.layouts (new).yaml", "ours.layouts.yaml"]


def test_without_libreoffice_one_line_says_so(ours: Path) -> None:
    """The table is written all the same."""
    said = run("inspect", ours)
    assert said.output.count("pictures need LibreOffice") == 1
    assert (ours.parent / "ours.layouts.yaml").is_file()


def test_check_says_what_is_missing(ours: Path) -> None:
    """What has no placeholder, in one list; nothing else is wrong with this template."""
    said = run("check", ours)
    assert said.exit_code == 0
    assert "nothing is wrong with this template" in said.output
    line = next(line for line in said.output.splitlines() if line.startswith("  number"))
    assert line.split(maxsplit=2)[2].endswith("number, of, caption, source")


def test_check_names_colours_and_sizes_that_do_not_read(ours: Path) -> None:
    """A theme without contrast, and a placeholder in small print."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template("drawn.pptx"))) as old, zipfile.ZipFile(held, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.startswith("ppt/theme/"):
                content = content.replace(b'val="FFFFFF"', b'val="7A7A7A"').replace(b'val="222222"', b'val="6A6A6A"')
            if name.startswith("ppt/slideLayouts/"):
                content = content.replace(b'sz="2000"', b'sz="1200"')
            new.writestr(name, content)
    ours.write_bytes(held.getvalue())
    said = run("check", ours)
    assert said.exit_code == 0
    for severity, code in (("warning", "faint-colour"), ("note", "small-placeholder")):
        assert f"{severity}[{code}]" in said.output


def test_a_template_that_cannot_be_used_is_an_error(ours: Path) -> None:
    """Exit code 1, and the reason."""
    ours.write_bytes(b"no presentation")
    for command in ("inspect", "check"):
        said = run(command, ours)
        assert said.exit_code == 1
        assert "it is not a .pptx file, or it is damaged" in said.output


def test_a_file_that_is_not_there_is_a_wrong_use() -> None:
    """Exit code 2, as everywhere."""
    assert run("inspect", "nowhere.pptx").exit_code == 2


@pytest.mark.render
def test_pictures_are_drawn_where_libreoffice_is(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of the layouts, one of a sample of every kind of slide."""
    monkeypatch.undo()
    monkeypatch.chdir(ROOT)
    run("inspect", ours)
    run("check", ours)
    for name in ("ours.layouts.png", "ours.sample.png"):
        assert (ours.parent / name).read_bytes().startswith(b"\x89PNG")
