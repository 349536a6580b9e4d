"""Decks on disk. A deck that somebody changed by hand is never overwritten: the new one is written beside it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path

RECORD = ".written-by-make-decks.json"
# Where decks go that somebody changed, when they are to make way for new ones.
EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Written:
    """Where a deck went.

    ``kept`` is the file of the same name that was left as it is, ``moved`` where that was moved to; or None.
    """

    path: Path
    kept: Path | None = None
    moved: Path | None = None


def write_deck(folder: Path, name: str, deck: bytes, *, replace_edited: bool = False) -> Written:
    """Write a deck whole or not at all.

    With ``replace_edited`` a deck that somebody changed makes way: it goes into ``edited/``, with the day on which that
    was.

    Raises:
        OSError: when it cannot be written; what was there before is still there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    record = _read_record(folder)
    wished = folder / name
    path = _free_path(wished, record, _digest(deck))
    aside = _place_aside(wished) if replace_edited and path != wished else None
    if aside:
        path = wished
    if aside or not (path.exists() and path.read_bytes() == deck):
        replace_file(path, deck, aside)
    replace_file(folder / RECORD, _record_bytes({**record, path.name: _digest(deck)}))
    return Written(path, wished if path != wished else None, aside)


def _place_aside(edited: Path) -> Path:
    """Where an edited deck goes: edited/church 2026-11-24.pptx, by the day on which its file was last changed."""
    changed = datetime.fromtimestamp(edited.stat().st_mtime).astimezone().date()
    folder = edited.parent / EDITED
    names = (f"{edited.stem} {changed}{mark}{edited.suffix}" for mark in chain([""], (f" {n}" for n in count(2))))
    return next(folder / name for name in names if not (folder / name).exists())


def write_set(folder: Path, files: Mapping[str, bytes]) -> tuple[Written, ...]:
    """Write files that belong together, each as a deck is written, in their order.

    What an earlier set left in the folder goes, unless somebody changed it; nothing that we did not write is touched.

    Raises:
        OSError: when one cannot be written or taken away.
    """
    written = tuple(write_deck(folder, name, data) for name, data in files.items())
    now = {each.path.name for each in written}
    record = _read_record(folder)
    for name in record.keys() - now:
        left = folder / name
        # A record may have been edited: only what lies in this folder is ours.
        if left.parent == folder and left.is_file() and _digest(left.read_bytes()) == record[name]:
            left.unlink()
    replace_file(folder / RECORD, _record_bytes({name: record[name] for name in sorted(now)}))
    return written


def _free_path(wished: Path, record: dict[str, str], new: str) -> Path:
    """The path itself where nobody changed what we wrote there, else "name (new).pptx", "name (new 2).pptx" ..."""
    path, number = wished, 0
    while path.exists() and _digest(path.read_bytes()) not in {record.get(path.name), new}:
        number += 1
        mark = "(new)" if number == 1 else f"(new {number})"
        path = wished.with_name(f"{wished.stem} {mark}{wished.suffix}")
    return path


def _read_record(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(digest) for name, digest in found.items()} if isinstance(found, dict) else {}


def _record_bytes(record: dict[str, str]) -> bytes:
    return (json.dumps(record, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode("utf-8")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def replace_file(path: Path, data: bytes, aside: Path | None = None) -> None:
    """Write beside the file and rename: a reader sees the old bytes or the new ones.

    Where ``aside`` is given, what is there now is moved to that place as soon as the new bytes are safe on the disk.

    Raises:
        OSError: when it cannot be written; what was there before is still there.
    """
    handle, name = tempfile.mkstemp(prefix=".writing-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        if aside:
            aside.parent.mkdir(exist_ok=True)
            path.rename(aside)
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
