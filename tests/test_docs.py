"""What the pages for people tell them to do is done here, and ends as the pages say."""

from __future__ import annotations

import contextlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import click
import pytest
from click.testing import CliRunner

from outreach_decks.arguments import ExitCode
from outreach_decks.cli import program
from outreach_decks.event import Event, Room
from outreach_decks.facts import Chart, ChartKind, Fact, HelpLine, Record
from outreach_decks.outline import Head
from outreach_decks.parse import RESERVED_NAMES
from outreach_decks.parse_event import parse_event
from outreach_decks.project import Project
from outreach_decks.reader import read_document
from outreach_decks.validation import validate
from outreach_decks.workspace import DiskWorkspace
from tests.pages import DOCS, PAGES, Block, anchors, blocks, inline_code, links, read, section, steps, tables
from tests.projects import ROOT, make_in

TUTORIAL = DOCS / "your-own-talk.md"
COMMANDS = DOCS / "commands.md"
TEACHERS = DOCS / "teachers.md"
MACHIDA = "slides_src/machida.yaml"
# Pages whose commands are typed in their order, by a test of their own.
FOLLOWED = {TUTORIAL, DOCS / "translators.md"}
PARTS = ("file: ", "edit: add", "wrong: ", "right: ", "new outline: ")
YAML_MARKS = {"slide", "include", "help line", "fact", "chart", "names", "edit: before", "edit: after"}
SLIDE = re.compile(r"^  - (?:kind|include): .*\n(?:(?!  - ).*\n)*", re.MULTILINE)


