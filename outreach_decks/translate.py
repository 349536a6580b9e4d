"""``translate``: PO files brought up to date, and how far they are."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from outreach_decks.arguments import Asked, ExitCode, languages_option, today_option
from outreach_decks.asked_talks import outlines_of, workspace_of

if TYPE_CHECKING:
    from outreach_decks.diagnostics import Diagnostic
    from outreach_decks.outline import Outline
    from outreach_decks.project import Project
    from outreach_decks.upkeep import Status, Update
    from outreach_decks.workspace import DiskWorkspace


@click.group()
def translate() -> None:
    """Keep the translations of the talks (slides_src/translations/)."""


@translate.command()
@click.argument("talks", nargs=-1, metavar="[TALK]...")
@languages_option("Languages to bring up to date; a new one is begun (default: all that have a file).")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
@today_option
def update(talks: tuple[str, ...], languages: tuple[str, ...], quiet: bool, today: date) -> None:  # noqa: FBT001 - click hands them in
    """Bring every text of the talks into the PO files; nothing that is translated is lost.

    Outlines outside slides_src/ are named as TALK. A text that was rewritten makes its translation fuzzy.
    """
    asked = Asked(talks, None, (), as_json=False, quiet=quiet, verbose=False, today=today, languages=languages)
    sys.exit(_update(asked, workspace_of(asked)))


@translate.command()
@click.argument("talks", nargs=-1, metavar="[TALK]...")
@languages_option("Languages to tell of (default: all that have a file).")
@click.option("--json", "as_json", is_flag=True, help="Print a list, for other programs.")
@click.option("--strict", is_flag=True, help="Fail when anything is fuzzy or missing.")
@click.option("-v", "--verbose", is_flag=True, help="Name each text that wants work.")
@today_option
def status(
    talks: tuple[str, ...],
    languages: tuple[str, ...],
    as_json: bool,  # noqa: FBT001
    strict: bool,  # noqa: FBT001
    verbose: bool,  # noqa: FBT001
    today: date,
) -> None:
    """Show how much of each talk is translated, fuzzy and missing."""
    asked = Asked(
        talks, None, (), as_json=as_json, quiet=False, verbose=verbose, today=today, languages=languages, strict=strict
    )
    sys.exit(_status(asked, workspace_of(asked)))


def _project(asked: Asked, workspace: DiskWorkspace) -> tuple[Project, list[Outline]]:
    """The project, and the outlines that were named, all others of the project with them when it is updated."""
    from outreach_decks.project import Project

    project = Project(workspace)
    return project, [project.outline(file) for file in outlines_of(asked, workspace)]


def _update(asked: Asked, workspace: DiskWorkspace) -> ExitCode:
    from outreach_decks.diagnostics import DeckError
    from outreach_decks.upkeep import updated

    _refuse_unknown(asked)
    everything = Asked((), None, (), as_json=False, quiet=asked.quiet, verbose=False, today=asked.today)
    try:
        project, outlines = _project(everything, workspace)
        named = [project.outline(file) for file in outlines_of(asked, workspace)]
        several = {outline.document.file: outline for outline in (*outlines, *named)}
        languages = asked.languages or project.translations.languages()
        updates = [updated(language, [*several.values()], project) for language in languages]
    except DeckError as error:
        return asked.stop(error.diagnostics)
    return _write(updates, asked, workspace)


def _write(updates: Sequence[Update], asked: Asked, workspace: DiskWorkspace) -> ExitCode:
    from outreach_decks.output import replace_file

    for each in updates:
        path = workspace.root / each.file
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if each.changed:
                replace_file(path, each.data)
        except OSError as error:
            asked.warn(f"{path} cannot be written: {error.strerror or error}")
            return ExitCode.NOT_WRITTEN
        counts = each.counts
        kept = f", {each.kept} kept that nothing uses" if each.kept else ""
        asked.tell(
            f"{each.file}  {counts.translated} translated, {counts.fuzzy} fuzzy, {counts.missing} missing{kept}"
            + ("" if each.changed else "  (as it was)")
        )
    if not updates:
        asked.tell("no language has a file yet; begin one with: translate update --lang ja")
    return ExitCode.BUILT


def _status(asked: Asked, workspace: DiskWorkspace) -> ExitCode:
    from outreach_decks.diagnostics import DeckError, has_errors
    from outreach_decks.report import as_dict, written
    from outreach_decks.upkeep import as_data

    _refuse_unknown(asked)
    try:
        project, outlines = _project(asked, workspace)
        languages, damaged = _readable(asked, project)
        found = _all_status(languages, project, outlines)
    except DeckError as error:
        return asked.stop(error.diagnostics)
    if asked.as_json:
        faults = [{"diagnostics": [as_dict(one) for one in damaged]}] if damaged else []
        click.echo(json.dumps([*(as_data(each) for each in found), *faults], ensure_ascii=False, indent=2))
    else:
        _tell(found, asked, project)
    for one in damaged:
        asked.warn(written(one))
    broken = [outline for outline in outlines if has_errors(outline.findings)]
    for outline in broken:
        asked.warn(f"{outline.document.file} has errors, so texts of it are missing here; see: check {outline.name}")
    unfinished = any(each.open for each in found)
    return ExitCode.ERRORS if damaged or broken or (asked.strict and unfinished) else ExitCode.BUILT


def _readable(asked: Asked, project: Project) -> tuple[list[str], list[Diagnostic]]:
    """The languages to tell of whose files are sound, and what is wrong with the others."""
    from outreach_decks.diagnostics import DeckError

    sound: list[str] = []
    damaged: list[Diagnostic] = []
    for code in asked.languages or project.translations.languages():
        try:
            project.translations.po(code)
            sound.append(code)
        except DeckError as error:
            damaged.extend(error.diagnostics)
    return sound, damaged


def _all_status(languages: Sequence[str], project: Project, outlines: Sequence[Outline]) -> list[Status]:
    from outreach_decks.upkeep import status as status_of

    pairs = [(outline, code) for outline in outlines for code in languages if code != outline.head.language]
    return [status_of(outline, code, project) for outline, code in pairs]


def _tell(found: Sequence[Status], asked: Asked, project: Project) -> None:
    from outreach_decks.summary import aligned
    from outreach_decks.upkeep import open_lines, status_rows

    for line in aligned(status_rows(found)):
        asked.tell(line)
    for each in found:
        if asked.verbose and each.open:
            asked.tell(f"\n{each.talk} ({each.language}):")
            for line in open_lines(each, project.translations.po(each.language)):
                asked.tell(line)
    if any(each.open for each in found) and not asked.verbose:
        asked.tell("\nwhat is missing or fuzzy, line by line: translate status -v")


def _refuse_unknown(asked: Asked) -> None:
    from outreach_decks.languages import is_language, unknown

    for code in asked.languages:
        if not is_language(code):
            raise click.BadParameter(unknown(code), param_hint="--lang")
