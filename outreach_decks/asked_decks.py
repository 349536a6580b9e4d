"""What is asked of decks on the command line: the day they are for, their bands and languages, and how far they are."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from outreach_decks.arguments import Asked

if TYPE_CHECKING:
    from outreach_decks.parse_event import Day
    from outreach_decks.project import Project
    from outreach_decks.workspace import DiskWorkspace


def day_of(asked: Asked, workspace: DiskWorkspace) -> Day:
    """The day that the decks are for.

    Raises:
        DeckError: with everything that is wrong in the file of the event or the settings.
    """
    from outreach_decks.parse_event import parse_event

    file = workspace.named(Path(asked.event)) if asked.event else None
    return parse_event(file, _settings(asked), workspace)


def _settings(asked: Asked) -> dict[str, list[str]]:
    from outreach_decks.event import SETTABLE
    from outreach_decks.validation import did_you_mean

    found: dict[str, list[str]] = {}
    for setting in asked.settings:
        name, equals, value = setting.partition("=")
        if not equals:
            raise click.BadParameter(f'"{setting}" has no "="; write --set {name}="..."', param_hint="--set")
        if name.strip() not in SETTABLE:
            hint = "".join(did_you_mean(name, SETTABLE)) or f"there are: {', '.join(SETTABLE)}"
            raise click.BadParameter(f'an event has no "{name}"; {hint}', param_hint="--set")
        found.setdefault(name.strip(), []).append(value)
    return found


def refuse_unknown(files: Sequence[str], project: Project, asked: Asked) -> None:
    """Stop when a band or a language was asked for that one of the talks does not have."""
    _refuse_unknown_band(files, project, asked.band)
    _refuse_unknown_language(files, project, asked)


def _refuse_unknown_band(files: Sequence[str], project: Project, band: str | None) -> None:
    from outreach_decks.build import unknown_band

    for file in files if band else ():
        slip = unknown_band(file, project, band or "")
        if slip:
            raise click.BadParameter(slip, param_hint="--band")


def _refuse_unknown_language(files: Sequence[str], project: Project, asked: Asked) -> None:
    from outreach_decks.build import unknown_language

    notes = (asked.notes_language,) if asked.notes_language else ()
    for option, codes in (("--lang", asked.languages), ("--notes-lang", notes)):
        for code in codes:
            slip = next((told for file in files if (told := unknown_language(file, project, code))), None)
            if slip:
                raise click.BadParameter(slip, param_hint=option)


def progress_of(asked: Asked, count: int) -> AbstractContextManager[Callable[[str], None]]:
    """A bar of ``count`` steps on a terminal, plain lines otherwise."""
    from outreach_decks.progress import bar, lines

    silent = asked.quiet or asked.as_json
    if sys.stderr.isatty() and not silent:
        return bar(count)
    return lines((lambda _: None) if silent or not asked.verbose else asked.tell)