def linked(source: str, target: str) -> None:
    """Stand in for a copy of 12 MB of fonts."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def copy_of_the_project(folder: Path) -> Path:
    """A checkout as a reader has it, in a folder that may be written to."""
    for name in ("slides_src", "docs", "outreach_decks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "assets", folder / "assets", copy_function=linked)
    shutil.copy2(ROOT / "make_decks.py", folder)
    return folder


def started(folder: Path, words: str) -> subprocess.CompletedProcess[str]:
    """The program, started in a folder as a reader starts it."""
    command = [sys.executable, "make_decks.py", *shlex.split(words)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


@dataclass
class Reader:
    """Somebody who goes through the tutorial from the top, does what it says and compares what it shows."""

    project: Path
    printed: str = ""
    code: int = 0
    before: str = ""
    followed: list[str] = field(default_factory=list)

    @property
    def outline(self) -> Path:
        """The outline that the tutorial is about."""
        return self.project / "slides_src/machida.yaml"

    def follow(self, step: Block) -> None:
        """Do one step of the page."""
        word, _, rest = step.mark.partition(":")
        self.followed.append(word)
        match word:
            case "copy":
                source, target = rest.strip().split(" to ")
                shutil.copy2(self.project / source, self.project / target)
            case "edit":
                self.edit(rest.strip(), step.text)
            case "file":
                assert read(self.project / rest.strip()) == step.text
            case "mistake":
                self.blunder(rest.strip(), step.text)
            case "ends with" | "" if step.language == "sh":
                self.run(step, int(rest or 0))
            case "printed" | "printed, figures may differ":
                assert_printed(step.text, self.printed, figures=word == "printed")
            case "printed when decks/machida-en-20min.pptx was changed by hand":
                self.change_by_hand(step.text)
            case "printed when the deck cannot be written":
                self.stand_in_the_way(step.text)
            case _:
                assert step.mark == "slide", f"{step.page} has a block that nobody follows: {step.mark} {step.text}"

    def edit(self, what: str, text: str) -> None:
        """Change the outline as the page says."""
        written = read(self.outline)
        verb, _, rest = what.partition(" ")
        if what == "before":
            assert text in written, f"the outline no longer has what {TUTORIAL.name} tells people to look for:\n{text}"
            self.before = text
            return
        match verb:
            case "after":
                changed = written.replace(self.before, text)
            case "move":
                name, place = rest.split(" before ")
                moved = slide(written, name)
                changed = written.replace(moved, "").replace(slide(written, place), moved + slide(written, place))
            case "add":
                place = slide(written, rest.removeprefix("after "))
                changed = written.replace(place, f"{place}{text}\n")
            case _:
                changed = written.replace(slide(written, what.removeprefix("take out ")), "")
        assert changed != written
        self.outline.write_text(changed, encoding="utf-8")

    def run(self, step: Block, code: int) -> None:
        """Type the command of a block."""
        (words,) = step.commands
        ended = started(self.project, words)
        self.printed = ended.stderr + ended.stdout
        assert (ended.returncode, self.printed) == (code, self.printed)

    def blunder(self, what: str, message: str) -> None:
        """Make a mistake, check, compare what is printed, and take the mistake back."""
        kept = self.outline.read_bytes()
        self.outline.write_bytes(with_mistake(kept.decode("utf-8"), what))
        printed = CliRunner().invoke(program, ["check", "machida"], prog_name="make_decks.py").output
        self.outline.write_bytes(kept)
        shown, total = without_places(printed).rsplit("\n", 2)[0], printed
        findings = re.split(r"\n(?=\d+ (?:error|warning))", shown)[0]
        assert findings == without_places(message).rstrip("\n"), total

    def change_by_hand(self, message: str) -> None:
        """Change a deck, build again, and compare what is said; the changed deck is still there."""
        assert started(self.project, "machida").returncode == ExitCode.BUILT
        deck = self.project / "decks/machida-en-20min.pptx"
        deck.write_bytes(b"changed by hand")
        assert message in started(self.project, "machida").stdout
        assert deck.read_bytes() == b"changed by hand"

    def stand_in_the_way(self, message: str) -> None:
        """Build to where no deck can be written."""
        ended = started(self.project, "church --lang en --out make_decks.py")
        assert ended.returncode == ExitCode.NOT_WRITTEN
        assert message in ended.stderr


def slide(written: str, name: str) -> str:
    """The slide of an outline that has this id."""
    return next(found[0] for found in SLIDE.finditer(written) if f"    id: {name}\n" in found[0])


def with_mistake(written: str, what: str) -> bytes:
    """An outline with the mistake that a comment of the page names."""
    if what == "saved as Shift_JIS":
        return re.sub("(?m)^title: .*", "title: 町田の夕べ", written, count=1).encode("cp932")
    right, wrong = re.fullmatch(r"`(.*)` -> `(.*)`", what, re.DOTALL).groups()  # type: ignore[union-attr]
    right, wrong = (words.replace("\\t", "\t").replace("\\n", "\n") for words in (right, wrong))
    assert right in written, f"{TUTORIAL.name} makes a mistake of words that are no longer there: {right}"
    return written.replace(right, wrong, 1).encode("utf-8")


def without_places(printed: str) -> str:
    """What is printed, without what every change of an outline changes: numbers of lines, and how long it takes."""
    return re.sub(r"(?m)^ *\d+ \||(?<=\.yaml:)\d+|(?<=\bline )\d+|\b\d+\.\d\b", "N", printed)


def assert_printed(shown: str, printed: str, *, figures: bool) -> None:
    """Each line that a page shows was printed, with the same figures or with others."""

    def plain(text: str) -> list[str]:
        words = text if figures else re.sub(r"[\d.]+", "0", text)
        return [" ".join(line.split()) for line in words.splitlines()]

    assert [line for line in plain(shown) if line not in plain(printed)] == [], printed


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A copy of the project whose reader has followed the tutorial to its end."""
    reader = Reader(copy_of_the_project(tmp_path_factory.mktemp("project")))
    with contextlib.chdir(reader.project):
        for step in steps(TUTORIAL):
            reader.follow(step)
        yield reader


def test_the_tutorial_can_be_followed_from_the_top(finished: Reader) -> None:
    """Every edit finds its place, every command ends as the page says, every message is the one that is printed."""
    assert finished.followed.count("mistake") >= 15
    assert (finished.project / "decks/machida-en-20min-machida-event.pptx").is_file()


OTHERS = [
    (page.name, words) for page in PAGES if page not in FOLLOWED for block in blocks(page) for words in block.commands
]


def reads_a_deck(words: str) -> bool:
    """Tell whether a command wants a deck that another one makes."""
    return " decks/" in words and "--out" not in words


NAMED: set[str] = {words for _, words in OTHERS if words}
IN_ORDER = sorted(NAMED, key=lambda words: (reads_a_deck(words), words))


@pytest.mark.parametrize("words", IN_ORDER)
def test_every_command_of_the_other_pages_works(words: str, finished: Reader) -> None:
    """What README.md and the pages show can be typed as it stands."""
    ended = started(finished.project, words)
    assert (ended.returncode, ended.stderr) == (ExitCode.BUILT, ended.stderr)


def test_every_block_is_one_that_the_tests_know() -> None:
    """A block of YAML that no test reads, or a command that no test runs, would grow old unseen."""
    for page in PAGES:
        for block in blocks(page):
            if block.language == "yaml":
                assert block.mark in YAML_MARKS or block.mark.startswith(PARTS), block
            if block.language == "sh" and not block.commands:
                assert block.mark, block


