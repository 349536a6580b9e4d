"""Decks on disk."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from outreach_decks.output import RECORD, write_deck, write_set


def test_a_deck_is_written_and_written_again(tmp_path: Path) -> None:
    """What we wrote ourselves is replaced; nothing but the deck and the record is left behind."""
    write_deck(tmp_path, "a.pptx", b"one")
    written = write_deck(tmp_path, "a.pptx", b"two")
    assert written.kept is None
    assert (tmp_path / "a.pptx").read_bytes() == b"two"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["a.pptx", RECORD])


def test_an_edited_deck_is_never_overwritten(tmp_path: Path) -> None:
    """The new deck goes beside one that somebody changed, and beside that one when it was changed too."""
    write_deck(tmp_path, "a.pptx", b"one")
    (tmp_path / "a.pptx").write_bytes(b"edited")
    first = write_deck(tmp_path, "a.pptx", b"two")
    assert (first.path.name, first.kept) == ("a (new).pptx", tmp_path / "a.pptx")
    first.path.write_bytes(b"edited too")
    second = write_deck(tmp_path, "a.pptx", b"three")
    assert second.path.name == "a (new 2).pptx"
    assert [(tmp_path / name).read_bytes() for name in ("a.pptx", "a (new).pptx")] == [b"edited", b"edited too"]


def test_a_deck_of_unknown_origin_counts_as_edited(tmp_path: Path) -> None:
    """A file of the same name that we did not write is left alone."""
    (tmp_path / "a.pptx").write_bytes(b"somebody's")
    assert write_deck(tmp_path, "a.pptx", b"ours").path.name == "a (new).pptx"


def test_a_damaged_record_loses_nothing(tmp_path: Path) -> None:
    """Without a record every deck counts as edited."""
    write_deck(tmp_path, "a.pptx", b"one")
    (tmp_path / RECORD).write_text("{", encoding="utf-8")
    assert write_deck(tmp_path, "a.pptx", b"two").path.name == "a (new).pptx"


def test_the_same_deck_is_not_called_new(tmp_path: Path) -> None:
    """A file that holds exactly what is to be written is that deck, whoever put it there."""
    (tmp_path / "a.pptx").write_bytes(b"same")
    assert write_deck(tmp_path, "a.pptx", b"same").path.name == "a.pptx"


def test_a_failed_write_leaves_the_old_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk refuses, the old deck is whole and no stray file stays."""

    def refuse(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    write_deck(tmp_path, "a.pptx", b"old")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space"):
        write_deck(tmp_path, "a.pptx", b"new")
    assert (tmp_path / "a.pptx").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["a.pptx", RECORD])


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a folder but the record."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != RECORD}


def test_a_smaller_set_takes_away_what_is_left_of_a_larger_one(tmp_path: Path) -> None:
    """Only what we wrote and nobody changed goes."""
    write_set(tmp_path, {"page-1": b"one", "page-2": b"two", "page-3": b"three", "page-4": b"four"})
    (tmp_path / "page-3").write_bytes(b"drawn over")
    (tmp_path / "page-5").write_bytes(b"somebody's")
    written = write_set(tmp_path, {"page-1": b"new"})
    assert [each.path.name for each in written] == ["page-1"]
    assert contents(tmp_path) == {"page-1": b"new", "page-3": b"drawn over", "page-5": b"somebody's"}
    assert write_set(tmp_path, {"page-5": b"ours"})[0].path.name == "page-5 (new)"


def test_a_record_that_names_other_folders_is_not_followed(tmp_path: Path) -> None:
    """Whatever somebody wrote into it, nothing outside the folder is taken away."""
    folder = tmp_path / "set"
    (tmp_path / "letter").write_bytes(b"dear")
    write_set(folder, {"page-1": b"one"})
    record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    record |= {"../letter": hashlib.sha256(b"dear").hexdigest(), str(tmp_path / "letter"): "x"}
    (folder / RECORD).write_text(json.dumps(record), encoding="utf-8")
    write_set(folder, {"page-1": b"two"})
    assert (tmp_path / "letter").read_bytes() == b"dear"
