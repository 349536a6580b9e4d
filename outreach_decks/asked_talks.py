"""Which talks the command line names, and the project that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from outreach_decks.arguments import Asked

if TYPE_CHECKING:
    from outreach_decks.workspace import DiskWorkspace

_OUTLINE_ENDINGS: Final = (".yaml", ".yml")
_DECK_ENDINGS: Final = (".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppsm", ".ppt")


def workspace_of(asked: Asked) -> DiskWorkspace:
    """The project that the command was given in."""
    from outreach_decks.workspace import DiskWorkspace, find_project

    root = find_project(Path.cwd(), Path(__file__).resolve().parent.parent)
    if root is None:
        raise click.UsageError("there is no folder slides_src/ here; go to the folder of the project first")
    named = [Path(talk) for talk in (*asked.talks, asked.event or "") if is_path(talk)]
    return DiskWorkspace(root, tuple(path.resolve().parent for path in named))


def is_path(talk: str) -> bool:
    """Tell whether a talk is named by its file."""
    return bool(Path(talk).suffix) or "/" in talk or "\\" in talk


def is_deck(talk: str) -> bool:
    """Tell whether what is named is a finished deck: a PowerPoint file of any kind."""
    return talk.lower().endswith(_DECK_ENDINGS)


def read_decks(talks: Sequence[str]) -> list[tuple[str, bytes]]:
    """The finished decks among what was named, each with what is in its file."""
    return [(Path(talk).as_posix(), _bytes(Path(talk))) for talk in dict.fromkeys(filter(is_deck, talks))]


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise click.UsageError(f'there is no file "{path}"; {_nearby(path)}') from None
    except OSError as error:
        raise click.UsageError(f'"{path}" cannot be opened: {error.strerror or error}') from None


def _nearby(path: Path) -> str:
    """What to say of a file that is not there: the one that was meant, or those that are there."""
    from outreach_decks.validation import did_you_mean

    folder = path.parent
    if not folder.is_dir():
        return f'there is no folder "{folder}" either'
    decks = sorted(found.name for found in folder.iterdir() if is_deck(found.name))
    there = (
        f"in that folder there are: {', '.join(decks)}"
        if decks
        else "there is no deck in that folder yet; without a file's name, make_decks.py makes them"
    )
    return "".join(did_you_mean(path.name, decks)) or there


def outlines_of(asked: Asked, workspace: DiskWorkspace) -> list[str]:
    """The files of the talks that were asked for; all when none was."""
    from outreach_decks.validation import did_you_mean
    from outreach_decks.workspace import OUTLINES, stem

    known = workspace.names(OUTLINES, ".yaml")
    by_name = {stem(name): name for name in known}
    files = []
    for talk in asked.talks:
        _refuse_no_outline(talk)
        if not is_path(talk) and talk not in by_name:
            hint = "".join(did_you_mean(talk, by_name)) or f"there are: {', '.join(by_name) or 'none'}"
            raise click.UsageError(f'there is no talk "{talk}" in {OUTLINES}/; {hint}')
        files.append(workspace.named(Path(talk)) if is_path(talk) else by_name[talk])
    return list(dict.fromkeys(files)) or list(known)


def _refuse_no_outline(talk: str) -> None:
    """Stop where a file is named that is no outline by its ending."""
    if is_deck(talk):
        raise click.UsageError(f"{talk} is a finished deck; to look for mistakes in it: check {talk}")
    ending = Path(talk).suffix.lower()
    if is_path(talk) and ending not in _OUTLINE_ENDINGS:
        known = ", ".join(_OUTLINE_ENDINGS)
        raise click.UsageError(f'"{talk}" is no outline: those end in {known}; finished decks end in .pptx')
