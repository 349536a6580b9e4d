"""Where files are. Stages ask a workspace for bytes by name and never touch the disk themselves.

Names are relative to the project, with forward slashes, on every system: ``slides_src/church.yaml``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol

OUTLINES = "slides_src"
FACTS = "slides_src/facts"
RULES = "slides_src/rules"
TEMPLATES = "assets/templates"
FONTS = "assets/fonts"
ICONS = "assets/icons"
IMAGES = "assets/images"


class Workspace(Protocol):
    """What stages may ask for."""

    def read(self, name: str) -> bytes:
        """Return the bytes of a file.

        Raises:
            FileNotFoundError: when there is no such file.
            PermissionError: when the file lies outside the project.
            OSError: when it cannot be read.
        """
        ...

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the names of the files in a folder that end in ``suffix``, sorted."""
        ...


def join(folder: str, name: str) -> str:
    """Return the name of a file as seen from the project: ``..`` is followed, backslashes are slashes."""
    return posixpath.normpath(posixpath.join(folder, name.replace("\\", "/")))


def relative(name: str, folder: str) -> str:
    """Return the name of a file as it is written in a file of ``folder``."""
    return posixpath.relpath(name, folder or ".")


def folder_of(name: str) -> str:
    """Return the folder of a file."""
    return posixpath.dirname(name)


def stem(name: str) -> str:
    """Return the name of a file without folder and ending."""
    return PurePosixPath(name).stem


@dataclass(frozen=True, slots=True)
class DiskWorkspace:
    """A project on disk. ``also`` are folders outside it that the person at the keyboard named."""

    root: Path
    also: tuple[Path, ...] = ()

    def read(self, name: str) -> bytes:
        """Return the bytes of a file inside the project or a folder that was named."""
        path = (self.root / name).resolve()
        if not any(path.is_relative_to(folder.resolve()) for folder in (self.root, *self.also)):
            raise PermissionError(name)
        return path.read_bytes()

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the names of the files in a folder, sorted; a folder that is not there is empty."""
        place = self.root / folder
        found = sorted(path.name for path in place.glob(f"*{suffix}")) if place.is_dir() else []
        return tuple(f"{folder}/{name}" for name in found if not name.startswith("."))

    def named(self, path: Path) -> str:
        """Return the name of a path: from the project's folder where it lies inside, else in full."""
        whole = path.resolve()
        root = self.root.resolve()
        inside = whole.is_relative_to(root)
        return whole.relative_to(root).as_posix() if inside else whole.as_posix()


@dataclass(frozen=True, slots=True)
class MemoryWorkspace:
    """Files that are not on disk."""

    files: Mapping[str, bytes] = field(default_factory=dict)

    def read(self, name: str) -> bytes:
        """Return the bytes of a file."""
        if name in self.files:
            return self.files[name]
        raise PermissionError(name) if name.startswith(("..", "/")) else FileNotFoundError(name)

    def names(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Return the names of the files in a folder, sorted."""
        inside = (name for name in self.files if folder_of(name) == folder and name.endswith(suffix))
        return tuple(sorted(inside))


def find_project(here: Path, home: Path) -> Path | None:
    """The nearest folder, from ``here`` upward, that has outlines; else ``home``, where the program lies, if it has."""
    places = (here.resolve(), *here.resolve().parents, home)
    return next((place for place in places if (place / OUTLINES).is_dir()), None)
