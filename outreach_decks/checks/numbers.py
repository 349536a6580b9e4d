"""``unsourced-number``: a figure that was typed by hand, so that nobody can follow it to a source.

A figure is a number of two digits and more, in digits or in kanji before a counter; anything with %, per cent, 割,
million, 万 and the like; and an English number word before per cent or million. Titles, texts, alt texts, notes and the
words of a chart that is shown are looked at: what is said from a stage is believed as much as what is shown. Words that
must stay as they are in another work are not, and neither are years, dates, ages, durations, clock times, counts of a
list, references (article 226, verse 3), scripture, telephone numbers, and a slide's ``own_numbers``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate
from typing import Final, NamedTuple

from outreach_decks.amounts import fact_text
from outreach_decks.authored_texts import AuthoredText, head_texts, slide_texts
from outreach_decks.checks.fact_base import may_be_shown
from outreach_decks.diagnostics import Diagnostic, Severity
from outreach_decks.fact_usage import chart_texts
from outreach_decks.facts import FactBook
from outreach_decks.folded import fold
from outreach_decks.outline import AuthoredSlide, Outline
from outreach_decks.slide_kinds import Chart

_FLAGS: Final = re.IGNORECASE | re.VERBOSE
_KANJI = "〇一二三四五六七八九十百千"
_COUNTED = r"(?:people|persons?|children|girls|boys|women|men|victims?|survivors?|cases?|trainees?|workers?|students?"
_COUNTED += r"|pupils|teenagers|adults|residents|countries|workplaces|arrests|suspects|schools|families)\b"
_COUNTER = "(?:人|名|件|社|校|店|か国|カ国|ヵ国|ヶ国|ヶ所|か所|カ所|倍|円|世帯|団体)"
_MARK = r"(?:\s?%|\s?per\s?cent\b|\s?(?:million|billion|trillion|thousand|hundred)\b|\s?パーセント|割|[万億兆千百])"
_WORD = (
    "(?:half|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)"
)
_FIGURE = re.compile(
    rf"""
    (?<![A-Za-z\d.,])(?<![A-Za-z]-) (?P<digits>\d+(?:[.,]\d+)*) (?P<mark>{_MARK}{{0,3}})
  | \b{_WORD}(?:[ -](?:and[ ]|a[ ])?{_WORD}){{0,6}} (?:[ ]a)?
    (?P<worded>[ ]?%|[ ]per[ ]?cent\b|[ ](?:million|billion|trillion)\b)
  | (?<![{_KANJI}\d数何幾第]) (?P<kanji>[{_KANJI}]{{1,12}}) (?P<share>割|パーセント|%|[万億兆](?![一が全]))
  | (?<![{_KANJI}\d数何幾第]) (?P<counted>[十百千〇]|[{_KANJI}]{{2,12}}) (?={_COUNTER})
    """,
    _FLAGS,
)
_IDIOMS = "十人十色|百人一首|千人針|三百六十五|百八十度|万人"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_BEFORE_AN_AGE = (
    r"(?:under|over|above|below|until|before|turns?|turned|turning|ages?|aged|at|up\sto)(?:\sthe\sage\sof)?"
)
_BEHIND_AN_AGE = r"(?:years?(?:\s|-)olds?|years\sof\sage|and\s(?:over|under)|or\s(?:over|under|older|younger))"
_TIME = r"(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|weekends?|months?|years?|decades?)\b"
_JA_TIME = "(?:秒|分|時間|時|日|泊|週|か月|カ月|ヶ月|ヵ月|月|年|世紀|歳|才|学年|代)"
_NUMBER = rf"(?:(?<!\d)\d{{1,9}}|(?<![{_KANJI}])[{_KANJI}]{{1,12}})"
_RANGE = r"(?:\s?(?:–|-|to|or|and)\s?\d\d?)?"
# Books of the Bible, as they stand in front of a chapter.
_BOOKS = (
    "(?:genesis|exodus|leviticus|numbers|deuteronomy|joshua|judges|ruth|samuel|kings|chronicles|ezra|nehemiah|esther|job"
    "|psalms?|proverbs|ecclesiastes|isaiah|jeremiah|lamentations|ezekiel|daniel|hosea|joel|amos|obadiah|jonah|micah|nahum"
    "|habakkuk|zephaniah|haggai|zechariah|malachi|matthew|mark|luke|john|acts|romans|corinthians|galatians|ephesians"
    "|philippians|colossians|thessalonians|timothy|titus|philemon|hebrews|james|peter|jude|revelation"
    r"|(?:gen|exod?|lev|deut|ps|prov|isa|jer|ezek|dan|hos|mic|zech|mal|matt|rom|cor|gal|eph|phil|col|thess|tim|heb|rev)\.)"
)
_LISTED = (
    r"(?:signs?|steps?|ways?|things?|questions?|points?|reasons?|tips?|slides?|pages?|lines?|words?|verses?|rules?"
)
_LISTED += (
    r"|facts?|myths?|answers?|groups?|pairs|cards?|chapters?|parts?|items?|examples?|sentences?|articles?|languages?"
    r"|commandments|disciples|apostles|tribes)\b"
)
_REFERENCE = (
    r"(?:lines?|slides?|pages?|pp?\.|steps?|questions?|parts?|chapters?|articles?|art\.|sections?|no\.|nos\.|numbers?|figures?"
    r"|tables?|psalms?|verses?|vv?\.|grades?|years?|class|room|groups?|teams?|days?|weeks?|units?|lessons?|goals?|targets?"
    r"|sdgs?|routes?|items?|paragraphs?|protocol|convention|resolution|form|version|tier|floor|flat|bus|rfc|iso|cc\sby|heisei|reiwa|showa)"
)
_HARMLESS = tuple(
    re.compile(pattern, _FLAGS)
    for pattern in (
        # years, dates and parts of them
        rf"(?<![\d,.])(?:19|20)\d\d(?:s\b|[/–-]\d\d\b)?(?![\d,]\d)(?!\s*{_COUNTED})(?!{_COUNTER})",
        r"\b(?:in|since|from|until|before|after|by)\s1\d\d\d\b(?!\s*" + _COUNTED + ")",
        r"\d\d\d\d-\d\d?(?:-\d\d?)?|\d\d?[/.]\d\d?[/.]\d\d\d\d|\b24/7\b",
        rf"\d\d?(?:\s?(?:–|-|to|and|or)\s?\d\d?)?\s(?:of\s)?{_MONTH}(?:,?\s\d\d\d\d)?",
        rf"{_MONTH}\s\d\d?(?:\s?(?:–|-|to|and)\s?\d\d?)?\b(?!\s*{_COUNTED})(?:,?\s\d\d\d\d)?",
        r"(?<!\d)\d{1,9}(?:st|nd|rd|th)\b",
        r"(?:令和|平成|昭和|大正|明治)\s?\d{1,2}",
        # durations, clock times and ages
        rf"(?<![\d.,])\d{{1,9}}(?:[.,]\d{{1,9}})?(?:\s?(?:–|-|to|or|and)\s?\d{{1,9}})?(?:\s|-)?{_TIME}",
        rf"{_NUMBER}(?:{_JA_TIME}?\s?[–~〜-]\s?\d{{1,9}})?{_JA_TIME}",
        rf"\d\d?(?:[:.]\d\d)?{_RANGE}\s?(?:a\.?m\b|p\.?m\b|o'clock)",
        rf"\b{_BEFORE_AN_AGE}\s(?:1\d|2[0-5])s?\b{_RANGE}(?!\s*(?:{_COUNTED}|{_MARK}))",
        r"\bages?d?\s(?:of\s|from\s|between\s)?\d\d?(?:\s?(?:–|-|to|and|or)\s?\d\d?)?",
        rf"\d\d?-?{_RANGE}(?:\s|-){_BEHIND_AN_AGE}\b",
        rf"\bages?\b[^.;\n\d]{{1,60}}\bfrom\s\d\d?\sto\b(?:\s\d\d?\b)?(?!\s*(?:{_COUNTED}|{_MARK}))",
        r"\b1\d[–-]1\d\b|\b(?:1\d|2[0-5])\+",
        # counts of what is listed, and references
        rf"\b\d\d?\s{_LISTED}|\d\d?(?:つ|個の|項目)",
        rf"\b{_REFERENCE}\s(?:\d{{1,9}}(?:[.,–-]\d{{1,9}}){{0,9}}(?:\s?(?:,|and|to|or)\s?)?){{1,20}}",
        rf"\b{_BOOKS}\s\d{{1,3}}(?:[–-]\d{{1,3}})?",
        rf"第\s?{_NUMBER}|{_NUMBER}(?:[–~〜-]\d{{1,3}})?[条章節篇編項号頁問番](?:の\d{{1,9}})?|{_NUMBER}ページ",
        r"^\s*\d\d?[.)]\s",
        # chapter and verse, and times with a colon
        r"\d\d?:\d\d\s?[–~〜-]\s?\d\d?:\d\d",
        r"\d{1,3}:\d{1,3}(?:\s?[–-]\s?\d{1,3})?(?:,\s?\d{1,3}(?![\d,]))*",
        # telephone numbers; Japanese goes on behind one without a space
        r"[#＃*]\d{3,9}|(?<![A-Za-z\d])0\d{1,4}[ –-]\d{1,6}(?:[ –-]\d{2,4})?(?![A-Za-z\d])",
        r"\+\d{1,3}(?:[ –-]\d{1,5}){2,4}|0\d{8,10}(?![A-Za-z\d])",
        r"\b(?:call|dial|ring|phone|text|tel\.?|telephone)\s\d{3,9}\b|(?:電話|ダイヤル)\s?\d{3,9}",
        # addresses of pages, and idioms
        rf"(?:\w{{1,9}}://|\bwww\.)\S+|\b[\w.-]{{1,60}}@\S+|{_IDIOMS}",
    )
)  # fmt: skip
_FEWEST_DIGITS: Final = 2
# A shorter figure may be that of a fact by chance, and the hint would lead astray.
_SHORTEST_TO_KNOW: Final = 3
_HINT = "quote a fact, {fact.id}, or name the figure in own_numbers when it is the speaker's own"


class Stretch(NamedTuple):
    """A part of a folded text."""

    start: int
    end: int


def check_numbers(outline: Outline, book: FactBook) -> Iterator[Diagnostic]:
    """No figure of the talk was typed by hand."""
    known = _known_figures(book)
    numbers = [line.number for line in book.help_lines.values() if line.number]
    for written in head_texts(outline):
        yield from numbers_in(written, (), numbers, known)
    for authored in outline.slides:
        for written in _texts_of(authored, book):
            yield from numbers_in(written, authored.slide.own_numbers, numbers, known)


def _texts_of(authored: AuthoredSlide, book: FactBook) -> Iterator[AuthoredText]:
    """The texts of a slide, and the words of the chart that it shows."""
    yield from slide_texts(authored)
    if isinstance(authored.slide, Chart) and authored.slide.chart in book.charts:
        yield from chart_texts(authored.slide.chart, book)


def numbers_in(
    written: AuthoredText, own: Iterable[str], dialled: Iterable[str], known: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """The figures in one text; ``own`` are the speaker's, ``dialled`` telephone numbers, ``known`` those of facts."""
    if written.voice == "quoted":
        return
    folded = fold(written.text)
    for figure in typed_figures(folded.text, own, dialled):
        where = folded.as_written(*figure)
        words = " ".join(written.text[slice(*where)].split())
        fact = known.get(fold(words).text.replace(" ", "").casefold())
        hint = f"quote the fact {{fact.{fact}}}" if fact else _HINT
        message = f'the figure "{words}" was typed by hand, so it has no source'
        yield written.finding("unsourced-number", message, where, (hint,), Severity.WARNING)