def test_links_lead_somewhere() -> None:
    """Every page, file and heading that a page links to is there."""
    for page in PAGES:
        for link in links(read(page)):
            if "://" in link or link.startswith("mailto:"):
                continue
            name, _, anchor = link.partition("#")
            target = (page.parent / name).resolve() if name else page
            assert target.exists(), f"{page.name} links to {link}"
            assert not anchor or anchor in anchors(read(target)), f"{page.name} links to {link}"


def test_every_page_is_in_the_index() -> None:
    """docs/README.md leads to all the others, and README.md leads there."""
    named = {link.partition("#")[0] for link in links(read(DOCS / "README.md"))}
    assert {page.name for page in DOCS.glob("*.md")} - {"README.md"} - named == set()
    assert "docs/README.md" in links(read(ROOT / "README.md"))


def options() -> set[str]:
    """Every option of every command of the program, as click knows them."""
    groups = [program, *(one for one in program.commands.values() if isinstance(one, click.Group))]
    commands = [*groups, *(command for group in groups for command in group.commands.values())]
    found = (parameter for command in commands for parameter in command.params if isinstance(parameter, click.Option))
    return {name for option in found for name in (*option.opts, *option.secondary_opts)} | {"-h", "--help"}


def test_commands_md_has_every_option_and_command() -> None:
    """Its tables are what the program takes, no more and no less."""
    page = read(COMMANDS)
    found = {name for row in tables(section(page, "## Options"))[0][1:] for name in re.findall(r"`(-[\w-]+)", row[0])}
    assert found == options()
    shown = {name for name, command in program.commands.items() if not command.hidden}
    rows = tables(section(page, "## Commands"))[0][1:]
    assert {row[0].split()[1] for row in rows if row[0].startswith("`make_decks.py ") and " " in row[0]} >= shown


def test_options_in_the_text_exist() -> None:
    """No page names an option that the program does not have."""
    for page in PAGES:
        named = {word for code in inline_code(read(page)) if "make_decks.py" in code for word in code.split()}
        assert {word for word in named if re.match(r"--\w", word)} <= options(), page.name


def test_the_exit_codes_are_the_programs() -> None:
    """The table of codes has each of them, in the words of --help."""
    rows = tables(section(read(COMMANDS), "## Exit codes"))[0][1:]
    told = CliRunner().invoke(program, ["--help"]).output
    assert [int(row[0]) for row in rows] == [code.value for code in ExitCode]
    assert [row for row in rows if f"\n  {row[0]}  {row[1]}\n" not in told] == []


def test_the_head_of_an_outline_is_told_whole() -> None:
    """The fields of the whole talk, and which of them are needed."""
    _, *rows = tables(section(read(TUTORIAL), "## 3. Change the title"))[0]
    assert {name.strip("`"): needed == "yes" for name, needed, _ in rows} == {
        name: info.is_required() for name, info in Head.model_fields.items()
    }


def test_the_event_is_told_whole() -> None:
    """The fields of an event, and those of its room."""
    _, *rows = tables(section(read(TUTORIAL), "## 10. Add the details of the day"))[0]
    assert {row[0].strip("`") for row in rows} == set(Event.model_fields)
    assert [name for name in Room.model_fields if f"`{name}`" not in str(rows)] == []


def test_the_example_event_is_one() -> None:
    """It is read without a finding, and names nobody real: its addresses are those kept for examples."""
    day = parse_event("docs/examples/machida-event.yaml", {}, DiskWorkspace(ROOT))
    assert day.event.contact is not None
    assert day.event.contact.endswith("@example.org")
    assert [line for line in day.event.local_help if "000-000-" not in line] == []


def test_names_that_a_talk_cannot_have_are_listed() -> None:
    """The tutorial has all of the reserved names."""
    told = section(read(TUTORIAL), "## 2. Copy an outline")
    assert [name for name in sorted(RESERVED_NAMES) if f"`{name}`" not in told] == []


ENTRIES: dict[str, type[Record]] = {"help line": HelpLine, "fact": Fact, "chart": Chart}
SHOWN_ENTRIES = [block for page in PAGES for block in blocks(page) if block.mark in ENTRIES]


