"""The details of one day: from a file, from the command line, or both; the command line wins."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.document import Data, Document
from outreach_decks.event import Event
from outreach_decks.images import PictureError, fit_image
from outreach_decks.parse import open_document
from outreach_decks.talk import Logo
from outreach_decks.validation import validate
from outreach_decks.wording import Wording
from outreach_decks.workspace import Workspace, folder_of, join, stem

SETTINGS = "--set"
_NOT_IN_FILE_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')
_DIGEST_LENGTH = 6

Settings = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Day:
    """An event, the word that stands for it in a file name ("" without one), and its logo."""

    event: Event
    name: str = ""
    logo: bytes | None = None

    def logo_in(self, wording: Wording) -> Logo | None:
        """The logo with its alt text.

        Raises:
            PictureError: when it cannot be shown.
        """
        if self.logo is None:
            return None
        fit = fit_image(self.logo)
        owner = self.event.organisation
        alt = wording.say("logo", organisation=owner) if owner else wording.say("our-logo")
        return Logo(fit.data, fit.width, fit.height, alt)


def parse_event(file: str | None, settings: Settings, workspace: Workspace) -> Day:
    """Read an event.

    ``settings`` maps fields to the values given for them; ``local_help`` may have several.

    Raises:
        DeckError: with everything that is wrong in the file or the settings.
    """
    document = open_document(file, workspace) if file else _settings_document()
    told = _given(settings)
    written, found = validate(Event, document.data, document, (), "an event")
    given, _ = validate(Event, told, _settings_document(), (), "an event")
    faults = [*document.findings, *found, *_faults_of(told)]
    if written is None or given is None or faults:
        raise DeckError(faults)
    event = written.model_copy(update=given.model_dump(exclude_unset=True))
    place = document if "logo" not in told else _settings_document()
    return Day(event, _event_name(file, settings), _logo(event, place, file, workspace))


def _faults_of(told: Mapping[str, Data]) -> Iterator[Diagnostic]:
    """What is wrong with the settings, each by its name: they have no line that could be shown."""
    for name, value in told.items():
        _, found = validate(Event, {name: value}, _settings_document(), (), "an event")
        yield from (Diagnostic(one.code, f"{name}: {one.message}", Span(SETTINGS)) for one in found)


def _settings_document() -> Document:
    """Stands for the options, which have no place in a file."""
    return Document(SETTINGS, "", {}, {}, {}, {})


def _given(settings: Settings) -> dict[str, Data]:
    return {name: list(values) if name == "local_help" else values[-1] for name, values in settings.items()}


def _event_name(file: str | None, settings: Settings) -> str:
    """The word for the file name: two different days never get the same one."""
    name = _NOT_IN_FILE_NAMES.sub("-", stem(file)).strip("-.") if file else ""
    if not settings:
        return name
    told = json.dumps({key: list(values) for key, values in settings.items()}, sort_keys=True, ensure_ascii=True)
    digest = hashlib.sha256(told.encode("ascii")).hexdigest()[:_DIGEST_LENGTH]
    return f"{name or 'event'}-{digest}"


def _logo(event: Event, document: Document, file: str | None, workspace: Workspace) -> bytes | None:
    if event.logo is None:
        return None
    name = join(folder_of(file or ""), event.logo)
    try:
        raw = workspace.read(name)
        fit_image(raw)
    except OSError:
        raise DeckError([_logo_finding("missing-file", f'there is no picture "{name}"', document)]) from None
    except PictureError as error:
        raise DeckError([_logo_finding("bad-image", str(error), document, error.hint)]) from None
    return raw


def _logo_finding(code: str, message: str, document: Document, *hints: str) -> Diagnostic:
    return document.diagnostic(code, message, document.span(("logo",)), hints)
