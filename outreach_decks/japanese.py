"""Text as Japanese is set: which characters are full-width, which half-width, and where no space stands.

Authors type as their keyboards let them. On a slide digits and Latin letters are half-width, kana and the marks beside
them full-width, and no space parts the two: the renderer or the face sees to that. What is quoted is not touched here:
whoever calls decides what is a quotation.

Ranges have U+301C (〜), not U+FF5E (～), which Windows types: BIZ UDPGothic draws both alike, but by the Unicode rules
only the first one never begins a line (its class is NS, that of the other ID).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from outreach_decks.text import Run

# Kana, kanji and what repeats or lengthens them.
_LETTER: Final = "々〆〇ぁ-ゖゝゞァ-ヺー-ヿ㐀-鿿豈-\ufaff\U00020000-\U0003ffff"
_FULL_MARK: Final = "、。，．！？：；・「」『』（）［］｛｝【】〈〉《》〔〕…‥〜"
_BRACKET: Final = "「」『』（）【】〈〉《》〔〕"
_IS_JAPANESE: Final = re.compile(f"[{_LETTER}{_BRACKET}]")
_IS_FULL: Final = re.compile(f"[{_LETTER}{_FULL_MARK}]")

_WIDTHS: Final = 0xFEE0
_TO_HALF: Final = {ord(one): ord(one) - _WIDTHS for one in map(chr, range(0xFF10, 0xFF5B)) if one.isalnum()}
_HALF_KANA: Final = re.compile("[｡-ﾝ][ﾞﾟ]?|[ﾞﾟ]")
# A voicing mark with nothing to stand on.
_LONE: Final = {0x3099: "゛", 0x309A: "゜"}
# Marks inside a figure, a time, a verse or a telephone number.
_INSIDE_FIGURE: Final = re.compile(r"(?<=[0-9])(?:，(?=[0-9]{3}(?![0-9]))|[．：－](?=[0-9])|％)")
_HALF_INSIDE: Final = str.maketrans("，．：－％", ",.:-%")
_DOTS: Final = re.compile(r"\.{3,}")
_WAVE: Final = re.compile(rf"(?<=[0-9%{_LETTER}])([ \u3000]*)[~～]([ \u3000]*)(?=約?[0-9])")
_FULL_WIDTH_TILDE: Final = re.compile("～")

# Addresses and names of files, in which every sign counts.
_ADDRESS: Final = re.compile(
    r"(?:(?:https?|ftp|mailto|tel):|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'*+,;=%]*[A-Za-z0-9/#=_%&-]"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|\.(?:pdf|pptx?|docx?|xlsx?|csv|txt|md|ya?ml|po|json|zip|html?|png|jpe?g|svg|mp[34])(?![A-Za-z0-9])"
)
_FULL: Final = {",": "、", ".": "。", "!": "！", "?": "？", ":": "：", ";": "；", "(": "（", ")": "）"}
_OPENING, _CLOSING = "(（", ")）"
_SPACES: Final = re.compile(r"[^\S\n\v]+")
_IDEOGRAPHIC_SPACE: Final = "\u3000"
_KEPT_SPACES: Final = (" ", "\u00a0")
# Signs that stand between words with a space on both sides.
_SIGNS: Final = "-–—/&+=×→←↔|"
_LINE_ENDS: Final = "\n\v"


def set_as_japanese(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs of one Japanese paragraph with every character as wide as it should be.

    Looks over the borders of runs; each character keeps the look of the run that it stood in. Superscripts stay as they
    are. Setting twice changes nothing more.
    """
    text = _Text.of(runs)
    while (changed := _normalised(text)) != text:
        text = changed
    return text.runs(runs)


