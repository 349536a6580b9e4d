"""``case-names-person`` and ``case-names-place``: a documented case that lets somebody be known again.

That a case has a source, says how far the courts have judged, and says whether it is composite, its model demands.
Names are looked for by patterns: a title before a name or さん after it, and two capitalised words in a row that are no
office, law or place; for a case about a child, a station, ward, town or city by its ending, or the name of a
prefecture's capital or of another large city. Patterns miss names and take other words for one, so both are warnings:
read the slide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

import outreach_decks.slide_kinds as kinds
from outreach_decks.authored_texts import AuthoredText, slide_texts
from outreach_decks.checks.names import CITIES, NO_PERSONS, STARTERS
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.outline import AuthoredSlide, Outline

Stretch = tuple[int, int]
_NAME: Final = r"[A-Z][a-zà-ÿ]+(?:-[A-Z]?[a-z]+)?"
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s{_NAME}|\b[A-Z][a-z]+-(?:san|chan|kun)\b")
# Looked at from each word, so that a capitalised word in front of a name does not hide it.
_FULL_NAME = re.compile(rf"\b(?=({_NAME})\s({_NAME})\b)")
_JAPANESE_NAME = re.compile(
    "[一-鿿々]{1,4}(?:さん|氏|ちゃん|君|容疑者|被告)|[ァ-ヺー]{2,8}(?:さん|ちゃん|君|容疑者|被告)"
)
# Persons by what they are or do, who are nobody in particular.
_JAPANESE_ROLE = re.compile(
    "(?:子|親|母|父|姉|兄|妹|弟|婆|爺|皆|客|娘|息子|奥|主|一人|誰|医者|店員|隣|看護師|警察官|巡り|赤|諸|両|某|実習生)"
    "(?:さん|氏|ちゃん|君)"
)
_CHILD = re.compile(
    r"\b(?:child(?:ren)?|girls?|boys?|teen(?:ager)?s?|pupils?|minors?|under[ -]18|aged? 1[0-7]"
    r"|1[0-7][ -]years?[ -]old)\b"
    r"|子ども|子供|児童|生徒|小学生|中学生|高校生|少年|少女|未成年|18歳未満|(?<!\d)1[0-7]歳",
    re.IGNORECASE,
)
_LOCAL_PLACE = re.compile(
    rf"\b{_NAME}\s(?:Station|Ward|City|Town|Village)\b|\b[A-Z][a-z]+-(?:shi|ku|machi|cho|mura|eki)\b"
)
_JAPANESE_PLACE = re.compile(
    "[一-鿿々ァ-ヺー]{1,6}(?:市(?![場民販況街])|区(?![別分域切画間])|駅(?![員伝前])|町(?![並内中工])|村(?![人民]))"
)
# Words that end like a place and are none: a town in general, and parts of other words.
_NO_PLACE = re.compile(
    "(?:都|大都|地方都|同|ある|某|本|地|学|選挙|特)(?:市|区)$|(?:城|港|下|宿場|田舎|温泉)町$|(?:農|漁)村$|寄り?駅$"
)
# Offices and laws are named after places, and name nobody.
_OFFICE: Final = (
    "Prefectur(?:e|al)|District Court|High Court|Family Court|Police|Prosecutors?|Labou?r Bureau|Convention|Guidelines?"
)
_CITY = re.compile(rf"\b(?:{'|'.join(sorted(CITIES))})\b(?!\s(?:{_OFFICE}))")


def check_cases(outline: Outline) -> Iterator[Diagnostic]:
    """No case names a person, and no case about a child names a place that identifies the child."""
    for authored in outline.slides:
        if isinstance(authored.slide, kinds.Case):
            yield from _case(authored)


def _case(authored: AuthoredSlide) -> Iterator[Diagnostic]:
    texts = list(slide_texts(authored))
    about_a_child = any(_CHILD.search(text.text) for text in texts)
    for text in texts:
        for place in _persons(text.text):
            yield _person(text, place)
        for place in _places(text.text) if about_a_child else ():
            yield _place(text, place)


def _persons(text: str) -> list[Stretch]:
    titled = [found.span() for found in _TITLED.finditer(text)]
    full = [(found.start(1), found.end(2)) for found in _FULL_NAME.finditer(text) if _is_a_person(found.groups())]
    japanese = [one.span() for one in _JAPANESE_NAME.finditer(text) if not _JAPANESE_ROLE.fullmatch(one[0])]
    return _apart([*titled, *full, *japanese])


def _is_a_person(words: tuple[str, ...]) -> bool:
    return words[0] not in STARTERS and not (NO_PERSONS | CITIES).intersection(words)


def _places(text: str) -> list[Stretch]:
    found = [one for pattern in (_LOCAL_PLACE, _JAPANESE_PLACE, _CITY) for one in pattern.finditer(text)]
    return _apart([one.span() for one in found if not _NO_PLACE.search(one[0])])


def _apart(found: Iterable[Stretch]) -> list[Stretch]:
    """Of stretches that overlap, the one found first: of "Osaka City" the whole, once."""
    taken: list[Stretch] = []
    for start, end in found:
        if not any(start < other_end and other < end for other, other_end in taken):
            taken.append((start, end))
    return sorted(taken)


def _person(text: AuthoredText, place: Stretch) -> Diagnostic:
    name = " ".join(text.text[slice(*place)].split())
    message = f'"{name}" looks like the name of a person'
    hints = ("say who it was by age or work, not by name",)
    return text.finding("case-names-person", message, place, hints, Severity.WARNING)


def _place(text: AuthoredText, place: Stretch) -> Diagnostic:
    name = " ".join(text.text[slice(*place)].split())
    message = f'"{name}" may tell which child this case is about'
    hints = ('name no more than the prefecture, or say "in a large city"',)
    return text.finding("case-names-place", message, place, hints, Severity.WARNING)
