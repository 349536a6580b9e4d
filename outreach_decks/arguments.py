"""What can be said on the command line: options, how a talk is named, and the codes that the shell is told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import TYPE_CHECKING

import click

from outreach_decks.languages import canonical

if TYPE_CHECKING:
    from outreach_decks.diagnostics import Diagnostic

EXAMPLES = """
\b
Examples:
  python make_decks.py                 build every talk into decks/
  python make_decks.py church          build one talk
  python make_decks.py check           look for mistakes, write nothing
  python make_decks.py check decks/church-en-20min.pptx   can everybody read it?
  python make_decks.py --list          show the talks there are
  python make_decks.py facts           list the figures that talks may quote
  python make_decks.py church --set speaker="Aiko Tanaka" --set date="14 March 2027"
  python make_decks.py preview church --lang ja   show its pages (needs LibreOffice)
  python make_decks.py church --event events/machida.yaml
  python make_decks.py church --band adult
  python make_decks.py church --lang ja
  python make_decks.py translate status   show what is not translated yet
  python make_decks.py template inspect ours.potx   show the layouts of your own template

\b
Exit codes:
  0  built, or nothing wrong
  1  an outline or deck has errors; the other talks are built all the same
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
        formatter.write_usage(ctx.command_path, "check [TALK or DECK.pptx]... [OPTIONS]", prefix="       ")
        formatter.write_usage(ctx.command_path, "preview [TALK]... [OPTIONS]", prefix="       ")
        formatter.write_usage(ctx.command_path, "facts [OPTIONS]", prefix="       ")
        formatter.write_usage(ctx.command_path, "translate update|status [OPTIONS]", prefix="       ")
        formatter.write_usage(ctx.command_path, "template inspect|check FILE", prefix="       ")

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
    today: date
    band: str | None = None
    languages: tuple[str, ...] = ()
    notes_language: str | None = None
    strict: bool = False
    form: str = "text"
    replace_edited: bool = False

    @property
    def for_people(self) -> bool:
        """Tell whether a person reads what is said, and no other program."""
        return not self.as_json and self.form == "text"

    def tell(self, line: str = "") -> None:
        """Say something on the way."""
        if not self.quiet and self.for_people:
            click.echo(line)

    def warn(self, line: str) -> None:
        """Say something that is wrong."""
        if self.for_people:
            click.echo(line, err=True)

    def stop(self, diagnostics: Sequence[Diagnostic]) -> ExitCode:
        """Say what is so wrong that nothing was done, and return the code to end with."""
        from outreach_decks.report import as_dict, counted, written

        if self.as_json:
            told = [{"diagnostics": [as_dict(found) for found in diagnostics]}]
            click.echo(json.dumps(told, ensure_ascii=False, indent=2))
        for found in diagnostics:
            self.warn(written(found))
        self.warn(f"{counted(diagnostics)}; nothing was written")
        return ExitCode.ERRORS


def _as_of(_context: click.Context, _parameter: click.Parameter, given: datetime | None) -> date:
    """The day that was given, or the system's; nothing below the command line reads a clock."""
    return (given or datetime.now().astimezone()).date()


def _codes(_context: click.Context, _parameter: click.Parameter, given: str) -> tuple[str, ...]:
    """The codes of languages that were given, each once: "en, ja" is two."""
    return tuple(dict.fromkeys(canonical(code.strip()) for code in given.split(",") if code.strip()))


def _code(_context: click.Context, _parameter: click.Parameter, given: str | None) -> str | None:
    """The code of a language that was given, as CLDR writes it."""
    return given and canonical(given.strip())


def languages_option(told: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option that names languages; ``told`` is its help."""
    return click.option("--lang", "languages", metavar="CODE,...", default="", callback=_codes, help=told)


today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    callback=_as_of,
    help="Say what is out of date as of this day (default: today).",
)


def common_options(command: Callable[..., None]) -> Callable[..., None]:
    """The arguments and options that "build" and "check" share."""
    for decorate in reversed(
        (
            click.argument("talks", nargs=-1, metavar="[TALK]..."),
            click.option("--event", metavar="FILE", help="The details of one day, as a YAML file."),
            click.option(
                "--set", "settings", multiple=True, metavar="NAME=VALUE", help="One such detail; may be repeated."
            ),
            click.option("--band", metavar="NAME", help="The age band of the audience (default: its first)."),
            languages_option("Languages of the slides, such as ja or en,ja (default: all that a talk has)."),
            click.option(
                "--notes-lang",
                "notes_language",
                metavar="CODE",
                callback=_code,
                help="The language of the notes (default: that of the slides).",
            ),
            today_option,
            click.option("--json", "as_json", is_flag=True, help="Print one object a deck, for other programs."),
            click.option("--strict", is_flag=True, help="Let warnings fail like errors."),
            click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong."),
            click.option("-v", "--verbose", is_flag=True, help="Say notes too, and every file."),
        )
    ):
        command = decorate(command)
    return command
