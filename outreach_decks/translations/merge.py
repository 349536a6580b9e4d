"""Which translation belongs to which text, once texts have changed, moved, come and gone.

Each step goes over all texts before the next begins: the text that a translation was made for, in its context; the same
text elsewhere on the slide (a list in a new order, a slide in another file, or one whose id was changed); then the text
that a fuzzy translation stands with, there and elsewhere; last the same context, whose translation was made for another
text and is fuzzy now. What a text that moved has taken along is not lent to the one that stands in its place, and what
is out of use comes back only with its own text. (Babel's own update loses rewritten lines and lends a neighbour's
translation to new ones.)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from outreach_decks.translations.messages import Message
from outreach_decks.translations.po import Entry, PoFile

# A slide is known again by as many of its texts.
_FEWEST_TEXTS: Final = 2
State = Literal["translated", "fuzzy", "missing"]


@dataclass(frozen=True, slots=True)
class Match:
    """A text and the entry that it is translated by; the entry's context is the one it had in the file."""

    message: Message
    entry: Entry | None

    @property
    def state(self) -> State:
        """How far the translation of the text is."""
        if self.entry is None:
            return "missing"
        return "fuzzy" if self.entry.fuzzy else "translated"


def matched(messages: Iterable[Message], po: PoFile) -> list[Match]:
    """Find the translation of each text, in the order of the texts."""
    return _Matcher(tuple(messages), po).matches()


def merged(messages: Iterable[Message], po: PoFile) -> PoFile:
    """The file as it should be now: an entry for each text; translations that nothing uses are kept at its end."""
    matcher = _Matcher(tuple(messages), po)
    waiting = {entry.context: entry for entry in po.entries if not _says_something(entry)}
    entries = tuple(_entry_of(match, waiting) for match in matcher.matches())
    kept = {_pair(entry) for entry in entries}
    left = (_out_of_use(entry) for entry in (*po.entries, *po.obsolete) if id(entry) not in matcher.claimed)
    unused = {_pair(entry): entry for entry in left if entry.translation and _pair(entry) not in kept}
    return replace(po, entries=entries, obsolete=tuple(unused.values()))


def _entry_of(match: Match, waiting: Mapping[str, Entry]) -> Entry:
    """The entry of a text; ``waiting`` are those that have no translation yet, by context.

    Other words that stand there as the original are kept as the text of before: somebody may have translated there.
    """
    message = match.message
    comments = tuple(filter(None, message.comment.split("\n")))
    if match.entry is None:
        own = waiting.get(message.context, Entry(message.context, message.text, ""))
        before = own.original if own.original != message.text else own.previous
        return Entry(message.context, message.text, "", False, before, own.remarks, comments)  # noqa: FBT003 - fuzzy
    return replace(match.entry, context=message.context, original=message.text, comments=comments)


def _out_of_use(entry: Entry) -> Entry:
    """A translation that nothing uses, with the text that it was made for, so that it is right when that comes back."""
    fuzzy = entry.fuzzy and not entry.previous
    return replace(entry, original=entry.made_for, fuzzy=fuzzy, previous="", comments=())


def _pair(entry: Entry) -> tuple[str, str, str]:
    return entry.context, entry.original, entry.translation


