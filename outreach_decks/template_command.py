"""``template``: what a template that is not ours has, and what our slides look like on it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from outreach_decks.arguments import Asked, ExitCode
from outreach_decks.asked_talks import workspace_of

if TYPE_CHECKING:
    from outreach_decks.powerpoint.template import AdoptedTemplate
    from outreach_decks.workspace import DiskWorkspace

_PAGE_WIDTH = 960


@click.group()
def template() -> None:
    """Use a template of your own organisation (.pptx, .potx or .ppsx)."""


@template.command()
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def inspect(file: Path) -> None:
    """Show the layouts of a template, and write beside it which of them our slides use.

    FILE.layouts.yaml can be corrected by hand; one that is there already stays as it is. A picture shows the layouts.
    """
    sys.exit(_with_template(file, _inspect))


@template.command()
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check(file: Path) -> None:
    """Say what a template lacks, and show a slide of every kind in it."""
    sys.exit(_with_template(file, _check))


# What is done with a template: asked with its path, its name in the workspace, and the workspace.
_Work = Callable[[Path, str, Asked, "DiskWorkspace"], ExitCode]


def _with_template(file: Path, work: _Work) -> ExitCode:
    from outreach_decks.diagnostics import DeckError
    from outreach_decks.workspace import DiskWorkspace

    # No day: a template is as it is on all of them.
    asked = Asked((), None, (), as_json=False, quiet=False, verbose=False, today=date.min)
    workspace = workspace_of(asked)
    workspace = DiskWorkspace(workspace.root, (file.resolve().parent,))
    try:
        return work(file, workspace.named(file), asked, workspace)
    except DeckError as error:
        return asked.stop(error.diagnostics)
    except FileNotFoundError as error:
        asked.warn(f"a file of the program is missing: {error.filename}; unpack or clone the project again")
        return ExitCode.MISSING_TOOL


def _inspect(file: Path, name: str, asked: Asked, workspace: DiskWorkspace) -> ExitCode:
    from outreach_decks.powerpoint.mapping_file import mapping_text
    from outreach_decks.powerpoint.specimen import specimen
    from outreach_decks.template_look import adopted

    found = adopted(name, workspace)
    _tell(found, file, asked)
    picture = file.with_name(f"{file.stem}.layouts.png")
    try:
        written = _write_mapping(file, mapping_text(file.name, picture.name, found.choices).encode("utf-8"), asked)
        asked.tell(f"wrote {written}")
        _draw(specimen(workspace.read(name)), picture, asked, workspace)
    except OSError as error:
        asked.warn(f"{error.filename} cannot be written: {error.strerror or error}")
        return ExitCode.NOT_WRITTEN
    return ExitCode.BUILT


def _tell(found: AdoptedTemplate, file: Path, asked: Asked) -> None:
    from outreach_decks.summary import aligned
    from outreach_decks.template_look import colours_line, faces_line, layout_lines, page_line

    asked.tell(f"{file.name}: {page_line(found)}")
    asked.tell(faces_line(found))
    asked.tell(f"{colours_line(found)}\n")
    rows = [*layout_lines(found)]
    columns = iter(aligned([row for row in rows if len(row) > 1]))
    for row in rows:
        asked.tell(next(columns) if len(row) > 1 else "".join(row))


def _write_mapping(file: Path, data: bytes, asked: Asked) -> Path:
    """Write the table beside a template; one that says something else is somebody's work and stays."""
    from outreach_decks.output import replace_file

    wished = file.with_name(f"{file.stem}.layouts.yaml")
    path, number = wished, 0
    while path.exists() and path.read_bytes() != data:
        number += 1
        path = wished.with_name(f"{file.stem}.layouts ({'new' if number == 1 else f'new {number}'}).yaml")
    if path != wished:
        asked.tell(f"{wished} is there already and stays as it is")
    replace_file(path, data)
    return path


def _check(file: Path, name: str, asked: Asked, workspace: DiskWorkspace) -> ExitCode:
    from outreach_decks.diagnostics import has_errors
    from outreach_decks.report import counted, written
    from outreach_decks.summary import aligned
    from outreach_decks.template_look import adopted, findings, missing_rows, sample

    found, made = adopted(name, workspace), sample(name, workspace)
    told = findings(name, found, made)
    for one in told:
        asked.tell(written(one))
    asked.tell(counted(told) or "nothing is wrong with this template")
    asked.tell("\nWithout a placeholder, and drawn into the free room of the layout:")
    for line in aligned([*missing_rows(found)]):
        asked.tell(line)
    try:
        _draw(made.pptx, file.with_name(f"{file.stem}.sample.png"), asked, workspace)
    except OSError as error:
        asked.warn(f"{error.filename} cannot be written: {error.strerror or error}")
        return ExitCode.NOT_WRITTEN
    return ExitCode.ERRORS if has_errors(told) else ExitCode.BUILT


def _draw(deck: bytes, picture: Path, asked: Asked, workspace: DiskWorkspace) -> None:
    """Write all pages of a deck as one picture, where LibreOffice is at hand."""
    from outreach_decks.output import replace_file
    from outreach_decks.pages import contact_sheet, page_images
    from outreach_decks.preview import PreviewError, find_soffice, render_pdf
    from outreach_decks.project import Project

    if find_soffice() is None:
        asked.tell(f"{picture.name} was not drawn: pictures need LibreOffice (https://www.libreoffice.org)")
        return
    try:
        pages = page_images(render_pdf({"deck": deck}, fonts=Project(workspace).font_files())["deck"], _PAGE_WIDTH)
    except PreviewError as error:
        asked.warn(f"{picture.name} was not drawn: {error}")
        return
    replace_file(picture, contact_sheet(pages))
    asked.tell(f"wrote {picture}")
