"""Every rule is told, with an example that breaks it and one that keeps it; both are run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from outreach_decks.diagnostics import Severity
from outreach_decks.rules.catalogue import GROUPS, RULES
from outreach_decks.rules.finished_decks import GROUP as FINISHED_DECKS
from outreach_decks.rules.rule import Rule
from tests.rule_pieces import found
from tests.test_cases import CASES
from tests.test_codes import codes_in_the_cases, codes_in_the_package

STATED = re.compile(r"^# expect: .*?(error|warning|note)\[([a-z0-9-]+)\]", re.MULTILINE)

# What needs a file that cannot stand in a page, or slides by the dozen; a case or a test has each of them.
ONLY_TOLD = {
    "bad-font": "a table of font files",
    "bad-icon": "a drawing in assets/icons/",
    "bad-template": "a broken .pptx",
    "chart-too-crowded": "sixty rows of data",
    "faint-colour": "a template without contrast",
    "no-placeholder": "a template that is not ours",
    "small-placeholder": "a template in small print",
    "control-character": "a character that nobody can see",
    "kanji-years": "a table of a thousand kanji",
    "long-without-interaction": "eleven minutes of speech",
    "missing-silhouette": "a line that is not there",
    "picture-too-small": "a small photograph",
    "not-utf8": "another encoding",
    "qr-too-long": "an address of three thousand characters",
    "same-face": "a table of font files",
    "stacked-marks": "characters that run into one another",
    "too-big": "five million bytes",
    "too-deep": "a row of brackets",
    "unsafe-presentation": "a presentation that could do harm",
    "too-many-faults": "a hundred faults",
    "unknown-face": "a table of font files",
    "unsound-deck": "a broken template",
    "unmeasurable-face": "a template with a strange face",
}
ONLY_TOLD |= {rule.code: "a PowerPoint file" for rule in FINISHED_DECKS.rules}
# What a piece of a talk lacks, because it is a piece: its slides may be right without it.
OF_THE_WHOLE = {"help-not-last", "help-not-second", "missing-help-line", "missing-kind-of-slide"}

every_rule = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
RUN = {code: rule for code, rule in RULES.items() if code not in ONLY_TOLD}
every_example = pytest.mark.parametrize("rule", RUN.values(), ids=RUN)


def is_told(piece: str) -> bool:
    """Tell whether a piece is in words, not a piece of a file."""
    return all(line.startswith("#") for line in piece.splitlines())


def test_every_code_has_a_rule_and_every_rule_a_code() -> None:
    """What the program can say is what the page explains."""
    codes = codes_in_the_package() | codes_in_the_cases()
    assert codes - RULES.keys() == set()
    assert RULES.keys() - codes == set()


def test_a_rule_stands_in_one_group() -> None:
    """By code in each of them."""
    codes = [[rule.code for rule in group.rules] for group in GROUPS]
    assert sum(map(len, codes)) == len(RULES)
    assert codes == [sorted(each) for each in codes]


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_cases_have_the_severity_that_is_told(path: Path) -> None:
    """An error is not told to be a warning."""
    for word, code in STATED.findall(path.read_text(encoding="utf-8")):
        assert word in [severity.word for severity in RULES[code].severities], code


@every_rule
def test_a_rule_says_all_that_it_should(rule: Rule) -> None:
    """A sentence, a reason, two examples that differ."""
    assert rule.summary.endswith(".")
    assert rule.summary.count(". ") == 0
    assert rule.why.endswith(".")
    assert rule.wrong
    assert rule.right
    assert rule.wrong != rule.right
    assert max(map(len, (*rule.wrong.splitlines(), *rule.right.splitlines()))) <= 120
    assert rule.severities == tuple(sorted(rule.severities, reverse=True))


@every_rule
def test_only_what_cannot_be_run_is_told_in_words(rule: Rule) -> None:
    """And what is listed as such really is."""
    assert is_told(rule.wrong) == (rule.code in ONLY_TOLD)


@every_example
def test_the_wrong_example_breaks_the_rule(rule: Rule) -> None:
    """With a severity that is told."""
    severities = {one.severity for one in found(rule.wrong, rule.file) if one.code == rule.code}
    assert severities
    assert severities <= set(rule.severities)


@every_example
def test_the_right_example_keeps_it(rule: Rule) -> None:
    """And no other rule either, but for what a whole talk must have."""
    if is_told(rule.right):
        return
    findings = found(rule.right, rule.file)
    assert rule.code not in {one.code for one in findings}
    errors = {one.code for one in findings if one.severity is Severity.ERROR}
    assert errors <= OF_THE_WHOLE
