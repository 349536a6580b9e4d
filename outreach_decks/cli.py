"""The command line: arguments, printing and exit codes, nothing else."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from outreach_decks.arguments import Asked, Build, ExitCode, TalksOrCommand, common_options, today_option, worst
from outreach_decks.asked_decks import day_of, progress_of, refuse_unknown
from outreach_decks.asked_talks import is_deck, outlines_of, read_decks, workspace_of
from outreach_decks.preview_command import preview
from outreach_decks.template_command import template
from outreach_decks.translate import translate
from outreach_decks.version import VERSION

if TYPE_CHECKING:
    from outreach_decks.build import Result
    from outreach_decks.finished_deck import CheckedDeck
    from outreach_decks.parse_event import Day
    from outreach_decks.project import Project
    from outreach_decks.workspace import DiskWorkspace


@click.group(cls=TalksOrCommand, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="make-decks", message="%(prog)s %(version)s")
def program() -> None:
    """Turn outlines into PowerPoint decks.

    A TALK is the name of an outline in slides_src/ (church) or the path of one. Without any, all are built.
    """


@program.command(hidden=True, cls=Build)
@common_options
@click.option("--out", metavar="DIR", help="Where decks go (default: decks/ in the project).")
@click.option("--list", "listing", is_flag=True, help="Show the talks there are and build nothing.")
@click.option("--replace-edited", is_flag=True, help="Move decks that were changed by hand into edited/ first.")
def build(out: str | None, listing: bool, replace_edited: bool, **common: Any) -> None:  # noqa: ANN401, FBT001 - click hands them in
    """Build decks."""
    asked = Asked(replace_edited=replace_edited, **common)
    workspace = workspace_of(asked)
    if listing:
        sys.exit(_list(asked, workspace))
    folder = Path(out) if out else workspace.root / "decks"
    sys.exit(_run(asked, workspace, folder))


@program.command()
@common_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="For people, for programs, or as annotations of a pull request.",
)
@click.option("--explain", metavar="CODE", help="Say what a rule is for, with an example of wrong and right.")
def check(form: str, explain: str | None, **common: Any) -> None:  # noqa: ANN401 - click hands them in
    """Run all stages but writing, over every band, and say what is wrong.

    Finished decks can be named too, ours and others' (talks/summer.pptx): can everybody read them?
    """
    if explain is not None:
        sys.exit(_explain(explain))
    as_json = common.pop("as_json") or form == "json"
    asked = Asked(as_json=as_json, form=form, **common)
    decks = _check_decks(asked)
    asked = replace(asked, talks=tuple(talk for talk in asked.talks if not is_deck(talk)))
    if decks and not asked.talks:
        _report([], asked, checked_only=True, decks=decks)
        sys.exit(_code_of(decks, asked))
    sys.exit(_run(asked, workspace_of(asked), None, decks))


@program.command()
@click.option("--stale", is_flag=True, help="Only those that should have been looked at again.")
@click.option("--unused", is_flag=True, help="What no talk uses: facts, charts, sources, help lines.")
@click.option("--where", metavar="ID", help="Each slide, note, chart and alt text that uses it.")
@today_option
@click.option("--json", "as_json", is_flag=True, help="Print a list, for other programs.")
def facts(stale: bool, unused: bool, where: str | None, today: date, as_json: bool) -> None:  # noqa: FBT001 - click hands them in
    """List the figures that talks may quote."""
    if stale + unused + bool(where) > 1:
        raise click.UsageError("--stale, --unused and --where are asked for one at a time")
    asked = Asked((), None, (), as_json=as_json, quiet=False, verbose=False, today=today)
    sys.exit(_facts(asked, workspace_of(asked), stale=stale, unused=unused, where=where))


program.add_command(preview)
program.add_command(translate)
program.add_command(template)


def main() -> None:
    """Run the program; the entry point of ``make_decks.py`` and ``make-decks``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A Windows console may not have every character that a talk has.
            stream.reconfigure(encoding="utf-8", errors="replace")
    program(prog_name="make_decks.py")


def _explain(code: str) -> ExitCode:
    from outreach_decks.rules.catalogue import RULES
    from outreach_decks.rules.rule import explained
    from outreach_decks.validation import did_you_mean

    if code not in RULES:
        hint = "".join(did_you_mean(code, RULES)) or "docs/checks.md lists them"
        raise click.BadParameter(f'no rule is called "{code}"; {hint}', param_hint="--explain")
    click.echo(explained(RULES[code]))
    return ExitCode.BUILT


def _list(asked: Asked, workspace: DiskWorkspace) -> ExitCode:
    from outreach_decks.listing import list_talks
    from outreach_decks.project import Project

    listed = list_talks(outlines_of(asked, workspace), Project(workspace))
    if asked.as_json:
        click.echo(json.dumps([each.as_dict() for each in listed], ensure_ascii=False, indent=2))
    for each in listed if not asked.as_json else ():
        click.echo(each.line())
    return ExitCode.ERRORS if any(each.broken for each in listed) else ExitCode.BUILT


