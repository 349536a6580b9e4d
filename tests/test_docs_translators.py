"""What docs/translators.md shows is so: its entries, commands, findings and tables, done here from the top."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from outreach_decks.cli import program
from outreach_decks.rules.catalogue import RULES
from outreach_decks.translations.po import read_po
from tests.pages import DOCS, Block, read, section, steps, tables
from tests.projects import ROOT, measure
from tests.test_docs import COMMANDS, copy_of_the_project, started

TRANSLATORS = DOCS / "translators.md"
JAPANESE = "slides_src/translations/ja.po"
# One band is enough to make a mistake in.
CHECK = "check church --lang ja --band family"
CHANGE = re.compile(r"`(?P<right>.*)` -> `(?P<wrong>.*)`", re.DOTALL)
# The letters that the page says can be shown, and one of each script of which it says that it cannot.
SHOWN = "ÀàĂăÂâĐđÊêÔôƠơƯưỹẴẵỰựãçñß АаЁёЇїҐґӨөҮү ΑαΆάΩω あアー漢字々「」。"
NOT_SHOWN = {"Korean": "한", "Thai": "ไ", "Burmese": "မ", "Nepali": "न", "Arabic": "ا"}


@dataclass
class Translator:
    """Somebody who goes through the page from the top, does what it says and compares what it shows."""

    project: Path
    printed: str = ""
    followed: list[str] = field(default_factory=list)

    def follow(self, step: Block) -> None:
        """Do one step of the page."""
        what, _, rest = step.mark.partition(": ")
        word = what.split(" in ")[0].split(" slides_src/")[0]
        self.followed.append(word)
        match word:
            case "entry":
                assert step.text in self.text(JAPANESE), step.text
            case "form of an entry":
                assert read_po(JAPANESE, f'msgid ""\nmsgstr ""\n\n{step.text}'.encode()).entries
            case "names":
                assert step.text in self.text("slides_src/rules/names.yaml")
            case "rewrite":
                self.change(what.removeprefix("rewrite "), rest)
                assert step.text in self.text(what.removeprefix("rewrite "))
            case "look over":
                self.look_over(rest)
            case "fill":
                self.fill_in("slides_src/translations/vi.po", step.text)
            case "new outline":
                (self.project / rest).write_text(step.text, encoding="utf-8")
            case "mistake":
                self.blunder(what.partition(" in ")[2] or JAPANESE, rest, step.text)
            case "printed" | "printed, figures may differ":
                assert_lines(step.text, self.printed)
            case _:
                assert step.language == "sh", f"{step.page} has a block that nobody follows: {step.mark} {step.text}"
                self.run(step)

    def text(self, name: str) -> str:
        """A file of the project."""
        return read(self.project / name)

    def change(self, name: str, what: str) -> None:
        """Replace words of a file as a comment of the page says."""
        right, wrong = CHANGE.fullmatch(what).groups()  # type: ignore[union-attr]
        written = self.text(name)
        assert right in written, f"{name} no longer has what {TRANSLATORS.name} changes: {right}"
        (self.project / name).write_text(written.replace(right, wrong, 1), encoding="utf-8", newline="\n")

    def look_over(self, context: str) -> None:
        """Take the mark of a fuzzy entry away, as in a text editor."""
        mark = re.compile(rf'#, fuzzy\n(?:#\|.*\n)+(?=msgctxt "{re.escape(context)}"\n)')
        written, count = mark.subn("", self.text(JAPANESE))
        assert count == 1
        (self.project / JAPANESE).write_text(written, encoding="utf-8", newline="\n")

    def fill_in(self, name: str, entry: str) -> None:
        """Write a translation where there is none yet."""
        empty = re.sub(r'msgstr ".*"', 'msgstr ""', entry)
        written = self.text(name)
        assert written.count(empty) == 1
        (self.project / name).write_text(written.replace(empty, entry), encoding="utf-8", newline="\n")

    def run(self, step: Block) -> None:
        """Type the command of a block; it ends well."""
        (words,) = step.commands
        ended = started(self.project, words)
        self.printed = ended.stderr + ended.stdout
        assert ended.returncode == 0, self.printed

    def blunder(self, name: str, what: str, message: str) -> None:
        """Make a mistake, check, compare what is printed, and take the mistake back."""
        kept = (self.project / name).read_bytes()
        self.change(name, what)
        printed = CliRunner().invoke(program, CHECK.split(), prog_name="make_decks.py").output
        (self.project / name).write_bytes(kept)
        findings = re.split(r"\n(?=\d+ (?:error|warning))", printed)[0]
        assert without_lines(findings) == without_lines(message.rstrip("\n")), printed


def without_lines(printed: str) -> str:
    """What is printed, without the numbers of lines, which every change of a file changes."""
    return re.sub(r"(?m)^ *\d+ \||(?<=\.yaml:)\d+|(?<=\.po:)\d+", "N", printed)


def assert_lines(shown: str, printed: str) -> None:
    """Each line that the page shows was printed; figures of two digits and more may differ."""

    def plain(text: str) -> list[str]:
        words = re.sub(r"\d{2,}(?:\.\d+)?|\d\.\d+", "N", without_lines(text))
        return [" ".join(line.split()) for line in words.splitlines()]

    assert [line for line in plain(shown) if line not in plain(printed)] == [], printed


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Translator]:
    """A copy of the project whose translator has followed the page to its end."""
    translator = Translator(copy_of_the_project(tmp_path_factory.mktemp("project")))
    with contextlib.chdir(translator.project):
        for step in steps(TRANSLATORS):
            translator.follow(step)
        yield translator


def test_the_page_can_be_followed_from_the_top(finished: Translator) -> None:
    """Every entry stands in the file, every command ends well, every finding is the one that is printed."""
    assert finished.followed.count("mistake") >= 6
    assert (finished.project / "decks/church-vi-20min.pptx").is_file()


def test_nothing_that_was_translated_is_lost(finished: Translator) -> None:
    """At the end of the page all that was translated at its beginning still is, but for what it rewrote."""
    before, after = (read_po(JAPANESE, (root / JAPANESE).read_bytes()) for root in (ROOT, finished.project))
    kept = {(entry.context, entry.translation) for entry in (*after.entries, *after.obsolete)}
    assert {(entry.context, entry.translation) for entry in before.entries} - kept == set()


def test_the_names_of_texts_are_names_of_the_file() -> None:
    """Each name that the page explains is the name of an entry."""
    text = read(ROOT / JAPANESE)
    _, *rows = tables(section(read(TRANSLATORS), "## How a talk and its translation belong together"))[1]
    assert [row[0] for row in rows if f"msgctxt {row[0].replace('`', chr(34))}\n" not in text] == []


def test_the_findings_are_those_of_the_program() -> None:
    """The table has each rule of translations, as grave as it is."""
    _, *rows = tables(section(read(TRANSLATORS), "## What the program finds"))[0]
    told = {row[0].strip("`"): row[1] for row in rows}
    assert {code: RULES[code].severity.word for code in told} == told


def test_the_scripts_that_can_be_shown_are_in_the_faces() -> None:
    """Latin with Vietnamese, Cyrillic, Greek and Japanese have glyphs; the scripts named as missing have none."""
    assert measure().missing(SHOWN) == frozenset()
    assert {name: bool(measure().missing(letter)) for name, letter in NOT_SHOWN.items()} == dict.fromkeys(
        NOT_SHOWN, True
    )
    page = section(read(TRANSLATORS), "## Begin another language")
    assert [name for name in NOT_SHOWN if name not in page] == []


def test_the_fields_of_the_status_are_told(finished: Translator) -> None:
    """commands.md names each field of ``translate status --json``."""
    page = section(read(COMMANDS), "## For other programs")
    (status,) = json.loads(started(finished.project, "translate status church --lang vi --json").stdout)
    names = [*status, *status["open"][0]]
    assert [name for name in names if f"`{name}`" not in page] == []
