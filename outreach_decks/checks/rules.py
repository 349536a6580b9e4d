"""What each rule is for, with an example of wrong and right; ``check --explain`` and docs/checks.md come from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent, indent
from types import MappingProxyType

from outreach_decks.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, how grave a breach is, what it says in a line, why it is there, and what breaks or keeps it.

    ``wrong`` and ``right`` are fragments of an outline or of the file of the base that the first line names.
    """

    code: str
    severity: Severity
    summary: str
    why: str
    wrong: str
    right: str


def _rule(code: str, severity: Severity, summary: str, why: str, wrong: str, right: str) -> Rule:
    return Rule(code, severity, summary, why, dedent(wrong).strip("\n"), dedent(right).strip("\n"))


_ALL = (
    _rule(
        "case-names-person",
        Severity.WARNING,
        "A documented case has what looks like the name of a person.",
        "Whoever was exploited is known again, and whoever is accused may be innocent. Say age, work or role instead.",
        """
        - kind: case
          story: [Aiko Tanaka, 16, was met on social media]
        """,
        """
        - kind: case
          story: [A girl of 16 was met on social media]
        """,
    ),
    _rule(
        "case-names-place",
        Severity.WARNING,
        "A case about a child names a station, ward, town or city.",
        "In a small place everybody knows who it was. The prefecture, or the size of the town, is enough.",
        """
        - kind: case
          story: [A girl of 16 was met at Ueno Station]
        """,
        """
        - kind: case
          story: [A girl of 16 was met at a station in a large city]
        """,
    ),
    _rule(
        "fact-conflict",
        Severity.ERROR,
        "Two figures of the base for the same thing, time and counting rule differ.",
        "One of them is wrong, and nobody can tell which from the slide. Look both up in their sources and mend one.",
        """
        # facts.yaml; the row "2024,65,government-wide,..." of a chart that measures people-protected differs
        protected-2024: {value: 66, as_of: "2024", measures: people-protected, counting_rule: government-wide, ...}
        """,
        """
        # the row of the chart takes its figure from the fact, so the two cannot differ
        2024,{fact.protected-2024},government-wide,ntv-2025
        """,
    ),
    _rule(
        "fact-without-source",
        Severity.ERROR,
        "A fact that is quoted, or a row of a chart that is shown, names no source.",
        "A figure that nobody can follow to a publication does not belong in front of an audience.",
        """
        # data/by-year.csv
        year,people,counting_rule,source
        2024,66,government-wide,
        """,
        """
        # data/by-year.csv
        year,people,counting_rule,source
        2024,66,government-wide,ntv-2025
        """,
    ),
    _rule(
        "forbidden-kind",
        Severity.ERROR,
        "A slide is of a kind that its audience, or the band that it names, must not be shown.",
        "Prayers belong into a church, not into a state school.",
        """
        # an outline with audience: school
        - kind: prayer
          points: ["For workers far from home"]
        """,
        """
        - kind: discussion
          questions: ["Who could have asked?"]
          minutes: 3
        """,
    ),
    _rule(
        "forbidden-topic",
        Severity.ERROR,
        "A slide has a topic that its audience, or the band that it names, must not be shown.",
        "What is told shapes what is feared, and what is tried. The lists follow the age bands of docs/audiences.md.",
        """
        # an outline with audience: school
        - kind: number
          topics: [debt, host-clubs]
          bands: [13-15]
        """,
        """
        - kind: number
          topics: [debt, host-clubs]
          bands: [16-18]
        """,
    ),
    _rule(
        "hard-to-read",
        Severity.WARNING,
        "The notes of a slide are above the reading level of the audience; in Japanese, its kanji are.",
        "Most listeners hear each sentence once, and for many of them it is not their first language.",
        """
        - notes: >-
            Notwithstanding considerable administrative difficulties, comprehensive identification procedures have
            consistently been recommended by international organisations.
        """,
        """
        - notes: >-
            It is hard work, and it costs money. Even so, the UN says: ask each person, and ask in time.
        """,
    ),
    _rule(
        "help-not-last",
        Severity.ERROR,
        "The last slide shows no help lines.",
        "It stays on the screen while people leave, and that is when somebody takes a photo of a number.",
        """
        slides:
          - {kind: help, lines: [child-189], ...}
          - {kind: closing, ...}
        """,
        """
        slides:
          - {kind: closing, ...}
          - {kind: help, lines: [child-189], ...}
        """,
    ),
    _rule(
        "help-not-second",
        Severity.ERROR,
        "The second slide shows no help lines.",
        "Whoever must leave early has seen them, and everybody knows that asking for help is part of the talk.",
        """
        slides:
          - {kind: cover, ...}
          - {kind: statement, ...}
        """,
        """
        slides:
          - {kind: cover, ...}
          - {kind: help, lines: [child-189], ...}
          - {kind: statement, ...}
        """,
    ),
    _rule(
        "long-without-interaction",
        Severity.WARNING,
        "A class listens for longer than its contract allows before it is asked something.",
        "Pupils remember what they did and said. A quiz, a discussion, an activity or a slide with minutes counts.",
        """
        # at_most: {minutes_without_interaction: 10}
        - {kind: statement, notes: "... six minutes of speech ...", ...}
        - {kind: bullets, notes: "... five more ...", ...}
        """,
        """
        - {kind: statement, notes: "... six minutes of speech ...", ...}
        - {kind: discussion, questions: ["What could he have done?"], minutes: 3, ...}
        - {kind: bullets, notes: "... five more ...", ...}
        """,
    ),
    _rule(
        "missing-disclosure-plan",
        Severity.WARNING,
        "The notes of the first slide do not hold the plan for a person who tells something.",
        "Talks make children speak up. Who listens, where, and whom to call must be settled before the day.",
        """
        - kind: cover
          notes: Hello, everyone.
        """,
        """
        - kind: cover
          topics: [disclosure-plan]
          notes: |
            Before the day: agree who takes over when a pupil tells something. In danger, {help.police-110}. ...
        """,
    ),
    _rule(
        "missing-help-line",
        Severity.ERROR,
        "The help slides show no line for people whom this audience may hold: children, foreign workers, ...",
        "Help that does not speak one's language, or is not for one's age, is no help.",
        """
        # help_tags: [children, police]
        - kind: help
          lines: [police-110]
        """,
        """
        - kind: help
          lines: [child-189, police-110]
        """,
    ),
    _rule(
        "missing-kind-of-slide",
        Severity.ERROR,
        "The talk lacks a slide that every talk for this audience has: a notice, something to do, sources.",
        "Without a notice people are taken unawares; without something to do they go home with fear only.",
        """
        # must_have: {kinds: [notice, ask, sources]}
        slides:
          - {kind: cover, ...}
          - {kind: sources, ...}
        """,
        """
        slides:
          - {kind: cover, ...}
          - {kind: notice, ...}
          - {kind: ask, ...}
          - {kind: sources, ...}
        """,
    ),
    _rule(
        "mixed-counting-rules",
        Severity.ERROR,
        "A chart has figures that were counted in different ways.",
        "Side by side, two ways of counting look like a rise or a fall that never happened.",
        """
        # data/by-year.csv, of a chart with counting_rule: government-wide
        2022,29,us-report,tip-2023
        2023,61,government-wide,hurights-2024
        """,
        """
        2022,46,government-wide,hurights-2024
        2023,61,government-wide,hurights-2024
        """,
    ),
    _rule(
        "not-for-band",
        Severity.WARNING,
        "The contract of the band leaves a slide out, and the slide does not say for which bands it is.",
        "Nothing should be missing from a talk without its author knowing. In other bands than the first it is a note.",
        """
        # family: {must_not_have: {level_above: 2}}
        - kind: case
          level: 3
        """,
        """
        - kind: case
          level: 3
          bands: [adult]
        """,
    ),
    _rule(
        "stale-fact",
        Severity.NOTE,
        "A fact that the talk uses should have been looked at again by now.",
        "A newer figure may be out, or the wording may have turned wrong. Look it up; change the figure or the date.",
        """
        # facts.yaml, on a day of October 2026
        protected-2024: {value: 66, review_by: 2026-09, ...}
        """,
        """
        protected-2024: {value: 66, review_by: 2027-09, ...}
        """,
    ),
    _rule(
        "too-heavy",
        Severity.ERROR,
        "The level of a slide is above what its audience, or the band that it names, may be shown.",
        "A picture that an adult can bear may stay with a child of thirteen for years.",
        """
        # 13-15: {must_not_have: {level_above: 1}}
        - kind: case
          level: 2
          bands: [13-15]
        """,
        """
        - kind: case
          level: 2
          bands: [16-18]
        """,
    ),
    _rule(
        "too-many-new-terms",
        Severity.WARNING,
        "The talk uses more special words than the audience can learn in one go.",
        "A word that nobody has explained is a door that stays shut. Say the thing in words that everybody knows.",
        """
        # at_most: {new_terms: 6}; sextortion is the seventh
        - notes: This is called sextortion.
        """,
        """
        - notes: They threaten to show the picture to others.
        """,
    ),
    _rule(
        "too-many-words",
        Severity.WARNING,
        "A slide has more words below its title than its audience can read while listening.",
        "People read or listen, not both. What is said belongs into the notes.",
        """
        # at_most: {words_on_a_slide: 30}
        - kind: statement
          text: ... forty words ...
        """,
        """
        - kind: statement
          text: ... ten words ...
          notes: ... the other thirty ...
        """,
    ),
    _rule(
        "unchecked-help-line",
        Severity.NOTE,
        "A help line that the talk shows was not called or opened in the last six months, or nobody wrote it down.",
        "Somebody may dial it tonight. Call it, or open its page, and write down the day and your name.",
        """
        # help_lines.yaml
        childline: {number: "0120-99-7777", printable: true, ...}
        """,
        """
        childline: {number: "0120-99-7777", printable: true, checked: 2027-02-14, checked_by: A. Mori, ...}
        """,
    ),
    _rule(
        "unsourced-number",
        Severity.WARNING,
        "A figure was typed by hand into a title, text, note or alt text.",
        "It has no source, and stays wrong when the base is mended. Quote a fact, or say that the figure is your own.",
        """
        - kind: bullets
          points: [58 of the 66 people protected in 2024 were Japanese]
        """,
        """
        - kind: bullets
          points: ["{fact.japanese-2024} of the {fact.protected-2024} people protected in 2024 were Japanese"]
        """,
    ),
)  # fmt: skip

RULES: Mapping[str, Rule] = MappingProxyType({rule.code: rule for rule in _ALL})


def explained(rule: Rule) -> str:
    """A rule as it is told on a terminal."""
    told = (f"{rule.code} ({rule.severity.word}): {rule.summary}", rule.why, "Wrong:", _indented(rule.wrong))
    return "\n\n".join((*told, "Right:", _indented(rule.right)))


def _indented(text: str) -> str:
    return indent(text, "    ")
