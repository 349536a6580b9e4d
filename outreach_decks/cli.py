"""The command line: arguments, printing and exit codes, nothing else."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from outreach_decks.version import VERSION

if TYPE_CHECKING:
    from outreach_decks.build import Project, Result
    from outreach_decks.diagnostics import Diagnostic
    from outreach_decks.parse_event import Day
    from outreach_decks.workspace import DiskWorkspace

EXAMPLES = """
\b
Examples:
  python make_decks.py                 build every talk into decks/
  python make_decks.py church          build one talk
  python make_decks.py check           look for mistakes, write nothing
  python make_decks.py --list          show the talks there are
  python make_decks.py church --set speaker="Aiko Tanaka" --set date="14 March 2027"
  python make_decks.py church --event events/machida.yaml

\b
Exit codes:
  0  built, or nothing wrong
  1  an outline has errors; the other talks are built all the same
  2  the command was used wrongly
  3  a file could not be written
  4  a file of the program or a tool is missing
"""


class ExitCode(IntEnum):
    """What the shell is told; of several the most severe wins: 3, then 4, then 1."""

    BUILT = 0
    ERRORS = 1
    USAGE = 2
    NOT_WRITTEN = 3
    MISSING_TOOL = 4


def worst(codes: Iterable[ExitCode]) -> ExitCode:
    """The code that wins."""
    order = (ExitCode.BUILT, ExitCode.ERRORS, ExitCode.MISSING_TOOL, ExitCode.NOT_WRITTEN)
    return max(codes, key=order.index, default=ExitCode.BUILT)


class TalksOrCommand(click.Group):
    """A group in which talks may be named without saying "build"."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put "build" in front of what is no command."""
        first = args[0] if args else ""
        if first not in self.commands and first not in {"--help", "-h", "--version"}:
            args = ["build", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show how it is really used."""
        formatter.write_usage(ctx.command_path, "[TALK]... [OPTIONS]")
        formatter.write_usage(ctx.command_path, "check [TALK]... [OPTIONS]", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of "build" as the program's own."""
        self.commands["build"].format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the examples and exit codes as they are written."""
        formatter.write(EXAMPLES.replace("\b\n", ""))


class Build(click.Command):
    """The command that need not be named, and that does not name itself in what it says."""

    def get_usage(self, ctx: click.Context) -> str:
        """Show how the program is really used."""
        return (ctx.parent or ctx).get_usage()


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line."""

    talks: tuple[str, ...]
    event: str | None
    settings: tuple[str, ...]
    as_json: bool
    quiet: bool
    verbose: bool

    def tell(self, line: str = "") -> None:
        """Say something on the way."""
        if not self.quiet and not self.as_json:
            click.echo(line)

    def warn(self, line: str) -> None:
        """Say something that is wrong."""
        if not self.as_json:
            click.echo(line, err=True)


def _common(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments and options that "build" and "check" share."""
    for decorate in reversed(
        (
            click.argument("talks", nargs=-1, metavar="[TALK]..."),
            click.option("--event", metavar="FILE", help="The details of one day, as a YAML file."),
            click.option(
                "--set", "settings", multiple=True, metavar="NAME=VALUE", help="One such detail; may be repeated."
            ),
            click.option("--json", "as_json", is_flag=True, help="Print one object a deck, for other programs."),
            click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong."),
            click.option("-v", "--verbose", is_flag=True, help="Say notes too, and every file."),
        )
    ):
        command = decorate(command)
    return command


@click.group(cls=TalksOrCommand, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, prog_name="make-decks", message="%(prog)s %(version)s")
def program() -> None:
    """Turn outlines into PowerPoint decks.

    A TALK is the name of an outline in slides_src/ (church) or the path of one. Without any, all are built.
    """


@program.command(hidden=True, cls=Build)
@_common
@click.option("--out", metavar="DIR", help="Where decks go (default: decks/ in the project).")
@click.option("--list", "listing", is_flag=True, help="Show the talks there are and build nothing.")
def build(out: str | None, listing: bool, **common: Any) -> None:  # noqa: ANN401, FBT001 - click hands them in
    """Build decks."""
    asked = Asked(**common)
    workspace = _workspace(asked)
    if listing:
        sys.exit(_list(asked, workspace))
    folder = Path(out) if out else workspace.root / "decks"
    sys.exit(_run(asked, workspace, folder))


@program.command()
@_common
def check(**common: Any) -> None:  # noqa: ANN401 - click hands them in
    """Run all stages but writing, and say what is wrong."""
    asked = Asked(**common)
    sys.exit(_run(asked, _workspace(asked), None))


def main() -> None:
    """Run the program; the entry point of ``make_decks.py`` and ``make-decks``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A Windows console may not have every character that a talk has.
            stream.reconfigure(encoding="utf-8", errors="replace")
    program(prog_name="make_decks.py")


def _workspace(asked: Asked) -> DiskWorkspace:
    from outreach_decks.workspace import DiskWorkspace, find_project

    root = find_project(Path.cwd(), Path(__file__).resolve().parent.parent)
    if root is None:
        raise click.UsageError("there is no folder slides_src/ here; go to the folder of the project first")
    named = [Path(talk) for talk in (*asked.talks, asked.event or "") if _is_path(talk)]
    return DiskWorkspace(root, tuple(path.resolve().parent for path in named))


def _is_path(talk: str) -> bool:
    return talk.endswith((".yaml", ".yml")) or "/" in talk or "\\" in talk


def _outlines(asked: Asked, workspace: DiskWorkspace) -> list[str]:
    """The files of the talks that were asked for; all when none was."""
    from outreach_decks.validation import did_you_mean
    from outreach_decks.workspace import OUTLINES, stem

    known = workspace.names(OUTLINES, ".yaml")
    by_name = {stem(name): name for name in known}
    files = []
    for talk in asked.talks:
        if not _is_path(talk) and talk not in by_name:
            hint = "".join(did_you_mean(talk, by_name)) or f"there are: {', '.join(by_name) or 'none'}"
            raise click.UsageError(f'there is no talk "{talk}" in {OUTLINES}/; {hint}')
        files.append(workspace.named(Path(talk)) if _is_path(talk) else by_name[talk])
    return list(dict.fromkeys(files)) or list(known)


def _day(asked: Asked, workspace: DiskWorkspace) -> Day:
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


def _list(asked: Asked, workspace: DiskWorkspace) -> ExitCode:
    from outreach_decks.listing import list_talks

    listed = list_talks(_outlines(asked, workspace), workspace)
    if asked.as_json:
        click.echo(json.dumps([each.as_dict() for each in listed], ensure_ascii=False, indent=2))
    for each in listed if not asked.as_json else ():
        click.echo(each.line())
    return ExitCode.ERRORS if any(each.broken for each in listed) else ExitCode.BUILT


def _run(asked: Asked, workspace: DiskWorkspace, folder: Path | None) -> ExitCode:
    """Build or check, print, and return the code to end with."""
    from outreach_decks.build import Project
    from outreach_decks.diagnostics import DeckError

    files = _outlines(asked, workspace)
    try:
        day = _day(asked, workspace)
    except DeckError as error:
        return _stop(asked, error.diagnostics)
    try:
        outcomes = _outcomes(files, Project(workspace), day, folder, asked)
    except FileNotFoundError as error:
        asked.warn(f"a file of the program is missing: {error.filename}; unpack or clone the project again")
        return ExitCode.MISSING_TOOL
    _report(outcomes, asked, checked_only=folder is None)
    return worst(outcome.code for outcome in outcomes)


def _stop(asked: Asked, diagnostics: Sequence[Diagnostic]) -> ExitCode:
    """The details of the day are wrong, so nothing can be built."""
    from outreach_decks.report import as_dict, counted, written

    if asked.as_json:
        click.echo(
            json.dumps([{"diagnostics": [as_dict(found) for found in diagnostics]}], ensure_ascii=False, indent=2)
        )
    for found in diagnostics:
        asked.warn(written(found))
    asked.warn(f"{counted(diagnostics)}; nothing was written")
    return ExitCode.ERRORS


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result and where its deck went."""

    result: Result
    path: Path | None = None
    kept: Path | None = None
    trouble: str = ""

    @property
    def code(self) -> ExitCode:
        """The code that this talk asks for."""
        if self.trouble:
            return ExitCode.NOT_WRITTEN
        return ExitCode.ERRORS if self.result.failed else ExitCode.BUILT


def _outcomes(files: list[str], project: Project, day: Day, folder: Path | None, asked: Asked) -> list[Outcome]:
    from outreach_decks.build import build_talk
    from outreach_decks.workspace import stem

    found = []
    with _progress(asked, len(files)) as step:
        for file in files:
            step(stem(file))
            found.append(_written(build_talk(file, project, day, write=folder is not None), folder))
    return found


def _written(result: Result, folder: Path | None) -> Outcome:
    from outreach_decks.output import write_deck

    if folder is None or result.deck is None:
        return Outcome(result)
    try:
        written = write_deck(folder, result.file, result.deck)
    except OSError as error:
        return Outcome(result, trouble=f"{folder / result.file} cannot be written: {error.strerror or error}")
    return Outcome(result, written.path, written.kept)


def _progress(asked: Asked, count: int) -> AbstractContextManager[Callable[[str], None]]:
    """A bar on a terminal, plain lines otherwise."""
    from outreach_decks.progress import bar, lines

    silent = asked.quiet or asked.as_json
    if sys.stderr.isatty() and not silent:
        return bar(count)
    return lines((lambda _: None) if silent or not asked.verbose else asked.tell)


def _report(outcomes: Sequence[Outcome], asked: Asked, *, checked_only: bool) -> None:
    from outreach_decks.summary import findings_text, outcome_dict, summary_lines

    if asked.as_json:
        click.echo(
            json.dumps([outcome_dict(each.result, each.path) for each in outcomes], ensure_ascii=False, indent=2)
        )
        return
    text = findings_text([each.result for each in outcomes], notes=asked.verbose, checked_only=checked_only)
    if text:
        asked.warn(text)
    for outcome in outcomes:
        if outcome.trouble:
            asked.warn(outcome.trouble + "\nIs the deck open in PowerPoint? Close it and build again.")
        if outcome.kept and outcome.path:
            asked.tell(
                f"{outcome.kept.name} was changed by hand and stays as it is; the new deck is {outcome.path.name}"
            )
    for line in summary_lines([(each.result, each.path) for each in outcomes], checked_only=checked_only):
        asked.tell(line)
