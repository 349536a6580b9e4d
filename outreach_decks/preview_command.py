"""``preview``: decks as pages to look at, a PDF to hand out, and all pages on one sheet."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from outreach_decks.arguments import Asked, ExitCode, common_options, worst
from outreach_decks.asked_decks import day_of, progress_of, refuse_unknown
from outreach_decks.asked_talks import is_deck, outlines_of, read_decks, workspace_of

if TYPE_CHECKING:
    from outreach_decks.build import Result, Wanted
    from outreach_decks.diagnostics import Diagnostic
    from outreach_decks.parse_event import Day
    from outreach_decks.project import Project
    from outreach_decks.workspace import DiskWorkspace

# As wide as a page must be for its small print to be read, px.
PAGE_WIDTH: Final = 1600
SHEET: Final = "contact-sheet.png"
INSTALL: Final = """\
LibreOffice is needed for this and was not found on this computer. It is free of charge. To install it, type:
  Windows  winget install TheDocumentFoundation.LibreOffice
  macOS    brew install --cask libreoffice
  Linux    sudo apt install libreoffice-impress   (Fedora: sudo dnf install libreoffice-impress)
or download it from https://www.libreoffice.org/download/ and install it like any other program.
Then give the same command again. If it is installed and still not found, put the folder of its program soffice on
the PATH."""


@click.command()
@common_options
@click.option("--out", metavar="DIR", help="Where the pages go (default: decks/preview/ in the project).")
def preview(out: str | None, **common: Any) -> None:  # noqa: ANN401 - click hands them in
    """Show decks as pictures: each page as PNG, a PDF, and all pages on one sheet. Needs LibreOffice.

    A TALK may also be a PowerPoint file (decks/church-en-20min.pptx), of ours or not. Hidden slides are left out.
    """
    asked = Asked(**common)
    workspace = workspace_of(asked)
    sys.exit(_preview(asked, workspace, Path(out) if out else workspace.root / "decks" / "preview"))


@dataclass(frozen=True, slots=True)
class _Shown:
    """One deck: what was found in it, what was written of it, and the code that it asks for."""

    name: str
    code: ExitCode
    result: Result | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    files: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    hidden: int = 0
    lacking: tuple[str, ...] = ()
    trouble: str = ""


def _preview(asked: Asked, workspace: DiskWorkspace, folder: Path) -> ExitCode:
    from outreach_decks.diagnostics import DeckError
    from outreach_decks.preview import find_soffice
    from outreach_decks.project import Project

    soffice = find_soffice()
    if soffice is None:
        return _without_libreoffice(asked)
    project = Project(workspace, asked.today)
    try:
        day = day_of(asked, workspace)
    except DeckError as error:
        return asked.stop(error.diagnostics)
    try:
        shown = _shown(_tasks(asked, project, day, workspace), _Maker(soffice, project.font_files(), folder), asked)
    except FileNotFoundError as error:
        asked.warn(f"a file of the program is missing: {error.filename}; unpack or clone the project again")
        return ExitCode.MISSING_TOOL
    _report(shown, asked)
    return worst(each.code for each in shown)


def _shown(tasks: Sequence[_Talk | _File], maker: _Maker, asked: Asked) -> list[_Shown]:
    """What became of each, one after the other."""
    shown = []
    with progress_of(asked, 2 * len(tasks)) as step:
        for task in tasks:
            step(task.told)
            deck = task.deck()
            step(f"{task.told}: pages")
            shown.append(maker.made(deck) if isinstance(deck, _Deck) else deck)
    return shown


def _without_libreoffice(asked: Asked) -> ExitCode:
    if asked.as_json:
        click.echo(json.dumps([{"error": INSTALL}], ensure_ascii=False, indent=2))
    else:
        click.echo(INSTALL, err=True)
    return ExitCode.MISSING_TOOL


@dataclass(frozen=True, slots=True)
class _Deck:
    """A deck to show, under the name of its folder, in its language (BCP 47)."""

    name: str
    pptx: bytes
    language: str
    result: Result | None = None


@dataclass(frozen=True, slots=True)
class _Talk:
    """A talk to build, and what is asked of it."""

    file: str
    wanted: Wanted
    project: Project
    day: Day
    strict: bool

    @property
    def told(self) -> str:
        """What is said while it is built."""
        stem = Path(self.file).stem
        return f"{stem} ({self.wanted.language})" if self.wanted.language else stem

    def deck(self) -> _Deck | _Shown:
        """The deck, or what kept it from being made."""
        from outreach_decks.build import build_talk

        result = build_talk(self.file, self.project, self.day, self.wanted)
        name = Path(result.file).stem or result.talk
        if result.deck is None or result.fails(strict=self.strict):
            return _Shown(name, ExitCode.ERRORS, result)
        return _Deck(name, result.deck, result.language, result)


@dataclass(frozen=True, slots=True)
class _File:
    """A PowerPoint file on disk."""

    path: Path
    pptx: bytes

    @property
    def told(self) -> str:
        """What is said while it is read."""
        return self.path.name

    def deck(self) -> _Deck | _Shown:
        """The deck, or why it is not opened."""
        from outreach_decks.diagnostics import DeckError
        from outreach_decks.powerpoint.foreign import check_foreign, main_language

        name = self.path.stem.strip(" .") or "deck"
        try:
            check_foreign(self.pptx, str(self.path))
        except DeckError as error:
            return _Shown(name, ExitCode.ERRORS, diagnostics=error.diagnostics)
        return _Deck(name, self.pptx, main_language(self.pptx))


def _tasks(asked: Asked, project: Project, day: Day, workspace: DiskWorkspace) -> list[_Talk | _File]:
    """What was asked for: talks in each of their languages, all without a name, and PowerPoint files as they are."""
    from outreach_decks.build import wanted_of

    decks = read_decks([talk for talk in asked.talks if _can_be_shown(talk)])
    talks = replace(asked, talks=tuple(talk for talk in asked.talks if not is_deck(talk)))
    files = outlines_of(talks, workspace) if talks.talks or not decks else []
    refuse_unknown(files, project, asked)
    wanted = ((file, wanted_of(file, project, asked.languages, asked.notes_language, [asked.band])) for file in files)
    built = [_Talk(file, each, project, day, asked.strict) for file, several in wanted for each in several]
    return [*built, *(_File(Path(name), pptx) for name, pptx in decks)]


def _can_be_shown(talk: str) -> bool:
    """Tell whether a deck is named that LibreOffice may open; stop at one that it may not."""
    if is_deck(talk) and not talk.lower().endswith(".pptx"):
        told = f"{talk} cannot be shown: a template is shown by: template check {talk}; any other deck must be a .pptx"
        raise click.UsageError(told)
    return is_deck(talk)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the pages of decks with one LibreOffice and one set of fonts."""

    soffice: str
    fonts: dict[str, bytes]
    folder: Path

    def made(self, deck: _Deck) -> _Shown:
        """Render a deck and write what came of it."""
        from outreach_decks.pdf_tags import read_tags, shortcomings
        from outreach_decks.powerpoint.foreign import hidden_slides
        from outreach_decks.preview import PreviewError, render_pdf

        try:
            pdf = render_pdf({deck.name: deck.pptx}, self.soffice, self.fonts, language=deck.language)[deck.name]
        except PreviewError as error:
            return _Shown(deck.name, ExitCode.NOT_WRITTEN, deck.result, trouble=str(error))
        found = _Shown(deck.name, ExitCode.BUILT, deck.result, hidden=hidden_slides(deck.pptx))
        return self._written(replace(found, lacking=shortcomings(read_tags(pdf))), pdf)

    def _written(self, shown: _Shown, pdf: bytes) -> _Shown:
        from outreach_decks.output import write_set

        folder = self.folder / shown.name
        try:
            written = write_set(folder, dict(_files(shown.name, pdf)))
        except OSError as error:
            reason = f"{error.filename or folder} cannot be written: {error.strerror or error}\n"
            reason += "Is one of the pages open in another program? Close it and give the command again."
            return replace(shown, code=ExitCode.NOT_WRITTEN, trouble=reason)
        kept = tuple(each.kept for each in written if each.kept)
        return replace(shown, files=tuple(each.path for each in written), kept=kept)


