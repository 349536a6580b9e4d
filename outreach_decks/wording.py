"""The program's own words on slides, in notes and in alt text; other languages have them in PO files, as ui/<key>."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

WORDING: Final[dict[str, str]] = {
    "opening": "Opening",
    "source": "Source: ",
    "source-named": " {publisher}, {year}",
    "source-between": "; ",
    "number-between": ", ",
    "counted-by": " ({rules})",
    "source-end": ".",
    "source-remark": " {remark}",
    "source-listed": "{publisher}: {title} ({year})",
    "source-address": ". ",
    "year": "{year}",
    "sources": "Sources",
    "sources-hidden": "Sources of the hidden slides",
    "listed-sources": "no. {numbers} in the list at the end",
    "sources-notes": "The figures in this talk come from these sources. They stay in the file for your questions.",
    "part": " ({number}/{count})",
    "continued": "This goes on from the slide before.",
    "logo": "Logo of {organisation}",
    "our-logo": "Logo",
    "alleged": "Alleged; no\u00a0judgment\u00a0known",
    "judged": "Judged by a court",
    "composite": "Put together from several\u00a0cases",
    "documented": "A documented case",
    "helped": "How help came:",
    "myth": "What people say",
    "reality": "What is known",
    "materials": "What you need",
    "pairs": "In pairs",
    "groups": "In groups",
    "class": "All together",
    "alone": "By yourself",
    "minutes": "{count} minutes",
    "minute": "1 minute",
    "of": "of {whole}",
    "help-contact": "Call or open",
    "help-who": "Who answers, and for what",
    "help-hours": "When",
    "help-where": "Where",
    "help-local": "Near here",
    "qr": "QR code that leads to {url}",
    "steps-alt": "{count} steps: {items}",
    "timeline-alt": "Line of time: {items}",
    "options-alt": "Answers: {items}",
    "right-answer": "right answer",
    "answer": "Answer: {question}",
    "table-alt": "Table with the columns {items}",
    "help-alt": "Table of help lines: {items}",
    "picture": "Picture: {author}, {licence}",
    "footer-join": " · ",
    "alt-column": "Column chart: {of}",
    "alt-bar": "Bar chart: {of}",
    "alt-line": "Line chart: {of}",
    "alt-share": "One bar of 100%: {of}",
    "alt-pictogram": "Drawn figures of people: {of}",
    "alt-course": ", from {first} in {start} to {last} in {end}, highest {most} in {peak}",
    "alt-extremes": ", from {least} ({trough}) to {most} ({peak})",
    "alt-listing": ": {rows}",
    "alt-between": ", ",
    "alt-items-between": "; ",
    "alt-pair": "{name}: {text}",
    "alt-marked": "{text} ({mark})",
    "alt-row": "{label} {amount}",
    "alt-part": "{amount} {label}",
    "alt-named-first": "{label}: {amount}",
    "alt-part-of-whole": " ({share})",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """The program's own words in one language; English where ``words`` has none."""

    language: str
    words: Mapping[str, str] = field(default_factory=dict)

    def say(self, key: str, **values: object) -> str:
        """One of the words, its ``{values}`` filled in.

        Raises:
            KeyError: for a key that the table does not have, which is a fault of the program.
        """
        return (self.words.get(key) or WORDING[key]).format(**values)

    def listed(self, items: Iterable[str]) -> str:
        """Items of a description, one behind the other."""
        return self.say("alt-items-between").join(items)


ENGLISH: Final = Wording("en")
