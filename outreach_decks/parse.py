"""A Document becomes an Outline: includes are read, each slide gets its model, all that is wrong is said at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import cast

from outreach_decks.diagnostics import DeckError, Diagnostic, Span, in_order
from outreach_decks.document import Data, DataPath, Document
from outreach_decks.languages import LIKELY, is_language
from outreach_decks.outline import AuthoredSlide, Head, Include, Outline, SlidesFileHead
from outreach_decks.reader import read_document
from outreach_decks.scalars import ID_PATTERN, MOST_MINUTES
from outreach_decks.slide_kinds import KINDS, Slide
from outreach_decks.slips import find_slip
from outreach_decks.validation import did_you_mean, nearest, not_said_yet, readable_part, validate
from outreach_decks.workspace import OUTLINES, Workspace, folder_of, join, relative, stem

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
        raise DeckError([Diagnostic("unreadable-file", _why_unreadable(error), Span(name))]) from None
    return read_document(name, raw)


def _why_unreadable(error: OSError) -> str:
    if error.strerror is None and isinstance(error, PermissionError):
        return "the file lies outside the project, so it is not read"
    return f"the file cannot be read: {error.strerror}"


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
    included: dict[str, Span] = field(default_factory=dict)
    languages: dict[str, str] = field(default_factory=dict)
    whole: bool = True

    def parse(self, document: Document) -> Outline:
        self._keep(document)
        self._check_name(document)
        head = self._head(document)
        self.languages[document.file] = (head or _STAND_IN).language
        self._read_slides(document, (document.file,))
        self._check_needs()
        slides = tuple(self.slides)
        return Outline(self.name, head or _STAND_IN, document, slides, self.documents, in_order(self.findings))

    def _keep(self, document: Document) -> None:
        self.documents[document.file] = document
        self.findings.extend(document.findings)
        # Where a dash is missing, a slide and its id are hidden in the one above.
        self.whole = self.whole and all(found.code != "missing-dash" for found in document.findings)

    def _check_name(self, document: Document) -> None:
        if self.name in RESERVED_NAMES:
            message = f'"{self.name}" is the name of a command, so a talk cannot be called that'
            self.findings.append(Diagnostic("reserved-name", message, Span(document.file), hints=("rename the file",)))

    def _head(self, document: Document) -> Head | None:
        if not isinstance(document.data, dict):
            self.findings.extend(_no_keys("an outline starts with keys such as title, audience and slides", document))
            return None
        misspelt = _misspelt_slides(document)
        self.findings.extend(_unknown_key(key, "an outline", document) for key in misspelt)
        plain = {key: value for key, value in document.data.items() if key not in {"slides", *misspelt}}
        head, found = validate(Head, plain, document, (), "an outline")
        self.findings.extend(found)
        head = head or readable_part(Head, plain, _STAND_IN.model_dump()) or _STAND_IN
        if is_language(head.language):
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
            self.whole = False
            self.findings.extend(not_said_yet([_no_slide(document, document.span(path))], document))

    def _include(self, entry: Mapping[str, Data], document: Document, path: DataPath, opened: tuple[str, ...]) -> None:
        include, found = validate(Include, dict(entry), document, path, "an include")
        self.findings.extend(found)
        if include is None:
            self.whole = False
            return
        place = document.span((*path, "include"))
        target = join(folder_of(document.file), include.include)
        first = self.included.setdefault(target, place)
        if target in opened:
            self.findings.append(document.diagnostic("include-loop", _loop(opened[opened.index(target) :]), place))
        elif first is not place:
            message = f'"{target}" is included already, in {first.file}:{first.line}'
            self.findings.append(document.diagnostic("duplicate-include", message, place, ("delete one of them",)))
        else:
            self._read_included(target, document, place, opened)

    def _read_included(self, target: str, document: Document, place: Span, opened: tuple[str, ...]) -> None:
        try:
            included = open_document(target, self.workspace)
        except DeckError as error:
            self.whole = False
            self.findings.extend(self._about_include(error, target, document, place))
            return
        self._keep(included)
        self._refuse_other_keys(included)
        self.languages[target] = self._own_language(included) or self.languages[document.file]
        self._read_slides(included, (*opened, target))

    def _own_language(self, document: Document) -> str | None:
        """The language that a file of slides says it is written in."""
        written = document.data.get("language") if isinstance(document.data, dict) else None
        said: dict[str, Data] = {"language": written} if written else {}
        head, found = validate(SlidesFileHead, said, document, (), "a file of slides")
        self.findings.extend(found)
        if head is None or head.language is None or is_language(head.language):
            return head.language if head else None
        self.findings.append(_unknown_language(head.language, document))
        return None

    def _about_include(self, error: DeckError, target: str, document: Document, place: Span) -> list[Diagnostic]:
        first = error.diagnostics[0]
        if first.code == "unreadable-file":
            return [document.diagnostic(first.code, f'"{target}": {first.message}', place)]
        if first.code != "missing-file":
            return list(error.diagnostics)
        return [
            document.diagnostic("missing-file", f'there is no file "{target}"', place, self._near(target, document))
        ]

    def _near(self, target: str, document: Document) -> tuple[str, ...]:
        """A file with nearly the same name, there or among the shared slides, as it must be written."""
        here = folder_of(document.file)
        folders = dict.fromkeys((folder_of(target), here, f"{OUTLINES}/shared"))
        files = [file for folder in folders for file in self.workspace.names(folder, ".yaml") if file != document.file]
        by_name = {relative(file, here).rpartition("/")[2]: relative(file, here) for file in reversed(files)}
        near = nearest(relative(target, here).rpartition("/")[2], by_name)
        return (f'did you mean "{by_name[near]}"?',) if near else ()

    def _refuse_other_keys(self, document: Document) -> None:
        if not isinstance(document.data, dict):
            message = 'a file of slides starts with "slides:", with the slides below it'
            self.findings.extend(_no_keys(message, document))
            return
        found = [_unwanted(key, document) for key in document.data if key not in _SLIDES_FILE_KEYS]
        self.findings.extend(not_said_yet(found, document))

    def _slide(self, entry: dict[str, Data], document: Document, path: DataPath) -> None:
        self._claim_id(entry.get("id"), document, path)
        kind = entry.get("kind")
        if not isinstance(kind, str) or kind not in KINDS:
            self.findings.extend(not_said_yet([_unknown_kind(entry, document, path)], document))
            return
        slide, found = validate(KINDS[kind], entry, document, path, f'a slide of kind "{kind}"')
        self.findings.extend(found)
        readable = slide or readable_part(KINDS[kind], entry)
        if readable is not None:
            self._keep_slide(cast(Slide, readable), document, path, whole=slide is not None)

    def _claim_id(self, identifier: Data, document: Document, path: DataPath) -> None:
        if not isinstance(identifier, str):
            self.whole = False
            return
        self.whole = self.whole and bool(re.match(ID_PATTERN, identifier))
        place = document.span((*path, "id"))
        first = self.places.setdefault(identifier, place)
        if first is not place:
            where = f"{first.file}:{first.line}"
            message = f'the id "{identifier}" is taken; the first is in {where}'
            self.findings.append(document.diagnostic("duplicate-id", message, place, ("give this slide another id",)))

    def _keep_slide(self, slide: Slide, document: Document, path: DataPath, *, whole: bool) -> None:
        """Keep a slide for the stages that follow, unless it breaks a rule that they count on."""
        authored = AuthoredSlide(slide, document, path, self.languages[document.file])
        found = _own_rules(authored)
        if not found:
            self.slides.append(authored)
        self.findings.extend(found if whole else ())

    def _check_needs(self) -> None:
        order = {authored.slide.id: position for position, authored in enumerate(self.slides)}
        for authored in self.slides:
            found = _needs_findings(authored, self.places, order)
            # A slide that could not be read may be the one that is needed.
            self.findings.extend(one for one in found if self.whole or one.code != "unknown-id")


def _no_keys(message: str, document: Document) -> list[Diagnostic]:
    """A file that holds no keys, perhaps because of their colons."""
    place = document.span(())
    slip = find_slip(document.line(place.line))
    if slip:
        found = document.diagnostic(slip.code, slip.message, replace(place, column=slip.column, length=1), (slip.hint,))
    else:
        found = document.diagnostic("wrong-type", message, place)
    return not_said_yet([found], document)


def _no_slide(document: Document, place: Span) -> Diagnostic:
    """An item of ``slides`` that is no slide, perhaps because of its colon."""
    slip = find_slip(document.line(place.line))
    if slip:
        place = replace(place, column=slip.column, length=1)
        return document.diagnostic(slip.code, slip.message, place, (slip.hint,))
    message = 'a slide starts with "- kind: ..." and has keys below it'
    return document.diagnostic("wrong-type", message, place)


def _loop(chain: tuple[str, ...]) -> str:
    """Say which files a file that includes itself goes through."""
    first, *others = chain
    return f'"{first}" includes itself' + (f", through {', '.join(others)}" if others else "")


def _misspelt_slides(document: Document) -> list[str]:
    """Keys that probably stand for ``slides``."""
    keys = document.data if isinstance(document.data, dict) else {}
    if "slides" in keys:
        return []
    return [key for key in keys if nearest(key, (*Head.model_fields, "slides")) == "slides"]


def _unknown_key(key: str, what: str, document: Document) -> Diagnostic:
    hints = did_you_mean(key, ("slides",))
    return document.diagnostic("unknown-key", f'{what} has no "{key}"', document.key_span((key,)), hints)


def _unwanted(key: str, document: Document) -> Diagnostic:
    message = f'a file of slides has no "{key}"; it holds "slides", and above them "language" where it is needed'
    return document.diagnostic("unknown-key", message, document.key_span((key,)), did_you_mean(key, _SLIDES_FILE_KEYS))


def _slides_of(document: Document, findings: list[Diagnostic]) -> list[Data]:
    data = document.data
    if not isinstance(data, dict):
        return []
    slides = data.get("slides")
    if isinstance(slides, list) and slides:
        return slides
    place = document.span(("slides",))
    if "slides" in data:
        findings.extend(not_said_yet([_no_slides(slides, document, place)], document))
    elif not _misspelt_slides(document):
        hint = 'add a line "slides:" with the slides below it'
        findings.append(document.diagnostic("missing-key", 'the file needs "slides"', place, (hint,)))
    return []


def _no_slides(slides: Data, document: Document, place: Span) -> Diagnostic:
    if not slides:
        return document.diagnostic("empty-value", "there are no slides here", place, (_FIRST_SLIDE,))
    if isinstance(slides, str):
        return _no_slide(document, place)
    return document.diagnostic("missing-dash", "every slide starts with a dash and a space", place, (_FIRST_SLIDE,))


def _unknown_kind(entry: Mapping[str, Data], document: Document, path: DataPath) -> Diagnostic:
    kind = entry.get("kind")
    place = document.span((*path, "kind"))
    choices = (f"one of {', '.join(KINDS)}",)
    if isinstance(kind, str):
        hints = did_you_mean(kind, KINDS) or choices
        return document.diagnostic("unknown-kind", f'there is no kind of slide called "{kind}"', place, hints)
    for key in entry if "kind" not in entry else ():
        if key in _SLIDE_KEYS:
            continue
        near = did_you_mean(key, ("kind", "include"))
        if near:
            message = f'a slide has no "{key}"'
            return document.diagnostic("unknown-key", message, document.key_span((*path, key)), near)
    return document.diagnostic("missing-kind", 'a slide needs "kind"', place, choices)


def _unknown_language(language: str, document: Document) -> Diagnostic:
    message = f'there is no language "{language}" here'
    place = document.span(("language",))
    return document.diagnostic("unknown-language", message, place, (f"a code such as {', '.join(LIKELY)}",))


def _own_rules(authored: AuthoredSlide) -> list[Diagnostic]:
    """What a kind of slide wants of its own fields, beyond types."""
    slide = authored.slide
    if slide.kind == "quiz" and slide.answer > len(slide.options):
        message = f"there are {len(slide.options)} options, so the answer cannot be {slide.answer}"
        return [authored.finding("out-of-range", message, ("answer",))]
    if slide.kind == "table":
        return [
            _row_finding(authored, number, len(row), len(slide.header))
            for number, row in enumerate(slide.rows)
            if len(row) != len(slide.header)
        ]
    if slide.kind == "help" and not slide.lines and not slide.local:
        message = 'a slide of kind "help" needs "lines" or "local: true"'
        return [authored.finding("missing-key", message, hint='add a line "lines: [...]"')]
    return []


def _row_finding(authored: AuthoredSlide, number: int, cells: int, expected: int) -> Diagnostic:
    message = f"this row has {cells} cell{'' if cells == 1 else 's'}, the header has {expected}"
    return authored.finding("row-length", message, ("rows", number))


def _needs_findings(authored: AuthoredSlide, known: Mapping[str, Span], order: Mapping[str, int]) -> list[Diagnostic]:
    here = order[authored.slide.id]
    found = []
    for number, needed in enumerate(authored.slide.needs):
        place = ("needs", number)
        if needed not in known:
            hint = "".join(did_you_mean(needed, known))
            found.append(authored.finding("unknown-id", f'no slide is called "{needed}"', place, hint=hint))
        elif order.get(needed, -1) >= here:
            itself = needed == authored.slide.id
            message = f'"{needed}" {"is this slide" if itself else "does not come before this slide"}'
            hint = "delete it" if itself else f'move this slide below "{needed}"'
            found.append(authored.finding("needs-order", message, place, hint=hint))
    return found


_SLIDES_FILE_KEYS = ("slides", "language")
_SLIDE_KEYS = frozenset(key for kind in KINDS.values() for key in kind.model_fields)
_FIRST_SLIDE = 'start each one with "- kind: ..."'