def _files(name: str, pdf: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of a deck by their names: the sheet, the PDF, and the pages, page-01.png first."""
    from outreach_decks.pages import contact_sheet, page_images

    pages = page_images(pdf, PAGE_WIDTH)
    yield SHEET, contact_sheet(pages)
    yield f"{name}.pdf", pdf
    digits = max(len(str(len(pages))), 2)
    for number, page in enumerate(pages, 1):
        yield f"page-{number:0{digits}}.png", page


def _report(shown: Sequence[_Shown], asked: Asked) -> None:
    from outreach_decks.report import written
    from outreach_decks.summary import findings_text

    if asked.as_json:
        click.echo(json.dumps([_as_data(each) for each in shown], ensure_ascii=False, indent=2))
        return
    results = [each.result for each in shown if each.result]
    text = findings_text(results, notes=asked.verbose, checked_only=True)
    if text:
        asked.warn(text)
    for each in shown:
        for found in each.diagnostics:
            asked.warn(written(found))
        if each.trouble:
            asked.warn(f"{each.name}: {each.trouble}")
        if not each.files:
            asked.warn(f"{each.name}: no pages were made; what an earlier preview made of it is still there")
        for line in _lines(each):
            asked.tell(line)


def _lines(shown: _Shown) -> Iterator[str]:
    """What is told of a deck that was shown."""
    from outreach_decks.summary import shown_path

    if not shown.files:
        return
    sheet, pdf, *pages = shown.files
    many = "1 page" if len(pages) == 1 else f"{len(pages)} pages"
    left_out = f", {shown.hidden} hidden left out" if shown.hidden else ""
    yield f"{shown_path(sheet.parent)}/  {many}{left_out}, {pdf.name}, {sheet.name}"
    for kept in shown.kept:
        yield f"  {kept.name} was changed by hand and stays as it is; the new one lies beside it"
    if not shown.lacking:
        yield "  The PDF is tagged for screen readers, and this program finds nothing that PDF/UA (ISO 14289-1) lacks."
        return
    yield "  The PDF is tagged for screen readers. What this LibreOffice leaves out of it, whatever is on the slides"
    yield "  (from 7.6 on it makes PDF/UA, ISO 14289-1; the deck itself has it all):"
    for sentence in shown.lacking:
        yield f"  - {sentence}"


def _as_data(shown: _Shown) -> dict[str, object]:
    """A deck for other programs: what ``build`` tells of it, and what was written."""
    from outreach_decks.report import as_dict
    from outreach_decks.summary import outcome_dict

    told = outcome_dict(shown.result, None) if shown.result else {}
    found = [as_dict(one) for one in (shown.result.diagnostics if shown.result else shown.diagnostics)]
    paths = [str(path) for path in shown.files]
    sheet, pdf, pages = (paths[0], paths[1], paths[2:]) if paths else (None, None, [])
    files = {"contact_sheet": sheet, "pdf": pdf, "pages": pages, "hidden_slides": shown.hidden}
    trouble = {"error": shown.trouble} if shown.trouble else {}
    return {**told, "name": shown.name, **files, "pdf_lacks": [*shown.lacking], "diagnostics": found, **trouble}
