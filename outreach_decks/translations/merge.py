"""Which translation belongs to which text, once texts have changed, moved, come and gone.

Three steps, each over all texts before the next begins: the same context and the same text; the same text elsewhere on
the slide (a list in a new order, a slide in another file); the same context, whose translation was made for another text
and is fuzzy now. What a text that moved has taken along is not lent to the one that stands in its place. (Babel's own
update loses rewritten lines and lends a neighbour's translation to new ones.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from outreach_decks.translations.messages import Message
from outreach_decks.translations.po import Entry, PoFile

State = Literal["translated", "fuzzy", "missing"]


@dataclass(frozen=True, slots=True)
class Match:
    """A text and the entry that it is translated by; the entry's context is the one it had in the file."""

    message: Message
    entry: Entry | None

    @property
    def state(self) -> State:
        """How far the translation of the text is."""
        if self.entry is None or not self.entry.translation:
            return "missing"
        return "fuzzy" if self.entry.fuzzy else "translated"


def matched(messages: Iterable[Message], po: PoFile) -> list[Match]:
    """Find the translation of each text, in the order of the texts."""
    return _Matcher(tuple(messages), po).matches()


def merged(messages: Iterable[Message], po: PoFile) -> PoFile:
    """The file as it should be now: an entry for each text; translations that nothing uses are kept at its end."""
    matcher = _Matcher(tuple(messages), po)
    entries = tuple(_entry_of(match) for match in matcher.matches())
    left = (entry for entry in (*po.entries, *po.obsolete) if id(entry) not in matcher.claimed and entry.translation)
    taken = {(entry.context, entry.original) for entry in entries}
    unused = {(entry.context, entry.original): entry for entry in left if (entry.context, entry.original) not in taken}
    return replace(po, entries=entries, obsolete=tuple(unused.values()))


def _entry_of(match: Match) -> Entry:
    message = match.message
    comments = (message.comment,) if message.comment else ()
    if match.entry is None:
        return Entry(message.context, message.text, "", comments=comments)
    return replace(match.entry, context=message.context, original=message.text, comments=comments)


class _Matcher:
    def __init__(self, messages: Sequence[Message], po: PoFile) -> None:
        self.messages = messages
        known = (*po.entries, *po.obsolete)
        self.by_both = _first({(entry.context, entry.original): entry} for entry in known)
        self.by_context = _first({entry.context: entry} for entry in known)
        self.moved: dict[tuple[str, str], list[Entry]] = {}
        for entry in known:
            if entry.translation:
                self.moved.setdefault((_slide(entry.context), entry.original), []).append(entry)
        self.found: dict[str, Entry] = {}
        self.claimed: set[int] = set()

    def matches(self) -> list[Match]:
        for step in (self._same, self._elsewhere, self._rewritten):
            for message in self.messages:
                entry = None if message.context in self.found else step(message)
                if entry is not None:
                    self.found[message.context] = entry
        return [Match(message, self._told(message)) for message in self.messages]

    def _same(self, message: Message) -> Entry | None:
        entry = self.by_both.get((message.context, message.text))
        if entry is None or not entry.translation:
            return None
        return self._claim(entry)

    def _elsewhere(self, message: Message) -> Entry | None:
        known = self.moved.get((_slide(message.context), message.text), [])
        free = [entry for entry in known if id(entry) not in self.claimed]
        return self._claim((free or known)[0]) if known else None

    def _rewritten(self, message: Message) -> Entry | None:
        entry = self.by_context.get(message.context)
        if entry is None or not entry.translation or id(entry) in self.claimed:
            return None
        return self._claim(entry)

    def _claim(self, entry: Entry) -> Entry:
        self.claimed.add(id(entry))
        return entry

    def _told(self, message: Message) -> Entry | None:
        """The entry found; one that was made for another text is fuzzy and remembers it."""
        entry = self.found.get(message.context)
        if entry is None or entry.original == message.text:
            return entry
        return replace(entry, fuzzy=True, previous=entry.previous if entry.fuzzy else entry.original)


def _slide(context: str) -> str:
    """The part of a context within which a text may move: the slide's id, whatever file it is in, or the entry's."""
    file, _, rest = context.rpartition(".yaml/")
    parts = rest.split("/") if file else context.split("/")
    return "/".join(parts[:1] if file else parts[:2])


def _first(pairs: Iterable[Mapping[object, Entry]]) -> dict[object, Entry]:
    found: dict[object, Entry] = {}
    for pair in pairs:
        for key, entry in pair.items():
            found.setdefault(key, entry)
    return found
