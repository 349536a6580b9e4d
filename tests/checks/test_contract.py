"""Talks and the contracts of their audiences: what is found, and what is left alone. More in tests/cases/contract-*."""

from __future__ import annotations

from functools import cache

import pytest

from outreach_decks.build import Result, check_talk
from outreach_decks.diagnostics import Severity
from outreach_decks.event import Event
from outreach_decks.parse import parse_outline
from outreach_decks.parse_event import Day
from outreach_decks.project import Project
from outreach_decks.slide_kinds import KINDS
from outreach_decks.standing import slides_of_band
from outreach_decks.workspace import OUTLINES, DiskWorkspace
from tests.pages import DOCS, inline_code, read, section, tables
from tests.projects import HEAD, ROOT, TALK, outline, workspace

AUDIENCES = "slides_src/rules/audiences.yaml"
OURS = [
    (talk, language, band) for talk in ("church", "school", "community") for language in ("en", "ja") for band in (0, 1)
]
PLAIN = "- {kind: statement, id: one, title: A sentence, notes: Said.}\n"


@cache
def ours() -> Project:
    """Our own talks."""
    return Project(DiskWorkspace(ROOT))


@cache
def checked(talk: str) -> list[Result]:
    """One of our talks in all its languages and bands."""
    return check_talk(f"{OUTLINES}/{talk}.yaml", ours(), Day(Event()))


def church(contract: str) -> str:
    """A file of audiences with one contract, given as lines of YAML; the bands are family and adult."""
    return f"church:\n  name: Churches\n  words_per_minute: 130\n{contract}"


def found(slides: str, contract: str, head: str = HEAD) -> list[tuple[str, str, Severity]]:
    """What the contract of each band finds: the band, the code, how grave."""
    files = {TALK: outline(slides, head), AUDIENCES: church(contract)}
    results = check_talk(TALK, Project(workspace(files)), Day(Event()))
    said = [(result.band, one.code, one.severity) for result in results for one in result.diagnostics]
    return [one for one in said if one[1] != "talk-too-short"]


BOTH = "  bands: [{id: family, name: F}, {id: adult, name: A}]\n"
STRICT = "  bands: [{id: family, name: F, must_not_have: {level_above: 1}}, {id: adult, name: A}]\n"
STRICT_ADULTS = "  bands: [{id: family, name: F}, {id: adult, name: A, must_not_have: {level_above: 1}}]\n"


@pytest.mark.parametrize(("talk", "language", "band"), OURS)
def test_our_talks_keep_their_contracts(talk: str, language: str, band: int) -> None:
    """No error and no warning, in either language and band."""
    result = [one for one in checked(talk) if one.language == language][band]
    assert [one for one in result.diagnostics if one.severity > Severity.NOTE] == []
    assert result.band == ours().base.audiences[talk].bands[band].id


def test_without_a_contract_nothing_is_asked() -> None:
    """An audience may have bands alone."""
    assert found(PLAIN, BOTH) == []


def test_a_heavy_slide_that_says_no_bands_is_missed_in_the_usual_band_only() -> None:
    """There it is a warning; a stricter band that must be asked for says so in a note."""
    heavy = PLAIN.replace("title", "level: 2, title")
    assert found(PLAIN + heavy.replace("one", "two"), STRICT) == [("family", "not-for-band", Severity.WARNING)]
    assert found(PLAIN + heavy.replace("one", "two"), STRICT_ADULTS) == [("adult", "not-for-band", Severity.NOTE)]


def test_a_heavy_slide_that_says_whom_it_is_for_is_left_alone() -> None:
    """It stands for adults, and nothing is said where it is left out."""
    assert found(PLAIN + PLAIN.replace("one", "two").replace("title", "level: 2, bands: [adult], title"), STRICT) == []


def test_a_heavy_slide_that_names_the_strict_band_is_an_error_there() -> None:
    """And only there."""
    slides = PLAIN.replace("title", "level: 2, bands: [family, adult], title")
    assert found(slides, STRICT) == [("family", "too-heavy", Severity.ERROR)]


