"""The lines of a PO file: entry by entry what is written where, and what is wrong with it.

Programs that read PO files let much pass in silence: a quote that is never closed, an entry cut off in the middle, a
file in two versions. Here all of that is found, with its place, because half a text on a slide would be believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from outreach_decks.diagnostics import Diagnostic
from outreach_decks.document import Document

Places = list[tuple[int, int]]

_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
# What an escape may be: the end of a line, a tab and their like, a quote, a backslash, a number.
_ODD_ESCAPE: Final = re.compile(r"""(?<!\\)(?:\\\\)*(\\[^abfnrtv"\\0-7x])""")
_OTHER_QUOTES: Final = ("“", "”", "„", "＂", "«", "‟")
_KEYWORD: Final = re.compile(r"(?P<word>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)(?P<rest>.*)")
_KNOWN: Final = ("msgctxt", "msgid", "msgstr")
_OBSOLETE: Final = re.compile(r"#~(?!\|)\s?")
_PREVIOUS: Final = re.compile(rf"#\|\s*(?P<word>msgctxt|msgid)?\s*(?P<strings>(?:{_STRING.pattern}\s*)+)")
_OF_BEFORE: Final = re.compile(r'\|\s*(?:msgctxt|msgid|")')
_CONFLICT: Final = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?:\s|$)")
# Of a file that is no PO file at all, this much is said.
_MOST_TOLD: Final = 20
CUT: Final = "the file may have been cut off when it was saved: fetch it again"


@dataclass(frozen=True, slots=True)
class Block:
    """An entry as it is written: the offsets of its strings by their keyword; ``obsolete`` if it is out of use."""

    strings: dict[str, Places]
    obsolete: bool


def blocks_of(document: Document) -> tuple[list[Block], list[Diagnostic]]:
    """The entries of a PO file, and what is wrong with its lines; ``document`` holds its text."""
    walker = _Walker(document)
    walker.walk()
    return walker.blocks, walker.findings


class _Line(NamedTuple):
    """A line of a PO file without the spaces around it: what it says, and where (an offset in characters)."""

    text: str
    start: int
    obsolete: bool


def strings_in(quoted: Iterable[str]) -> str:
    """What several texts in quotes say together."""
    from babel.messages.pofile import unescape

    return "".join(unescape(one) for one in quoted)


def is_of_before(remark: str) -> bool:
    """Tell whether a remark, as Babel reads it, is a line of the text of before (``#| msgid``), not a translator's."""
    return _OF_BEFORE.match(remark) is not None


def previous_in(notes: Iterable[str]) -> str:
    """The text that a fuzzy translation was made for, as the lines above an entry (``#| msgid``) give it."""
    told, word = "", ""
    for line in notes:
        found = _PREVIOUS.fullmatch(line)
        if found:
            word = found["word"] or word
            told += strings_in(_STRING.findall(found["strings"])) if word == "msgid" else ""
    return told


def _lines(text: str) -> Iterator[_Line]:
    """The lines that say something; those out of use without their mark."""
    start = 0
    for whole in text.split("\n"):
        mark = _OBSOLETE.match(whole)
        begin = mark.end() if mark else 0
        line = whole[begin:].strip()
        if line:
            yield _Line(line, start + whole.index(line, begin), mark is not None)
        start += len(whole) + 1


@dataclass
class _Walker:
    document: Document
    blocks: list[Block] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    current: dict[str, Places] = field(default_factory=dict)
    word: str = ""
    inside: _Line | None = None
    obsolete: bool = False

    def walk(self) -> None:
        for line in _lines(self.document.text):
            if len(self.findings) >= _MOST_TOLD:
                return
            if line.text.startswith("#") and not line.obsolete:
                self._note(line)
            else:
                self._line(line)
        self._close(len(self.document.text))

    def _note(self, line: _Line) -> None:
        if self._is_full():
            self._close(line.start)
        if self.current and self.inside is None:
            self.inside = line

    def _line(self, line: _Line) -> None:
        keyword = _KEYWORD.match(line.text)
        if keyword is None:
            self._string(line.text, line.start)
            return
        word = keyword["word"]
        if self.inside and word == "msgstr":
            self._report(
                "this note stands inside an entry", self.inside.start, len(self.inside.text), "put it above msgctxt"
            )
        if word == "msgstr" and self._is_full() and not self.findings:
            self._report('there is a second "msgstr" here', line.start, len(word), "delete one of them")
        if word == "msgctxt" or (word == "msgid" and "msgctxt" not in self.current) or self._is_full():
            self._close(line.start)
        self.obsolete = line.obsolete
        if word not in _KNOWN:
            self._report("this file has a plural form, which no text of a talk needs", line.start, len(word))
            return
        if word in self.current:
            self._report(f'there is a second "{word}" here', line.start, len(word), "delete one of them")
        self.word = word
        self.current.setdefault(word, [])
        rest = keyword["rest"].strip()
        self._string(rest, line.start + len(line.text) - len(rest))

    def _is_full(self) -> bool:
        return "msgstr" in self.current

    def _string(self, text: str, start: int) -> None:
        if _CONFLICT.match(text):
            self._report("two versions of this file were not brought together", start, 7, "keep one of them")
        elif text.startswith(_OTHER_QUOTES):
            self._report(f"{text[0]} is not the quote of a PO file", start, 1, 'write the plain one: "')
        elif not text.startswith('"'):
            self._report(
                "this is no line of a PO file", start, len(text), "texts stand in quotes behind msgid or msgstr"
            )
        elif not _STRING.fullmatch(text):
            self._report_quotes(text, start)
        elif odd := _ODD_ESCAPE.search(text):
            hint = "write \\\\ for a backslash, \\n for the end of a line"
            self._report(f'"{odd.group()}" means nothing in a PO file', start + odd.start(), len(odd.group()), hint)
        elif not self.word:
            self._report("this text belongs to no msgid or msgstr", start, len(text), CUT)
        else:
            self.current[self.word].append((start, start + len(text)))

    def _report_quotes(self, text: str, start: int) -> None:
        """Say where a text ends too early, or that it never does."""
        whole = _STRING.match(text)
        message = "this text in quotes does not end as it should"
        if whole is None:
            hint = "put a quote at its end; or the file was cut off when it was saved: fetch it again"
            self._report(message, start, len(text), hint)
        else:
            hint = 'write \\" for a quote inside a text, and a remark on a line of its own above msgctxt: # ...'
            self._report(message, start + whole.end() - 1, 1, hint)

    def _close(self, end: int) -> None:
        """End an entry, or say what it lacks."""
        entry, self.current, self.word, self.inside = self.current, {}, "", None
        if not entry or self.findings:
            return
        first = min((place[0] for places in entry.values() for place in places), default=end)
        lacking = next((word for word in ("msgid", "msgstr") if word not in entry), None)
        if lacking:
            self._report(f'this entry has no "{lacking}"', first, 1, f"put the line back; or {CUT}")
        else:
            self.blocks.append(Block(entry, self.obsolete))

    def _report(self, message: str, start: int, length: int, hint: str = "") -> None:
        span = self.document.span_at(start, max(length, 1))
        self.findings.append(self.document.diagnostic("bad-po", message, span, (hint,) if hint else ()))