def upright(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs with emphasis by weight: no Japanese face has italics, and slanted Latin looks strange beside."""
    return tuple(replace(run, italic=False, bold=True) if run.italic else run for run in runs)


@dataclass(frozen=True, slots=True)
class _Text:
    """The characters of all runs but the superscripts, and which run each belongs to."""

    characters: str
    owners: tuple[int, ...]

    @classmethod
    def of(cls, runs: tuple[Run, ...]) -> _Text:
        counted = [(one, number) for number, run in enumerate(runs) if not run.superscript for one in run.text]
        return cls("".join(one for one, _ in counted), tuple(number for _, number in counted))

    def runs(self, given: tuple[Run, ...]) -> tuple[Run, ...]:
        """The runs with their new characters; one that has lost all it had is left out."""
        texts = [""] * len(given)
        for one, owner in zip(self.characters, self.owners, strict=True):
            texts[owner] += one
        made = (run if run.superscript else replace(run, text=text) for run, text in zip(given, texts, strict=True))
        return tuple(new for new, old in zip(made, given, strict=True) if new.text or not old.text)

    def sub(self, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str]) -> _Text:
        """Replace what a pattern finds; what comes in place of a character belongs to its run."""
        characters, owners, last = "", [], 0
        for found in pattern.finditer(self.characters):
            new = change(found)
            own = self.owners[found.start() : found.end()]
            characters += self.characters[last : found.start()] + new
            owners += [*self.owners[last : found.start()], *(own[min(at, len(own) - 1)] for at in range(len(new)))]
            last = found.end()
        return _Text(characters + self.characters[last:], (*owners, *self.owners[last:]))

    def with_marks(self, marks: dict[int, str]) -> _Text:
        """Put other characters at some positions."""
        return replace(self, characters="".join(marks.get(at, one) for at, one in enumerate(self.characters)))


def _normalised(text: _Text) -> _Text:
    text = replace(text, characters=text.characters.translate(_TO_HALF)).sub(_HALF_KANA, _full_kana)
    text = text.sub(_INSIDE_FIGURE, lambda found: found[0].translate(_HALF_INSIDE))
    text = text.sub(_WAVE, lambda _: "〜").sub(_FULL_WIDTH_TILDE, lambda _: "〜")
    text = text.sub(_DOTS, lambda found: "…" if _touches(found.string, found.start(), found.end()) else found[0])
    text = text.with_marks(dict(_full_marks(text.characters)))
    return text.sub(_SPACES, _space)


def _full_kana(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0]).translate(_LONE)


def _full_marks(text: str) -> Iterator[tuple[int, str]]:
    """The half-width marks that belong to Japanese, by their position, each with its full-width form."""
    kept = {at for address in _ADDRESS.finditer(text) for at in range(*address.span())}
    for at, mark in enumerate(text):
        if mark in ",!?:;" and at not in kept and _touches(text, at, at + 1):
            yield at, _FULL[mark]
        if mark == "." and at not in kept and _ends_sentence(text, at):
            yield at, _FULL[mark]
    yield from ((at, _FULL[text[at]]) for at in _brackets(text) - kept)


def _ends_sentence(text: str, at: int) -> bool:
    """Tell whether a full stop closes Japanese; behind Latin it may belong to a name (U.S.)."""
    before, after = text[:at].rstrip(), text[at + 1 : at + 2]
    return bool(_IS_JAPANESE.match(before[-1:])) and not after.isdigit() and after != "."


def _brackets(text: str) -> set[int]:
    """The half-width brackets with Japanese on either side of either of the pair, or whose partner is full-width."""
    found: set[int] = set()
    waiting: list[int] = []
    for at, mark in enumerate(text):
        if mark in _OPENING:
            waiting.append(at)
        if mark in _CLOSING:
            pair = (waiting.pop(), at) if waiting else (at,)
            is_mixed = len({text[each] in _FULL for each in pair}) > 1
            if is_mixed or any(_touches(text, each, each + 1) for each in pair):
                found.update(pair)
    found.update(at for at in waiting if _touches(text, at, at + 1))
    return {at for at in found if text[at] in _FULL}


def _touches(text: str, start: int, end: int) -> bool:
    """Tell whether Japanese stands before or behind a stretch, spaces aside."""
    before, after = text[:start].rstrip(" \u00a0\u3000"), text[end:].lstrip(" \u00a0\u3000")
    return any(_IS_JAPANESE.match(one) for one in (before[-1:], after[:1]) if one)


def _space(found: re.Match[str]) -> str:
    """What becomes of spaces: the indent of a paragraph stays; beside Japanese there are none, and elsewhere is one."""
    before, after = found.string[found.start() - 1 : found.start()], found.string[found.end() : found.end() + 1]
    if not before or before in _LINE_ENDS:
        indent = _IDEOGRAPHIC_SPACE * found[0].count(_IDEOGRAPHIC_SPACE)
        return indent or ("" if _IS_FULL.match(after) else " ")
    is_beside_sign = before in _SIGNS or (after and after in _SIGNS)
    if not is_beside_sign and (_IS_FULL.match(before) or _IS_FULL.match(after)):
        return ""
    return found[0] if found[0] in _KEPT_SPACES else " "
