"""A Document becomes an Outline: includes are read, each slide gets its model, all that is wrong is said at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from outreach_decks.diagnostics import DeckError, Diagnostic, Span, in_order
from outreach_decks.document import Data, DataPath, Document
from outreach_decks.outline import AuthoredSlide, Head, Include, Outline
from outreach_decks.reader import read_document
from outreach_decks.scalars import MOST_MINUTES
from outreach_decks.slide_kinds import KINDS, Slide
from outreach_decks.validation import did_you_mean, validate
from outreach_decks.wording import LANGUAGES
from outreach_decks.workspace import Workspace, folder_of, join, stem

RESERVED_NAMES = frozenset({"build", "check", "diff", "facts", "list", "preview", "schema", "template", "translate"})
# Takes the place of a head that cannot be read, so that the slides can be checked.
_STAND_IN = Head(title="?", audience="church", language="en", minutes=MOST_MINUTES, template="church")


def open_document(name: str, workspace: Workspace) -> Document:
    """Read one YAML file of the workspace.

    Raises:
        DeckError: ``missing-file``, or what the reader found.
    """
    try:
        raw = workspace.read(name)
    except FileNotFoundError:
        raise DeckError([Diagnostic("missing-file", "there is no such file", Span(name))]) from None
    except OSError as error:
        raise DeckError(
            [Diagnostic("unreadable-file", f"the file cannot be read: {error.strerror}", Span(name))]
        ) from None
    return read_document(name, raw)


def parse_outline(name: str, workspace: Workspace) -> Outline:
    """Read an outline and all that it includes.

    What is wrong is kept in ``Outline.findings``, and the slides that could be read are there all the same, so that
    the later stages can say what is wrong with those.

    Raises:
        DeckError: when the file itself cannot be read.
    """
    return _Parser(workspace, stem(name)).parse(open_document(name, workspace))


@dataclass
class _Parser:
    workspace: Workspace
    name: str
    findings: list[Diagnostic] = field(default_factory=list)
    documents: dict[str, Document] = field(default_factory=dict)
    slides: list[AuthoredSlide] = field(default_factory=list)
    places: dict[str, Span] = field(default_factory=dict)
    heads: dict[str, Diagnostic] = field(default_factory=dict)

    def parse(self, document: Document) -> Outline:
        self._keep(document)
        self._check_name(document)
        head = self._head(document)
        self._read_slides(document, (document.file,))
        self._check_needs()
        slides = tuple(self.slides)
        return Outline(self.name, head or _STAND_IN, document, slides, self.documents, in_order(self.findings))

    def _keep(self, document: Document) -> None:
        self.documents[document.file] = document
        self.findings.extend(document.findings)

    def _check_name(self, document: Document) -> None:
        if self.name in RESERVED_NAMES:
            message = f'"{self.name}" is the name of a command, so a talk cannot be called that'
            self.findings.append(Diagnostic("reserved-name", message, Span(document.file), hints=("rename the file",)))

    def _head(self, document: Document) -> Head | None:
        if not isinstance(document.data, dict):
            message = "an outline starts with keys such as title, audience and slides"
            self.findings.append(document.diagnostic("wrong-type", message, document.span(())))
            return None
        plain = {key: value for key, value in document.data.items() if key != "slides"}
        head, found = validate(Head, plain, document, (), "an outline")
        self.findings.extend(found)
        if head is None or head.language in LANGUAGES:
            return head
        self.findings.append(_unknown_language(head.language, document))
        return head.model_copy(update={"language": _STAND_IN.language})

    def _read_slides(self, document: Document, opened: tuple[str, ...]) -> None:
        entries = _slides_of(document, self.findings)
        for number, entry in enumerate(entries):
            self._read_entry(entry, document, ("slides", number), opened)

    def _read_entry(self, entry: Data, document: Document, path: DataPath, opened: tuple[str, ...]) -> None:
        if isinstance(entry, dict) and "include" in entry:
            self._include(entry, document, path, opened)
        elif isinstance(entry, dict):
            self._slide(entry, document, path)
        else:
            message = 'a slide starts with "- kind: ..." and has keys below it'
            self.findings.append(document.diagnostic("wrong-type", message, document.span(path)))

    def _include(self, entry: Mapping[str, Data], document: Document, path: DataPath, opened: tuple[str, ...]) -> None:
        include, found = validate(Include, dict(entry), document, path, "an include")
        self.findings.extend(found)
        if include is None:
            return
        place = document.span((*path, "include"))
        target = join(folder_of(document.file), include.include)
        if target in opened:
            self.findings.append(document.diagnostic("include-loop", "this file includes itself", place))
            return
        self._read_included(target, document, place, opened)

    def _read_included(self, target: str, document: Document, place: Span, opened: tuple[str, ...]) -> None:
        try:
            included = open_document(target, self.workspace)
        except DeckError as error:
            self.findings.extend(self._about_include(error, target, document, place))
            return
        self._keep(included)
        self._refuse_other_keys(included)
        self._read_slides(included, (*opened, target))

    def _about_include(self, error: DeckError, target: str, document: Document, place: Span) -> list[Diagnostic]:
        if error.diagnostics[0].code != "missing-file":
            return list(error.diagnostics)
        near = did_you_mean(target, self.workspace.names(folder_of(target), ".yaml"))
        return [document.diagnostic("missing-file", f'there is no file "{target}"', place, near)]

    def _refuse_other_keys(self, document: Document) -> None:
        keys = document.data if isinstance(document.data, dict) else {}
        for key in keys:
            if key != "slides":
                message = f'a file of slides has no "{key}"; it holds "slides" alone'
                self.findings.append(document.diagnostic("unknown-key", message, document.key_span((key,))))

    def _slide(self, entry: dict[str, Data], document: Document, path: DataPath) -> None:
        kind = entry.get("kind")
        if not isinstance(kind, str) or kind not in KINDS:
            self.findings.append(_unknown_kind(kind, document, path))
            return
        slide, found = validate(KINDS[kind], entry, document, path, f'a slide of kind "{kind}"')
        self.findings.extend(found)
        self._claim_id(entry.get("id"), document, path)
        if slide is not None:
            self._keep_slide(cast(Slide, slide), document, path)

    def _claim_id(self, identifier: Data, document: Document, path: DataPath) -> None:
        if not isinstance(identifier, str):
            return
        place = document.span((*path, "id"))
        first = self.places.setdefault(identifier, place)
        if first is not place:
            where = f"{first.file}:{first.line}"
            message = f'the id "{identifier}" is taken; the first is in {where}'
            self.findings.append(document.diagnostic("duplicate-id", message, place))

    def _keep_slide(self, slide: Slide, document: Document, path: DataPath) -> None:
        authored = AuthoredSlide(slide, document, path)
        self.slides.append(authored)
        self.findings.extend(_own_rules(authored))

    def _check_needs(self) -> None:
        for authored in self.slides:
            self.findings.extend(_needs_findings(authored, self.places, self.slides))


def _slides_of(document: Document, findings: list[Diagnostic]) -> list[Data]:
    data = document.data
    slides = data.get("slides") if isinstance(data, dict) else None
    if isinstance(slides, list) and slides:
        return slides
    if not isinstance(data, dict):
        return []
    if "slides" not in data:
        message, code = 'the file needs "slides"', "missing-key"
    else:
        message, code = '"slides" needs a list of slides, each starting with a dash', "empty-value"
    findings.append(document.diagnostic(code, message, document.span(("slides",))))
    return []


def _unknown_kind(kind: Data, document: Document, path: DataPath) -> Diagnostic:
    place = document.span((*path, "kind"))
    if not isinstance(kind, str):
        return document.diagnostic("missing-kind", 'a slide needs "kind"', place, (f"one of {', '.join(KINDS)}",))
    hints = did_you_mean(kind, KINDS) or (f"one of {', '.join(KINDS)}",)
    return document.diagnostic("unknown-kind", f'there is no kind of slide called "{kind}"', place, hints)


def _unknown_language(language: str, document: Document) -> Diagnostic:
    message = f'there is no language "{language}" here'
    place = document.span(("language",))
    return document.diagnostic("unknown-language", message, place, (f"one of {', '.join(LANGUAGES)}",))


def _own_rules(authored: AuthoredSlide) -> list[Diagnostic]:
    """What a kind of slide wants of its own fields, beyond types."""
    slide = authored.slide
    if slide.kind == "quiz" and slide.answer > len(slide.options):
        message = f"there are {len(slide.options)} options, so the answer cannot be {slide.answer}"
        return [authored.finding("out-of-range", message, ("answer",))]
    if slide.kind == "table":
        return [_row_finding(authored, row) for row, cells in enumerate(slide.rows) if len(cells) != len(slide.header)]
    if slide.kind == "help" and not slide.lines and not slide.local:
        return [authored.finding("missing-key", 'a slide of kind "help" needs "lines" or "local: true"')]
    return []


def _row_finding(authored: AuthoredSlide, row: int) -> Diagnostic:
    slide = authored.slide
    expected = len(slide.header) if slide.kind == "table" else 0
    message = f"this row has another number of cells than the header, which has {expected}"
    return authored.finding("row-length", message, ("rows", row))


def _needs_findings(
    authored: AuthoredSlide, known: Mapping[str, Span], slides: list[AuthoredSlide]
) -> list[Diagnostic]:
    order = {other.slide.id: position for position, other in enumerate(slides)}
    here = order[authored.slide.id]
    found = []
    for number, needed in enumerate(authored.slide.needs):
        place = ("needs", number)
        if needed not in known:
            hint = "".join(did_you_mean(needed, known))
            found.append(authored.finding("unknown-id", f'no slide is called "{needed}"', place, hint=hint))
        elif order.get(needed, -1) >= here:
            message = f'"{needed}" does not come before this slide, so it cannot be needed by it'
            found.append(authored.finding("needs-order", message, place))
    return found
