"""What holds for a band: the audience's contract, and the band's own over it."""

from __future__ import annotations

from typing import Any

import pytest

from outreach_decks.audience import Audience
from outreach_decks.slide_kinds import Statement

BANDS: list[dict[str, Any]] = [{"id": "family", "name": "Families"}, {"id": "adult", "name": "Adults"}]


def audience(general: dict[str, Any] | None = None, special: dict[str, Any] | None = None) -> Audience:
    """An audience of two bands; ``special`` is the first one's own."""
    bands = [{**BANDS[0], **(special or {})}, BANDS[1]]
    return Audience.model_validate({"name": "A", "words_per_minute": "130", "bands": bands, **(general or {})})


def slide(**fields: object) -> Statement:
    """A statement."""
    return Statement.model_validate({"kind": "statement", "id": "a", "title": "T", "notes": "N", **fields})


def test_a_band_adds_to_the_lists_of_its_audience() -> None:
    """Neither loses what the other says, and nothing is said twice."""
    made = audience({"must_have": {"kinds": ["notice", "ask"]}}, {"must_have": {"kinds": ["ask", "quiz"]}})
    assert made.contract("family").must_have.kinds == ("notice", "ask", "quiz")
    assert made.contract("adult").must_have.kinds == ("notice", "ask")


def test_a_number_of_a_band_takes_the_place_of_the_audiences() -> None:
    """Higher, lower or 0."""
    general = {"must_not_have": {"level_above": "2"}, "at_most": {"words_on_a_slide": "30", "new_terms": "6"}}
    special = {"must_not_have": {"level_above": "0"}, "at_most": {"words_on_a_slide": "40"}}
    made = audience(general, special)
    family, adult = made.contract("family"), made.contract("adult")
    assert (family.must_not_have.level_above, adult.must_not_have.level_above) == (0, 2)
    assert (family.at_most.words_on_a_slide, family.at_most.new_terms) == (40, 6)


def test_the_first_band_holds_when_none_is_asked_for() -> None:
    """None means the first."""
    made = audience(None, {"at_most": {"new_terms": "3"}})
    assert made.contract(None).at_most.new_terms == 3
    assert made.contract("adult").at_most.new_terms is None


def test_it_is_known_whose_term_it_is() -> None:
    """So that a message can say "school" or "school, band 13-15"; 0 is a term too."""
    made = audience({"at_most": {"new_terms": "6"}}, {"must_not_have": {"level_above": "0"}})
    assert made.is_of_band("family", "must_not_have", "level_above")
    assert not made.is_of_band("adult", "must_not_have", "level_above")
    assert not made.is_of_band("family", "at_most", "new_terms")


def test_a_band_has_a_pace_of_its_own_or_the_audiences() -> None:
    """In words of English and characters of Japanese."""
    made = audience(None, {"words_per_minute": "100", "characters_per_minute": "250"})
    assert [made.pace("en", None), made.pace("en", "adult")] == [100, 130]
    assert [made.pace("ja", None), made.pace("ja", "adult")] == [250, 300]


@pytest.mark.parametrize(
    ("fields", "objection"),
    [
        ({}, None),
        ({"level": "1"}, None),
        ({"level": "2"}, "level"),
        ({"topics": ["debts"]}, None),
        ({"topics": ["debts", "prices"], "level": "3"}, "topic"),
    ],
)
def test_a_contract_says_what_it_has_against_a_slide(fields: dict[str, object], objection: str | None) -> None:
    """The plainest reason, or nothing."""
    made = audience({"must_not_have": {"topics": ["prices"], "level_above": "1"}})
    assert made.objection(slide(**fields)) == objection


def test_a_kind_that_may_not_be_shown_is_refused() -> None:
    """Before its topics and level are looked at."""
    made = audience({"must_not_have": {"kinds": ["statement"], "level_above": "0"}})
    assert made.objection(slide(level="3")) == "kind"
