"""The pages for people: their sections, tables, blocks of code and links, so that tests can do what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", *sorted(DOCS.glob("*.md")))
# The readers of these are not programmers; decisions and the architecture are for those who change the program.
OF_THE_PROGRAM = re.compile(r"(?:python3? |\.venv/bin/python )?make_decks\.py\b(?P<words>.*)")

_BLOCK = re.compile(r"(?:<!-- (?P<mark>[^\n]*?) -->\n)?```(?P<language>\w*)\n(?P<text>.*?)```", re.DOTALL)
_STEP = re.compile(rf"{_BLOCK.pattern}|<!-- (?P<lone>[^\n]*?) -->", re.DOTALL)
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of code: what the comment above it says ("" without one), its language ("" for none), its text."""

    page: str
    mark: str
    language: str
    text: str

    @property
    def identifier(self) -> str:
        """The id of the first slide in it, or its first line."""
        found = re.search(r"\bid: (\S+)", self.text)
        return found[1] if found else self.text.partition("\n")[0]

    @property
    def commands(self) -> list[str]:
        """The words behind ``make_decks.py`` of each line that calls it."""
        found = (OF_THE_PROGRAM.match(line) for line in self.text.splitlines())
        return [match["words"].strip() for match in found if match]


def read(page: Path) -> str:
    """The text of a page."""
    return page.read_text(encoding="utf-8")


def blocks(page: Path) -> tuple[Block, ...]:
    """The blocks of code of a page."""
    return tuple(step for step in steps(page) if step.text)


def steps(page: Path) -> Iterator[Block]:
    """The blocks of a page and the comments that stand alone (as blocks without text), in order."""
    for found in _STEP.finditer(read(page)):
        if found["lone"]:
            yield Block(page.name, found["lone"], "", "")
        else:
            yield Block(page.name, found["mark"] or "", found["language"], found["text"])


def inline_code(text: str) -> list[str]:
    """What stands between single backticks, outside blocks."""
    return _CODE.findall(_BLOCK.sub("", text))


def links(text: str) -> list[str]:
    """Where links and pictures lead, outside blocks and code."""
    return _LINK.findall(_CODE.sub("", _BLOCK.sub("", text)))


def anchors(text: str) -> set[str]:
    """The names that the headings of a page can be linked to by, as code hosts make them."""
    headings = _HEADING.findall(_BLOCK.sub("", text))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def section(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one of its level or above."""
    level = len(heading) - len(heading.lstrip("#"))
    start = text.index(f"\n{heading}\n") + len(heading) + 2
    headings = _BLOCK.sub(lambda block: " " * len(block[0]), text)
    following = re.compile(rf"^#{{1,{level}}} ", re.MULTILINE).search(headings, start)
    return text[start : following.start() if following else len(text)]


def tables(text: str) -> list[list[list[str]]]:
    """The tables of a text: rows of cells, the header first."""
    found = re.findall(r"(?:^\|.*\n)+", f"{text}\n", re.MULTILINE)
    return [[_cells(line) for line in table.splitlines() if not set(line) <= set("|- ")] for table in found]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]
