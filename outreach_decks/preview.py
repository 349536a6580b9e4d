"""Decks as PDF, by LibreOffice: what a check or a picture of a deck is made from.

This is the only module that starts another program. Give it decks of our own making or decks that were checked:
LibreOffice fetches pictures that a presentation links to.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final
from xml.sax.saxutils import escape

from outreach_decks.pdf_clock import without_clock

# On Windows soffice.com is the one that waits until the work is done.
_COMMANDS: Final = ("soffice.com", "soffice", "libreoffice")
_USUAL_PLACES: Final = {
    "win32": (
        "{ProgramFiles}/LibreOffice/program/soffice.com",
        "{ProgramFiles(x86)}/LibreOffice/program/soffice.com",
        "{LOCALAPPDATA}/Programs/LibreOffice/program/soffice.com",
    ),
    "darwin": (
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "{HOME}/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ),
    "linux": (
        "/usr/bin/soffice",
        "/usr/local/bin/soffice",
        "/opt/libreoffice/program/soffice",
    ),
}
# Pictures as they are: pages are compared and looked at.
_OPTIONS: Final = {"UseLosslessCompression": "true", "ReduceImageResolution": "false"}
# The first LibreOffice whose PDF/UA is one: those before it say so in the file and leave half of it out.
CONFORMING: Final = (7, 6)
_VERSION: Final = re.compile(r"LibreOffice (\d+)\.(\d+)")
_VERSION_SECONDS: Final = 60.0
# A first start makes a profile (3 s); a page takes 40 ms. A machine under load may need ten times that.
_START_SECONDS: Final = 120.0
_SECONDS_PER_DECK: Final = 60.0
# Faces that the decks may name, and the free ones of equal widths, for machines that know neither.
_TWINS: Final = {
    "Calibri": "Carlito",
    "Calibri Light": "Carlito",
    "Aptos": "Carlito",
    "Segoe UI": "Carlito",
    "Arial": "Liberation Sans",
    "Yu Gothic": "BIZ UDPGothic",
    "Meiryo": "BIZ UDPGothic",
    "Noto Sans JP": "BIZ UDPGothic",
}


_LOCALE: Final = """\
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{language}</value></prop>
</item>
</oor:items>
"""


class PreviewError(Exception):
    """LibreOffice is missing, took too long, or made no PDF."""


def find_soffice() -> str | None:
    """Return the path of LibreOffice's command, or None: from PATH, then where its installers put it."""
    on_path = (shutil.which(command) for command in _COMMANDS)
    installed = (str(place) for place in _usual_places(sys.platform, os.environ) if place.is_file())
    return next((found for found in (*on_path, *installed) if found), None)


def render_pdf(
    decks: Mapping[str, bytes],
    soffice: str | None = None,
    fonts: Mapping[str, bytes] | None = None,
    seconds: float | None = None,
    language: str | None = None,
) -> Mapping[str, bytes]:
    """Return each deck as PDF, under the name it came with, in one run of LibreOffice.

    ``fonts`` are font files by name that the machine need not have (heeded on Linux). ``seconds`` is how long
    LibreOffice may take; when None, time enough for a slow machine.

    With a ``language`` (BCP 47) the PDFs are for readers: they say that they are in it and are tagged; where
    LibreOffice is 7.6 or later, they are PDF/UA (ISO 14289-1). The same deck gives the same bytes.

    Raises:
        PreviewError: when LibreOffice is missing, takes too long or leaves a deck out.
    """
    command = soffice or find_soffice()
    if command is None:
        raise PreviewError("LibreOffice was not found: install it, or put soffice on the PATH")
    if not decks:
        return {}
    with TemporaryDirectory(prefix="outreach-decks-", ignore_cleanup_errors=True) as folder:
        time = seconds or _START_SECONDS + _SECONDS_PER_DECK * len(decks)
        run = _Run(command, Path(folder), time, language, conforms=language is not None and can_conform(command))
        made = _render(decks, run, fonts or {})
    return {name: without_clock(pdf) for name, pdf in made.items()} if language else made


def can_conform(command: str) -> bool:
    """Tell whether this LibreOffice makes PDF/UA."""
    found = version_of(command)
    return found is not None and found >= CONFORMING


