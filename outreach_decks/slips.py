"""Slips of the hand: what a person did, when a parser can only say where it got lost.

A slip is sought in the lines where the parser stopped, never in a whole file: what looks like one there is often
plain words elsewhere.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from outreach_decks.diagnostics import Diagnostic, Span
from outreach_decks.document import Document

QUOTE_IT = "put the whole text in double quotes"
NO_COLON_IN_TEXT = "a colon followed by a space cannot stand inside unquoted text"

_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
_DASHES = "－‐‑‒–—―−ｰー•・●○◆■"
_ITEM = r"\s*(?:-\s+)*"
_KEY = r"[A-Za-z_][\w-]*"
_ODD_INDENT = re.compile(rf"^[ \t-]*(?P<odd>[\t{_SPACES}])(?=\s*\S)")
_ODD_DASH = re.compile(rf"^\s*(?P<odd>[{_DASHES}])(?P<space>[\s{_SPACES}]?)")
_TIGHT_DASH = re.compile(r"^\s*(?P<odd>-)[^\s-]")
_ODD_COLON = re.compile(rf"^{_ITEM}(?P<key>{_KEY})\s*(?P<odd>：)")
_TIGHT_COLON = re.compile(rf"^{_ITEM}(?P<key>{_KEY})(?P<odd>:)(?!//|[ \t:]|$)")
_KEYED = re.compile(rf"^(?P<item>{_ITEM})(?P<key>{_KEY}):(?=\s|$)")
_BARE_KEY = re.compile(rf"^{_ITEM}{_KEY}\s*$")
_OPENED = re.compile(rf"^{_ITEM}(?:{_KEY}:\s+)?(?P<odd>[\[{{\"'])")
_BAR = re.compile(r":\s+(?P<mark>[|>])[-+\d]*\s*$")
_FAR_ABOVE = 40
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong in a line: ``column`` counts characters from 1."""

    column: int
    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser says: its words, where it stopped, where what it was reading was opened.

    ``last`` is where the last thing that it could read starts.
    """

    problem: str
    place: Span
    context: str = ""
    opened: Span | None = None
    last: Span | None = None


def explain(document: Document, complaint: Complaint) -> Diagnostic:
    """Say a parser's complaint in an author's words, at the place of the slip."""
    return _Explanation(document, complaint).find()


def find_slip(line: str) -> Slip | None:
    """Return what is wrong with the marks of a line: its indent, its dash, the colon of its key."""
    return _indent_slip(line) or dash_slip(line) or _colon_slip(line)


def dash_slip(line: str) -> Slip | None:
    """Return what is wrong with the dash at the start of a line."""
    odd = _ODD_DASH.match(line)
    if odd:
        message = f'"{odd["odd"]}" looks like the dash that starts an item, but is another character'
        return Slip(odd.start("odd") + 1, "look-alike", message, 'write a plain hyphen and a space, "- "')
    tight = _TIGHT_DASH.match(line)
    if tight:
        return Slip(tight.start("odd") + 1, "missing-space", "a space is missing behind the dash", 'write "- "')
    return None


def _indent_slip(line: str) -> Slip | None:
    odd = _ODD_INDENT.match(line)
    if odd is None:
        return None
    column = odd.start("odd") + 1
    if odd["odd"] == "\t":
        return Slip(column, "tab", "a tab stands where spaces are needed", "use spaces to indent")
    name = unicodedata.name(odd["odd"], "character").lower().replace("ideographic", "full-width")
    message = f"a {name} stands where plain spaces are needed"
    return Slip(column, "look-alike", message, "delete it and type plain spaces")


def _colon_slip(line: str) -> Slip | None:
    odd = _ODD_COLON.match(line)
    if odd:
        message = f'"：" is a full-width colon; behind "{odd["key"]}" a plain one is needed'
        return Slip(odd.start("odd") + 1, "look-alike", message, f'write "{odd["key"]}: "')
    tight = _TIGHT_COLON.match(line)
    if tight is None:
        return None
    column = tight.start("odd") + 1
    if re.match(f"[{_SPACES}]", line[column:]):
        message = f'the space behind "{tight["key"]}:" is not a plain one'
        return Slip(column + 1, "look-alike", message, f'write "{tight["key"]}: " with a plain space')
    return Slip(column, "missing-space", "a space is missing behind the colon", f'write "{tight["key"]}: "')


@dataclass
class _Explanation:
    document: Document
    complaint: Complaint

    def find(self) -> Diagnostic:
        problem = self.complaint.problem
        for words, look in _LOOKS:
            if words in problem or words in self.complaint.context:
                found = look(self)
                if found:
                    return found
        return self._say("yaml-syntax", f"this cannot be read as YAML: {problem}", self.complaint.place)

    @property
    def _number(self) -> int:
        return self.complaint.place.line

    @property
    def _line(self) -> str:
        return self.document.line(self._number)

    @property
    def _before(self) -> str:
        """What stands in the line before the place where the parser stopped."""
        return self._line[: self.complaint.place.column - 1]

    def colon(self) -> Diagnostic | None:
        """A second colon: in a text, or behind a key that does not fit what is above it."""
        above = self._above(self._number)
        if not above or not _BARE_KEY.match(self._before):
            found = self._slip_in(self._number)
            return found or self._say("colon-in-text", NO_COLON_IN_TEXT, self.complaint.place, QUOTE_IT)
        return self._slip_in(above) or self._keyless(above) or self._too_deep(above)

    def no_colon(self) -> Diagnostic | None:
        """A line that should hold a key and holds none."""
        opened = self.complaint.opened
        if opened is None:
            return None
        place = self._rest(opened.line, opened.column)
        known = self._slip_in(opened.line) or self._item_without_dash(place) or self._text_below_bar(place)
        message = "a key and a colon were expected in this line"
        hint = 'write "key: text"; what goes on from the line above is indented further than its key'
        return known or self._say("missing-colon", message, place, hint)

    def _item_without_dash(self, place: Span) -> Diagnostic | None:
        above = self.document.line(self._above(place.line))
        if not above.lstrip().startswith("- ") or self._indent(above) != place.column - 1:
            return None
        hint = f'write "- {self.document.line(place.line).strip()}"'
        return self._say("missing-dash", "every item of a list starts with a dash and a space", place, hint)

    def _text_below_bar(self, place: Span) -> Diagnostic | None:
        bar = _BAR.search(self.document.line(self._above(place.line)))
        if bar is None:
            return None
        message = f'text below "{bar["mark"]}" is indented further than its key'
        return self._say("indentation", message, place, f"give each line of it {_spaces(place.column + 1)}")

    def misplaced(self) -> Diagnostic | None:
        """Something stands where nothing can: text behind a closing mark, or a line in no known column."""
        if self._line.lstrip("- ").startswith(":"):
            return self._say("yaml-syntax", "there is no key in front of this colon", self.complaint.place)
        if self._before.strip() in {"", "-"}:
            return self._slip_in(self._number) or self._cut_by_note() or self._out_of_line()
        if self.complaint.last and self.complaint.last.line < self._number:
            message = f"this quote is not closed: its text goes on to the next quote, in line {self._number}"
            hint = "write the closing quote where the text ends"
            return self._say("unclosed-quote", message, self.complaint.last, hint)
        opened = _OPENED.match(self._line)
        return self._behind_closing(opened["odd"], opened.start("odd")) if opened else None

    def _behind_closing(self, mark: str, offset: int) -> Diagnostic:
        start = Span(self.document.file, self._number, offset + 1)
        if mark in "[{":
            return self._quotes_needed(start)
        message = "there is text behind the closing quote"
        hint = f"{QUOTE_IT}, and use “curly” ones inside it"
        return self._say("quote-in-text", message, self.complaint.place, hint)

    def unclosed_quote(self) -> Diagnostic | None:
        """A quote that is open at the end of the file."""
        opened = self.complaint.opened
        hint = "write the closing quote where the text ends"
        return self._say("unclosed-quote", "this quote is never closed", opened, hint) if opened else None

    def unclosed_bracket(self) -> Diagnostic | None:
        """A bracket or brace that is open at the end of its line, or something in it that does not belong."""
        opened = self.complaint.opened
        if opened is None:
            return None
        mark = self._character(opened)
        closing = "]" if mark == "[" else "}"
        if opened.line < self._number:
            hint = f'write "{closing}" where it ends; or, if it is text, {QUOTE_IT}'
            return self._say("unclosed-bracket", f'"{mark}" is not closed', opened, hint)
        message = f'a comma or "{closing}" was expected here'
        return self._say("yaml-syntax", message, self.complaint.place, "put each text with such marks in double quotes")

    def starts_wrong(self) -> Diagnostic | None:
        """Text that starts with a character that has a meaning in YAML."""
        place = self.complaint.opened or self.complaint.place
        return self._quotes_needed(place) if self._character(place).strip() else None

    def no_node(self) -> Diagnostic | None:
        """A mark where a value should be, or the end of the file behind an open bracket."""
        place = self.complaint.place
        if self._character(place).strip():
            return self._quotes_needed(place)
        text = self.document.text
        opened = max(text.rfind("["), text.rfind("{"))
        message = "this is not closed"
        return self._say("unclosed-bracket", message, self.document.span_at(opened)) if opened >= 0 else None

    def tab(self) -> Diagnostic | None:
        """A tab in front of a line."""
        slip = _indent_slip(self._line)
        return self._slipped(slip, self._number) if slip else None

    def behind_bar(self) -> Diagnostic | None:
        """Text in the line of a ``|`` or ``>``."""
        mark = self._character(self.complaint.opened) if self.complaint.opened else "|"
        message = f'nothing can stand behind "{mark}" in its line'
        hint = f"start the text in the next line, indented further than its key; or {QUOTE_IT}"
        return self._say("yaml-syntax", message, self.complaint.place, hint)

    def list_in_line(self) -> Diagnostic | None:
        """A list that starts in the line of its key."""
        message = "a list cannot start in the line of its key"
        hint = f"start it in the next line; or, if it is text, {QUOTE_IT}"
        return self._say("yaml-syntax", message, self.complaint.place, hint)

    def escape(self) -> Diagnostic | None:
        """A backslash in double quotes."""
        message = "a backslash has a meaning of its own in double quotes"
        column = self._line.rfind("\\", 0, self.complaint.place.column) + 1
        place = replace(self.complaint.place, column=column or self.complaint.place.column)
        return self._say("yaml-syntax", message, place, 'leave the quotes out, or write "\\\\"')

    def after_end(self) -> Diagnostic | None:
        """Something that stands further left than the first line, or behind a line ``...``."""
        above = self._above(self._number)
        if self.document.line(above).startswith("..."):
            message = 'a line "..." ends the file; what follows is not read'
            place = Span(self.document.file, above, 1, len("..."))
            return self._say("several-documents", message, place, "delete the line")
        return self._slip_in(self._number) or self._first_too_deep() or self._out_of_line()

    def _first_too_deep(self) -> Diagnostic | None:
        """A space in front of the first line, and none in front of the others."""
        number = next(line for line in range(1, self._number + 1) if not _says_nothing(self.document.line(line)))
        spaces = self._indent(self.document.line(number))
        if not spaces or self._indent(self._line):
            return None
        place = Span(self.document.file, number, 1, spaces)
        message = f"this line has {_spaces(spaces)} in front of it, the ones below have none"
        return self._say("indentation", message, place, "delete what stands in front of it")

    def _keyless(self, above: int) -> Diagnostic | None:
        """The line above holds a word and a text, but no colon between them."""
        line = self.document.line(above)
        if _KEYED.match(line) or self._indent(line) > self._indent(self._line):
            return None
        start = self._first(line)
        place = self._rest(above, start + 1)
        message = "this line has no key, so no key can stand below it"
        return self._say("missing-colon", message, place, 'write "key: text", with a colon and a space behind the key')

    def _too_deep(self, above: int) -> Diagnostic:
        """A key below a text is read as part of the text."""
        keyed = _KEYED.match(self.document.line(above))
        wanted = len(keyed["item"]) if keyed else 0
        hint = f'give it {_spaces(wanted)}, as "{keyed["key"]}" in line {above}' if keyed else _SAME_COLUMN
        message = "this line is indented further than the one above it allows"
        return self._indentation(message, hint, f"if it goes on with the text above, {QUOTE_IT}")

    def _out_of_line(self) -> Diagnostic:
        """A line that starts in a column in which no line above it does."""
        spaces = self._indent(self._line)
        message = f"this line has {_spaces(spaces)} in front of it, which fits none of the lines above"
        return self._indentation(message, self._neighbour(spaces) or _SAME_COLUMN)

    def _neighbour(self, spaces: int) -> str | None:
        """Which line above was probably meant, and how far it is indented."""
        is_item = self._line.lstrip().startswith("-")
        for number in range(self._number - 1, max(self._number - _FAR_ABOVE, 0), -1):
            line = self.document.line(number)
            keyed = _KEYED.match(line)
            item = line.lstrip().startswith("- ")
            wanted = self._indent(line) if is_item and item else len(keyed["item"]) if keyed and not is_item else spaces
            if 0 < abs(wanted - spaces) <= _NEAR:
                what = f'"{keyed["key"]}"' if keyed and not is_item else "the dash"
                return f"give it {_spaces(wanted)}, as {what} in line {number}"
        return None

    def _cut_by_note(self) -> Diagnostic | None:
        """The text above ended early, because ``#`` starts a note."""
        above = self._above(self._number)
        line = self.document.line(above)
        sign = line.find(" #")
        if sign < 0 or self._indent(line) >= self._indent(self._line):
            return None
        place = self._rest(above, sign + 2)
        return self._say("hash-in-text", NOTE_CUTS, place, QUOTE_IT)

    def _slip_in(self, number: int) -> Diagnostic | None:
        slip = find_slip(self.document.line(number))
        return self._slipped(slip, number) if slip else None

    def _slipped(self, slip: Slip, number: int) -> Diagnostic:
        return self._say(slip.code, slip.message, Span(self.document.file, number, slip.column), slip.hint)

    def _quotes_needed(self, place: Span) -> Diagnostic:
        return self._say("quotes-needed", starts_with(self._character(place)), place, QUOTE_IT)

    def _character(self, place: Span) -> str:
        return self.document.line(place.line)[place.column - 1 :][:1]

    def _indentation(self, message: str, *hints: str) -> Diagnostic:
        place = self._rest(self._number, self._first(self._line) + 1)
        return self.document.diagnostic("indentation", message, place, hints)

    def _rest(self, number: int, column: int) -> Span:
        """From a column to the end of its line."""
        length = len(self.document.line(number).rstrip()) - column + 1
        return Span(self.document.file, number, column, max(length, 1))

    def _above(self, number: int) -> int:
        """The number of the next line above that is neither blank nor a note; 0 without one."""
        lines = range(number - 1, 0, -1)
        return next((line for line in lines if not _says_nothing(self.document.line(line))), 0)

    @staticmethod
    def _indent(line: str) -> int:
        return len(line) - len(line.lstrip(" "))

    @staticmethod
    def _first(line: str) -> int:
        return len(line) - len(line.lstrip())

    def _say(self, code: str, message: str, place: Span, hint: str = "") -> Diagnostic:
        return self.document.diagnostic(code, message, place, (hint,) if hint else ())


