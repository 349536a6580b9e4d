"""Which figures need a source, and which numbers are no figures."""

from __future__ import annotations

import pytest

from outreach_decks.checks.numbers import check_numbers, typed_figures
from outreach_decks.folded import fold
from outreach_decks.parse import parse_outline
from outreach_decks.parse_facts import parse_facts
from tests.projects import TALK, outline, workspace

DIALLED = ("110", "189", "#8891")

FIGURES = [
    ("58 of them were Japanese", ["58"]),
    ("In 2024, 66 people were protected", ["66"]),
    ("about 49.6 million people", ["49.6 million"]),
    ("nearly 5 million", ["5 million"]),
    ("forty per cent of them", ["forty per cent"]),
    ("88% were found", ["88%"]),
    ("8 per cent", ["8 per cent"]),
    ("half a million people", ["half a million"]),
    ("one hundred million", ["one hundred million"]),
    ("1,566 children", ["1,566"]),
    ("over 60 people", ["60"]),
    ("over 20 people", ["20"]),
    ("under 18 per cent", ["18 per cent"]),
    ("one in 150", ["150"]),
    ("2024 people were found", ["2024"]),
    ("US$236 billion", ["236 billion"]),
    ("¥5,000", ["5,000"]),
    ("110 people called", ["110"]),
    ("12 of 66", ["12", "66"]),
    ("May 12 people", ["12"]),
    ("被害者は66人でした", ["66"]),
    ("被害者は六十六人でした", ["六十六"]),
    ("十二人が保護されました", ["十二"]),
    ("三割が子どもです", ["三割"]),
    ("4960万人", ["4960万"]),
    ("五百万人が", ["五百万"]),
    ("約３０％", ["30%"]),
    ("三十パーセント", ["三十パーセント"]),
    ("一万人", ["一万"]),
    ("2024人", ["2024"]),
]

HARMLESS = [
    "In 2024 it rose, as it did in the 1990s and in 2023/24",
    "since 1865",
    "from 2016 to 2017, and 2018–2019",
    "on 14 March 2027, on March 14, 2027, and on 2027-03-14",
    "children under 18, or over 17",
    "under the age of 13",
    "the age of consent rose from 13 to 16",
    "a 15-year-old girl, 12 years old",
    "ages 13 to 15, aged 16–18, and 18 or over",
    "45 minutes, 24 hours, a 30-minute walk, 10 years",
    "at 10 a.m., at 12:30, at 10 o'clock",
    "12 signs, 10 steps",
    "Line 12 of the card, slide 10, lines 10 and 11",
    "Article 226-2 of the Penal Code",
    "Target 16.2",
    "Isaiah 1:17, Psalm 82:3–4, Psalm 146",
    "call 110, or 189, or #8891",
    "0120-99-7777, +81 3 1234 5678",
    "COVID-19, A4 paper, MP3",
    "the 21st century, 24/7",
    "one person, 3 groups, three things",
    "thousands of people, millions of people",
    "{fact.protected} of {fact.japanese}, {fact.online}%",
    "see https://www.example.org/2024/12/55",
    "[here](https://www.example.org/12345)",
    "18歳未満の子ども、十八歳未満、20歳代",
    "2024年12月3日、令和6年",
    "45分、24時間、30日間、10年前、午後10時",
    "第226条の2、第十二章、箴言31章8節、詩篇82篇",
    "110番、189に電話",
    "十分に休んでください。千葉県の百貨店。十字架。",
    "一人ひとり、二人か三人、数十人、何百人",
    "十人十色、万が一、八百屋、五十音",
    "under 18s, 18+, 12- to 15-year-olds",
    "Romans 12, 1 Samuel 17, Ps. 82, マタイ5章3-10節",
    "the 10 commandments, the 12 disciples",
    "weekdays 9:00–17:30, from 10 to 12 a.m., 9時〜17時",
    "0570-078377, 03-3595-2487",
    "10代の若者、13〜15歳、13歳〜15歳、7月1日から8月31日",
    "RFC 2119, Heisei 28, floor 10",
]


@pytest.mark.parametrize(("text", "found"), FIGURES)
def test_a_figure_is_found(text: str, found: list[str]) -> None:
    """Two digits and more, per cent, millions and 万, in digits, words and kanji."""
    folded = fold(text).text
    assert [folded[start:end] for start, end in typed_figures(folded, (), DIALLED)] == found


@pytest.mark.parametrize("text", HARMLESS)
def test_a_number_that_is_no_figure_is_left_alone(text: str) -> None:
    """Years, dates, ages, durations, times, counts of a list, references, verses, telephone numbers, idioms."""
    folded = fold(text).text
    assert [folded[start:end] for start, end in typed_figures(folded, (), DIALLED)] == []


@pytest.mark.parametrize(
    ("text", "own", "found"),
    [
        ("We met 12 families", ("12",), []),
        ("We met 12 families", (), ["12"]),
        ("We met 12 families and 120 pupils", ("12",), ["120"]),
        ("It cost 15% more", ("15%",), []),
        ("It cost 15% more", ("15",), []),
        ("It cost 3,000 yen", ("3,000 yen",), []),
        ("３０人", ("30",), []),
    ],
)
def test_the_speakers_own_figures_are_left_alone(text: str, own: tuple[str, ...], found: list[str]) -> None:
    """As they are written in own_numbers, and not inside a longer number."""
    folded = fold(text).text
    assert [folded[start:end] for start, end in typed_figures(folded, own)] == found


@pytest.mark.parametrize(
    "unit", ["1", "1,", "12 ", "十", "one ", "line 12 and ", "a/", "12 May ", "ages from ", "pages 12, "]
)
def test_a_long_text_is_no_trouble(unit: str) -> None:
    """What is looked for in a text of 40,000 characters is found in one pass: no pattern tries its parts again."""
    assert len(typed_figures(unit * (40_000 // len(unit)), ("12",), DIALLED)) <= 40_000


def hints(slides: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """Lines, columns and hints of what is found in an outline."""
    place = workspace({TALK: outline(slides)})
    found = check_numbers(parse_outline(TALK, place), parse_facts(place))
    return [(one.span.line, one.span.column, one.hints) for one in found]


def test_the_fact_that_has_the_figure_is_named() -> None:
    """As one writes it; a figure of two characters may be that of any fact."""
    slides = "- {kind: bullets, id: a, title: A, points: [49.6 million people, 58 people], notes: Said.}\n"
    (_, _, known), (_, _, short) = hints(slides)
    assert known == ("quote the fact {fact.slavery}",)
    assert "own_numbers" in short[0]


def test_what_is_quoted_from_others_is_left_alone() -> None:
    """The words of a quote cannot be changed; what people say in a myth can be said without a figure."""
    quote = "- {kind: quote, id: a, words: 144 sheep, reference: Book 12, licence: Edition of 12, notes: Said.}\n"
    assert hints(quote) == []
    (found,) = hints("- {kind: myth, id: a, title: A, myth: 99% want it, reality: No, notes: Said.}\n")
    assert found[:2] == (8, 41)


def test_a_help_line_of_the_base_is_no_figure() -> None:
    """Its number may be said, but nothing may be counted with it."""
    slides = "- {{kind: statement, id: a, title: A, notes: It is {0}.}}\n"
    assert hints(slides.format("189")) == []
    assert [found[0] for found in hints(slides.format("189 cases"))] == [8]