@cache
def version_of(command: str) -> tuple[int, int] | None:
    """The first two figures of a LibreOffice's version, or None when it does not say."""
    try:
        told = subprocess.run(  # noqa: S603 - no shell, and the command is LibreOffice's
            [command, "--version"], capture_output=True, check=False, stdin=subprocess.DEVNULL, timeout=_VERSION_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    found = _VERSION.search(told.stdout.decode("utf-8", "replace"))
    return (int(found[1]), int(found[2])) if found else None


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of LibreOffice: its command, the folder that is its own, and the seconds it may take.

    ``language`` is that of the PDFs, where they are for readers; ``conforms``: as PDF/UA.
    """

    command: str
    folder: Path
    seconds: float
    language: str | None = None
    conforms: bool = False


def _render(decks: Mapping[str, bytes], run: _Run, fonts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    # Numbers as file names: whatever a deck is called, every system takes them, in any alphabet.
    sources = {name: run.folder / f"{number:04}.pptx" for number, name in enumerate(decks)}
    for name, source in sources.items():
        source.write_bytes(decks[name])
    _set_language(run)
    said = _convert(run, sources.values(), _environment(run.folder, fonts))
    pages = {name: source.with_suffix(".pdf") for name, source in sources.items()}
    left_out = [name for name, page in pages.items() if not page.is_file()]
    if left_out:
        raise PreviewError(f"LibreOffice made no PDF of {', '.join(left_out)}: {said.strip() or 'it gave no reason'}")
    return {name: page.read_bytes() for name, page in pages.items()}


def _arguments(run: _Run, sources: Iterable[Path]) -> list[str]:
    profile = (run.folder / "profile").as_uri()
    quiet = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    convert = ["--convert-to", _filter(run), "--outdir", str(run.folder)]
    return [run.command, *quiet, f"-env:UserInstallation={profile}", *convert, *(str(source) for source in sources)]


def _filter(run: _Run) -> str:
    """The name of the export and its options, as LibreOffice's command line takes them."""
    tags = {"UseTaggedPDF": "true"} if run.language else {}
    claim = {"PDFUACompliance": "true"} if run.conforms else {}
    options = {name: {"type": "boolean", "value": value} for name, value in {**_OPTIONS, **tags, **claim}.items()}
    return f"pdf:impress_pdf_Export:{json.dumps(options)}"


def _set_language(run: _Run) -> None:
    """Write the language into the profile: LibreOffice takes what the machine speaks for the language of a PDF."""
    if run.language is None:
        return
    settings = run.folder / "profile" / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    settings.write_text(_LOCALE.format(language=escape(run.language)), encoding="utf-8")


def _convert(run: _Run, sources: Iterable[Path], environment: Mapping[str, str]) -> str:
    """Run LibreOffice to its end and return what it said."""
    log = run.folder / "said.txt"
    # A file, not a pipe: a pipe stays open as long as any child of a stopped LibreOffice lives.
    with log.open("wb") as said:
        process = _start(_arguments(run, sources), environment, said)
        try:
            process.wait(run.seconds)
        except subprocess.TimeoutExpired as late:
            raise PreviewError(f"LibreOffice was not done after {run.seconds:.0f} seconds") from late
        finally:
            _end(process)
    return log.read_text(encoding="utf-8", errors="replace")


def _start(arguments: list[str], environment: Mapping[str, str], said: BinaryIO) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - no shell, and every argument is ours
            arguments,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    except OSError as refused:
        raise PreviewError(f"LibreOffice could not be started: {refused}") from refused


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the processes that its launcher started, unless it is done."""
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        tree = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
        subprocess.run(tree, check=False, capture_output=True)  # noqa: S603 - no shell, and the number is ours
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _environment(folder: Path, fonts: Mapping[str, bytes]) -> Mapping[str, str]:
    """Our environment, and a fontconfig file of our own: which faces stand for those that are missing."""
    faces = folder / "fonts"
    faces.mkdir()
    for name, data in fonts.items():
        (faces / Path(name).name).write_bytes(data)
    settings = folder / "fonts.conf"
    system = os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    settings.write_text(font_settings(system, faces, folder / "font-cache"), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(settings)}


def font_settings(system: str, faces: Path, cache: Path) -> str:
    """Return a fontconfig file: the system's own, one more folder of fonts, and the twins of the faces we name."""
    aliases = "".join(
        f'<alias binding="same"><family>{escape(name)}</family><prefer><family>{escape(name)}</family>'
        f"<family>{escape(twin)}</family></prefer></alias>\n"
        for name, twin in _TWINS.items()
    )
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        f"<cachedir>{escape(str(cache))}</cachedir>\n<dir>{escape(str(faces))}</dir>\n"
        f'<include ignore_missing="yes">{escape(system)}</include>\n'
        f"{aliases}</fontconfig>\n"
    )


def _usual_places(platform: str, environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Where the installers of a platform put LibreOffice; places in folders that the environment lacks drop out."""
    places = []
    for template in _USUAL_PLACES.get(platform, ()):
        try:
            places.append(Path(template.format_map(environment)))
        except KeyError:
            continue
    return tuple(places)