def test_what_needs_a_slide_that_is_left_out_goes_with_it() -> None:
    """Also over two steps; what needs another slide stays."""
    more = [f"- {{kind: statement, id: {name}, title: T, needs: [{needed}], notes: N}}\n" for name, needed in
            (("child", "heavy"), ("grandchild", "child"), ("other", "one"))]  # fmt: skip
    slides = PLAIN + "- {kind: statement, id: heavy, title: T, level: 2, notes: N}\n" + "".join(more)
    place = workspace({TALK: outline(slides), AUDIENCES: church(STRICT)})
    written, audience = parse_outline(TALK, place), Project(place).base.audiences["church"]
    assert [one.slide.id for one in slides_of_band(written, audience, None)] == ["one", "other"]
    assert len(slides_of_band(written, audience, "adult")) == 5


def test_the_band_decides_the_minutes() -> None:
    """The pace of a band times its talk."""
    bands = "  bands: [{id: family, name: F, words_per_minute: 65}, {id: adult, name: A}]\n"
    notes = PLAIN.replace("Said.", "word " * 130)
    place = workspace({TALK: outline(notes), AUDIENCES: church(bands)})
    assert [result.minutes for result in check_talk(TALK, Project(place), Day(Event()))] == [2, 1]


def test_a_plan_is_wanted_of_the_first_slide_only() -> None:
    """Where the plan is, and names its lines, nothing is said."""
    wanted = "  must_have: {disclosure_plan: {topic: plan, lines: [child]}}\n" + BOTH
    first = '- {kind: cover, id: cover, topics: [plan], notes: "Call {help.child}."}\n'
    assert found(first + PLAIN, wanted) == []
    assert [code for _, code, _ in found(PLAIN + first, wanted)] == ["missing-disclosure-plan"] * 2


def test_help_lines_are_looked_for_on_all_help_slides_together() -> None:
    """One tag on the second slide and one on the last are enough."""
    lines = "slides_src/facts/help_lines.yaml"
    base = "\n".join(
        f"{name}: {{name: N, name_ja: 名, number: 1, purpose: P, printable: true, tags: [{name}]}}"
        for name in ("a", "b")
    )
    slides = "".join(f"- {{kind: help, id: help-{name}, title: T, lines: [{name}], notes: N}}\n" for name in ("a", "b"))
    contract = church("  must_have: {help_second: true, help_last: true, help_tags: [a, b]}\n" + BOTH)
    place = workspace({TALK: outline(PLAIN + slides), lines: base, AUDIENCES: contract})
    results = check_talk(TALK, Project(place), Day(Event()))
    assert {one.code for result in results for one in result.diagnostics} == {"talk-too-short"}


def test_our_contracts_name_kinds_tags_and_lines_that_there_are() -> None:
    """A misspelt tag would ask for a line that nobody can add."""
    book, audiences = ours().base.book, ours().base.audiences
    tags = {tag for line in book.help_lines.values() if line.printable for tag in line.tags}
    for audience in audiences.values():
        for band in audience.bands:
            must = audience.contract(band.id).must_have
            assert set(must.kinds) <= set(KINDS)
            assert set(must.help_tags) <= tags
            plan = must.disclosure_plan
            assert plan is None or set(plan.lines) <= set(book.help_lines)


def test_audiences_md_has_every_term_and_band() -> None:
    """The table of terms is the model's, and the bands are those of the file."""
    page = read(DOCS / "audiences.md")
    audience = ours().base.audiences["school"]
    terms = {
        f"{name}: {term}"
        for name in ("must_have", "must_not_have", "at_most", "reading")
        for term in type(getattr(audience, name)).model_fields
    }
    rows = tables(section(page, "## What a contract says"))[0][1:]
    told = {code for row in rows for code in inline_code(row[0])}
    assert told == terms | {"words_per_minute", "characters_per_minute"}
    bands = {row[1].strip("`") for row in tables(section(page, "## Bands"))[0][1:]}
    assert bands == {band.id for one in ours().base.audiences.values() for band in one.bands}


def test_audiences_md_has_every_topic_that_is_forbidden() -> None:
    """No contract forbids a topic that authors are not told of."""
    rows = tables(section(read(DOCS / "audiences.md"), "### Topics"))[0][1:]
    told = {code for row in rows for code in inline_code(row[0])}
    forbidden = [
        set(audience.contract(band.id).must_not_have.topics)
        for audience in ours().base.audiences.values()
        for band in audience.bands
    ]
    assert told == set().union(*forbidden)
