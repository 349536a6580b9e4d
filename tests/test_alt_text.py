from __future__ import annotations

import pytest

from outreach_decks.alt_text import LONGEST_ALT, chart_alt
from outreach_decks.facts import ChartKind
from outreach_decks.wording import ENGLISH, Wording
from tests.charts.examples import BY_AGE, PROTECTED, Rows, chart, table
from tests.projects import japanese

REGIONS = (("Asia and the Pacific", 15.1), ("Europe and Central Asia", 4.1), ("Africa", 3.8))
BY_NATIONALITY = (("Japanese", 58.0), ("other", 8.0))
YEARS_JA = tuple((f"{label}年", value) for label, value in PROTECTED)
SAID: list[tuple[ChartKind, Rows, str, str, str, str]] = [
    (
        "column",
        PROTECTED,
        "people",
        "people protected each year",
        "en",
        "Column chart: people protected each year, from 65 in 2001 to 66 in 2024, highest 117 in 2005",
    ),
    (
        "line",
        PROTECTED,
        "people",
        "people protected each year",
        "en",
        "Line chart: people protected each year, from 65 in 2001 to 66 in 2024, highest 117 in 2005",
    ),
    (
        "column",
        BY_AGE,
        "people",
        "people protected in 2024",
        "en",
        "Column chart: people protected in 2024: under 18: 41, 18 or over: 25",
    ),
    (
        "bar",
        REGIONS,
        "million people",
        "forced labour by region",
        "en",
        (
            "Bar chart: forced labour by region: "
            "Asia and the Pacific 15.1 million people, Europe and Central Asia 4.1, Africa 3.8"
        ),
    ),
    (
        "share",
        BY_NATIONALITY,
        "people",
        "people protected in 2024",
        "en",
        "One bar of 100%: people protected in 2024: 58 Japanese (88%), 8 other (12%)",
    ),
    (
        "share",
        REGIONS,
        "million people",
        "forced labour by region",
        "en",
        (
            "One bar of 100%: forced labour by region: "
            "Asia and the Pacific: 15.1 million people (66%), Europe and Central Asia: 4.1 (18%), Africa: 3.8 (17%)"
        ),
    ),
    (
        "share",
        (("women", 39.0), ("everybody else", 61.0)),
        "percent",
        "victims detected in 2022",
        "en",
        "One bar of 100%: victims detected in 2022: 39% women, 61% everybody else",
    ),
    (
        "pictogram",
        BY_AGE,
        "people",
        "people protected in 2024",
        "en",
        "Drawn figures of people: people protected in 2024: under 18: 41 (62%), 18 or over: 25 (38%)",
    ),
    (
        "column",
        YEARS_JA,
        "人",
        "毎年保護された人の数",
        "ja",
        "縦棒グラフ：毎年保護された人の数。2001年は65人、2024年は66人、最も多いのは2005年の117人",
    ),
    (
        "share",
        (("日本人", 58.0), ("外国人", 8.0)),
        "人",
        "2024年に保護された人",
        "ja",
        "100%の帯グラフ：2024年に保護された人。日本人は58人（88%）、外国人は8人（12%）",
    ),
]


def in_language(language: str) -> Wording:
    """The program's words in English or Japanese."""
    return japanese() if language == "ja" else ENGLISH


@pytest.mark.parametrize(("kind", "rows", "unit", "of", "language", "said"), SAID)
def test_a_chart_is_told_from_its_data(
    kind: ChartKind, rows: Rows, unit: str, of: str, language: str, said: str
) -> None:
    """Each kind of chart has its sentence, with the figures of its rows."""
    assert chart_alt(chart(kind, (), unit, of), table(rows), in_language(language)) == said


def test_a_long_list_is_told_by_its_extremes() -> None:
    """More rows than can be listened to are told by the least and the greatest."""
    rows = tuple((f"region {chr(97 + index)}", float(10 + index)) for index in range(12))
    said = chart_alt(chart("bar", (), "people", "people by region"), table(rows), ENGLISH)
    assert said == "Bar chart: people by region, from 10 (region a) to 21 (region l)"


@pytest.mark.parametrize("kind", ["bar", "share", "pictogram"])
def test_a_list_of_long_names_stays_short(kind: ChartKind) -> None:
    """Names that would make the sentence too long are left out, but for two."""
    rows = tuple((f"a very long name of one of the groups of people counted here: {i}", i + 1.0) for i in range(6))
    assert len(chart_alt(chart(kind), table(rows), ENGLISH)) <= LONGEST_ALT


def test_a_chart_without_rows_still_says_what_it_is() -> None:
    """Without rows the kind and the subject are all that is said."""
    assert chart_alt(chart("bar", of="people"), table(()), ENGLISH) == "Bar chart: people"