def _facts(asked: Asked, workspace: DiskWorkspace, *, stale: bool, unused: bool, where: str | None) -> ExitCode:
    """Print what there is in the base, or where an entry is used."""
    import outreach_decks.fact_listing as listing
    from outreach_decks.diagnostics import DeckError
    from outreach_decks.project import Project

    try:
        book = Project(workspace).base.book
    except DeckError as error:
        return asked.stop(error.diagnostics)
    if where and not listing.entries_called(where, book):
        hint = "".join(listing.nearest(where, book)) or "without --where, all facts are listed"
        raise click.BadParameter(f'nothing in the base is called "{where}"; {hint}', param_hint="--where")
    usage = listing.find_usage(outlines_of(asked, workspace), book, workspace)
    question = listing.Question(asked.today, stale, unused, where)
    if asked.as_json:
        click.echo(json.dumps(listing.answer_data(question, book, usage), ensure_ascii=False, indent=2))
    for line in listing.answer_lines(question, book, usage) if not asked.as_json else ():
        click.echo(line)
    for file in usage.broken:
        asked.warn(f"{file} has errors, so what it uses is missing here; see: check {Path(file).stem}")
    return ExitCode.ERRORS if usage.broken else ExitCode.BUILT


def _check_decks(asked: Asked) -> list[CheckedDeck]:
    """Read the finished decks that were named, and look for what keeps people from reading them."""
    read = read_decks(asked.talks)
    if not read:
        return []
    from outreach_decks.finished_deck import check_deck

    checked = []
    with progress_of(asked, len(read)) as step:
        for name, pptx in read:
            step(Path(name).name)
            checked.append(check_deck(pptx, name))
    return checked


def _code_of(decks: Sequence[CheckedDeck], asked: Asked) -> ExitCode:
    return ExitCode.ERRORS if any(deck.fails(strict=asked.strict) for deck in decks) else ExitCode.BUILT


def _run(asked: Asked, workspace: DiskWorkspace, folder: Path | None, decks: Sequence[CheckedDeck] = ()) -> ExitCode:
    """Build or check, print, and return the code to end with."""
    from outreach_decks.diagnostics import DeckError
    from outreach_decks.project import Project

    files = outlines_of(asked, workspace)
    try:
        day = day_of(asked, workspace)
    except DeckError as error:
        return asked.stop(error.diagnostics)
    project = Project(workspace, asked.today)
    refuse_unknown(files, project, asked)
    try:
        outcomes = _outcomes(files, project, day, folder, asked)
    except FileNotFoundError as error:
        asked.warn(f"a file of the program is missing: {error.filename}; unpack or clone the project again")
        return ExitCode.MISSING_TOOL
    _report(outcomes, asked, checked_only=folder is None, decks=decks)
    return worst((*(outcome.code for outcome in outcomes), _code_of(decks, asked)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result and where its deck went."""

    result: Result
    path: Path | None = None
    kept: Path | None = None
    moved: Path | None = None
    trouble: str = ""
    strict: bool = False

    @property
    def code(self) -> ExitCode:
        """The code that this talk asks for."""
        if self.trouble:
            return ExitCode.NOT_WRITTEN
        return ExitCode.ERRORS if self.result.fails(strict=self.strict) else ExitCode.BUILT


def _outcomes(files: list[str], project: Project, day: Day, folder: Path | None, asked: Asked) -> list[Outcome]:
    from outreach_decks.workspace import stem

    found = []
    with progress_of(asked, len(files)) as step:
        for file in files:
            step(stem(file))
            found += [_written(result, folder, asked) for result in _results(file, project, day, folder, asked)]
    return found


def _results(file: str, project: Project, day: Day, folder: Path | None, asked: Asked) -> list[Result]:
    """The decks of one band in each language; a check without --band goes through all bands."""
    from outreach_decks.build import build_talk, wanted_of

    bands = None if folder is None and not asked.band else [asked.band]
    wanted = wanted_of(file, project, asked.languages, asked.notes_language, bands)
    return [build_talk(file, project, day, each, write=folder is not None) for each in wanted]


def _written(result: Result, folder: Path | None, asked: Asked) -> Outcome:
    from outreach_decks.output import write_deck

    if folder is None or result.deck is None or result.fails(strict=asked.strict):
        return Outcome(result, strict=asked.strict)
    try:
        written = write_deck(folder, result.file, result.deck, replace_edited=asked.replace_edited)
    except OSError as error:
        return Outcome(result, trouble=f"{folder / result.file} cannot be written: {error.strerror or error}")
    return Outcome(result, written.path, written.kept, written.moved)


def _report(
    outcomes: Sequence[Outcome], asked: Asked, *, checked_only: bool, decks: Sequence[CheckedDeck] = ()
) -> None:
    import outreach_decks.summary as summary

    if asked.as_json:
        told = [*(summary.outcome_dict(each.result, each.path) for each in outcomes), *map(summary.deck_dict, decks)]
        click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    results = [each.result for each in outcomes]
    if asked.form == "github":
        for line in summary.workflow_commands(results, decks):
            click.echo(line)
        return
    text = summary.findings_text(results, decks, notes=asked.verbose, checked_only=checked_only)
    if text:
        asked.warn(text)
    for outcome in outcomes:
        if outcome.trouble:
            asked.warn(outcome.trouble + "\nIs the deck open in PowerPoint? Close it and build again.")
        if outcome.kept and outcome.path:
            asked.tell(
                f"{outcome.kept.name} was changed by hand and stays as it is; the new deck is {outcome.path.name}"
            )
        if outcome.moved and outcome.path:
            moved = f"{outcome.moved.parent.name}/{outcome.moved.name}"
            asked.tell(f"{outcome.path.name} was changed by hand; what it was is now {moved}")
    for line in _last_lines(outcomes, decks, checked_only=checked_only):
        asked.tell(line)


def _last_lines(outcomes: Sequence[Outcome], decks: Sequence[CheckedDeck], *, checked_only: bool) -> list[str]:
    import outreach_decks.summary as summary

    if not checked_only:
        return summary.summary_lines([(each.result, each.path) for each in outcomes])
    talks = summary.check_table([each.result for each in outcomes]) if outcomes else []
    return talks + (summary.deck_table(decks) if decks else [])
