"""The same outlines give the same bytes, wherever and whenever they are built."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NEEDED = ("outreach_decks", "slides_src", "assets", "make_decks.py", "pyproject.toml")


def build(project: Path, settings: dict[str, str]) -> dict[str, str]:
    """Copy the project to a folder, build every deck there, and give the SHA-256 of each by its name."""
    project.mkdir(parents=True)
    for name in NEEDED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, project / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, project / name)
    command = [sys.executable, "make_decks.py", "-q"]
    subprocess.run(command, cwd=project, env=os.environ | settings, check=True)
    return {deck.name: hashlib.sha256(deck.read_bytes()).hexdigest() for deck in (project / "decks").glob("*.pptx")}


@pytest.fixture(scope="module")
def first_build(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The decks as built in a plain place."""
    settings = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    return build(tmp_path_factory.mktemp("first") / "project", settings)


def test_every_outline_gives_a_deck_in_each_language(first_build: dict[str, str]) -> None:
    """Building without naming a talk builds all of them, in English and in Japanese."""
    talks = [outline.stem for outline in (ROOT / "slides_src").glob("*.yaml")]
    wanted = {(talk, language) for talk in talks for language in ("en", "ja")}
    assert {tuple(name.split("-")[:2]) for name in first_build} == wanted
    assert len(first_build) == len(wanted)


def test_another_place_gives_the_same_bytes(first_build: dict[str, str], tmp_path: Path) -> None:
    """Neither the folder, the time zone, the locale nor the hash seed shows in a deck."""
    settings = {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "de_DE.UTF-8", "LANG": "ja_JP.UTF-8"}
    assert build(tmp_path / "ein anderer Ordner 別", settings) == first_build