@pytest.mark.parametrize("shown", SHOWN_ENTRIES, ids=lambda shown: f"{shown.page}-{shown.mark}")
def test_entries_of_the_fact_base_that_are_shown_are_read(shown: Block) -> None:
    """An entry as a page shows it, and one that is in the base."""
    document = read_document(shown.page, shown.text.encode("utf-8"))
    assert isinstance(document.data, dict)
    book = Project(DiskWorkspace(ROOT)).base.book
    known = {**book.facts, **book.help_lines, **book.charts}
    for name, entry in document.data.items():
        assert validate(ENTRIES[shown.mark], entry, document, (name,), "an entry")[1] == []
        assert type(known[name]) is ENTRIES[shown.mark]


def test_the_kinds_of_charts_are_told_whole() -> None:
    """The table of fact-base.md has each kind that can be drawn."""
    rows = tables(section(read(DOCS / "fact-base.md"), "## Adding a chart"))[0][1:]
    assert {row[0].strip("`") for row in rows} == set(get_args(ChartKind))


def test_the_fields_of_json_are_told(finished: Reader) -> None:
    """The table in commands.md has the fields of a deck, and those of a diagnostic."""
    rows = tables(section(read(COMMANDS), "## For other programs"))[0][1:]
    (deck,) = json.loads(started(finished.project, "check church --lang en --band adult --json --set pace=60").stdout)
    assert [row[0].strip("`") for row in rows] == list(deck)
    assert [name for name in deck["diagnostics"][0] if f"`{name}`" not in rows[-1][1]] == []


def test_the_table_of_check_has_these_rows(finished: Reader) -> None:
    """The table in commands.md is printed, with the same rows and with these or other figures."""
    (shown,) = (block.text for block in blocks(COMMANDS) if block.mark == "printed by check church")
    assert_printed(shown, started(finished.project, "check church").stdout, figures=False)


def test_the_lesson_takes_the_minutes_that_teachers_are_told() -> None:
    """At the last slide of each row of the plan, the minutes of the row are over, give or take one."""
    talk = make_in(DiskWorkspace(ROOT), Event(), "slides_src/school.yaml").talk
    pace = Project(DiskWorkspace(ROOT)).base.audiences["school"].words_per_minute
    slides = [each for each in talk.slides if not each.hidden]
    taken = [len(" ".join(words.plain for words in each.notes).split()) / pace + each.minutes for each in slides]
    rows = [row for row in tables(section(read(TEACHERS), "## The lesson, by minutes"))[0][1:] if row[1]]
    ends = [int(row[0].split(" to ")[1]) for row in rows]
    firsts, lasts = ([int(re.findall(r"\d+", row[1])[place]) for row in rows] for place in (0, -1))
    assert firsts == [1, *(last + 1 for last in lasts[:-1])]
    assert lasts[-1] == len(slides)
    over = {end: sum(taken[:last]) for end, last in zip(ends, lasts, strict=True)}
    assert {end: minutes for end, minutes in over.items() if abs(minutes - end) > 1} == {}


def test_what_teachers_are_told_of_the_school_talk_is_so() -> None:
    """The slide of the story card, and the band of older pupils."""
    page = read(TEACHERS)
    number, title = re.findall(r'slide (\d+), "([^"]+)"', page)[0]
    talk = make_in(DiskWorkspace(ROOT), Event(), "slides_src/school.yaml").talk
    assert talk.slides[int(number) - 1].title.plain == title
    bands = [band.id for band in Project(DiskWorkspace(ROOT)).base.audiences["school"].bands]
    assert re.findall(r"--band (\S+)", page) == bands[1:]


def test_the_numbers_to_call_are_those_of_the_fact_base() -> None:
    """Whom speakers are told to call is printable, and has this name and number."""
    known = {line.number: line for line in Project(DiskWorkspace(ROOT)).base.book.help_lines.values()}
    _, *rows = tables(section(read(DOCS / "speakers.md"), "## When somebody tells you something"))[0]
    told = [(name, known[number.strip("`")]) for _, name, number in rows]
    assert [(name, line.name) for name, line in told if name != line.name or not line.printable] == []


OWN_FOLDERS = (
    "slides_src/",
    "docs/",
    "tests/",
    "tools/",
    "outreach_decks/",
    "assets/fonts",
    "assets/templates",
    ".ci/",
)


def test_files_that_are_named_are_there() -> None:
    """A path of the project that stands in a text leads somewhere."""
    for page in PAGES:
        named = [code for code in inline_code(read(page)) if code.startswith(OWN_FOLDERS) and " " not in code]
        assert [code for code in named if code != MACHIDA and not list(ROOT.glob(code.rstrip("/")))] == [], page.name