def typed_figures(text: str, own: Iterable[str] = (), dialled: Iterable[str] = ()) -> list[Stretch]:
    """The figures in a folded text that need a source."""
    harmless = [Stretch(*found.span()) for pattern in _HARMLESS for found in pattern.finditer(text)]
    harmless += _occurrences(text, own) + _dialled(text, dialled)
    shelter = _Shelter(harmless)
    figures = (Stretch(*found.span()) for found in _FIGURE.finditer(text) if _is_figure(found))
    return [figure for figure in figures if not shelter.holds(figure)]


class _Shelter:
    """Stretches in which a number is no figure, made to be asked often."""

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        """Keep where each starts, and how far it and those before it reach."""
        ordered = sorted(stretches)
        self.starts = [one.start for one in ordered]
        self.reach = list(accumulate((one.end for one in ordered), max))

    def holds(self, figure: Stretch) -> bool:
        """Tell whether one of them holds the whole figure."""
        before = bisect_right(self.starts, figure.start)
        return before > 0 and self.reach[before - 1] >= figure.end


def _is_figure(found: re.Match[str]) -> bool:
    digits: str | None = found["digits"]
    if digits is None or found["mark"]:
        return True
    return sum(character.isdigit() for character in digits) >= _FEWEST_DIGITS


def _occurrences(text: str, own: Iterable[str]) -> list[Stretch]:
    """Where the speaker's own figures stand, with a mark behind them."""
    patterns = (rf"(?<![\d.,]){re.escape(fold(figure).text)}(?:{_MARK})*(?![.,]?\d)" for figure in own)
    return [Stretch(*found.span()) for each in patterns for found in re.finditer(each, text, re.IGNORECASE)]


def _dialled(text: str, numbers: Iterable[str]) -> list[Stretch]:
    """Where numbers of the base's help lines stand, unless something is counted with them."""
    patterns = (rf"(?<![\d.,]){re.escape(number)}(?![.,]?\d|\s*{_COUNTED}|{_COUNTER}|{_MARK})" for number in numbers)
    return [Stretch(*found.span()) for each in patterns for found in re.finditer(each, text, re.IGNORECASE)]


def _known_figures(book: FactBook) -> dict[str, str]:
    """The figures of facts that may be shown, as they are written, and the id of the first fact of each."""
    found: dict[str, str] = {}
    for name, fact in book.facts.items():
        if fact.value and fact.sources and may_be_shown(fact):
            for language in ("en", "ja"):
                text = fact_text(fact, language).replace(" ", "").casefold()
                if len(text) >= _SHORTEST_TO_KNOW:
                    found.setdefault(text, name)
    return found
