"""Which talks the command line names, and the project that they belong to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from outreach_decks.arguments import Asked

if TYPE_CHECKING:
    from outreach_decks.workspace import DiskWorkspace


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
    return talk.endswith((".yaml", ".yml")) or "/" in talk or "\\" in talk


def outlines_of(asked: Asked, workspace: DiskWorkspace) -> list[str]:
    """The files of the talks that were asked for; all when none was."""
    from outreach_decks.validation import did_you_mean
    from outreach_decks.workspace import OUTLINES, stem

    known = workspace.names(OUTLINES, ".yaml")
    by_name = {stem(name): name for name in known}
    files = []
    for talk in asked.talks:
        if not is_path(talk) and talk not in by_name:
            hint = "".join(did_you_mean(talk, by_name)) or f"there are: {', '.join(by_name) or 'none'}"
            raise click.UsageError(f'there is no talk "{talk}" in {OUTLINES}/; {hint}')
        files.append(workspace.named(Path(talk)) if is_path(talk) else by_name[talk])
    return list(dict.fromkeys(files)) or list(known)
