"""Small pieces for the tests of translations: texts, entries and files, and strategies that make many of them."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from outreach_decks.diagnostics import DeckError, Diagnostic, Span
from outreach_decks.names import Name, Names
from outreach_decks.translations.messages import Message
from outreach_decks.translations.po import PoFile, read_po

FILE = "slides_src/translations/ja.po"
HEAD = """\
msgid ""
msgstr ""
"Language: ja\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"""
NAMES = Names((Name({"en": ("Penal Code",), "ja": ("刑法",)}), Name({"en": ("ILO",), "ja": ("ILO", "国際労働機関")})))


def message(context: str, text: str, language: str = "en") -> Message:
    """A text to translate, written in the line of its own length, so that places can be told apart."""
    group = "ui" if context.startswith("ui/") else "/".join(context.split("/")[:2])
    return Message(context, text, language, group, Span("slides_src/talk.yaml", len(text), 3))


def read(text: str | bytes, head: str = HEAD) -> PoFile:
    """A file of translations into Japanese: the head, an empty line, then ``text``; or these bytes."""
    raw = text if isinstance(text, bytes) else f"{head}\n{text}".encode()
    return read_po(FILE, raw)


def faults(text: str | bytes, head: str = HEAD) -> list[Diagnostic]:
    """What is wrong with a file; nothing when it can be read."""
    try:
        read(text, head)
    except DeckError as error:
        return list(error.diagnostics)
    return []


def faults_in_lines(text: str | bytes, head: str = HEAD) -> list[str]:
    """What is wrong with a file, a line each, without the file's name."""
    found = faults(text, head)
    return [f"{one.span.line}:{one.span.column} {one.code}: {one.message}" for one in found]


# Texts as people write them, and what could upset a file: quotes, backslashes, ends of lines, marks of a PO file.
ODD = st.sampled_from(
    ["\n", "\\", '"', "\t", "{fact.a}", "#", "#~ ", "msgid ", "\\n", "日本", "é", "100% of ", "<<<<<<< "]
)
TEXTS = st.lists(ODD | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8), min_size=1, max_size=5).map(
    "".join
)
# What a file can hold: no line ends of other systems, nothing that no editor shows.
WRITABLE = TEXTS.map(lambda text: re.sub("[\u2028\u2029\ufffe\uffff]", "", text)).filter(bool)
WORDS = st.text(st.sampled_from('abcxyz 日本語"\\\n#'), min_size=1, max_size=12).filter(str.strip)
LINES = st.text(st.sampled_from("abc 日本.:|~,!"), min_size=1, max_size=20).map(str.strip)
REMARKS = LINES.filter(lambda line: not line.startswith((".", ":", ",", "|", "~")))