class _Matcher:
    def __init__(self, messages: Sequence[Message], po: PoFile) -> None:
        self.messages = messages
        told = [entry for entry in (*po.entries, *po.obsolete) if _says_something(entry)]
        self.by_context = {entry.context: entry for entry in reversed(po.entries) if _says_something(entry)}
        self.in_context = _grouped(told, lambda entry: (entry.context, entry.made_for))
        self.on_slide = _grouped(told, lambda entry: (_slide(entry.context), entry.made_for))
        self.in_field = _grouped(told, lambda entry: (_field(entry.context), entry.made_for))
        self.renamed = dict(_renamed_slides(messages, told))
        fuzzy = [entry for entry in told if entry.made_for != entry.original]
        self.fuzzy_in_context = _grouped(fuzzy, lambda entry: (entry.context, entry.original))
        self.fuzzy_on_slide = _grouped(fuzzy, lambda entry: (_slide(entry.context), entry.original))
        self.found: dict[str, Entry] = {}
        self.claimed: set[int] = set()

    def matches(self) -> list[Match]:
        steps = (self._same, self._elsewhere, self._renamed, self._same_fuzzy, self._elsewhere_fuzzy, self._rewritten)
        for step in steps:
            for message in self.messages:
                entry = None if message.context in self.found else step(message)
                if entry is not None:
                    self.claimed.add(id(entry))
                    self.found[message.context] = entry
        return [Match(message, self._told(message)) for message in self.messages]

    def _same(self, message: Message) -> Entry | None:
        return next(iter(self.in_context.get((message.context, message.text), [])), None)

    def _elsewhere(self, message: Message) -> Entry | None:
        known = self.on_slide.get((_slide(message.context), message.text), [])
        return self._free(known) or next(iter(known), None)

    def _renamed(self, message: Message) -> Entry | None:
        """The same field with the same text of a slide that is gone: its id was changed."""
        old = self.renamed.get(_slide(message.context))
        known = self.in_field.get((_field(message.context), message.text), [])
        return self._free(entry for entry in known if _slide(entry.context) == old) if old else None

    def _same_fuzzy(self, message: Message) -> Entry | None:
        return self._free(self.fuzzy_in_context.get((message.context, message.text), []))

    def _elsewhere_fuzzy(self, message: Message) -> Entry | None:
        return self._free(self.fuzzy_on_slide.get((_slide(message.context), message.text), []))

    def _rewritten(self, message: Message) -> Entry | None:
        entry = self.by_context.get(message.context)
        return self._free([entry]) if entry else None

    def _free(self, known: Iterable[Entry]) -> Entry | None:
        """The first that no text has taken yet."""
        return next((entry for entry in known if id(entry) not in self.claimed), None)

    def _told(self, message: Message) -> Entry | None:
        """The entry found; one that was made for another text is fuzzy and remembers it."""
        entry = self.found.get(message.context)
        if entry is None:
            return None
        if entry.made_for != message.text:
            return replace(entry, fuzzy=True, previous=entry.made_for)
        # A text that is as it was before needs no other translation; what a translator marks stays marked.
        return replace(entry, fuzzy=entry.fuzzy and not entry.previous, previous="")


def _renamed_slides(messages: Sequence[Message], told: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """Slides that no entry knows, each with one that is gone and had two of its texts or more, and half of them."""
    now = _pairs_by_slide((message.context, message.text) for message in messages)
    before = {_slide(entry.context) for entry in told}
    gone = _pairs_by_slide((entry.context, entry.made_for) for entry in told if _slide(entry.context) not in now)
    for slide, texts in now.items():
        if slide in before or not gone:
            continue
        nearest = max(gone, key=lambda old: len(gone[old] & texts))
        if len(gone[nearest] & texts) >= max(_FEWEST_TEXTS, len(texts) / 2):
            yield slide, nearest


def _pairs_by_slide(texts: Iterable[tuple[str, str]]) -> dict[str, set[tuple[str, str]]]:
    """Fields with their texts, by slide."""
    found: dict[str, set[tuple[str, str]]] = {}
    for context, text in texts:
        found.setdefault(_slide(context), set()).add((_field(context), text))
    return found


def _says_something(entry: Entry) -> bool:
    """Tell whether there is a translation; of what the program puts between words, it may be a space."""
    return bool(entry.translation.strip() or (entry.translation and entry.context.startswith("ui/")))


def _slide(context: str) -> str:
    """The part of a context within which a text may move: the slide's id, whatever file it is in, or the entry's."""
    file, _, rest = context.rpartition(".yaml/")
    parts = rest.split("/") if file else context.split("/")
    return "/".join(parts[:1] if file else parts[:2])


def _field(context: str) -> str:
    """The part of a context behind the slide's id, with the name of the file; only those of outlines have one."""
    file, _, rest = context.rpartition(".yaml/")
    return f"{file}/{rest.partition('/')[2]}" if file and "/" in rest else context


def _grouped(entries: Iterable[Entry], key: Callable[[Entry], tuple[str, str]]) -> dict[tuple[str, str], list[Entry]]:
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        found.setdefault(key(entry), []).append(entry)
    return found