NOTE_CUTS = 'what follows " #" is a note and is not read'
_SAME_COLUMN = "start it in the same column as the lines that it belongs to"


def starts_with(mark: str) -> str:
    """Return the message about text that starts with a mark that has a meaning in YAML."""
    shown = f"'{mark}'" if mark == '"' else f'"{mark}"'
    return f"text cannot start with {shown} unless it is in quotes"


def _says_nothing(line: str) -> bool:
    return not line.strip(" \t") or line.lstrip().startswith("#")


def _spaces(count: int) -> str:
    return "no space" if not count else "1 space" if count == 1 else f"{count} spaces"


# Words of the parser's complaint, of libyaml and of PyYAML's own, and what to look for.
_LOOKS = (
    ("tab character", _Explanation.tab),
    ("cannot start any token", _Explanation.tab),
    ("mapping values are not allowed", _Explanation.colon),
    ("could not find expected ':'", _Explanation.no_colon),
    ("unexpected end of stream", _Explanation.unclosed_quote),
    ("flow sequence", _Explanation.unclosed_bracket),
    ("flow mapping", _Explanation.unclosed_bracket),
    ("node content", _Explanation.no_node),
    ("document start", _Explanation.after_end),
    ("block mapping", _Explanation.misplaced),
    ("block collection", _Explanation.misplaced),
    ("sequence entries are not allowed", _Explanation.list_in_line),
    ("block scalar", _Explanation.behind_bar),
    ("escape", _Explanation.escape),
    ("hexdecimal", _Explanation.escape),
    ("hexadecimal", _Explanation.escape),
    ("alphabetic or numeric", _Explanation.starts_wrong),
    ("cannot start any token", _Explanation.starts_wrong),
    ("mapping keys are not allowed", _Explanation.starts_wrong),
    ("alias", _Explanation.starts_wrong),
    ("directive", _Explanation.starts_wrong),
    ("tag", _Explanation.starts_wrong),
)
