"""An outline and a fact base in another language: each text is replaced by its translation where there is a sound one.

What is missing, made for another text, or at odds with its original is said, with its place in both files. A text that
has no sound translation stays as it is written, so that nothing is shown that might be false.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from outreach_decks.diagnostics import Diagnostic, Severity, Span
from outreach_decks.names import Names
from outreach_decks.text import composed
from outreach_decks.translations.agreement import Difference, Kind, differences, placeholders_of, unfillable
from outreach_decks.translations.merge import Match, matched
from outreach_decks.translations.messages import Message
from outreach_decks.translations.po import PoFile
from outreach_decks.validation import nearest


@dataclass(frozen=True, slots=True)
class _Differing:
    """How a difference of one kind is told: its code, the word for what differs, and how grave it is."""

    code: str
    word: str
    severity: Severity


# A wrong placeholder, address or telephone number cannot be what was meant; a figure may be written in another way.
_DIFFERING: Final[Mapping[Kind, _Differing]] = {
    "placeholder": _Differing("placeholder-differs", "placeholder", Severity.ERROR),
    "link": _Differing("link-differs", "link", Severity.ERROR),
    "telephone": _Differing("telephone-differs", "telephone number", Severity.ERROR),
    "number": _Differing("number-differs", "figure", Severity.WARNING),
    "name": _Differing("name-differs", "name", Severity.WARNING),
}
_UNSURE: Final = "this translation is marked as fuzzy: somebody was not sure of it"
_MOST_LISTED: Final = 4


@dataclass(frozen=True, slots=True)
class Rendering:
    """A text as it is shown: in the language asked for, or as it was written where ``entry`` is "" ."""

    message: Message
    text: str
    entry: str = ""


@dataclass
class Translator:
    """Finds the renderings of texts in one language.

    By the groups of texts it keeps what is to be said of translations (``findings``) and what has none (``missing``).
    """

    po: PoFile
    names: Names
    findings: dict[str, list[Diagnostic]] = field(default_factory=dict)
    missing: dict[str, list[Message]] = field(default_factory=dict)

    def renderings(self, messages: Iterable[Message]) -> dict[str, Rendering]:
        """The texts by their contexts, each translated where it can be."""
        wanted = [message for message in messages if message.language != self.po.language]
        matches = matched(wanted, self.po)
        return {match.message.context: self._rendering(match) for match in matches}

    def _rendering(self, match: Match) -> Rendering:
        message, entry = match.message, match.entry
        if entry is None or not entry.translation:
            self.missing.setdefault(message.group, []).append(message)
            return Rendering(message, message.text)
        found = self._compared(message, entry.translation)
        told = Rendering(message, composed(entry.translation), entry.context)
        if match.state == "fuzzy":
            self._report(message.group, self._stale(match, sound=not found))
            return Rendering(message, message.text) if found else told
        for one in _without_echo(found):
            self._report(message.group, self._differs(message, entry.context, one))
        grave = any(_DIFFERING[one.kind].severity is Severity.ERROR for one in found)
        return Rendering(message, message.text) if grave else told

    def _compared(self, message: Message, translation: str) -> list[Difference]:
        if message.is_free:
            return []
        found = differences(message.text, translation, (message.language, self.po.language), self.names)
        return found if found or message.group != "ui" else unfillable(message.text, translation)

    def _report(self, group: str, found: Diagnostic) -> None:
        self.findings.setdefault(group, []).append(found)

    def _stale(self, match: Match, *, sound: bool) -> Diagnostic:
        message, entry = match.message, match.entry
        document = self.po.document
        place = document.values.get((entry.context if entry else "",)) or Span(self.po.file)
        is_old = entry is not None and entry.previous not in {"", message.text}
        why = f"{message.context} was rewritten; this translation is of the old words" if is_old else _UNSURE
        shown = "it is shown all the same" if sound else "it does not agree with the original, which is shown instead"
        hint = f"the words to translate: {message.place.file}:{message.place.line}"
        return document.diagnostic("stale-translation", f"{why}; {shown}", place, (hint,), Severity.WARNING)

    def _differs(self, message: Message, context: str, found: Difference) -> Diagnostic:
        document, told = self.po.document, _DIFFERING[found.kind]
        where = f"{message.place.file}:{message.place.line}"
        no_hints: tuple[str, ...] = ()
        if found.lost:
            said = f'the {told.word} "{found.what}" of the original ({where}) is not in this translation'
            place, hints = replace(document.span((context,)), length=1), no_hints
        else:
            said = f'the {told.word} "{found.what}" is not in the original ({where})'
            place, hints = document.span_of(found.what, (context,)), self._meant(message, found)
        return document.diagnostic(told.code, said, place, hints, told.severity)

    def _meant(self, message: Message, found: Difference) -> tuple[str, ...]:
        near = nearest(found.what, placeholders_of(message.text)) if found.kind == "placeholder" else None
        return (f'did you mean "{near}"?',) if near else ()


def untranslated(messages: Sequence[Message], po: PoFile) -> Diagnostic:
    """One finding for texts that have no translation, where the first of them is written: a slide may lack a dozen."""
    first = messages[0]
    groups = {message.group for message in messages}
    names = [_name(message, whole=len(groups) > 1) for message in messages]
    more = len(names) - _MOST_LISTED
    listed = ", ".join(names[:_MOST_LISTED]) + (f" and {more} more" if more > 0 else "")
    text = "1 text has" if len(messages) == 1 else f"{len(messages)} texts have"
    said = f"{text} no {po.language} translation: {listed}"
    return Diagnostic("untranslated", said, first.place, Severity.WARNING, (_room_for(first, po),))


def _name(message: Message, *, whole: bool) -> str:
    return message.context if whole else message.context.removeprefix(message.group).strip("/") or message.context


def _room_for(message: Message, po: PoFile) -> str:
    place = po.document.keys.get((message.context,))
    if place is None:
        return f"it is not in {po.file}: make room with translate update, or fetch the file again if it was cut off"
    own = next(entry for entry in po.entries if entry.context == message.context)
    if own.original == message.text:
        return f"{place.file}:{place.line} waits for it"
    return f"{place.file}:{place.line} has other words as msgid; a translation belongs behind msgstr"


def _without_echo(found: Sequence[Difference]) -> list[Difference]:
    """A misspelt placeholder is one fault, though the right one is lost by it too."""
    lost = [one.what for one in found if one.kind == "placeholder" and one.lost]
    meant = {nearest(one.what, lost) for one in found if one.kind == "placeholder" and not one.lost}
    return [one for one in found if one.kind != "placeholder" or not one.lost or one.what not in meant]
