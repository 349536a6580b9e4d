"""Decks on disk."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from outreach_decks.output import EDITED, RECORD, write_deck, write_set


def full_disk(_descriptor: int) -> None:
    """What the system says when there is no room."""
    raise OSError(28, "No space left on device")


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


def test_an_edited_deck_makes_way_when_it_is_asked_to(tmp_path: Path) -> None:
    """It goes into a folder of its own with the day of its last change, and a second one of that day beside it."""
    write_deck(tmp_path, "a.pptx", b"one")
    for number, edited in enumerate((b"edited", b"edited again"), 2):
        (tmp_path / "a.pptx").write_bytes(edited)
        noon = datetime(2026, 11, 24, 12, tzinfo=UTC).timestamp()
        os.utime(tmp_path / "a.pptx", (noon, noon))
        written = write_deck(tmp_path, "a.pptx", str(number).encode(), replace_edited=True)
        assert (written.path, written.kept) == (tmp_path / "a.pptx", None)
    aside = tmp_path / EDITED
    assert {path.name: path.read_bytes() for path in aside.iterdir()} == {
        "a 2026-11-24.pptx": b"edited", "a 2026-11-24 2.pptx": b"edited again",
    }  # fmt: skip
    assert (tmp_path / "a.pptx").read_bytes() == b"3"


def test_nothing_makes_way_that_nobody_changed(tmp_path: Path) -> None:
    """Our own deck is replaced as always."""
    write_deck(tmp_path, "a.pptx", b"one")
    assert write_deck(tmp_path, "a.pptx", b"two", replace_edited=True).moved is None
    assert not (tmp_path / EDITED).exists()


def test_an_edited_deck_stays_when_the_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It makes way only for bytes that are safe on the disk."""
    (tmp_path / "a.pptx").write_bytes(b"edited")
    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_deck(tmp_path, "a.pptx", b"new", replace_edited=True)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pptx", b"edited")]


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
    write_deck(tmp_path, "a.pptx", b"old")
    monkeypatch.setattr(os, "fsync", full_disk)
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
