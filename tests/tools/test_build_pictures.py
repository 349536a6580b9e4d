"""The pictures of README.md show the decks as they are, and are small enough to load quickly."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from PIL import Image

import build_pictures
from build_pictures import FOLDER, RECORD, SHOWN, Shown, shown
from outreach_decks.diagnostics import Span
from outreach_decks.project import Project
from outreach_decks.text import words
from outreach_decks.workspace import DiskWorkspace

ROOT = Path(__file__).parents[2]
LARGEST = 300_000
AGAIN = "make the pictures again: python tools/build_pictures.py"

every_talk = pytest.mark.parametrize("talk", SHOWN)


@cache
def now(talk: str) -> Shown:
    """The slides of a picture as they are today."""
    return shown(talk, Project(DiskWorkspace(ROOT)))


@every_talk
def test_the_picture_shows_the_deck_of_today(talk: str) -> None:
    """What the layout makes of the six slides is what it made of them when the picture was made."""
    record = json.loads((FOLDER / RECORD).read_text(encoding="utf-8"))
    assert record[talk]["slides"] == list(SHOWN[talk]), AGAIN
    assert record[talk]["digest"] == now(talk).digest, AGAIN


@every_talk
def test_the_picture_is_small(talk: str) -> None:
    """Three slides in a row, sharp on a screen of twice the density, in less than 300 kB."""
    raw = (FOLDER / f"{talk}.png").read_bytes()
    with Image.open(io.BytesIO(raw)) as picture:
        assert picture.width >= 1200
    assert len(raw) < LARGEST


@every_talk
def test_the_readme_shows_it_with_words_for_those_who_cannot_see_it(talk: str) -> None:
    """Each picture has an alt text of its own."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    alt = readme.partition(f"](docs/images/{talk}.png)")[0].rpartition("![")[2]
    assert len(alt) > 60


def test_notes_and_places_in_the_outline_do_not_make_it_old() -> None:
    """What nobody sees in the picture is not in the digest; what everybody sees is."""
    church = now("church")
    first, *others = church.slides
    moved = replace(first, notes=(words("Other words."),), span=Span("elsewhere", 9))
    assert replace(church, slides=(moved, *others)).digest == church.digest
    assert replace(church, slides=(replace(first, title="Another"), *others)).digest != church.digest
    assert replace(church, template=b"another").digest != church.digest


def test_a_slide_that_is_gone_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tool says which one, and where others can be chosen."""
    monkeypatch.setitem(SHOWN, "church", ("cover", "no-such-slide"))
    with pytest.raises(ValueError, match=r"no-such-slide.*build_pictures\.py"):
        shown("church", Project(DiskWorkspace(ROOT)))


@pytest.mark.render
def test_the_tool_writes_a_picture_a_talk_and_the_record(tmp_path: Path) -> None:
    """What it writes elsewhere is what is kept, but for the pixels of another LibreOffice."""
    build_pictures.main(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {RECORD, *(f"{talk}.png" for talk in SHOWN)}
    assert json.loads((tmp_path / RECORD).read_text(encoding="utf-8")) == {
        talk: {"slides": list(slides), "digest": now(talk).digest} for talk, slides in SHOWN.items()
    }
