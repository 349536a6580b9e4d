"""Dates as of which a fact is stale and a help line unchecked; the other rules have their cases in tests/cases."""

from __future__ import annotations

from datetime import date

import pytest

from outreach_decks.checks.fact_base import check_fact_base, is_checked, is_stale
from outreach_decks.facts import Fact
from outreach_decks.parse_facts import parse_facts
from outreach_decks.workspace import DiskWorkspace
from tests.projects import ROOT


@pytest.mark.parametrize(
    ("review_by", "today", "stale"),
    [
        (None, "2030-01-01", False),
        ("2027-02", "2027-02-28", False),
        ("2027-02", "2027-03-01", True),
        ("2027-02-14", "2027-02-14", False),
        ("2027-02-14", "2027-02-15", True),
    ],
)
def test_a_fact_is_stale_when_its_month_or_day_is_over(review_by: str | None, today: str, stale: bool) -> None:  # noqa: FBT001
    """Not in the month itself, and never without one."""
    fact = Fact(value="1", as_of="2024", statement="s", confidence="verified", use="context", review_by=review_by)
    assert is_stale(fact, date.fromisoformat(today)) is stale


@pytest.mark.parametrize(
    ("checked", "today", "fresh"),
    [
        (None, "2027-03-15", False),
        ("2026-09-15", "2027-03-15", True),
        ("2026-09-14", "2027-03-15", False),
        ("2026-10", "2027-03-15", True),
        ("2026-09", "2027-03-15", False),
        ("2026-08-31", "2027-02-28", True),
        ("2027-03-16", "2027-03-15", False),
    ],
)
def test_a_help_line_is_checked_for_six_months(checked: str | None, today: str, fresh: bool) -> None:  # noqa: FBT001
    """A month counts from its first day, and a day that is still to come cannot have been the one."""
    assert is_checked(checked, date.fromisoformat(today)) is fresh


def test_our_base_agrees_with_itself() -> None:
    """No two figures differ, no chart mixes counting rules, and charts say what their years measure."""
    book = parse_facts(DiskWorkspace(ROOT))
    assert list(check_fact_base(book)) == []
    assert sum(chart.measures is not None for chart in book.charts.values()) >= 10


def test_our_charts_take_their_figures_from_facts() -> None:
    """A row that measures what a fact that may be shown measures, for its year and by its rule, names the fact."""
    book = parse_facts(DiskWorkspace(ROOT))
    known = {
        (fact.measures, fact.as_of, fact.counting_rule): name
        for name, fact in book.facts.items()
        if fact.confidence == "verified" and fact.use != "avoid" and fact.measures
    }
    typed = [
        (name, row.label)
        for name, chart in book.charts.items()
        for row in book.data[name].rows
        if row.fact is None and (chart.measures, row.label, row.counting_rule) in known
    ]
    assert typed == []
